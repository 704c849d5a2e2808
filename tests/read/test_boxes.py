"""Side notes, captions and lists of stories that float beside a paragraph; tables and columns stay what they are. Pages built by hand."""

from __future__ import annotations

from collections.abc import Sequence
from time import process_time

import pytest
from tests.read.test_pdf_layout import page_of, texts_of
from tests.read.test_pdf_lists import blocks_of

from dateline.read.pdf.boxes import with_boxes_apart
from dateline.read.pdf.lines import pieces_of

Text = tuple[float, float, str, float]

WIDE = ("Kenya and Uganda quarrelled over an island in the lake when boats of Kampala", "landed there. Nairobi asked them to leave.")
BESIDE = ("Nairobi sent a patrol boat and recalled", "its envoy from Kampala. The envoy of", "Tanzania offered to mediate between", "Museveni and Kibaki, who refused on 3")
AFTER = ("March 2009, and both of them sent police to the shore while fishermen fled to", "Kisumu.")


def page(box: Sequence[Text], edge: float = 20.0) -> list[Text]:
    """A page whose second paragraph has a box beside its first lines, which begin at ``edge``."""
    wide = [(20.0, 560.0 - 12 * at, line, 10.0) for at, line in enumerate(WIDE)]
    beside = [(edge, 530.0 - 12 * at, line, 10.0) for at, line in enumerate(BESIDE)]
    after = [(20.0, 482.0 - 12 * at, line, 10.0) for at, line in enumerate(AFTER)]
    return [*wide, *beside, *after, *box]


WHOLE = " ".join((*BESIDE, *AFTER))
NOTE = ("Migingo is an island", "of half an acre", "in Lake Victoria.")


@pytest.mark.parametrize("size", [7.0, 8.0, 9.0, 10.0])
def test_a_side_note_at_the_right(monkeypatch: pytest.MonkeyPatch, size: float) -> None:
    box = [(230.0, 525.5 - 1.2 * size * at, line, size) for at, line in enumerate(NOTE)]
    found = blocks_of(monkeypatch, page(box))
    assert WHOLE in found
    assert " ".join(NOTE) in found


def test_a_box_at_the_left(monkeypatch: pytest.MonkeyPatch) -> None:
    box = [(20.0, 525.5 - 10 * at, line, 8.0) for at, line in enumerate(NOTE)]
    found = blocks_of(monkeypatch, page(box, edge=190.0))
    assert WHOLE in found


def test_a_caption_below_a_picture_beside_the_last_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    box = [(230.0, 508.0, "Boats near the island in March.", 8.0), (230.0, 498.0, "Photo: Daily Nation", 8.0)]
    found = blocks_of(monkeypatch, page(box))
    assert WHOLE in found


def test_rows_of_a_table_are_no_box() -> None:
    rows = [(left, 530.0 - 12 * at, words, size) for at, line in enumerate(BESIDE) for left, words, size in ((20.0, line, 10.0), (240.0, f"{at}7 boats seen", 8.0))]
    texts = [*page(()), *rows]
    assert with_boxes_apart(pieces_of(page_of(*texts)))[1] == []


def test_columns_of_one_text_are_no_boxes() -> None:
    left = [(20.0, 530.0 - 12 * at, line, 10.0) for at, line in enumerate((*BESIDE, *BESIDE))]
    right = [(230.0, 524.0 - 12 * at, "of both states at the lake in that", 10.0) for at in range(8)]
    assert with_boxes_apart(pieces_of(page_of((20.0, 560.0, "The island in the lake", 16.0), *left, *right)))[1] == []


def test_a_running_number_beside_a_line_is_no_box() -> None:
    assert with_boxes_apart(pieces_of(page_of(*page([(380.0, 525.5, "12", 7.0)]))))[1] == []


def test_the_text_keeps_its_pieces() -> None:
    box = [(230.0, 525.5 - 10 * at, line, 8.0) for at, line in enumerate(NOTE)]
    text, boxes = with_boxes_apart(pieces_of(page_of(*page(box))))
    assert texts_of(text) == [line for _, _, line, _ in page(())]
    assert [texts_of(one) for one in boxes] == [list(NOTE)]


def test_a_page_full_of_figures_takes_no_time() -> None:
    cells = [(20.0 + 18 * column, 590.0 - 14.3 * row + column % 3, f"{row % 9}{column % 9}", 6.0 + row % 3) for row in range(19) for column in range(20)]
    pieces = pieces_of(page_of(*cells))
    started = process_time()
    with_boxes_apart(pieces)
    assert process_time() - started < 2.0
