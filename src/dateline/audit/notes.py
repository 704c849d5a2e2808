"""Faults of the notes themselves: a note that refers to nothing, pages that run backwards, one article with two dates, another author than the text names,
and a work older than what it is cited for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, TypeAlias

from dateline.audit.backrefs import unanswered
from dateline.audit.findings import Finding, FindingKind, page_of, sentence_at
from dateline.audit.headline import full_day
from dateline.audit.named import names, plain
from dateline.audit.statement import clauses, is_cautious
from dateline.audit.words import act_words, content
from dateline.extract.dates import Context, find_dates
from dateline.extract.parse import ParsedSentence
from dateline.read.authornotes import is_authors_note
from dateline.read.outlets import find_outlet_in_brackets
from dateline.types import Certainty, Coded, Document, Mention, Note, Sentence, Source, Span, Status

if TYPE_CHECKING:
    from dateline.resolve import Resolver

_RANGE: Final = re.compile(r"\bpp?\.\s*(\d+)\s*[-–—]\s*(\d+)(?![\d:])")
_BARE_RANGE: Final = re.compile(r"(\d+)\s*[-–—]\s*(\d+)")
#: Kinds of works that report nothing later than their own year.
_WORKS: Final = frozenset({"book", "chapter", "academic"})
_PRESS: Final = frozenset({"news", "agency"})
#: Titles with fewer words of content than these are those of columns and series.
_LEAST_TITLE: Final = 4
#: One article is cited with two dates by a slip, within so many days.
_SLIP_DAYS: Final = 62
_SERIES: Final = re.compile(
    r"\b(?:live|updates?|briefing|conference|timeline|daily|weekly|monthly|day|week|month|latest|round-?up|digest|assessment|report|review|bulletin|statement|remarks|readout|communiqu[eé]|minutes)\b",
    re.IGNORECASE,
)
#: Words of a comment that name whose word or what paper it rests on; what somebody is not said to have said names nobody.
_IN_WORDS: Final = re.compile(
    r"\b[Aa]ccording to (?:an? |the |its |his |her |their )?[\w’'-]+(?: [A-Z][\w’'-]+)*"
    r"|\b(?:[Aa] |[Aa]n |[Tt]he |[Ii]ts |[Hh]is |[Hh]er |[Tt]heir )?(?:[A-Z][\w’'-]+ ){0,3}(?:spokes(?:man|woman|person)|ministry|embassy|officials?)\b"
    r"(?: (?:for|of|at|in) (?:the )?[\w’'-]+(?: [\w’'-]+)?)? (?:said|says|told|stated|announced|confirmed)\b"
    r"|\b(?:[Aa]|[Aa]n|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) (?:letter|note verbale|memorandum|telegram|cable|decree|communiqu[eé]|minutes) (?:\w+ ){0,6}dated \d"
)
#: "The army has since moved": after what was told before.
_SINCE: Final = re.compile(r"\b(?:has|have)\s+since\b|\bsince then\b", re.IGNORECASE)
#: "As Mahmoud shows": whom the text names as a source.
_AS_SHOWN: Final = re.compile(
    r"\b[Aa]s (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?: et al\.?)? (?:has |have |had |himself |herself )?"
    r"(?:shows?|shown|showed|argue[sd]?|notes?|noted|observe[sd]?|writes?|wrote|written|document(?:s|ed)?|demonstrate[sd]?|finds?|found|points? out|pointed out|reports?|reported"
    r"|puts it|put it|explain(?:s|ed)?|remind(?:s|ed)?|conclude[sd]?|contend(?:s|ed)?|suggest(?:s|ed)?|recall(?:s|ed)?)\b"
)
#: What an older work may have foreseen, or have a name for.
_THOUGHT: Final = re.compile(
    r"\b(?:predict\w*|foresaw|foreseen|classic\w*|theor\w*|concept\w*|logic|argument|notion|term|so-called|what \w+ calls?|example|pattern|typical\w*|in the sense|bears? out"
    r"|akin|likened?|analog\w*|doctrine|tradition\w*|on the history|for background)\b",
    re.IGNORECASE,
)
#: A much older work is cited for what it thinks, not for what happened.
_RECENT_YEARS: Final = 5
#: Office holders are known for what they say in office and so many years after.
_OFFICE_YEARS: Final = 2


#: The sources of each note by its label.
Cited: TypeAlias = dict[str, list[Source]]


def note_faults(coded: Coded, body: Sequence[ParsedSentence], resolver: Resolver) -> Iterator[Finding]:
    """All faults of notes."""
    document = coded.document
    cited: Cited = {}
    for source in document.sources:
        if source.note is not None:
            cited.setdefault(source.note, []).append(source)
    yield from _comments(document)
    yield from _pages(document, cited)
    yield from _two_dates(document, [one.sentence for one in body])
    yield from _authors(document, body, cited, resolver)
    yield from _older(coded, body, cited)


def _comments(document: Document) -> Iterator[Finding]:
    """The notes that refer to nothing, and those whose words were read as the author's comment: whoever meant one to cite something sees that it was
    not read as a source.

    What the author says of the paper, as thanks in a first note, was never meant to.
    """
    for note in document.notes:
        if not note.markers or is_authors_note(document.slice(note.span)):
            continue
        messages = list(unanswered(document, note))
        if not messages and note.kind == "commentary":
            messages = [_names_in_words(document, note) or f"note {note.label} was read as a comment: it cites no source"]
        for message in messages:
            yield Finding(FindingKind.COMMENT_NOTE, message, note.span, None, page_of(document, note.span.start), note.label)


def _names_in_words(document: Document, note: Note) -> str | None:
    """The message for a note that cites no work but says on whose word or paper it rests: "**according to the Kremlin**", "**a letter** ... **dated** 4 May"."""
    found = _IN_WORDS.search(document.slice(note.span))
    return f"note {note.label} was read as a comment: it names its source in words only (“{found[0]}”)" if found is not None else None


def _pages(document: Document, cited: Cited) -> Iterator[Finding]:
    for note in document.notes:
        sources = cited.get(note.label, [])
        ranges = [*_RANGE.findall(document.slice(note.span)), *(pair for one in sources for pair in _BARE_RANGE.findall(one.pages or ""))]
        wrong = next(((first, last) for first, last in ranges if len(last) >= len(first) and int(last) < int(first)), None)
        if wrong is not None:
            message = f"note {note.label} cites pages that run backwards: {wrong[0]}–{wrong[1]}"
            source = sources[0] if sources else None
            yield Finding(FindingKind.PAGES, message, note.span, None, page_of(document, note.span.start), note.label, source=source)


def _two_dates(document: Document, sentences: Sequence[Sentence]) -> Iterator[Finding]:
    """One article of the press that two notes give two dates."""
    first: dict[tuple[str, str | None], Source] = {}
    for source in document.sources:
        if source.note is None or source.span is None or source.kind not in _PRESS or not _is_article(source.title):
            continue
        before = first.setdefault((re.sub(r"\W+", " ", source.title or "").strip().casefold(), source.outlet or source.agency), source)
        days = full_day(before.published), full_day(source.published)
        if before is source or days[0] is None or days[1] is None or not 0 < abs((days[0] - days[1]).days) <= _SLIP_DAYS:
            continue
        if before.url is not None and source.url is not None and before.url != source.url:
            continue
        message = f"notes {before.note} and {source.note} cite one article with two dates: {before.published} and {source.published}"
        marker = next((marker for note in document.notes if note.label == source.note for marker in note.markers), None)
        sentence = sentence_at(sentences, marker) if marker is not None else None
        span = sentence.span if sentence else source.span
        yield Finding(FindingKind.SOURCE_DATE, message, span, sentence, page_of(document, span.start), source.note, source=source)


def _is_article(title: str | None) -> bool:
    """Whether a title tells of one event and is not that of a column, a series or a statement."""
    if title is None or len(content(title)) < _LEAST_TITLE or _SERIES.search(title):
        return False
    return any(match.group() in act_words().classes for match in act_words().phrases.finditer(title.lower()))


def _authors(document: Document, body: Sequence[ParsedSentence], cited: Cited, resolver: Resolver) -> Iterator[Finding]:
    """ "As Mahmoud shows", where the note cites somebody else."""
    scholars = {plain(name.split()[-1]) for one in document.sources for name in one.authors if name.split()}
    for sentence in body:
        for label, span in clauses(document, sentence):
            match = _AS_SHOWN.search(document.text, span.start, span.end)
            if match is None:
                continue
            sources = cited.get(label, [])
            note = next((one for one in document.notes if one.label == label), None)
            if note is None or not sources or not all(one.authors for one in sources):
                continue
            surname = plain(match["name"].split()[-1])
            if names(document.slice(note.span), surname):
                continue
            if surname not in scholars and (names(document.text[: match.start()], surname) or _is_public(match["name"], resolver, document.published)):
                continue
            who = sources[0].authors[0]
            mention = Mention(match["name"], Span(match.start("name"), match.end("name")))
            message = f"the text names “{mention.text}” as the source, note {label} cites {who}"
            one = sentence.sentence
            yield Finding(FindingKind.AUTHOR, message, one.span, one, page_of(document, one.span.start), label, text=mention, source=sources[0])


def _is_public(name: str, resolver: Resolver, on: date | None) -> bool:
    """Whether a name is that of a state, a body, a medium, or of somebody in office about that time: whom articles quote."""
    if find_outlet_in_brackets(name) is not None:
        return True
    seen = resolver.sightings(name, 0, 0, on=on)
    if any(one.kind != "person" for one in seen):
        return True
    chosen = resolver.actor(name, on=on).chosen
    if chosen is None or not chosen.entity:
        return False
    years = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", chosen.detail)]
    return not years or "since" in chosen.detail or on is None or years[-1] + _OFFICE_YEARS >= on.year


def _older(coded: Coded, body: Sequence[ParsedSentence], cited: Cited) -> Iterator[Finding]:
    """A fact that a book or article cannot tell, since it happened in a later year than that of the work."""
    document = coded.document
    told = {one.sentence.index for one in coded.mentions if one.status in {Status.OCCURRED, Status.ONGOING} and one.certainty is Certainty.CERTAIN}
    last: date | None = None
    for sentence in body:
        one = sentence.sentence
        found = find_dates(one.text, Context(document.published, previous=last))
        days = [(day.earliest, one.text[day.start : day.end], Span(one.span.start + day.start, one.span.start + day.end)) for day in found]
        since = _SINCE.search(one.text)
        if since is not None and not days and last is not None:
            days = [(last, since.group(), Span(one.span.start + since.start(), one.span.start + since.end()))]
        last = found[-1].latest if found else last
        if one.index not in told or not days:
            continue
        for label, _ in clauses(document, sentence):
            sources = cited.get(label, [])
            years = [int(source.published[:4]) for source in sources if source.published and source.kind in _WORKS]
            day, text, span = min(days)
            if not years or len(years) < len(sources) or not 0 < day.year - max(years) <= _RECENT_YEARS or _is_thought(sentence, sources):
                continue
            message = f"the text says “{text}”" + (f" (after {day.year})" if str(day.year) not in text else "") + f", but the work appeared in {max(years)}"
            yield Finding(FindingKind.DATE, message, one.span, one, page_of(document, one.span.start), label, text=Mention(text, span), source=sources[0])


def _is_thought(sentence: ParsedSentence, cited: Sequence[Source]) -> bool:
    """Whether a sentence holds back, or may cite a work for a thought: it names the author, or a theory that the fact bears out."""
    text = sentence.sentence.text
    authors = [plain(name.split()[-1]) for one in cited for name in one.authors if name.split()]
    return is_cautious(sentence) or _THOUGHT.search(text) is not None or any(names(text, name) for name in authors)
