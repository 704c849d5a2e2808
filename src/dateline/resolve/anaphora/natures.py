"""What a noun phrase is when references are resolved: a person, a body, a place, a set of so many."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from dateline.resolve.anaphora.words import (
    BODIES,
    CALENDAR,
    CAPITAL,
    COUNTRY_HEADS,
    FIRMS,
    LED_BY,
    MEN,
    NUMBERS,
    OWNED,
    OWNED_BY,
    PERSON_PAIRS,
    PLACED,
    ROLES,
    SETS,
    THE,
    WOMEN,
    is_human,
)
from dateline.types import Mention, Phrase, PhraseForm, Resolution, Span

#: A noun right before a name: "the **rapper** Nitt Doff".
_DESCRIBED: Final = re.compile(r"(?:[\w'’-]+ )*?([a-z][a-z-]+)(?: (?:(?:de|von|van|al|el|bin) )?[A-Z][\w'’.-]+)+$")

Lookup = Callable[[Phrase], Resolution]


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found out about the phrases of a document by their words alone: worked out once, whoever asks."""

    persons: dict[Phrase, bool] = field(default_factory=dict)
    nouns: dict[Phrase, frozenset[str]] = field(default_factory=dict)
    places: dict[Phrase, bool] = field(default_factory=dict)


class Natures:
    """Judges single phrases of a text by their words and by what they are looked up as.

    Args:
        text: the canonical text.
        lookup: what a phrase refers to by its own words.
        facts: of the same text and lookup, where they are shared.
    """

    def __init__(self, text: str, lookup: Lookup, facts: Facts | None = None) -> None:
        self._text, self._lookup = text, lookup
        self._facts = facts or Facts()

    def _known(self, phrase: Phrase) -> bool:
        chosen = self._lookup(phrase).chosen
        return chosen is not None and (chosen.country is not None or bool(chosen.sectors))

    def _country(self, phrase: Phrase) -> str | None:
        chosen = self._lookup(phrase).chosen
        return chosen.country if chosen else None

    def _sector(self, phrase: Phrase) -> str | None:
        chosen = self._lookup(phrase).chosen
        return chosen.sectors[0] if chosen and chosen.sectors else None

    def _is_person(self, phrase: Phrase) -> bool:
        """A person's name, a title with a name, or a noun for one person."""
        if phrase.plural or phrase.form is PhraseForm.PRONOUN:
            return False
        found = self._facts.persons.get(phrase)
        if found is None:
            found = self._facts.persons[phrase] = is_human(phrase.head) if phrase.form is PhraseForm.NOMINAL else self._is_persons_name(phrase)
        return found

    def _is_persons_name(self, phrase: Phrase) -> bool:
        found = self._lookup(phrase)
        words = words_of(phrase.mention.text)
        if found.method in {"person", "surname"} or words[0] in MEN or words[0] in WOMEN:
            return True
        if found.method not in {"organisation", "country"} and _is_described(phrase.mention.text):
            return True
        if found.method in {"unknown", "ambiguous"}:
            return phrase.head not in CALENDAR and bool(CAPITAL.search(phrase.mention.text)) and not self._is_place(phrase) and not self._has_the(phrase)
        if found.method not in {"composition", "thing"}:
            return False
        if len(words) < 2:
            return phrase.head in ROLES
        return bool(ROLES.intersection(words[:-1])) or self._is_strange(phrase)

    def _of_person(self, phrase: Phrase) -> bool:
        """Whether a person is described as somebody else's ("Putin's spokesman"), who may be meant as well."""
        if OWNED_BY.search(self._text[max(0, phrase.mention.span.start - 24) : phrase.mention.span.start]):
            return True
        owner = OWNED.split(phrase.mention.text, maxsplit=1)
        if len(owner) < 2 or phrase.form is PhraseForm.NAME:
            return False
        start = phrase.mention.span.start
        mention = Mention(owner[0], Span(start, start + len(owner[0])))
        return self._is_person(Phrase(mention, words_of(owner[0])[-1], PhraseForm.NAME, sentence=phrase.sentence))

    def _is_strange(self, phrase: Phrase) -> bool:
        """Whether the last word of a name is a capitalised word that nothing is known of by itself."""
        word = phrase.mention.text.split()[-1]
        mention = Mention(word, Span(phrase.mention.span.end - len(word), phrase.mention.span.end))
        return word[:1].isupper() and self._lookup(Phrase(mention, word.lower(), PhraseForm.NAME)).method in {"unknown", "surname"}

    def _definite(self, phrase: Phrase) -> bool:
        if phrase.form is not PhraseForm.NOMINAL or (phrase.extended and phrase.extended.end > phrase.mention.span.end):
            return False
        return self._has_the(phrase)

    def _has_the(self, phrase: Phrase) -> bool:
        return bool(THE.search(self._text[max(0, phrase.mention.span.start - 6) : phrase.mention.span.start]))

    def _number(self, phrase: Phrase, word: str) -> int | None:
        """How many parties a phrase stands for: "both", "the pair", "the two countries"."""
        if word == "both" and phrase.form is PhraseForm.PRONOUN:
            return 2
        if phrase.head in SETS and self._definite(phrase):
            return SETS[phrase.head]
        if phrase.form is not PhraseForm.NOMINAL or (phrase.head not in COUNTRY_HEADS and phrase.head not in PERSON_PAIRS):
            return None
        lead = self._text[max(0, phrase.mention.span.start - 24) : phrase.mention.span.start]
        first, _, rest = phrase.mention.text.partition(" ")
        if first.lower() in NUMBERS and rest:
            return NUMBERS[first.lower()]
        found = LED_BY.search(lead)
        return NUMBERS[(found.group(1) or found.group(2)).lower()] if found else None

    def _is_place(self, phrase: Phrase) -> bool:
        found = self._facts.places.get(phrase)
        if found is None:
            before = self._text[max(0, phrase.mention.span.start - 14) : phrase.mention.span.start]
            found = self._facts.places[phrase] = PLACED.search(before) is not None
        return found

    def _nouns(self, phrase: Phrase) -> frozenset[str]:
        """The nouns that a phrase repeats, as singulars: its head, and a name's own noun."""
        found = self._facts.nouns.get(phrase)
        if found is None:
            head = singular_of(phrase.head)
            found = frozenset({head, _called(phrase)} if phrase.form is PhraseForm.NAME else {head})
            self._facts.nouns[phrase] = found
        return found

    def _family_first(self, phrase: Phrase) -> bool:
        return self._country(phrase) in {"CHN", "KOR", "PRK", "TWN", "VNM", "JPN", "KHM"}

    @staticmethod
    def _is_described_body(phrase: Phrase) -> bool:
        """"Libyan militia": a noun for a body with a name before it."""
        return phrase.head in BODIES and CAPITAL.match(phrase.mention.text) is not None

    def _is_country(self, phrase: Phrase) -> bool:
        """Whether a phrase names a country, capital or place rather than a body."""
        return self._lookup(phrase).method in {"country", "adjective", "capital", "metonym", "place", "region", "people"} or self._is_place(phrase)

    def _kind_of(self, phrase: Phrase) -> str | None:
        country = self._country(phrase)
        return country if country in {"IGO", "EUR", "UNO"} else self._sector(phrase)


#: Words after which a name says whose or where: its noun stands before them.
_WHOSE: Final = re.compile(r"\s(?:of|for|on|in|to)\s")


def _is_described(text: str) -> bool:
    """Whether a noun for a person leads a name."""
    match = _DESCRIBED.match(text)
    return match is not None and is_human(match.group(1)) and match.group(1) not in FIRMS


def _called(phrase: Phrase) -> str:
    """A name's own noun ("Nicaraguan **Center** for Human Rights", not "South **Sea** Fleet")."""
    return singular_of(words_of(_WHOSE.split(phrase.mention.text, maxsplit=1)[0])[-1])


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """The lower-case words of a phrase, without possessive endings; an empty one where there is none."""
    return tuple([word.strip(".,'’\"").lower() for word in text.replace("’s", "").replace("'s", "").split()]) or ("",)


@lru_cache(maxsize=8192)
def singulars_of(text: str) -> frozenset[str]:
    """The words of a phrase without their plural s."""
    return frozenset(map(singular_of, words_of(text)))


def singular_of(word: str) -> str:
    """A word without its plural s."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def by_sentence(phrases: Iterable[Phrase]) -> dict[int, list[Phrase]]:
    """Phrases by the sentence in which they stand."""
    found: dict[int, list[Phrase]] = {}
    for phrase in phrases:
        found.setdefault(phrase.sentence, []).append(phrase)
    return found
