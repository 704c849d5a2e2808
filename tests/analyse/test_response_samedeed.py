"""What an act is about is the trigger where the text names it by type, day and place, in whatever words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from affairs import Act, countries, document

from dateline.analyse.response import parse_trigger, respond
from dateline.types import Coded, TimeRef

VOLLEY = document(
    "volley", "2031-05-03", "Guards fire on dockers",
    [[("Bordurian guards opened fire on dockers in Dbrnouk on Friday.", [Act("opened fire", "ASSAULT", "BOR", "BOR", "2031-05-02", place="Dbrnouk")])]],
    publisher="Herald",
)  # fmt: skip


def condemned(deed: str, rest: str, *, verb: str = "condemned", type: str = "ACCUSE", kind: str = "ASSAULT", day: str = "2031-05-02", place: str | None = "Dbrnouk") -> Coded:
    acts = [Act(verb, type, "ARL", "BOR", "2031-05-04"), Act(deed, kind, "", "", day, place=place)]
    made = document("note", "2031-05-05", "Note of the ministry", [[(f"Arland {verb} the {deed} {rest}.", acts)]], publisher="Ministry")
    told = date.fromisoformat(day)
    return replace(made, mentions=(made.mentions[0], replace(made.mentions[1], date=TimeRef(told, told, "day", "explicit", day))))


def kept(made: Coded, until: date | None = None) -> bool:
    """Whether Arland's act counts as an answer, with the deed's own words as its ground."""
    (arland,) = respond((VOLLEY, made), parse_trigger("BOR ASSAULT *", until=until), ("ARL",), countries).actors
    deed = made.mentions[1].trigger.text
    return any(reason.kind == "ground" and reason.words.startswith(deed) for rung in arland.ladder for one in rung.acts for reason in one.reasons)


AGAINST = "against stevedores and clerks in Dbrnouk on 2 May"


@pytest.mark.parametrize("deed", ["use of lethal means", "bloody suppression", "volleys"])
def test_the_deed_by_day_and_place(deed: str) -> None:
    assert kept(condemned(deed, AGAINST))


def test_so_are_other_answers_to_it() -> None:
    assert kept(condemned("volleys", AGAINST, verb="demanded an inquiry into", type="REQUEST"))


@pytest.mark.parametrize(
    "other",
    [
        condemned("volleys", "against stevedores and clerks in Zlip on 2 May", place="Zlip"),
        condemned("volleys", "against stevedores and clerks on 2 May", place=None),
        condemned("jailing", "of stevedores and clerks in Dbrnouk on 2 May", kind="COERCE"),
        condemned("volleys", "against stevedores and clerks in Dbrnouk on 20 April", day="2031-04-20"),
    ],
)
def test_another_place_day_or_kind_of_deed_is_another_matter(other: Coded) -> None:
    assert not kept(other, until=date(2031, 5, 2))
