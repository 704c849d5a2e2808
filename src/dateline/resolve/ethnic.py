"""Peoples who live in another state than the one of their name: "**ethnic Hungarians**" and "**local Serbs**" are of where they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from dateline.resolve.sightings import Sighting
from dateline.types import Phrase, Resolution

#: How much oftener a text names another of them.
_OFTENER: Final = 2
#: Peoples who are at home in several states, with these; the first is the one they are filed for.
_HOMES: Final = {"hutu": ("RWA", "BDI", "COD"), "tutsi": ("RWA", "BDI", "COD")}
_PEOPLE: Final = re.compile(r"\b(Hutu|Tutsi)s?\b")
_ABROAD: Final = re.compile(r"\b(?:ethnic|local)\s", re.I)


def at_home(seen: list[Sighting], text: str, home: str | None) -> list[Sighting]:
    """The sightings with a people that is at home in several states as that one's which alone of them the text names otherwise, or has in its dateline.

    Args:
        seen: where the document names countries.
        text: the canonical text.
        home: the state of the dateline.
    """
    if "Hutu" not in text and "Tutsi" not in text:
        return seen
    people = {s for s in seen if (found := _PEOPLE.match(text, s.start)) and s.country == _HOMES[found[1].lower()][0]}
    codes = {code for homes in _HOMES.values() for code in homes} & ({s.country for s in seen if s not in people} | ({home} if home else set()))
    return [replace(s, country=next(iter(codes))) if s in people else s for s in seen] if people and len(codes) == 1 else seen


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


def at_home_in(phrase: Phrase, found: Resolution, here: Iterable[Sighting], totals: Mapping[str, int]) -> str | None:
    """The other state of a people's several that the sentence names ("**Tutsi traders** ... in Congo"), or without any there the text far oftener."""
    people = _PEOPLE.search(phrase.mention.text)
    if people is None or found.chosen is None:
        return None
    filed, *others = _HOMES[people.group(1).lower()]
    if found.chosen.country != filed:
        return None
    named = [code for code in (filed, *others) if code in {s.country for s in here if s.kind != "adjective" or s.country != filed}]
    named = named or [code for code in others if totals.get(code, 0) > totals.get(filed, 0) * _OFTENER]
    return named[0] if len(named) == 1 and named[0] != filed else None
