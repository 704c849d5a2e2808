"""Bodies by their names and nouns: whose head somebody is, "General" that is no rank, the boards and commissions of a state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.namekeys import Word
from dateline.ontology.wordlists import words_of
from dateline.resolve.knowledge import Role
from dateline.resolve.phraseparts import OF, Parts, country_named
from dateline.resolve.scan import Item

#: Sectors of bodies that are no state's, whose heads and branches are theirs.
PRIVATE: Final = frozenset({"LAB", "BUS", "SOC", "MED", "EDU", "AGR", "PTY", "JRN"})
#: The same, of which a name may end in that of a country.
BRANCHED: Final = frozenset({"LAB", "BUS", "SOC", "MED"})
#: Bodies of which the noun alone tells no sector, but that they are private.
SOCIETIES: Final = words_of("resolve.ledbodies.societies")
_HEADS: Final = words_of("resolve.ledbodies.heads") | {"vice president", "chief executive", "secretary general", "general secretary"}
_UNIONS: Final = words_of("resolve.ledbodies.unions")
_BODIES: Final = words_of("resolve.ledbodies.bodies")
_PUBLIC: Final = words_of("resolve.ledbodies.public")
_OF_STATE: Final = words_of("resolve.ledbodies.of_state")
_LABOUR: Final = frozenset({"labour", "labor"})
_FIELDS: Final = frozenset({"LAB", "BUS", "SOC", "MED", "EDU", "AGR", "CVL", "JRN"})
_ACRONYM: Final = 3


def body_led(head: Item, before: Sequence[Item], parts: Parts) -> tuple[Item, ...]:
    """The words for the body whose head somebody is, right before the office, before it with an owner's mark, or behind its "of"; none where there is no body,
    or where it may be a state ("president of the **Union**")."""
    if head.key not in _HEADS:
        return ()
    if before:
        body = tuple(before) if before[-1].end == head.start else ()
    elif parts.possessor:
        body = parts.possessor
    else:
        body = _behind_of(parts)
    body = tuple(replace(it, possessive=False) if it is body[-1] else it for it in body)
    lone = len(body) == 1 and body[0].capital and body[0].key in _UNIONS
    named = bool(body) and (body[-1].role is not None or body[-1].is_a("organisation") or len(body) > 1 or body[-1].kind == "word")
    return body if named and not lone else ()


def _behind_of(parts: Parts) -> tuple[Item, ...]:
    """The body behind "of", with what it is of ("the Federation **of Trade Unions**")."""
    if not parts.tails or parts.tails[0][0] not in OF or not parts.tails[0][1]:
        return ()
    first = parts.tails[0][1]
    if len(parts.tails) == 1 or parts.tails[1][0] not in OF or not parts.tails[1][1]:
        return first
    further = parts.tails[1][1]
    if len(first) == 1 and first[0].key in _UNIONS and country_named(further):
        return ()
    return (*first, Item("word", first[-1].end, first[-1].end + 1, "of"), *further)


def is_acronym(item: Item, ws: Sequence[Word]) -> bool:
    """Whether a word is the acronym of a body that nobody filed ("**NUMSA** president"): a state's own are known."""
    word = ws[item.start]
    return item.kind == "word" and item.end == item.start + 1 and word.upper and len(word.text) >= _ACRONYM and word.text.isalpha()


def is_general_body(item: Item, head: Item) -> bool:
    """Whether "General" opens the name of a body ("**General** Confederation of Workers") and is no rank."""
    return item.key == "general" and item.capital and head.capital and head.key in _BODIES


def is_public_body(before: Sequence[Item], head: Item) -> bool:
    """Whether a board or commission is a state's by its name: what stands between is its field ("**National** Labor Relations **Board**")."""
    if not (before and head.capital and head.key in _PUBLIC and before[0].capital):
        return False
    field = next((it.modifier for it in reversed(before) if it.modifier is not None), None)
    return field is not None and field.sectors[0] in _FIELDS and any(it.key in _OF_STATE | _LABOUR for it in before)


def without_party(items: Sequence[Item]) -> list[Item]:
    """The items with "Labour" as the field of a public body or confederation and not as the party: "the **Labour** Court", "General Confederation of **Labor**"."""
    out = list(items)
    for at, it in enumerate(out):
        if it.key not in _LABOUR or it.kind != "name" or it.possessive:
            continue
        behind = [one for one in out[at + 1 :] if not one.broken]
        fielded = bool(behind) and behind[-1].capital and behind[-1].key in _PUBLIC | _BODIES
        confederate = at > 1 and out[at - 1].key == "of" and out[at - 2].capital and out[at - 2].key in _BODIES | _PUBLIC
        if fielded or confederate:
            role = Role(("LAB",), "modifier")
            out[at] = replace(it, kind="modifier", entities=(), role=None, modifier=role)
    return out
