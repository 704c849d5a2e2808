"""The cue words of ``ontology/data/quantities.toml``, compiled: which words show what a number counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

from dateline.extract.opening import Cue, opening_words
from dateline.ontology.alternation import any_of
from dateline.ontology.inflect import nouns_of, verb_forms
from dateline.ontology.wordlists import word_list

#: The fields of a class that hold cues.
FIELDS: Final = ("patient", "split", "goods", "weak", "subject", "phrases", "before")


@dataclass(frozen=True, slots=True)
class Kind:
    """A class of what is counted, with its compiled cues; see the data file for what each does."""

    name: str
    groups: frozenset[str]
    outcome: bool
    heads: frozenset[str]
    nouns: frozenset[str]
    not_nouns: frozenset[str]
    long_heads: tuple[str, ...]
    long_nouns: tuple[str, ...]
    measured: frozenset[str]
    attributes: frozenset[str]
    patient: Cue | None
    split: Cue | None
    goods: Cue | None
    stuffs: frozenset[str]
    weak: Cue | None
    subject: Cue | None
    phrases: Cue | None
    before: Cue | None

    def cues(self) -> Iterator[Cue]:
        """All cues of the class."""
        return (cue for cue in map(self.cue, FIELDS) if cue is not None)

    def cue(self, field: str) -> Cue | None:
        """The cue of a field."""
        found: Cue | None = getattr(self, field)
        return found

    def tells(self, before: str, phrase: str, after: str) -> bool:
        """Whether a cue of the class, or a noun of it, stands in a number's phrase or among some words on its sides."""
        words = before + phrase + after
        if any(cue.search(words) for cue in self.cues()) or (self.split is not None and self.split.search(before + GAP + after)):
            return True
        return not (self.heads | self.nouns | self.attributes).isdisjoint(words.lower().split())


_BE: Final = ("was", "were", "is", "are", "be", "been")


def _phrase(words: str, *, verb: bool) -> list[str]:
    """The patterns of a cue, one a form of its verb, the longest first."""
    first, _, rest = words.partition(" ")
    forms = sorted(map(re.escape, verb_forms(first)), key=len, reverse=True) if verb else [re.escape(first)]
    if verb and first == "be":
        forms = [*_BE]
    tail = (
        "".join(r"(?:\s+[\w'-]+){0,2}?\s+" + re.escape(word) for word in rest.split())
        if verb
        else "".join(r"\s+" + re.escape(word) for word in rest.split())
    )
    return [form + tail for form in forms]


def _pattern(words: Sequence[str], *, verb: bool) -> str:
    return any_of(pattern for one in sorted(words, key=len, reverse=True) for pattern in _phrase(one, verb=verb))


#: Stands for the number itself where a verb and its particle are on its two sides ("flew 900 people out").
GAP: Final = "\0"


def _split_pattern(verbs: Sequence[str]) -> str:
    """Verbs of two or more words around the number: "flew ... out", "took ... prisoner"."""
    inside = []
    for words in verbs:
        first, _, rest = words.partition(" ")
        forms = "|".join(sorted(map(re.escape, verb_forms(first)), key=len, reverse=True))
        inside.append(rf"(?:{forms})\s+(?:\w+\s+)?\0(?:\s+[\w'-]+){{0,4}}?\s+{re.escape(rest)}")
    return f"(?:{'|'.join(inside)})"


def _long(nouns: Iterable[str]) -> tuple[str, ...]:
    """The ends of phrases that nouns of several words make."""
    return tuple(sorted(f" {noun}" for noun in nouns if " " in noun))


@lru_cache(maxsize=256)
def _cue(phrases: tuple[str, ...], *, verb: bool) -> Cue | None:
    """Finds phrases; with the words that they begin with, in all forms of verbs, and the longest word of each as its sign.

    Kept, so that where one list is changed to measure it the others are not built again.
    """
    if not phrases:
        return None
    opens = {form for phrase in phrases for form in _forms(phrase.partition(" ")[0], verb=verb)}
    signs = {form for phrase in phrases for form in _longest(phrase, verb=verb)}
    return Cue(partial(_pattern, phrases, verb=verb), opening_words(opens), opening_words(signs))


def _forms(word: str, *, verb: bool) -> Iterable[str]:
    return (*verb_forms(word), *(_BE if word == "be" else ())) if verb else (word,)


def _longest(phrase: str, *, verb: bool) -> Iterable[str]:
    """The forms of the longest word of a phrase, of those of "be" the longest other word."""
    first, *rest = phrase.split()
    if rest and (first == "be" or max(map(len, rest)) > len(first)):
        return (max(rest, key=len),)
    return _forms(first, verb=verb)


@lru_cache(maxsize=64)
def _split_cue(verbs: tuple[str, ...]) -> Cue | None:
    """Verbs on the two sides of the number; what is looked at for their signs is the side before it, where the first word stands."""
    split = tuple(words for words in verbs if " " in words)
    firsts = {words.partition(" ")[0] for words in split}
    return Cue(partial(_split_pattern, split), opening_words(form for first in firsts for form in _forms(first, verb=True))) if split else None


@lru_cache(maxsize=1)
def load_kinds() -> tuple[Kind, ...]:
    """The classes of the package's data file, in its order."""
    data = word_list("quantities")
    return tuple(
        Kind(
            name=row["name"],
            groups=frozenset(row["units"]),
            outcome=row.get("outcome", False) or row.get("outcome_verbs", False),
            heads=nouns_of(tuple(row.get("heads", ()))),
            nouns=nouns_of(tuple(row.get("nouns", ()))),
            not_nouns=nouns_of(tuple(row.get("not_nouns", ()))),
            long_heads=_long(nouns_of(tuple(row.get("heads", ())))),
            long_nouns=_long(nouns_of(tuple(row.get("nouns", ())))),
            measured=frozenset(row.get("measured", ())),
            attributes=frozenset(row.get("attributes", ())),
            patient=_cue(tuple(row.get("verbs", ())), verb=True),
            split=_split_cue(tuple(row.get("verbs", ()))),
            goods=_cue(tuple(row.get("goods_verbs", ())), verb=True),
            stuffs=frozenset(row.get("stuffs", ())),
            weak=_cue(tuple(row.get("weak_verbs", ())), verb=True),
            subject=_cue(tuple(row.get("subject_verbs", ())), verb=True),
            phrases=_cue(tuple(row.get("phrases", ())), verb=False),
            before=_cue(tuple(row.get("before", ())), verb=False),
        )
        for row in data["class"]
    )


def signalled(words: Iterable[str]) -> set[str]:
    """The names of the classes of which a cue may stand among some words: those that one of the words is a sign of."""
    return {name for name, _ in signed(words)}


def signed(words: Iterable[str]) -> set[tuple[str, str]]:
    """The classes with the fields of their cues that may stand among some words."""
    by_sign = _by_sign()
    return set().union(*(by_sign[word] for word in words if word in by_sign))


@lru_cache(maxsize=1)
def _by_sign() -> Mapping[str, frozenset[tuple[str, str]]]:
    """The names of the classes that a word is a sign of, with the fields of the cues."""
    found: dict[str, set[tuple[str, str]]] = {}
    for kind in load_kinds():
        for field in FIELDS:
            cue = kind.cue(field)
            for word in () if cue is None else cue.opens if cue.signs is None else cue.signs:
                found.setdefault(word, set()).add((kind.name, field))
    return {word: frozenset(names) for word, names in found.items()}
