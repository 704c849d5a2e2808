"""Which country a speaker belongs to who names none for sure: "officials", "the ministry", "a tribunal in The Hague", "he".

A speaker is not placed as a party is: residents and victims speak from where the act was done, officials for a side of it, monitors and
missions for a body, and where a phrase says that somebody *is* ("an official in Brussels") is not always what it is *of*. So speakers have
weights of their own, over the features of :mod:`dateline.resolve.belonging` and the facts of the acts that they report and of the acts
around. A speaker is decided once for all of its acts. Fitted by ``scripts/train_speaking.py``; weights in ``data/speaking.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline.resolve import belonging
from dateline.resolve.belonging import NONE
from dateline.weights import read_weights

#: Ways in which a phrase's own words tell its country for sure (0.98 of 306 on the training passages); where they tell it otherwise ("the
#: monitors **in Vienna**", 0.88) that is one fact among others.
SURE: Final = frozenset("country capital person organisation metonym adjective people thing issuer owner".split())


@dataclass(frozen=True, slots=True)
class Reported:
    """An act with the countries of its settled parties and its place; ``sentence`` is the index of its sentence."""

    type: str
    sentence: int
    actors: frozenset[str]
    recipients: frozenset[str]
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker: the phrase as a case of belonging, the acts it reports, and the other acts of the document.

    ``own`` is the country that its own words suggest, found by ``method``; ``home`` that of the document's dateline; ``media`` are the
    countries that the document names by the names of media alone ("told **Reuters**"), ``onlooker`` is one who watches from outside, and
    ``barred`` are countries and bodies whose it cannot be.
    """

    case: belonging.Case
    told: tuple[Reported, ...]
    others: tuple[Reported, ...] = ()
    own: str | None = None
    method: str = ""
    home: str | None = None
    media: frozenset[str] = frozenset()
    onlooker: bool = False
    barred: frozenset[str] = frozenset()


def features(scene: belonging.Scene, one: Speaker) -> dict[str, list[str]]:
    """The features of each candidate country, those of :data:`NONE` describing the speaker alone."""
    base = belonging.features(scene, one.case)
    given = {c for act in one.told for c in (*act.actors, *act.recipients, act.place) if c} | {c for c in (one.own, one.home) if c}
    codes = (NONE, *sorted(code for code in (base.keys() | given) - {NONE} if _is_open(one, code)))
    around = _around(one)
    return {code: list(dict.fromkeys((*base.get(code, ("unseen",)), *_facts(one, code, around.get(code, ()))))) for code in codes}


def _is_open(one: Speaker, code: str) -> bool:
    """Whether a country can be the speaker's: not that of the medium spoken to, nor for an onlooker a state that its own words do not tell."""
    if code == one.own:
        return True
    if code in one.barred:
        return False
    if one.onlooker and code not in belonging.BODIES:
        return False
    return code not in one.media or any(code in act.actors | act.recipients for act in one.told)


def _facts(one: Speaker, code: str, around: Iterable[str]) -> Iterator[str]:
    """What the acts told and those ``around``, the phrase's own words and the dateline say of a candidate."""
    if code == NONE:
        yield "nowhere"
        return
    yield f"of {code}" if code in belonging.BODIES else "of a state"
    for act in one.told:
        yield from _of_told(act, code)
    yield from around
    if one.own is not None:
        yield f"{'own' if code == one.own else 'not own'} {one.method}"
    if code == one.home:
        yield "home"


def _of_told(act: Reported, code: str) -> Iterator[str]:
    for name, codes in _sides(act):
        if code in codes:
            yield f"told {name}"
            yield f"told {name} {act.type}"
        elif codes:
            yield f"not told {name}"


def _around(one: Speaker) -> dict[str, dict[str, None]]:
    """For each country the parts that it has in acts which somebody else or the author tells, each once, in order."""
    found: dict[str, dict[str, None]] = {}
    for act in one.others:
        for name, codes in _sides(act):
            for code in codes:
                found.setdefault(code, {}).update(dict.fromkeys(_part(name, act.sentence - one.case.phrase.sentence)))
    return found


@lru_cache(maxsize=1024)
def _part(name: str, after: int) -> tuple[str, ...]:
    """The part in an act that stands so many sentences after a speaker."""
    anywhere = ("any place",) if name == "place" else ()
    if after >= 0:
        return (*anywhere, f"{'later' if after else 'here'} {name}")
    return (*anywhere, f"before {name}", *((f"just before {name}",) if after == -1 else ()))


def _sides(act: Reported) -> tuple[tuple[str, frozenset[str]], ...]:
    place = frozenset({act.place}) if act.place else frozenset()
    return ("actor", act.actors), ("recipient", act.recipients), ("place", place)


def decide(table: Mapping[str, Iterable[str]], by: Mapping[str, float]) -> tuple[str, float]:
    """The likeliest country (never :data:`NONE`) with its probability beside all candidates; ``NONE`` where there is none."""
    chances = belonging.probabilities(table, by)
    code = max(chances.keys() - {NONE}, key=lambda key: (chances[key], key), default=NONE)
    return code, chances[code]


@lru_cache(maxsize=1)
def weights() -> Mapping[str, float]:
    """The fitted weights of the package.

    Raises:
        DatelineError: E311 where the table is damaged.
    """
    return read_weights("dateline.resolve", "speaking.tsv")


def without_repeats(acts: Sequence[Reported]) -> tuple[Reported, ...]:
    """Acts that differ, in order."""
    return tuple(dict.fromkeys(acts))
