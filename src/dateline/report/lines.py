"""The lines of figures at the head of a brief. Each number and name stands for the acts it links to, and says no more than they do.

What the lines say is checked over fifty documents by a reader of its own (``tests/report/test_entailment.py``); a new form of words needs a rule
there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.report.acts import QUADS, Act, Citation
from dateline.report.copies import copies
from dateline.report.names import SPEAKERS, day, percent
from dateline.types import UNDONE, Coded, Status
from dateline.wording import plural

#: More names than this are not a finding but a list.
TIED: Final = 3
#: What stands in one act does not stand in many.
REPEATED: Final = 2
#: Days of a date that still says how far the acts reach: a season. "In 2017" says so only where nothing else does.
LONGEST: Final = 100
#: Statuses of acts that may lie after the publication.


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line; ``rows`` are the numbers of the acts it counts, tells or describes, ``None`` for plain words.

    ``bold`` words open a line; ``cited`` are the sources to refer to behind it, which stand in the document of that index.
    """

    text: str
    rows: tuple[int, ...] | None = None
    bold: bool = False
    cited: tuple[Citation, ...] = ()
    document: int = 0


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Most:
    """The names that most acts have, all of them (several where they tie), with the acts of each."""

    names: tuple[str, ...]
    rows: tuple[tuple[int, ...], ...]


def rows(found: Iterable[Act], test: Callable[[Act], bool]) -> tuple[int, ...]:
    """Numbers of the acts that pass the test."""
    return tuple(act.number for act in found if test(act))


def most(found: Sequence[Act], names: Callable[[Act], Iterable[str]]) -> Most | None:
    """Who or what stands in most acts, or ``None`` where nothing stands in two, or more than three names tie."""
    behind: dict[str, list[int]] = {}
    for act in found:
        for name in dict.fromkeys(names(act)):
            behind.setdefault(name, []).append(act.number)
    top = max((len(numbers) for numbers in behind.values()), default=0)
    tied = sorted(name for name, numbers in behind.items() if len(numbers) == top)
    if top < REPEATED or len(tied) > TIED:
        return None
    return Most(tuple(tied), tuple(tuple(behind[name]) for name in tied))


def listed(found: Most) -> Line:
    """``Russia (7)``, or ``China (3) and Japan (3)``."""
    pieces: list[Piece] = []
    for place, (name, numbers) in enumerate(zip(found.names, found.rows, strict=True)):
        if place:
            pieces.append(Piece(" and " if place == len(found.names) - 1 else ", "))
        pieces += [Piece(f"{name} ("), Piece(f"{len(numbers):,}", numbers), Piece(")")]
    return tuple(pieces)


def lines(coded: Sequence[Coded], found: Sequence[Act], origins: Callable[[Act], Iterable[str]]) -> tuple[Line, ...]:
    """The lines of a brief.

    Args:
        coded: its documents.
        found: its acts.
        origins: who stands behind an act's sources: agencies, or outlets where no agency is named.
    """
    if not found:
        return ((Piece("No act was coded in these documents."),),)
    made = (_extent(coded, found), _parties(found), _kinds(found), _voices(found), _evidence(found, origins))
    return tuple(line for line in made if line)


def _extent(coded: Sequence[Coded], found: Sequence[Act]) -> Line:
    apart = len(copies(coded))
    number = len(coded) - apart
    start = "This document reports " if number == 1 else f"These {number:,} documents report "
    recent = [act for act in found if act.mention.date and act.mention.status is not Status.HISTORICAL]
    dated = [act for act in recent if act.mention.date and act.mention.date.basis != "document"]
    done = [act for act in dated if act.mention.status not in UNDONE] or dated
    current = [act for act in done if _near(act)] or done
    pieces = [Piece(start), Piece(plural(len(found), "act"), rows(found, lambda act: True))]
    if current:
        first = min(act.mention.date.earliest for act in current if act.mention.date)
        last = max(_last_day(act, coded[act.document].document.published) for act in current)
        apart_from = [name for name, known in (("background", _has_past(found)), ("what is to come", len(done) < len(dated))) if known]
        aside = f" ({' and '.join(apart_from)} apart)" if apart_from else ""
        pieces.append(Piece(", dated " if len(current) == len(found) else f", the dated ones{aside} "))
        words = f"from {day(first)} to {day(last)}" if first != last else f"on {day(first)}"
        pieces.append(Piece(words, tuple(act.number for act in current)))
    return (*pieces, Piece(f"; {plural(apart, 'copy', 'copies')} of {'it' if number == 1 else 'them'} not counted." if apart else "."))


def _near(act: Act) -> bool:
    """Whether a dated act's days are known well enough to say how far the acts reach: "in 2017" tells nothing of January."""
    ref = act.mention.date
    return ref is not None and (ref.latest - ref.earliest).days <= LONGEST


def _last_day(act: Act, published: date | None) -> date:
    """The last day of a dated act: what is told as done had been done by the publication, though it is dated "in 2024".

    Raises:
        ValueError: the act has no date.
    """
    ref = act.mention.date
    if ref is None:
        raise ValueError("the act has no date")
    if published is None or act.mention.status in UNDONE or ref.earliest > published:
        return ref.latest
    return min(ref.latest, published)


def _has_past(found: Sequence[Act]) -> bool:
    return any(act.mention.date and act.mention.status is Status.HISTORICAL for act in found)


def _parties(found: Sequence[Act]) -> Line:
    doers, targets = most(found, lambda act: act.doers), most(found, lambda act: act.targets)
    pieces: list[Piece] = []
    if doers is not None:
        pieces += [Piece("Most often acting: "), *listed(doers)]
        pair = _towards(found, doers.names[0]) if len(doers.names) == 1 else None
        if pair is not None:
            pieces += [Piece(", most often towards "), *listed(pair)]
    if targets is not None:
        pieces += [Piece("; most often acted upon: " if pieces else "Most often acted upon: "), *listed(targets)]
    return (*pieces, Piece(".")) if pieces else ()


def _towards(found: Sequence[Act], doer: str) -> Most | None:
    return most([act for act in found if doer in act.doers], lambda act: [name for name in act.targets if name != doer])


def _kinds(found: Sequence[Act]) -> Line:
    classes = [(name.lower(), rows(found, lambda act, quad=quad: act.quad == quad)) for quad, name in QUADS.items()]  # type: ignore[misc]
    pieces = [Piece("By kind: ")]
    for name, numbers in sorted((one for one in classes if one[1]), key=lambda one: -len(one[1])):
        pieces += [Piece(", ")] if len(pieces) > 1 else []
        pieces.append(Piece(f"{len(numbers):,} {name}", numbers))
    types = most(found, lambda act: [act.mention.type])
    if types is not None:
        pieces += [Piece("; most often "), *listed(types)]
    return (*pieces, Piece("."))


def _voices(found: Sequence[Act]) -> Line:
    told = [act for act in found if act.speaker]
    pieces = [Piece("Told on somebody’s word: "), Piece(f"{len(told):,}", tuple(act.number for act in told))]
    top = most(told, lambda act: [] if act.speaker in SPEAKERS.values() else [act.speaker])
    if top is not None:
        pieces += [Piece(", most often "), *listed(top)]
    for numbers, words in (
        (rows(found, lambda act: not act.certain), "not certain"),
        (rows(found, lambda act: act.mention.negated), "denied or left undone"),
        (rows(found, lambda act: not act.real), "only expected or imagined"),
    ):
        pieces += [Piece("; "), Piece(f"{len(numbers):,}", numbers), Piece(f" {words}")]
    return (*pieces, Piece("."))


def _evidence(found: Sequence[Act], origins: Callable[[Act], Iterable[str]]) -> Line:
    cited, bare = rows(found, lambda act: bool(act.citations)), rows(found, lambda act: not act.citations)
    pieces = [Piece("Tied to a source: "), Piece(f"{len(cited):,}", cited), Piece("; to none: "), Piece(f"{len(bare):,}", bare)]
    top = most(found, origins)
    if top is not None:
        share = percent(len(top.rows[0]), len(cited))
        pieces += [Piece(f"; behind {share} of the sourced acts{' each' if len(top.names) > 1 else ''}: "), *listed(top)]
    return (*pieces, Piece("."))
