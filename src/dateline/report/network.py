"""Who acts on whom, as a drawing: parties on a circle, an arrow for each kind of act between two of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from dateline.report.acts import GLYPHS, QUADS, Act

#: More parties on a circle, or arrows between them, cannot be told apart.
PARTIES: Final = 9
ARROWS: Final = 26
WIDTH, HEIGHT = 700, 470
Point = tuple[float, float]
#: Names longer than this stand in two lines, so that those at the sides fit into the drawing, and where one of these is longer, lose what is over the longest.
LINE, LONGEST = 14, 24
#: Width of a letter, and how far apart the lines of a label stand, in units of the drawing.
LETTER, LEADING = 8.2, 15.0
#: What stays free between a label and the edge of the drawing, and between a circle and its label at the side.
MARGIN, BESIDE = 8.0, 7.0
#: Who, whom, which kind of act, and whether done together.
Tie = tuple[str, str, int, bool]
RADIUS_X, RADIUS_Y = 215, 165
#: How far the arrows of the four kinds bow out, in units of the drawing, so that they lie side by side.
BOWS: Final = {1: 16, 2: 40, 3: 64, 4: 88}
#: Where along an arrow its sign may stand, in order of preference, and how far signs stay from one another.
SHARES: Final = (0.5, 0.4, 0.6, 0.32, 0.68, 0.25, 0.75)
CLEAR: Final = 26.0
#: Parties to a joint act beyond these would make pairs of everybody.
JOINT: Final = 4


@dataclass(frozen=True, slots=True)
class Node:
    """A party on the circle; ``size`` is its radius, ``rows`` its acts on either side; the ``lines`` of its label stand from ``(label_x, label_y)`` on downwards."""

    name: str
    x: float
    y: float
    size: float
    label_x: float
    label_y: float
    anchor: str
    rows: tuple[int, ...]
    lines: tuple[str, ...] = ()

    @property
    def taken(self) -> tuple[Point, ...]:
        """Points that its circle and its label cover: no sign stands there."""
        found = [(self.x, self.y)]
        for row, line in enumerate(self.lines):
            width = len(line) * LETTER
            left = self.label_x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
            found += [(left + share * width, self.label_y + row * LEADING) for share in (0.0, 0.25, 0.5, 0.75, 1.0)]
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Arrow:
    """Acts of one kind between two parties. ``path`` is an SVG path, the sign of the kind stands at ``(x, y)``; ``mutual``: done together."""

    source: str
    target: str
    quad: int
    glyph: str
    mutual: bool
    path: str
    width: float
    x: float
    y: float
    rows: tuple[int, ...]

    @property
    def taken(self) -> tuple[Point, ...]:
        """The point where its sign stands."""
        return ((self.x, self.y),)

    @property
    def label(self) -> str:
        """The arrow in words."""
        link = "and" if self.mutual else "towards"
        return f"{self.source} {link} {self.target}: {len(self.rows)} {QUADS[self.quad].lower()}"


@dataclass(frozen=True, slots=True)
class Network:
    """The drawing; ``others`` is how many parties and ``hidden`` how many arrows it leaves out."""

    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    others: int
    hidden: int
    width: int = WIDTH
    height: int = HEIGHT


def network(found: Sequence[Act]) -> Network | None:
    """The network of acts told as done or planned (not the denied ones), or ``None`` where nobody acts on anybody."""
    ties = _ties([act for act in found if not act.mention.negated])
    weight: Counter[str] = Counter()
    for (source, target, _, _), rows in ties.items():
        weight.update({source: len(rows), target: len(rows)})
    if not weight:
        return None
    ranked = _strongest(ties)
    linked = sorted({name for key in ranked for name in key[:2]}, key=lambda name: (-weight[name], name))
    middle = _middle(linked, weight)
    nodes = _nodes(linked, found, weight, middle)
    where = {node.name: node for node in nodes}
    arrows: list[Arrow] = []
    for key in ranked:
        arrows.append(_arrow(where[key[0]], where[key[1]], key[2], key[3], ties[key], [*nodes, *arrows]))
    return Network(nodes, tuple(arrows), len(weight) - len(linked), len(ties) - len(ranked), 2 * middle)


def _strongest(ties: Mapping[Tie, tuple[int, ...]]) -> list[Tie]:
    """The ties with most acts, as long as their parties fit."""
    kept: list[Tie] = []
    names: set[str] = set()
    for key in sorted(ties, key=lambda key: (-len(ties[key]), key)):
        if len(kept) < ARROWS and len(names | set(key[:2])) <= PARTIES:
            kept.append(key)
            names |= set(key[:2])
    return kept


def _ties(found: Sequence[Act]) -> dict[Tie, tuple[int, ...]]:
    ties: dict[Tie, list[int]] = {}
    for act in found:
        pairs = {(doer, target, act.quad, False) for doer in act.doers for target in act.targets if doer != target}
        if not act.targets:
            pairs = {(*sorted(pair), act.quad, True) for pair in combinations(act.doers[:JOINT], 2)}  # type: ignore[misc]
        for key in pairs:
            ties.setdefault(key, []).append(act.number)
    return {key: tuple(rows) for key, rows in ties.items()}


def _angle(place: int, count: int) -> float:
    """Where one of so many parties stands on the circle; the first at the top."""
    return 2 * math.pi * place / count - math.pi / 2


def _size(acts: int) -> float:
    return 7 + min(9.0, 2.2 * math.sqrt(acts))


def _anchor(side: float) -> str:
    """On which side of its circle a label stands, by the cosine of its angle."""
    return "middle" if abs(side) < 0.3 else "start" if side > 0 else "end"


def _middle(names: Sequence[str], weight: Counter[str]) -> int:
    """Half the width of the drawing, in which every label has its place."""
    found = [WIDTH / 2]
    for place, name in enumerate(names):
        side = math.cos(_angle(place, len(names)))
        label = max(map(len, label_lines(name))) * LETTER
        beside = label / 2 if _anchor(side) == "middle" else _size(weight[name]) + BESIDE + label
        found.append(abs(RADIUS_X * side) + beside + MARGIN)
    return math.ceil(max(found))


def _nodes(names: Sequence[str], found: Sequence[Act], weight: Counter[str], middle: int) -> tuple[Node, ...]:
    nodes = []
    for place, name in enumerate(names):
        angle = _angle(place, len(names))
        x, y = middle + RADIUS_X * math.cos(angle), HEIGHT / 2 + RADIUS_Y * math.sin(angle)
        size = _size(weight[name])
        side = math.cos(angle)
        anchor = _anchor(side)
        shift = 0 if anchor == "middle" else (size + BESIDE) * (1 if side > 0 else -1)
        lines = label_lines(name)
        more = (len(lines) - 1) * LEADING
        lift = 5 - more / 2 if anchor != "middle" else (size + 18 if math.sin(angle) > 0 else -size - 9 - more)
        rows = tuple(act.number for act in found if name in act.doers or name in act.targets)
        nodes.append(Node(name, round(x, 1), round(y, 1), round(size, 1), round(x + shift, 1), round(y + lift, 1), anchor, rows, lines))
    return tuple(nodes)


def label_lines(name: str) -> tuple[str, ...]:
    """A name as its label shows it: on one line, or parted in two at the space nearest its middle.

    >>> label_lines("International Monetary Fund")
    ('International', 'Monetary Fund')
    """
    whole = _parted(name)
    if len(name) <= LONGEST or max(map(len, whole)) <= LINE:
        return whole
    return _parted(name[: LONGEST - 1].rstrip() + "…")


def _parted(name: str) -> tuple[str, ...]:
    """A name on one line, or parted at the space nearest its middle."""
    spaces = [at for at, char in enumerate(name) if char == " "]
    if len(name) <= LINE or not spaces:
        return (name,)
    at = min(spaces, key=lambda one: abs(2 * one - len(name)))
    return name[:at], name[at + 1 :]


def _arrow(source: Node, target: Node, quad: int, mutual: bool, rows: tuple[int, ...], others: Sequence[Node | Arrow]) -> Arrow:
    dx, dy = target.x - source.x, target.y - source.y
    length = math.hypot(dx, dy) or 1.0
    # the bow lies to the left of its direction, so that there and back do not fall together
    bow = min(BOWS[quad], 0.7 * length)
    cx, cy = (source.x + target.x) / 2 + bow * dy / length, (source.y + target.y) / 2 - bow * dx / length
    sx, sy = _edge(source, cx, cy, 2)
    tx, ty = _edge(target, cx, cy, 11 if not mutual else 2)
    path = f"M{sx:.1f} {sy:.1f}Q{cx:.1f} {cy:.1f} {tx:.1f} {ty:.1f}"
    x, y = _free([_along((sx, sy), (cx, cy), (tx, ty), share) for share in SHARES], others)
    width = round(min(6.0, 1.0 + 0.7 * len(rows)), 1)
    return Arrow(source.name, target.name, quad, GLYPHS[quad], mutual, path, width, round(x, 1), round(y, 1), rows)


def _along(start: Point, control: Point, end: Point, share: float) -> Point:
    """The point of a quadratic curve at a share of its course."""
    a, b, c = (1 - share) ** 2, 2 * share * (1 - share), share**2
    return a * start[0] + b * control[0] + c * end[0], a * start[1] + b * control[1] + c * end[1]


def _free(points: Sequence[Point], others: Sequence[Node | Arrow]) -> Point:
    """The first of the points that is clear of what is drawn already, else the one farthest from it."""
    taken = [point for one in others for point in one.taken]
    clear = [min((math.hypot(x - left, y - top) for left, top in taken), default=math.inf) for x, y in points]
    return next((point for point, space in zip(points, clear, strict=True) if space >= CLEAR), points[clear.index(max(clear))])


def _edge(node: Node, x: float, y: float, gap: float) -> tuple[float, float]:
    """The point of a node's rim towards ``(x, y)``."""
    length = math.hypot(x - node.x, y - node.y) or 1.0
    reach = node.size + gap
    return node.x + (x - node.x) * reach / length, node.y + (y - node.y) * reach / length
