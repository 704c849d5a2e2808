"""``dateline who``: a phrase to the actor it names, with country and sectors."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from dateline.cli.phrases import Answer, AnswerFormat, Asked, answer_all, considered, heading, one_of, to_codes, to_day

if TYPE_CHECKING:
    from dateline.types import Candidate, Resolution


def _candidate(one: Candidate) -> Answer:
    return {
        "name": one.entity or None,
        "country": one.country,
        "sector": one.sectors[0] if one.sectors else None,
        "sectors": list(one.sectors),
        "score": one.score,
        "detail": one.detail or None,
    }


def to_answer(phrase: str, found: Resolution) -> Answer:
    """The answer of a resolution: keys in the documented order, nulls where it abstained."""
    chosen = found.chosen
    return {
        "input": phrase,
        "name": (chosen.entity or None) if chosen else None,
        "country": chosen.country if chosen else None,
        "sector": chosen.sectors[0] if chosen and chosen.sectors else None,
        "sectors": list(chosen.sectors) if chosen else [],
        "score": chosen.score if chosen else None,
        "method": found.method,
        "candidates": [_candidate(one) for one in found.candidates],
    }


def _codes(found: Mapping[str, object]) -> str:
    return " ".join([str(found["country"] or "---"), *cast("list[str]", found["sectors"])])


def show(found: Answer) -> None:
    """Print an answer for a reader."""
    if found["score"] is None:
        heading(found, None, [f"method: {found['method']}"])
    else:
        named = f"{found['name']}, {_codes(found)}" if found["name"] else _codes(found)
        heading(found, named, [f"score {found['score']}, method: {found['method']}"])
    candidates = cast("list[Answer]", found["candidates"])
    considered((one["name"], _codes(one), one["score"], one["detail"]) for one in candidates)


def who(
    phrase: Annotated[str | None, typer.Argument(help="The phrase, such as 'Yoon Suk Yeol' or 'a Sudanese farmer'.")] = None,
    on: Annotated[str | None, typer.Option(help="The day on which it is said (YYYY-MM-DD): it decides between offices.")] = None,
    near: Annotated[list[str] | None, typer.Option(help="Codes of the countries in play, such as KOR,PRK; may be repeated.")] = None,
    actors: Annotated[Path | None, typer.Option(help="A file of your own actors (TOML, table or TABARI/PETRARCH).")] = None,
    file: Annotated[Path | None, typer.Option(help="A file with one phrase a line, and perhaps tab, date, tab, codes; - for standard input.")] = None,
    form: Annotated[AnswerFormat, typer.Option("--format", help="How to print the answers.")] = AnswerFormat.TEXT,
) -> None:
    """Say who a phrase names: name, country, sectors, and the candidates considered.

    An unknown phrase is answered with nulls. Exit codes: 0 done, 1 a file failed or a line of it is malformed, 2 wrong usage.
    """
    one_of(phrase, file)
    default = Asked("", to_day(on, "--on"), to_codes(near or (), "--near"))
    from dateline.resolve import Resolver

    resolver = Resolver.load(actors_file=actors)

    def answer(asked: Asked) -> Answer:
        return to_answer(asked.phrase, resolver.actor(asked.phrase, on=asked.day, near=asked.near))

    answer_all(phrase, file, default, answer, show, form)
