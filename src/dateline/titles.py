"""Titles of cited sources: coded like headlines, and set against the acts that cite them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from dateline.citedreports import cited_reports
from dateline.extract.bearing import Title, bearing
from dateline.read.language import is_foreign_title, told_title
from dateline.types import Block, BlockKind, Coded, Document, EventMention, PhraseForm, SourceLink, Span

if TYPE_CHECKING:
    from dateline.pipeline import Pipeline

#: A whole day of an ISO date; shorter prefixes give no day to resolve offices on.
_DAY_LENGTH = 10


def code_titles(pipeline: Pipeline, titles: Sequence[tuple[str, str | None]]) -> list[Title]:
    """Code titles like headlines.

    Args:
        pipeline: the loaded pipeline.
        titles: (title, ISO prefix of its date) pairs; empty titles are not allowed.

    Returns:
        One coded title each, in order; it does not depend on the others.
    """
    from dateline.extract.extractor import extract
    from dateline.extract.quantities import find_quantities, to_quantity
    from dateline.resolve import resolve_extraction

    documents = [_document(told_title(text), published) for text, published in titles]
    found = extract(documents, pipeline.coder, parser=pipeline.options.parser)
    coded = []
    for document, extraction, (_, published) in zip(documents, found, titles, strict=True):
        resolved = resolve_extraction(document, extraction, pipeline.resolver)
        mentions = pipeline.mentions(document, resolved)
        countries = {party.country for one in mentions for party in (*one.actors, *one.recipients) if party.country}
        countries |= {one.place.country for one in mentions if one.place is not None and one.place.country}
        for phrase in extraction.phrases:
            if phrase.form is not PhraseForm.PRONOUN:
                chosen = pipeline.resolver.actor(phrase.mention.text, on=document.published, head=phrase.head).chosen
                countries |= {chosen.country} if chosen is not None and chosen.country else set()
        quantities = tuple(to_quantity(one, 0, document.text) for one in find_quantities(document.text))
        coded.append(Title(document.text, tuple(mentions), quantities, frozenset(countries), published))
    return coded


def _document(text: str, published: str | None) -> Document:
    day = date.fromisoformat(published) if published and len(published) == _DAY_LENGTH else None
    return Document("title", "title", text, "", (Block(BlockKind.TITLE, Span(0, len(text))),), published=day)


def with_bearings(pipeline: Pipeline, coded: Sequence[Coded]) -> list[Coded]:
    """Coded documents in which each source of an act says how its title bears on the act (of an English title), with the reports that their notes cite."""
    sources = [link.source for one in coded for mention in one.mentions for link in mention.sources]
    sources += [source for one in coded for source in one.document.sources]
    wanted = {(source.title, source.published) for source in sources if source.title and source.title.strip() and not is_foreign_title(source.title)}
    if not wanted:
        return list(coded)
    keys = sorted((title or "", published or "") for title, published in wanted)
    titles = dict(zip(keys, code_titles(pipeline, [(title, published or None) for title, published in keys]), strict=True))
    return [
        replace(one, mentions=tuple(_bearing_on(mention, titles) for mention in one.mentions), citations=cited_reports(one, titles))
        for one in coded
    ]


def _bearing_on(mention: EventMention, titles: dict[tuple[str, str], Title]) -> EventMention:
    if not mention.sources:
        return mention
    return replace(mention, sources=tuple(_link(mention, link, titles) for link in mention.sources))


def _link(mention: EventMention, link: SourceLink, titles: dict[tuple[str, str], Title]) -> SourceLink:
    title = titles.get((link.source.title or "", link.source.published or ""))
    return link if title is None else replace(link, bearing=bearing(mention, title))
