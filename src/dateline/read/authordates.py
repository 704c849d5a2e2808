"""Author-date citations: "(Reuters, 2022a)", "Tan (2022: 14)" in the text and the entries of a reference list that they name.

An entry that the text cites becomes a note whose label is the citation ("Reuters 2022a"); one that it does not cite stays an entry without
a label. Where the system is used, a citation that no entry answers is a marker without a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.read.dates import MONTH
from dateline.read.draft import DraftBlock, DraftMarker, DraftNote
from dateline.read.textmap import Mapped
from dateline.types import BlockKind

_YEAR: Final = r"(?:(?:1[89]|20)\d\d[a-z]?|n\. ?d\.(?:-?[a-z](?!\w))?|forthcoming|in press)"
_NAME: Final = r"(?:[^\W\d_]|[’'.&,/-]|\s)"
#: How an entry of a reference list opens: "Tan, A. (2022).", "Reuters. 2022a.", "Ministry of Defence, 2019,", "Smith, J. and B. Lee 2020:".
_OPENS: Final = re.compile(
    rf"\s*(?:[-*•]\s+)?(?P<names>[^\W\d_]{_NAME}{{1,160}}?(?:[(\[][A-Z][\w&-]{{1,11}}[)\]])?(?:\s*\(?eds?\.?\)?)?)[.,:]?"
    rf"\s*[(\[]?(?P<year>{_YEAR})(?:,\s[^()]{{3,20}})?[)\]]?(?=[\s.,:;]|$)"
)
#: The names of an entry whose year stands last.
_NAMES_FIRST: Final = re.compile(rf"\s*(?P<names>[^\W\d_]{_NAME}{{1,160}}?)[.,]?\s*(?=[\"“‘'*_])")
_LAST_YEAR: Final = re.compile(r"\b(?:1[89]|20)\d\d[a-z]?\b")
#: The dash in the place of the names of the entry before.
REPEATED_NAME: Final = re.compile(r"\s*(?:—{2,3}|–{3}|-{3}|_{3,})[.,]?\s*")
#: A body's short name where it is first cited: "(African Union [AU], 2024)".
_SHORT_NAME: Final = re.compile(r"(?P<name>[^\W\d_][^;()\[\]]{2,80}?)\s*\[(?P<short>[^\W\d_][\w&-]{1,11})\](?=[,\s])")
_BRACKET: Final = re.compile(r"\((?P<in>(?:[^()\[\]]|\[[^\W\d_][\w&-]{1,11}\]){5,240})\)|\[(?P<square>[^()\[\]]{5,240})\]")
_LEAD: Final = r"(?:(?:see(?: also)?|e\.g\.,?|cf\.?|for example,?|quoted in|cited in|as in|compare|also)\s+)*"
_PAGES: Final = r"(?:\s*[,:]\s*(?:(?:pp?|paras?|ch|chap|sec)\.?\s*)?[\divxl]+(?:\s?[-–]\s?[\divxl]+)?)?"
_CITED: Final = re.compile(
    rf"\s*{_LEAD}(?P<name>[^\W\d_]{_NAME}{{1,80}}?),?\s+(?P<years>{_YEAR}(?:,\s*(?:{_YEAR}|[a-z](?!\w)))*)"
    rf"(?:,\s*(?:\d{{1,2}}\s+{MONTH}|{MONTH}\s+\d{{1,2}}))?{_PAGES}\s*",
    re.IGNORECASE,
)
_SURNAME: Final = r"(?:(?:van|von|de|al-|der|bin)\s?){0,3}[A-Z][\w’'-]{1,40}"
_TOLD: Final = re.compile(
    r"(?<![\w(’'-])(?:(?:As|In|For|But|And|See|While|Although|By|Both|Yet|So|To|According to)\s)?"
    rf"(?P<name>{_SURNAME}(?:\s(?:and|&)\s{_SURNAME}|\set al\.?|(?:\s[A-Z][\w’'-]{{1,40}}){{0,4}}))(?:[’']s?)?\s[(\[](?P<years>{_YEAR}(?:,\s*{_YEAR})*){_PAGES}[)\]]"
)
_MONTHS: Final = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?$")
_NO_AUTHORS: Final = words_of("read.authordates.no_authors")
#: An entry ends so before the line of the next one.
_ENDED: Final = re.compile(r"(?:[.)\]”\"/]|https?://\S+|\d)\s*$")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry's place among the notes, its names in small letters and its years."""

    index: int
    names: str
    years: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Citation:
    """One work cited in a block: before which character the marker stands, and whose work of which year."""

    block: int
    offset: int
    name: str
    year: str


def opens_entry(line: str) -> bool:
    """Whether a line opens an entry of an author-date reference list.

    Example:
        >>> opens_entry("Tan, A. (2022). Pelosi Meets Tsai."), opens_entry("In March 2022 the army left.")
        (True, False)
    """
    match = _OPENS.match(line)
    return match is not None and _MONTHS.search(match["names"]) is None and match["names"].split()[0].lower() not in _NO_AUTHORS


def opens_titled_entry(line: str) -> bool:
    """Whether a line opens an entry whose year a quoted or slanted title follows, which no sentence does."""
    match = _OPENS.match(line)
    return match is not None and opens_entry(line) and re.match(r"[.,:]?\s*[\"“‘'*_]", line[match.end() :]) is not None


def entry_starts(lines: Sequence[str]) -> list[int]:
    """Which lines of a paragraph of a reference list open an entry; the first always does."""
    return [index for index, line in enumerate(lines) if not index or (opens_entry(line) and _ENDED.search(lines[index - 1]))]


def with_author_dates(body: Sequence[DraftBlock], notes: Sequence[DraftNote]) -> tuple[list[DraftBlock], list[DraftNote]]:
    """Body and notes with the citations as markers and the entries that they name as their notes."""
    entries = list(_entries(notes))
    cited = [one for index, block in enumerate(body) if entries and block.kind is BlockKind.PARAGRAPH for one in _citations(index, block.text.text)]
    by_year: dict[str, list[_Entry]] = {}
    for work in entries:
        for year in work.years:
            by_year.setdefault(year, []).append(work)
    full = _short_names(body)
    answered = [(one, _answering(replace(one, name=full.get(one.name, one.name)), by_year.get(one.year, ()))) for one in cited]
    if not any(entry is not None for _, entry in answered):
        return list(body), list(notes)
    labels: dict[int, str] = {}
    markers: dict[int, list[DraftMarker]] = {}
    for one, entry in answered:
        label = f"{one.name} {one.year}"
        if entry is not None:
            label = labels.setdefault(entry.index, label)
        elif not one.name[:1].isupper():
            continue
        markers.setdefault(one.block, []).append(DraftMarker(label, one.offset))
    return (
        [_marked(block, markers.get(index, ())) for index, block in enumerate(body)],
        [replace(note, label=labels.get(index, note.label)) for index, note in enumerate(notes)],
    )


def _marked(block: DraftBlock, found: Sequence[DraftMarker]) -> DraftBlock:
    return replace(block, markers=tuple(sorted((*block.markers, *found), key=lambda one: one.offset))) if found else block


def _entries(notes: Sequence[DraftNote]) -> Iterator[_Entry]:
    """The entries of the list; a dash stands for the names of the entry before."""
    before: _Entry | None = None
    for index, note in enumerate(notes):
        dash = REPEATED_NAME.match(note.text.text) if before is not None and note.label is None else None
        if dash is not None and before is not None:
            before = replace(before, index=index, years=frozenset(_LAST_YEAR.findall(note.text.text)))
        else:
            before = _entry(index, note.text) if note.label is None else None
        if before is not None:
            yield before


def _entry(index: int, text: Mapped) -> _Entry | None:
    match = _OPENS.match(text.text)
    if match is not None:
        return _Entry(index, _key(match["names"]), frozenset({match["year"]}))
    match = _NAMES_FIRST.match(text.text)
    years = frozenset(_LAST_YEAR.findall(text.text))
    return _Entry(index, _key(match["names"]), years) if match is not None and years else None


def _citations(block: int, text: str) -> Iterator[_Citation]:
    for bracket in _BRACKET.finditer(text):
        position = len(text[: bracket.start()].rstrip())
        for piece in re.split(r";|(?<=\d[a-z])\s+and\s+|(?<=\d)\s+and\s+", bracket["in"] or bracket["square"]):
            match = _CITED.fullmatch(_SHORT_NAME.sub(r"\g<name>", piece))
            if match is not None and not _MONTHS.search(match["name"]):
                yield from _each(block, position, match)
    for match in _TOLD.finditer(text):
        if not _MONTHS.search(match["name"]):
            yield from _each(block, match.end(), match)


def _short_names(body: Sequence[DraftBlock]) -> dict[str, str]:
    """The names in full of those that the text shortens where it first cites them: "(Refugee Board [RefB], 2020) ... (RefB, 2021)"."""
    found = (match for block in body for bracket in _BRACKET.finditer(block.text.text) for match in _SHORT_NAME.finditer(bracket["in"] or ""))
    return {match["short"]: match["name"].strip(" ,") for match in found}


def _each(block: int, offset: int, match: re.Match[str]) -> Iterator[_Citation]:
    last = ""
    for year in re.split(r",\s*", match["years"]):
        last = last[:4] + year if len(year) == 1 else year
        yield _Citation(block, offset, match["name"].strip(" ,"), last)


def _answering(cited: _Citation, entries: Sequence[_Entry]) -> _Entry | None:
    """The entry of a citation among those of its year: names that open with its first name; the names in full decide between several."""
    fits = [entry for entry in entries if _names_fit(cited.name, entry.names)]
    if len(fits) > 1:
        fits = [entry for entry in fits if _all_names(cited.name) <= set(entry.names.split())] or fits
    return fits[0] if fits else None


def _names_fit(cited: str, names: str) -> bool:
    first = _key(re.split(r"\s+(?:and|&)\s+|,|\s+et al", cited)[0])
    if not first:
        return False
    words = names.split()
    return (
        names == first
        or names.startswith(first + " ")
        or first in words[:3]
        or _is_short_for(first, names)
        or first in re.findall(r"\w+", names)[-1:]
    )


def _all_names(cited: str) -> set[str]:
    return set(_key(re.sub(r"\b(?:and|et al)\b|&", " ", cited)).split())


def _is_short_for(short: str, names: str) -> bool:
    """Whether "mfa" are the first letters of the names, or of how they begin."""
    letters = "".join(word[0] for word in names.split() if word not in {"of", "the", "for", "and", "on", "in"})
    return len(short) > 1 and letters.startswith(short)


def _key(names: str) -> str:
    return re.sub(r"^the ", "", re.sub(r"[\W_]+", " ", re.sub(r"[’']s?\b", "", names)).strip().lower())
