"""One text as nine converters write it (``scripts/converted_cases.py``): pairs, notes, coded text, metadata."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from dateline.read import read
from dateline.types import BlockKind

FOLDER = Path(__file__).parent / "converted"
GOLD: dict[str, Any] = json.loads((FOLDER / "gold.json").read_text(encoding="utf-8"))
FILES = sorted(path.name for path in FOLDER.iterdir() if path.name != "gold.json")
#: Pandoc's Markdown and plain text have no title or date where their template is not asked for; Asciidoctor prints the date as a version.
WITHOUT_DATE = {"asciidoctor.html"}


def plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def test_there_are_enough_converters() -> None:
    assert len({name.partition(".")[0] for name in FILES}) >= 7


@pytest.mark.parametrize("name", FILES)
def test_markers_notes_and_text(name: str) -> None:
    document = read(FOLDER / name)
    wanted = GOLD["restarting"] if name in GOLD["restarts"] else GOLD["notes"]
    assert [note.label.partition(" (")[0] for note in document.notes] == [note["label"] for note in wanted]
    for note, gold in zip(document.notes, wanted, strict=True):
        assert plain(document.slice(note.span)) == plain(gold["text"])
    for marker in GOLD["markers"]:
        (place,) = document.notes[marker["note"]].markers
        before = GOLD["paragraphs"][marker["paragraph"]][: marker["offset"]]
        assert plain(document.text[max(0, place - 60) : place]).endswith(plain(before)[-16:])
    coded = plain(" ".join(document.slice(block.span) for block in document.blocks if block.kind is BlockKind.PARAGRAPH))
    for paragraph in GOLD["paragraphs"]:
        assert plain(paragraph) in coded
    for row in GOLD["table"]:
        assert plain("".join(row)) not in coded
    assert (plain(document.title or ""), document.authors) == (plain(GOLD["title"]), (GOLD["author"],))
    assert name in WITHOUT_DATE or (document.published and document.published.isoformat() == GOLD["published"])
