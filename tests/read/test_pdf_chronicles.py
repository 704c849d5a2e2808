"""Chronologies of PDF files whose days have a column of their own; pages built by hand (text advances half a size a character)."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.read.test_pdf_lists import Text, page_of

from dateline.read.pdf import reader
from dateline.read.pdf.process import Extracted
from dateline.types import BlockKind

OPENING: Text = (40.0, 560.0, "Ghana and Togo quarrelled over their frontier at sea in May 2019.", 10.0)
CLOSING = "Both of them have said that they will go on with their talks."
ENTRIES = (
    ("3 May 2019", ("Ghana seized two trawlers from Togo off Keta", "and fined their owners.")),
    ("9 May 2019", ("Togo recalled its envoy from Accra.",)),
    ("14 May 2019", ("Benin offered to mediate between both of its neighbours", "to the west. Ghana accepted.")),
)
TOLD = [
    "3 May 2019: Ghana seized two trawlers from Togo off Keta and fined their owners.",
    "9 May 2019: Togo recalled its envoy from Accra.",
    "14 May 2019: Benin offered to mediate between both of its neighbours to the west. Ghana accepted.",
]


def draft_of(monkeypatch: pytest.MonkeyPatch, *pages: Sequence[Text]) -> tuple[list[str], list[str], list[str]]:
    """The paragraphs and items, the other blocks and the remarks of pages."""
    built, first = [], 0
    for number, texts in enumerate(pages, 1):
        page = page_of(*texts)
        built.append(type(page)(**{name: getattr(page, name) for name in page.__slots__} | {"number": number, "first": first}))
        first += len(page.codes)
    monkeypatch.setattr(reader, "extract", lambda data: Extracted(tuple(built), {}))
    draft = reader.read_pdf(b"")
    told = [block.text.text.replace("\n", " ") for block in draft.blocks if block.kind is BlockKind.PARAGRAPH]
    others = [block.text.text for block in draft.blocks if block.kind is not BlockKind.PARAGRAPH]
    return told, others, [remark.code for remark in draft.remarks]


def table(entries: Sequence[tuple[str, Sequence[str]]], *, top: float = 530.0, space: float = 8.0, middle: bool = False, day: float = 40.0) -> list[Text]:
    """Entries as lines 12 points apart and rows so much further; days beside the first line, or in the middle of their rows."""
    lines: list[Text] = []
    for label, texts in entries:
        at = top - 6.0 * (len(texts) - 1) if middle else top
        lines.append((day, at, label, 10.0))
        lines += [(130.0, top - 12.0 * index, text, 10.0) for index, text in enumerate(texts)]
        top -= 12.0 * len(texts) + space
    return lines


class TestRows:
    @pytest.mark.parametrize("space", [0.0, 8.0])
    def test_an_entry_goes_from_its_day_to_the_next(self, monkeypatch: pytest.MonkeyPatch, space: float) -> None:
        told, others, remarks = draft_of(monkeypatch, [OPENING, *table(ENTRIES, space=space), (40.0, 420.0, CLOSING, 10.0)])
        assert (told, others, remarks) == ([OPENING[2], *TOLD, CLOSING], [], [])

    def test_days_in_the_middle_of_rows_set_apart(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert draft_of(monkeypatch, [OPENING, *table(ENTRIES, middle=True)])[0] == [OPENING[2], *TOLD]

    def test_days_in_the_middle_of_rows_close_together_are_said_to_be_unread(self, monkeypatch: pytest.MonkeyPatch) -> None:
        told, _, remarks = draft_of(monkeypatch, [OPENING, *table(ENTRIES, middle=True, space=0.0)])
        assert remarks == ["W128"]
        assert not any("May" in one for one in told[1:])

    def test_a_day_of_two_lines(self, monkeypatch: pytest.MonkeyPatch) -> None:
        lines = [line for line in table(ENTRIES, space=14.0) if line[0] > 100]
        days = [(40.0, line[1] - at, part, 10.0) for line in table(ENTRIES, space=14.0) if line[0] < 100 for part, at in ((line[2][:-5], 0.0), ("2019", 12.0))]
        assert draft_of(monkeypatch, [OPENING, *lines, *days])[0] == [OPENING[2], *TOLD]

    def test_the_next_page_goes_on(self, monkeypatch: pytest.MonkeyPatch) -> None:
        lines = table(ENTRIES, top=500.0)
        split = [line if line[1] > 440 else (line[0], line[1] + 100, line[2], line[3]) for line in lines]
        first, second = [line for line in split if line in lines], [line for line in split if line not in lines]
        assert draft_of(monkeypatch, [OPENING, *first], second)[0] == [OPENING[2], *TOLD]

    def test_columns_of_names_acts_and_sources(self, monkeypatch: pytest.MonkeyPatch) -> None:
        rows = (
            ("4 June 2020", "Kenya", "closed the crossing", "Nation"),
            ("8 June 2020", "Tanzania", "protested in Nairobi", "Reuters"),
            ("11 June 2020", "Uganda", "urged both to reopen it", "AFP"),
        )
        table = (("Date", "Actor", "Action", "Source"), *rows)
        cells = [(x, 500.0 - 20 * at, text, 10.0) for at, row in enumerate(table) for x, text in zip((40.0, 120.0, 180.0, 330.0), row, strict=True)]
        told = draft_of(monkeypatch, [OPENING, *cells])[0]
        assert told[1:] == [f"{day}: {who} {act}." for day, who, act, _ in rows]


class TestNoChronology:
    def test_days_in_the_margin_of_sentences_that_go_on(self, monkeypatch: pytest.MonkeyPatch) -> None:
        text = (
            "Ghana seized two trawlers from Togo and fined those who",
            "had fished off Keta since the morning, and then the",
            "envoy of Togo left Accra for talks with the ministers",
            "of fishing and of trade, who both asked Benin to help",
            "which it did in the middle of the month in Cotonou,",
            "to which Ghana sent its own minister with a map.",
        )
        lines = [(130.0, 530.0 - 12 * at, line, 10.0) for at, line in enumerate(text)]
        days = [(40.0, 530.0 - 12 * at, day, 10.0) for at, day in ((1, "3 May 2019"), (3, "9 May 2019"), (4, "14 May 2019"))]
        told, _, _ = draft_of(monkeypatch, [OPENING, *lines, *days])
        assert not any(one.startswith(("3 May 2019:", "9 May 2019:", "14 May 2019:")) for one in told)

    def test_years_and_figures(self, monkeypatch: pytest.MonkeyPatch) -> None:
        cells = [(x, 500.0 - 14 * at, text, 10.0) for at in range(5) for x, text in ((40.0, str(2015 + at)), (130.0, f"{at + 3}.4"), (200.0, f"{at * 7} bn"))]
        told, others, _ = draft_of(monkeypatch, [OPENING, *cells])
        assert told == [OPENING[2]]
        assert len(others) == 1

    def test_two_days_are_no_column(self, monkeypatch: pytest.MonkeyPatch) -> None:
        told, _, _ = draft_of(monkeypatch, [OPENING, *table(ENTRIES[:2])])
        assert not any(one.startswith("3 May 2019:") for one in told)
