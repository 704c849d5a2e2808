"""A note's text -> the sources it cites.

A note may cite several sources, refer to earlier ones ("Ibid.", "n. 5", "op. cit.") or cite none at all. What a citation says is taken
as written; only dates are normalised, to ISO prefixes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.read.authordates import REPEATED_NAME
from dateline.read.citation_back import Above, holds_name, last_is_unread, named_before, names_unread
from dateline.read.citation_broadcast import broadcast
from dateline.read.citation_comments import comment_start
from dateline.read.citation_courts import judgment
from dateline.read.citation_kinds import KIND_OF_OUTLET, is_body, settle
from dateline.read.citation_officials import official
from dateline.read.citation_parts import (
    find_date,
    find_quoted,
    segments,
    take_links,
    with_plain_marks,
    with_plain_stops,
    with_translation,
    without_signal,
)
from dateline.read.citation_short import Work, at_page, has_short_form, short_form
from dateline.read.citation_styles import Read, author_date, book, quoted_title
from dateline.read.citation_terse import interview, law, listed, review
from dateline.read.dates import MONTH, parse_date
from dateline.read.names import is_name
from dateline.read.outlets import find_outlet, outlet_of_url
from dateline.types import Source, Span

_IBID: Final = re.compile(r"(?:(?i:ibid(?:em)?|idem)|[Ii]d(?=[.,:;]|\s+at\b|\s*$))\b\.?")
_EARLIER: Final = re.compile(
    r"(?:\b(?:supra|above|infra)\b,?\s*|\()?(?<![/@.])(?:\bnotes?\b|\bn\.?|\bfn\.?|\bfootnote)\s*(?P<label>\d{1,3})(?!\w)\)?(?:\s+above)?", re.IGNORECASE
)
_OPUS: Final = re.compile(r"\b(?:op\.?\s?cit|loc\.?\s?cit)\b\.?", re.IGNORECASE)
#: A date behind "Ibid.", with or without a page: "Ibid., 28 December 2023", "Ibid., p. 4 (May 2024)".
_DATED: Final = re.compile(
    r"[\s,.;(]*+(?:(?:at|pp?\.)\s*(?P<before>\d+(?:\s?[-–]\s?\d+)?)[\s,(]+)?(?P<date>[^()]*?\b(?:1[6-9]|20)\d\d)\)?(?:[,\s]+(?:(?:at|pp?\.)\s*)?(?P<after>\d+(?:\s?[-–]\s?\d+)?))?[\s.)]*"
)
_PAGE: Final = re.compile(r"pp?\.\s*(?P<pages>\d+(?:\s?[-–]\s?\d+)?)")
_CITED: Final = re.compile(r"\b(?:1[6-9]|20)\d\d(?:[a-z]?\b|[年년])|https?://|www\.|\bibid|\bid\.?(?= at\b)|\bid\.(?=,|;|$)|\bop\.? ?cit|\bsupra\b|\bnote \d|\(n \d", re.IGNORECASE)
#: "Compare A, with B" names two sources, and so do links one after the other.
_COMPARED: Final = re.compile(r",\s+with\s+(?=[A-Z\"“‘])")
_NEXT_LINK: Final = re.compile(r"(?:https?://|www\.)[^\s,;<>]+[^\s,;<>.)](?P<cut>,?\s+(?:and\s+)?)(?=https?://|www\.)")
#: Two quoted titles of which the first has its date: "..., 3 May 2019. "Army ..." and "..., May 3, 2019, and "Army ...".
_NEXT_TITLE: Final = re.compile(r"(?<=[\d)])(?P<cut>\.\s+|,?\s+and\s+)(?=[\"“«])")
#: "Reuters, "China recalls ambassador"".
_OUTLET_FIRST: Final = re.compile(r"(?:[Tt]he )?([^,;\"“]{2,40}),\s*[\"“]")
_CITED_IN: Final = re.compile(r"(?<=[\d)])(?P<cut>,\s+)(?=(?:quoted|cited|reprinted|as quoted|as cited) in\s+[A-Z\"“])")
_IDEM: Final = re.compile(r"(?:id(?:em)?|ead(?:em)?)\.?,\s+(?=[\"“‘'])", re.IGNORECASE)
_LATER: Final = re.compile(r"(?<=[.;])\s+(?=(?:See|Also see|See also|Cf\.|For)\b|(?:On|About) [^.;\"“]{3,80}? see\b)")
#: A note that defines its quoted words ("A 'grey zone' is ...") cites nothing by them.
_DEFINES: Final = re.compile(r"\s*(?:is|are|was|were|has|have|had|means?|refers?|denotes?|describes?|may|can|does|did|will|would)\b")
#: "244 (2021)": the year of a number, or of a volume.
_NUMBER_YEAR: Final = re.compile(r"(?<=\d)\s\((?P<year>(?:19|20)\d\d)\)(?=,)")
#: What says that a source bears no date.
_UNDATED: Final = re.compile(r",?\s*(?:\(n\. ?d\.(?:-?[a-z])?\)|\bn\. ?d\.$|\bn\.d$|\bno date$|\bundated$)")
#: Words that no title ends with.
_CUT: Final = re.compile(r"\b(?:in|since|until|during|by|in (?:early|late|mid|the (?:spring|summer|autumn|winter) of))-?$")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_URL_DATE: Final = re.compile(rf"(?<!\d)((?:19|20)\d\d)[/-](\d{{1,2}}|(?i:{'|'.join(_MONTHS)}))[/-](\d{{1,2}})(?!\d)")
#: The kind of a paper and how its day or its maker hangs on it: "report by October 2023", "letter of 3 May 2023", "report by Amnesty International".
_PAPER: Final = r"(?:(?:annual|interim|final|joint|press|written|open) )?(?:reports?|statements?|letters?|briefings?|papers?|notes?|updates?|surveys?|study|memorandum)"
_KIND_OF_DAY: Final = re.compile(
    rf"\b(?P<kind>{_PAPER}) (?:as of|by|of|from|until|dated) "
    rf"(?=(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)? )?(?-i:{MONTH})\b\.?,?(?: \d{{1,2}},)? (?:19|20)\d\d)",
    re.IGNORECASE,
)
_KIND_OF_MAKER: Final = re.compile(rf"(?:an? |the )?{_PAPER} (?:by|from) (?:the )?(?=(?-i:[^\W\d_a-z]))", re.IGNORECASE)
_NO_MAKER: Final = re.compile(rf"{MONTH}\.?|{_PAPER}", re.IGNORECASE)
#: Shorter remains of a citation are punctuation.
_MIN_LENGTH: Final = 5
#: The longest citations have some 900 code points, their links included. Of a longer "citation", as a broken table of contents makes, only the
#: beginning is read: the forms below try each of its commas with each other one.
_LONGEST: Final = 2_000
#: Fewer words before a link are "See", "Source" or a name.
_TITLE_WORDS: Final = 3


def parse_note(
    text: str, *, note: str | None = None, offset: int = 0, earlier: Sequence[Source] = (), works: Sequence[Work] = (), link: str | None = None, above: Sequence[Above] = ()
) -> tuple[Source, ...]:
    """Read the sources a note cites.

    Args:
        text: the note's text, without its label.
        note: the note's label, which its sources carry.
        offset: offset of the text in the canonical text; ``Source.span`` counts from there.
        earlier: the sources of earlier notes in order, to which "Ibid." and "n. 5" refer.
        works: the entries of the bibliography, which a note may cite in short.
        above: the notes above in order, of which "Ibid." means the last though no source of it was read, and which must hold the name before "supra note 5".
        link: the address that the note's words are linked to; it is the first source's where the text shows no other.

    Returns:
        The sources in order; empty for a note that cites nothing.
    """
    found: list[Source] = []
    text = with_plain_marks(text)
    lost = last_is_unread(above, earlier)
    for start, end in _pieces(text, earlier, works):
        piece = text[start:end]
        before = _Before((*earlier, *found), above, lost)
        cut = comment_start(piece)
        cited = piece[:cut].rstrip() if cut is not None else piece
        source = _cited(cited, before, works)
        if source is None and cut is not None:
            cited, source = piece, _cited(piece, before, works)
        if source is None and found:
            source = _outlet_alone(piece)
        lost = source is None and (lost or names_unread(piece))
        if source is not None:
            source = _of_the_same_day(cited, source, found)
            found.append(replace(source, note=note, span=Span(offset + start, offset + start + len(cited))))
    if link is not None and not found and len(text.split()) >= _TITLE_WORDS:
        found.append(Source(note=note, kind="web", title=text.strip(" ."), span=Span(offset, offset + len(text))))
    if link is not None and found and found[0].url is None:
        found[0] = _from_url(replace(found[0], url=link))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands before a citation: the sources and the notes in order, and whether what stands last was read as no source."""

    sources: Sequence[Source]
    notes: Sequence[Above]
    lost: bool

    @property
    def last(self) -> Source | None:
        """The source that "Ibid." means."""
        return None if self.lost or not self.sources else self.sources[-1]


def _cited(text: str, before: _Before, works: Sequence[Work]) -> Source | None:
    """The source of one citation, whether it is in full, refers to an earlier one or means one that the bibliography has in full."""
    listed = short_form(without_signal(text).strip(), (), works) if works else None
    return _of_same_author(text, before) or _back_reference(text, before) or listed or parse_citation(text)


def _of_the_same_day(text: str, source: Source, before: Sequence[Source]) -> Source:
    """A report without a day, behind a body's statement that has its day and no title: "Chinese foreign ministry, 10 August 2021; Reuters, "China ..."."""
    last = before[-1] if before else None
    shares = last is not None and last.title is None and last.publisher is not None and source.title is not None and source.published is None
    return replace(source, published=last.published) if shares and last is not None and _OUTLET_FIRST.match(without_signal(text)) else source


def _outlet_alone(text: str) -> Source | None:
    """Behind another source the bare name of an outlet: "...; see also the Financial Times"."""
    name = re.sub(r"^[Tt]he ", "", without_signal(text).strip(" ."))
    known = find_outlet(name)
    if known is None or known.kind not in {"agency", "outlet"}:
        return None
    is_agency = known.kind == "agency"
    return Source(None, KIND_OF_OUTLET[known.kind], agency=name if is_agency else None, outlet=None if is_agency else name)


def base_label(label: str) -> str:
    """A note's label as printed: where numbering restarts, "3 (2)" is the second note 3."""
    return re.sub(r" \(\d+\)$", "", label)


def parse_citation(text: str) -> Source | None:
    """Read one citation in any of the styles of :mod:`dateline.read.citation_styles`; ``None`` where it is none."""
    links = take_links(with_plain_marks(text[:_LONGEST]))
    bare = _KIND_OF_DAY.sub(r"\g<kind>, ", with_translation(without_signal(with_plain_stops(links.text)).strip()))
    found = None
    quoted = find_quoted(bare)
    defines = quoted is not None and _DEFINES.match(quoted.after) is not None
    if len(bare) >= _MIN_LENGTH and not defines:
        found = judgment(bare) or author_date(bare, linked=links.url is not None)
        found = found or (None if quoted else law(bare) or broadcast(bare) or official(bare) or interview(bare) or review(bare)) or quoted_title(bare) or book(bare) or listed(bare)
    undated = _UNDATED.search(bare)
    if found is None and undated is not None:
        return _outlet_alone(bare[: undated.start()])
    if links.url is None and (found is None or (quoted is None and _is_cut(found.source.title))):
        return None
    if found is None:
        title = bare if len(bare.split()) >= _TITLE_WORDS else None
        page = _PAGE.fullmatch(bare)
        found = Read(Source(note=None, kind="web", title=title, pages=page["pages"] if page else None), "")
    source = _of_maker(settle(replace(found.source, url=links.url, accessed=links.accessed), found.around))
    plain = _without_number_year(text) if source.published and source.published.isdecimal() else None
    again = parse_citation(plain) if plain else None
    if again is not None and again.published and not again.published.isdecimal():
        return again if again.kind == "official" != source.kind else _from_url(replace(source, published=again.published))
    return _from_url(source) if _substantial(source) or (undated is not None and source.authors) else None


def _of_maker(source: Source) -> Source:
    """A source whose publisher or outlet is freed of the kind of its paper; a month or a kind in their place publishes nothing."""
    publisher, outlet = (None if name is None or _NO_MAKER.fullmatch(name) else _KIND_OF_MAKER.sub("", name, count=1) for name in (source.publisher, source.outlet))
    return replace(source, publisher=publisher, outlet=outlet)


def _is_cut(title: str | None) -> bool:
    """Whether what was read for a title ends before the day that it needs: the note is a sentence ("The Senate ratified it **in** May 2014")."""
    return title is not None and _CUT.search(title) is not None


def _without_number_year(text: str) -> str | None:
    """A citation without the year of a case, paper or resolution number ("ECHR 244 **(2021)**, 25 August 2021"), where a full date follows."""
    for match in _NUMBER_YEAR.finditer(text):
        dated = find_date(text[match.end() :])
        if dated is not None and dated.date.day is not None and dated.date.year - int(match["year"]) in (0, 1):
            return text[: match.start()] + text[match.end() :]
    return None


def _substantial(source: Source) -> bool:
    """A quoted phrase alone is no citation."""
    return any((source.outlet, source.agency, source.publisher, source.published, source.url))


def _from_url(source: Source) -> Source:
    """Fill outlet, agency and date from the link, where the words leave them open."""
    if source.url is None:
        return source
    known = outlet_of_url(source.url)
    unnamed = source.outlet is None and source.agency is None and source.publisher is None
    if known is not None and unnamed and source.kind in {"web", "news", "agency"}:
        is_agency = known.kind == "agency"
        source = replace(
            source,
            kind=KIND_OF_OUTLET[known.kind],
            agency=known.name if is_agency else None,
            outlet=None if is_agency else known.name,
        )
    found = day_of_url(source.url or "")
    return replace(source, published=found) if found is not None and source.published is None else source


def day_of_url(url: str) -> str | None:
    """The ISO day in an address ("/2019/09/07/", "-2019-09-07", "/2019/sep/07/"); ``None`` where there is none."""
    match = _URL_DATE.search(url)
    month = match[2] if match else ""
    number = month if month.isdecimal() else str(_MONTHS.index(month.lower()) + 1) if month else ""
    found = parse_date("-".join((match[1], number.zfill(2), match[3].zfill(2)))) if match else None
    return found.iso if found is not None else None


def _pieces(text: str, earlier: Sequence[Source], works: Sequence[Work]) -> Iterator[tuple[int, int]]:
    """Cut a note at semicolons outside quotation marks (and before "See also") where both sides cite."""
    start = 0
    for cut in _cuts(text):
        if _cites(text[start:cut], earlier, works) and _cites(text[cut:], earlier, works):
            yield from _trim(text, start, cut)
            start = cut + 1
    yield from _trim(text, start, len(text))


def _cuts(text: str) -> Iterator[int]:
    later = {match.start() for match in _LATER.finditer(text)} | {match.start("cut") for match in _NEXT_LINK.finditer(text)}
    later |= {match.start("cut") for match in _NEXT_TITLE.finditer(text) if re.search(r"[\"“«]", text[: match.start()])}
    later |= {match.start("cut") for match in _CITED_IN.finditer(text)}
    if re.search(r"\bcompare\b", text, re.IGNORECASE):
        later |= {match.start() for match in _COMPARED.finditer(text)}
    depth_curly, straight, brackets = 0, False, 0
    for index, character in enumerate(text):
        if character in "“”":
            depth_curly += 1 if character == "“" else -1
        elif character == '"':
            straight = not straight
        elif character in "()":
            brackets += 1 if character == "(" else -1
        outside = depth_curly <= 0 and not straight and brackets <= 0
        if outside and (character in ";；" or index in later):
            yield index


def _cites(part: str, earlier: Sequence[Source], works: Sequence[Work]) -> bool:
    """Whether a part has what a citation has, or is the short form of an earlier one."""
    bare = without_signal(part.strip(" ;,"))
    return _CITED.search(part) is not None or _names_outlet(bare.rstrip(" .")) or has_short_form(bare) or short_form(bare, earlier, works) is not None


def _names_outlet(bare: str) -> bool:
    """Whether a part is an outlet alone, or one with a title in quotation marks, or a body with such a title."""
    quoted = find_quoted(bare)
    if quoted is None:
        return _outlet_alone(bare) is not None
    before, after = quoted.before.strip(" ,:"), next(segments(quoted.after.lstrip(" ,.")), "")
    return find_outlet(before) is not None or is_body(before) or find_outlet(after) is not None


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    lead = len(part) - len(part.lstrip(" ;,"))
    kept = part.rstrip(" ;,")
    if lead < len(kept):
        yield start + lead, start + len(kept)


def _of_same_author(text: str, before: _Before) -> Source | None:
    """"Id., "Another Title", Dawn, 4 May 2019" and, in a list, "———. Another Title. London: Hurst, 2020": a new source by the authors of the last one."""
    bare = without_signal(text).strip()
    match = _IDEM.match(bare)
    if match and before.sources:
        source = parse_citation(bare[match.end() :])
        return replace(source, authors=before.last.authors if before.last is not None else ()) if source is not None else None
    dash = REPEATED_NAME.match(bare)
    if dash is None or before.last is None:
        return None
    names = " and ".join(before.last.authors) or before.last.publisher or before.last.outlet or ""
    return parse_citation(f"{names}. {bare[dash.end() :]}")


def _back_reference(text: str, before: _Before) -> Source | None:
    bare = without_signal(text).strip()
    if not before.sources or len(bare) > 120:
        return None
    ibid = _IBID.match(bare)
    if ibid:
        return _again(before.last, bare[ibid.end() :])
    label = _EARLIER.search(bare)
    if label and not re.search(r"[\"“]|\b(?:1[6-9]|20)\d\d\b", bare):
        chosen = _of_note(label["label"], bare[: label.start()], before)
        return at_page(chosen, bare[label.end() :]) if chosen else None
    opus = _OPUS.search(bare)
    if opus:
        words = [word for word in re.split(r"[\s,.]+", bare[: opus.start()]) if word[:1].isupper() and len(word) > 2]
        for source in reversed(before.sources):
            names = " ".join((*source.authors, source.outlet or "", source.agency or ""))
            if words and words[-1] in names:
                return at_page(source, bare[opus.end() :])
        return None if words or before.last is None else at_page(before.last, bare[opus.end() :])
    return short_form(bare, before.sources)


def _of_note(label: str, head: str, before: _Before) -> Source | None:
    """The source of the latest note with a label that has the name before it: numbers that restart mean the chapter's own note.

    Of several sources the first whose words hold the name; ``None`` where the whole note does not hold it.
    """
    found = [source for source in before.sources if source.note is not None and base_label(source.note) == label]
    found = [source for source in found if source.note == found[-1].note]
    words = named_before(head)
    if not found or not words:
        return next(iter(found), None)
    surname = len(words) > 1 and is_name(" ".join(words)) and all(source.authors for source in found)
    note = next((one for one in reversed(before.notes) if one.label == found[0].note), None)
    chosen = next((source for source in found if holds_name(words, _words_of(source, note), surname=surname)), None)
    return chosen or (found[0] if note is not None and holds_name(words, note.text, surname=surname) else None)


def _words_of(source: Source, note: Above | None) -> str:
    """What a source is called by and, where its note is known, all that is said of it there."""
    said = note.text[source.span.start - note.start : source.span.end - note.start] if note is not None and source.span is not None else ""
    return " ".join((*source.authors, *filter(None, (source.agency, source.outlet, source.publisher, source.title)), said))


def _again(source: Source | None, rest: str) -> Source | None:
    """The last source once more: at a page, or, where a title or another day stands behind, another piece in the same outlet or by the same author.

    Where the last one was not read, only what is told in full.
    """
    other = parse_citation(rest.strip(" ,.;:")) if find_quoted(rest) else None
    if other is not None:
        named = (other.outlet, other.agency, other.publisher) != (None, None, None)
        return other if named or source is None else replace(other, kind=source.kind, outlet=source.outlet, agency=source.agency, publisher=source.publisher)
    if source is None:
        return None
    links = take_links(rest)
    dated = _DATED.fullmatch(links.text)
    day = parse_date(dated["date"]) if dated else None
    if dated is None or day is None:
        return at_page(source, links.text)
    paged = dated["before"] or dated["after"]
    same = day.month is None or (source.published or "")[: len(day.iso)] == day.iso
    piece = source if same else Source(None, source.kind, agency=source.agency, outlet=source.outlet, publisher=source.publisher, url=links.url, published=day.iso)
    return replace(piece, pages=paged) if paged else piece
