"""How a read document is held against its gold: the same for the tests and the benchmark."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.types import BlockKind, Document

DOCUMENTS = Path(__file__).parent / "documents"
GOLD: list[dict[str, Any]] = json.loads((DOCUMENTS / "gold.json").read_text(encoding="utf-8"))
METADATA = ("title", "authors", "published", "publisher", "url", "format")


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    return [document.slice(block.span) for block in document.blocks if block.kind in kinds]


def metadata(document: Document) -> dict[str, Any]:
    published = document.published.isoformat() if document.published else None
    return {
        "title": document.title,
        "authors": list(document.authors),
        "published": published,
        "publisher": document.publisher,
        "url": document.url,
        "format": document.format,
    }


def body_of(document: Document, gold: dict[str, Any]) -> list[list[str]]:
    """The coded paragraphs, cut to the length of what the gold has of each."""
    found = texts(document, BlockKind.PARAGRAPH)
    wanted = gold["body"] + [["", ""]] * len(found)
    return [[text[: len(first)] if first else text, text[-len(last) :] if last else text] for text, (first, last) in zip(found, wanted, strict=False)]


def notes_of(document: Document, gold: dict[str, Any]) -> dict[str, list[str]]:
    found = {}
    for note in document.notes:
        text = document.slice(note.span)
        first, last = gold["notes"].get(note.label, ["", ""])
        found[note.label] = [text[: len(first)] if first else text, text[-len(last) :] if last else text]
    return found


def pairs_of(document: Document) -> Iterator[tuple[int, str]]:
    """Every marker of every note: offset and label, in text order."""
    yield from sorted((offset, note.label) for note in document.notes for offset in note.markers)


def right_pairs(document: Document, gold: dict[str, Any]) -> int:
    """How many of the gold's pairs were found, where as many were found as there are; each surplus pair counts against them."""
    found = [(document.text[max(0, offset - 40) : offset], label) for offset, label in pairs_of(document)]
    right = 0
    for words, label in gold["pairs"]:
        hit = next((one for one in found if one[1] == label and one[0].endswith((words, words + "."))), None)
        if hit is not None:
            right += 1
            found.remove(hit)
    return right - len(found)


def sources_of(document: Document) -> list[list[str | None]]:
    return [[source.note, source.title, source.published] for source in document.sources]
