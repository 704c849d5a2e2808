"""What a charge, a verdict or a sanction is for answers none of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from affairs import Act, countries, document

from dateline.analyse.response import parse_trigger, respond
from dateline.types import Attribution, Coded

JAILED = Act("jailed", "SANCTION", "ARL", "BOR", "2031-05-02")


def answers(coded: Coded) -> set[str]:
    (report,) = respond([coded], parse_trigger("ARL SANCTION BOR"), ("BOR",), countries).actors
    return {one.told.mention.trigger.text for rung in report.ladder for one in rung.acts}


@pytest.mark.parametrize(
    ("text", "acts", "deed", "counts"),
    [
        ("A court in Arland jailed a Bordurian colonel for the torture of Arlandish sailors.", [JAILED], Act("torture", "ASSAULT", "BOR", "ARL"), False),
        ("Arland jailed two Bordurians over raids on Arlandish ferries.", [JAILED], Act("raids", "ASSAULT", "BOR", "ARL"), False),
        ("Arland fined a Bordurian bank for Bordurian raids on its ferries.", [Act("fined", "SANCTION", "ARL", "BOR", "2031-05-02")], Act("raids", "ASSAULT", "BOR", "ARL"), False),
        ("Arland jailed two Bordurians for years, and Borduria shelled an Arlandish port.", [JAILED], Act("shelled", "ASSAULT", "BOR", "ARL"), True),
        ("Arland jailed two Bordurians for years and Borduria shelled an Arlandish port.", [JAILED], Act("shelled", "ASSAULT", "BOR", "ARL"), True),
    ],
)
def test_what_a_verdict_is_for_is_no_answer_to_it(text: str, acts: list[Act], deed: Act, counts: bool) -> None:
    coded = document("news", "2031-05-04", "Colonel jailed", [[(text, [*acts, deed])]])
    assert (deed.words in answers(coded)) is counts


@pytest.mark.parametrize(("speaker", "counts"), [("court", False), ("ministry", True)])
def test_what_the_court_found_in_another_sentence_is_none_either(speaker: str, counts: bool) -> None:
    first = ("A court in Arland jailed a Bordurian colonel.", [JAILED])
    then = ("The colonel had beaten Arlandish sailors.", [Act("beaten", "ASSAULT", "BOR", "ARL")])
    coded = document("news", "2031-05-04", "Colonel jailed", [[first, then]])
    said = Attribution("institution", speaker, None, None, "ARL")
    deeds = tuple(replace(one, attribution=said, date=None) if one.trigger.text == "beaten" else one for one in coded.mentions)
    assert ("beaten" in answers(replace(coded, mentions=deeds))) is counts
