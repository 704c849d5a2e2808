"""Pages of updates: each entry has its day and hour, and a list of key events is not read twice."""

from __future__ import annotations

import pytest

from dateline.extract.entries import entries
from dateline.read import ReadOptions
from dateline.read.draft import Metadata
from dateline.read.single import read_text
from dateline.types import BlockKind, Document

TOLD = "The army of Gabon closed the borders and put President Bongo under house arrest in Libreville."
LATER = "The African Union condemned the coup in Gabon and called on the army to free the president."


def read(text: str) -> Document:
    return read_text(text, input_id="live", options=ReadOptions(check_language=False), known=Metadata())


def told(document: Document) -> list[str]:
    return [document.slice(block.span).replace("\n", " ") for block in document.blocks if block.kind is BlockKind.PARAGRAPH]


@pytest.mark.parametrize("link", ["— See all updates", "| View all posts", "- Live updates", "· Read more updates"])
def test_a_link_behind_a_day_is_no_text(link: str) -> None:
    document = read(f"Gabon: latest\n\n31 August 2023 {link}\n\n{LATER}\n\n30 August 2023 {link}\n\n{TOLD}\n")
    headings = [document.slice(block.span) for block in document.blocks if block.kind is BlockKind.HEADING]
    assert headings[-1] == "30 August 2023"
    assert told(document) == [LATER, TOLD]
    assert document.published is not None
    assert document.published.isoformat() == "2023-08-31"


@pytest.mark.parametrize("form", ["{} GMT {}", "{} – {}", "{}: {}"])
def test_hours_that_open_entries_are_no_words_of_them(form: str) -> None:
    document = read(f"Gabon: latest\n\n{form.format('14:32', LATER)}\n\n{form.format('09:10', TOLD)}\n")
    assert told(document) == [LATER, TOLD]


def test_one_hour_alone_is_the_sentence_s_own() -> None:
    words = "14:32 GMT Libreville time was when the guards fired at the palace of the president."
    assert told(read(f"Gabon: latest\n\n{TOLD}\n\n{words}\n"))[-1] == words


@pytest.mark.parametrize("heading", ["Key events", "Summary", "Key developments", "What we know so far", "Latest updates"])
def test_key_events_that_entries_say_again_are_set_aside(heading: str) -> None:
    points = ("African Union condemns coup", "Army closes borders", "Paris halts flights of its airline to Libreville")
    text = f"# Gabon: latest\n\n## {heading}\n\n" + "".join(f"- {point}\n" for point in points)
    document = read(f"{text}\n### {points[0]}\n\n{LATER}\n\n### {points[1]}\n\n{TOLD}\n")
    assert told(document) == [points[2], LATER, TOLD]


def test_points_under_other_headings_stay() -> None:
    points = ("African Union condemns coup", "Army closes borders")
    document = read("# Gabon\n\n## Demands\n\n" + "".join(f"- {point}\n" for point in points) + f"\n### {points[0]}\n\n{LATER}\n")
    assert told(document)[:2] == list(points)


def days(document: Document) -> list[str | None]:
    found = entries(document)
    return [found[number].time.earliest.isoformat() if number in found else None for number, block in enumerate(document.blocks) if block.kind is BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("order", "expected"),
    [(("31 August 2023", "30 August 2023"), [None, "2023-08-30"]), (("30 August 2023", "31 August 2023"), ["2023-08-30", None])],
)
def test_entries_below_the_day_of_publication_have_it(order: tuple[str, str], expected: list[str | None]) -> None:
    text = f"# Gabon: latest\n\nPublished 31 August 2023\n\n## {order[0]}\n\n{LATER}\n\n## {order[1]}\n\n{TOLD}\n"
    assert days(read(text)) == expected
