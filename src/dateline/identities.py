"""The ids of statements: by their document and where they stand in the input, so that coding it again gives the same."""

from __future__ import annotations

import hashlib
from collections.abc import MutableMapping

from dateline.types import Document


def mention_id(document: Document, start: int, ordinals: MutableMapping[int, int]) -> str:
    """Hash of document, position in the raw input and ordinal: 16 hex digits, stable over recodings.

    Args:
        document: the document.
        start: where the trigger begins in its text (code points).
        ordinals: how many ids each position of the document has so far; counted on.
    """
    position = _position(document, start)
    ordinal = ordinals.get(position, 0)
    ordinals[position] = ordinal + 1
    return hashlib.sha256(f"{document.doc_id}\0{position}\0{ordinal}".encode()).hexdigest()[:16]


def added_id(document: Document, start: int) -> str:
    """The id of an act that a reviewer adds, of the document and where its trigger begins.

    It is marked as added, so that it meets no id of the coder: a coder that finds the act later has its own.
    """
    return hashlib.sha256(f"{document.doc_id}\0{_position(document, start)}\0added".encode()).hexdigest()[:16]


def _position(document: Document, start: int) -> int:
    raw = document.textmap.to_raw(start)
    return start if raw is None else raw
