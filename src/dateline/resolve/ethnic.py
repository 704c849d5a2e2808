"""Peoples who live in another state than the one of their name: "**ethnic Hungarians**" and "**local Serbs**" are of where they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from dateline.resolve.sightings import Sighting
from dateline.types import Phrase

_ABROAD: Final = re.compile(r"\b(?:ethnic|local)\s", re.I)


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
