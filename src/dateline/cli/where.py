"""``dateline where``: a place name to country and coordinates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from dateline.cli.phrases import Answer, AnswerFormat, Asked, answer_all, considered, heading, one_of, to_codes

if TYPE_CHECKING:
    from dateline.resolve import PlaceResult

_KEYS = ("name", "country", "geonames_id", "lat", "lon", "kind", "score", "method", "approximate")


def _fields(one: PlaceResult) -> Answer:
    return {key: getattr(one, key) for key in _KEYS}


def to_answer(phrase: str, found: PlaceResult | None) -> Answer:
    """The answer of the gazetteer: keys in the documented order, nulls where it does not know the place."""
    if found is None:
        return {"input": phrase, **dict.fromkeys(_KEYS), "candidates": []}
    return {"input": phrase, **_fields(found), "candidates": [_fields(one) for one in (found, *found.candidates)]}


def _point(one: Answer) -> str:
    if one["lat"] is None:
        return "no point"
    return f"{'about ' if one['approximate'] else ''}{one['lat']}, {one['lon']}"


def show(found: Answer) -> None:
    """Print an answer for a reader."""
    if found["score"] is None:
        heading(found, None, [])
        return
    named = ", ".join(str(found[key]) for key in ("name", "country", "kind") if found[key])
    geonames = f"; GeoNames {found['geonames_id']}" if found["geonames_id"] else ""
    heading(found, named, [_point(found) + geonames, f"score {found['score']}, method: {found['method']}"])
    candidates = cast("list[Answer]", found["candidates"])
    considered((one["name"], one["country"], one["kind"], _point(one), one["score"]) for one in candidates)


def where(
    phrase: Annotated[str | None, typer.Argument(help="The place, such as Tripoli, 'Kursk region' or 'Paris, Texas'.")] = None,
    near: Annotated[list[str] | None, typer.Option(help="Codes of the countries in play, such as LBN; may be repeated.")] = None,
    file: Annotated[Path | None, typer.Option(help="A file with one phrase a line, and perhaps tab, date, tab, codes; - for standard input.")] = None,
    form: Annotated[AnswerFormat, typer.Option("--format", help="How to print the answers.")] = AnswerFormat.TEXT,
) -> None:
    """Say where a place is: name, country, GeoNames id, coordinates, kind, and the candidates considered.

    An unknown place is answered with nulls. Exit codes: 0 done, 1 a file failed or a line of it is malformed, 2 wrong usage.
    """
    one_of(phrase, file)
    default = Asked("", None, to_codes(near or (), "--near"))
    from dateline.resolve import Resolver

    resolver = Resolver.load()
    for code in default.near:
        if resolver.country_name(code) is None:
            raise typer.BadParameter(f"no country has the code {code!r}", param_hint="--near")

    def answer(asked: Asked) -> Answer:
        return to_answer(asked.phrase, resolver.place(asked.phrase, near=asked.near))

    answer_all(phrase, file, default, answer, show, form)
