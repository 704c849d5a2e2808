"""Cited headlines as reports of their own: acts of a dated headline in a note, at their place in the document's text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.extract.bearing import Title
from dateline.identities import mention_id
from dateline.movedacts import moved
from dateline.types import PRESS, Coded, Document, EventMention, Sentence, SentenceKind, Source, SourceLink, Span, TimeRef


def cited_reports(coded: Coded, titles: Mapping[tuple[str, str], Title]) -> tuple[EventMention, ...]:
    """The acts that dated headlines in a document's notes report.

    Args:
        coded: the coded document.
        titles: the coded titles of its sources by (title, ISO date prefix).

    Returns:
        Acts with ``sentence.kind`` citation whose only source is the cited one, in text order; each headline once, however often cited.
    """
    document = coded.document
    found: list[EventMention] = []
    seen: set[tuple[str | None, str | None, str | None]] = set()
    number = len(coded.sentences)
    for source in document.sources:
        key = (source.title, source.published, source.outlet or source.agency)
        title = titles.get((source.title or "", source.published or ""))
        span = _place_of(document, source) if source.kind in PRESS and source.published and title is not None else None
        if title is None or span is None or key in seen or not title.mentions:
            continue
        seen.add(key)
        sentence = Sentence(number, document.slice(span), span, SentenceKind.CITATION)
        number += 1
        found += _reported(document, source, sentence, title.mentions)
    return tuple(found)


def _reported(document: Document, source: Source, sentence: Sentence, mentions: Sequence[EventMention]) -> Iterator[EventMention]:
    """The acts of a headline as acts of the document that cites it."""
    ordinals: dict[int, int] = {}
    for mention in mentions:
        act = moved(mention, lambda at: at + sentence.span.start)
        identity = mention_id(document, act.trigger.span.start, ordinals)
        yield replace(
            act,
            mention_id=identity,
            event_id=identity,
            doc_id=document.doc_id,
            input_id=document.input_id,
            sentence=sentence,
            date=_dated(act.date),
            sources=(SourceLink(source, "sentence"),),
        )


def with_citations(coded: Coded) -> Coded:
    """The document with its cited reports among its acts, for those who ask for them."""
    if not coded.citations:
        return coded
    sentences = tuple(dict.fromkeys(one.sentence for one in coded.citations))
    return replace(coded, sentences=(*coded.sentences, *sentences), mentions=(*coded.mentions, *coded.citations), citations=())


def _place_of(document: Document, source: Source) -> Span | None:
    """Where a source's title stands in its note; ``None`` for "Ibid." and titles that were put together."""
    if source.span is None or not source.title:
        return None
    pattern = r"\s+".join(map(re.escape, source.title.split()))
    match = re.search(pattern, document.slice(source.span))
    if match is None or len(match.group()) != len(source.title):
        return None
    return Span(source.span.start + match.start(), source.span.start + match.end())


def _dated(time: TimeRef | None) -> TimeRef | None:
    """A headline that names no day is dated by its source."""
    return replace(time, basis="source") if time is not None and time.span is None and time.basis == "document" else time
