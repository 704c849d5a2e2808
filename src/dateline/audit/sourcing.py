"""How many sources there truly are, and what their dates and titles leave open."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

from dateline.audit.findings import Share, SourceCount
from dateline.audit.institutions import by_institution
from dateline.read.citations import day_of_url
from dateline.read.outlets import identified, outlet_of_url
from dateline.types import PRESS, Document, Source

if TYPE_CHECKING:
    from dateline.resolve import Resolver

#: A title of fewer words ("Joint Statement") may be that of several works.
_TITLE_WORDS: Final = 3
#: A report is put right or gets a new date within so many days of the day in its address.
_UPDATED_DAYS: Final = 3
#: Kinds whose date is no fault to leave out: laws and treaties are cited by name.
_DATELESS: Final = frozenset({"interview"})


def works(sources: Iterable[Source]) -> list[Source]:
    """The different works among citations, in order, without note, page, access date and place in the text."""
    return [_citation(group[0]).work for group in citations_by_work(sources)]


def citations_by_work(sources: Iterable[Source]) -> list[list[Source]]:
    """Citations by the work that they cite, the fullest first in each."""
    groups: list[list[_Citation]] = []
    near: dict[object, list[list[_Citation]]] = defaultdict(list)
    for one in map(_citation, sources):
        keys = [key for key in (one.title, one.source.url, one.work) if key]
        known = next((group for key in keys for group in near[key] if any(_same_work(one, other) for other in group)), None)
        if known is None:
            known = []
            groups.append(known)
        known.append(one)
        for key in keys:
            if not any(group is known for group in near[key]):
                near[key].append(known)
    return [sorted((one.source for one in group), key=_gaps) for group in groups]


@dataclass(frozen=True, slots=True)
class _Citation:
    """A citation, its work (without note, page, access date and place in the text) and its title in plain words."""

    source: Source
    work: Source
    title: str


def _citation(source: Source) -> _Citation:
    work = replace(source, note=None, span=None, pages=None, accessed=None)
    return _Citation(source, work, re.sub(r"\W+", " ", source.title or "").strip().casefold())


def _same_work(cited: _Citation, before: _Citation) -> bool:
    """Whether two citations cite one work: alike in all but note and page, or by title or address, where nothing else that both tell differs."""
    if cited.work == before.work:
        return True
    one, other = cited.source, before.source
    named = cited.title == before.title and len(cited.title.split()) >= _TITLE_WORDS
    linked = one.url is not None and one.url == other.url
    if not (named or linked) or (one.title and other.title and not named) or (one.volume, one.issue) != (other.volume, other.issue):
        return False
    told = ((one.agency, other.agency), (one.outlet, other.outlet), (one.publisher, other.publisher), (one.url, other.url))
    days = (one.published or "", other.published or "")
    return not any(mine and theirs and mine != theirs for mine, theirs in told) and (days[0].startswith(days[1]) or days[1].startswith(days[0]))


def _gaps(source: Source) -> int:
    """How much a citation leaves out."""
    return sum(value is None for value in (source.title, source.agency, source.outlet, source.publisher, source.url)) - len(source.published or "")


def origin(source: Source) -> str | None:
    """Who stands behind a source: its agency, else its outlet, else its publisher, else its first author, else its site."""
    return source.agency or source.outlet or source.publisher or (source.authors[0] if source.authors else None) or _host(source)


def _host(source: Source) -> str | None:
    known = outlet_of_url(source.url) if source.url else None
    return known.name if known else source.site


def count_sources(sources: Sequence[Source], resolver: Resolver | None = None) -> SourceCount:
    """Count the sources of a document (or of several); with a resolver an institution under two names ("China's foreign ministry", "Chinese
    Foreign Ministry") is one."""
    different = works(sources)
    total = len(different)
    origins = by_institution([name for one in different if (name := origin(one))], resolver)
    agencies = by_institution([one.agency for one in different if one.agency], resolver)
    state = sum(1 for one in different if _state_owned(one))
    return SourceCount(
        citations=len(sources),
        works=total,
        origins=_shares(origins, total),
        outlets=_shares(by_institution([one.outlet for one in different if one.outlet], resolver), total),
        agencies=_shares(agencies, total),
        authors=_shares(Counter(name for one in different for name in dict.fromkeys(one.authors)), total),
        agency_share=round(max(agencies.values(), default=0) / total, 3) if total else 0.0,
        state_share=round(state / total, 3) if total else 0.0,
    )


def _state_owned(source: Source) -> bool:
    """Whether the agency or the outlet belongs to a state; copy of a free agency in a state paper counts as the agency's."""
    name = source.agency or source.outlet
    known = identified(name) if name else outlet_of_url(source.url) if source.url else None
    return known is not None and known.state_owned


def _shares(counts: Counter[str], total: int) -> tuple[Share, ...]:
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    found = []
    for name, number in ordered:
        known = identified(name)
        found.append(Share(name, number, round(number / total, 3), known is not None and known.state_owned, known.country if known else None))
    return tuple(found)


def undated(source: Source) -> bool:
    """Whether a source has a title but no date."""
    return source.published is None and not untitled(source) and source.kind not in _DATELESS


def untitled(source: Source) -> bool:
    """Whether a source has no title: a bare link, or an outlet and a date alone. Who spoke or issued it, and the day, tell a statement or speech."""
    told = source.published is not None and bool(source.authors or source.publisher)
    return source.title is None and source.kind != "interview" and not told


def impossible_date(document: Document, source: Source) -> str | None:
    """What is wrong with a source's date: after the day it was read, another than its address has, or after the document that cites it."""
    day = source.published
    if day is None:
        return None
    if source.accessed and day[: len(source.accessed)] > source.accessed[: len(day)]:
        return f"published {day}, but read on {source.accessed}"
    address = day_of_url(source.url) if source.url and source.kind in PRESS and len(day) == len("2000-01-01") else None
    if address is not None and abs((date.fromisoformat(day) - date.fromisoformat(address)).days) > _UPDATED_DAYS:
        return f"published {day}, but its address has {address}"
    if document.published is not None and day > document.published.isoformat()[: len(day)]:
        return f"published {day}, after the document itself ({document.published.isoformat()})"
    return None
