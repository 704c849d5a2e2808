"""The acts that the words around a number tell, by the predicate lexicon, and the kinds of nouns there.

What is learned of one verb of arrest so serves all of them: the nearest predicate before the number may have it for its object, and the first
verb after it for its subject, or by a passive for its object.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline.ontology.inflect import noun_forms
from dateline.ontology.lexicon import NONE, REPORT, Sense, load_lexicon
from dateline.ontology.wordlists import word_list, words_of

#: Words between a number and the verb whose object or subject it is, at most.
_REACH: Final = 8
#: Words after a verb among which its particle stands.
_PARTICLE_REACH: Final = 4
_BE: Final = words_of("extract.quantities.acts.be")
_HAVE: Final = words_of("extract.quantities.acts.have")
_LIMITS: Final = words_of("extract.quantities.acts.limits")


@dataclass(frozen=True, slots=True)
class _Verb:
    """The acts that a form of a verb tells by itself, and those that it tells with a particle or object."""

    alone: tuple[str, ...]
    joined: tuple[tuple[frozenset[str], frozenset[str], str], ...]


@lru_cache(maxsize=1)
def _verbs() -> dict[str, _Verb]:
    found = {}
    for (pos, form), senses in load_lexicon().by_form.items():
        if pos == "VERB":
            told = [one for one in senses if one.type != REPORT]
            alone = dict.fromkeys(_told(one) for one in told if not one.particles and not one.objects)
            joined = tuple((one.particles, one.objects, _told(one)) for one in told if one.particles or one.objects)
            found[form] = _Verb(tuple(alone), joined)
    return found


@lru_cache(maxsize=1)
def _nouns() -> dict[str, tuple[str, ...]]:
    found = {}
    for (pos, form), senses in load_lexicon().by_form.items():
        if pos == "NOUN" and (
            told := tuple(dict.fromkeys(_told(one) for one in senses if not one.objects and one.type not in (NONE, REPORT)))
        ):
            found[form] = told
    return found


@lru_cache(maxsize=1)
def _kinds() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for kind, words in word_list("noun_kinds")["kinds"].items():
        for word in words.split():
            for form in noun_forms(word) | ({word[:-3] + "men"} if word.endswith("man") else set()):
                found.setdefault(form, []).append(kind)
    return {form: tuple(dict.fromkeys(kinds)) for form, kinds in found.items()}


def kinds_of(noun: str) -> tuple[str, ...]:
    """The kinds of a noun in lower case."""
    return _kinds().get(noun, ())


def told_by(word: str) -> tuple[str, ...]:
    """The acts that a word in lower case tells by itself, as a verb or as a noun."""
    return (*acts_alone(word), *_nouns().get(word, ()))


def _told(sense: Sense) -> str:
    return "/".join((sense.type, *sense.modes[:1]))


def _acts(verb: str, beside: Sequence[str], head: str) -> tuple[str, ...]:
    """The acts that a form of a verb may tell: by senses without conditions, and by those whose particle or object is there."""
    known = _verbs()[verb]
    heads = {head, head.removesuffix("s")}
    more = [told for particles, objects, told in known.joined
            if not (particles and particles.isdisjoint(beside)) and not (objects and objects.isdisjoint(heads))]  # fmt: skip
    return tuple(dict.fromkeys((*more, *known.alone)))


def acts_alone(verb: str) -> tuple[str, ...]:
    """The acts that a form of a verb tells by itself, with their first modes ("ASSAULT/beat")."""
    known = _verbs().get(verb)
    return known.alone if known is not None else ()


@lru_cache(maxsize=8192)
def _near(side: str, word: str) -> tuple[str, ...]:
    """What a word on a side tells: as a noun of an act, and by its kind."""
    return (*(f"noun of act {side} {act}" for act in _nouns().get(word, ())), *(f"kind {side} {kind}" for kind in kinds_of(word)))


def of_acts(before: Sequence[str], after: Sequence[str], head: str) -> Iterator[str]:
    """Features of predicates around a number.

    Args:
        before: the words before it in lower case, the nearest first.
        after: those after the phrase.
        head: the counted noun.
    """
    yield from _governor(before, after, head)
    yield from _predicate(after, head)
    yield from _owner(before)
    yield from (told for word in before for told in _near("before", word))
    yield from (told for word in after for told in _near("after", word))


def _owner(before: Sequence[str]) -> Iterator[str]:
    """What the number is of or for: "a city of 90,000", "a prison built for 400"."""
    if before and before[0] in ("of", "for", "by", "on", "at", "with"):
        for word in before[1:3]:
            yield from (f"{before[0]} kind {kind}" for kind in kinds_of(word))


def _governor(before: Sequence[str], after: Sequence[str], head: str) -> Iterator[str]:
    for distance, word in enumerate(before[:_REACH]):
        if word in _LIMITS:
            break
        if word in _verbs():
            between = [*reversed(before[max(0, distance - _PARTICLE_REACH) : distance]), *after[:_PARTICLE_REACH]]
            passive = any(one in _BE for one in before[distance + 1 : distance + 3]) and not word.endswith("ing")
            how = "by" if passive else "object of"
            yield from (f"{how} {act}" for act in _acts(word, between, head) or ("other",))
            return
    yield "object of none"


def _predicate(after: Sequence[str], head: str) -> Iterator[str]:
    passive = False
    for distance, word in enumerate(after[:_REACH]):
        if word in _LIMITS and distance:
            break
        if word in _BE:
            passive = True
        elif word in _verbs() and word not in _HAVE:
            done = (passive or (distance == 0 and word[-2:] not in ("es", "ng"))) and not word.endswith("ing")
            how = ("done" if passive else "alone") if done else "subject of"
            yield from (f"{how} {act}" for act in _acts(word, after[distance + 1 : distance + 1 + _PARTICLE_REACH], head) or ("other",))
            return
    yield "subject of none"
