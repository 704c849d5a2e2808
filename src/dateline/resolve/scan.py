"""Cuts a phrase into known names, role nouns and other words: the longest match wins, names before nouns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.namekeys import Word, key_of
from dateline.ontology.wordlists import words_of
from dateline.resolve.knowledge import Entity, Knowledge, Role
from dateline.resolve.waters import waters_end
from dateline.resolve.words import singular, skeleton, sounds_alike
from dateline.types.value import value

_HELPED: Final = words_of("resolve.scan.helped")
_PLACED: Final = words_of("resolve.scan.placed")
_LEANINGS: Final = frozenset({"pro", "anti"})
_NAME_PARTICLES: Final = words_of("resolve.scan.name_particles")
TITLES: Final = words_of("resolve.scan.titles")


#: Acronyms from so many letters on are written like names in some papers.
LOWERED_LETTERS: Final = 4
#: Nouns behind the name of a people, which is no acronym written like a name ("the Nasa **community**" is of no space agency).
_PEOPLES: Final = frozenset("community communities people peoples tribe indigenous reservation villagers".split())
_WORDS_TOO: Final = words_of("resolve.scan.words_too")


@value(frozen=True, slots=True)
class Item:
    """A stretch ``words[start:end]`` of a phrase. ``kind``: name, role, modifier, former, hint, word or part (of a personal name)."""

    kind: str
    start: int
    end: int
    key: str
    entities: tuple[Entity, ...] = ()
    role: Role | None = None
    modifier: Role | None = None
    possessive: bool = False
    capital: bool = False
    broken: bool = False

    def is_a(self, *kinds: str) -> bool:
        """Whether its first reading is of one of the entity kinds."""
        return bool(self.entities) and self.entities[0].kind in kinds


def scan(ws: Sequence[Word], base: Knowledge) -> list[Item]:
    """The items of a phrase in order."""
    loud = len(ws) > 2 and all(word.upper for word in ws)
    items: list[Item] = []
    at = 0
    while at < len(ws):
        item, at = _next(ws, at, base, loud)
        if item is not None:
            items.append(item)
    return items


def _next(ws: Sequence[Word], at: int, base: Knowledge, loud: bool) -> tuple[Item | None, int]:
    name = _name_at(ws, at, base, loud)
    if (end := waters_end(ws, at)) > (name.end if name else at):
        return Item("word", at, end, _key(ws, at, end), possessive=ws[end - 1].possessive, capital=True, broken=ws[at].broken), end
    role = _role_at(ws, at, base)
    if ws[at].norm in _LEANINGS and ws[at].glued and (role is None or role.end == at + 1) and name is None and at + 1 < len(ws):
        _, after = _next(ws, at + 1, base, loud)
        return None, after
    item = name if name and (not role or name.end - name.start >= role.end - role.start) else role
    if item is None or (item.kind != "name" and item.end == at + 1):
        person = _person_at(ws, at, base)
        item = person or item
    if item is None:
        word = ws[at]
        item = Item("word", at, at + 1, word.norm, possessive=word.possessive, capital=word.capital, broken=word.broken)
    end = item.end
    if ws[end - 1].glued and end < len(ws) and not (role and role.end > end):
        if ws[end].norm in _HELPED:
            return None, end + 1
        if ws[end].norm in _PLACED and item.kind != "role":
            return Item("hint", item.start, end + 1, item.key, item.entities), end + 1
    return item, end


def _key(ws: Sequence[Word], start: int, end: int) -> str:
    return ws[start].norm if end - start == 1 else " ".join([word.norm for word in ws[start:end]])


def _name_at(ws: Sequence[Word], at: int, base: Knowledge, loud: bool) -> Item | None:
    for end in range(min(len(ws), at + base.longest.get(ws[at].norm, 0)), at, -1):
        names = base.names.get(_key(ws, at, end))
        if not names:
            continue
        capital, upper = any(w.capital for w in ws[at:end]), all(w.upper for w in ws[at:end])
        people = end < len(ws) and ws[end].norm in _PEOPLES and not ws[end].broken
        upper = upper or (end == at + 1 and not people and _is_lowered(ws[at], base))
        fitting = tuple(n.entity for n in names if loud or n.case == 0 or (n.case == 1 and capital) or (n.case == 2 and upper))
        if fitting:
            return Item("name", at, end, _key(ws, at, end), fitting, _role(base, _key(ws, at, end)), None, ws[end - 1].possessive,
                        capital, ws[at].broken)  # fmt: skip
    return None


def _is_lowered(word: Word, base: Knowledge) -> bool:
    """Whether a word may be an acronym that is spoken as a word and written like a name ("Nato", "Isis", "Unita"), as British papers do."""
    letters = word.text
    if len(letters) < LOWERED_LETTERS or not letters.isalpha() or not letters[0].isupper() or not letters[1:].islower():
        return False
    return word.norm not in _WORDS_TOO and word.norm not in base.given and _role(base, word.norm) is None and word.norm not in base.modifiers


def _role(base: Knowledge, key: str) -> Role | None:
    found = base.roles.get(key)
    if found is None:
        head, _, last = key.rpartition(" ")
        single = singular(last)
        found = base.roles.get(f"{head} {single}".strip()) if single != last else None
    return found


def _role_at(ws: Sequence[Word], at: int, base: Knowledge) -> Item | None:
    longest = max(base.longest_role.get(ws[at].norm, 1), base.longest_role.get(singular(ws[at].norm), 1))
    for end in range(min(len(ws), at + longest), at, -1):
        if end > at + 1 and any(word.broken for word in ws[at + 1 : end]):
            continue
        key = _key(ws, at, end)
        role, modifier = _role(base, key), base.modifiers.get(key)
        kind = "role" if role else "modifier" if modifier else "former" if key in base.former else ""
        if kind:
            return Item(kind, at, end, key, (), role, modifier or role, ws[end - 1].possessive, ws[at].capital, ws[at].broken)
    return None


def _person_at(ws: Sequence[Word], at: int, base: Knowledge) -> Item | None:
    """A person under a spelling or with middle names that are not filed, at the start of a run of capitals."""
    if not ws[at].capital or ws[at].norm in TITLES:
        return None
    end = at + 1
    while end < len(ws) and (ws[end].capital or ws[end].norm in _NAME_PARTICLES) and not ws[end - 1].possessive and end - at < 7:
        if ws[end].broken:
            break
        end += 1
    for stop in range(end, at + 1, -1):
        if not ws[stop - 1].capital:
            continue
        key = _key(ws, at, stop)
        alike = [one for one in base.skeletons.get(skeleton(key), ()) if sounds_alike(key, key_of(one.name))]
        found = alike or base.pairs.get(f"{ws[at].norm} {ws[stop - 1].norm}")
        if found and skeleton(key):
            return Item("name", at, stop, key, tuple(found), None, None, ws[stop - 1].possessive, True, ws[at].broken)
    return None


QUALIFIERS: Final = words_of("resolve.scan.qualifiers")
#: Kinds that a personal name may hold by chance ("Ricardo Lagos", "Choe Son Hui"), and what it takes to say so.
_BY_CHANCE: Final = ("person", "capital", "people", "group", "country", "adjective", "metonym")


def foreign_names(items: list[Item], base: Knowledge) -> list[Item]:
    """Unreads single words that are known names but stand behind the given names of somebody else.

    "Ricardo Lagos" is not the city of Lagos and "José Eduardo dos Santos" not Juan Manuel Santos: the name and the capitalised words
    before it become ``part`` items, which give neither country nor sector.
    """
    out = list(items)
    for at, item in enumerate(items):
        if _has_surname(items, at, base):
            out[at] = replace(item, kind="part", entities=(), role=None)
        if item.kind != "name" or item.end - item.start != 1 or item.broken or not item.is_a(*_BY_CHANCE):
            continue
        first = at
        while first and _given(items[first - 1], items[first]):
            first -= 1
        while first < at and not items[first].capital:
            first += 1
        given = [it.key for it in items[first:at] if it.key not in _NAME_PARTICLES and it.key not in TITLES]
        if given and not QUALIFIERS.intersection(given) and _someone_else(item, given, base):
            out[first : at + 1] = [replace(it, kind="part", entities=(), role=None) for it in items[first : at + 1]]
    return out


def _has_surname(items: Sequence[Item], at: int, base: Knowledge) -> bool:
    """Whether a person's name is of given names alone and somebody else's surname follows it ("**Juan Carlos** Villena" is no king)."""
    item = items[at]
    behind = items[at + 1] if at + 1 < len(items) else None
    if behind is None or behind.kind != "word" or not behind.capital or behind.broken or item.possessive:
        return False
    given = item.key.split()
    alone = item.kind == "name" and len(given) > 1 and item.is_a("person") and base.given.issuperset(given)
    return alone and not any(behind.key in key_of(entity.name).split() for entity in item.entities)


def _given(item: Item, after: Item) -> bool:
    """Whether an item may be a given name or particle right before the next item of a personal name."""
    return item.kind == "word" and not item.possessive and not after.broken and (item.capital or item.key in _NAME_PARTICLES)


def _someone_else(item: Item, given: Sequence[str], base: Knowledge) -> bool:
    if item.is_a("person"):
        return not any(_fits(given, entity.name) for entity in item.entities)
    if item.is_a("country", "adjective", "metonym"):
        return given[0] in base.given
    return given[0] in base.given or len(given) > 1


def _fits(given: Sequence[str], name: str) -> bool:
    """Whether the given names are among a filed name's words, by initial or spelling."""
    own = key_of(name).split()
    return all(any(word == part or (min(len(word), len(part)) == 1 and word[0] == part[0]) for part in own) for word in given)


def surname_items(items: list[Item], ws: Sequence[Word], base: Knowledge) -> list[Item]:
    """Reads a capitalised word that stands alone or after a title as the surname of a filed person."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        run = at
        while run < len(items) and items[run].kind == "word" and (run == at or not items[run].broken):
            run += 1
            if items[run - 1].possessive:
                break
        if run > at and not _after_given(items, at) and not (run - at == 1 and _is_place(items, at)):
            entities = _surname(items[at:run], ws, base, alone=at == 0 or items[at - 1].possessive)
            if entities:
                last = items[run - 1]
                out.append(Item("name", items[at].start, last.end, last.key, entities, None, None, last.possessive, True,
                                items[at].broken))  # fmt: skip
                at = run
                continue
        out.append(items[at])
        at += 1
    return out


_IN: Final = frozenset("in at near around from outside inside across".split())
_AREAS: Final = words_of("resolve.scan.areas")


def _is_place(items: Sequence[Item], at: int) -> bool:
    """Whether a single word is used as a place ("in Lagos", "Lagos state"), whoever bears it as a name."""
    before, after = items[at - 1 : at] if at else [], items[at + 1 : at + 2]
    return any(it.key in _IN for it in before) or any(it.key in _AREAS and not it.broken for it in after)


def _after_given(items: Sequence[Item], at: int) -> bool:
    """Whether a capitalised word that is no title stands right before, perhaps with particles ("José Eduardo dos ...")."""
    while at and _given(items[at - 1], items[at]):
        at -= 1
        if items[at].capital:
            return items[at].key not in TITLES
    return False


_COMMON: Final = words_of("resolve.scan.common")


def _surname(run: Sequence[Item], ws: Sequence[Word], base: Knowledge, *, alone: bool) -> tuple[Entity, ...]:
    if not run[-1].capital:
        return ()
    parts = [item for item in run if item.key not in TITLES]
    if not parts or any(item.key not in _NAME_PARTICLES and not item.capital for item in parts):
        return ()
    key = " ".join(item.key for item in parts)
    short = parts[-1].key if all(item.key in _NAME_PARTICLES for item in parts[:-1]) else key
    if alone and len(parts) == len(run) and short in _COMMON:
        return ()
    return tuple(base.surnames.get(key) or base.surnames.get(short) or ())
