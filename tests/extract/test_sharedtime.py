"""What a timeline's line tells is of the day that opens it, and an outcome is of the day of its deed."""

from __future__ import annotations

from datetime import date

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.extractor import extract
from dateline.extract.lexical import LexiconCoder
from dateline.extract.sharedtime import is_entered
from dateline.types import Block, BlockKind, Document, Span

CODER = LexiconCoder()


def days(text: str) -> dict[str, str | None]:
    """The day of each act of a line published on 14 March 2024, by the first word of its trigger; those only of the line in brackets."""
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),), published=date(2024, 3, 14))
    found: dict[str, str | None] = {}
    for act in extract([document], CODER)[0].mentions:
        own, around = act.time, act.around
        found[act.trigger.text.split()[0]] = own.earliest.isoformat() if own else f"({around.earliest})" if around else None
    return found


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "5 June 2018 – Ghana expels six diplomats; Togo condemns Ghana and Benin recalls its ambassador.",
            {"expels": "2018-06-05", "condemns": "2018-06-05", "recalls": "2018-06-05"},
        ),
        ("June 5, 2018: Chile expelled six diplomats; Peru condemned Chile.", {"expelled": "2018-06-05", "condemned": "2018-06-05"}),
        ("5 June 2018 — Chile expels six diplomats. Peru condemns Chile.", {"expels": "2018-06-05", "condemns": "2018-06-05"}),
        ("5 June 2018: Clashes erupt in Quito; Peru condemns Chile.", {"Clashes": "2018-06-05", "condemns": "2018-06-05"}),
        ("5 June 2018 – Chile expels six diplomats; on 9 June Peru condemns Chile.", {"expels": "2018-06-05", "condemns": "2018-06-09"}),
    ],
)
def test_the_day_that_opens_a_line_holds_for_all_of_it(line: str, expected: dict[str, str]) -> None:
    assert days(line) == expected


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("5 June 2018 – Ghana expels six diplomats whom police had arrested.", "arrested"),
        ("5 June 2018 – Ghana expels six diplomats; Togo plans to condemn Ghana.", "condemn"),
        ("On 5 June 2018 – a year after the vote – Ghana expelled six diplomats; Togo condemned Ghana.", "condemned"),
    ],
)
def test_what_was_done_before_or_is_planned_is_not_of_that_day(line: str, word: str) -> None:
    found = days(line)
    assert word in found
    assert found[word] in {None, "(2018-06-05)"}  # around that day, and not on it


def test_an_outcome_is_of_the_day_of_its_deed() -> None:
    assert days("Police fired into the crowd on Tuesday, killing six people.") == {"fired": "2024-03-12", "killing": "2024-03-12"}


def test_the_present_of_a_dated_line_tells_what_was_done() -> None:
    text = "5 June 2018: Ghana evacuates its embassy, and Togo and Benin fly or ship out their citizens."
    entered = parse(text)
    verb = at(entered, "fly")
    assert is_entered(Act(entered, (verb, verb), verb, "AID", (), "", (), (), (), 0.9))
    planned = parse("5 June 2018: Ghana will fly out its citizens.")
    word = at(planned, "fly")
    assert not is_entered(Act(planned, (word, word), word, "AID", (), "", (), (), (), 0.9))
