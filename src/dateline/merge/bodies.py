"""Who acts inside one country: the kind of a body (its sector) and its name, by which its courts, parties and unions are told from one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline.merge.words import common_names, names_of, plain_words, stem

#: Sectors that speak and act for a state, and those that plainly do not; parties of one country on different sides are not
#: one another. Sectors that may be either (business, media, parties in power) are left out.
_STATE: Final = frozenset("GOV MIL COP JUD SPY".split())
_OTHER: Final = frozenset("REB OPP PRM CRM REF CVL LAB".split())
#: Kinds of bodies inside a country that are not one another. Reports of one act name the government, its army or its police, "gunmen" or "rebels", a
#: party or its lawmakers; sectors that are in none (civilians, former officials) may be anybody.
_GROUPS: Final = ("GOV MIL COP SPY", "JUD", "LEG", "PTY OPP", "REB CRM PRM UAF", "LAB", "EDU", "MED", "REL", "JRN", "BUS", "AGR", "SOC", "CVL REF")
_BIT: Final = {sector: 1 << place for place, sectors in enumerate(_GROUPS) for sector in sectors.split()}
#: What :func:`naming_of` gives a name of its own.
NAMED: Final = 2
STATE: Final = _BIT["GOV"]
COURTS: Final = _BIT["JUD"]
#: Civilians, who may be of any kind that is no arm of the state, and are another kind only where they are killed and others kidnapped.
ANYBODY: Final = _BIT["CVL"]
#: Sectors that may be told as another one: a party's lawmakers; gunmen of whom nothing is known may be anybody's.
_ALSO: Final = {"LEG": "PTY", "UAF": "GOV"}
_STATE_BODIES: Final = _BIT["GOV"] | _BIT["JUD"] | _BIT["LEG"]
#: Kinds of which two that bear different names are seldom one body: chambers, courts, and those who strike. (A party is told by its leader, a
#: government by its ministers.)
BY_NAME: Final = _BIT["LEG"] | _BIT["JUD"] | _BIT["LAB"] | _BIT["EDU"] | _BIT["MED"]
_AT_WORK: Final = _BIT["LAB"] | _BIT["EDU"] | _BIT["MED"] | _BIT["BUS"] | _BIT["AGR"] | _BIT["JRN"]
#: Stems that name no body: what is left of "the country's **authorities**", "**workers**' **unions**", "hundreds of **people**".
_GENERAL_STATE: Final = frozenset(stem(word) for word in "authorities officials official state country nation".split())
_GENERAL_WORK: Final = frozenset(stem(word) for word in "workers worker employees staff unions union labour labor strikers strike trade".split())
#: Words for any body of a kind, or for anybody: "the **Senate**" may be told as "**lawmakers**", "**farmers**" as "**residents**".
_GENERAL: Final = _GENERAL_STATE | _GENERAL_WORK | frozenset(
    stem(word)
    for word in "government parliament legislature lawmakers legislators mps deputies congress congressmen judges judge justice tribunal magistrates prosecutors top chief "
    "president minister prime residents villagers civilians inhabitants locals protesters demonstrators activists crowd men women victims worker house national country".split()
)
#: Words that many bodies share, and by which two are not one.
_NO_NAME: Final = frozenset(
    "of the for and in on at to by with an its their his her some several many more than least about over two three four five six seven eight nine ten eleven twelve dozen dozens "
    "hundred hundreds thousands scores group groups leader leaders party member members people person persons others another court courts former armed suspected".split()
)


@dataclass(frozen=True, slots=True)
class Body:
    """A party as its phrase names it and as it is resolved."""

    text: str
    entity: str | None = None
    sectors: tuple[str, ...] = ()


def side_of(sectors: Iterable[str | None]) -> int:
    """The side on which all sectors are that are plainly on one: 1 the state's, 2 another; 0 where it is none or both."""
    sides = {1 if sector in _STATE else 2 for sector in sectors if sector in _STATE or sector in _OTHER}
    return sides.pop() if len(sides) == 1 else 0


@lru_cache(maxsize=50_000)
def names_of_body(body: Body) -> frozenset[str]:
    """Stems of the words that name a body, beside its country's.

    >>> sorted(names_of_body(Body("Kenyan dockers")))
    ['dock']
    """
    words = [*plain_words(body.text), *plain_words(body.entity or "")]
    return frozenset(stem(low) for word in words if len(low := word.lower()) > 2 or word.isupper() if low not in _NO_NAME and low not in common_names())


@lru_cache(maxsize=50_000)
def naming_of(body: Body) -> int:
    """2 where a body bears a name of its own ("the **Senate**"), 1 where its kind is told ("**lecturers**"), 0 where it may be anybody ("**workers**")."""
    if names_of_body(body) <= _GENERAL:
        return 0
    words = plain_words(body.text)
    official = not {"LEG", "JUD"}.isdisjoint(body.sectors) and any(word[0].isupper() and word.lower() not in common_names() for word in words)
    return NAMED if body.entity or official or names_of(words) else 1


def naming(bodies: Sequence[Body]) -> int:
    """As :func:`naming_of`, of the bodies of a role: the name where one bears one."""
    return max(map(naming_of, bodies), default=0)


@lru_cache(maxsize=50_000)
def kinds_of(body: Body) -> int:
    """The kinds that a body may be, as bits; 0 where it may be any."""
    if not body.sectors or any(sector not in _BIT for sector in body.sectors):
        return 0
    bits, names = 0, names_of_body(body)
    for sector in body.sectors:
        bits |= _BIT[sector] | _BIT.get(_ALSO.get(sector, ""), 0)
    if bits & ANYBODY and not names:
        return 0
    if bits & _BIT["GOV"] and names <= _GENERAL_STATE:
        bits |= _STATE_BODIES
    if bits & _BIT["LAB"] and names <= _GENERAL_WORK:
        bits |= _AT_WORK
    return bits


def kinds(bodies: Sequence[Body]) -> int:
    """The kinds that the bodies of one role are of together, 0 where one may be any."""
    each = [kinds_of(body) for body in bodies]
    found = 0
    for one in each:
        found |= one
    return found if all(each) else 0
