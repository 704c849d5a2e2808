"""What hangs beside the text of a page, what follows a list of notes, and what is said twice: pages built by hand."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import pytest

from dateline.read.pdf.columns import regions
from dateline.read.pdf.footnotes import list_end
from dateline.read.pdf.hanging import with_hanging_labels, without_line_numbers
from dateline.read.pdf.lines import UNMAPPED, Line, Piece, character, line_of, pieces_of, with_bitmap_fonts
from dateline.read.pdf.process import Page
from dateline.read.pdf.sidebars import is_said_again, plain, with_margins_last

WORDS = "Border closures are cheap to announce and hard to end"


def page_of(*texts: tuple[float, float, str, float]) -> Page:
    """A page with texts at left edge, baseline, words and size; each character is half as wide as it is high."""
    marks = [(left + 0.5 * size * at, base, sign, size) for left, base, text, size in texts for at, sign in enumerate(text)]
    columns = [array("f", values) for values in zip(*((x, x + 0.5 * size, y - 2, y + 8, y, size) for x, y, _, size in marks), strict=True)]
    codes = array("I", [ord(sign) for _, _, sign, _ in marks])
    left, right, bottom, top, baseline, size = columns
    return Page(1, 0, 400.0, 600.0, codes, left, right, bottom, top, baseline, size, array("B", bytes(len(codes))), (), 0)


def texts_of(pieces: Sequence[Piece]) -> list[str]:
    return ["".join(" " if index < 0 else character(piece.page.codes[index]) for index in piece.items) for piece in pieces]


def lines_of(*texts: tuple[float, float, str, float]) -> list[Line]:
    return [line_of([piece]) for piece in pieces_of(page_of(*texts))]


class TestHangingLabels:
    @pytest.mark.parametrize("labels", [("1", "2", "3"), ("9.", "10.", "12."), ("•", "•", "•"), ("i", "ii", "iii")])
    def test_labels_of_a_list_join_their_texts(self, labels: tuple[str, ...]) -> None:
        rows = [(left, 500 - 12 * at, words, 8.0) for at, label in enumerate(labels) for left, words in ((40.0, label), (66.0, WORDS))]
        assert texts_of(with_hanging_labels(pieces_of(page_of(*rows)))) == [f"{label} {WORDS}" for label in labels]

    @pytest.mark.parametrize("cells", [("114", "97", "203"), ("3", "1", "2")])
    def test_figures_beside_words_stay_cells(self, cells: tuple[str, ...]) -> None:
        rows = [(left, 500 - 12 * at, words, 8.0) for at, cell in enumerate(cells) for left, words in ((40.0, cell), (66.0, WORDS))]
        assert len(with_hanging_labels(pieces_of(page_of(*rows)))) == 6


class TestLineNumbers:
    def test_every_fifth_line(self) -> None:
        rows = [(60.0, 500 - 12.0 * at, WORDS, 10.0) for at in range(12)]
        found = without_line_numbers([pieces_of(page_of(*rows, (30.0, 452, "255", 8.0), (30.0, 392, "260", 8.0)))])
        assert texts_of(found[0]) == [WORDS] * 12

    @pytest.mark.parametrize(("pages", "left"), [(2, 0), (5, 20)])
    def test_every_line_on_half_of_the_pages(self, pages: int, left: int) -> None:
        rows = [(60.0, 500 - 12.0 * at, WORDS, 10.0) for at in range(20)]
        numbers = [(30.0, 500 - 12.0 * at, str(at + 10), 5.0) for at in range(20)]
        numbered, bare = pieces_of(page_of(*rows, *numbers)), pieces_of(page_of(*rows))
        found = without_line_numbers([numbered, *[bare] * (pages - 1)])
        assert len(found[0]) == 20 + left


class TestMargins:
    def test_a_margin_in_other_type_is_read_last(self) -> None:
        rows = [(120.0, 500 - 12.0 * at, WORDS, 9.0) for at in range(12)]
        text, margin = with_margins_last(pieces_of(page_of((20.0, 500, "Closures of", 7.0), (20.0, 492, "borders", 7.0), *rows)))
        assert (texts_of(margin), len(text)) == (["Closures of", "borders"], 12)

    def test_a_short_column_of_the_same_type_is_no_margin(self) -> None:
        rows = [(120.0, 500 - 12.0 * at, WORDS, 9.0) for at in range(12)]
        _, margin = with_margins_last(pieces_of(page_of((20.0, 500, "Closures of", 9.0), *rows)))
        assert margin == []


class TestPullQuotes:
    @pytest.mark.parametrize(("words", "again"), [("Border closures are cheap", True), ("Border closures", False), ("Closures may end in spring", False)])
    def test_words_of_the_text(self, words: str, again: bool) -> None:
        assert is_said_again(lines_of((40.0, 300, words, 14.0)), plain(lines_of((40.0, 500, WORDS, 10.0)))) is again


class TestListEnd:
    @pytest.mark.parametrize(
        ("last", "following", "end"),
        [
            ("2. Ibid.", (40.0, 440.0, "About the author", 8.0), 2),
            ("2. Ibid.", (40.0, 476.0, "Jane Roe is a fellow.", 10.0), 2),
            ("2. Ibid. ↩", (40.0, 476.0, "Jane Roe is a fellow.", 8.0), 2),
            ("2. Ibid.", (40.0, 476.0, "Table 2: Seizures by year", 8.0), 2),
            ("2. John Roe, Report on the", (40.0, 476.0, "border, 2019.", 8.0), 3),
        ],
    )
    def test_what_follows_the_last_note(self, last: str, following: tuple[float, float, str, float], end: int) -> None:
        lines = lines_of((40.0, 500.0, "1. Jane Roe, Report, 2018.", 8.0), (40.0, 488.0, last, 8.0), following)
        assert list_end(lines) == end


@pytest.mark.parametrize(("codes", "text"), [("\x1cred \x15 \x1bect", "fired – ffect"), ("\x0cred \\a", "fired “a"), ("\x1ered", "ffired")])
def test_bitmap_fonts_without_a_table(codes: str, text: str) -> None:
    page = page_of((40.0, 500.0, codes, 10.0))
    page.flags[:] = array("B", [UNMAPPED] * len(codes))
    assert texts_of(pieces_of(with_bitmap_fonts(page))) == [text]


def test_the_title_of_a_box_across_both_columns_stands_above_its_text() -> None:
    left = [(20.0, 560.0 - 12 * at, f"left {at} the envoy of Oman left", 9.0) for at in range(6)]
    right = [(220.0, 560.0 - 12 * at, f"right {at} the port of Aden shut", 9.0) for at in range(6)]
    box = [(24.0, 460.0, "Box 2: How the port of Aden was run", 9.0)]
    box += [(24.0, 446.0 - 11 * at, "The port of Aden was run by a board of nine and then by two of them", 9.0) for at in range(2)]
    below = [(left, 400.0 - 12 * at, f"{side} {at} the envoy of Oman came", 9.0) for side, left in (("left", 20.0), ("right", 220.0)) for at in range(6, 12)]
    texts = [text for region in regions(pieces_of(page_of(*left, *right, *box, *below))) for text in texts_of(region.pieces)]
    title = texts.index("Box 2: How the port of Aden was run")
    assert texts[title - 1].startswith("right 5")
    assert texts[title + 1].startswith("The port of Aden was run")
