"""Texts in the form that sentences have, for the parser and the resolver: all offsets are those of the text, and records keep its words (:func:`restored`).

They take a capital for a name and an address for a word. So headlines in Title Case, headlines and texts in capitals, and texts in small letters throughout
are read with the case that their words have in sentences, addresses, handles and tags of posts are passed over, and marks are those of a keyboard.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dateline.plainform.headlines import WordCases, as_in_sentences
from dateline.plainform.marks import with_plain_marks
from dateline.plainform.possessives import without_bare_possessives
from dateline.plainform.postings import without_posting_signs
from dateline.plainform.restored import restored
from dateline.plainform.smalltexts import is_small, with_capitals
from dateline.types import BlockKind, Document

__all__ = ["in_plain_form", "restored"]

#: Paragraphs in capitals of fewer words are headings and labels.
_LEAST: Final = 6


def in_plain_form(document: Document) -> Document:
    """The document as sentences are written, all offsets and ids as they were; itself where it is written so."""
    text = with_plain_marks(without_posting_signs(document.text))
    if is_small(text):
        return replace(document, text=with_capitals(text))
    lines = _lines(document, text)
    plain = without_bare_possessives(_with(text, lines))
    return replace(document, text=plain) if plain != document.text else document


def _lines(document: Document, text: str) -> dict[int, str]:
    """The titles, and the paragraphs in capitals, that would be written otherwise, as they would be, by their offsets."""
    found, cases = {}, WordCases(text)
    for block in reversed(document.blocks):
        line = text[block.span.start : block.span.end]
        capitals = block.kind is BlockKind.PARAGRAPH and line.isupper() and len(line.split()) >= _LEAST
        if (capitals or block.kind is BlockKind.TITLE) and (made := as_in_sentences(line, cases, block.span.end)) != line:
            found[block.span.start] = made
    return found


def _with(text: str, lines: Mapping[int, str]) -> str:
    """The text with lines of the same length in place of its own, by their offsets."""
    pieces, end = [], 0
    for start, line in sorted(lines.items()):
        pieces += [text[end:start], line]
        end = start + len(line)
    return "".join((*pieces, text[end:]))
