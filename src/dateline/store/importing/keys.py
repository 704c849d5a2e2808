"""What the codes of other data sets are in PLOVER: acts and parties by the keys that :mod:`dateline.store.importing.formats` makes.

A key joins the cells of a row that decide it by :data:`SEPARATOR`. The functions are pure and cached by the loader, which asks once per key of a batch.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from dateline.errors import DatelineError
from dateline.ontology.cameo import cameo_for, is_listed, plover_for
from dateline.ontology.fieldcodes import Party, country_named, country_of_fips, country_of_number, party_of_cameo, party_of_icews
from dateline.ontology.goldstein import goldstein
from dateline.ontology.plover import plover, quad, score

#: Between the cells of a key; no text has it (ASCII's unit separator).
SEPARATOR: Final = "\x1f"


@dataclass(frozen=True, slots=True)
class Act:
    """What a row says was done. ``type`` is ``None`` where PLOVER has none; ``reversed`` says that actor and recipient change places;
    ``error`` why the row is malformed; ``bare`` that its code stands without the leading zero."""

    type: str | None = None
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    reversed: bool = False
    error: str | None = None
    bare: bool = False

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


#: A code as spreadsheets and statistics programs write it back: "36.0", "'036", '="036"'.
_WRITTEN: Final = re.compile(r"""(?:="|'|")?(\d{1,4})(?:\.0+)?"?""")
#: What ICEWS says of CAMEO 010 to 020, whose numbers without the zero are those of other acts (CAMEO 10 to 20).
_STATEMENTS: Final = frozenset(
    {
        "make statement", "decline comment", "make pessimistic comment", "make optimistic comment", "consider policy option",
        "acknowledge or claim responsibility", "deny responsibility", "reject accusation, deny responsibility", "engage in symbolic act",
        "make empathetic comment", "express accord", "make an appeal or request", "appeal",
    }
)  # fmt: skip


def _code(key: str) -> tuple[str, str]:
    """The CAMEO code of a key, and what the row tells beside it: the root of the code, or its meaning."""
    cell, _, told = key.partition(SEPARATOR)
    written = _WRITTEN.fullmatch(cell)
    return (written[1] if written else cell), told.strip()


def _is_code(code: str) -> bool:
    try:
        plover_for(code)
    except DatelineError:
        return False
    return True


def _lacks_zero(code: str, told: str) -> bool | None:
    """Whether a code has lost its leading zero; ``None`` where that cannot be told, as of 14, which may be 014."""
    if not _is_code(code):
        return is_listed("0" + code)
    if len(code) != 2 or not is_listed("0" + code):
        return False
    root = _WRITTEN.fullmatch(told)
    if root:
        return not code.startswith(root[1].zfill(2)[:2])
    return True if told.casefold() in _STATEMENTS else None


def _act_of(code: str, bare: bool = False) -> Act:
    try:
        found = plover_for(code)
    except DatelineError:
        return Act(error=f"{code!r} is no CAMEO code")
    if found is None:
        return Act(cameo=code, bare=bare)
    return Act(found.type, found.modes, found.contexts, code, found.reversed, bare=bare)


def cameo_act(key: str) -> Act:
    """An act by its CAMEO code, and by what the row tells beside it where the zero before the code may be lost."""
    code, told = _code(key)
    return _act_of("0" + code, bare=True) if _lacks_zero(code, told) else _act_of(code)


def bare_cameo_act(key: str) -> Act:
    """An act by a CAMEO code of a file without leading zeros, where 14 is 014: published codes have three digits or four."""
    code, told = _code(key)
    return _act_of("0" + code, bare=True) if _lacks_zero(code, told) is not False else _act_of(code)


def mixed_cameo_act(key: str) -> Act:
    """An act by a CAMEO code of a file of which some codes have lost their zeros and others have not."""
    code, told = _code(key)
    if _lacks_zero(code, told) is None:
        return Act(error=f"{code!r} may be CAMEO {code} or 0{code}, as other codes of the file have lost their leading zero")
    return cameo_act(key)


def act_of_file(keys: Iterable[str]) -> Callable[[str], Act]:
    """How acts are told in a file of which some codes stand without their leading zeros, by all its keys.

    Codes of one digit are cue categories: beside them 14 is one too. Beside codes with a zero, it cannot be told what 14 is.
    """
    found = [_code(key)[0] for key in keys]
    if any(len(code) == 1 for code in found) and all(len(code) < 3 for code in found):
        return cameo_act
    return mixed_cameo_act if any(len(code) == 1 or code.startswith("0") for code in found) else bare_cameo_act


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
#: Bodies of a state, whose country ACLED names after them: "Police Forces of Kenya (2022-)", "Government of Turkey (2016-)".
_STATE: Final = re.compile(
    r"\b(?P<body>(?:Military|Police|Security|Armed|Air|Naval) Forces|Government|Judiciary|Parliament|(?:Border|Coast|National|Presidential|Prison) Guards?|Navy|Air Force"
    r"|Embassy|Ministry) of (?:the )?(?P<land>.+?)(?: \(|$)"
)
#: Sectors of those that are told by their names; the others are of ACLED's kind, or of the government.
_STATE_SECTORS: Final = {"Military Forces": "MIL", "Police Forces": "COP", "Judiciary": "JUD", "Parliament": "LEG"}
_BRACKET: Final = re.compile(r"\(([^()0-9]+)\)\s*$")


#: A mob that sets on somebody ("lynched") attacks him, as in own codings; a mob beside which no second party is named riots.
_AGAINST: Final = {"mob violence": ("ASSAULT", "")}


def acled_act(key: str) -> Act:
    """An act by ACLED's sub-event type, and by whether a second party is named."""
    cell, against, _ = key.partition(SEPARATOR)
    name = cell.strip().lower()
    if name not in ACLED_ACTS:
        return Act(error=f"{cell!r} is no sub-event type of ACLED")
    found = _AGAINST.get(name, ACLED_ACTS[name]) if against else ACLED_ACTS[name]
    if found is None:
        return Act()
    modes = (found[1],) if found[1] else ()
    return Act(found[0], modes, (), cameo_for(found[0], modes))


def acled_party(key: str) -> Party:
    """A party by name, kind and number of the country: the country in the name, else the country of the event.

    Bodies of a state are told by their names, at home and abroad; forces from outside whose name gives no country have none.
    """
    name, inter, number = [*key.split(SEPARATOR), "", ""][:3]
    if not name:
        return Party()
    sector = ACLED_SECTORS.get(inter.strip().lower(), "") or None
    state, bracket = _STATE.search(name), _BRACKET.search(name)
    where = (country_named(state["land"]) if state else None) or (country_named(bracket[1]) if bracket else None)
    if state:
        sector = _STATE_SECTORS.get(state["body"]) or sector or "GOV"
    if where is None and inter.strip().lower() not in ("8", "external/other forces") and number.isdecimal():
        where = country_of_number(int(number))
    return Party(where, sector, (sector,) if sector else ())


#: UCDP's kinds of violence: state-based, non-state, one-sided; and what an armed group is in each. Who fights another group may be anybody.
_UCDP_GROUPS: Final = {"1": "REB", "2": "UAF", "3": "REB"}


def ucdp_act(key: str) -> Act:
    """An act by UCDP's kind of violence: each is fighting or killing with at least one death."""
    kind = key.strip()
    return Act("ASSAULT", (), (), cameo_for("ASSAULT", (), ())) if kind in _UCDP_GROUPS else Act(error=f"{kind!r} is no type of violence of UCDP")


def ucdp_party(key: str) -> Party:
    """A party by name, kind of violence and country of the event: governments by the country in their name, groups by that of the event."""
    name, kind, where = [*key.split(SEPARATOR), "", ""][:3]
    if not name:
        return Party()
    state = _STATE.search(name)
    sector = "CVL" if name.lower() == "civilians" else "GOV" if state else _UCDP_GROUPS.get(kind.strip())
    country = ucdp_country(state["land"]) if state else ucdp_country(where)
    return Party(country, sector, (sector,) if sector else ())


def ucdp_country(key: str) -> str | None:
    """A country by UCDP's name, which may have another in brackets: "Myanmar (Burma)"."""
    bare = key.partition(" (")[0].strip()
    return (country_named(key) or country_named(bare)) if key else None


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
