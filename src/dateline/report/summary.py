"""What happened, the figures and the lines of figures at the head of a brief, all computed from the records; each number knows its acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dateline.report.acts import GLYPHS, QUADS, Act, Citation, citation
from dateline.report.copies import copies, without_copies
from dateline.report.extras import ResponseReport
from dateline.report.lines import Line, lines, rows
from dateline.report.names import percent
from dateline.report.story import story
from dateline.report.voices import Voice, voices
from dateline.types import Coded, Source
from dateline.wording import plural


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its name and the acts behind it (``None`` where it does not count acts)."""

    name: str
    value: str
    rows: tuple[int, ...] | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the acts: its name, its acts, and its share in [0, 100] of the whole that ``total`` counts."""

    name: str
    rows: tuple[int, ...]
    total: int
    quad: int = 0
    glyph: str = ""

    @property
    def percent(self) -> float:
        """The share in per cent."""
        return round(100 * len(self.rows) / self.total, 1) if self.total else 0.0


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source of a document with the acts that rest on it and how they were tied to it; ``number`` counts all sources from 1."""

    number: int
    document: int
    source: Source
    citation: Citation
    rows: tuple[int, ...]
    links: tuple[str, ...]

    def label(self, several: bool) -> str:
        """The number of its note, with the document's before it where there are ``several`` documents; a letter-s number where it has none."""
        if not self.citation.note:
            return f"s{self.number}"
        return (f"{self.document + 1}." if several else "") + self.citation.note


@dataclass(frozen=True, slots=True)
class Summary:
    """What the head of the brief says: ``story`` what happened, ``lines`` the figures in words; ``outlets`` are shares of the sourced acts by
    where the sources appeared."""

    story: tuple[Line, ...]
    figures: tuple[Figure, ...]
    lines: tuple[Line, ...]
    quads: tuple[Share, ...]
    agencies: tuple[Share, ...]
    outlets: tuple[Share, ...]
    voices: tuple[Voice, ...]


def origin(source: Source) -> str | None:
    """Who reported it first: the agency, else the outlet, publisher, first author or site."""
    return source.agency or source.outlet or source.publisher or (source.authors[0] if source.authors else None) or source.site


def outlet(source: Source) -> str | None:
    """Where it appeared."""
    return source.outlet or source.publisher


def names_of(act: Act, name: Callable[[Source], str | None]) -> tuple[str, ...]:
    """What the sources of an act are called by ``name``, each once, in order."""
    return tuple(dict.fromkeys(one for link in act.mention.sources if (one := name(link.source))))


def sure_origins(act: Act) -> tuple[str, ...]:
    """Who stands behind an act's sources (of one that names nobody its kind), those left out that are tied to it by similar wording alone."""
    sources = (link.source for link in act.mention.sources if link.link != "similarity")
    return tuple(dict.fromkeys(origin(source) or source.kind for source in sources))


def shares(found: Sequence[Act], name: Callable[[Source], str | None]) -> tuple[Share, ...]:
    """Shares of the acts that cite a source by what its sources are called; an act with two counts for both."""
    behind: dict[str, list[int]] = {}
    for act in found:
        for one in names_of(act, name):
            behind.setdefault(one, []).append(act.number)
    cited = sum(bool(act.mention.sources) for act in found)
    made = [Share(one, tuple(numbers), cited) for one, numbers in behind.items()]
    return tuple(sorted(made, key=lambda share: (-len(share.rows), share.name)))


def agencies(found: Sequence[Act]) -> tuple[Share, ...]:
    """Shares of the sourced acts by the agency (or, where none is named, the outlet) that they rest on."""
    return shares(found, origin)


def quads(found: Sequence[Act]) -> tuple[Share, ...]:
    """Shares of the acts by quad class, all four."""
    return tuple(
        Share(name, tuple(act.number for act in found if act.quad == number), len(found), number, GLYPHS[number])
        for number, name in QUADS.items()
    )


def sources(coded: Sequence[Coded], found: Sequence[Act]) -> tuple[SourceRow, ...]:
    """Every source of every document in order, with those that only a mention names at the end."""
    links: dict[tuple[int, Source], list[tuple[int, str]]] = {}
    for index, item in enumerate(coded):
        for source in item.document.sources:
            links.setdefault((index, source), [])
    for act in found:
        for link in act.mention.sources:
            links.setdefault((act.document, link.source), []).append((act.number, link.link))
    return tuple(
        SourceRow(
            number,
            document,
            source,
            citation(source),
            tuple(dict.fromkeys(number for number, _ in uses)),
            tuple(dict.fromkeys(kind for _, kind in uses)),
        )
        for number, ((document, source), uses) in enumerate(sorted(links.items(), key=lambda item: item[0][0]), 1)
    )


def summarise(coded: Sequence[Coded], found: Sequence[Act], response: ResponseReport | None = None, told: Mapping[str, int] | None = None) -> Summary:
    """What happened, figures, lines and shares of a brief; with the strongest answers where a response was asked for. Acts of copies do not count.
    ``told``: how many independent sources tell each event, by its id."""
    found = without_copies(coded, found)
    return Summary(
        story(coded, found, sure_origins, response, told),
        _figures(coded, found),
        lines(coded, found, lambda act: names_of(act, origin)),
        quads(found),
        agencies(found),
        shares(found, outlet),
        voices(found),
    )


def _figures(coded: Sequence[Coded], found: Sequence[Act]) -> tuple[Figure, ...]:
    apart = copies(coded)
    everything = rows(found, lambda act: True)
    actors = {name for act in found for name in act.actors}
    attributed = rows(found, lambda act: bool(act.speaker))
    unsure = rows(found, lambda act: not act.certain)
    cited = rows(found, lambda act: bool(act.citations))
    return (
        Figure("acts", f"{len(found):,}", everything, _of_events(coded, found)),
        Figure("actors", f"{len(actors):,}", None, "states, bodies, people"),
        Figure("sources", f"{sum(row.document not in apart for row in sources(coded, found)):,}", None, "cited in notes or text"),
        Figure("attributed", percent(len(attributed), len(found)), attributed, "told on somebody’s word"),
        Figure("not certain", percent(len(unsure), len(found)), unsure, "probable or possible"),
        Figure("sourced", percent(len(cited), len(found)), cited, "tied to a note or source"),
    )


def _of_events(coded: Sequence[Coded], found: Sequence[Act]) -> str:
    """``in 2 documents``, and how many events they tell where some are told several times."""
    events = len({act.mention.event_id for act in found})
    told = f", {plural(events, 'event')}" if events != len(found) else ""
    apart = len(copies(coded))
    also = f" ({plural(apart, 'copy', 'copies')} apart)" if apart else ""
    return f"in {plural(len(coded) - apart, 'document')}{also}{told}"
