"""A headline that names both sides sums up an act and its answer: it neither hides the answer nor counts beside it."""

from __future__ import annotations

import pytest
from affairs import Act, countries, document

from dateline.analyse.response import parse_trigger, respond
from dateline.types import Coded

FIRST = ("On Monday Arland expelled six Bordurian envoys.", [Act("expelled", "SANCTION", "ARL", "BOR", "2031-05-05")])
ANSWER = ("Borduria expelled four Arland envoys within hours.", [Act("expelled", "SANCTION", "BOR", "ARL", "2031-05-05")])
HEADLINE = ("Arland and Borduria expel envoys.", [Act("expel", "SANCTION", "ARL BOR", "ARL BOR")])
NO_RECIPIENT = ("Arland and Borduria expel envoys.", [Act("expel", "SANCTION", "ARL BOR", "")])


def acts_of(made: Coded, actor: str) -> list[str]:
    (found,) = respond((made,), parse_trigger("ARL SANCTION BOR"), (actor,), countries).actors
    return [one.told.mention.sentence.text for rung in found.ladder for one in rung.acts]


def told(*sentences: tuple[str, list[Act]]) -> Coded:
    return document("news", "2031-05-06", "Envoys expelled", [list(sentences)])


@pytest.mark.parametrize("summary", [HEADLINE, NO_RECIPIENT])
def test_the_answer_told_by_itself_is_the_one_act(summary: tuple[str, list[Act]]) -> None:
    assert acts_of(told(summary, FIRST, ANSWER), "BOR") == [ANSWER[0]]


@pytest.mark.parametrize("summary", [HEADLINE, NO_RECIPIENT])
def test_where_nothing_else_tells_the_answer_the_summary_does(summary: tuple[str, list[Act]]) -> None:
    assert acts_of(told(summary, FIRST), "BOR") == [summary[0]]
    assert acts_of(told(summary, FIRST), "ARL") == []
