"""Who is meant by a noun or pronoun without a state: a crew, bodies behind a capital, a neighbour, a kingdom, "them"."""

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
        # the kingdom's
        ("Algeria broke with Morocco on Tuesday. The kingdom's foreign ministry regretted the decision.", "regretted", {"MAR"}, {"DZA"}),
        # the state that the main clause before is about, but not a force of people, nor where the sentence tells of another
        ("Kenya quarrels with Somalia. Ethiopia, without a coast, has kept out. On Monday the foreign ministry summoned the Somali consul.", "summoned", {"ETH"}, {"SOM"}),
        ("Hungary has built a fence; Serbia, through which most of them pass, has been patient. In August the army arrested three hundred Afghans.", "arrested", {"SRB"}, {"AFG"}),
        ("Uganda denied it and Rwanda did the same. Zimbabwe had seen enough; the air force flew six hundred men to Kinshasa.", "flew", {"ZWE"}, {"COD"}),
        ("Germany recognised Slovenia; Greece has still not recognised Macedonia. On Tuesday the government closed the border at Gevgelija.", "closed the border", {"MKD"}, {None}),
        # who holds people where several other states are told of
        ("LIMA - Chile's minister spoke of a mistake and Bolivia's kept silent. Prosecutors charged an air force officer with selling secrets.", "charged", {"PER"}, {"CHL"}),
        # the island, peoples of several states, expulsions, pirates and boats
        ("Turkey and Greece sent officers to Cyprus. On Friday the island's president refused a NATO force.", "refused", {"CYP"}, {"IGO"}),
        ("India and China court the Maldives. On Monday the islands' president declared a state of emergency.", "state of emergency", {"MDV"}, set()),
        ("BUJUMBURA - Soldiers were quiet on Tuesday. Hutu rebels attacked a tea factory.", "attacked", {"BDI"}, {"BDI"}),
        ("The Greek colonels have left the Council. Denmark praised the vote; on Friday the regime expelled a Danish reporter.", "expelled", {"GRC"}, {"DNK"}),
        ("Pirates seized a Saudi tanker off the Somali coast, officials in Nairobi said.", "seized", {None}, {"SAU"}),
        ("CHENNAI - Sri Lanka's navy impounded six trawlers, an Indian official said.", "impounded", {"LKA"}, {"IND"}),
        # them
        ("French peacekeepers held the bridge. Serb soldiers took their uniforms and tied them to poles.", "tied", {"SRB"}, {"FRA"}),
        ("Vietnamese women flew to Kuala Lumpur. The police arrested them on Wednesday.", "arrested", {"MYS"}, {"VNM"}),
        ("Polish drivers work in Kiev. Police arrested them for a brawl.", "arrested", {"UKR"}, {"POL"}),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, trigger: str, actors: set[str], recipients: set[str]) -> None:
    found = sides(text, trigger)
    assert found == (actors, recipients)
