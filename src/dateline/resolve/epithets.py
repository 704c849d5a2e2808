"""Nouns that only some states can be: "**the Asian power**" is none of America, "**the emirate**" and "the emir" no republic's.

The states of a region or of a form of government stand in ``data/epithets.tsv``. Others in sight are ruled out; where the text names exactly one of
them, it is that one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from dateline.errors import DatelineError
from dateline.ontology.tables import rows_of
from dateline.ontology.wordlists import words_of
from dateline.resolve.belonging import BODIES
from dateline.types import Participant, Phrase, PhraseForm

#: Nouns for one state behind the adjective of its region.
_STATES: Final = words_of("resolve.epithets.states")
#: What is meant with a capital letter alone (a state's treasury is its money).
_CAPITAL: Final = frozenset({"treasury"})
#: Offices of one state alone, before the name of their holder.
_TITLE: Final = re.compile(r"(assistant secretary of state|deputy secretary of state|chancellor of the exchequer|taoiseach|tánaiste)\b")
#: Whose something is, before its noun.
_OWNER: Final = re.compile(r"([\w -]+?)(?:['’]s|(?<=s)['’]) ")
_MANY: Final = frozenset("states republics nations countries governments leaders capitals parties".split())
_OF_TREATIES: Final = words_of("resolve.epithets.of_treaties")
#: Those who have signed a treaty; "state governments" are of the parts of one state.
_SIGNED: Final = frozenset({"state parties", "states parties"})
#: Those of whom a text says again who they are only by pointing back ("**the same network**"): no state that stands nearby.
_SAME: Final = re.compile(r"(?:same|related|affiliated|unrelated) (?:network|outfit|hackers|gang|collective)s?", re.I)
_SCORE: Final = 0.7
_TABLE: Final = "resolve/data/epithets.tsv"


def states_of(phrase: Phrase) -> frozenset[str] | None:
    """The states that a phrase may stand for by its noun or region; ``None`` where it says neither."""
    if phrase.form is PhraseForm.PRONOUN:
        return None
    regions, nouns, _ = _table()
    words = phrase.mention.text.lower().removeprefix("the ")
    if (owner := _OWNER.match(words)) and (owning := _owning(owner.group(1), regions, nouns)):
        return owning
    if words in nouns and (words not in _CAPITAL or phrase.mention.text[0].isupper()):
        return nouns[words]
    if phrase.form is PhraseForm.NAME and (title := _TITLE.match(words)):
        return nouns[title.group(1)]
    before, _, last = words.rpartition(" ")
    return regions.get(before) if last in _STATES else None


def _likely(phrase: Phrase, named: Collection[str]) -> frozenset[str] | None:
    """The only named state that lies on an island or islands, for "**the island**" and "the islands' commander"; islands that are no state are many."""
    words = phrase.mention.text.lower().removeprefix("the ")
    owner = _OWNER.match(words)
    states = _table()[2].get(owner.group(1) if owner else words) if phrase.form is not PhraseForm.PRONOUN else None
    seen = states & frozenset(named) if states else frozenset()
    return seen if len(seen) == 1 else None


def _owning(words: str, regions: Mapping[str, frozenset[str]], nouns: Mapping[str, frozenset[str]]) -> frozenset[str] | None:
    """The states of which one owns what a phrase names ("**the kingdom's** navy", "the Baltic republic's parliament")."""
    before, _, last = words.rpartition(" ")
    if last in _CAPITAL:
        return None
    return nouns.get(words) or nouns.get(last) or (regions.get(before) if last in _STATES else None)


def ruled_out(phrase: Phrase, named: Collection[str]) -> frozenset[str]:
    """The named states and bodies that a phrase cannot stand for."""
    if are_many(phrase) or _SAME.fullmatch(phrase.mention.text):
        return frozenset(named) | BODIES
    states = _likely(phrase, named) or states_of(phrase)
    return (frozenset(named) | BODIES) - states if states is not None else frozenset()


def are_many(phrase: Phrase) -> bool:
    """Whether a plural is of all states of a region outside Europe, or of those that a treaty or the sea makes ("**Gulf states**", "Coastal States")."""
    words = phrase.mention.text.lower().removeprefix("the ")
    before, _, last = words.rpartition(" ")
    return words in _SIGNED or (last in _MANY and (before in _OF_TREATIES or (before in _table()[0] and before != "european")))


def only_state(phrase: Phrase, named: Collection[str]) -> str | None:
    """The only state that a phrase can stand for, of several the only one that is named."""
    states = _likely(phrase, named) or states_of(phrase) or frozenset()
    seen = states & frozenset(named) if len(states) > 1 else states
    return next(iter(seen)) if len(seen) == 1 else None


def fitting(parties: Sequence[Participant], phrase: Phrase, named: Collection[str]) -> tuple[Participant, ...]:
    """The party of such a phrase with the only state that it can be, and without one that it cannot."""
    states = _likely(phrase, named) or states_of(phrase) if len(parties) == 1 else None
    if states is None or parties[0].country in states or (parties[0].method == "composition" and parties[0].country):
        return tuple(parties)
    code = only_state(phrase, named)
    return (replace(parties[0], entity=None, country=code, score=_SCORE, method="reference" if code else "unknown", candidates=()),)


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The states by adjective of a region, by noun, and by noun that others may be called too.

    Raises:
        DatelineError: E311 where the table is damaged.
    """
    found: dict[str, dict[str, frozenset[str]]] = {"region": {}, "noun": {}, "likely": {}}
    for kind, words, codes in rows_of(_TABLE, 3):
        if kind not in found:
            raise DatelineError("E311", _TABLE, f"{kind!r} is neither region, noun nor likely")
        found[kind] |= dict.fromkeys(words.split(";"), frozenset(codes.split()))
    return found["region"], found["noun"], found["likely"]
