"""Citations in short: by surname and title or year of a work that an earlier note or the bibliography has in full."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.read.citation_comments import is_comment
from dateline.read.citation_parts import find_quoted
from dateline.types import Source

_NAME: Final = r"[^\W\d_a-z][\w'’.-]*"
#: People as short citations name them ("Smith", "van der Meer and Lee", "Lee et al."), or a body.
_NAMES: Final = rf"(?:(?:van|von|de|der|den|du|al|el|bin|ibn|ter|da|dos)[ -])*{_NAME}(?:,?\s(?:(?:and|&|of|for|the|on|in|van|von|de|der|den)\s)*{_NAME})*?(?:,?\set al\.?)?"
_PAGES: Final = r"(?:[\s,:;]*(?:(?:at|pp?\.?|paras?\.?|ch(?:ap)?\.?)\s*)?\d[\d\s,–-]*)?\.?"
_TITLED: Final = re.compile(rf"(?P<names>{_NAMES}),\s+(?P<title>[^\"“”,]{{3,80}}?)[,.]?(?P<rest>{_PAGES})$")
_YEARED: Final = re.compile(rf"(?P<names>{_NAMES}),?\s+\(?(?P<year>(?:1[6-9]|20)\d\d[a-z]?)\)?(?P<rest>{_PAGES})\)?\.?$")
_PAGED: Final = re.compile(rf"(?P<names>{_NAMES}),\s+(?P<rest>(?:pp?\.?\s*)?\d[\d\s,–-]*\.?)$")
_PINPOINT: Final = re.compile(r"[\s,.;:]*(?:(?:at|pp?\.?)\s*)?(?P<pages>\d+(?:\s?[-–]\s?\d+)?)\s*\.?$")
#: The reports of courts of states.
REPORTER: Final = r"(?:P\.?C\.?I\.?J\.?|I\.?C\.?J\.?|ITLOS)(?:\s+Rep(?:orts|\.)?)?"
#: A judgment at a page or paragraph: "Corfu Channel, 1949 I.C.J. at 22", "Nicaragua, 1986 I.C.J. Rep. ¶ 195".
_JUDGED: Final = re.compile(rf"(?P<title>[A-Z][^\"“,]{{2,80}}),\s+(?P<year>(?:19|20)\d\d)\s+{REPORTER},?\s+(?:at|¶+|paras?\.|pp?\.)\s?¶*\s?(?P<pages>\d[\d\s,–-]*)\.?$")
_LETTERED: Final = re.compile(r"\b(?:1[6-9]|20)\d\d[a-z]\b")
#: The end of a short citation, behind which its author may comment.
_ENDED: Final = re.compile(r"(?<=[\d”\"’)])\.?\s+(?=[A-Z])|(?<=[.,][”\"’])\s+(?=[A-Z])")
_FULL: Final = re.compile(r"\b(?:1[6-9]|20)\d\d[a-z]?\b|https?:")
#: Longer texts are no short citation.
_LONGEST: Final = 160
#: A title alone must have so many words to tell the work.
_TITLE_WORDS: Final = 3
_SMALL: Final = frozenset("of the for and on in".split())


@dataclass(frozen=True, slots=True)
class Work:
    """An entry of the document's bibliography, and its year as printed ("2014a")."""

    source: Source
    year: str | None

    @classmethod
    def of(cls, source: Source, text: str) -> Work:
        """The work of an entry's text."""
        lettered = _LETTERED.search(text)
        return cls(source, lettered[0] if lettered else (source.published or "")[:4] or None)


def short_form(text: str, earlier: Sequence[Source], works: Sequence[Work] = ()) -> Source | None:
    """The work that a short citation means, at the page that it gives: one cited before, or else one that the bibliography lists.

    Args:
        text: the citation without "See" and the like.
        earlier: the sources cited before, in order.
        works: the entries of the bibliography.

    Example:
        >>> work = Work(Source(None, "news", title="Togo Closes Its Border", authors=("Ama Sena",), outlet="RFI", published="2015-03-02"), "2015")
        >>> short_form("Sena, “Togo Closes,” 4.", (), [work]).pages, short_form("Sena 2015.", (), [work]).outlet, short_form("Sena 2016.", (), [work])
        ('4', 'RFI', None)
    """
    text = _without_comment(text[: _LONGEST * 2])
    if len(text) > _LONGEST:
        return None
    if not _FULL.search(text):
        known = [Work(source, None) for source in reversed(earlier)]
        found = _by_title(text, known, unsigned=False) or _by_title(text, works, unsigned=True) or _by_name(text, works)
    else:
        found = _judgment(text, earlier) or _by_year(text, works)
    return found


def _judgment(text: str, earlier: Sequence[Source]) -> Source | None:
    """A judgment cited before, by a part of its name and the year of the court's reports."""
    match = _JUDGED.match(text)
    named = (one for one in reversed(earlier) if match is not None and one.kind == "official" and (one.published or "")[:4] == match["year"])
    source = next((one for one in named if match is not None and _is_titled(one, match["title"])), None)
    return replace(source, pages=match["pages"].strip()) if source is not None and match is not None else None


def has_short_form(text: str) -> bool:
    """Whether a text has the form of a short citation with a page ("Okafor, Price of Oil, 31"), whatever it means."""
    match = _TITLED.match(text) if len(text) <= _LONGEST else None
    return match is not None and re.search(r"\d", match["rest"]) is not None and match["title"][:1].isupper()


def at_page(source: Source, rest: str) -> Source:
    """The source at the page that stands behind its short form."""
    pinpoint = _PINPOINT.match(rest)
    return replace(source, pages=pinpoint.group("pages")) if pinpoint else source


def _without_comment(text: str) -> str:
    end = _ENDED.search(text)
    return text[: end.start()] if end and is_comment(text[end.end() :]) else text


def _by_title(text: str, works: Sequence[Work], *, unsigned: bool) -> Source | None:
    """By surname and a part of the title ("Smith, Long War, 50."), or by the title alone of a work that names nobody."""
    quoted = find_quoted(text)
    match = _TITLED.match(text) if quoted is None else None
    if quoted is not None:
        names, title, rest = quoted.before.strip(" ,"), quoted.title, quoted.after
    elif match is not None:
        names, title, rest = match["names"], match["title"], match["rest"]
    else:
        return None
    if re.fullmatch(_PAGES, rest) is None and not (unsigned and not names):
        return None
    for work in works:
        if _is_titled(work.source, title) and (is_by(names, work.source) if names else unsigned and _is_alone(work.source, title, rest)):
            return at_page(work.source, rest)
    return None


def _is_titled(source: Source, short: str) -> bool:
    """Whether a short title is a part of the source's, or has words of it in their order."""
    ours, theirs = _words(short), _words(source.title or "")
    if ours and f" {' '.join(ours)} " in f" {' '.join(theirs)} ":
        return True
    following = iter(theirs)
    return len(ours) > 1 and all(word in following for word in ours)


def _is_alone(source: Source, title: str, rest: str) -> bool:
    """Whether a title without a name before it tells the source: long enough, and with nothing behind it but the outlet and a page."""
    where = rest.strip(" ,.;:")
    return len(title.split()) >= _TITLE_WORDS and (re.fullmatch(_PAGES, rest) is not None or is_by(where, source))


def _by_year(text: str, works: Sequence[Work]) -> Source | None:
    match = _YEARED.match(text)
    if match is None:
        return None
    year = match["year"]
    fits = [work for work in works if year in {work.year, (work.source.published or "")[:4]} and is_by(match["names"], work.source)]
    return at_page(fits[0].source, match["rest"]) if fits else None


def _by_name(text: str, works: Sequence[Work]) -> Source | None:
    """By name and page ("Smith, 50."), where the bibliography has one work of that name."""
    match = _PAGED.match(text)
    fits = [work for work in works if match is not None and is_by(match["names"], work.source)]
    return at_page(fits[0].source, match["rest"]) if match is not None and len(fits) == 1 else None


def is_by(names: str, source: Source) -> bool:
    """Whether names as a short citation gives them are those of the source's first author, or of the body or outlet that stands for one."""
    first = re.split(r",|\s+(?:and|&)\s|\s+et al", names)[0]
    ours = _words(re.sub(r"\b[A-Z]\.\s*", "", first))
    if not ours:
        return False
    return any(_is_named(ours, list(_words(name))) for name in source.authors) or any(
        _words(names) == theirs or _is_short_for("".join(ours), theirs) for theirs in _holders(source)
    )


def _is_named(ours: tuple[str, ...], theirs: Sequence[str]) -> bool:
    """A surname is the last of a name, or the first where that stands first ("Kim Tae-hun")."""
    return tuple(theirs[-len(ours) :]) == ours or tuple(theirs[: len(ours)]) == ours


def _holders(source: Source) -> Iterator[tuple[str, ...]]:
    return (_words(re.sub(r"^[Tt]he ", "", name)) for name in (source.agency, source.outlet, source.publisher) if name)


def _is_short_for(short: str, words: tuple[str, ...]) -> bool:
    return len(short) > 1 and short == "".join(word[0] for word in words if word not in _SMALL)


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.sub(r"[\W_]+", " ", text).lower().split())
