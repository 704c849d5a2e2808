"""Peoples who live in another state than the one of their name: "**ethnic Hungarians**" and "**local Serbs**" are of where they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from dateline.resolve.sightings import Sighting
from dateline.types import Phrase, Resolution

#: How much oftener a text names another of them.
_OFTENER: Final = 2
#: Peoples who are at home in several states, with these; the first is the one they are filed for.
_HOMES: Final = {"hutu": ("RWA", "BDI", "COD"), "tutsi": ("RWA", "BDI", "COD")}
_PEOPLE: Final = re.compile(r"\b(Hutu|Tutsi)s?\b")
_ABROAD: Final = re.compile(r"\b(?:ethnic|local)\s", re.I)


def is_of_several(phrase: Phrase) -> bool:
    """Whether a phrase names a people that is at home in several states."""
    return _PEOPLE.search(phrase.mention.text) is not None


def named_by_people(seen: Iterable[Sighting], text: str) -> int:
    """How often a text names a state only by a people that is at home in several."""
    return sum(_PEOPLE.match(text, s.start) is not None for s in seen)


def not_of(phrase: Phrase, here: Iterable[Sighting]) -> frozenset[str]:
    """The state whose people a phrase calls ethnic or local, which it is not of.

    Args:
        phrase: a party.
        here: where its sentence names countries.
    """
    span = phrase.extended or phrase.mention.span
    found = _ABROAD.search(phrase.mention.text)
    start = phrase.mention.span.start + found.end() if found else None
    return frozenset(s.country for s in here if s.start == start and s.kind == "adjective" and s.end <= span.end)


def at_home_in(
    phrase: Phrase, found: Resolution, here: Iterable[Sighting], totals: Mapping[str, int], home: str | None = None, named_by_people: int = 0
) -> str | None:
    """The other state of a people's several that the sentence names ("**Tutsi traders** ... in Congo"), or without any there the text far oftener, or that of
    the dateline.

    Args:
        phrase: a party.
        found: what it was read as.
        here: where its sentence names countries.
        totals: how often the text names each country.
        home: the state of the dateline.
        named_by_people: how often it names the people's first home by the people alone.
    """
    people = _PEOPLE.search(phrase.mention.text)
    if people is None or found.chosen is None:
        return None
    filed, *others = _HOMES[people.group(1).lower()]
    if found.chosen.country != filed:
        return None
    named = [code for code in (filed, *others) if code in {s.country for s in here if s.kind != "adjective" or s.country != filed}]
    told = totals.get(filed, 0) - named_by_people
    named = named or [code for code in others if totals.get(code, 0) > told * _OFTENER] or [code for code in others if code == home and not told]
    return named[0] if len(named) == 1 and named[0] != filed else None
