"""The figures and the five lines at the head of a brief, all computed from the records; each number knows its acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dateline.report.acts import GLYPHS, QUADS, Act, Citation, citation
from dateline.report.names import SPEAKERS, day, percent, plural
from dateline.types import Coded, Source, Status


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line; ``rows`` are the numbers of the acts it counts, ``None`` for plain words."""

    text: str
    rows: tuple[int, ...] | None = None


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
    """A source of a document with the acts that rest on it and how they were tied to it."""

    document: int
    source: Source
    citation: Citation
    rows: tuple[int, ...]
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What the head of the brief says."""

    figures: tuple[Figure, ...]
    lines: tuple[tuple[Piece, ...], ...]
    quads: tuple[Share, ...]
    agencies: tuple[Share, ...]


def rows(found: Iterable[Act], test: Callable[[Act], bool]) -> tuple[int, ...]:
    """Numbers of the acts that pass the test."""
    return tuple(act.number for act in found if test(act))


def origin(source: Source) -> str | None:
    """Who reported it first: the agency, else the outlet, publisher or first author."""
    return source.agency or source.outlet or source.publisher or (source.authors[0] if source.authors else None)


def agencies(found: Sequence[Act]) -> tuple[Share, ...]:
    """Shares of the acts that cite a source by the agency (or, where none is named, the outlet) that they rest on; an
    act with two agencies counts for both."""
    behind: dict[str, list[int]] = {}
    cited = 0
    for act in found:
        names = {name for link in act.mention.sources if (name := origin(link.source))}
        cited += bool(act.mention.sources)
        for name in names:
            behind.setdefault(name, []).append(act.number)
    shares = [Share(name, tuple(numbers), cited) for name, numbers in behind.items()]
    return tuple(sorted(shares, key=lambda share: (-len(share.rows), share.name)))


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
            document,
            source,
            citation(source),
            tuple(dict.fromkeys(number for number, _ in uses)),
            tuple(dict.fromkeys(kind for _, kind in uses)),
        )
        for (document, source), uses in sorted(links.items(), key=lambda item: item[0][0])
    )


def summarise(coded: Sequence[Coded], found: Sequence[Act]) -> Summary:
    """Figures, lines and shares of a brief."""
    shares = agencies(found)
    return Summary(_figures(coded, found, shares), _lines(coded, found, shares), quads(found), shares)


def _figures(coded: Sequence[Coded], found: Sequence[Act], shares: Sequence[Share]) -> tuple[Figure, ...]:
    everything = rows(found, lambda act: True)
    actors = {name for act in found for name in act.actors}
    attributed = rows(found, lambda act: bool(act.speaker))
    unsure = rows(found, lambda act: not act.certain)
    cited = rows(found, lambda act: bool(act.citations))
    return (
        Figure("acts", f"{len(found):,}", everything, f"in {plural(len(coded), 'document')}"),
        Figure("actors", f"{len(actors):,}", None, "states, bodies, people"),
        Figure("sources", f"{sum(1 for row in sources(coded, found)):,}", None, "cited in notes or text"),
        Figure("attributed", percent(len(attributed), len(found)), attributed, "told on somebody’s word"),
        Figure("not certain", percent(len(unsure), len(found)), unsure, "probable or possible"),
        Figure("sourced", percent(len(cited), len(found)), cited, "tied to a note or source"),
    )


def _lines(coded: Sequence[Coded], found: Sequence[Act], shares: Sequence[Share]) -> tuple[tuple[Piece, ...], ...]:
    if not found:
        return ((Piece("No act was coded in these documents."),),)
    lines = (_extent(coded, found), _kinds(found), _parties(found), _modality(found), _evidence(found, shares))
    return tuple(line for line in lines if line)


def _extent(coded: Sequence[Coded], found: Sequence[Act]) -> tuple[Piece, ...]:
    documents = "this document reports" if len(coded) == 1 else f"these {len(coded):,} documents report"
    start = Piece(documents.capitalize() + " ")
    current = [act for act in found if act.mention.date and act.mention.status is not Status.HISTORICAL]
    pieces = [start, Piece(plural(len(found), "act"), rows(found, lambda act: True))]
    if current:
        first = min(act.mention.date.earliest for act in current if act.mention.date)
        last = max(act.mention.date.latest for act in current if act.mention.date)
        pieces.append(Piece(", dated from " if len(current) == len(found) else ", the dated ones from "))
        pieces.append(
            Piece(f"{day(first)} to {day(last)}" if first != last else day(first), tuple(act.number for act in current))
        )
    return (*pieces, Piece("."))


def _kinds(found: Sequence[Act]) -> tuple[Piece, ...]:
    parts = [share for share in sorted(quads(found), key=lambda one: (-len(one.rows), one.quad)) if share.rows]
    pieces = [Piece("By kind: ")]
    for index, share in enumerate(parts):
        pieces.append(Piece(f"{len(share.rows):,} {share.name.lower()}", share.rows))
        pieces.append(Piece(", " if index < len(parts) - 1 else "; "))
    kind, count = min(Counter(act.mention.type for act in found).items(), key=lambda item: (-item[1], item[0]))
    pieces += [
        Piece(f"the commonest type is {kind}, with "),
        Piece(f"{count:,}", rows(found, lambda act: act.mention.type == kind)),
    ]
    return (*pieces, Piece("."))


def _top(names: Iterable[str]) -> str | None:
    counts = Counter(names)
    return min(counts, key=lambda name: (-counts[name], name), default=None)


def _parties(found: Sequence[Act]) -> tuple[Piece, ...]:
    doer, target = (
        _top(name for act in found for name in act.actors),
        _top(name for act in found for name in act.recipients),
    )
    if doer is None:
        return ()
    did = rows(found, lambda act: doer in act.actors)
    words = rows(found, lambda act: doer in act.actors and act.quad in (1, 3))
    pieces = [
        Piece(f"{doer} acts most often, in "),
        Piece(f"{len(did):,}", did),
        Piece(", of which "),
        Piece(f"{len(words):,}", words),
    ]
    pieces.append(Piece(" in words"))
    if target is not None:
        aimed = rows(found, lambda act: target in act.recipients)
        pieces += [Piece(f"; {target} is most often on the receiving end, in "), Piece(f"{len(aimed):,}", aimed)]
    return (*pieces, Piece("."))


def _modality(found: Sequence[Act]) -> tuple[Piece, ...]:
    attributed = [act for act in found if act.speaker]
    unsure = rows(found, lambda act: not act.certain)
    negated = rows(found, lambda act: act.mention.negated)
    unreal = rows(found, lambda act: not act.real)
    pieces = [
        Piece("Told on somebody’s word: "),
        Piece(f"{len(attributed):,}", tuple(act.number for act in attributed)),
    ]
    top = _top(act.speaker for act in attributed if act.speaker not in SPEAKERS.values())
    if top is not None:
        said = rows(found, lambda act: act.speaker == top)
        pieces += [Piece(f" (most often {top}, "), Piece(f"{len(said):,}", said), Piece(")")]
    own = rows(found, lambda act: bool(act.own_word))
    for numbers, words in (
        (own, "by a party to the act"),
        (unsure, "not certain"),
        (negated, "denied or left undone"),
        (unreal, "only expected or imagined"),
    ):
        pieces += [Piece("; "), Piece(f"{len(numbers):,}", numbers), Piece(f" {words}")]
    return (*pieces, Piece("."))


def _evidence(found: Sequence[Act], shares: Sequence[Share]) -> tuple[Piece, ...]:
    cited, bare = rows(found, lambda act: bool(act.citations)), rows(found, lambda act: not act.citations)
    pieces = [
        Piece("Tied to a source: "),
        Piece(f"{len(cited):,}", cited),
        Piece("; to none: "),
        Piece(f"{len(bare):,}", bare),
    ]
    if shares:
        top = shares[0]
        pieces += [Piece(f". {top.name} stands behind "), Piece(f"{len(top.rows):,}", top.rows)]
        pieces.append(Piece(f" of the sourced acts ({percent(len(top.rows), top.total)})"))
    return (*pieces, Piece("."))
