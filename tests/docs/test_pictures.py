"""Pictures are made by the script, used in a page, and still show what the program prints."""

from __future__ import annotations

import difflib
import html
import re
import sys
from pathlib import Path

import make_pictures
import pytest
from blocks import DOCS, pages

#: Least likeness of a picture's text with what is printed now. A changed confidence or day is below it nowhere, a changed layout everywhere.
LIKENESS = 0.9


def test_every_picture_is_made_by_the_script_and_used() -> None:
    there = {path.name for path in make_pictures.PICTURES.iterdir()}
    assert there == set(make_pictures.MAKERS), "run: python scripts/make_pictures.py"
    used = {name for page in pages() for name in re.findall(r"\]\((?:\S*/)?pictures/([^)]+)\)", page.read_text("utf-8"))}
    assert used == there


def test_every_picture_says_what_it_shows() -> None:
    for page in pages():
        for words in re.findall(r"!\[([^\]]*)\]\(", page.read_text("utf-8")):
            assert len(words) > 10, page


def _words(svg: str) -> list[str]:
    text = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg))
    return [word for word in html.unescape(text).replace("\xa0", " ").split() if word != "dateline"]


@pytest.mark.skipif(sys.platform == "win32", reason="Skipped: no pseudo-terminals on Windows")
def test_pictures_of_terminals_are_current(tmp_path: Path) -> None:
    folder = make_pictures.sample_folder(tmp_path)
    for name in make_pictures.TERMINALS:
        now = [word for word in make_pictures.shown(folder, name).plain.split() if word != "dateline"]
        then = _words((DOCS / "pictures" / name).read_text("utf-8"))
        likeness = difflib.SequenceMatcher(None, then, now, autojunk=False).ratio()
        assert likeness >= LIKENESS, f"{name} is {likeness:.2f} like what is printed now; run: python scripts/make_pictures.py"
