"""Texts whose capitals tell nothing, as they would be written in sentences: the parser and the resolver take a capital for a name.

Headlines in Title Case, headlines and texts in capitals, and texts in small letters throughout are read with the case that their words have in
sentences; records keep the words of the text (:func:`restored`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dateline.types import BlockKind, Document
from dateline.wordcase.headlines import as_in_sentences
from dateline.wordcase.restored import restored
from dateline.wordcase.smalltexts import is_small, with_capitals

__all__ = ["recased", "restored"]

#: Paragraphs in capitals of fewer words are headings and labels.
_LEAST: Final = 6


def recased(document: Document) -> Document:
    """The document with the case that its words have in sentences, all offsets and ids as they were; itself where its capitals tell names."""
    text = document.text
    if is_small(text):
        return replace(document, text=with_capitals(text))
    changes = [(start, made) for start, made in _lines(document) if text[start : start + len(made)] != made]
    for start, made in changes:
        text = text[:start] + made + text[start + len(made) :]
    return replace(document, text=text) if changes else document


def _lines(document: Document) -> Iterator[tuple[int, str]]:
    """The titles, and the paragraphs in capitals, as they would be written, with their offsets."""
    for block in document.blocks:
        line = document.text[block.span.start : block.span.end]
        capitals = block.kind is BlockKind.PARAGRAPH and line.isupper() and len(line.split()) >= _LEAST
        if capitals or block.kind is BlockKind.TITLE:
            yield block.span.start, as_in_sentences(line, document.text[block.span.end :])
