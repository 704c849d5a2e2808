"""First-level divisions that bear the name of a state, a people or a foreign town: "Niger **State**" is Nigeria's, "Chin **State**" Myanmar's.

What a state calls its divisions ("state", "department") is data: ``data/division_words.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from dateline.ontology.namekeys import Word, key_of
from dateline.ontology.tables import rows_of
from dateline.ontology.wordlists import words_of
from dateline.resolve.knowledge import Entity
from dateline.resolve.scan import Item
from dateline.resolve.sightings import Sighting
from dateline.resolve.words import singular

#: The states that have a first-level division or known region of a name.
Divisions = Callable[[str], Collection[str]]

#: Kinds of names that a division may have from elsewhere, and those that it has only where its noun has a capital ("the Somali region" may be any).
_BORROWED: Final = ("country", "capital", "adjective", "people", "group")
_LOOSE: Final = ("adjective", "people", "group")
_COMPASS: Final = words_of("resolve.gazetteer.compass")
#: Behind "state", what a whole state has and no division ("Niger state **television**").
_WHOLE: Final = words_of("resolve.divisions.whole")
_AND: Final = frozenset({"and", "or"})
_NOUN: Final = re.compile(r"\s+(?:state|province|region|department|governorate|oblast|county)\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _nouns() -> dict[str, frozenset[str]]:
    """What first-level divisions are called, with the states that call theirs so (none: many)."""
    return {word: frozenset(part for part in countries.split(";") if part) for word, countries in rows_of("resolve/data/division_words.tsv", 2)}


def with_divisions(items: Sequence[Item], ws: Sequence[Word], divisions: Divisions) -> list[Item]:
    """The items with the names that a noun beside them makes a division's of another state read as that.

    Args:
        items: what the knowledge base makes of the words.
        ws: the words of a phrase or stretch.
        divisions: the states that have a division of a name.
    """
    if not any(singular(word.norm) in _nouns() for word in ws):
        return list(items)
    return [_as_division(item, at, items, ws, divisions) or item for at, item in enumerate(items)]


def _as_division(item: Item, at: int, items: Sequence[Item], ws: Sequence[Word], divisions: Divisions) -> Item | None:
    """An item as the division of one state, where a noun says that it is one."""
    if not item.capital or item.possessive or item.key in _COMPASS or not (item.is_a(*_BORROWED) or (item.kind == "word" and not item.entities)):
        return None
    noun = _noun_of(item, at, items, ws, divisions)
    if noun is None or (item.is_a(*_LOOSE) and not noun.capital):
        return None
    states = _states(item.key, noun, divisions)
    if len(states) != 1 or states & {entity.country for entity in item.entities}:
        return None
    if not _nouns()[singular(noun.norm)] and (item.kind == "word" or item.is_a("capital")):
        return None
    entity = Entity(" ".join(word.text for word in ws[item.start : item.end]), next(iter(states)), ("GOV",), "division")
    return replace(item, kind="name", entities=(entity,), role=None, modifier=None)


def _states(key: str, noun: Word, divisions: Divisions) -> frozenset[str]:
    """The states that have a division of a name and may call it by a noun."""
    callers = _nouns()[singular(noun.norm)]
    found = frozenset(divisions(key))
    return found & callers if callers else found - _nouns()["state"]


def _noun_of(item: Item, at: int, items: Sequence[Item], ws: Sequence[Word], divisions: Divisions) -> Word | None:
    """The noun that says that a name is a division's: right behind it, before its "of", or at the end of a list of such names."""
    end = item.end
    if end < len(ws) and ws[end].norm in _nouns():
        whole = end + 1 < len(ws) and not ws[end + 1].broken and ws[end + 1].norm in _WHOLE
        return None if whole or ws[end].broken or ws[end].glued else ws[end]
    if item.start > 1 and ws[item.start - 1].norm == "of" and ws[item.start - 2].norm in _nouns():
        return ws[item.start - 2]
    listed = [one for one in items if one.key not in _AND]
    first = listed.index(item)
    last = next((n for n in range(first, len(listed)) if not (listed[n].capital and not _is_plural(ws[listed[n].start]))), first)
    noun = ws[listed[last].start]
    if last == first or not _is_plural(noun):
        return None
    while first and listed[first - 1].capital and not listed[first - 1].possessive:
        first -= 1
    own = _states(item.key, noun, divisions)
    return noun if any(one is not item and own & _states(one.key, noun, divisions) for one in listed[first:last]) else None


def _is_plural(word: Word) -> bool:
    return word.norm not in _nouns() and singular(word.norm) in _nouns()


def read_on(seen: Sequence[Sighting], text: str) -> list[Sighting]:
    """The sightings with a division's name read so where the text goes on without its noun ("Niger State ... the **Niger** governor"), in a text that
    names the division's state, and the state of its own name by that alone.

    Args:
        seen: where the document names countries.
        text: the document.
    """
    named = {one.name: one.country for one in seen if one.kind == "town" and _NOUN.match(text, one.end)}
    if not named:
        return list(seen)
    bare = [one for one in seen if one.kind == "country" and named.get(key_of(text[one.start : one.end]), one.country) != one.country]
    if not bare:
        return list(seen)
    told = {one.country for one in seen if one not in bare and not (one.kind == "town" and named.get(one.name) == one.country)}
    lost = {id(one): named[key_of(text[one.start : one.end])] for one in bare if one.country not in told}
    return [
        replace(one, country=lost[id(one)], kind="town", name=key_of(text[one.start : one.end])) if lost.get(id(one)) in told else one for one in seen
    ]
