"""Captions with the name of who took the picture, and captions in small type that cut a paragraph."""

from __future__ import annotations

import pytest
from tests.read.test_pdf_layout import lines_of, page_of
from tests.read.test_pdf_lists import blocks_of

from dateline.read.boilerplate import classify
from dateline.read.draft import DraftBlock
from dateline.read.pdf.lines import line_of, pieces_of, rows_of
from dateline.read.pdf.paragraphs import is_table_head
from dateline.read.textmap import Mapped
from dateline.types import BlockKind

TEXT = "Georgia opened the pass to lorries on 3 May 2022 and Yerevan thanked the government in Tbilisi for it at a meeting of both ministers."


def kind_of(text: str) -> BlockKind:
    return list(classify([DraftBlock(BlockKind.PARAGRAPH, Mapped.inserted(one)) for one in (TEXT, text, TEXT)], ()))[1].kind


@pytest.mark.parametrize(
    "text",
    [
        "Lorries wait below the pass on 3 May 2022. Photo: Geostat.",
        "Lorries wait below the pass. Photograph: T. Beridze / Interpressnews.",
        "Lorries wait below the pass. Photo by Tamar Beridze",
        "Lorries below the pass (Photo by Tamar Beridze/Anadolu).",
        "Lorries wait below the pass on 3 May. © Tamar Beridze",
        "Source: Geostat, Yearbook of Trade",
    ],
)
def test_the_tail_of_a_caption(text: str) -> None:
    assert kind_of(text) is BlockKind.CAPTION


@pytest.mark.parametrize(
    "text",
    [
        "Tbilisi said that the photo by the agency showed lorries of Baku at the border.",
        "The minister showed a picture: lorries burned for 3 days. Baku denied it.",
        "Tbilisi closed the pass in June. Baku protested against it on the next day.",
    ],
)
def test_sentences_about_pictures_are_text(text: str) -> None:
    assert kind_of(text) is BlockKind.PARAGRAPH


HALVES = ("Georgia opened the pass to lorries on 3 May 2022, and the envoy of", "the government in Yerevan thanked both ministers for it on the next day.")


def test_a_paragraph_goes_on_behind_a_picture_and_its_caption(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(20.0, 560.0, HALVES[0], 10.0), (20.0, 440.0, "Lorries wait below the pass", 8.0), (20.0, 420.0, HALVES[1], 10.0)]
    assert blocks_of(monkeypatch, [*rows, (20.0, 390.0, TEXT[:70] + ".", 10.0)])[0] == " ".join(HALVES)


def test_a_quotation_in_small_type_is_no_caption(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(20.0, 560.0, HALVES[0], 10.0), (40.0, 542.0, "“Lorries wait below the pass”", 8.0), (20.0, 524.0, HALVES[1], 10.0)]
    assert any("Lorries" in text for text in blocks_of(monkeypatch, [*rows, (20.0, 494.0, TEXT[:70] + ".", 10.0)]))


CELLS = ((20.0, "Georgia"), (160.0, "12"), (280.0, "Interpressnews"))
HEAD = ((520.0, 160.0, "Lorries turned"), (520.0, 280.0, "Agency that"), (514.0, 20.0, "Country"), (508.0, 160.0, "back in May"), (508.0, 280.0, "counted them"))


def test_the_head_of_a_table_is_part_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    head = [(left, base, words, 10.0) for base, left, words in HEAD]
    rows = [(left, 484.0 - 16 * at, words, 10.0) for at in range(4) for left, words in CELLS]
    found = blocks_of(monkeypatch, [(20.0, 560.0, HALVES[0] + " Yerevan.", 10.0), *head, *rows, (20.0, 380.0, HALVES[1], 10.0)])
    assert not any("Lorries" in text or "counted" in text for text in found)


@pytest.mark.parametrize("above", ["3. Lorries turned back", "Lorries turned back in May, by country"])
def test_a_heading_above_a_table_is_none_of_its_rows(above: str) -> None:
    lines = lines_of((20.0, 508.0, above, 10.0))
    table = [line_of(row) for row in rows_of(pieces_of(page_of(*((left, 484.0 - 16 * at, words, 10.0) for at in range(4) for left, words in CELLS))))]
    assert not is_table_head(lines, table)
