"""Country outlines of the brief's map, from Natural Earth by way of the npm package ``world-atlas``.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python scripts/make_outlines.py package/countries-50m.json src/dateline/report/data/outlines.json

Natural Earth is in the public domain; the package that carries it has the ISC licence. Arcs are simplified one by one (Visvalingam and Whyatt, "Line
generalisation by repeated elimination of points", 1993), so that neighbours keep their common border. Islets that would be smaller than a
sign of the map are left out, except where they are all that a country has.
"""

from __future__ import annotations

import heapq
import itertools
import json
import sys
from pathlib import Path

#: Units to a degree: 0.02 degrees are 2 km, a third of a pixel where the map shows 40 degrees on 700 pixels.
UNITS = 50
#: Points whose triangle is smaller than this (square degrees) go. 0.012 keeps the whole under 200 kB and the coasts of Korea, Norway and Greece readable.
AREA = 0.012
#: PLOVER's code of a country that ISO 3166 has none for.
OWN = {"Kosovo": "KOS"}
#: Rings smaller than this (square degrees) are no more than a dot.
ISLET = 0.05

COUNTRIES = Path(__file__).parents[1] / "src" / "dateline" / "resolve" / "data" / "countries.tsv"
Point = tuple[float, float]


def decode(topology: dict) -> list[list[Point]]:
    """The arcs in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def triangle(a: Point, b: Point, c: Point) -> float:
    """Area of a triangle."""
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def simplify(points: list[Point], area: float) -> list[Point]:
    """The line without the points that matter least; its ends stay, and a closed line keeps four points."""
    least = 4 if points[0] == points[-1] else 2
    before, after = list(range(-1, len(points) - 1)), list(range(1, len(points) + 1))
    size = [float("inf")] * len(points)
    heap = []
    for i in range(1, len(points) - 1):
        size[i] = triangle(points[i - 1], points[i], points[i + 1])
        heapq.heappush(heap, (size[i], i))
    gone: set[int] = set()
    while heap and len(points) - len(gone) > least:
        value, i = heapq.heappop(heap)
        if i in gone or value != size[i]:
            continue
        if value > area:
            break
        gone.add(i)
        a, b = before[i], after[i]
        after[a], before[b] = b, a
        for j in (a, b):
            if 0 < j < len(points) - 1:
                size[j] = max(triangle(points[before[j]], points[j], points[after[j]]), value)
                heapq.heappush(heap, (size[j], j))
    return [point for i, point in enumerate(points) if i not in gone]


def ring(arcs: list[list[Point]], indices: list[int]) -> list[Point]:
    """A ring's points."""
    found: list[Point] = []
    for index in indices:
        part = arcs[index] if index >= 0 else arcs[~index][::-1]
        found += part[1:] if found else part
    return found


def size(points: list[Point]) -> float:
    """Area of a ring in square degrees."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(points))) / 2


def alpha3() -> dict[str, str]:
    """ISO 3166-1 numeric to alpha-3 code, from CLDR."""
    from babel.core import get_global

    aliases = get_global("territory_aliases")
    known = {line.split("\t")[0] for line in COUNTRIES.read_text("utf-8").splitlines()[1:]}  # without the codes of states that are no more
    short = {target[0]: code for code, target in aliases.items() if code in known and len(target) == 1}
    return {code: short[target[0]] for code, target in aliases.items() if code.isdigit() and target[0] in short}


def countries(topology: dict, arcs: list[list[Point]]) -> list[tuple[str, str, list[list[int]]]]:
    """Code (or nothing), name and rings of each country."""
    codes, found = alpha3(), []
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = sorted((one for polygon in polygons for one in polygon), key=lambda one: -size(ring(arcs, one)))
        kept = [one for place, one in enumerate(rings) if place == 0 or size(ring(arcs, one)) >= ISLET]
        name = shape["properties"]["name"]
        found.append((codes.get(shape.get("id", ""), OWN.get(name, "")), name, kept))
    return sorted(found, key=lambda one: one[1])


def main(source: str, target: str) -> None:
    """Writes the outlines."""
    topology = json.loads(Path(source).read_text("utf-8"))
    full = decode(topology)
    listed = countries(topology, full)
    used = sorted({index if index >= 0 else ~index for _, _, rings in listed for one in rings for index in one})
    number = {old: new for new, old in enumerate(used)}
    arcs = []
    for index in used:
        points = [(round(x * UNITS), round(y * UNITS)) for x, y in simplify(full[index], AREA)]
        flat = list(points[0])
        for a, b in itertools.pairwise(points):
            if a != b:
                flat += [b[0] - a[0], b[1] - a[1]]
        arcs.append(flat)
    shapes = [
        [code, name, [[number[i] if i >= 0 else ~number[~i] for i in one] for one in rings]]
        for code, name, rings in listed
    ]
    made = {"source": "Natural Earth 1:50m, version 4.1, public domain", "units": UNITS, "arcs": arcs, "countries": shapes}
    Path(target).write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{Path(target).stat().st_size:,} bytes, {len(arcs)} arcs, {len(shapes)} countries")


if __name__ == "__main__":
    main(*sys.argv[1:])
