"""Mastheads that word processors' files hold in a table."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from docx import Document as Word

from dateline.read import ReadOptions, read
from dateline.read.mastheadtable import is_masthead
from dateline.types import BlockKind, Document

BODY = (
    "Report of the Secretary-General",
    "The present report covers developments in Guinea-Bissau from 1 February to 2 August 2031.",
    "On 7 March, soldiers occupied the parliament in Bissau. Portugal condemned the occupation of the parliament on 8 March.",
)


def word(tables: list[list[list[str]]], *below: str) -> Document:
    """A Word file that opens with tables, given by rows of cells, whose lines are paragraphs."""
    made = Word()
    for rows in tables:
        table = made.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                first, *more = text.split("|")
                cell.text = first
                for line in more:
                    cell.add_paragraph(line)
    for text in below:
        made.add_paragraph(text)
    out = BytesIO()
    made.save(out)
    return read(out.getvalue(), input_id="a.docx", options=ReadOptions())


@pytest.mark.parametrize(
    ("tables", "day"),
    [
        ([[["United Nations", "S/2031/519"]], [["Security Council", "Distr.: General|9 August 2031||Original: English"]]], date(2031, 8, 9)),
        ([[["United Nations", "A/79/14"], ["General Assembly", "Distr.: Limited\n9 August 2031\n\nOriginal: French"]]], date(2031, 8, 9)),
        ([[["", "Distr.|GENERAL|E/CN.4/2031/12|9 August 2031|Original: ENGLISH"]]], date(2031, 8, 9)),
        ([[["African Union Commission", "9 August 2031"]]], date(2031, 8, 9)),
    ],
)
def test_a_table_above_the_title_is_the_masthead(tables: list[list[list[str]]], day: date) -> None:
    document = word(tables, "The situation in Guinea-Bissau", *BODY)
    assert (document.title, document.published) == ("The situation in Guinea-Bissau", day)
    assert not any(block.kind is BlockKind.TABLE for block in document.blocks)


@pytest.mark.parametrize(
    "cells",
    [
        ["Day", "Event", "4 May 2031", "Togo closed its border.", "6 May 2031", "Benin protested."],
        ["Killed", "4 May 2031", "12"],
        ["To:", "The Minister", "Date:", "4 May 2031"],
        ["Country", "Vote", "Togo", "yes", "Benin", "no"],
        [],
    ],
)
def test_a_table_that_tells_something_stays_one(cells: list[str]) -> None:
    assert not is_masthead(cells, [])


def test_a_table_below_the_text_stays_one() -> None:
    document = word([], "The situation in Guinea-Bissau", *BODY)
    assert is_masthead(["Annex", "S/2031/519"], [])
    made = word([[["Annex", "S/2031/519"]]], "The situation in Guinea-Bissau", *BODY)
    assert document.title == made.title
