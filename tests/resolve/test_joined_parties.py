"""Parties joined to others, numbers without their noun and possessives in clauses put in front, from the words of a text to its acts."""

from __future__ import annotations

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def sides(pipeline: Pipeline, text: str, trigger: str) -> tuple[set[str | None], set[str | None]]:
    (coded,) = pipeline.code([plain_document("d", text, "2005-09-10")])
    found = next(m for m in coded.mentions if m.trigger.text == trigger)
    return {p.country for p in found.actors}, {p.country for p in found.recipients}


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Saudi Arabia is losing patience with Qatar. Along with Bahrain it withdrew its envoy from Doha.", "withdrew", {"SAU", "BHR"}, {"QAT"}),
        ("Chad has complained of Sudan. In May, jointly with Libya, it accused Khartoum of arming rebels.", "accused", {"TCD", "LBY"}, {"SDN"}),
        ("The Philippines, as well as Vietnam, protested to China over the survey ship.", "protested", {"PHL", "VNM"}, {"CHN"}),
        ("The Syrian diplomats have until Friday to pack. Jordan expelled eight on Tuesday.", "expelled", {"JOR"}, {"SYR"}),
        ("Iraq still holds many Kuwaiti fishermen. It freed twelve on Monday.", "freed", {"IRQ"}, {"KWT"}),
        ("Dozens of Kenyan teachers protested in Kampala. Police arrested nine.", "arrested", {"UGA"}, {"KEN"}),
        ("Stung by the arrest of its consul in Minsk, Poland recalled its ambassador.", "arrest", set(), {"POL"}),
        ("With its envoy expelled from Harare, Sweden suspended all contacts with Zimbabwe.", "expelled", set(), {"SWE"}),
        ("Togo is alarmed. Its soldiers were shot at by Benin, Ghana reported on Monday.", "shot at", {"BEN"}, {"TGO"}),
        ("Latvia and Sweden expel Iranian diplomats", "expel", {"LVA", "SWE"}, {"IRN"}),
        ("Kenya and Ghana expel Cuban and Syrian diplomats", "expel", {"KEN", "GHA"}, {"CUB", "SYR"}),
        ("Kenya and Ghana diplomats met on Monday.", "met", {"KEN", "GHA"}, set()),
        ("North Korea answered the expulsion of its envoy from Madrid with a ban on Spanish wine.", "expulsion", {"ESP"}, {"PRK"}),
    ],
)  # fmt: skip
def test_parties(pipeline: Pipeline, text: str, trigger: str, actors: set[str | None], recipients: set[str | None]) -> None:
    assert sides(pipeline, text, trigger) == (actors, recipients)
