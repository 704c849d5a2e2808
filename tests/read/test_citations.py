"""Citations in seven styles, each field as written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.read.citations import parse_citation, parse_note
from dateline.types import Source, Span

CASES = [json.loads(line) for line in (Path(__file__).parent / "citations.jsonl").read_text(encoding="utf-8").splitlines()]


def field(source: Source, name: str) -> object:
    value = getattr(source, name)
    return list(value) if name == "authors" else value


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 60
    assert len({case["style"] for case in CASES}) >= 7


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["style"] + ": " + case["text"][:40])
def test_fields(case: dict) -> None:
    earlier = parse_note(case["after"], note="1") if "after" in case else ()
    found = parse_note(case["text"], note="2", earlier=earlier)
    assert len(found) == len(case["sources"])
    for source, wanted in zip(found, case["sources"], strict=True):
        assert {name: field(source, name) for name in wanted} == wanted
        assert source.note == "2"


def test_spans_count_from_the_offset_and_cover_each_citation() -> None:
    text = '"A Truce", CNN, 1 May 2020; "A Raid", BBC News, 2 May 2020.'
    first, second = parse_note(text, note="4", offset=100)
    assert first.span == Span(100, 100 + text.index(";"))
    assert second.span is not None
    assert text[second.span.start - 100 : second.span.end - 100] == '"A Raid", BBC News, 2 May 2020.'


def test_a_semicolon_in_prose_does_not_split() -> None:
    assert len(parse_note('See "A Truce", CNN, 1 May 2020; emphasis added.')) == 1


def test_ibid_follows_the_last_source_of_several() -> None:
    earlier = parse_note('"A", CNN, 1 May 2020; "B", BBC News, 2 May 2020.', note="1")
    assert parse_note("Ibid.", note="2", earlier=earlier)[0].title == "B"


def test_ibid_without_anything_before_is_no_source() -> None:
    assert parse_note("Ibid.") == ()


def test_an_outlet_may_say_that_it_bears_no_date() -> None:
    assert [one.outlet for text in ("Radio Okapi, n.d.", "Radio Okapi, undated.") for one in parse_note(text)] == ["Radio Okapi"] * 2
    assert parse_note("The letter is undated.") == ()


@pytest.mark.parametrize("text", ["", "Emphasis added.", "Names have been changed.", "The author thanks two readers.", "p. 4"])
def test_prose_is_no_citation(text: str) -> None:
    assert parse_citation(text) is None


def test_the_words_of_a_linked_note_are_its_title() -> None:
    (source,) = parse_note("Army takes over in Niger", link="https://www.lemonde.fr/en/2023/07/27/niger_1.html")
    assert (source.outlet, source.published, source.title) == ("Le Monde", "2023-07-27", "Army takes over in Niger")


def test_a_department_named_by_field_and_country_is_the_body_and_a_city_no_outlet() -> None:
    source = parse_citation("Global Affairs Canada, “Canada Closes Its Embassy in Lomé,” Ottawa, May 3, 2024.")
    assert (source.kind, source.publisher, source.outlet, source.authors) == ("official", "Global Affairs Canada", None, ())


@pytest.mark.parametrize(
    ("text", "outlet", "agency"),
    [
        ("“Army Seizes Port,” Le Monde with AFP, 3 May 2023.", "Le Monde", "AFP"),
        ("“Army Seizes Port,” France 24 with Reuters and AP, 3 May 2023.", "France 24", "Reuters"),
        ("“Army Seizes Port,” Harbour and Sea, 3 May 2023.", "Harbour and Sea", None),
    ],
)
def test_an_agency_stands_behind_copy_that_an_outlet_worked_up(text: str, outlet: str, agency: str | None) -> None:
    [source] = parse_note(text)
    assert (source.outlet, source.agency) == (outlet, agency)
