"""Each note's words of the text against the headlines of its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.audit.backrefs import points_back
from dateline.audit.coding import compare_codings
from dateline.audit.compare import Coding, disagreements
from dateline.audit.disagreement import Disagreement
from dateline.audit.findings import DISAGREEMENTS, Finding, FindingKind, page_of
from dateline.audit.headline import Headline, full_day, read_headline
from dateline.audit.named import sighted
from dateline.audit.statement import Statement, clauses, last_date, read_statement
from dateline.audit.words import content
from dateline.audit.years import other_year
from dateline.extract.bearing import Title
from dateline.extract.parse import ParsedSentence
from dateline.read.citation_courts import parties_of
from dateline.read.language import is_foreign_title, told_title
from dateline.types import REPORTING, Coded, Document, EventMention, Mention, Sentence, Source, Span

if TYPE_CHECKING:
    from dateline.resolve import Resolver

#: So many places before and behind tell of which year a passage is.
_BESIDE: Final = 2
#: Swapped notes stand so near to one another.
_NEAR: Final = 2


@dataclass(frozen=True, slots=True)
class Cited:
    """A source with its headline as read, and as coded where it was."""

    source: Source
    headline: Headline
    title: Title | None


@dataclass(frozen=True, slots=True)
class Place:
    """Words of the text with the sources of the notes behind them, the countries of which their paragraph tells, and what disagrees."""

    statement: Statement
    mentions: tuple[EventMention, ...]
    cited: tuple[Cited, ...]
    beside: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()


def compared(
    coded: Coded, body: Sequence[ParsedSentence], resolver: Resolver, titles: Mapping[tuple[str, str], Title]
) -> Iterator[Finding]:
    """The disagreements of a document's statements with the headlines that their notes cite."""
    document = coded.document
    read = list(_places(coded, body, resolver, titles))
    places = [replace(one, findings=(*_of_place(document, one), *_of_another_year(document, read, number))) for number, one in enumerate(read)]
    swapped = dict(_swaps(document, places))
    for number, place in enumerate(places):
        yield from [swapped[number]] if number in swapped else (_with_neighbours(one, place, places) for one in place.findings)


def _of_another_year(document: Document, places: Sequence[Place], number: int) -> Iterator[Finding]:
    """A day without its year whose only source is of that day of another year, unlike the sources near by."""
    place = places[number]
    if len(place.cited) != 1:
        return
    near = [*places[max(number - _BESIDE, 0) : number], *places[number + 1 : number + 1 + _BESIDE]]
    beside = [day for one in near for cited in one.cited if (day := full_day(cited.headline.published)) is not None]
    (cited,) = place.cited
    yield from (_finding(document, place.statement, cited.source, one) for one in other_year(document, place.statement, cited.headline, beside))


def _places(coded: Coded, body: Sequence[ParsedSentence], resolver: Resolver, titles: Mapping[tuple[str, str], Title]) -> Iterator[Place]:
    """The places with a source whose title is a headline; notes at one place stand behind the same words."""
    document = coded.document
    by_note: dict[str, list[Source]] = {}
    for source in document.sources:
        if source.note is not None and source.title and source.kind in REPORTING and not is_foreign_title(source.title):
            by_note.setdefault(source.note, []).append(source)
    told: dict[int, list[EventMention]] = {}
    for mention in coded.mentions:
        told.setdefault(mention.sentence.index, []).append(mention)

    paragraphs: dict[int, list[Sentence]] = {}
    for parsed in body:
        paragraphs.setdefault(parsed.paragraph, []).append(parsed.sentence)

    @cache
    def beside(paragraph: int) -> frozenset[str]:
        sentences = paragraphs.get(paragraph, [])
        named = {seen.country for one in sentences for seen in sighted(one.text, resolver, document.published)}
        parties = {party.country for one in sentences for act in told.get(one.index, ()) for party in (*act.actors, *act.recipients)}
        return frozenset(code for code in named | parties if code)

    for before, sentence in zip((None, *body), body, strict=False):
        previous = last_date(document, before, sentence) if before is not None else None
        by_span: dict[Span, list[Source]] = {}
        for label, span in clauses(document, sentence):
            by_span.setdefault(span, []).extend(by_note.get(label, []))
        mentions = tuple(told.get(sentence.sentence.index, ()))
        for span, sources in by_span.items():
            if sources:
                cited = tuple(_cited(one, titles, resolver) for one in sources)
                yield Place(read_statement(document, sentence, span, resolver, previous, mentions), mentions, cited, beside(sentence.paragraph))


def _cited(source: Source, titles: Mapping[tuple[str, str], Title], resolver: Resolver) -> Cited:
    """A source with its headline; of the name of a case only the parties are told."""
    title = source.title or ""
    parties = parties_of(title) if source.kind == "official" else None
    told = parties if parties is not None else told_title(title)
    return Cited(source, read_headline(told, source.published, resolver), titles.get((title, source.published or "")) if parties is None else None)


def _coding(place: Place, cited: Cited) -> Coding:
    return compare_codings(place.statement, place.mentions, cited.title)


def _told(place: Place, cited: Cited) -> list[Disagreement]:
    return list(disagreements(place.statement, cited.headline, _coding(place, cited), place.beside))


def _of_place(document: Document, place: Place) -> Iterator[Finding]:
    """The disagreements with the sources of one place; where one of several agrees in a kind, it bears the statement out."""
    found = [[_finding(document, place.statement, one.source, told) for told in _told(place, one)] for one in place.cited]
    agreed = [kind for kind in DISAGREEMENTS if any(kind not in {one.kind for one in group} for group in found)]
    for group in found:
        yield from (one for one in group if (one.kind not in agreed or len(found) == 1) and not _is_covered(one, place))


def _is_covered(finding: Finding, place: Place) -> bool:
    """Whether a day that lies after one source's is no later than another's of the same place."""
    if finding.kind is not FindingKind.DATE or finding.text is None or finding.headline is not None:
        return False
    day = next((one for one in place.statement.days if place.statement.mention(one.start, one.end) == finding.text), None)
    published = [full_day(one.headline.published) for one in place.cited if one.source is not finding.source]
    return day is not None and any(one is None or day.earliest <= one for one in published)


def _finding(document: Document, statement: Statement, source: Source, told: Disagreement) -> Finding:
    kind, words, quoted, message = told
    sentence = statement.sentence.sentence
    back = points_back(document, source)
    return Finding(
        kind=kind,
        message=f"{message}; {back}" if back else message,
        span=sentence.span,
        sentence=sentence,
        page=page_of(document, sentence.span.start),
        note=source.note,
        text=words,
        headline=_in_note(document, source, quoted),
        source=source,
    )


def _in_note(document: Document, source: Source, words: str | None) -> Mention | None:
    """Words of a headline where they stand in the note."""
    if words is None or source.span is None:
        return None
    at = document.slice(source.span).find(words)
    if at < 0:
        return None
    start = source.span.start + at
    return Mention(words, Span(start, start + len(words)))


def _with_neighbours(finding: Finding, place: Place, places: Iterable[Place]) -> Finding:
    """A finding that says which other note of the sentence may stand behind the words: one on the same matter that does not disagree in its kind."""
    sentence = place.statement.sentence.sentence
    for other in places:
        if other.statement.sentence.sentence.index != sentence.index or other is place:
            continue
        for cited in other.cited:
            kinds = {kind for kind, *_ in _told(place, cited)}
            if finding.kind not in kinds and (finding.kind is FindingKind.DATE or place.statement.matter & cited.headline.matter):
                return replace(finding, message=f"{finding.message}; note {cited.source.note} of the same sentence may cover it")
    return finding


def _swaps(document: Document, places: Sequence[Place]) -> Iterator[tuple[int, Finding]]:
    """Places whose notes disagree, but would agree if they changed places: one finding for each."""
    for number, one in enumerate(places):
        for behind, other in enumerate(places[number + 1 : number + 1 + _NEAR], number + 1):
            if len(one.cited) == len(other.cited) == 1 and one.findings and other.findings and _fits(one, other) and _fits(other, one):
                yield number, _swapped(one, other)
                yield behind, _swapped(other, one)


def _fits(one: Place, other: Place) -> bool:
    """Whether the words of a place agree with the headline of another place's note, and share more with it than with that of their own."""
    (mine,), (theirs,) = one.cited, other.cited
    words = content(one.statement.text)
    return not _told(one, theirs) and len(words & content(theirs.headline.text)) > len(words & content(mine.headline.text))


def _swapped(one: Place, other: Place) -> Finding:
    labels = sorted((str(one.cited[0].source.note), str(other.cited[0].source.note)), key=lambda label: (len(label), label))
    message = f"notes {labels[0]} and {labels[1]} seem swapped: the headline of note {other.cited[0].source.note} tells what this sentence tells"
    return replace(one.findings[0], message=message)
