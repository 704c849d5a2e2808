"""Slides saved as PDF, chapters and typescripts: headings at one place on each page are text, running heads are not. Pages built by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.read.test_pdf_layout import page_of

from dateline.read.blocks import join_cut
from dateline.read.pdf import reader
from dateline.read.pdf.process import Extracted

Text = tuple[float, float, str, float]
TITLES = ("Mali breaks with Paris", "Niger closes its sky", "Chad recalls an envoy", "Togo offers to mediate", "Benin shuts the border")
TOLD = (
    ("Bamako expelled the ambassador on 31 January", "Paris froze its aid"),
    ("Niamey shut the air base in August", "Abuja cut off the power"),
    ("N'Djamena recalled its envoy from Khartoum", "Khartoum protested"),
    ("Lome invited both sides in May", "Accra joined the talks"),
    ("Cotonou closed the bridge at Malanville", "Lorries turned back"),
)


def texts_of(monkeypatch: pytest.MonkeyPatch, pages: Sequence[Sequence[Text]]) -> list[str]:
    built, first = [], 0
    for number, texts in enumerate(pages, 1):
        page = replace(page_of(*texts), number=number, first=first)
        built.append(page)
        first += len(page.codes)
    monkeypatch.setattr(reader, "extract", lambda data: Extracted(tuple(built), {}))
    return [block.text.text.replace("\n", " ") for block in join_cut(reader.read_pdf(b"").blocks)]


def slide(title: str, points: Sequence[str], *, size: float = 20.0, foot: str = "") -> list[Text]:
    rows: list[Text] = [(30.0, 560.0, title, size)]
    rows += [(40.0, 480.0 - 20 * at, point, 12.0) for at, point in enumerate(points)]
    return [*rows, (30.0, 20.0, foot, 7.0)] if foot else rows


@pytest.mark.parametrize("foot", ["", "Sahel Desk, Dakar"])
@pytest.mark.parametrize("size", [14.0, 20.0, 26.0])
def test_titles_and_last_points_of_slides(monkeypatch: pytest.MonkeyPatch, size: float, foot: str) -> None:
    found = texts_of(monkeypatch, [slide(title, told, size=size, foot=foot) for title, told in zip(TITLES, TOLD, strict=True)])
    assert " ".join(found) == " ".join(text for title, told in zip(TITLES, TOLD, strict=True) for text in (title, *told))


def test_titles_that_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    titles = ("Sahel", "Sahel", "Sahel (2)", "Coast", "Coast")
    found = texts_of(monkeypatch, [slide(title, told) for title, told in zip(titles, TOLD, strict=True)])
    assert [text for text in found if text in titles] == list(titles)


def test_the_name_of_a_paper_in_large_type_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [[(30.0, 585.0, "SAHEL MONITOR", 18.0), *slide(title, told)] for title, told in zip(TITLES, TOLD, strict=True)]
    assert "SAHEL MONITOR" not in texts_of(monkeypatch, pages)


ROWS = (
    "Envoys of Bamako and Niamey met in Lome and agreed",
    "to open the bridge, which lorries had waited at for",
    "ten days, and Cotonou sent police to the river while",
    "the ships lay idle and traders asked for help from",
)


@pytest.mark.parametrize(("head", "size"), [("Chapter of the {}", 10.0), ("Border trade in the {}", 8.0), ("The {} and the coast", 11.0)])
def test_running_heads_that_change_are_left_out(monkeypatch: pytest.MonkeyPatch, head: str, size: float) -> None:
    heads = [head.format(name) for name in ("Sahel", "Gulf", "delta", "lake", "desert")]
    pages = [[(30.0, 570.0, text, size), *((30.0, 530.0 - 12 * at, row, 10.0) for at, row in enumerate((*ROWS, *ROWS)))] for text in heads]
    assert not set(heads) & set(texts_of(monkeypatch, pages))


def test_lines_of_a_typescript_in_double_spacing(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [f"{row.split()[0]} {number} {' '.join(row.split()[1:])}" for number in ("one", "two", "three", "four", "five") for row in ROWS]
    pages = [[(30.0, 560.0 - 24 * at, row, 10.0) for at, row in enumerate(words[start : start + 4])] for start in range(0, 20, 4)]
    assert " ".join(texts_of(monkeypatch, pages)) == " ".join(words)
