"""The parts of a scanned phrase: its core, its head, the possessor before it, the tails behind it, and the countries they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.scan import QUALIFIERS, Item
from dateline.types.value import value

OF: Final = frozenset({"of"})
_PREPOSITIONS: Final = words_of("resolve.phraseparts.prepositions")
#: After these a place is only where somebody is, who is of another country mostly: "the embassy in Nairobi", "exiles in Colombo".
_WHERE: Final = frozenset("in at near around across inside within throughout".split())
#: Those who side with a state, lend to it or lie beside it.
FRIENDS: Final = words_of("resolve.compose.friends")
ABROAD: Final = words_of("resolve.phraseparts.abroad")
RANKS: Final = words_of("resolve.sightings.ranks")
_PARTICLES: Final = words_of("resolve.scan.name_particles") - OF
_RELATIVE: Final = frozenset({"who", "that", "which", "whose", "whom", "where", "when", "as"})
_SKIP: Final = words_of("resolve.phraseparts.skip")


@value(frozen=True, slots=True)
class Parts:
    """A phrase's core, the possessor before it and the prepositional tails behind it."""

    possessor: tuple[Item, ...]
    core: tuple[Item, ...]
    tails: tuple[tuple[str, tuple[Item, ...]], ...]


def has_state(parts: Parts) -> bool:
    """Whether a phrase names the state whose friends, lenders or neighbours it means ("**Ukraine's** allies", "the creditors **of Zambia**"); a person's are
    mostly of his own."""
    tails = [it for prep, tail in parts.tails[:1] if prep == "of" for it in tail]
    return any(it.is_a("country", "capital", "metonym") for it in (*parts.possessor, *tails))


def place_tails(parts: Parts) -> list[tuple[str, tuple[Item, ...]]]:
    """The tails that say where such friends are ("Iran's allies **in Iraq**")."""
    return [(prep, tail) for prep, tail in parts.tails if prep != "of"]


def homes_of(parts: Parts) -> Iterable[tuple[str, tuple[Item, ...]]]:
    """The tails that may say where a party is from: not where diplomats and exiles are."""
    last = parts.core[-1].key.rpartition(" ")[2]
    abroad = last in ABROAD or any(it.key == "consular" for it in parts.core)
    return [(prep, tail) for prep, tail in parts.tails if not (abroad and prep in _WHERE)]


def in_personal_name(items: Sequence[Item], at: int) -> bool:
    """Whether a word is one of two and more unknown capitalised words at the end of a phrase ("Ricardo Lagos", "Than Shwe"), or stands behind a rank."""
    if at and items[at - 1].key in RANKS and not items[at].broken:
        return True
    first = at
    while first and _unknown_capital(items[first - 1]) and not items[first].broken and not items[first - 1].possessive:
        first -= 1
    if items[first].key in QUALIFIERS:
        return False
    if _is_titled_name(items, first):
        return True
    rest = items[first + 1 :]
    return bool(rest) and all(_unknown_capital(it) and not it.broken for it in rest) and not any(it.possessive for it in items[first:-1])


def _is_titled_name(items: Sequence[Item], at: int) -> bool:
    """Whether a word ends an office holder's name with a particle ("President Bernardo Arévalo **de León**")."""
    first = at
    while first and items[first - 1].key in _PARTICLES and not items[first - 1].capital:
        first -= 1
    return first < at and first > 1 and (_unknown_capital(items[first - 1]) or items[first - 1].is_a("person")) and any(it.kind == "role" for it in items[: first - 1])


def _unknown_capital(item: Item) -> bool:
    return item.kind == "word" and item.capital


def parts_of(items: Sequence[Item]) -> Parts:
    """Parts a phrase at its possessor and its prepositions; a relative clause is left out."""
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
    return Parts(tuple(core[:cut]), tuple(core[cut:]), tuple((prep, tuple(tail)) for prep, tail in tails))


def _apposition(core: list[Item]) -> list[Item]:
    """"Mexico's foreign minister, Marcelo Ebrard": the part with the person, else the first part."""
    starts = [0, *(at for at, item in enumerate(core) if item.broken and at)]
    if len(starts) == 1:
        return core
    pieces = [core[a:b] for a, b in zip(starts, [*starts[1:], len(core)], strict=True)]
    named = next((piece for piece in pieces if any(it.is_a("person") for it in piece)), None)
    return named or pieces[0]


def person_of(core: Sequence[Item]) -> Item | None:
    """The known person that a core ends in."""
    if not core or not core[-1].is_a("person"):
        return None
    return core[-1]


def head_of(core: Sequence[Item]) -> Item:
    """The item that says what the phrase is: the last, or the title before an unknown name."""
    usable = [it for it in core if it.kind not in {"hint", "former"}] or list(core)
    last = usable[-1]
    if last.kind in {"word", "part"} and last.capital:
        for item in reversed(usable):
            if item.kind == "role" or item.is_a("organisation"):
                return item
    return last


def country_named(items: Iterable[Item], *, hints: bool = False) -> str | None:
    """The country of the first name, unless its readings differ; with ``hints`` also of words that only hint at one."""
    for it in items:
        if (it.kind == "name" or (hints and it.kind == "hint")) and it.entities and it.entities[0].kind != "group":
            if it.is_a("organisation") and it.entities[0].country in {"IMG", "MNC"}:
                continue
            countries = {entity.country for entity in it.entities}
            if len(countries) == 1 or not it.is_a("organisation", "person"):
                return it.entities[0].country
    return None


def country_of_group(items: Iterable[Item]) -> str | None:
    """The country of the first ethnic group that is of one country."""
    return next((it.entities[0].country for it in items if it.is_a("group") and it.entities[0].country), None)


def country_ruled(parts: Parts, day: str) -> str | None:
    """The country of whoever of one name holds an office on the day, for what is called by it ("the **Maduro** government" of 2024 is of no Honduran)."""
    for it in (*reversed(parts.core), *reversed(parts.possessor)):
        if it.kind == "name" and it.is_a("person"):
            held = {e.country for e in it.entities if day and e.holds(day) and e.start and e.sectors[0] != "ELI"}
            return held.pop() if len(held) == 1 else None
    return None


def of_tail(parts: Parts) -> tuple[Item, ...]:
    """The words behind "of" right after the core."""
    return parts.tails[0][1] if parts.tails and parts.tails[0][0] in OF else ()


def has_owner(parts: Parts) -> bool:
    """Whether a phrase names an organisation anywhere."""
    return any(it.is_a("organisation") for it in (*parts.core, *parts.possessor, *(i for _, t in parts.tails for i in t)))
