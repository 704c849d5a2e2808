"""``dateline when``: a date expression to the days it means."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, cast

import typer

from dateline.cli.phrases import Answer, AnswerFormat, Asked, answer_all, considered, heading, one_of, to_day

if TYPE_CHECKING:
    from dateline.extract.dates import FoundDate

#: A day to try whether a phrase is a relative date.
_ANY_DAY: Final = date(2024, 11, 20)
_KEYS = ("earliest", "latest", "precision", "basis")


class Tense(StrEnum):
    """Tense of the act that the expression dates."""

    PAST = "past"
    FUTURE = "future"


def _fields(one: FoundDate) -> Answer:
    return {"earliest": one.earliest.isoformat(), "latest": one.latest.isoformat(), "precision": one.precision, "basis": one.basis}


def _readings(asked: Asked, tense: Tense | None) -> Iterator[tuple[str, FoundDate]]:
    """The reading asked for, without a tense that of an end or a beginning to come ("until June 24"), then that of "last Thursday" on a Friday as of
    the week before, those of the other tense and of other expressions in the phrase, each with its tense."""
    from dateline.extract.dates import Context, find_dates, resolve_date

    own = resolve_date(asked.phrase, published=asked.day, previous=asked.day) if tense is None else None
    if own is not None and own != resolve_date(asked.phrase, published=asked.day, tense="past", previous=asked.day):
        yield Tense.FUTURE.value, own

    for one in dict.fromkeys((tense or Tense.PAST, Tense.PAST, Tense.FUTURE)):
        for week_before in (False, True):
            found = resolve_date(asked.phrase, published=asked.day, tense=one.value, previous=asked.day, week_before=week_before)
            if found is not None:
                yield one.value, found
    for found in find_dates(asked.phrase, Context(asked.day, tense=tense.value if tense else None, previous=asked.day)):
        yield (tense or Tense.PAST).value, found


def to_answer(asked: Asked, tense: Tense | None) -> Answer:
    """The answer of the grammar: keys in the documented order, nulls where the phrase has no meaning (without a day to start from)."""
    candidates: list[Answer] = []
    for told, found in _readings(asked, tense):
        one = {**_fields(found), "tense": told, "text": asked.phrase[found.start : found.end]}
        if all(any(one[key] != other[key] for key in _KEYS) for other in candidates):
            candidates.append(one)
    best: Answer = candidates[0] if candidates else dict.fromkeys(_KEYS)
    return {"input": asked.phrase, **{key: best[key] for key in _KEYS}, "candidates": candidates}


def _days(one: Answer) -> str:
    return str(one["earliest"]) if one["earliest"] == one["latest"] else f"{one['earliest']} to {one['latest']}"


def _is_relative(phrase: str, tense: Tense | None) -> bool:
    """Whether a day to start from would give the phrase a meaning, whichever day it is."""
    return to_answer(Asked(phrase, _ANY_DAY), tense)["earliest"] is not None


def show(found: Answer, tense: Tense | None) -> None:
    """Print an answer for a reader."""
    if found["earliest"] is None:
        heading(found, None, ["a relative date needs --from" if _is_relative(str(found["input"]), tense) else "no date is read in it"])
        return
    heading(found, _days(found), [f"precision: {found['precision']}, basis: {found['basis']}"])
    candidates = cast("list[Answer]", found["candidates"])
    considered((_days(one), one["precision"], one["basis"], f"{one['tense']} tense", one["text"]) for one in candidates)


def when(
    phrase: Annotated[str | None, typer.Argument(help="The date, such as 'last Tuesday', 'early November' or 'since 2022'.")] = None,
    start: Annotated[str | None, typer.Option("--from", help="The day on which it is said (2024-11-20, or '20 November 2024'); never the machine's clock.")] = None,
    tense: Annotated[Tense | None, typer.Option(help="Tense of the act it dates: 'on Friday' lies behind or ahead.", show_default="past")] = None,
    file: Annotated[Path | None, typer.Option(help="A file with one phrase a line, and perhaps tab, date, tab, codes; - for standard input.")] = None,
    form: Annotated[AnswerFormat, typer.Option("--format", help="How to print the answers.")] = AnswerFormat.TEXT,
) -> None:
    """Say which days a date means: earliest, latest, precision, basis, and the readings considered.

    A phrase without a meaning is answered with nulls. Exit codes: 0 done, 1 a file failed or a line of it is malformed, 2 wrong usage.
    """
    one_of(phrase, file)
    answer_all(phrase, file, Asked("", to_day(start, "--from")), lambda asked: to_answer(asked, tense), partial(show, tense=tense), form)
