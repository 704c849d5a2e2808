"""Paragraphs of PDF files whose numbers hang to their left; pages built by hand (text advances half a size a character)."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.read.test_pdf_chronicles import draft_of
from tests.read.test_pdf_lists import Text

OPENING: Text = (40.0, 560.0, "The committee heard what Nauru did in the dispute of the pool.", 10.0)
PARAGRAPHS = (
    ("Nauru closed its port to the fleet of Tuvalu on 3 May. Fiji", "protested in Yaren."),
    ("Tuvalu recalled its envoy from Yaren.",),
    ("Kiribati asked both of them to talk.", "Samoa joined it on 9 May and sent a judge, who met the two", "sides in Apia."),
    ("Nauru opened the port again.",),
)
TOLD = [" ".join(lines) for lines in PARAGRAPHS]


def numbered(labels: Sequence[str], *, space: float, texts: Sequence[Sequence[str]] = PARAGRAPHS) -> list[Text]:
    """Numbers at the left edge, and the lines of their paragraphs at one edge to their right."""
    lines: list[Text] = []
    top = 530.0
    for label, own in zip(labels, texts, strict=True):
        lines.append((40.0, top, label, 10.0))
        lines += [(80.0, top - 12.0 * at, line, 10.0) for at, line in enumerate(own)]
        top -= 12.0 * len(own) + space
    return lines


class TestNumbersByParts:
    @pytest.mark.parametrize("labels", [("1.1", "1.2", "1.3", "1.4"), ("2.8.", "2.9.", "2.10.", "2.11."), ("1.1", "1.2", "2.1", "2.2"), ("3.1", "3.1.1", "3.1.2", "3.2")])
    @pytest.mark.parametrize("space", [0.0, 6.0])
    def test_each_paragraph_is_whole_and_has_no_number(self, monkeypatch: pytest.MonkeyPatch, labels: Sequence[str], space: float) -> None:
        told, others, remarks = draft_of(monkeypatch, [OPENING, *numbered(labels, space=space)])
        assert (told, others, remarks) == ([OPENING[2], *TOLD], [], [])

    def test_letters_of_annexes(self, monkeypatch: pytest.MonkeyPatch) -> None:
        labels = ("A.1", "A.2", "B.1", "B.2")
        told = draft_of(monkeypatch, [OPENING, *numbered(labels, space=0.0)])[0]
        assert told[1:] == [f"{label} {text}" for label, text in zip(labels, TOLD, strict=True)]

    @pytest.mark.parametrize("labels", [("7.", "8.", "9.", "10."), ("(7)", "(8)", "(9)", "(10)")])
    def test_plain_numbers(self, monkeypatch: pytest.MonkeyPatch, labels: Sequence[str]) -> None:
        told, _, remarks = draft_of(monkeypatch, [OPENING, *numbered(labels, space=6.0)])
        assert [one.split(") ", 1)[-1] for one in told[1:]] == TOLD
        assert remarks == []


class TestTables:
    def test_shares_beside_names_stay_a_table(self, monkeypatch: pytest.MonkeyPatch) -> None:
        rows = (("1.1", "Nauru", "above the aim"), ("1.4", "Fiji", "below the aim"), ("1.5", "Samoa", "above the aim"), ("1.7", "Tonga", "far above the aim"))
        cells = [(x, 500.0 - 14 * at, text, 10.0) for at, row in enumerate(rows) for x, text in zip((40.0, 80.0, 160.0), row, strict=True)]
        told, others, _ = draft_of(monkeypatch, [OPENING, *cells])
        assert told == [OPENING[2]]
        assert len(others) == 1

    def test_shares_that_fall_stay_a_table(self, monkeypatch: pytest.MonkeyPatch) -> None:
        lines = numbered(("4.1", "3.2", "2.8", "1.4"), space=2.0, texts=[("of what the government of Nauru spent in that year",)] * 4)
        assert draft_of(monkeypatch, [OPENING, *lines])[0] == [OPENING[2]]

    def test_a_line_that_begins_with_a_share_opens_no_paragraph(self, monkeypatch: pytest.MonkeyPatch) -> None:
        lines = [OPENING, (40.0, 548.0, "It found that the fleet paid Nauru and Tuvalu, in all, a sum of", 10.0), (40.0, 536.0, "3.5 million for a year.", 10.0)]
        assert len(draft_of(monkeypatch, lines)[0]) == 1
