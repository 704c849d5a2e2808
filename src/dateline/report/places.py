"""Where the acts took place: signs on a map of country outlines, and the same as a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.report.acts import Act
from dateline.report.names import country_name
from dateline.report.outlines import ACROSS, ASPECT, paths, window

#: Labels that would stand on one another are left out of the drawing (the list has them): closer than this in per cent.
LABEL_X, LABEL_Y = 12.0, 5.0
SIZE_LEAST, SIZE_STEP, SIZE_MOST = 5.0, 1.6, 16.0
_CODE: Final = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: ``x`` and ``y`` in per cent of the map, ``size`` its radius in pixels; ``whole``: a country as a whole, drawn at its capital.

    ``side`` is where its label stands (start, end), empty where it would stand on another.
    """

    name: str
    country: str
    x: float
    y: float
    size: float
    whole: bool
    side: str
    quads: tuple[int, ...]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A country on the map; ``named`` where an act took place in it."""

    name: str
    path: str
    named: bool


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """The map: outlines, spots, and the acts whose place is not known by its coordinates, or that name none."""

    outlines: tuple[Outline, ...]
    spots: tuple[Spot, ...]
    unknown: tuple[int, ...]
    placeless: tuple[int, ...]
    across: int = ACROSS
    down: int = round(ACROSS / ASPECT)


def place_map(found: Sequence[Act]) -> PlaceMap | None:
    """The map of the acts' places, or ``None`` where no place has coordinates."""
    groups: dict[tuple[str, str, float, float], list[Act]] = {}
    for act in found:
        spot = act.mention.place
        if spot is not None and spot.lat is not None and spot.lon is not None and -90 <= spot.lat <= 90:
            groups.setdefault((act.where, spot.country or "", round(spot.lat, 3), round(spot.lon, 3)), []).append(act)
    if not groups:
        return None
    view = window([(lat, lon) for _, _, lat, lon in groups])
    named = {country for _, country, _, _ in groups}
    spots: list[Spot] = []
    for key in sorted(groups, key=lambda one: (-len(groups[one]), one)):
        name, code, lat, lon = key
        spots.append(_spot(name, code, (100 * view.x(lon), 100 * view.y(lat)), groups[key], spots))
    known = {number for spot in spots for number in spot.rows}
    return PlaceMap(
        tuple(Outline(country_name(shape.code) if shape.code else shape.name, path, shape.code in named) for shape, path in paths(view)),
        tuple(spots),
        tuple(act.number for act in found if act.mention.place is not None and act.number not in known),
        tuple(act.number for act in found if act.mention.place is None),
    )


def _spot(name: str, code: str, at: tuple[float, float], acts: Sequence[Act], others: Sequence[Spot]) -> Spot:
    country = country_name(code) if code else ""
    size = min(SIZE_LEAST + SIZE_STEP * len(acts) ** 0.5, SIZE_MOST)
    x, y = round(at[0], 2), round(at[1], 2)
    near = any(abs(other.x - x) < LABEL_X and abs(other.y - y) < LABEL_Y for other in others if other.side)
    side = "" if near else "end" if x > 75 else "start"
    whole = len(code) == _CODE and name.casefold() == country.casefold()
    return Spot(name, country, x, y, round(size, 1), whole, side, tuple(sorted({act.quad for act in acts})), tuple(act.number for act in acts))
