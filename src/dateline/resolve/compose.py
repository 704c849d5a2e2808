"""Country and sector of a scanned phrase: who is named, under which office, as part of what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.resolve.knowledge import Entity, Knowledge
from dateline.resolve.scan import QUALIFIERS, Item
from dateline.resolve.words import Word

_OF: Final = frozenset({"of"})
#: Prepositions that part the core of a phrase from what follows.
_PREPOSITIONS: Final = frozenset(
    """of in from at near around across inside outside on to for with against by within along under over between among aboard off
    throughout amid toward towards into loyal opposed seeking demanding fighting backing belonging including based""".split()
)
#: After these a place or people tells where the party is from.
_ORIGIN: Final = frozenset("of from in at near around across inside within along throughout based".split())
#: After these a place is only where somebody is, who is of another country mostly: "the embassy in Nairobi", "exiles in Colombo".
_WHERE: Final = frozenset("in at near around across inside within throughout".split())
#: Those who are at home elsewhere. In the corpus 4 of 33 are of the country where they are.
ABROAD: Final = frozenset(
    """embassy embassies consulate consulates ambassador ambassadors envoy envoys diplomat diplomats consul exile exiles attaché attache
    attachés attaches expatriate expatriates""".split()
)
_RELATIVE: Final = frozenset({"who", "that", "which", "whose", "whom", "where", "when", "as"})
_SKIP: Final = frozenset("the a an and or s its his her their our this these those".split())
_COMPASS: Final = frozenset(
    """north south east west northern southern eastern western central northeastern northwestern southeastern southwestern northeast
    northwest southeast southwest rural parts eastern occupied upper lower""".split()
)
#: Before a bare adjective they say that it means the people, where both are one word: "ordinary Sudanese", "young Japanese".
_CROWD: Final = frozenset("ordinary young elderly poor many most some few displaced average everyday fellow".split())
#: Office holders who are "former officials" once they are out; a former soldier or rebel stays one.
_OFFICIAL: Final = frozenset({"GOV", "LEG", "JUD", "SPY", "COP", "ELI"})
_OFFICERS: Final = frozenset("general chief commander colonel admiral marshal brigadier officer leader".split())
#: Sectors of armed groups that are no state's forces.
ARMED: Final = frozenset({"REB", "PRM", "CRM", "UAF"})
_FORCE_LIKE: Final = frozenset({"MIL", "UAF", "REB", "PRM", "UNK"})
#: Sectors of a state's forces, whose people and things are theirs, whatever they are.
_FORCES: Final = frozenset({"MIL", "COP"})
#: Rebels, but aircraft behind a designation ("J-16 fighter").
_FIGHTERS: Final = frozenset({"fighter", "fighters"})
#: Letters of such a designation: "J", "Su", "MiG".
_DESIGNATION: Final = 3
#: Workers, but soldiers on what is military.
_CREWS: Final = frozenset({"crew", "crews", "crewmen", "crewman", "crew member", "crew members"})
#: Kinds of organisation of which each country has its own, so that a country in the phrase overrules the filed one.
_NATIONAL: Final = frozenset({"party", "ministry", "parliament", "court", "bank", "military", "police", "agency", "government", "spy"})
#: Offices whose holder news names by the family name alone; of two bearers the other, a minister say, is named in full.
_LEADS: Final = frozenset({"president", "prime minister", "chancellor", "premier", "king", "emir", "sultan"})
#: Offices whose holders are named by the family name alone however long ago they left.
_LASTING: Final = (*sorted(_LEADS), "queen", "leader", "ruler", "foreign minister", "secretary of state", "secretary-general")
#: Years before and after an office in which others are still named so.
_REMEMBERED: Final = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase was read as; ``chosen`` is the entry it rests on, ``others`` are those that lost."""

    entity: str = ""
    country: str | None = None
    sectors: tuple[str, ...] = ()
    score: float = 0.0
    method: str = "unknown"
    others: tuple[Entity, ...] = ()
    chosen: Entity | None = None

    def with_country(self, country: str, method: str, score: float) -> Reading:
        """The reading with a country found elsewhere."""
        return replace(self, country=country, method=method, score=min(self.score, score))


@dataclass(frozen=True, slots=True)
class _Parts:
    """A phrase's core, the possessor before it and the prepositional tails behind it."""

    possessor: tuple[Item, ...]
    core: tuple[Item, ...]
    tails: tuple[tuple[str, tuple[Item, ...]], ...]


class Composer:
    """Reads scanned phrases. ``country_of`` gives the country of a town or region, or ``None``."""

    def __init__(self, base: Knowledge, country_of: Callable[[str], str | None]) -> None:
        self._base = base
        self._country_of = country_of

    def read(self, items: Sequence[Item], ws: Sequence[Word], day: str, near: tuple[str, ...]) -> Reading:
        """Country, sectors and entity of a phrase (see :meth:`dateline.resolve.Resolver.actor`)."""
        parts = _parts(items)
        if not parts.core:
            return Reading()
        person = _person(parts.core)
        if person is not None:
            return self._person(person, parts, ws, day, near)
        head = _head(parts.core)
        if head.kind == "name" and head.is_a("organisation"):
            found = self._organisation(head, parts, ws, day, near)
            if found is not None:
                return found
        elif head.kind == "name":
            return self._country(head, parts, day, near)
        return self._common(head, parts, ws, day, near)

    # --- persons -------------------------------------------------------------------------------------------------------------

    def _person(self, item: Item, parts: _Parts, ws: Sequence[Word], day: str, near: tuple[str, ...]) -> Reading:
        stated = self._stated(parts, ws, skip=item)
        entities = [entity for entity in item.entities if entity.kind == "person"]
        names = list(dict.fromkeys(entity.name for entity in entities))
        if len(names) > 1:
            names = _decide(entities, day, stated, near)
        spells = [entity for entity in entities if entity.name in names]
        before = [it for it in parts.core if it.start < item.start]
        former = any(it.kind == "former" for it in before)
        if len(names) > 1:
            countries = {entity.country for entity in spells}
            if len(countries) > 1 and stated is None:
                return Reading(method="ambiguous", others=tuple(spells))
            country = stated if stated in countries else spells[0].country
            sectors: tuple[str, ...] = ("ELI",) if former else ("GOV",)
            return Reading("", country, sectors, 0.5, "ambiguous", tuple(spells))
        spell, within = _spell(spells, day, stated)
        sectors = spell.sectors
        titled = any(it.role is not None and it.role.kind == "head" and it.role.sectors[0] == "GOV" for it in before)
        ranked = _is_serving(spell, day) and any(it.role is not None and it.role.sectors[0] == "MIL" for it in before)
        if ranked and not (former or within or titled):
            sectors = ("MIL",)
        elif former or not (within or titled):
            sectors = ("ELI",) if sectors[0] in _OFFICIAL | {"MIL"} else sectors
        elif not within:  # the text gives the office that the person held then
            sectors = ("GOV",)
        exact = item.end - item.start > 1
        if not (exact or within or titled) and _is_forgotten(entities, day):
            return Reading(method="unknown", others=tuple(entities))
        others = tuple(dict.fromkeys(entity for entity in entities if entity != spell))
        return Reading(spell.name, spell.country, sectors, 0.95 if exact else 0.8, "person" if exact else "surname", others, spell)

    # --- organisations -------------------------------------------------------------------------------------------------------

    def _organisation(self, item: Item, parts: _Parts, ws: Sequence[Word], day: str, near: tuple[str, ...]) -> Reading | None:
        stated = self._stated(parts, ws, skip=item)
        entity, others = _choose(item.entities, day, stated, near)
        if entity is None:
            if item.role is not None:
                return None
            shared = {e.sectors[:1] for e in item.entities}
            sectors = item.entities[0].sectors if len(shared) == 1 else ()
            return Reading("", stated, sectors, 0.5, "ambiguous", item.entities)
        if stated and entity.country != stated and entity.office in _NATIONAL:
            if item.role is not None:
                return None
            return Reading("", stated, entity.sectors, 0.6, "organisation", (entity,))
        return Reading(entity.name, entity.country, entity.sectors, 0.95, "organisation", others, entity)

    # --- countries -----------------------------------------------------------------------------------------------------------

    def _country(self, item: Item, parts: _Parts, day: str, near: tuple[str, ...]) -> Reading:
        entity = _pick_country(item.entities, near)
        before = [it for it in parts.core if it.end <= item.start]
        if entity.kind == "group":
            where = self._tail_country(parts.tails)
            country = entity.country or where
            if any(it.key == "ethnic" for it in before) and where:
                country = where
            return Reading("", country, entity.sectors, 0.7, "people")
        if entity.kind == "people" and any(it.key == "ethnic" for it in before):
            return Reading("", self._tail_country(parts.tails) or entity.country, ("CVL",), 0.7, "people")
        if entity.kind == "people":
            return Reading("", entity.country, self._crowd(before), 0.8, "people")
        if any(it.key in _COMPASS for it in before if it.kind == "word"):
            return Reading(entity.name, entity.country, ("UNK",), 0.7, "region")
        first = next((it.modifier for it in before if it.kind in {"role", "modifier"} and it.modifier), None)
        if entity.kind == "adjective" and any(it.key in _CROWD for it in before):
            return Reading("", entity.country, ("CVL",), 0.8, "people")
        if entity.kind == "adjective" and first is not None:
            return Reading("", entity.country, first.sectors, 0.6, "composition")
        others = tuple(e for e in item.entities if e.country != entity.country)
        return Reading(entity.name, entity.country, entity.sectors, 0.95, entity.kind, others, entity)

    @staticmethod
    def _crowd(before: Sequence[Item]) -> tuple[str, ...]:
        for it in reversed(before):
            if it.modifier is not None and it.modifier.sectors[0] in {"REF", "EDU", "REL", "REB"}:
                return it.modifier.sectors
        return ("CVL",)

    # --- common nouns --------------------------------------------------------------------------------------------------------

    def _common(self, head: Item, parts: _Parts, ws: Sequence[Word], day: str, near: tuple[str, ...]) -> Reading:
        country = self._stated(parts, ws, skip=head if head.kind == "name" else None)
        found = self._sectors(head, parts, ws, day, near)
        if found is None:
            whole = self._country_of(" ".join(w.text for w in ws)) if any(w.capital for w in ws) else None
            if whole:
                return Reading("", whole, ("UNK",), 0.6, "place")
            if country is None:
                return Reading()
            return Reading("", country, ("GOV",), 0.5, "thing")
        sectors, owner = found
        if owner is not None and (country is None or (owner in {"UNO", "EUR", "IGO", "NGO", "MNC", "IMG"} and _has_owner(parts))):
            country = owner
        if _is_former(parts.core, head, sectors):
            sectors = ("ELI",)
        return Reading("", country, sectors, 0.85 if country else 0.6, "composition")

    def _sectors(
        self, head: Item, parts: _Parts, ws: Sequence[Word], day: str, near: tuple[str, ...]
    ) -> tuple[tuple[str, ...], str | None] | None:
        """Sectors of a common noun with its modifiers, and the country of an organisation it belongs to."""
        before = [it for it in parts.core if it.end <= head.start]
        owner = self._owner(before, parts, day, near, neutral=head.role is not None and head.role.kind == "neutral")
        code = owner.country if owner else None
        if head.role is None:
            if head.modifier is not None:
                return head.modifier.sectors, code
            if owner is not None:
                return owner.sectors, code
            force = _force(before, head)
            return None if force is None else (force, code)
        if head.role.sectors[0] == "UNK" and (force := _force(before, head)) is not None:
            return force, code
        if _is_aircraft(before, head) or (head.key in _CREWS and any(_is_military(it) for it in (*before, *parts.possessor, *_of_tail(parts)))):
            return ("MIL",), code
        if head.key in self._base.kin:
            return self._kin(head, parts, ws, day, near), code
        if head.role.kind == "neutral":
            modifier = next((it.modifier for it in reversed(before) if it.modifier is not None), None)
            if owner is not None and (modifier is None or owner.sectors[0] in ARMED):
                return owner.sectors, code
            if modifier is not None:
                return modifier.sectors, code
            return self._of_sectors(head, parts, ws, day, near), code
        if owner is not None and owner.sectors[0] in ARMED and head.role.sectors[0] in _FORCE_LIKE:
            return owner.sectors, code
        return _modified(head.role.sectors, before), code

    def _owner(
        self, before: Sequence[Item], parts: _Parts, day: str, near: tuple[str, ...], *, neutral: bool
    ) -> Entity | None:
        places = [*reversed(before), *reversed(parts.possessor)]
        if neutral:
            places += [it for prep, tail in parts.tails[:1] if prep in _OF for it in tail]
        for it in places:
            if it.kind in {"name", "hint"} and it.is_a("organisation"):
                entity, _ = _choose(it.entities, day, None, near)
                if entity is not None:
                    return entity
        return None

    def _of_sectors(self, head: Item, parts: _Parts, ws: Sequence[Word], day: str, near: tuple[str, ...]) -> tuple[str, ...]:
        """"Commander of the navy", "head of the Houthi movement": a neutral noun takes the sector of what it belongs to."""
        assert head.role is not None
        if parts.tails and parts.tails[0][0] in _OF:
            for it in parts.tails[0][1]:
                if it.modifier is not None and it.modifier.sectors[0] not in {"UNK", "CVL"} and not it.is_a("organisation"):
                    return it.modifier.sectors
        if parts.possessor:
            last = parts.possessor[-1]
            if last.modifier is not None and last.kind != "name":
                return last.modifier.sectors
        return head.role.sectors

    def _kin(self, head: Item, parts: _Parts, ws: Sequence[Word], day: str, near: tuple[str, ...]) -> tuple[str, ...]:
        owners = parts.possessor or tuple(it for prep, tail in parts.tails[:1] if prep in _OF for it in tail)
        if not owners:
            return ("CVL",)
        of = self.read([replace(it, possessive=False) for it in owners], ws, day, near)
        return ("ELI",) if of.sectors[:1] in {("GOV",), ("ELI",)} and of.method in {"person", "surname", "composition"} else ("CVL",)

    # --- countries in a phrase -----------------------------------------------------------------------------------------------

    def _stated(self, parts: _Parts, ws: Sequence[Word], skip: Item | None) -> str | None:
        """The country that a phrase states beside its head: modifiers, then the possessor, then of- and in-phrases."""
        core = [it for it in parts.core if it is not skip]
        ethnic = {it.end for it in parts.core if it.key == "ethnic"}
        strong = [it for it in core if it.start not in ethnic]
        return (
            _named(strong)
            or _named(reversed(parts.possessor))
            or self._tail_country(_homes(parts))
            or self._towns(core, ws)
            or self._towns(parts.possessor, ws)
            or _named((it for it in core if it.kind == "hint"), hints=True)
            or _grouped([*core, *parts.possessor])
        )

    def _tail_country(self, tails: Iterable[tuple[str, tuple[Item, ...]]]) -> str | None:
        for prep, tail in tails:
            if prep not in _ORIGIN:
                continue
            found = _named(tail) or _grouped(tail)
            if found:
                return found
            text = " ".join(it.key for it in tail if it.kind == "word" and it.capital)
            town = self._country_of(text) if text else None
            if town:
                return town
        return None

    def _towns(self, items: Sequence[Item], ws: Sequence[Word]) -> str | None:
        for size in (2, 1):
            for at in range(len(items) - size + 1):
                run = items[at : at + size]
                if size == 1 and _in_personal_name(items, at):
                    continue
                if all(it.kind in {"word", "hint"} and (it.capital or it.kind == "hint") and not it.entities for it in run):
                    found = self._country_of(" ".join(it.key for it in run))
                    if found:
                        return found
        return None


def _homes(parts: _Parts) -> Iterable[tuple[str, tuple[Item, ...]]]:
    """The tails that may say where a party is from: not where diplomats and exiles are."""
    last = parts.core[-1].key.rpartition(" ")[2]
    abroad = last in ABROAD or any(it.key == "consular" for it in parts.core)
    return [(prep, tail) for prep, tail in parts.tails if not (abroad and prep in _WHERE)]


def _in_personal_name(items: Sequence[Item], at: int) -> bool:
    """Whether a word is one of two and more unknown capitalised words at the end of a phrase ("Ricardo Lagos", "Than Shwe")."""
    first = at
    while first and _unknown_capital(items[first - 1]) and not items[first].broken and not items[first - 1].possessive:
        first -= 1
    if items[first].key in QUALIFIERS:
        return False
    rest = items[first + 1 :]
    return bool(rest) and all(_unknown_capital(it) and not it.broken for it in rest) and not any(it.possessive for it in items[first:-1])


def _unknown_capital(item: Item) -> bool:
    return item.kind == "word" and item.capital


def _parts(items: Sequence[Item]) -> _Parts:
    core: list[Item] = []
    tails: list[tuple[str, list[Item]]] = []
    for item in items:
        if item.kind == "word" and item.key in _RELATIVE and not item.capital and (core or tails):
            break
        if item.kind == "word" and item.key in _PREPOSITIONS and not item.capital:
            if core:
                tails.append((item.key, []))
        elif item.kind == "word" and item.key in _SKIP:
            continue
        elif tails:
            tails[-1][1].append(item)
        else:
            core.append(item)
    core = _apposition(core)
    cut = max((at for at, item in enumerate(core[:-1]) if item.possessive), default=-1) + 1
    return _Parts(tuple(core[:cut]), tuple(core[cut:]), tuple((prep, tuple(tail)) for prep, tail in tails))


def _apposition(core: list[Item]) -> list[Item]:
    """"Mexico's foreign minister, Marcelo Ebrard": the part with the person, else the first part."""
    starts = [0, *(at for at, item in enumerate(core) if item.broken and at)]
    if len(starts) == 1:
        return core
    pieces = [core[a:b] for a, b in zip(starts, [*starts[1:], len(core)], strict=True)]
    named = next((piece for piece in pieces if any(it.is_a("person") for it in piece)), None)
    return named or pieces[0]


def _person(core: Sequence[Item]) -> Item | None:
    if not core or not core[-1].is_a("person"):
        return None
    return core[-1]


def _head(core: Sequence[Item]) -> Item:
    """The item that says what the phrase is: the last, or the title before an unknown name."""
    usable = [it for it in core if it.kind not in {"hint", "former"}] or list(core)
    last = usable[-1]
    if last.kind in {"word", "part"} and last.capital:
        for item in reversed(usable):
            if item.kind == "role" or item.is_a("organisation"):
                return item
    return last


def _named(items: Iterable[Item], *, hints: bool = False) -> str | None:
    for it in items:
        if (it.kind == "name" or (hints and it.kind == "hint")) and it.entities and it.entities[0].kind != "group":
            if it.is_a("organisation") and it.entities[0].country in {"IMG", "MNC"}:
                continue
            countries = {entity.country for entity in it.entities}
            if len(countries) == 1 or not it.is_a("organisation", "person"):
                return it.entities[0].country
    return None


def _grouped(items: Iterable[Item]) -> str | None:
    return next((it.entities[0].country for it in items if it.is_a("group") and it.entities[0].country), None)


def _pick_country(entities: Sequence[Entity], near: tuple[str, ...]) -> Entity:
    """Of a name's country readings the one in play, else the first filed."""
    if len(entities) > 1 and near:
        for entity in entities:
            if entity.country in near:
                return entity
    return entities[0]


def _decide(entities: Sequence[Entity], day: str, stated: str | None, near: tuple[str, ...]) -> list[str]:
    """Names of the persons that remain of an ambiguous name: by stated country, office on the day, countries in play; of two, who leads a state."""
    names = list(dict.fromkeys(e.name for e in entities))
    for test in (
        lambda e: stated is not None and e.country == stated,
        lambda e: bool(day) and e.sectors[0] != "ELI" and e.holds(day),
        lambda e: e.country in near,
    ):
        kept = list(dict.fromkeys(e.name for e in entities if e.name in names and test(e)))
        if kept:
            names = kept
        if len(names) == 1:
            break
    if len(names) == 2 and day and stated is None:
        leads = [name for name in names if any(e.name == name and e.office in _LEADS and e.holds(day) for e in entities)]
        names = leads if len(leads) == 1 else names
    return names


def _spell(spells: Sequence[Entity], day: str, stated: str | None) -> tuple[Entity, bool]:
    """A person's office on a day and whether the day lies within it; without a day the last office (of the stated country)."""
    if not day:
        own = [spell for spell in spells if spell.country == stated]
        return (own or list(spells))[-1], True
    within = [spell for spell in spells if spell.holds(day)]
    if within:
        return within[-1], True
    before = [spell for spell in spells if spell.stop and spell.stop < day]
    return (before[-1] if before else spells[0]), False


def _is_serving(spell: Entity, day: str) -> bool:
    """Whether somebody called by a military rank serves on a day outside his filed offices: before them, or after none but a soldier's."""
    return spell.sectors[0] == "MIL" or bool(spell.start and day < spell.start)


def _is_forgotten(spells: Sequence[Entity], day: str) -> bool:
    """Whether a family name alone means somebody else: years from all offices of its bearers, none a leader's ("Holmes", the UN's aid chief until 2010, in 2018)."""
    year = int(day[:4])
    years = [(int((one.start or day)[:4]), int((one.stop or day)[:4])) for one in spells]
    return not any(one.office.endswith(_LASTING) for one in spells) and all(not start - _REMEMBERED <= year <= stop + _REMEMBERED for start, stop in years)


def _choose(
    entities: Sequence[Entity], day: str, stated: str | None, near: tuple[str, ...]
) -> tuple[Entity | None, tuple[Entity, ...]]:
    """The reading of an organisation's name that holds on the day, in the stated country, in a country in play, or by default."""
    pool = [e for e in entities if e.kind == "organisation"]
    if day:
        pool = [e for e in pool if e.holds(day)] or pool
    elif any(e.office == "actor" for e in pool):  # of a dictionary: its undated code stands for what its dates leave open
        pool = [e for e in pool if not e.start and not e.stop] or pool
    for test in (lambda e: stated is not None and e.country == stated, lambda e: e.country in near, lambda e: e.default):
        if len({e.country for e in pool}) == 1:
            break
        pool = [e for e in pool if test(e)] or pool
    if len({e.country for e in pool}) != 1:
        return None, tuple(entities)
    return pool[0], tuple(e for e in entities if e != pool[0])


def _modified(sectors: tuple[str, ...], before: Sequence[Item]) -> tuple[str, ...]:
    """Modifiers that change a noun's own sector: rebel troops, pro-government fighters, opposition lawmakers, refugee children."""
    for it in reversed(before):
        role = it.modifier
        if role is None:
            continue
        first = role.sectors[0]
        if first == "PRM" and sectors[0] in {"REB", "UAF", "PRM", "MIL"}:
            return role.sectors
        if first == "REB" and sectors[0] in _FORCE_LIKE | {"SPY", "CVL"} and role.kind == "modifier":
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


def _force(before: Sequence[Item], head: Item) -> tuple[str, ...] | None:
    """The sector of the force right before an unknown noun: "navy divers", "police boat"."""
    last = before[-1] if before else None
    if last is None or last.end != head.start or last.modifier is None or last.modifier.sectors[0] not in _FORCES:
        return None
    return last.modifier.sectors


def _is_aircraft(before: Sequence[Item], head: Item) -> bool:
    """Whether a fighter is an aircraft, by the designation right before it: "J-16 fighter", or by the name of its kind ("F-16 fighters")."""
    if head.key not in _FIGHTERS or not before or before[-1].end != head.start:
        return False
    if before[-1].role is not None and before[-1].key[-1:].isdecimal():
        return _is_military(before[-1])
    if len(before) == 1:
        return False
    letters, digits = before[-2:]
    return digits.key.isdecimal() and letters.capital and letters.key.isalpha() and len(letters.key) <= _DESIGNATION and not letters.entities


def _is_military(item: Item) -> bool:
    return any(one is not None and one.sectors[0] == "MIL" for one in (item.role, item.modifier))


def _of_tail(parts: _Parts) -> tuple[Item, ...]:
    return parts.tails[0][1] if parts.tails and parts.tails[0][0] in _OF else ()


def _is_former(core: Sequence[Item], head: Item, sectors: tuple[str, ...]) -> bool:
    if not any(it.kind == "former" and it.start < head.start for it in core):
        return False
    officer = sectors[0] == "MIL" and (head.key.split()[-1].rstrip("s") in _OFFICERS)
    return sectors[0] in _OFFICIAL or officer


def _has_owner(parts: _Parts) -> bool:
    return any(it.is_a("organisation") for it in (*parts.core, *parts.possessor, *(i for _, t in parts.tails for i in t)))
