"""Running heads of left and right pages in a document of two or three pages, where each stands once. Pages built by hand."""

from __future__ import annotations

import pytest
from tests.read.test_pdf_layout import page_of, texts_of

from dateline.read.pdf.furniture import without_furniture
from dateline.read.pdf.lines import pieces_of

FIRST = [(40.0, 530.0 - 12 * at, f"In the year {1990 + at} the two states fell out over the river and its dams", 10.0) for at in range(20)]
SECOND = [(40.0, 530.0 - 12 * at, f"and in {2010 + at} they met again in Lusaka to speak about the water", 10.0) for at in range(20)]


def second_page(first: tuple[float, str, float], second: tuple[float, str, float], body: list[tuple[float, float, str, float]] = SECOND) -> list[str]:
    """What is kept above the second page's text, where the pages open with a row at this height, of these words and size."""
    pages = [[(40.0, height, words, size), *text] for (height, words, size), text in ((first, FIRST), (second, body))]
    kept = texts_of(without_furniture([pieces_of(page_of(*page)) for page in pages])[1])
    return [text for text in kept if text not in {words for _, _, words, _ in body}]


@pytest.mark.parametrize("head", ["A. Mwale | The Water Quarrel", "The Water Quarrel", "ZAMBEZI REVIEW", "Mwale: Dams and Treaties"])
def test_a_head_that_stands_once_is_no_text(head: str) -> None:
    assert second_page((575.0, "Zambezi Papers 9 (2021)", 8.5), (575.0, head, 8.5)) == []
    assert second_page((575.0, "Zambezi Papers 9 (2021)", 10.0), (575.0, head, 10.0)) == []  # the sentence goes on below it


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((575.0, "Zambezi Papers 9 (2021)", 8.5), (575.0, "Table 2: Dams on the river", 8.5)),
        ((575.0, "Zambezi Papers 9 (2021)", 8.5), (555.0, "The Water Quarrel", 8.5)),
        ((575.0, "Zambezi Papers 9 (2021)", 8.5), (575.0, "What was agreed", 10.0)),
        ((575.0, "Zambezi Papers 9 (2021)", 8.5), (575.0, "It was the last of their talks.", 8.5)),
        ((542.0, "They had been friends", 10.0), (542.0, "as their fathers had been", 10.0)),
    ],
)
def test_what_is_no_head_stays(first: tuple[float, str, float], second: tuple[float, str, float]) -> None:
    assert second_page(first, second) == [second[1]]


def test_a_heading_above_a_new_sentence_stays() -> None:
    body = [(left, height, words.capitalize(), size) for left, height, words, size in SECOND]
    assert second_page((575.0, "How it began", 10.0), (575.0, "What was agreed", 10.0), body) == ["What was agreed"]
