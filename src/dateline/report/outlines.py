"""Country outlines for the map, and a window of them around some points."""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from dateline.errors import DatelineError

#: Width to height of the map.
ASPECT: Final = 16 / 9
#: The least that the map shows, in degrees of latitude: less and the outlines are too coarse.
LEAST: Final = 9.0
MARGIN: Final = 0.22
#: The map ends here in the north and in the south.
POLE: Final = 88.0
#: Units of the drawing across.
ACROSS: Final = 1600


@dataclass(frozen=True, slots=True)
class Shape:
    """A country's outline in degrees: code (empty where it has none), name, and rings of (longitude, latitude)."""

    code: str
    name: str
    rings: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the world that is shown, in degrees: ``west`` to ``west + width``, ``south`` to ``south + height``.

    Degrees of longitude are drawn ``squeeze`` times as long as those of latitude (plate carrée, true at the middle latitude).
    """

    west: float
    south: float
    width: float
    height: float
    squeeze: float

    def x(self, lon: float) -> float:
        """Place of a longitude from the west edge, in [0, 1] inside the window."""
        return (round(lon - self.west, 4) % 360.0) / self.width

    def y(self, lat: float) -> float:
        """Place of a latitude from the north edge."""
        return (self.south + self.height - lat) / self.height


@cache
def shapes() -> tuple[Shape, ...]:
    """All countries, as Natural Earth has them.

    Raises:
        DatelineError: E311 where the data file is damaged.
    """
    try:
        held = json.loads((files("dateline.report") / "data" / "outlines.json").read_text("utf-8"))
        units, arcs = held["units"], [_points(one) for one in held["arcs"]]
        return tuple(
            Shape(code, name, tuple(_ring(arcs, indices, units) for indices in rings)) for code, name, rings in held["countries"]
        )
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise DatelineError("E311", "report/data/outlines.json", str(error)) from error


def _points(flat: Sequence[int]) -> list[tuple[int, int]]:
    x = y = 0
    found = []
    for place in range(0, len(flat), 2):
        x, y = x + flat[place], y + flat[place + 1]
        found.append((x, y))
    return found


def _ring(arcs: Sequence[list[tuple[int, int]]], indices: Sequence[int], units: int) -> tuple[tuple[float, float], ...]:
    found: list[tuple[int, int]] = []
    for index in indices:
        part = arcs[index] if index >= 0 else arcs[~index][::-1]
        found += part[1:] if found else part
    return _unwrapped([(x / units, y / units) for x, y in found])


def _unwrapped(ring: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """The ring without leaps over the date line: longitudes go on beyond 180. A ring around a pole is closed along it."""
    turn, made = 0.0, [ring[0]]
    for (before, _), (lon, lat) in itertools.pairwise(ring):
        turn += -360.0 if lon - before > 180.0 else 360.0 if lon - before < -180.0 else 0.0
        made.append((lon + turn, lat))
    if turn:
        pole = -90.0 if ring[0][1] < 0 else 90.0
        made += [(made[-1][0], pole), (made[0][0], pole)]
    return tuple(made)


def window(points: Sequence[tuple[float, float]]) -> Window:
    """The window around points of (latitude, longitude), across the date line where that is shorter.

    Raises:
        ValueError: for no points.
    """
    if not points:
        raise ValueError("no points")
    lats = [lat for lat, _ in points]
    lons = sorted({round(lon, 4) % 360.0 for _, lon in points})
    gaps = [((after - before) % 360.0 or 360.0, after) for before, after in zip(lons, [*lons[1:], lons[0]], strict=True)]
    gap, west = max(gaps)
    width, south, north = 360.0 - gap, min(lats), max(lats)
    squeeze = max(math.cos(math.radians((south + north) / 2)), 0.3)
    height = max((north - south) * (1 + 2 * MARGIN), LEAST, width * (1 + 2 * MARGIN) * squeeze / ASPECT)
    height = min(height, 2 * POLE, max(360.0 * squeeze / ASPECT, LEAST))
    wide = min(height * ASPECT / squeeze, 360.0)
    middle = min(max((south + north) / 2, height / 2 - POLE), POLE - height / 2)
    return Window((west + width / 2 - wide / 2 + 180.0) % 360.0 - 180.0, middle - height / 2, wide, height, squeeze)


def paths(view: Window) -> Iterator[tuple[Shape, str]]:
    """The countries in the window with their SVG paths, in units of :data:`ACROSS` across."""
    for shape in shapes():
        path = "".join(_path(ring, view, shift) for ring in shape.rings for shift in (-360.0, 0.0, 360.0))
        if path:
            yield shape, path


def _path(ring: Sequence[tuple[float, float]], view: Window, shift: float) -> str:
    lons, lats = [lon + shift for lon, _ in ring], [lat for _, lat in ring]
    if max(lons) < view.west or min(lons) > view.west + view.width or max(lats) < view.south or min(lats) > view.south + view.height:
        return ""
    scale, down = ACROSS / view.width, ACROSS / ASPECT / view.height
    points: list[tuple[int, int]] = []
    for lon, lat in zip(lons, lats, strict=True):
        point = round((lon - view.west) * scale), round((view.south + view.height - lat) * down)
        # what lies far outside is drawn at a distance: its detail is not seen
        point = min(max(point[0], -ACROSS), 2 * ACROSS), min(max(point[1], -ACROSS), 2 * ACROSS)
        if not points or point != points[-1]:
            points.append(point)
    if len(points) < 3:
        return ""
    text = f"M{points[0][0]} {points[0][1]}"
    for before, after in itertools.pairwise(points):
        text += f"l{after[0] - before[0]} {after[1] - before[1]}"
    return text + "Z"
