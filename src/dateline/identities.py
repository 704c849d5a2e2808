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
    raw = document.textmap.to_raw(start)
    position = start if raw is None else raw
    ordinal = ordinals.get(position, 0)
    ordinals[position] = ordinal + 1
    return hashlib.sha256(f"{document.doc_id}\0{position}\0{ordinal}".encode()).hexdigest()[:16]
