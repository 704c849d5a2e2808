"""Lists in PDF files: one item, one statement, by signs that are printed or drawn; pages built by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.read.test_pdf_layout import page_of

from dateline.read.blocks import join_cut
from dateline.read.boilerplate import classify
from dateline.read.draft import DraftBlock
from dateline.read.pdf import reader
from dateline.read.pdf.process import Extracted
from dateline.read.textmap import Mapped
from dateline.types import BlockKind

Text = tuple[float, float, str, float]
OPENING: Text = (40.0, 560.0, "Norway and Russia quarrelled over the fishery zone in the spring.", 10.0)


def blocks_of(monkeypatch: pytest.MonkeyPatch, *pages: Sequence[Text], dots: Sequence[tuple[float, float]] = ()) -> list[str]:
    """The paragraphs of pages; ``dots`` are drawn on the first, by their left edge and baseline."""
    built = []
    first = 0
    for number, texts in enumerate(pages, 1):
        drawn = tuple((x, y + 1, x + 4, y + 5) for x, y in dots) if number == 1 else ()
        page = replace(page_of(*texts), number=number, first=first, dots=drawn)
        built.append(page)
        first += len(page.codes)
    monkeypatch.setattr(reader, "extract", lambda data: Extracted(tuple(built), {}))
    return [block.text.text.replace("\n", " ") for block in join_cut(reader.read_pdf(b"").blocks) if block.kind is BlockKind.PARAGRAPH]


ITEMS = ("Oslo closed two harbours to trawlers on 3 May", "Iceland offered to mediate", "Denmark urged restraint")
CLOSING = "Moscow recalled its consul from Kirkenes."


class TestSigns:
    @pytest.mark.parametrize("sign", ["•", "▪", "●", "\uf0b7", "➢", "§", "o", "–", "-", "*"])
    def test_each_item_is_a_statement(self, monkeypatch: pytest.MonkeyPatch, sign: str) -> None:
        items = [(40.0, 540.0 - 12 * at, f"{sign} {words}", 10.0) for at, words in enumerate(ITEMS)]
        assert blocks_of(monkeypatch, [OPENING, *items, (40.0, 504.0, CLOSING, 10.0)])[1:4] == list(ITEMS)

    @pytest.mark.parametrize("labels", [("1.", "2.", "3."), ("(a)", "(b)", "(c)"), ("i)", "j)", "k)")])
    def test_numbers_and_letters_that_count_on(self, monkeypatch: pytest.MonkeyPatch, labels: Sequence[str]) -> None:
        items = [(40.0, 540.0 - 12 * at, f"{label} {words}", 10.0) for at, (label, words) in enumerate(zip(labels, ITEMS, strict=True))]
        found = blocks_of(monkeypatch, [OPENING, *items])
        assert [words.removeprefix(f"{label} ") for label, words in zip(labels, found[1:], strict=True)] == list(ITEMS)

    def test_signs_that_are_drawn(self, monkeypatch: pytest.MonkeyPatch) -> None:
        items = [(60.0, 540.0 - 12 * at, words, 10.0) for at, words in enumerate(ITEMS)]
        dots = [(50.0, 540.0 - 12 * at) for at in range(len(ITEMS))]
        assert blocks_of(monkeypatch, [OPENING, *items, (40.0, 504.0, CLOSING, 10.0)], dots=dots)[1:] == [*ITEMS, CLOSING]

    def test_marks_of_a_chart_are_no_signs(self, monkeypatch: pytest.MonkeyPatch) -> None:
        one = "Norway and Russia have quarrelled over the zone of fishing ever since"
        lines = [(40.0, 560.0, one, 10.0), (40.0, 548.0, "it was drawn in 2010 and has been watched by both of them since", 10.0)]
        assert len(blocks_of(monkeypatch, lines, dots=[(300.0, 548.0), (20.0, 554.5), (34.0, 530.0)])) == 1


class TestWrapped:
    LONG = ("• Oslo closed two harbours to Russian trawlers and let it be known", "that a third one would follow in June")

    @pytest.mark.parametrize("edge", [50.0, 40.0])
    def test_lines_below_the_words_or_below_the_sign(self, monkeypatch: pytest.MonkeyPatch, edge: float) -> None:
        rows = [(40.0, 540.0, self.LONG[0], 10.0), (edge, 528.0, self.LONG[1], 10.0), (40.0, 516.0, "• Iceland offered to mediate", 10.0)]
        found = blocks_of(monkeypatch, [OPENING, *rows, (40.0, 504.0, CLOSING, 10.0)])
        assert found[1:] == [" ".join(self.LONG).removeprefix("• "), "Iceland offered to mediate", CLOSING]

    def test_a_bold_item_is_no_heading(self, monkeypatch: pytest.MonkeyPatch) -> None:
        large = [(40.0, 540.0, "• Iceland offered to mediate", 12.0), (40.0, 526.0, "• Denmark urged restraint", 12.0)]
        body = [(40.0, 500.0 - 12 * at, f"The talks of {1990 + at} had led to nothing at all between them.", 10.0) for at in range(8)]
        assert blocks_of(monkeypatch, [OPENING, *large, *body])[1:3] == ["Iceland offered to mediate", "Denmark urged restraint"]

    def test_a_heading_with_a_sign_is_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        heading = (40.0, 530.0, "■ Outlook", 14.0)
        body = [(40.0, 500.0 - 12 * at, f"The talks of {1990 + at} had led to nothing at all between them.", 10.0) for at in range(8)]
        assert not any("Outlook" in text for text in blocks_of(monkeypatch, [OPENING, heading, *body]))

    def test_a_dash_in_a_sentence_is_no_sign(self, monkeypatch: pytest.MonkeyPatch) -> None:
        one = "Oslo – which had waited for a year before it closed its harbours"
        rows = [(40.0, 548.0, one, 10.0), (40.0, 536.0, "– asked the court in Hamburg for an order against the state.", 10.0)]
        assert len(blocks_of(monkeypatch, [(40.0, 572.0, "Fish and law", 10.0), *rows])) == 2


class TestPages:
    def test_items_stay_apart_over_a_page_end(self, monkeypatch: pytest.MonkeyPatch) -> None:
        one = [OPENING, (40.0, 540.0, "• Iceland offered to mediate between the two of them in Reykjavik", 10.0)]
        two = [(40.0, 560.0, "Denmark and Sweden urged both of them to show some restraint.", 10.0), (40.0, 530.0, "• Finland sent a note to Moscow", 10.0)]
        assert len(blocks_of(monkeypatch, one, two)) == 4

    def test_an_item_cut_by_a_page_end_goes_on(self, monkeypatch: pytest.MonkeyPatch) -> None:
        one = [OPENING, (40.0, 540.0, "• Oslo closed two harbours to trawlers from Murmansk and let it be", 10.0)]
        two = [(50.0, 560.0, "known that a third one would follow.", 10.0), (40.0, 540.0, "• Finland sent a note", 10.0)]
        assert blocks_of(monkeypatch, one, two)[1].endswith("let it be known that a third one would follow.")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(c) Iceland recalled its envoy from the talks", BlockKind.PARAGRAPH),
        ("(c) Nordic Council 2021", BlockKind.BOILERPLATE),
        ("(c) 2021 Nordic Council", BlockKind.BOILERPLATE),
        ("(c) Reuters", BlockKind.BOILERPLATE),
    ],
)
def test_the_third_of_a_list_is_no_copyright(line: str, kind: BlockKind) -> None:
    assert [block.kind for block in classify([DraftBlock(BlockKind.PARAGRAPH, Mapped.whole(line))], ())] == [kind]
