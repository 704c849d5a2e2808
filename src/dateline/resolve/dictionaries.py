"""TABARI and PETRARCH actor dictionaries.

A dictionary lists names in capitals with underscores for blanks, their codes in brackets on the same or on indented lines, and their
synonyms on lines that begin with ``+``::

    HAMID_KARZAI_            ; a comment
    +PRESIDENT_KARZAI_
        [AFGELI <20011222]
        [AFGGOV 20011222-20140929]
        [AFGELI >20140929]

Codes are CAMEO's: parts of three letters, a country or kind of body first, then roles; ``data/cameo_actors.tsv`` maps them to the
codebook's countries and sectors. Source of the format: Schrodt, "TABARI: Textual Analysis By Augmented Replacement Instructions",
chapter "Actors"; Norris, Schrodt and Beieler, "PETRARCH2" (JOSS 2017).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from dateline.ontology.fieldcodes import actor_parts
from dateline.ontology.namekeys import key_of
from dateline.resolve.actorfiles import Mistakes, UserActor, country_codes

_COMMENT: Final = re.compile(r"[#;].*$")
_BRACKET: Final = re.compile(r"\[([^\[\]]*)\]")
_CODE: Final = re.compile(r"(?P<code>(?:[A-Z]{3})+|---|###)(?:\s+(?P<limit>\S.*))?")
_LIMIT: Final = re.compile(r"(?:(?P<sign>[<>])\s*(?P<day>\d{8}|\d{6})|(?P<low>\d{8}|\d{6})\s*-\s*(?P<high>\d{8}|\d{6}))")
#: Codes of names that are no actors.
_NOBODY: Final = frozenset({"---", "###"})
#: Two-digit years from here on are of the twentieth century: the dictionaries began with events of 1979, their persons earlier.
_PIVOT: Final = 50
#: A name of one word up to this long is an abbreviation and stays in capitals.
_SHORT: Final = 5
#: What a body is where its code names no role.
_OWN_SECTOR: Final = {"NGO": "SOC", "ISM": "SOC", "IMG": "REB", "MNC": "BUS"}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code stands for; ``sectors`` is ``("UNK",)`` where it names nobody."""

    country: str | None
    sectors: tuple[str, ...]


@dataclass(slots=True)
class _Entry:
    """An actor while it is read: its names, with the codes of its own that each may carry, and its codes."""

    names: list[str]
    line: int
    codes: list[UserActor] = field(default_factory=list)
    own: list[UserActor] = field(default_factory=list)


def meaning(code: str) -> Meaning | None:
    """Country and sectors of a CAMEO actor code; ``None`` where no part of it is known.

    Args:
        code: parts of three capitals ("IRQREBKUR"), or ``---`` for a name that is no actor.

    Example:
        >>> meaning("IRQREBKUR"), meaning("IGOUNO")
        (Meaning(country='IRQ', sectors=('REB',)), Meaning(country='UNO', sectors=('GOV',)))
    """
    if code in _NOBODY:
        return Meaning(None, ("UNK",))
    country: str | None = None
    sectors: list[str] = []
    known = False
    for position, part in enumerate(code[i : i + 3] for i in range(0, len(code), 3)):
        kind, to = actor_parts().get(part, ("", ""))
        if not kind and position == 0 and part in country_codes():
            kind, to = "country", part
        known = known or bool(kind)
        if kind == "sector" or (kind == "body" and position and country not in {None, "IGO"}):
            sectors.append(to if kind == "sector" else _OWN_SECTOR.get(to, ""))
        elif kind in {"country", "body"} and country in {None, "IGO"}:
            country = to
    if not known:
        return None
    kept = tuple(dict.fromkeys(sector for sector in sectors if sector))
    if not kept:
        kept = (_OWN_SECTOR.get(country, "GOV") if country else "UNK",)
    return Meaning(country, kept)


def read_dictionary(path: Path, text: str) -> tuple[UserActor, ...]:
    """Reads a dictionary.

    Args:
        path: where it comes from, for errors.
        text: its content.

    Returns:
        One actor for each code of each entry, the dated ones of an entry before the undated.

    Raises:
        DatelineError: E320 with the lines that are malformed.
    """
    mistakes = Mistakes(path)
    entries: list[_Entry] = []
    for number, raw in enumerate(text.splitlines(), 1):
        line = _COMMENT.sub("", raw).rstrip()
        if not line.strip():
            continue
        _line(line, number, entries, mistakes)
    wrong = sorted(line for line, _ in mistakes.found)
    ends = [*(entry.line for entry in entries[1:]), len(text) + 2]
    for entry, end in zip(entries, ends, strict=False):
        if any(entry.line <= line < end for line in wrong):
            continue  # its code may be the one that was malformed
        if not entry.codes and len(entry.own) < len(entry.names):
            mistakes.add(entry.line, f"{entry.names[0]} has no code")
    mistakes.check()
    return tuple(actor for entry in entries for actor in _actors(entry))


def _line(line: str, number: int, entries: list[_Entry], mistakes: Mistakes) -> None:
    """Read one line into the entries."""
    start = line.lstrip()
    name = start.partition("[")[0].strip()
    try:
        codes = list(_codes(start[len(start.partition("[")[0]) :], number))
    except ValueError as error:
        mistakes.add(number, str(error))
        codes = []
    if not name or name == "+":
        if name or not entries:
            mistakes.add(number, "a synonym without a name" if name else "a code before any name")
        else:
            entries[-1].codes += codes
        return
    words = name.removeprefix("+").replace("_", " ").strip()
    if not key_of(words) or "]" in name:
        mistakes.add(number, f"{name!r} is not a name")
        return
    if not name.startswith("+"):
        entries.append(_Entry([words], number, codes))
    elif not entries:
        mistakes.add(number, "a synonym before any name")
    else:
        entries[-1].names.append(words)
        entries[-1].own += [replace(code, names=(_cased(words),)) for code in codes]


def _codes(text: str, number: int) -> Iterator[UserActor]:
    """The codes of a line, as actors that have no name yet."""
    if _BRACKET.sub("", text).strip():
        raise ValueError(f"{text.strip()!r} is not a list of codes in brackets")
    for match in _BRACKET.finditer(text):
        inner = match[1].strip()
        if inner.startswith("~"):
            raise ValueError(f"[{inner}] is the code of an agent: this is a dictionary of agents, not of actors")
        code = _CODE.fullmatch(inner)
        if code is None:
            raise ValueError(f"[{inner}] is not a code: parts of three capitals and perhaps dates are wanted")
        found = meaning(code["code"])
        if found is None:
            raise ValueError(f"no part of the code {code['code']} is known")
        start, stop = _limits(code["limit"] or "")
        yield UserActor((), found.country, found.sectors, "actor", "actor", start, stop, number)


def _limits(text: str) -> tuple[str, str]:
    """First and last day of "<date" (before it), ">date" (from it on) and "date-date"."""
    if not text:
        return "", ""
    match = _LIMIT.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is not a limit: <DATE, >DATE or DATE-DATE with dates as YYMMDD or YYYYMMDD")
    if match["sign"] == "<":
        return "", (_day(match["day"]) - timedelta(days=1)).isoformat()
    if match["sign"] == ">":
        return _day(match["day"]).isoformat(), ""
    low, high = _day(match["low"]), _day(match["high"])
    if low > high:
        raise ValueError(f"{text!r} ends before it begins")
    return low.isoformat(), high.isoformat()


def _day(digits: str) -> date:
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) < _PIVOT else "19") + digits
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError as error:
        raise ValueError(f"{digits} is not a day") from error


def _actors(entry: _Entry) -> Iterator[UserActor]:
    """The actors of an entry: synonyms with codes of their own, then the others with the entry's."""
    yield from _dated_first(entry.own)
    own = {name for actor in entry.own for name in actor.names}
    names = tuple(dict.fromkeys(name for name in map(_cased, entry.names) if name not in own))
    if names:
        yield from (replace(code, names=names) for code in _dated_first(entry.codes))


def _dated_first(codes: list[UserActor]) -> list[UserActor]:
    """A code with dates holds against one without, which is for the rest of the time."""
    return sorted(codes, key=lambda code: not (code.start or code.stop))


def _cased(name: str) -> str:
    """A name of the dictionary as a reader expects it: "HAMID KARZAI" as "Hamid Karzai", "NATO" as it is."""
    parts = name.split()
    if len(parts) == 1 and len(name) <= _SHORT:
        return name
    return " ".join(part.capitalize() if part.isupper() else part for part in parts)
