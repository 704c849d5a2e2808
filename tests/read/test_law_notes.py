"""Notes of law reviews: newspapers in capitals, judgments by the reports of their court, and both in short."""

from __future__ import annotations

import pytest

from dateline.read.citations import parse_note
from dateline.types import Source


@pytest.mark.parametrize(
    ("text", "authors", "outlet", "title", "published", "pages"),
    [
        ("Simon Romero, Chile Seeks Redress, N.Y. TIMES, Feb. 9, 2014, at A6.", ("Simon Romero",), "N.Y. TIMES", "Chile Seeks Redress", "2014-02-09", "A6"),
        ("Ceasefire Fails in Juba, WASH. POST, July 11, 2016, at B2.", (), "WASH. POST", "Ceasefire Fails in Juba", "2016-07-11", "B2"),
        ("N.Y. TIMES, Feb. 9, 2014, at A6.", (), "N.Y. TIMES", None, "2014-02-09", "A6"),
        ("WASH. POST, July 11, 2016, at B2.", (), "WASH. POST", None, "2016-07-11", "B2"),
    ],
)
def test_newspapers_in_capitals(text: str, authors: tuple[str, ...], outlet: str, title: str | None, published: str, pages: str) -> None:
    (source,) = parse_note(text)
    assert (source.authors, source.outlet, source.title, source.published, source.pages) == (authors, outlet, title, published, pages)


def test_names_before_an_outlet_in_small_letters_are_names() -> None:
    (source,) = parse_note("Simon Romero, Lucia Vera, The Guardian, 9 February 2014.")
    assert source.title is None


FULL = (
    "Temple of Preah Vihear (Cambodia v. Thai.), Merits, 1962 I.C.J. Rep. 6, 34 (June 15).",
    "Land and Maritime Boundary (Cameroon v. Nigeria), 2002 I.C.J. 303, ¶ 57 (Oct. 10).",
    "The Case of the S.S. Lotus (Fr. v. Turk.), 1927 P.C.I.J. (ser. A) No. 10 (Sept. 7).",
)


@pytest.mark.parametrize(("text", "day", "pages"), list(zip(FULL, ("1962-06-15", "2002-10-10", "1927-09-07"), ("34", "57", "10"), strict=True)))
def test_judgments_by_the_reports_of_a_year(text: str, day: str, pages: str) -> None:
    (source,) = parse_note(text)
    assert (source.kind, source.title, source.published, source.pages) == ("official", text[: text.index(f", {day[:4]}")], day, pages)


def earlier() -> tuple[Source, ...]:
    return tuple(source for number, text in enumerate(FULL, 1) for source in parse_note(text, note=str(number)))


@pytest.mark.parametrize(
    ("text", "day", "pages"),
    [
        ("Temple of Preah Vihear, 1962 I.C.J. at 22.", "1962-06-15", "22"),
        ("See Land and Maritime Boundary, 2002 I.C.J. Rep. ¶ 206.", "2002-10-10", "206"),
        ("Preah Vihear, 1962 I.C.J. at 22–23.", "1962-06-15", "22–23"),
    ],
)
def test_judgments_in_short(text: str, day: str, pages: str) -> None:
    (source,) = parse_note(text, earlier=earlier())
    assert (source.published, source.pages) == (day, pages)


@pytest.mark.parametrize("text", ["Temple of Preah Vihear, 1966 I.C.J. at 22.", "Right of Passage, 1962 I.C.J. at 22."])
def test_other_judgments_are_not_known(text: str) -> None:
    assert all(source.published != "1962-06-15" for source in parse_note(text, earlier=earlier()))
