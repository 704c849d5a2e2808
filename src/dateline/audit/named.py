"""Who and what a phrase names: the person behind a subject or a speaker, the towns in which something is done."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from dateline.audit.words import words as words_
from dateline.ontology.namekeys import normalise

if TYPE_CHECKING:
    from dateline.resolve import Resolver
    from dateline.resolve.sightings import Sighting

_NAMES: Final = re.compile(r"[A-Z][\w’'-]*\w")
#: An office that the knowledge base dates is that of a person.
_OFFICE: Final = re.compile(r"\b(?:19|20)\d\d\b")
#: Spellings of one name are at least so much alike ("Zelensky", "Zelenskyy").
_SPELLINGS: Final = 0.8
_TOWNS: Final = frozenset({"town", "capital", "body"})
#: Codes of what is made up of states: a body in a town and no town itself.
_OF_STATES: Final = frozenset({"IGO", "EUR", "UNO"})
_AT: Final = re.compile(r"\b(?:in|at|near|outside)\s+$", re.IGNORECASE)
#: "in Geneva talks", "at Nairobi's airport": what stands behind is named by the town.
_OWNS: Final = re.compile(r"['’]|\s+(?:talks|summit|meeting|conference|accords?|agreement|time|hours)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the knowledge base, with the words that name him or her; the last of them is the surname."""

    entity: str
    words: str
    country: str | None

    @property
    def surname(self) -> str:
        """The surname in plain letters."""
        return plain(self.words.split()[-1])


def plain(word: str) -> str:
    """A word in plain lower-case letters, less a genitive."""
    return re.sub(r"['’]s?$", "", normalise(word))


def person(phrase: str, resolver: Resolver, on: date | None) -> Person | None:
    """The one person whom a phrase ends in; ``None`` for several, for bodies, and for "Putin's spokesman"."""
    phrase = phrase.strip(" ,.:;'’\"“”")
    phrase = _less_office(phrase)
    words = phrase.split()
    if not words or _NAMES.fullmatch(words[-1]) is None or re.search(r",|&|\band\b", phrase):
        return None
    chosen = resolver.actor(phrase, on=on).chosen
    if chosen is None or not chosen.entity or not _OFFICE.search(chosen.detail) or len(chosen.entity.split()) < 2:
        return None
    if not _is_spelling(plain(words[-1]), plain(chosen.entity.split()[-1])):
        return None
    return Person(chosen.entity, phrase, chosen.country)


def _less_office(phrase: str) -> str:
    """"The Czech foreign minister, Jan Lipavský": the name alone."""
    parts = [part.strip() for part in phrase.split(",")]
    named = [part for part in parts if part and all(word[:1].isupper() for word in part.split())]
    return named[0] if len(parts) == 2 and len(named) == 1 else phrase


def names(text: str, surname: str) -> bool:
    """Whether a text has a word that is a spelling of a surname."""
    return any(_is_spelling(plain(part), surname) for word in _NAMES.findall(text) for part in re.split("['’-]", word) if len(part) > 1)


def _is_spelling(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() >= _SPELLINGS


def sighted(text: str, resolver: Resolver, on: date | None) -> list[Sighting]:
    """Where a text names countries; not by the first part of somebody's hyphenated name ("**Yunus**-bek Yevkurov")."""
    return [one for one in resolver.sightings(text, 0, 0, on=on) if one.kind != "person" or not re.match(r"-\w", text[one.end :])]


def bodies(text: str, seen: Iterable[Sighting], resolver: Resolver) -> dict[str, tuple[int, int]]:
    """The bodies of states that a text names and that are never told as one another: name of each -> start, end."""
    found = {}
    for one in seen:
        chosen = resolver.actor(text[one.start : one.end]).chosen if one.kind == "body" and one.country in _OF_STATES else None
        if chosen is not None and chosen.entity in words_().principal:
            found[chosen.entity] = (one.start, one.end)
    return found


def towns(text: str, seen: Iterable[Sighting]) -> dict[str, tuple[int, int, str]]:
    """The towns in or near which a text sets something: name -> start, end, country."""
    placed = (one for one in seen if one.kind in _TOWNS and one.country and not (one.kind == "body" and one.country in _OF_STATES))
    return {
        plain(text[one.start : one.end]): (one.start, one.end, one.country)
        for one in placed
        if _AT.search(text[: one.start]) and not _OWNS.match(text, one.end) and text[one.start].isupper()
    }
