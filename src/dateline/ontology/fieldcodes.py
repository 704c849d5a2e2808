"""Codes of countries, bodies and sectors in other data sets, both ways.

The codebook's own codes are those of the record contract: ISO 3166-1 alpha-3, the bodies ``UNO EUR IGO NGO ISM IMG MNC``, ``KOS``, and PLOVER's
sectors. Tables: ``data/field_codes.tsv`` and ``data/country_codes.tsv`` here; names and the parts of CAMEO actor codes come from the tables of
the knowledge base (``resolve/data``), which are data and not code of that stage.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from dateline.ontology.tables import rows_of

#: Countries whose code in CAMEO (Phoenix, GDELT) is not ISO's.
CAMEO_COUNTRIES: Final = {"ROU": "ROM", "TLS": "TMP", "KOS": "KSV"}


@dataclass(frozen=True, slots=True)
class Party:
    """Whom a row of another data set names: country or body, primary sector, all sectors."""

    country: str | None = None
    sector: str | None = None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldCode:
    """A body or sector with its codes elsewhere; see the head of the data file."""

    code: str
    cameo: tuple[str, ...]
    icews: str
    also: tuple[str, ...] = ()


def parts_of(cell: str) -> tuple[str, ...]:
    """The values of a cell of a table, parted by semicolons."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())


@cache
def _codes(kind: str) -> dict[str, FieldCode]:
    rows = [cells for cells in rows_of("ontology/data/field_codes.tsv", 5) if cells[0] == kind]
    return {cells[1]: FieldCode(cells[1], parts_of(cells[2]), cells[3], parts_of(cells[4])) for cells in rows}


def bodies() -> dict[str, FieldCode]:
    """The bodies that stand in place of a country, by code."""
    return _codes("body")


def sectors() -> dict[str, FieldCode]:
    """The sectors, by code."""
    return _codes("sector")


@lru_cache(maxsize=8192)
def folded(name: str) -> str:
    """A name as it is compared: no accents, no case, letters and digits only, no article."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char)).casefold()
    words = "".join(char if char.isalnum() else " " for char in plain).split()
    return " ".join(word for word in words if word != "the")


#: Columns of the table of countries behind names and aliases that tell one by itself: adjectives, peoples, capitals, seats of power.
_TELLING: Final = 4


@dataclass(frozen=True, slots=True)
class _Countries:
    names: dict[str, str]
    by_name: dict[str, str]
    by_fips: dict[str, str]
    by_number: dict[int, str]
    by_iso: dict[str, str]
    fips: dict[str, str]
    told: dict[str, str]
    adjectives: dict[str, str]


@cache
def _countries() -> _Countries:
    table = _Countries({}, {}, {}, {}, {}, {}, {}, {})
    for code, iso3, number, fips, name in rows_of("ontology/data/country_codes.tsv", 5):
        table.names.setdefault(code, name)
        table.by_name.setdefault(folded(name), code)
        table.by_iso.setdefault(iso3, code)
        if fips:
            table.by_fips.setdefault(fips, code)
            table.fips.setdefault(code, fips)
        if number:
            table.by_number.setdefault(int(number), code)
    for code, name, aliases, *rest in rows_of("resolve/data/countries.tsv", 3):
        if len(code) == 3:
            for known in (name, *parts_of(aliases)):
                table.by_name.setdefault(folded(known), code)
            for known in (word for cell in rest[:_TELLING] for word in parts_of(cell)):
                table.told.setdefault(folded(known), code)
            for known in parts_of(rest[0]) if rest else ():
                table.adjectives.setdefault(folded(known), code)
    table.by_name.pop("", None)
    table.by_iso.pop("", None)
    return table


def country_name(code: str) -> str | None:
    """The name that ICEWS writes for a country of the codebook, or ``None`` for a body and for what is unknown."""
    return _countries().names.get(code)


#: States that are no more (ISO 3166-3), which texts on their days name.
_FORMER: Final = frozenset({"SUN", "YUG", "CSK", "DDR", "SCG", "YMD", "VDR"})


def is_country(code: str) -> bool:
    """Whether a code is one that the party of a record may have as its country: of a state, a territory or a body.

    >>> is_country("KOS"), is_country("XKX"), is_country("UNO"), is_country("SUN")
    (True, False, True, True)
    """
    table = _countries()
    return code in table.names or code in bodies() or code in _FORMER or table.by_iso.get(code, "KOS") != "KOS"


#: What to do where a user gives a country that is none.
COUNTRY_FIX: Final = "give a code of three letters, such as LBN, or a name, such as Lebanon"


def country_given(written: str) -> str | None:
    """The country that a user gives, by a code of three letters in any case or by its name; ``None`` where it is neither.

    >>> country_given("ken"), country_given("Kenya"), country_given("Atlantis"), country_given("XYZ")
    ('KEN', 'KEN', None, None)
    """
    code = written.strip().upper()
    return code if len(code) == 3 and is_country(code) else country_named(written.strip())


def country_named(name: str) -> str | None:
    """The country of that name (also ISO alpha-3 itself), or ``None``.

    >>> country_named("Russian Federation"), country_named("Côte d'Ivoire")
    ('RUS', 'CIV')
    """
    table = _countries()
    return table.by_name.get(folded(name)) or (name if name in table.names else table.by_iso.get(name))


def country_told(word: str) -> str | None:
    """The country that a word tells: its name, adjective, people, capital or seat of power; ``None`` where it tells none.

    >>> country_told("Peruvian"), country_told("Lima"), country_told("beef")
    ('PER', 'PER', None)
    """
    return country_named(word) or _countries().told.get(folded(word))


def country_of_adjective(word: str) -> str | None:
    """The country whose adjective a word is and whose name it is not ("Peruvian", not "US")."""
    return None if country_named(word) else _countries().adjectives.get(folded(word))


def country_of_fips(code: str) -> str | None:
    """The country of a FIPS 10-4 code (places in GDELT)."""
    return _countries().by_fips.get(code)


def fips_of(country: str) -> str | None:
    """The FIPS 10-4 code of a country."""
    return _countries().fips.get(country)


def country_of_number(number: int) -> str | None:
    """The country of an ISO 3166-1 numeric code (ACLED)."""
    return _countries().by_number.get(number)


@cache
def actor_parts() -> dict[str, tuple[str, str]]:
    """Three-letter parts of CAMEO's actor codes: part -> (country | sector | body | none, code of the codebook)."""
    return {part: (kind, code) for part, kind, code, *_ in rows_of("resolve/data/cameo_actors.tsv", 4)}


def _unique(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))


def party_of_cameo(parts: Iterable[str]) -> Party:
    """The party that CAMEO's three-letter codes name, in their order: ``("RUS", "MIL")``, ``("IGO", "UNO")``.

    A country outweighs a body, the European Union and the United Nations outweigh ``IGO``; regions, religions and ethnic groups are passed over.

    >>> party_of_cameo(("IGO", "EUR", "EEC"))
    Party(country='EUR', sector=None, sectors=())
    """
    table, own = actor_parts(), _countries()
    parts = [part for part in parts if part]
    countries: list[str] = []
    named: list[str] = []
    roles: list[str] = []
    for part in parts:
        kind, code = table.get(part, ("", ""))
        if kind == "country" or (not kind and (part in own.names or part in own.by_iso)):
            countries.append(code or (part if part in own.names else own.by_iso[part]))
        elif kind == "body" and (part != "EUR" or "IGO" in parts):
            # EUR without IGO is the region Europe in CAMEO; the Union is IGOEUREEC
            named.append(code)
        elif kind == "sector":
            roles.append(code)
    best = sorted(named, key=lambda code: code not in ("EUR", "UNO"))
    country = next(iter(countries or best), None)
    found = _unique(roles)
    return Party(country, found[0] if found else None, found)


def cameo_parts(party: Party) -> tuple[str, ...]:
    """CAMEO's codes for a party, in order: country or body, then sectors.

    >>> cameo_parts(Party("ROU", "JRN", ("JRN",)))
    ('ROM', 'MED')
    """
    body = bodies().get(party.country or "")
    if body is not None:
        head = body.cameo
    else:
        head = (CAMEO_COUNTRIES.get(party.country, party.country),) if party.country else ()
    listed = _unique([*((party.sector,) if party.sector else ()), *party.sectors])
    known = sectors()
    return head + _unique(part for code in listed if code in known for part in known[code].cameo)


@cache
def _icews_sectors() -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for kind in ("body", "sector"):
        for code, row in _codes(kind).items():
            for name in filter(None, (row.icews, *row.also)):
                table.setdefault(folded(name), (kind, code))
    return table


def party_of_icews(name: str, country: str, listed: str) -> Party:
    """The party that ICEWS names by its name, its country's name, and sector names joined by commas.

    The name counts only where no country is given: of bodies, and of countries themselves.
    """
    known = [_icews_sectors().get(folded(part)) for part in listed.split(",")]
    roles = _unique(found[1] for found in known if found and found[0] == "sector")
    own = _icews_sectors().get(folded(name))
    named = own[1] if own and own[0] == "body" else None
    body = next((found[1] for found in known if found and found[0] == "body"), None)
    where = country_named(country) if country else None
    if where is None:
        where = named or body or (country_named(name) if name else None)
    return Party(where, roles[0] if roles else None, roles)


def icews_party(party: Party) -> tuple[str, str, str]:
    """Name where the actor has none of its own, country name and sectors of a party, as ICEWS writes them."""
    body = bodies().get(party.country or "")
    listed = _unique([*((party.sector,) if party.sector else ()), *party.sectors])
    known = sectors()
    names = [known[code].icews for code in listed if code in known and known[code].icews]
    if body is not None:
        return body.icews, "", ",".join([body.icews, *names])
    country = country_name(party.country) if party.country else None
    return country or "", country or "", ",".join(names)
