"""The sector of a common noun with its modifiers: rebel troops, navy divers, a former minister."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.scan import Item

#: Office holders who are "former officials" once they are out; a former soldier or rebel stays one.
OFFICIAL: Final = frozenset({"GOV", "LEG", "JUD", "SPY", "COP", "ELI"})
_OFFICERS: Final = words_of("resolve.nounsectors.officers")
#: Sectors of armed groups that are no state's forces.
ARMED: Final = frozenset({"REB", "PRM", "CRM", "UAF"})
FORCE_LIKE: Final = frozenset({"MIL", "UAF", "REB", "PRM", "UNK"})
#: Sectors of a state's forces, whose people and things are theirs, whatever they are.
_FORCES: Final = frozenset({"MIL", "COP"})
#: Rebels, but aircraft behind a designation ("J-16 fighter").
_FIGHTERS: Final = frozenset({"fighter", "fighters"})
#: Letters of such a designation: "J", "Su", "MiG".
_DESIGNATION: Final = 3


def modified(sectors: tuple[str, ...], before: Sequence[Item]) -> tuple[str, ...]:
    """Modifiers that change a noun's own sector: rebel troops, pro-government fighters, opposition lawmakers, refugee children."""
    for it in reversed(before):
        role = it.modifier
        if role is None:
            continue
        first = role.sectors[0]
        if first == "PRM" and sectors[0] in {"REB", "UAF", "PRM", "MIL"}:
            return role.sectors
        if first == "REB" and sectors[0] in FORCE_LIKE | {"SPY", "CVL"} and role.kind == "modifier":
            return role.sectors
        if first == "UAF" and sectors[0] in {"REB", "UNK", "CVL"} and role.kind == "modifier":
            return role.sectors
        if first == "CRM" and sectors[0] in {"UAF", "REB"}:
            return role.sectors
        if first in {"REF", "EDU"} and sectors[0] == "CVL":
            return role.sectors
        if "OPP" in role.sectors and "OPP" not in sectors and sectors[0] in {"LEG", "CVL", "PTY"}:
            return (*sectors, "OPP")
    return sectors


def force_before(before: Sequence[Item], head: Item) -> tuple[str, ...] | None:
    """The sector of the force right before an unknown noun: "navy divers", "police boat"."""
    last = before[-1] if before else None
    if last is None or last.end != head.start or last.modifier is None or last.modifier.sectors[0] not in _FORCES:
        return None
    return last.modifier.sectors


def is_aircraft(before: Sequence[Item], head: Item) -> bool:
    """Whether a fighter is an aircraft, by the designation right before it: "J-16 fighter", or by the name of its kind ("F-16 fighters")."""
    if head.key not in _FIGHTERS or not before or before[-1].end != head.start:
        return False
    if before[-1].role is not None and before[-1].key[-1:].isdecimal():
        return is_military(before[-1])
    if len(before) == 1:
        return False
    letters, digits = before[-2:]
    return digits.key.isdecimal() and letters.capital and letters.key.isalpha() and len(letters.key) <= _DESIGNATION and not letters.entities


def is_military(item: Item) -> bool:
    """Whether a word is of a state's military, as a noun or before one."""
    return any(one is not None and one.sectors[0] == "MIL" for one in (item.role, item.modifier))


def is_former(core: Sequence[Item], head: Item, sectors: tuple[str, ...]) -> bool:
    """Whether "former" or its like stands before an office ("a former minister"), so that its holder is out of it."""
    if not any(it.kind == "former" and it.start < head.start for it in core):
        return False
    officer = sectors[0] == "MIL" and (head.key.split()[-1].rstrip("s") in _OFFICERS)
    return sectors[0] in OFFICIAL or officer
