"""The knowledge base: names of countries, organisations and persons, and the nouns that give a sector.

Files under ``data/`` are tab-separated with a header line; ``organisations*.tsv`` and ``persons*.tsv`` are all read, so a further
file adds to the knowledge without a change of code. Lists inside a field are separated by semicolons.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dateline.errors import DatelineError
from dateline.ontology.namekeys import key_of
from dateline.resolve.words import skeleton

if TYPE_CHECKING:
    from dateline.resolve.actorfiles import UserActor

#: Where the family name comes first, the first word of a name is the one used alone ("Park" for Park Geun-hye).
FAMILY_FIRST: Final = frozenset({"KOR", "PRK", "CHN", "TWN", "HKG", "SGP"})
#: Where both orders are in use, a name is also filed the other way round ("Abe Shinzo").
BOTH_ORDERS: Final = frozenset({"JPN", "HUN", "KOR", "TWN"})
#: Where persons have two family names, by both of which news may call them ("President **López Obrador**"), from so many words on.
TWO_FAMILY_NAMES: Final = frozenset("ARG BOL CHL COL CRI CUB DOM ECU ESP GTM HND MEX NIC PAN PER PRY SLV URY VEN".split())
TWO_NAMED: Final = 2
#: Numbers of kings and popes, by which nobody is called alone: "Sputnik **V**" is not King George Tupou V, nor is the pronoun "**I**" King Juan Carlos I.
_REGNAL: Final = frozenset("i ii iii iv v vi vii viii ix x xiv xv xvi".split())
_PARTICLES: Final = frozenset("al el de da dos von van der den la le di du bin ben ibn del della ul ten".split())
SEATS: Final = frozenset({"capital", "metonym"})
#: Kinds of entity that are a state by one of its names.
STATES: Final = SEATS | {"country", "adjective", "people"}
#: Kinds of organisation whose official names newspapers write in either number, where they have more words than these.
FORCES: Final = frozenset({"armed", "military", "police"})
MIN_NUMBERED: Final = 2
#: The columns of each table.
FIELDS: Final = {
    "countries": ("code", "name", "aliases", "adjectives", "people", "capitals", "metonyms"),
    "names_of_then": ("code", "name", "aliases", "adjectives", "people", "capitals", "metonyms", "from", "to"),
    "organisations": ("name", "aliases", "country", "sectors", "kind", "from", "to"),
    "persons": ("name", "aliases", "office", "country", "sector", "from", "to"),
    "sectors": ("term", "sector", "kind"),
    "peoples": ("name", "country", "kind"),
}


@dataclass(frozen=True, slots=True)
class Entity:
    """A country, organisation or person as filed.

    ``kind``: country, adjective, people, capital, metonym, organisation, person, group (an ethnic group or region's people).
    ``start`` and ``stop`` are prefixes of ISO dates between which the reading holds (``""``: open). ``default`` marks the reading of
    an ambiguous name that holds where nothing else decides.
    """

    name: str
    country: str | None
    sectors: tuple[str, ...]
    kind: str
    start: str = ""
    stop: str = ""
    default: bool = False
    office: str = ""

    def holds(self, day: str) -> bool:
        """Whether an ISO day lies within the reading's dates."""
        return (not self.start or self.start <= day) and (not self.stop or day <= self.stop or day.startswith(self.stop))


    @property
    def detail(self) -> str:
        """What it is, and when: "president, 2022-05-10 to 2025-04-04"."""
        what = self.office or self.kind
        if self.start and self.stop:
            return f"{what}, {self.start} to {self.stop}"
        if self.start or self.stop:
            return f"{what}, {'since' if self.start else 'until'} {self.start or self.stop}"
        return what


@dataclass(frozen=True, slots=True)
class Name:
    """An entity under one of its names; ``case`` is 0 for any, 1 for an initial capital, 2 for capitals throughout; ``spelling`` is as it is filed."""

    entity: Entity
    case: int
    spelling: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """A noun or modifier with the sector it gives. ``kind``: head, neutral, modifier, former, kin."""

    sectors: tuple[str, ...]
    kind: str


@dataclass(slots=True)
class Knowledge:
    """Indexes by normalised key (see :func:`dateline.ontology.namekeys.key_of`)."""

    names: dict[str, list[Name]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    modifiers: dict[str, Role] = field(default_factory=dict)
    longest_role: dict[str, int] = field(default_factory=dict)
    former: set[str] = field(default_factory=set)
    kin: set[str] = field(default_factory=set)
    surnames: dict[str, list[Entity]] = field(default_factory=dict)
    pairs: dict[str, list[Entity]] = field(default_factory=dict)
    skeletons: dict[str, list[Entity]] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    given: set[str] = field(default_factory=set)
    own: dict[str, tuple[Entity, ...]] = field(default_factory=dict)
    """Keys that a user's file names, with its entries: they replace what the package has under these names."""


def _case(alias: str) -> int:
    if alias == alias.lower():
        return 0
    return 2 if alias == alias.upper() and sum(map(str.isalpha, alias)) <= 6 else 1


def _rows(path: Path, fields: tuple[str, ...]) -> Iterator[list[str]]:
    lines = path.read_text("utf-8").splitlines()
    if not lines or tuple(lines[0].split("\t")) != fields:
        raise DatelineError("E311", path.name, f"its columns are not {', '.join(fields)}")
    for number, line in enumerate(lines[1:], 2):
        if not line or line.startswith("#"):
            continue
        row = line.split("\t")
        if len(row) != len(fields):
            raise DatelineError("E311", f"{path.name}, line {number}", f"{len(row)} columns instead of {len(fields)}")
        yield row


#: A word of bodies' names that British papers write with a hyphen.
_TOGETHER: Final = "Cooperation"


def _list(value: str) -> list[str]:
    return [part.strip() for part in value.split(";") if part.strip()]


def _file(base: Knowledge, alias: str, entity: Entity, case: int | None = None) -> None:
    parts = key_of(alias).split()
    if parts and parts[0] == "the" and len(parts) > 1:
        parts = parts[1:]
    if not parts:
        return
    key = " ".join(parts)
    if key in base.own and entity not in base.own[key]:
        return
    names = base.names.setdefault(key, [])
    if all(name.entity != entity for name in names):
        names.append(Name(entity, _case(alias) if case is None else case, alias))
    if base.longest.get(parts[0], 0) < len(parts):
        base.longest[parts[0]] = len(parts)


def _add_countries(base: Knowledge, path: Path) -> None:
    for code, name, aliases, adjectives, people, capitals, metonyms in _rows(path, FIELDS["countries"]):
        country, breakaway = code.removesuffix("+PRE"), code.endswith("+PRE")
        sectors = ("GOV", "PRE") if breakaway else ("GOV",)
        if not breakaway:
            base.codes[country] = name
        for kind, values in (
            ("country", [name, *_list(aliases)]),
            ("adjective", [*_list(adjectives), *_adjectives(_list(people))]),
            ("people", _list(people)),
            ("capital", _list(capitals)),
            ("metonym", _list(metonyms)),
        ):
            for value in values:
                if kind == "adjective" and value in {name, *_list(aliases)}:
                    continue
                _file(base, value, Entity(name, country, sectors, kind))


def _add_names_of_then(base: Knowledge, path: Path) -> None:
    """Names that states had for a time: "Russia" and "Moscow" of 1987 are the Soviet Union's; see :func:`dateline.resolve.entries.names_of_the_day`."""
    for code, name, aliases, adjectives, people, capitals, metonyms, start, stop in _rows(path, FIELDS["names_of_then"]):
        for kind, values in (("country", aliases), ("adjective", adjectives), ("people", people), ("capital", capitals), ("metonym", metonyms)):
            for value in _list(values):
                _file(base, value, Entity(name, code, ("GOV",), kind, start, stop))


def _adjectives(people: list[str]) -> Iterator[str]:
    """Adjectives that follow from the names of a people: Frenchmen are French, Kenyans Kenyan, Iraqis Iraqi."""
    for name in people:
        if name.endswith(("men", "man")) and len(name) > 6:
            yield name[:-3]
        elif name.endswith(("ans", "is")):
            yield name[:-1]


def _add_organisations(base: Knowledge, path: Path) -> None:
    for name, aliases, country, sectors, kind, start, stop in _rows(path, FIELDS["organisations"]):
        default = kind.endswith("*")
        code = None if country in {"", "---"} else country
        entity = Entity(name, code, tuple(sectors.split(".")), "organisation", start, stop, default, kind.rstrip("*"))
        values = [name, *_list(aliases)]
        values += [value.replace(_TOGETHER, "Co-operation") for value in values if _TOGETHER in value]
        for value in values:
            for one in base.own.get(key_of(name), (entity,)):
                _file(base, value, one)


def _file_other_numbers(base: Knowledge) -> None:
    """Files official names of forces in the other number too ("Rwanda Defence **Forces**"), where that is nobody's own name.

    Shorter names are left alone: "security forces" are any state's.
    """
    for key in [key for key in base.names if key.endswith((" force", " forces")) and len(key.split()) > MIN_NUMBERED]:
        other = key.removesuffix("s") if key.endswith("s") else f"{key}s"
        own = [name for name in base.names[key] if name.entity.office in FORCES and name.entity.kind == "organisation"]
        if own and other not in base.names:
            base.names[other] = own


def _add_persons(base: Knowledge, path: Path) -> None:
    for name, aliases, office, country, sectors, start, stop in _rows(path, FIELDS["persons"]):
        code = None if country in {"", "---"} else country
        entity = Entity(name, code, tuple(sectors.split(".")), "person", start, stop, False, office)
        if base.own and (own := base.own.get(key_of(name))):
            for value in _list(aliases):
                for one in own:
                    _file(base, value, one, 1)
            continue
        for value in [name, *_list(aliases)]:
            _file_person(base, value, entity)


def _file_person(base: Knowledge, alias: str, entity: Entity) -> None:
    _file(base, alias, entity, 1)
    parts = key_of(alias).split()
    if len(parts) < 2:
        base.surnames.setdefault(alias.lower() if not parts else parts[0], []).append(entity)
        return
    if entity.country in BOTH_ORDERS:
        _file(base, " ".join(_turned(alias, entity.country)), entity, 1)
    western = parts[-1] == key_of(entity.name).split()[0] != parts[0]
    family_first = entity.country in FAMILY_FIRST and not western and not (entity.country in {"HKG", "SGP"} and "-" not in alias)
    two_names = entity.country in TWO_FAMILY_NAMES and len(parts) > TWO_NAMED and parts[-2] not in _PARTICLES
    for surname in {parts[0]} if family_first else {*_surnames(parts), *([" ".join(parts[-2:])] if two_names else [])}:
        base.surnames.setdefault(surname, []).append(entity)
    if not family_first and len(parts[0]) > 2:
        base.given.add(parts[0])
    if parts[-1] not in _REGNAL:
        base.pairs.setdefault(f"{parts[0]} {parts[-1]}", []).append(entity)
    bones = skeleton(" ".join(parts))
    if bones:
        base.skeletons.setdefault(bones, []).append(entity)


def _turned(alias: str, country: str | None) -> list[str]:
    parts = alias.split()
    return [*parts[1:], parts[0]] if country in FAMILY_FIRST else [parts[-1], *parts[:-1]]


def _surnames(parts: list[str]) -> Iterator[str]:
    if parts[-1] in {"jr", "sr", "ii", "iii"}:
        parts = parts[:-1]
    if parts[-1] in _REGNAL:
        return
    yield parts[-1]
    start = len(parts) - 1
    while start > 1 and parts[start - 1] in _PARTICLES:
        start -= 1
        yield " ".join(parts[start:])


def _add_sectors(base: Knowledge, path: Path) -> None:
    for term, sector, kind in _rows(path, FIELDS["sectors"]):
        key = key_of(term)
        role = Role(tuple(sector.split(".")), kind)
        if kind == "former":
            base.former.add(key)
            continue
        if kind == "kin":
            base.kin.add(key)
            continue
        if kind == "modifier":
            base.modifiers.setdefault(key, role)
        elif kind == "neutral" or key not in base.roles:
            base.roles[key] = role
        first, length = key.split()[0], len(key.split())
        base.longest_role[first] = max(base.longest_role.get(first, 0), length)


def _add_peoples(base: Knowledge, path: Path) -> None:
    for name, country, kind in _rows(path, FIELDS["peoples"]):
        code = None if country == "---" else country
        sectors = ("CVL",) if kind == "people" else ("UNK",)
        for value in _list(name):
            _file(base, value, Entity(value, code, sectors, "group"), 1)


def _add_own(base: Knowledge, actors: Iterable[UserActor]) -> None:
    """Files a user's actors, and notes their names as replaced."""
    own: dict[str, list[Entity]] = {}
    for actor in actors:
        person = actor.kind == "person"
        kind = "person" if person else "organisation"
        entity = Entity(actor.names[0], actor.country, actor.sectors, kind, actor.start, actor.stop, False, actor.office)
        for name in actor.names:
            if person:
                _file_person(base, name, entity)
            else:
                _file(base, name, entity, 1 if actor.kind == "actor" else None)
            own.setdefault(key_of(name).removeprefix("the "), []).append(entity)
    base.own = {key: tuple(entities) for key, entities in own.items()}


def load(extra: Iterable[Path] = (), folder: Path | None = None) -> Knowledge:
    """Reads the knowledge base of the package, and users' files of actors.

    Args:
        extra: files of actors in any format of ``docs/actors.md``; their entries replace the package's of the same names.
        folder: where the tables lie, the package's own where ``None``.

    Raises:
        DatelineError: E311 where a table's columns are not the expected ones; E001, E002 and E320 for a further file.
    """
    base = Knowledge()
    paths = tuple(extra)
    if paths:
        from dateline.resolve.actorfiles import read_actors

        _add_own(base, [actor for path in paths for actor in read_actors(path)])
    folder = folder or Path(str(files("dateline.resolve") / "data"))
    _add_countries(base, folder / "countries.tsv")
    _add_names_of_then(base, folder / "names_of_then.tsv")
    for path in sorted(folder.glob("organisations*.tsv")):
        _add_organisations(base, path)
    _file_other_numbers(base)
    for path in sorted(folder.glob("persons*.tsv")):
        _add_persons(base, path)
    _add_peoples(base, folder / "peoples.tsv")
    for path in sorted(folder.glob("sectors*.tsv")):
        _add_sectors(base, path)
    return base


@lru_cache(maxsize=1)
def packaged() -> Knowledge:
    """The knowledge base of the package, read once per process."""
    return load()
