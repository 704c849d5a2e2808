"""Statements of fact about acts that rest on no source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.audit.findings import Finding, FindingKind, Standing, page_of
from dateline.audit.standing import Stand
from dateline.types import Document, Span


def unsourced(document: Document, stands: Iterable[Stand]) -> Iterator[Finding]:
    """The sentences that tell of an act as a fact, name nobody who says so, and have no note of their own that cites a source.

    Where a later sentence of the paragraph has a marker, the finding says so, since authors put one note at the end of a paragraph. Nothing is
    found in a text that neither has notes nor lists sources.
    """
    if not (document.notes or document.markers or document.sources):
        return
    for stand in stands:
        if stand.standing is not Standing.UNSOURCED:
            continue
        mention, sentence = stand.mention, stand.mention.sentence
        later = _later_marker(document, sentence.span)
        told = "told as not done" if mention.negated else "told as a fact"
        message = f"“{mention.trigger.text}” is {told} without a source"
        comment = _marker_in(document, sentence.span)
        message += f"; its note {comment} cites none" if comment else f"; the paragraph's next note is {later}" if later else ""
        yield Finding(FindingKind.UNSOURCED, message, sentence.span, sentence, page_of(document, sentence.span.start), text=mention.trigger)


def _marker_in(document: Document, span: Span) -> str | None:
    """The label of a sentence's first marker."""
    return next((marker.label for marker in document.markers if span.start < marker.offset <= span.end + 1), None)


def _later_marker(document: Document, span: Span) -> str | None:
    """The label of the next marker of the same block."""
    block = document.block_of(span)
    if block is None:
        return None
    later = [one for one in document.markers if span.end + 1 < one.offset <= block.span.end + 1]
    return later[0].label if later else None
