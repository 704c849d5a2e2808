"""A day or an author behind a standfirst is the masthead's; a day that heads the entry of a chronology is not."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.read import read
from dateline.types import BlockKind, Document

STANDFIRST = "The junta in Niamey has let the last French soldiers leave in peace. What did it ask for, and who comes next?"
STORY = "Niger signed an accord with Moscow in the spring, and its generals have since sent home two envoys of the bloc."


def made(*paragraphs: str) -> Document:
    return read("\n\n".join(paragraphs).encode(), input_id="x.txt")


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Mar 7th 2024 | NIAMEY AND PARIS", None),
        ("Mar 7th 2024 | NIAMEY", None),
        ("7 March 2024", None),
        ("By Aline Dubois, 7 March 2024", None),
        ("BBC News | 7 March 2024", "BBC News"),
    ],
)
def test_the_day_stands_behind_the_standfirst(line: str, publisher: str | None) -> None:
    document = made("Africa and the powers", "The long goodbye", STANDFIRST, line, STORY)
    assert document.title == "Africa and the powers"
    assert (document.published, document.publisher) == (date(2024, 3, 7), publisher)
    kinds = {document.slice(block.span): block.kind for block in document.blocks}
    assert kinds[line] is BlockKind.BOILERPLATE
    assert kinds[STANDFIRST] is BlockKind.PARAGRAPH


def test_days_that_head_entries_are_none_of_publication() -> None:
    document = made("Niger: a chronology", STANDFIRST, "7 March 2023", STORY, "9 April 2023", STORY)
    kinds = {document.slice(block.span): block.kind for block in document.blocks}
    assert kinds["7 March 2023"] is not BlockKind.BOILERPLATE


def test_a_day_far_below_is_none_of_the_masthead() -> None:
    document = made("Africa and the powers", STORY, STORY, STORY, "7 March 2024 | NIAMEY", STORY)
    kinds = [block.kind for block in document.blocks if document.slice(block.span) == "7 March 2024 | NIAMEY"]
    assert kinds == [BlockKind.PARAGRAPH]
