"""What the codes of other data sets are in PLOVER: acts and parties by the keys that :mod:`dateline.store.importing.formats` makes.

A key joins the cells of a row that decide it by :data:`SEPARATOR`. The functions are pure and cached by the loader, which asks once per key of a batch.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dateline.errors import DatelineError
from dateline.ontology.cameo import cameo_for, plover_for
from dateline.ontology.fieldcodes import Party, country_named, country_of_fips, country_of_number, party_of_cameo, party_of_icews
from dateline.ontology.goldstein import goldstein
from dateline.ontology.plover import plover, quad, score

#: Between the cells of a key; no text has it (ASCII's unit separator).
SEPARATOR: Final = "\x1f"


@dataclass(frozen=True, slots=True)
class Act:
    """What a row says was done. ``type`` is ``None`` where PLOVER has none; ``reversed`` says that actor and recipient change places;
    ``error`` why the row is malformed."""

    type: str | None = None
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    reversed: bool = False
    error: str | None = None

    @property
    def quad(self) -> int | None:
        """Quad class of the type."""
        return None if self.type is None else quad(self.type)

    @property
    def score(self) -> float | None:
        """PLOVER score of type and modes."""
        return None if self.type is None else score(self.type, self.modes)

    @property
    def goldstein(self) -> float | None:
        """Goldstein value of the CAMEO code."""
        return None if self.cameo is None else goldstein(self.cameo)


def cameo_act(key: str) -> Act:
    """An act by its CAMEO code."""
    try:
        found = plover_for(key)
    except DatelineError:
        return Act(error=f"{key!r} is no CAMEO code")
    if found is None:
        return Act(cameo=key)
    return Act(found.type, found.modes, found.contexts, key, found.reversed)


def _terms(cell: str) -> list[str]:
    return [part.strip().lower().replace(" ", "_") for part in re.split(r"[;,]", cell) if part.strip()]


def plover_act(key: str) -> Act:
    """An act by type, mode and contexts in PLOVER's names, as POLECAT has it; modes and contexts that PLOVER 2.0 lacks are left out."""
    name, modes, contexts = [*key.split(SEPARATOR), "", ""][:3]
    try:
        found = plover().type(name.strip().upper())
    except DatelineError:
        return Act(error=f"{name!r} is no PLOVER type")
    known = {term.name for term in plover().contexts}
    kept = tuple(mode for mode in (part.replace("_", "-") for part in _terms(modes)) if found.mode(mode))
    inside = tuple(context for context in _terms(contexts) if context in known)
    return Act(found.name, kept, inside, cameo_for(found.name, kept, inside))


#: ACLED's sub-event types (codebook of 2019 and later) and what they are in PLOVER; those of the event type "Strategic developments"
#: that report no act between parties have no type.
ACLED_ACTS: Final[dict[str, tuple[str, str] | None]] = {
    "armed clash": ("ASSAULT", ""),
    "government regains territory": ("ASSAULT", ""),
    "non-state actor overtakes territory": ("ASSAULT", ""),
    "chemical weapon": ("ASSAULT", "unconventional"),
    "air/drone strike": ("ASSAULT", "aerial"),
    "suicide bomb": ("ASSAULT", "suicide-attack"),
    "shelling/artillery/missile attack": ("ASSAULT", "heavy-weapons"),
    "remote explosive/landmine/ied": ("ASSAULT", "explosives"),
    "grenade": ("ASSAULT", "explosives"),
    "sexual violence": ("ASSAULT", "sexual"),
    "attack": ("ASSAULT", ""),
    "abduction/forced disappearance": ("ASSAULT", "abduct"),
    "peaceful protest": ("PROTEST", "demo"),
    "protest with intervention": ("PROTEST", "demo"),
    "excessive force against protesters": ("PROTEST", "demo"),
    "violent demonstration": ("PROTEST", "riot"),
    "mob violence": ("PROTEST", "riot"),
    "agreement": ("AGREE", ""),
    "arrests": ("COERCE", "arrest"),
    "headquarters or base established": ("MOBILIZE", ""),
    "looting/property destruction": ("ASSAULT", "destroy"),
    "non-violent transfer of territory": ("RETREAT", "withdraw"),
    "change to group/activity": None,
    "disrupted weapons use": None,
    "other": None,
}
#: ACLED's kinds of actors (``inter1``, ``inter2``): by number until 2024, by name since.
ACLED_SECTORS: Final = {
    "1": "GOV", "state forces": "GOV", "2": "REB", "rebel group": "REB", "rebel forces": "REB", "rebel groups": "REB",
    "3": "PRM", "political militia": "PRM", "political militias": "PRM", "4": "PRM", "identity militia": "PRM", "identity militias": "PRM",
    "5": "CVL", "rioters": "CVL", "6": "CVL", "protesters": "CVL", "7": "CVL", "civilians": "CVL",
    "8": "", "external/other forces": "", "other forces": "",
}  # fmt: skip
_FORCES: Final = re.compile(r"(Military|Police) Forces of (?:the )?(.+?)(?: \(|$)")
_BRACKET: Final = re.compile(r"\(([^()0-9]+)\)\s*$")


def acled_act(key: str) -> Act:
    """An act by ACLED's sub-event type."""
    name = key.strip().lower()
    if name not in ACLED_ACTS:
        return Act(error=f"{key!r} is no sub-event type of ACLED")
    found = ACLED_ACTS[name]
    if found is None:
        return Act()
    modes = (found[1],) if found[1] else ()
    return Act(found[0], modes, (), cameo_for(found[0], modes))


def acled_party(key: str) -> Party:
    """A party by name, kind and number of the country: the country in the name, else the country of the event.

    Armies and police are told by their names; forces from outside whose name gives no country have none.
    """
    name, inter, number = [*key.split(SEPARATOR), "", ""][:3]
    if not name:
        return Party()
    sector = ACLED_SECTORS.get(inter.strip().lower(), "") or None
    forces = _FORCES.search(name)
    bracket = _BRACKET.search(name)
    where = country_named(forces[2]) if forces else country_named(bracket[1]) if bracket else None
    if forces:
        sector = "MIL" if forces[1] == "Military" else "COP"
    if where is None and inter.strip().lower() not in ("8", "external/other forces") and number.isdecimal():
        where = country_of_number(int(number))
    return Party(where, sector, (sector,) if sector else ())


def cameo_party(key: str) -> Party:
    """A party by CAMEO's codes; codes longer than three letters are chains (``RUSMIL``)."""
    parts = [part[at : at + 3] for part in key.split(SEPARATOR) for at in range(0, len(part), 3)]
    return party_of_cameo(parts)


def icews_party(key: str) -> Party:
    """A party by name, country and sectors."""
    name, country, listed = [*key.split(SEPARATOR), "", ""][:3]
    return party_of_icews(name, country, listed)


def plover_party(key: str) -> Party:
    """A party by country, sector and sectors in the codebook's codes, as POLECAT has it; names of countries are read too."""
    country, sector, listed = [*key.split(SEPARATOR), "", ""][:3]
    known = {term.name for term in plover().sectors}
    bodies = {term.name for term in plover().bodies}
    first = country.split(";")[0].strip()
    where = first if first in bodies else country_named(first) if first else None
    roles = [part.strip().upper() for part in [sector, *re.split(r"[;,]", listed)]]
    kept = tuple(dict.fromkeys(role for role in roles if role in known))
    return Party(where, sector if sector in known else (kept[0] if kept else None), kept)


def fips_country(key: str) -> str | None:
    """A country by its FIPS 10-4 code."""
    return country_of_fips(key)


def numbered_country(key: str) -> str | None:
    """A country by its ISO 3166-1 number."""
    return country_of_number(int(key)) if key.isdecimal() else country_named(key)
