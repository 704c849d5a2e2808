"""Which entry of the knowledge base a name means: by the day, the stated country and the countries in play."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.resolve.knowledge import SEATS, STATES, Entity
from dateline.resolve.scan import Item

#: Offices whose holder news names by the family name alone; of two bearers the other, a minister say, is named in full.
_LEADS: Final = frozenset({"president", "prime minister", "chancellor", "premier", "king", "emir", "sultan"})
#: Offices whose holders are named by the family name alone however long ago they left.
_LASTING: Final = (*sorted(_LEADS), "queen", "leader", "ruler", "foreign minister", "secretary of state", "secretary-general")
#: Years before and after an office in which others are still named so, and before the first office of whoever is named so ever after: of
#: a later president's years as a student his life tells, in which he stands under his full name.
_REMEMBERED: Final = 5
_UNHEARD: Final = 15


def pick_country(entities: Sequence[Entity], near: tuple[str, ...]) -> Entity:
    """Of a name's country readings the one in play, else the first filed."""
    if len(entities) > 1 and near:
        for entity in entities:
            if entity.country in near:
                return entity
    return entities[0]


def names_of_the_day(items: Sequence[Item], day: str, spoken: str = "") -> Sequence[Item]:
    """Items with names that states had for a time read as those of the states that had them on the day.

    "Moscow" of 1987 is the Soviet Union's and of 2022 Russia's; so is "Russia", in what was written then: a book of 2023 says "Russia" of 1945 as it
    says it of today. A name that nobody had on the day is a word, which may be a town's.

    Args:
        items: what the knowledge base makes of a phrase.
        day: ISO day of which the phrase tells, or nothing.
        spoken: ISO day on which it was written, where that is another.
    """
    if not any(_is_of_then(one) for it in items for one in it.entities):
        return items
    return [_on_the_day(it, day, spoken or day) for it in items]


def _is_of_then(one: Entity) -> bool:
    """Whether an entry is a state by a name that it had for a time."""
    return bool(one.stop) and one.kind in STATES


def _on_the_day(item: Item, day: str, spoken: str) -> Item:
    of_then = [one for one in item.entities if _is_of_then(one)]
    if not of_then:
        return item
    held = tuple(one for one in of_then if _holds(one, day, spoken))
    others = tuple(one for one in item.entities if one not in of_then)
    if held or others:
        undated_seat = not day and item.is_a(*SEATS)
        return replace(item, entities=held or (item.entities if undated_seat else others))
    return replace(item, kind="role" if item.role else "word", entities=())


def _holds(one: Entity, day: str, spoken: str) -> bool:
    """Whether a state has a name: its seat on the day that is told of, what it is called also on the day of writing."""
    return bool(day) and one.holds(day) and (one.kind in SEATS or one.holds(spoken))


def persons_meant(entities: Sequence[Entity], day: str, stated: str | None, near: tuple[str, ...]) -> list[str]:
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


def spell_of(spells: Sequence[Entity], day: str, stated: str | None) -> tuple[Entity, bool]:
    """A person's office on a day and whether the day lies within it; without a day the last office (of the stated country)."""
    if not day:
        own = [spell for spell in spells if spell.country == stated]
        return (own or list(spells))[-1], True
    within = [spell for spell in spells if spell.holds(day)]
    if within:
        return within[-1], True
    before = [spell for spell in spells if spell.stop and spell.stop < day]
    return (before[-1] if before else spells[0]), False


def is_serving(spell: Entity, day: str) -> bool:
    """Whether somebody called by a military rank serves on a day outside his filed offices: before them, or after none but a soldier's."""
    return spell.sectors[0] == "MIL" or bool(spell.start and day < spell.start)


def is_forgotten(spells: Sequence[Entity], day: str) -> bool:
    """Whether a family name alone means somebody else: years from all offices of its bearers, none a leader's ("Holmes", the UN's aid chief until
    2010, in 2018), or long before the first of them ("Macron", of 1985, is no president of 2017)."""
    year = int(day[:4])
    years = [(int((one.start or day)[:4]), int((one.stop or day)[:4])) for one in spells]
    if all(year < start - _UNHEARD for start, _ in years):
        return True
    return not any(one.office.endswith(_LASTING) for one in spells) and all(not start - _REMEMBERED <= year <= stop + _REMEMBERED for start, stop in years)


def choose(
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
