"""Notes of edited documents that say where the paper lies and who drafted it: "1 Source: National Archives ... Drafted by ..."."""

from __future__ import annotations

import pytest

from dateline.api import read_text
from dateline.read.authornotes import is_source_note
from dateline.read.monitored import tells_of_source
from dateline.types import BlockKind

REPORT = "The Peruvian Government recalled its Ambassador from Havana last week.{} Chile protested to Cuba yesterday, and Brazil proposed a meeting."
FIRST = "Source: National Archives, Central Files, 723.00. Secret. Drafted by Alvarez and approved in S on March 9. The meeting was held in Lima."


@pytest.mark.parametrize(
    ("marks", "notes"),
    [
        (("1", "2"), f"1 {FIRST}\n2 See telegram 88 from Lima, May 21, 1961."),
        ((" /1/", "/2/"), f"/1/ {FIRST}\n/2/ See telegram 88 from Lima, May 21, 1961."),
        (("/1/", "/2/"), f"/1/{FIRST}\n\n/2/The Ambassador delivered the note himself."),
    ],
)
def test_a_source_note_is_a_note_and_its_number_no_part_of_the_title(marks: tuple[str, str], notes: str) -> None:
    document = read_text(f"58. Memorandum of Conversation{marks[0]}\n\nLima, March 4, 1961.\n\n{REPORT.format(marks[1])}\n\n{notes}")
    assert document.title == "58. Memorandum of Conversation"
    assert [(note.label, len(note.markers)) for note in document.notes] == [("1", 1), ("2", 1)]
    assert [document.slice(block.span) for block in document.blocks if block.kind is BlockKind.PARAGRAPH] == [REPORT.format("")]


@pytest.mark.parametrize("words", ["The pact of 3/4/61 was signed", "See https://example.org/a/1/ for it", "It has and/or clauses"])
def test_strokes_of_dates_and_addresses_are_no_markers(words: str) -> None:
    document = read_text(f"Treaties\n\n{words}, and Chile protested to Cuba.\n\n/4/ Chile, Peru and Brazil agreed.")
    assert not any(note.label == "4" for note in document.notes)
    assert any(words in document.slice(block.span) for block in document.blocks)


def test_a_bracketed_source_tells_of_the_paper_and_other_brackets_do_not() -> None:
    assert tells_of_source("[Source: Central State Archive, Sofia, Fond 1-B, Record 33. Translated by Ann Lee and approved for release on 3 May.]")
    assert not tells_of_source("[The source said that Peru had recalled its envoy.]")


@pytest.mark.parametrize(
    ("note", "own"),
    [
        (FIRST, True),
        ("Source: Kew, The National Archives, file 371. The talks were held at six.", True),
        ("Source: AFP, 3 May 2016. Peru denied it.", False),
    ],
)
def test_a_source_note_speaks_of_the_paper_alone(note: str, own: bool) -> None:
    assert is_source_note(note) is own
