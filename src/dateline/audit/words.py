"""The audit's words as patterns, from ``data/words.toml`` and ``data/acts.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from dateline.ontology.inflect import noun_forms, singular, verb_forms
from dateline.ontology.wordlists import words_of

_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’-]*[A-Za-z]|[A-Za-z]")
_STOP: Final = words_of("audit.words.stop")
#: Stems shorter than this lose too much of the word.
_LEAST_STEM: Final = 3


@dataclass(frozen=True, slots=True)
class Pole:
    """Phrases of two contrary steps; ``things`` are the stems of one of which both must name, ``same_object`` asks that what follows them be one."""

    one: re.Pattern[str]
    other: re.Pattern[str]
    things: frozenset[str]
    same_object: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of ``words.toml`` as patterns; ``hedging``, ``wavering`` and ``saying`` are verbs, the rest stand wherever they stand."""

    hedge: re.Pattern[str]
    hedging: re.Pattern[str]
    cautious: re.Pattern[str]
    wavering: re.Pattern[str]
    speech: re.Pattern[str]
    saying: re.Pattern[str]
    clausal: re.Pattern[str]
    own: re.Pattern[str]
    denial: re.Pattern[str]
    refusing: re.Pattern[str]
    voiced: re.Pattern[str]
    claimed: re.Pattern[str]
    links: re.Pattern[str]
    opening: re.Pattern[str]
    speakers: re.Pattern[str]
    not_speakers: frozenset[str]
    tocome: re.Pattern[str]
    limits: re.Pattern[str]
    retold: re.Pattern[str]
    deals: frozenset[str]
    spoken: re.Pattern[str]
    branches: tuple[tuple[str, re.Pattern[str]], ...]
    same_branch: frozenset[frozenset[str]]
    principal: frozenset[str]
    within: frozenset[frozenset[str]]
    naming: re.Pattern[str]
    poles: tuple[Pole, ...]
    alike: dict[str, str]
    fields: tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class ActWords:
    """Word form -> classes of acts; the pairs of classes that one act is told with; and ``opposites``, pairs of which the one undoes the other.

    A class in ``loose`` ("attend") goes with all that is done there, and excludes its opposites alone.
    """

    classes: dict[str, frozenset[str]]
    near: frozenset[frozenset[str]]
    opposites: frozenset[frozenset[str]]
    loose: frozenset[str]
    phrases: re.Pattern[str]

    def excludes(self, mine: Iterable[str], theirs: Iterable[str]) -> bool:
        """Whether no class on the one side goes with any on the other."""
        others = tuple(theirs)
        return not any(self._together(one, other) for one in mine for other in others)

    def parts(self, mine: Iterable[str], theirs: Iterable[str]) -> bool:
        """Whether every class on the one side is one that a fact checker tells from every class on the other."""
        one, others = tuple(mine), tuple(theirs)
        return bool(one and others) and not any(self._together(a, b) for a in one for b in others)

    def opposes(self, mine: Iterable[str], theirs: Iterable[str]) -> bool:
        """Whether the one side undoes the other, and no class is on both."""
        one, others = frozenset(mine), frozenset(theirs)
        return not one & others and any(frozenset({a, b}) in self.opposites for a in one for b in others)

    def _together(self, one: str, other: str) -> bool:
        """Whether one act may be told with both classes."""
        pair = frozenset({one, other})
        if pair in self.opposites:
            return False
        return one == other or pair in self.near or bool(pair & self.loose)


def _load(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("dateline.audit").joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


@cache
def words() -> Words:
    """The lists of words."""
    data = _load("words")
    speech, claimed = data["speech"], data["claimed"]
    return Words(
        hedge=pattern(data["hedge"]["words"]),
        hedging=pattern(data["hedge"]["verbs"]),
        cautious=pattern(data["cautious"]["words"]),
        wavering=pattern(data["cautious"]["verbs"]),
        speech=pattern(speech["phrases"]),
        saying=pattern(speech["verbs"]),
        clausal=pattern(speech["clausal"]),
        own=re.compile(rf"\b\w+(?:['’]s|s['’]|\bits|\btheir) (?:own )?(?:{'|'.join(speech['own'])})\b", re.IGNORECASE),
        denial=pattern(data["denial"]["words"]),
        refusing=pattern(data["denial"]["refusing"]),
        voiced=pattern(data["denial"]["voiced"]),
        claimed=pattern(claimed["verbs"]),
        links=pattern(claimed["links"]),
        opening=pattern(claimed["opening"]),
        speakers=pattern([f"{word}" for word in claimed["speakers"]]),
        not_speakers=frozenset(claimed["not_speakers"]),
        tocome=pattern(data["tocome"]["words"]),
        limits=pattern(data["tocome"]["limits"]),
        retold=pattern(data["retold"]["words"]),
        deals=frozenset(data["deals"]["words"]),
        spoken=pattern(data["hedge"]["spoken"]),
        branches=tuple((name, pattern(listed)) for name, listed in data["branches"].items()),
        same_branch=frozenset(frozenset(pair.split("/")) for pair in data["bodies"]["same"]),
        principal=frozenset(data["bodies"]["principal"]),
        within=frozenset(frozenset(pair.split("/")) for pair in data["bodies"]["within"]),
        naming=pattern(data["naming"]["verbs"]),
        fields=tuple((name, pattern(listed)) for name, listed in data["fields"].items()),
        alike={stem(word): name for name, listed in data["alike"].items() for word in listed},
        poles=tuple(
            Pole(pattern(one["one"]), pattern(one["other"]), frozenset(map(stem, one["things"])), "object" in one["same"]) for one in data["poles"].values()
        ),
    )


@cache
def act_words() -> ActWords:
    """The classes of acts."""
    data = _load("acts")
    classes: dict[str, set[str]] = {}
    for name, listed in data["words"].items():
        for word in str(listed).split():
            lemma, _, rest = word.partition("_")
            forms = verb_forms(lemma) | noun_forms(lemma)
            for form in {f"{form} {rest.replace('_', ' ')}" for form in forms} if rest else forms:
                classes.setdefault(form, set()).add(name)
    phrases = sorted((form for form in classes if " " in form), key=len, reverse=True)
    return ActWords(
        {form: frozenset(names) for form, names in classes.items()},
        frozenset(frozenset(pair.split("/")) for pair in str(data["near"]["pairs"]).split()),
        frozenset(frozenset(pair.split("/")) for pair in str(data["opposite"]["pairs"]).split()),
        frozenset(str(data["opposite"]["loose"]).split()),
        re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b|[a-z][a-z-]*[a-z]"),
    )


def pattern(entries: Iterable[str]) -> re.Pattern[str]:
    """Whole words and phrases; ``*`` after a verb stands for its forms ("rule* against")."""
    forms: set[str] = set()
    for entry in entries:
        verb, star, rest = entry.partition("*")
        forms |= {form + rest for form in verb_forms(verb)} if star else {entry}
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?![\w-])", re.IGNORECASE)


@cache
def stem(word: str) -> str:
    """A word less its endings and a doubled last letter ("expelled", "expels"), good enough to see that two words are one."""
    low = singular(re.sub(r"['’]s$", "", word.lower()))
    for ending in ("ings", "ing", "ed", "es", "e", "s", "y"):
        if low.endswith(ending) and len(low) - len(ending) >= _LEAST_STEM:
            low = low[: -len(ending)]
            break
    return low[:-1] if len(low) > _LEAST_STEM and low[-1] == low[-2] else low


def content(text: str) -> frozenset[str]:
    """The stems of a text's content words."""
    return frozenset(stem(word) for word in _WORD.findall(text) if word.lower() not in _STOP and len(word) > 1)
