"""Whom a state's forces strike: seldom their own state, where the blow falls in another one or the text tells of a war between two.

"Ukrainian forces struck **two distilleries** in Tula Oblast", "Ukraine's 79th Brigade destroyed **eleven armored vehicles**": what is struck has no
country of its own, and the one that the text names oftenest is that of the forces themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dateline.resolve.belonging import BODIES
from dateline.resolve.participants import countries_of
from dateline.types import Participant

_STRIKES: Final = "ASSAULT"
_FORCES: Final = "MIL"
#: Ways in which a party's own country is a guess.
_GUESSED: Final = frozenset({"setting", "dateline"})


def wars(acts: Iterable[tuple[str, Sequence[Participant], Sequence[Participant], str | None]]) -> dict[str, frozenset[str]]:
    """Of each state the states that strike it or that it strikes.

    Args:
        acts: type, actors and recipients by their own words, and the country of the place, which tells whom a blow hit where no recipient does.
    """
    found: dict[str, frozenset[str]] = {}
    for kind, actors, recipients, place in acts:
        one, two = countries_of(actors), countries_of(recipients) or frozenset({place} if place else ())
        if kind != _STRIKES or len(one) != 1 or len(two) != 1 or one == two or (one | two) & BODIES:
            continue
        (a,), (b,) = one, two
        found[a] = found.get(a, frozenset()) | two
        found[b] = found.get(b, frozenset()) | one
    return found


def struck(
    kind: str, own: Sequence[Participant], actors: Sequence[Participant], one: Participant, place: str | None, at_war: Mapping[str, frozenset[str]]
) -> str | None:
    """The country of what is struck where it was given that of the forces that strike it; ``None`` where that stands.

    Args:
        kind: type of the act.
        own: its actors by their own words.
        actors: its actors as settled.
        one: a recipient as settled.
        place: the country of the act's place.
        at_war: see :func:`wars`.
    """
    codes = countries_of(actors)
    if kind != _STRIKES or one.method not in _GUESSED or codes != {one.country} or one.country in BODIES:
        return None
    told = countries_of(own) == codes
    if place is not None:
        return place if place not in codes and (told or all(p.sector == _FORCES for p in actors)) else None
    enemies = at_war.get(one.country or "", frozenset())
    return next(iter(enemies)) if told and len(enemies) == 1 else None
