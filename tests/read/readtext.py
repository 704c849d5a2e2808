"""What of a document is its text."""

from __future__ import annotations

from dateline.types import BlockKind, Document


def paragraphs(document: Document) -> list[str]:
    """The words of its paragraphs, in text order."""
    return [document.slice(block.span) for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
