"""What speaks for each class that a quantity may count: the words around it, cue words, the class by the rules, and the quantity before it.

Features are strings, as in the other scored choices. Those of the form ``class | feature`` speak of one class only; those without a class
hold for all ("a cue verb of the class two words before"), so that what is learned of one class serves the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from math import log10
from typing import Final

from dateline.extract.quantities.acts import kinds_of, of_acts
from dateline.extract.quantities.cues import GAP, Kind, load_kinds, signed
from dateline.extract.quantities.found import FoundQuantity
from dateline.extract.quantities.kinds import group_of, words_between, words_to_verb
from dateline.extract.quantities.scope import Around, around, in_other_clause, is_linked, is_passive, is_taken_up
from dateline.extract.quantities.stems import stem

#: The option that a quantity counts nothing of any class.
NONE: Final = "none"
#: Stands between a class and a feature that speaks of it alone.
OF_ONE: Final = " | "
#: Words on each side that are features by their presence, near ones apart from far ones.
_NEAR, _FAR = 4, 12
_WORD: Final = re.compile(r"[A-Za-z][\w'’-]*|\d[\d,.]*|[$€£¥%;:,.()]")
_LAST_PART: Final = re.compile(r"[^-]*$")
#: How many letters of a noun stand for its kind ("-ists").
_ENDING: Final = 4
#: Groups that other data name for votes: "15 nations opposed the text", "35 abstentions".
_VOTES: Final = frozenset({"support", "oppose", "undecided"})
#: What a number without any noun or unit is never: money and terms have units.
_UNITED: Final = frozenset({"fine", "sentence"})
#: The cues of a class: what they are called, the field that holds them, and whether they stand before the number.
_CUES: Final = (
    ("verb", "patient", True),
    ("verb", "patient", False),
    ("does", "subject", False),
    ("phrase", "phrases", True),
    ("phrase", "phrases", False),
    ("lead", "before", True),
    ("gives", "goods", True),
    ("sends", "weak", True),
)
#: Words between a cue and the number: at most so many are one feature.
_STEPS: Final = (0, 1, 3, 7, 12)
_BEYOND: Final = 99
_PART: Final = re.compile(r"\b(?:of|among)\s+(?:whom|them)\b|\binclud", re.IGNORECASE)
_JOINED: Final = re.compile(r",?\s*(?:and|or|but|to|against|from)?\s*(?:at\s+least|about|some|another)?\s*", re.IGNORECASE)
_STOP: Final = re.compile(r"[.;]")
#: Code points between two quantities of one phrase at most, and those after a number in which "of them" stands.
_CLOSE, _OF_THEM = 30, 9


@dataclass(frozen=True, slots=True)
class Before:
    """The quantity before one in the same text, and what it counts."""

    quantity: FoundQuantity
    counts: str | None


def options(quantity: FoundQuantity) -> tuple[str, ...]:
    """The classes that a quantity may have by its unit, :data:`NONE` first."""
    return (NONE, *_options(group_of(quantity.unit), bare=quantity.unit is None))


@lru_cache(maxsize=32)
def _options(group: str | None, *, bare: bool) -> tuple[str, ...]:
    names = {kind.name for kind in load_kinds() if group in kind.groups}
    if group in ("items", "persons"):
        names |= _VOTES
    if bare:
        names = {kind.name for kind in load_kinds()} - _UNITED
    return tuple(sorted(names))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the options: ``plain`` features are one of each option's own, ``own`` those that an option has beside them."""

    plain: tuple[str, ...]
    own: Mapping[str, tuple[str, ...]]


def gathered(text: str, quantity: FoundQuantity, before: Before | None, *, rules: bool = True, cues: bool = True) -> Evidence:
    """The evidence for each option.

    Args:
        text: the text searched.
        quantity: with the class that the rules give it.
        before: the quantity before it.
        rules: whether the class by the rules is a feature.
        cues: whether cue words and counted nouns of the classes are features.
    """
    here = around(text, quantity.start, quantity.end)
    plain = [*_of_words(text, quantity, here), *_of_neighbour(text, quantity, before)]
    told = _of_cues(text, quantity, here) if cues else {}
    link = "" if before is None else _link(text, before.quantity, quantity)
    found = {}
    for name in options(quantity):
        features = told.get(name, [])
        if rules:
            features += _of_rules(quantity, name)
        if before is not None and before.counts == name:
            features.append(f"same as before {link}")
        found[name] = tuple(dict.fromkeys(features))
    return Evidence(tuple(dict.fromkeys(plain)), found)


def evidence(
    text: str, quantity: FoundQuantity, before: Before | None, *, rules: bool = True, cues: bool = True
) -> dict[str, list[str]]:
    """The features of each option as they are named in the table of weights; arguments as of :func:`gathered`."""
    found = gathered(text, quantity, before, rules=rules, cues=cues)
    return {name: [*(f"{name}{OF_ONE}{one}" for one in found.plain), *own] for name, own in found.own.items()}


def _group(quantity: FoundQuantity) -> str:
    return group_of(quantity.unit) or ("bare" if quantity.unit is None else "measure")


def _head(quantity: FoundQuantity) -> str:
    """The last part of the counted noun ("pick-ups" is "ups"), or the empty string."""
    found = _LAST_PART.search(quantity.head or "")
    return found[0] if found else ""


def _of_rules(quantity: FoundQuantity, name: str) -> list[str]:
    by_rules = quantity.counts or NONE
    if by_rules == name:
        return ["rules", f"{name}{OF_ONE}rules", f"{name}{OF_ONE}rules {_group(quantity)}"]
    return [f"{name}{OF_ONE}rules say {by_rules}"]


def _of_words(text: str, quantity: FoundQuantity, here: Around) -> Iterator[str]:
    """Unit, noun and size of the quantity, and the words on both sides by how near they are."""
    group, head = _group(quantity), _head(quantity)
    yield from (f"unit {group}", f"noun {head}", f"noun {head} {group}", f"ending {head[-_ENDING:]}")
    yield from (f"within {stem(word)}" for word in _words(text[quantity.start : quantity.end]))
    yield from (f"kind {kind}" for kind in kinds_of(head))
    yield from (f"kind {kind} {group}" for kind in kinds_of(head))
    sides = (("before", [*reversed(_words(here.before)[-_FAR:])]), ("after", _words(here.after)[:_FAR]))
    yield from of_acts(sides[0][1], sides[1][1], head)
    for side, words in sides:
        stems = [*map(stem, words), "|"]
        yield from (f"next {side} {stems[0]}", f"next {side} {stems[0]} {group}")
        if len(stems) > 1:
            yield f"second {side} {stems[1]}"
        yield from (f"near {side} {word}" for word in stems[:_NEAR] if word != "|")
        yield from (f"{side} {word}" for word in stems[:-1])
    figure = next((one for one in (quantity.value, quantity.low, quantity.high) if one is not None), 0.0)
    yield f"digits {int(log10(figure)) if figure >= 1 else 0}"


def _words(text: str) -> list[str]:
    """Words and marks in lower case, numbers as one sign."""
    return ["#" if word[0].isdigit() else word.lower().replace("’", "'") for word in _WORD.findall(text)]


def _of_neighbour(text: str, quantity: FoundQuantity, before: Before | None) -> Iterator[str]:
    if before is not None:
        yield f"after {before.counts or NONE}, {_link(text, before.quantity, quantity)}"
        yield f"after {before.counts or NONE}"


def _link(text: str, before: FoundQuantity, quantity: FoundQuantity) -> str:
    """How a quantity follows another: as its part, joined to it, close by or far off; and whether their units are the same."""
    gap = text[before.end : quantity.start]
    if _PART.search(gap + text[quantity.start : quantity.end + _OF_THEM]):
        how = "part"
    elif _JOINED.fullmatch(gap):
        how = "joined"
    else:
        how = "close" if len(gap) < _CLOSE and _STOP.search(gap) is None else "far"
    same = "same" if before.unit == quantity.unit else "bare" if quantity.unit is None else "other"
    return f"{how} {same}"


def _of_cues(text: str, quantity: FoundQuantity, here: Around) -> dict[str, list[str]]:
    """By class: where its cue words stand, and whether its nouns and participles are in the phrase."""
    found: dict[str, dict[str, int]] = {}
    features: dict[str, list[str]] = {}
    head, phrase = _head(quantity), frozenset(text[quantity.start : quantity.end].lower().split())
    before, after = signed(here.words_before), signed(here.words_after)
    near = {name for name, _ in before | after}
    for kind in load_kinds():
        nearest = found.setdefault(kind.name, {})
        for where, distance in _places(kind, here, before, after) if kind.name in near else ():
            nearest[where] = min(distance, nearest.get(where, _BEYOND))
        for field, hit in (("head", head in kind.heads), ("noun", head in kind.nouns), ("other noun", head in kind.not_nouns),
                           ("stuff", head in kind.measured), ("attribute", not kind.attributes.isdisjoint(phrase))):  # fmt: skip
            if hit:
                features.setdefault(kind.name, []).extend((f"class {field}", f"{kind.name}{OF_ONE}class {field}"))
    first = min((distance for places in found.values() for distance in places.values()), default=_BEYOND)
    for name, places in found.items():
        for where, distance in places.items():
            step = next((str(one) for one in _STEPS if distance <= one), "far")
            own = [f"cue {where} {step}", f"{name}{OF_ONE}cue {where}", f"{name}{OF_ONE}cue {where} {step}"]
            features.setdefault(name, []).extend([*own, *(["nearest cue", f"{name}{OF_ONE}nearest cue"] if distance == first else [])])
    return features


def _places(kind: Kind, here: Around, before: Set[tuple[str, str]], after: Set[tuple[str, str]]) -> Iterator[tuple[str, int]]:
    """Where the cues of a class stand, with how many words lie between them and the number; ``before`` and ``after`` hold what may stand there."""
    if kind.split is not None and any(kind.split.matches(here.before + GAP + here.after, here.words_before)):
        yield "around", 0
    for name, field, leads in _CUES:
        cue = kind.cue(field) if (kind.name, field) in (before if leads else after) else None
        if cue is None:
            continue
        side = here.before if leads else here.after
        for match in cue.matches(side, here.words_before if leads else here.words_after):
            gap = here.before[match.end() :] if leads else here.after[: match.start()]
            where = f"{name} {'before' if leads else 'after'}"
            if field == "patient" and not leads and _is_done(here.after, match):
                where = "done after"
            yield where + (" apart" if in_other_clause(gap) else ""), words_between(gap) if leads else words_to_verb(gap)


def _is_done(after: str, match: re.Match[str]) -> bool:
    """Whether a verb after a number is done to what that counts."""
    return (is_passive(after, match) and is_linked(after[: match.start()])) or is_taken_up(after, match)
