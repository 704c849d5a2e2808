"""Statements of fact about acts that rest on no source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.audit.findings import Finding, FindingKind, page_of
from dateline.extract.parse import ParsedSentence
from dateline.types import BlockKind, Certainty, Coded, Document, EventMention, SentenceKind, Span, Status

#: Coded acts below this confidence are as often none: a sentence is called a statement about acts only above it. Set on tests/cases/audit.
_CONFIDENT = 0.5

#: A verb tells an act where it heads a clause; before a noun ("the deepening cooperation") or in a relative clause it takes it as known.
_TELLING = frozenset({"ROOT", "conj", "ccomp", "xcomp", "pcomp", "parataxis"})


def is_statement(mention: EventMention) -> bool:
    """Whether a mention tells as a fact that an act took place (or did not), in the author's own voice or another's."""
    told = mention.status in {Status.OCCURRED, Status.ONGOING} and mention.certainty is Certainty.CERTAIN
    return mention.sentence.kind is SentenceKind.BODY and told and mention.confidence >= _CONFIDENT and bool(mention.actors or mention.recipients)


def unsourced(coded: Coded, sentences: Sequence[ParsedSentence]) -> Iterator[Finding]:
    """The sentences that tell of an act as a fact, name nobody who says so, and have no note of their own that cites a source.

    An act that another sentence tells with its source is not reported again: summaries repeat. What stands before the first heading, where
    the notes begin below it, is such a summary. Where a later sentence of the paragraph
    has a marker, the finding says so, since authors put one note at the end of a paragraph. Acts named by a noun ("the movement of troops
    has ...") are taken as known, not told.
    """
    document = coded.document
    if not document.notes and not document.markers:
        return
    verbs = {token.start for one in sentences for token in one.tokens if token.pos == "VERB" and token.dep in _TELLING}
    backed = {key for one in coded.mentions if one.sources for key in _keys(one)}
    seen: set[int] = set()
    body = _summary_end(document)
    for mention in coded.mentions:
        sentence = mention.sentence
        if sentence.index in seen or sentence.span.end <= body:
            continue
        if mention.trigger.span.start not in verbs or not is_statement(mention) or mention.sources or mention.attribution is not None:
            continue
        if _has_marker(document, sentence.span) or any(key in backed for key in _keys(mention)) or not _certain_party(mention):
            continue
        seen.add(sentence.index)
        later = _later_marker(document, sentence.span)
        told = "told as not done" if mention.negated else "told as a fact"
        message = f"“{mention.trigger.text}” is {told} without a source"
        comment = _marker_in(document, sentence.span)
        message += f"; its note {comment} cites none" if comment else f"; the paragraph's next note is {later}" if later else ""
        yield Finding(FindingKind.UNSOURCED, message, sentence.span, sentence, page_of(document, sentence.span.start), text=mention.trigger)


def _summary_end(document: Document) -> int:
    """Where the summary above the sections ends: at the first heading of a section, if all markers stand below it; else 0."""
    paragraph = next((one.span.start for one in document.blocks if one.kind is BlockKind.PARAGRAPH), 0)
    heading = next((one.span.start for one in document.blocks if one.kind is BlockKind.HEADING and one.span.start > paragraph), 0)
    first = min((one.offset for one in document.markers), default=0)
    return heading if first > heading else 0


def _certain_party(mention: EventMention) -> bool:
    """Whether somebody is known to have done it, or to have had it done to them."""
    return any(one.country is not None or one.entity for one in (*mention.actors, *mention.recipients))


def _keys(mention: EventMention) -> list[tuple[str, frozenset[str], frozenset[str]]]:
    """What makes an act the same when it is told again: type, actors' countries, recipients' countries."""
    actors = frozenset(one.country for one in mention.actors if one.country)
    recipients = frozenset(one.country for one in mention.recipients if one.country)
    return [(mention.type, actors, recipients)] if actors and recipients else []


def _has_marker(document: Document, span: Span) -> bool:
    """Whether a sentence has a marker of a note that cites a source, or of one that is lost."""
    comments = {note.label for note in document.notes if note.kind == "commentary"}
    return any(span.start < marker.offset <= span.end + 1 and marker.label not in comments for marker in document.markers)


def _marker_in(document: Document, span: Span) -> str | None:
    """The label of a sentence's first marker."""
    return next((marker.label for marker in document.markers if span.start < marker.offset <= span.end + 1), None)


def _later_marker(document: Document, span: Span) -> str | None:
    """The label of the next marker of the same block."""
    block = next((one for one in document.blocks if one.span.contains(span)), None)
    if block is None:
        return None
    later = [one for one in document.markers if span.end + 1 < one.offset <= block.span.end + 1]
    return later[0].label if later else None
