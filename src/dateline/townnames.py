"""Names of towns from which reports are sent, out of the tables that place acts: national capitals, and towns of some size.

The tables are large and are read when a name is first asked for; :mod:`dateline.resolve.gazetteer` shares their lines.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from dateline.errors import DatelineError
from dateline.ontology.namekeys import key_of
from dateline.ontology.tables import rows_of
from dateline.ontology.wordlists import words_of

#: A town of so many people has correspondents under its own name, and of so many under another spelling ("Kiev", "Washington DC"); the spellings of
#: smaller ones hold names of other things ("Hamas" for Hamm, 179,000).
_TOWN, _SPELT = 50_000, 300_000
#: Columns of ``cities.tsv.gz``.
_ADMIN, _POPULATION, _IS_CAPITAL = 3, 6, 7
_DIVISION_WORDS: Final = words_of("resolve.gazetteer.divisions")


@lru_cache(maxsize=4)
def lines_of(table: str) -> list[str]:
    """The sorted lines of a packed table of places.

    Args:
        table: its file, "cities.tsv.gz".

    Raises:
        DatelineError: ``E311`` where it is missing or damaged.
    """
    path = Path(str(files("dateline"))) / "resolve" / "data" / table
    try:
        return gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
    except (OSError, EOFError) as error:
        raise DatelineError("E311", path.name, str(error)) from error


@lru_cache(maxsize=20_000)
def is_town(name: str) -> bool:
    """Whether a name is a capital's or a larger town's, and no country's (those of city states are both).

    Example:
        >>> is_town("Nairobi"), is_town("Port-au-Prince"), is_town("Singapore"), is_town("Kenya"), is_town("Hamas")
        (True, True, True, False, False)
    """
    key = key_of(name)
    found = [(int(fields[_POPULATION]), fields[_IS_CAPITAL] == "1", own) for fields, own in towns_of(key)]
    if key in _countries():
        return any(capital for _, capital, own in found if own)
    return any((capital or people >= _TOWN) if own else people >= _SPELT for people, capital, own in found)


def is_country(name: str) -> bool:
    """Whether a name is a country's.

    Example:
        >>> is_country("Kenya"), is_country("Nairobi")
        (True, False)
    """
    return key_of(name) in _countries()


def towns_of(key: str) -> Iterator[tuple[list[str], bool]]:
    """The fields of the towns of a name in ``cities.tsv.gz``, and whether it is their own name (rather than another spelling).

    Args:
        key: the name as ``city_names.tsv.gz`` has it (:func:`dateline.ontology.namekeys.key_of`).
    """
    names = lines_of("city_names.tsv.gz")
    at = bisect_left(names, f"{key}\t")
    if at < len(names) and names[at].startswith(f"{key}\t"):
        for number in names[at].split("\t")[1].split(","):
            yield lines_of("cities.tsv.gz")[int(number.lstrip("~"))].split("\t"), not number.startswith("~")


@lru_cache(maxsize=20_000)
def division_of(name: str, country: str, number: int | None) -> str | None:
    """The code of the first-level division that a town lies in or that bears the name; ``None`` where the tables have neither.

    Args:
        name: as the tables write it.
        country: its code.
        number: the town's GeoNames id, ``None`` for a division.

    Example:
        >>> division_of("Houston", "USA", 4699066), division_of("Texas", "USA", None)
        ('TX', 'TX')
    """
    key = key_of(name)
    if number is not None:
        return next((fields[_ADMIN] for fields, _ in towns_of(key) if int(fields[0]) == number), None)
    first, _, last = key.rpartition(" ")
    found = _divisions().get((key, country))
    return found or (_divisions().get((first, country)) if last in _DIVISION_WORDS else None)


@lru_cache(maxsize=1)
def _divisions() -> dict[tuple[str, str], str]:
    """Codes of first-level divisions by each key and by the key of their own name; by hand-written names, too."""
    found = {(key_of(row[0]), row[2]): row[5] for row in rows_of("resolve/data/regions.tsv", 8) if row[2] and row[5]}
    for line in lines_of("divisions.tsv.gz"):
        key, name, country, admin, *_ = line.split("\t")
        for one in (key, key_of(name)):
            found.setdefault((one, country), admin)
    return found


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(key_of(row[1]) for row in rows_of("resolve/data/countries.tsv", 7))
