"""The trigger that nobody is sure who did: it can be asked for by type and day, and its heading says who denies it."""

from __future__ import annotations

from datetime import date

import pytest
from affairs import Act, countries, document

from dateline.analyse.response import parse_trigger, respond
from dateline.analyse.response.disputed import disputed
from dateline.analyse.response.query import all_told, find_trigger
from dateline.analyse.response.values import TriggerQuery
from dateline.errors import DatelineError
from dateline.types import Coded

DAY = date(2031, 5, 2)


def note(sentence: str, *acts: Act) -> Coded:
    return document("note", "2031-05-03", "Ferry sunk", [[(sentence, acts)]], publisher="Herald")


SHELLED = Act("shelled", "ASSAULT", "BOR", "SYL", "2031-05-02")


def test_a_type_and_a_day_are_a_question() -> None:
    assert parse_trigger("* ASSAULT *", since=DAY, until=DAY) == TriggerQuery(None, None, "ASSAULT", None, DAY, DAY)
    report = respond((note("Borduria shelled a Syldavian ferry.", SHELLED),), parse_trigger("* ASSAULT *", since=DAY, until=DAY), ("ARL",), countries)
    assert report.trigger is not None and report.trigger.parties == {"BOR", "SYL"}


@pytest.mark.parametrize("asked", ["* ASSAULT *", "* * *"])
def test_without_a_day_or_a_type_it_is_none(asked: str) -> None:
    with pytest.raises(DatelineError, match="E205"):
        parse_trigger(asked, since=DAY if asked == "* * *" else None)


def test_who_denies_it_is_said() -> None:
    told = note("Borduria shelled a Syldavian ferry, a charge that it rejected.", SHELLED, Act("rejected", "REJECT", "BOR", "", "2031-05-02"))
    trigger = find_trigger(parse_trigger("BOR ASSAULT *"), all_told((told,)))
    assert trigger is not None and disputed(trigger) == "denied by BOR"


@pytest.mark.parametrize(
    "other",
    [
        Act("sought", "REQUEST", "BOR", "ARL", "2031-05-02"),
        Act("sought", "REJECT", "SYL", "BOR", "2031-05-02"),  # the victim refuses something
    ],
)
def test_what_else_is_told_beside_it_is_no_denial(other: Act) -> None:
    trigger = find_trigger(parse_trigger("BOR ASSAULT *"), all_told((note("Borduria shelled a Syldavian ferry and sought a meeting.", SHELLED, other),)))
    assert trigger is not None and disputed(trigger) == ""
