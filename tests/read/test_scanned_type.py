"""Text layers of scanned pages: figures that were read as letters, and the sign of a cut word."""

from __future__ import annotations

import pytest
from tests.read.test_pdf_lists import blocks_of

from dateline.read.pdf.scans import with_figures
from dateline.read.textmap import Mapped


@pytest.mark.parametrize(
    ("read", "meant"),
    [("on l4 May 1977", "on 14 May 1977"), ("on 2l June 1986", "on 21 June 1986"), ("in 19l7", "in 1917"), ("in 198l.", "in 1981."), ("in I986", "in 1986")],
)
def test_letters_in_days_and_years_are_figures(read: str, meant: str) -> None:
    assert with_figures(Mapped.inserted(read)).text == meant


@pytest.mark.parametrize("text", ["Annex I and II", "I may go in May", "l. 14", "King Albert I of 1914", "model l4 tanks"])
def test_letters_elsewhere_stay(text: str) -> None:
    assert with_figures(Mapped.inserted(text)).text == text


def test_words_cut_by_the_sign_of_a_scan_are_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [(20.0, 560.0, "Malta recalled its ambassador from Libya and asked the govern\u00ac", 10.0), (20.0, 548.0, "ment of Italy to mediate in May.", 10.0)]
    assert "the government of Italy" in blocks_of(monkeypatch, rows)[0]
