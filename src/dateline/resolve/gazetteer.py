"""Place names to coordinates, from GeoNames cities, first-level divisions and a hand-written table of regions and seas.

The tables of cities, divisions and countries are built by ``scripts/build_kb.py`` from GeoNames data (CC BY 4.0). Names are kept as
sorted lines and found by bisection, so that loading costs a decompression and no dictionary.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from dateline.ontology.namekeys import key_of, words
from dateline.ontology.tables import rows_of
from dateline.ontology.wordlists import words_of
from dateline.resolve.knowledge import Knowledge
from dateline.resolve.words import fold
from dateline.townnames import lines_of, towns_of

_CALENDAR: Final = words_of("resolve.gazetteer.calendar")
#: Words after or before a place's name that say what it is and are not part of it.
_KINDS: Final = frozenset(
    """province provinces state region oblast governorate district county prefecture department republic city town village area
    municipality krai territory island islands peninsula valley port suburb suburbs outskirts neighborhood neighbourhood airport
    enclave emirate division canton voivodeship raion krai camp base airbase border coast""".split()
)
#: Words that name a division of some states, which they mean only in a text about these ("in the **North**", "its **northern** border").
_COMPASS: Final = words_of("resolve.gazetteer.compass")
_DIVISIONS: Final = words_of("resolve.gazetteer.divisions")
_BEFORE: Final = words_of("resolve.gazetteer.before")
#: Points for a place's own name over a name in another spelling; for a country in play; for a national capital.
#: Set on the open cases: a country in play outweighs a tenfold population and more, but not a world city.
_OWN_NAME: Final = 0.5
#: Points of a hand-written region, of a hand-written town that GeoNames' slices lack (a place of some 10,000), and of a country.
_REGION, _TOWN, _COUNTRY = 7.0, 4.0, 7.5
#: Points of a division's largest city that only the table of divisions names: those of a town of 200,000 under its own name.
_SEAT: Final = 5.8
#: Points of a first-level division: over a town of 100,000 that bears its name by chance, under a metropolis; and what a word such as
#: "state" beside it adds, which lifts it over any town.
_DIVISION, _CALLED_DIVISION = 5.5, 4.0
_NEAR: Final = 2.5
_CAPITAL: Final = 1.5
#: Above this population, or for a region of the hand-written table, a town's name alone tells a country.
_TELLING: Final = 40_000
#: Towns of fewer people than this answer only where no larger place bears the name and one country has all of them, or is in play.
_SMALL: Final = 5_000
#: Score of a place whose name was found only by a folded spelling.
_FOLDED_SCORE: Final = 0.5
#: What the population of a town counts under another spelling than its own.
_SPELT: Final = 0.1
#: A town of so many people has its name before those that have it as another spelling ("Puno" of Peru, not Pune) and are not so many times as large:
#: smaller ones may be the namesakes of cities that are better known ("Mansoûra" of Algeria, 52,000; Canton of Ohio, beside which Guangzhou is 185 times as large).
_BEARER: Final = 60_000
_WORLD: Final = 100
#: A namesake with this share of the largest one's population makes the name ambiguous as to country.
_RIVAL: Final = 0.25
#: Share of letters that two spellings have in common to be nearly the same, and to be taken for each other ("Mambasa" for Mombasa); and how
#: many letters at the head of spellings of one name agree ("Kharkov" and Kharkiv).
_SAME_LETTERS: Final = 0.9
_LIKE_LETTERS: Final = 0.8
_STEM: Final = 3


@dataclass(frozen=True, slots=True)
class PlaceResult:
    """A place. ``lat``/``lon`` in decimal degrees (WGS 84); ``approximate`` where they are those of its chief town.

    ``kind``: city, capital, division, region, country, sea; ``score`` in [0, 1]; ``candidates`` the other readings, best first;
    ``method``: name, spelling (another spelling than the place's own) or folded (a transliteration that is not filed).
    """

    name: str
    country: str | None
    geonames_id: int | None
    lat: float | None
    lon: float | None
    kind: str
    score: float
    candidates: tuple[PlaceResult, ...] = ()
    approximate: bool = False
    method: str = "name"


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
    """A line of ``regions.tsv`` or ``divisions.tsv.gz``; ``admin`` is its GeoNames division code.

    ``lat`` and ``lon`` are its own or those of its largest city; where they are ``None``, those of the town ``seat`` stand for it.
    """

    name: str
    country: str | None
    kind: str
    seat: str
    admin: str
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class _Tables:
    regions: dict[str, tuple[_Region, ...]]
    divisions: dict[str, tuple[_Region, ...]]
    seats: dict[str, tuple[_Region, ...]]
    countries: dict[str, tuple[int, str]]


def _regions(rows: Iterable[list[str]]) -> dict[str, tuple[_Region, ...]]:
    found: dict[str, list[_Region]] = {}
    for name, aliases, country, kind, seat, admin, lat, lon in rows:
        at = (float(lat), float(lon)) if lat else (None, None)
        region = _Region(name, country or None, kind, seat, admin, *at)
        for alias in [name, *(part for part in aliases.split(";") if part)]:
            found.setdefault(key_of(alias), []).append(region)
    return {key: tuple(values) for key, values in found.items()}


def _by_seat(lines: Sequence[str]) -> dict[str, tuple[_Region, ...]]:
    """First-level divisions by the key of their largest city."""
    found: dict[str, list[_Region]] = {}
    for line in lines:
        _, name, country, admin, lat, lon, seat, key = line.split("\t")
        found.setdefault(key, []).append(_Region(name, country, "division", seat, admin, float(lat), float(lon)))
    return {key: tuple(values) for key, values in found.items()}


def _divisions(lines: Sequence[str]) -> dict[str, tuple[_Region, ...]]:
    """First-level divisions by key, also without a word such as "state" at the end of their name."""
    found: dict[str, list[_Region]] = {}
    for line in lines:
        key, name, country, admin, lat, lon, seat, _ = line.split("\t")
        region = _Region(name, country, "division", seat, admin, float(lat), float(lon))
        first, _, last = key.rpartition(" ")
        for one in {key, first if first and last in _DIVISIONS else key}:
            found.setdefault(one, []).append(region)
    return {key: tuple(values) for key, values in found.items()}


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    divisions = lines_of("divisions.tsv.gz")
    return _Tables(
        _regions(rows_of("resolve/data/regions.tsv", 8)),
        _divisions(divisions),
        _by_seat(divisions),
        {code: (int(number), capital) for code, number, capital in rows_of("resolve/data/country_places.tsv", 3)},
    )


def _cities(key: str) -> Iterator[tuple[_City, bool]]:
    """Cities of a name with whether it is their own name (rather than another spelling)."""
    for fields, own in towns_of(key):
        ident, name, country, admin, lat, lon, population, capital = fields
        yield _City(int(ident), name, country, admin, float(lat), float(lon), int(population), capital == "1"), own


class Gazetteer:
    """Finds places; the tables load on the first look-up."""

    def place(self, text: str, *, near: Sequence[str] = (), base: Knowledge | None = None) -> PlaceResult | None:
        """The likeliest place of a name; see :meth:`dateline.resolve.Resolver.place`."""
        return _place(text, tuple(near), base)

    def country_of(self, text: str) -> str | None:
        """The country a town or region tells, or ``None`` where the name is unknown, small or shared."""
        return _telling(key_of(text))

    def is_confusable(self, text: str, country: str) -> bool:
        """Whether a country is told by a town alone that is only spelt like the name: it may be another place."""
        found = _place(text, (), None)
        return found is not None and found.country == country and _is_only_alike(found, key_of(text))

    def countries_of(self, text: str) -> Mapping[str, int]:
        """The countries that have a town or region of a name, with the population of their largest (0 for a region; a town that only
        may be spelt so counts :data:`_SPELT` of its own)."""
        return _countries_of(key_of(text))

    def divisions_of(self, key: str) -> frozenset[str]:
        """The countries that have a first-level division or known region of a key."""
        return frozenset(one.country for one in (*_regions_of(key), *_tables().divisions.get(key, ())) if one.country)


def _regions_of(key: str) -> list[_Region]:
    """The hand-written regions of a key, towns apart."""
    return [one for one in _tables().regions.get(key, ()) if one.kind != "town"]


@lru_cache(maxsize=20_000)
def _countries_of(key: str) -> Mapping[str, int]:
    tables = _tables()
    found = {region.country: 0 for region in (*tables.regions.get(key, ()), *tables.divisions.get(key, ())) if region.country}
    for city, own in _cities(key):
        found[city.country] = max(found.get(city.country, 0), _counted(city, own))
    return found


def _counted(city: _City, own: bool) -> int:
    """The population that a name counts with: of a town that only may be spelt so, :data:`_SPELT` of its own."""
    return city.population if own else int(_SPELT * city.population)


def _likeness(name: str, key: str) -> float:
    """The share of letters that a name has in common with another spelling."""
    return SequenceMatcher(None, key_of(name), key).ratio()


def _is_near(name: str, key: str) -> bool:
    """Whether another spelling of a town is nearly its name: "Odessa" of Odesa, not "Nazareth" of Nazrēt."""
    return _likeness(name, key) > _SAME_LETTERS


def _is_only_alike(reading: PlaceResult, key: str) -> bool:
    """Whether a town is spelt like a name, but not so nearly that it must be the same ("Mambasa" of the Congo beside Mombasa)."""
    if reading.method not in {"spelling", "folded"} or key_of(reading.name)[:_STEM] == key[:_STEM]:
        return False
    return _LIKE_LETTERS < _likeness(reading.name, key) <= _SAME_LETTERS


def _may_be_another(reading: PlaceResult, key: str, near: Sequence[str]) -> bool:
    """Whether a town is spelt only like a place of a text that is about other countries."""
    return bool(near) and reading.country not in near and _is_only_alike(reading, key)


def _is_part(name: str, key: str) -> bool:
    """Whether a name is a town's in short or in full ("Santa Cruz" of Santa Cruz de la Sierra)."""
    full, said = f" {key_of(name)} ", f" {key} "
    return full in said or said in full


def _borne(key: str, near: Sequence[str] = ()) -> list[tuple[_City, bool]]:
    """The cities of a name as :func:`_cities`: where a large town bears it, without those of other countries for which it is another spelling, unless
    these alone are in play, or the spelling is nearly their name or a part of it."""
    pairs = list(_cities(key))
    bearers = [city for city, own in pairs if own and city.population >= _BEARER]
    if not bearers:
        return pairs
    states = {city.country for city in bearers}
    kept = states if states.intersection(near) else states.union(near)
    world = _WORLD * max(city.population for city in bearers)
    return [
        (city, own) for city, own in pairs
        if own or city.country in kept or city.population > world or _is_near(city.name, key) or _is_part(city.name, key)
    ]  # fmt: skip


@lru_cache(maxsize=20_000)
def _telling(key: str) -> str | None:
    if len(key) < 3:
        return None
    for region in _tables().regions.get(key, ()):
        if region.kind != "town":
            return region.country
    towns = [(city, own or _is_near(city.name, key)) for city, own in _borne(key)]
    largest = max((city.population for city, named in towns if named), default=0)
    if largest >= _TELLING:
        towns = [(city, named) for city, named in towns if named or _counted(city, named) > largest]
    best = max((city for city, _ in towns), key=lambda city: city.population, default=None)
    if best is None or best.population < _TELLING:
        return None
    rival = any(city.country != best.country and city.population > _RIVAL * best.population for city, _ in towns)
    return None if rival else best.country


@lru_cache(maxsize=20_000)
def _variants(text: str) -> tuple[tuple[str, bool], ...]:
    """Keys under which a name may be filed, each with whether a word for a division was taken off."""
    parts = [word.norm for word in words(text)]
    while parts and parts[0] == "the":
        parts = parts[1:]
    keys = [(" ".join(parts), False)]
    if len(parts) > 1 and parts[-1] in _KINDS:
        keys.append((" ".join(parts[:-1]), parts[-1] in _DIVISIONS))
    if len(parts) > 2 and parts[0] in _KINDS | _BEFORE and parts[1] == "of":
        keys.append((" ".join(part for part in parts[2:] if part != "the"), parts[0] in _DIVISIONS))
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
    variants = _variants(head if within else text)
    for key, division in variants:
        found = _within(_readings(key, near, base, division), within, admin)
        if found:
            return _chosen(found)
    for key, _ in variants:
        found = _within(_folded(key, near), within, admin)
        if found and len({reading.country for reading in found[:2]}) == 1:
            return replace(_chosen(found), score=_FOLDED_SCORE)
    return None


def _within(found: list[PlaceResult], country: str | None, admin: str | None) -> list[PlaceResult]:
    """The readings inside what stands after the comma, or all where none is."""
    if country is not None:
        found = [r for r in found if r.country == country] or found
        if admin:
            found = [r for r in found if _admin(r) == admin] or found
    return found


def _chosen(found: list[PlaceResult]) -> PlaceResult:
    """The best reading with the others as candidates; points become a score in [0, 1] by the lead over the next."""
    best = found[0]
    margin = best.score - found[1].score if len(found) > 1 else 2.0
    score = round(min(1.0, 0.6 + max(0.0, margin) / 5), 3)
    others = tuple(replace(r, score=round(max(0.0, score - 0.3 - (found[1].score - r.score) / 20), 3)) for r in found[1:6])
    return replace(best, score=score, candidates=others)


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
    if not key or key in _CALENDAR:
        return []
    found = _readings_of(key, near, base, division)
    return [one for one in found if one.country in near] if key in _COMPASS else found


def _readings_of(key: str, near: tuple[str, ...], base: Knowledge | None, division: bool) -> list[PlaceResult]:
    """Readings of a key that may be a name anywhere."""
    found: list[PlaceResult] = []
    for region in _tables().regions.get(key, ()):
        points = (_TOWN if region.kind == "town" else _REGION) + (1.0 if division else 0.0) + (_NEAR if region.country in near else 0.0)
        found.append(_region(region, points))
    known = {reading.country for reading in found}
    for region in _tables().divisions.get(key, ()):
        points = _DIVISION + (_CALLED_DIVISION if division else 0.0) + (_NEAR if region.country in near else 0.0)
        if region.country not in known:
            found.append(_region(region, points))
    for name in base.names.get(key, ()) if base is not None else ():
        if name.entity.kind == "country" and name.entity.country is not None and not (division and found):
            found.append(_country(name.entity.name, name.entity.country, _COUNTRY + (_NEAR if name.entity.country in near else 0.0)))
    found += [town for town in _towns(_borne(key, near), near, "spelling") if not _may_be_another(town, key, near)]
    found += _seats(key, near, found)
    return sorted(_unless_small(found, near), key=lambda r: (-r.score, r.geonames_id or 0))


def _folded(key: str, near: tuple[str, ...]) -> list[PlaceResult]:
    """Readings of a key under a transliteration that is not filed ("Hodeidah" for "Hodeida"), best first."""
    folded = fold(key)
    if len(folded) < 6:
        return []
    pairs = [(city, False) for at in (f"={folded}", folded) for city, _ in _cities(at) if city.population >= _SMALL]
    found = [town for town in _towns(pairs, near, "folded") if not _may_be_another(town, key, near)]
    return sorted(found, key=lambda r: (-r.score, r.geonames_id or 0))


def _towns(pairs: Iterable[tuple[_City, bool]], near: tuple[str, ...], other: str) -> list[PlaceResult]:
    """Cities as readings; ``other`` is the method of those that were found by another spelling than their own."""
    found = []
    for city, own in pairs:
        points = math.log10(city.population + 10) + (_OWN_NAME if own else 0.0)
        points += (_CAPITAL if city.capital else 0.0) + (_NEAR if city.country in near else 0.0)
        kind = "capital" if city.capital else "town" if city.population < _SMALL else "city"
        method = "name" if own else other
        found.append(PlaceResult(city.name, city.country, city.geonames_id, city.lat, city.lon, kind, points, method=method))
    return found


def _seats(key: str, near: tuple[str, ...], found: Sequence[PlaceResult]) -> list[PlaceResult]:
    """Largest cities of divisions, by the divisions' table, in countries in which the other tables have no town of the name."""
    taken = {reading.country for reading in found if reading.kind in {"city", "capital", "town"}}
    seats = [r for r in _tables().seats.get(key, ()) if r.country not in taken]
    points = [_SEAT + (_NEAR if region.country in near else 0.0) for region in seats]
    return [PlaceResult(r.seat, r.country, None, r.lat, r.lon, "city", p) for r, p in zip(seats, points, strict=True)]


def _unless_small(found: list[PlaceResult], near: tuple[str, ...]) -> list[PlaceResult]:
    """Without the small towns, unless their country is in play, or nothing else bears the name and they are all in one country."""
    large = [reading for reading in found if reading.kind != "town"]
    if not large and len({reading.country for reading in found}) == 1:
        return found
    return large + [reading for reading in found if reading.kind == "town" and reading.country in near]


def _region(region: _Region, points: float) -> PlaceResult:
    lat, lon, approximate = region.lat, region.lon, region.kind == "division"
    if lat is None and region.seat:
        seat = _city_of(region.seat, region.country)
        lat, lon, approximate = (seat.lat, seat.lon, True) if seat else (None, None, False)
    return PlaceResult(region.name, region.country, None, lat, lon, region.kind, points, approximate=approximate)


def _country(name: str, code: str, points: float) -> PlaceResult:
    """A country with the coordinates of its capital."""
    number, capital = _tables().countries.get(code, (None, ""))
    seat = _city_of(capital, code) if capital else None
    lat, lon = (seat.lat, seat.lon) if seat else (None, None)
    return PlaceResult(name, code, number, lat, lon, "country", points, approximate=seat is not None)


@lru_cache(maxsize=5_000)
def _city_of(name: str, country: str | None) -> _City | None:
    """The largest city of that name in a country."""
    return max((c for c, _ in _cities(key_of(name)) if c.country == country), key=lambda c: c.population, default=None)
