"""Documents -> coded documents: the one place where the stages meet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dateline.config import DEFAULT_CODER
from dateline.errors import DatelineError
from dateline.identities import mention_id
from dateline.process import CODING
from dateline.sourcedates import is_long_past, is_reported_long_ago, source_date, told_before, told_beside, within_reports
from dateline.types import (
    DONE,
    Attribution,
    Claim,
    Coded,
    Document,
    EventMention,
    Extraction,
    Marker,
    Participant,
    Phrase,
    PhraseForm,
    Problem,
    RawAttribution,
    RawClaim,
    RawMention,
    Resolution,
    ResolvedMention,
    Sentence,
    SourceLink,
    TimeRef,
)
from dateline.version import __version__

if TYPE_CHECKING:
    from dateline.extract.extractor import Coder
    from dateline.resolve import Resolver

#: Score of a note whose marker stands in the sentence but before the act: the author most likely cites it for another clause.
SENTENCE_LINK_SCORE = 0.5
#: Documents coded together; enough to fill the parser's batches, small enough to keep memory flat.
BATCH_DOCUMENTS = 64
#: A batch also ends at this many characters, so that long documents do not pile up.
BATCH_CHARS = 400_000


@dataclass(frozen=True, slots=True)
class CodeOptions:
    """How to code.

    Args:
        coder: name of the coder (``trained``, ``lexicon`` or one installed under the entry point group ``dateline.coders``).
        model: a model folder for the trained coder; the package's own where ``None``.
        actors: a file of one's own actors that override the knowledge base.
        parser: package of the spaCy pipeline; the installed one where ``None``.
    """

    coder: str = DEFAULT_CODER
    model: Path | None = None
    actors: Path | None = None
    parser: str | None = None


class Pipeline:
    """Extraction, resolution and linking with the models loaded once.

    Args:
        options: how to code.

    Raises:
        DatelineError: E301 parser missing, E302 model damaged, E303 unknown coder.
    """

    def __init__(self, options: CodeOptions | None = None) -> None:
        from dateline.coders import load_coder
        from dateline.resolve import Resolver as _Resolver

        self.options = options or CodeOptions()
        with CODING:
            self.coder: Coder = load_coder(self.options.coder, self.options.model)
            self.resolver: Resolver = _Resolver.load(actors_file=self.options.actors)

    @property
    def coder_name(self) -> str:
        """Program and coder with their versions, as it stands in each record."""
        return f"dateline {__version__}; {self.coder.name}"

    def code(self, documents: Sequence[Document]) -> list[Coded]:
        """Code documents, the comments of their notes and the titles of their sources; the result for one does not depend on the others.

        Threads take turns: one that codes waits for another that does.

        Raises:
            DatelineError: E310 where one of them cannot be coded; :meth:`code_stream` codes the others.
        """
        from dateline.notecomments import with_comments
        from dateline.titles import with_bearings

        where = documents[0].input_id if len(documents) == 1 else f"{len(documents)} documents"
        try:
            with CODING:
                return with_bearings(self, with_comments(self, self.plain(documents)))
        except (ValueError, IndexError, KeyError, RuntimeError, ArithmeticError, AttributeError, TypeError) as error:
            raise DatelineError("E310", where, f"{type(error).__name__}: {error}") from error
        except DatelineError as error:
            raise error.at(where) if error.code == "E310" else error from error.__cause__

    def plain(self, documents: Sequence[Document]) -> list[Coded]:
        """Code the text of documents alone, without their notes."""
        from dateline.extract.extractor import extract
        from dateline.plainform import in_plain_form, restored

        read = [in_plain_form(document) for document in documents]
        extractions = extract(read, self.coder, parser=self.options.parser)
        coded = [self._finish(document, found) for document, found in zip(read, extractions, strict=True)]
        return [one if one.document is document else restored(one, document) for one, document in zip(coded, documents, strict=True)]

    def code_stream(self, inputs: Iterable[Document | Problem]) -> Iterator[Coded | Problem]:
        """Code a stream of inputs in batches, in order; problems pass through, and a document that fails becomes one."""
        batch: list[Document] = []
        size = 0
        for item in inputs:
            if isinstance(item, Problem):
                yield from self._batch(batch)
                batch, size = [], 0
                yield item
                continue
            batch.append(item)
            size += len(item.text)
            if len(batch) >= BATCH_DOCUMENTS or size >= BATCH_CHARS:
                yield from self._batch(batch)
                batch, size = [], 0
        yield from self._batch(batch)

    def _batch(self, documents: Sequence[Document]) -> Iterator[Coded | Problem]:
        if not documents:
            return
        try:
            yield from self.code(documents)
        except DatelineError as error:
            if error.code != "E310":
                raise
            if len(documents) == 1:
                yield error.to_problem(doc_id=documents[0].doc_id)
                return
            for document in documents:
                yield from self._batch([document])

    def _finish(self, document: Document, found: Extraction) -> Coded:
        from dateline.resolve import Calendar, link_lost_notes, resolve_extraction

        lost = link_lost_notes(document, found.sentences, self.resolver)
        mentions = self.mentions(document, resolve_extraction(document, found, self.resolver), lost)
        calendar = Calendar.of(document, found)
        claims = tuple(self._claim(document, calendar.of_sentence(raw.sentence), found, mentions, raw, lost) for raw in found.claims)
        return Coded(document, found.sentences, tuple(mentions), claims, (*document.problems, *found.problems))

    def mentions(
        self, document: Document, resolved: Sequence[ResolvedMention], lost: Mapping[int, tuple[SourceLink, ...]] | None = None
    ) -> list[EventMention]:
        """The mentions of a document with ids, dates and sources, in the order of the resolved acts; ``lost`` are links of lost notes."""
        ordinals: dict[int, int] = {}
        others = [item.raw for item in resolved]
        return [self._mention(document, lost or {}, item, ordinals, others) for item in resolved]

    def _mention(
        self,
        document: Document,
        lost: Mapping[int, tuple[SourceLink, ...]],
        item: ResolvedMention,
        ordinals: dict[int, int],
        others: Sequence[RawMention],
    ) -> EventMention:
        raw = item.raw
        links = source_links(document, raw.sentence, raw.trigger.span.end) + lost.get(raw.sentence.index, ())
        identity = mention_id(document, raw.trigger.span.start, ordinals)
        return EventMention(
            mention_id=identity,
            event_id=identity,
            doc_id=document.doc_id,
            input_id=document.input_id,
            sentence=raw.sentence,
            trigger=raw.trigger,
            type=raw.type,
            modes=raw.modes,
            contexts=raw.contexts,
            actors=item.actors,
            recipients=item.recipients,
            date=_date(document, raw, links, others),
            place=item.place,
            status=raw.status,
            negated=raw.negated,
            certainty=raw.certainty,
            attribution=item.attribution,
            cues=raw.cues,
            quantities=raw.quantities,
            sources=links,
            confidence=round(raw.confidence, 3),
            coder=self.coder_name,
        )

    def _claim(
        self,
        document: Document,
        day: date | None,
        found: Extraction,
        mentions: Sequence[EventMention],
        raw: RawClaim,
        lost: Mapping[int, tuple[SourceLink, ...]],
    ) -> Claim:
        sentence = found.sentences[raw.sentence]
        return Claim(
            kind=raw.kind,
            text=raw.text,
            span=raw.span,
            holder=_as_in_acts(document, raw.holder, mentions) or self._party(document, day, raw.holder),
            subject=raw.subject,
            object=raw.object,
            mentions=borne_on(raw, mentions),
            certainty=raw.certainty,
            attribution=self._voice(document, day, raw.attribution),
            sources=source_links(document, sentence, raw.span.end) + lost.get(sentence.index, ()),
        )

    def _voice(self, document: Document, day: date | None, raw: RawAttribution | None) -> Attribution | None:
        """Who says that the claim is so, resolved by the words."""
        if raw is None:
            return None
        who, via = self._party(document, day, raw.phrase), self._party(document, day, raw.via)
        through = None if via is None else Attribution("media", via.text, via.span, via.entity, via.country)
        if who is None:
            return Attribution(raw.kind, via=through)
        return Attribution(raw.kind, who.text, who.span, who.entity, who.country, through, who.score, who.method, who.candidates)

    def _party(self, document: Document, day: date | None, phrase: Phrase | None) -> Participant | None:
        """A phrase of a claim, resolved by its own words on the day of which its sentence tells."""
        if phrase is None:
            return None
        from dateline.resolve import COMPLEMENT_SCORE, to_participant

        if phrase.form is PhraseForm.PRONOUN:
            return to_participant(phrase, Resolution(None))
        whole = document.text[phrase.extended.start : phrase.extended.end] if phrase.extended else None
        party = to_participant(phrase, self.resolver.actor(phrase.mention.text, on=day, head=phrase.head, extended=whole))
        named = self.resolver.countries_in(whole) if whole and party.country is None else ()
        return replace(party, country=named[0], score=COMPLEMENT_SCORE, method="complement") if len(named) == 1 else party


#: Before a noun for those for whom somebody speaks: "**my** delegation".
_OWN: Final = re.compile(r"\b(?:my|our)\s+$", re.IGNORECASE)


def _as_in_acts(document: Document, phrase: Phrase | None, mentions: Sequence[EventMention]) -> Participant | None:
    """Whom a pronoun or "my delegation" stands for in the acts of the same words, where that is one party: a claim's own words do not say who "we" are."""
    if phrase is None:
        return None
    span = phrase.mention.span
    if phrase.form is not PhraseForm.PRONOUN and _OWN.search(document.text[max(0, span.start - 6) : span.start]) is None:
        return None
    found = {(one.entity, one.country): one for m in mentions for one in (*m.actors, *m.recipients) if one.span == span and (one.entity or one.country)}
    return next(iter(found.values())) if len(found) == 1 else None


def borne_on(raw: RawClaim, mentions: Sequence[EventMention]) -> tuple[str, ...]:
    """The acts that a claim bears on: those it explains or qualifies and those inside its words, else the nearest of its sentence."""
    here = [m for m in mentions if m.sentence.index == raw.sentence]
    governor = raw.governor
    close = [
        m for m in here if raw.span.contains(m.trigger.span) or (governor is not None and m.trigger.span.overlaps(governor))
    ]  # fmt: skip
    if not close and here:
        close = [min(here, key=lambda m: (min(abs(raw.span.start - m.trigger.span.end), abs(m.trigger.span.start - raw.span.end)), m.mention_id))]
    return tuple(m.mention_id for m in close)


def source_links(document: Document, sentence: Sentence, after: int) -> tuple[SourceLink, ...]:
    """The sources of a statement: those of the first marker at or after it in its sentence, then the sentence's others.

    Args:
        document: the document with its notes and markers.
        sentence: the sentence of the statement.
        after: offset of the end of the statement's trigger.
    """
    markers = [m for m in document.markers if sentence.span.start < m.offset <= sentence.span.end + 1]
    if not markers:
        return ()
    following = [m for m in markers if m.offset >= after]
    nearest = min((m.offset for m in following), default=None)
    links: list[SourceLink] = []
    for marker in sorted(markers, key=lambda m: (m.offset != nearest, m.offset)):
        own = marker.offset == nearest
        links += _links_of(document, marker, own=own)
    return tuple(links)


def _links_of(document: Document, marker: Marker, *, own: bool) -> list[SourceLink]:
    kind, score = ("marker", 1.0) if own else ("sentence", SENTENCE_LINK_SCORE)
    return [SourceLink(source, kind, score) for source in document.sources if source.note == marker.label]


def _date(document: Document, raw: RawMention, links: Sequence[SourceLink], others: Sequence[RawMention]) -> TimeRef | None:
    """The date of the words, else of the cited sources, else of what is told around the act, else of the document."""
    if raw.time is not None:
        return raw.time
    if raw.charged or raw.status not in DONE or is_long_past(raw, others, document.published):
        return None
    dated = _dated_by_sources(document, raw, links, others) if any(link.link == "marker" for link in links) else raw.around
    if dated is not None:
        return dated
    if document.published is not None and not raw.untimed and not is_reported_long_ago(raw, links, document.published):
        return TimeRef(document.published, document.published, "day", "document")
    return None


def _dated_by_sources(document: Document, raw: RawMention, links: Sequence[SourceLink], others: Sequence[RawMention]) -> TimeRef | None:
    """The date of the sources at the act's own marker, else what is told around the act, no later than they."""
    beside = told_beside(raw, others)
    past = raw.older or (raw.reported and (document.published is None or is_reported_long_ago(raw, links, document.published)))
    dated = None if past else source_date(links, beside, told_before(raw, others, document))
    if dated is None and raw.around is not None:
        return within_reports(links, beside, raw.around)
    return dated
