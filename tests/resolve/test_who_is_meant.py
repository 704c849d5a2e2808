"""Who is meant by a noun or pronoun without a state: a crew, bodies behind a capital, a neighbour, a former colonial power, "them"."""

from __future__ import annotations

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import CodeOptions, Pipeline

PIPELINE = Pipeline(CodeOptions())


def sides(text: str, trigger: str) -> tuple[set[str | None], set[str | None]]:
    """The countries of the actors and recipients of the act of a trigger."""
    mentions = PIPELINE.code([plain_document("a", text, "2016-05-20")])[0].mentions
    act = next(m for m in mentions if m.trigger.text.startswith(trigger))
    return {p.country for p in act.actors}, {p.country for p in act.recipients}


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # crews, craft told again, captives
        ("Omani cutters seized a Korean trawler on Friday. A judge in Muscat fined the captain.", "fined", {"OMN"}, {"KOR"}),
        ("A Russian bomber strayed into Turkey on Saturday. The air force shot down the aircraft.", "shot down", {"TUR"}, {"RUS"}),
        ("Iranian students hold ten Danish diplomats. The militants moved the hostages on Monday.", "moved", {"IRN"}, {"DNK"}),
        ("French customs boats stopped a Panamanian freighter off Brest. On Sunday they released it.", "released", {"FRA"}, {"PAN"}),
        ("Soldiers of the Haitian army took the palace on Sunday. The air force bombed them.", "bombed", {"HTI"}, {"HTI"}),
        # bodies behind a capital
        ("Chile and Argentina quarrel over islands. In Buenos Aires the junta met, and the navy moved frigates south.", "moved", {"ARG"}, set()),
        ("Venezuela accused Colombia of a raid. From Bogota the army denied it, and the navy sent a corvette to sea.", "sent", {"COL"}, set()),
        ("A day after parliament in Dushanbe had warned Uzbekistan, the army fired at an Uzbek post.", "fired", {"TJK"}, {"UZB"}),
        ("Peru and Ecuador exchange fire. In Lima the cabinet met, and Ecuador's army fired at a village.", "fired", {"ECU"}, {"PER"}),
        # its neighbour
        ("Uganda pleaded with Rwanda for months. Last week its neighbour handed over the colonel.", "handed over", {"RWA"}, {"UGA"}),
        ("Namibia accused Botswana of shooting at its patrol. It asked its neighbour for an apology.", "asked", {"NAM"}, {"BWA"}),
        # the former colonial power and its forces, the kingdom's
        ("Laurent Gbagbo of Ivory Coast flew to Paris. The former colonial power sent 400 soldiers and they attacked rebels near Man.", "attacked", {"FRA"}, {"CIV"}),
        ("Algeria broke with Morocco on Tuesday. The kingdom's foreign ministry regretted the decision.", "regretted", {"MAR"}, {"DZA"}),
        # them
        ("French peacekeepers held the bridge. Serb soldiers took their uniforms and tied them to poles.", "tied", {"SRB"}, {"FRA"}),
        ("Vietnamese women flew to Kuala Lumpur. The police arrested them on Wednesday.", "arrested", {"MYS"}, {"VNM"}),
        ("Polish drivers work in Kiev. Police arrested them for a brawl.", "arrested", {"UKR"}, {"POL"}),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, trigger: str, actors: set[str], recipients: set[str]) -> None:
    found = sides(text, trigger)
    assert found == (actors, recipients)
