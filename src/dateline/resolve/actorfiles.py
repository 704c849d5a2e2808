"""Users' own actors: a file in TOML, in the project's own tables or as a TABARI/PETRARCH dictionary, told apart by its content.

``docs/actors.md`` describes the three formats. Every mistake of a file is collected before the error is raised, each with its line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from dateline.errors import DatelineError
from dateline.ontology.namekeys import key_of
from dateline.ontology.plover import plover
from dateline.resolve.knowledge import FIELDS

#: Mistakes that an error names; a file with more has them for one reason.
_SHOWN: Final = 8
_DAY: Final = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_ENTRY: Final = re.compile(r"^[ \t]*\[\[\s*actor\s*\]\]", re.MULTILINE)
_TOML: Final = re.compile(r"^\s*(?:\[\[?\s*[a-z_][\w.\s-]*\]\]?\s*(?:#.*)?$|[A-Za-z_][\w-]*\s*=)", re.MULTILINE)
#: A code in brackets, which only the dictionaries have ("[USAGOV >090120]").
CODED: Final = re.compile(r"\[[^\[\]\n]*[A-Z~#-]{3}[^\[\]\n]*\]")
_KINDS: Final = ("organisation", "person")
_KEYS: Final = frozenset({"name", "aliases", "country", "sector", "sectors", "kind", "office", "from", "to"})
#: Codes that stand for a country where there is none.
BODIES: Final = frozenset("UNO EUR IGO NGO ISM IMG MNC".split())


@dataclass(frozen=True, slots=True)
class UserActor:
    """An actor as a user filed it, for one span of time.

    ``kind``: organisation, person, or actor (of a dictionary, which does not tell them apart). ``start`` and ``stop`` are prefixes of
    ISO dates, inclusive, ``""`` where open; ``line`` is where it stands.
    """

    names: tuple[str, ...]
    country: str | None
    sectors: tuple[str, ...]
    kind: str
    office: str = ""
    start: str = ""
    stop: str = ""
    line: int = 0


@dataclass(slots=True)
class Mistakes:
    """The mistakes found in a file."""

    path: Path
    found: list[tuple[int, str]] = field(default_factory=list)

    def add(self, line: int, what: str) -> None:
        """Note a mistake."""
        self.found.append((line, what))

    def check(self) -> None:
        """Raises E320 with the mistakes in the order of their lines, where there are any."""
        if not self.found:
            return
        self.found.sort()
        shown = "; ".join(f"line {line}: {what}" if line else what for line, what in self.found[:_SHOWN])
        more = len(self.found) - _SHOWN
        raise DatelineError("E320", str(self.path), shown + (f"; and {more} more" if more > 0 else ""))


@lru_cache(maxsize=1)
def country_codes() -> frozenset[str]:
    """The country codes that the package knows, the bodies of the codebook among them."""
    folder = Path(str(files("dateline.resolve") / "data"))
    codes = {
        line.split("\t")[0].removesuffix("+PRE")
        for name in ("countries.tsv", "country_places.tsv")
        for line in (folder / name).read_text("utf-8").splitlines()[1:]
    }
    return frozenset(codes | BODIES)


@lru_cache(maxsize=1)
def _sector_codes() -> frozenset[str]:
    return frozenset(term.name for term in plover().sectors)


def read_actors(path: Path) -> tuple[UserActor, ...]:
    """Reads a file of actors in any of the three formats.

    Raises:
        DatelineError: E001 where it does not exist, E002 where it cannot be read, E320 where it is none of the formats or has
        mistakes, which are named by line.
    """
    text = _text(path)
    first = next((line for line in text.splitlines() if line.strip()), "")
    if tuple(first.split("\t")) in {FIELDS["organisations"], FIELDS["persons"]}:
        return _from_table(path, text)
    without = "\n".join(line.partition("#")[0] for line in text.splitlines())
    if _TOML.search(without):
        return _from_toml(path, text)
    if CODED.search(text):
        from dateline.resolve.dictionaries import read_dictionary

        return read_dictionary(path, text)
    raise DatelineError("E320", str(path), "it is neither TOML with [[actor]] entries, nor a table of actors, nor a dictionary with [CODE]s")


def _text(path: Path) -> str:
    if not path.exists():
        raise DatelineError("E001", str(path))
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DatelineError("E002", str(path), str(error), "give a text file in UTF-8") from error


# --- checks that the formats share --------------------------------------------------------------------------------------------


def _country(code: str) -> str | None:
    """A problem with a country code, or ``None``."""
    return None if code in {"", "---"} or code in country_codes() else f"{code!r} is not a country code of the codebook"


def _sectors(codes: Sequence[str]) -> str | None:
    if not codes:
        return "it has no sector"
    unknown = [code for code in codes if code not in _sector_codes()]
    return f"{unknown[0]!r} is not a sector of the codebook" if unknown else None


def _dates(start: str, stop: str) -> str | None:
    for value in (start, stop):
        if value and not _is_day(value):
            return f"{value!r} is not a date (2024, 2024-11 or 2024-11-20)"
    if start and stop and start[: len(stop)] > stop[: len(start)]:
        return f"it ends ({stop}) before it begins ({start})"
    return None


def _is_day(value: str) -> bool:
    if not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 10 :] if len(value) < 10 else value)
    except ValueError:
        return False
    return True


def _names(names: Sequence[str]) -> str | None:
    for name in names:
        if not key_of(name):
            return f"the name {name!r} has no letters"
    return None


def _problems(actor: UserActor) -> Iterator[str]:
    checks = (_names(actor.names), _country(actor.country or ""), _sectors(actor.sectors), _dates(actor.start, actor.stop))
    return (what for what in checks if what is not None)


# --- the project's own tables --------------------------------------------------------------------------------------------------


def _from_table(path: Path, text: str) -> tuple[UserActor, ...]:
    mistakes, actors, fields = Mistakes(path), [], FIELDS["organisations"]
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = line.split("\t")
        if tuple(row) in {FIELDS["organisations"], FIELDS["persons"]}:
            fields = tuple(row)
            continue
        if len(row) != len(fields):
            mistakes.add(number, f"{len(row)} columns instead of {len(fields)}")
            continue
        actor = _of_row(dict(zip(fields, row, strict=True)), number)
        for what in _problems(actor):
            mistakes.add(number, what)
        actors.append(actor)
    mistakes.check()
    return tuple(actors)


def _of_row(row: dict[str, str], number: int) -> UserActor:
    person = "office" in row
    names = (row["name"], *(part.strip() for part in row["aliases"].split(";") if part.strip()))
    sectors = tuple(part for part in row["sector" if person else "sectors"].split(".") if part)
    country = None if row["country"] in {"", "---"} else row["country"]
    office = row["office"] if person else row["kind"].rstrip("*")
    return UserActor(names, country, sectors, _KINDS[person], office, row["from"], row["to"], number)


# --- TOML ----------------------------------------------------------------------------------------------------------------------


def _from_toml(path: Path, text: str) -> tuple[UserActor, ...]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DatelineError("E320", str(path), f"it is not valid TOML: {error}") from error
    mistakes = Mistakes(path)
    for key in data.keys() - {"actor"}:
        mistakes.add(0, f"unknown key {key!r}: the file is a list of [[actor]] entries")
    entries = data.get("actor", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        mistakes.add(0, "actor is not a list of tables: write [[actor]] before each")
        entries = []
    lines = [text.count("\n", 0, match.start()) + 1 for match in _ENTRY.finditer(text)]
    if len(lines) != len(entries):  # written inline: actor = [{...}]
        lines = [0] * len(entries)
    actors = []
    for number, (line, entry) in enumerate(zip(lines, entries, strict=True), 1):
        actor, problems = _of_entry(entry, line)
        for what in problems:
            mistakes.add(line, f"actor {number} ({entry.get('name', 'no name')!s}): {what}")
        if actor is not None:
            actors.append(actor)
    mistakes.check()
    return tuple(actors)


def _of_entry(entry: dict[str, object], line: int) -> tuple[UserActor | None, list[str]]:
    problems = [f"unknown key {key!r}" for key in sorted(entry.keys() - _KEYS)]
    name, aliases, sectors = entry.get("name"), entry.get("aliases", []), entry.get("sectors", entry.get("sector", []))
    if not isinstance(name, str) or not name.strip():
        return None, [*problems, "it has no name"]
    if isinstance(sectors, str):
        sectors = [sectors]
    lists = []
    for key, value in (("aliases", aliases), ("sectors", sectors)):
        good = isinstance(value, list) and all(isinstance(one, str) for one in value)
        if not good:
            problems.append(f"{key} is not a list of texts")
        lists.append([str(one) for one in value] if good and isinstance(value, list) else [])
    texts = {key: _plain(entry.get(key, "")) for key in ("country", "kind", "office", "from", "to")}
    problems += [f"{key} is not text" for key, value in texts.items() if value is None]
    country, kind, office, start, stop = (value or "" for value in texts.values())
    if kind not in {"", *_KINDS}:
        problems.append(f"kind is {kind!r}, not {' or '.join(_KINDS)}")
    actor = UserActor((name, *lists[0]), country or None, tuple(lists[1]), kind or _KINDS[0], office, start, stop, line)
    return actor, [*problems, *_problems(actor)]


def _plain(value: object) -> str | None:
    """A text as it is, a date as its ISO form and a year as its digits; ``None`` for anything else."""
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else None
