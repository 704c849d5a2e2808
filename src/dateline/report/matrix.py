"""Who did what to whom: parties that act by parties acted upon, with the acts of each kind in each cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.report.acts import GLYPHS, QUADS, Act

#: More rows or columns than this fit no screen and no page.
SIZE: Final = 10


@dataclass(frozen=True, slots=True)
class Part:
    """The acts of one kind in a cell."""

    quad: int
    glyph: str
    name: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A party that acts, with a cell for each column; ``total`` are all its acts with somebody at the receiving end."""

    name: str
    cells: tuple[tuple[Part, ...], ...]
    total: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The parties that act most by those acted upon most; ``open`` are acts with no known party on one side, ``outside`` those of other parties."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    open: tuple[int, ...]
    outside: tuple[int, ...]


def matrix(found: Sequence[Act]) -> Matrix | None:
    """The matrix, or ``None`` where no act has both an actor and a recipient. Denied acts are left out."""
    directed = [act for act in found if act.doers and act.targets and not act.mention.negated]
    if not directed:
        return None
    doers, targets = _busiest(directed)
    rows = tuple(
        Row(
            doer,
            tuple(_cell([act for act in directed if doer in act.doers and target in act.targets]) for target in targets),
            tuple(act.number for act in directed if doer in act.doers),
        )
        for doer in doers
    )
    inside = {number for row in rows for cell in row.cells for part in cell for number in part.rows}
    return Matrix(
        targets,
        rows,
        tuple(act.number for act in found if not act.mention.negated and not (act.doers and act.targets)),
        tuple(act.number for act in directed if act.number not in inside),
    )


def _busiest(directed: Sequence[Act]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Rows and columns: those of the pairs with most acts, as long as they fit, each side by its number of acts."""
    pairs = Counter((doer, target) for act in directed for doer in act.doers for target in act.targets)
    doers: dict[str, int] = {}
    targets: dict[str, int] = {}
    for doer, target in sorted(pairs, key=lambda pair: (-pairs[pair], pair)):
        if (doer in doers or len(doers) < SIZE) and (target in targets or len(targets) < SIZE):
            doers[doer] = doers.get(doer, 0) + pairs[doer, target]
            targets[target] = targets.get(target, 0) + pairs[doer, target]
    return _ranked(doers), _ranked(targets)


def _ranked(counts: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def _cell(acts: Sequence[Act]) -> tuple[Part, ...]:
    parts = ((quad, tuple(act.number for act in acts if act.quad == quad)) for quad in QUADS)
    return tuple(Part(quad, GLYPHS[quad], QUADS[quad].lower(), rows) for quad, rows in parts if rows)
