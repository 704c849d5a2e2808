"""Phrases that stand for no single state: "Western governments", "foreign judges", "donors", "the international community"."""

from __future__ import annotations

import re
from typing import Final

from dateline.ontology.inflect import singular
from dateline.ontology.wordlists import words_of
from dateline.resolve.epithets import are_many
from dateline.resolve.phraseparts import FRIENDS
from dateline.resolve.sets import STATE_HEADS
from dateline.types import Phrase, PhraseForm

_FRIENDS: Final = words_of("resolve.outsiders.friends")
_BESIDE: Final = re.compile(
    rf"(?:[Tt]he )?[A-Z][\w.-]*(?: [A-Z][\w.-]*)*['’]s? (?:[\w-]+ ){{0,2}}(?:{'|'.join(sorted(FRIENDS))})\b"
    rf"|(?:[Tt]he )?(?:[a-z-]+ )?(?:{'|'.join(sorted(FRIENDS))}) of (?:the )?[A-Z]"
)
_ALONE: Final = frozenset({"west", "world", "whole world", "entire world", "international community", "outside world", "abroad", "overseas"})
#: Before any noun, and before a plural only, they say that it is nobody's of the story.
_ABROAD: Final = frozenset({"foreign", "Foreign", "Western"})
_OF_MANY: Final = frozenset({"international"})
_OTHERS: Final = words_of("resolve.outsiders.others")
_OWN: Final = words_of("resolve.outsiders.own")
#: "All parties", "all sides" are whoever there is.
_WHOEVER: Final = frozenset("parties sides countries states nations actors governments stakeholders".split())
_FORCES: Final = words_of("resolve.outsiders.forces")

_WATCHERS: Final = words_of("resolve.outsiders.watchers")

_MINISTER: Final = re.compile(r"(?:^|\s)(?:[Mm]inister|[Pp]remier)(?:\s|$)")
_STATE: Final = words_of("resolve.outsiders.state")

#: A thought that somebody is only told to turn down, and behind it what it is of.
_IDEAS: Final = frozenset("idea notion suggestion possibility prospect".split())
_PROPOSALS: Final = frozenset({"proposal"})
_OF_DOING: Final = re.compile(r"\s+(?:of\s+(?:\w+ly\s+)?[a-z]+ing|to\s+(?:\w+ly\s+)?[a-z]+|that)\b")
_WHOSE: Final = re.compile(r"\s(?:by|from)\s+(?:the\s+)?[A-Z]")
_NO: Final = re.compile(r"\b[Nn]o\s+(?:other\s+|single\s+|foreign\s+)?$")
_ANY: Final = frozenset("ally country state nation government neighbour neighbor power capital".split())


def is_nobodys(phrase: Phrase, text: str) -> bool:
    """Whether a bare noun is of no state in sight: a thought that tells its own content ("ruled out **the idea** of sending troops") and not whose it is,
    or a state that there is not ("**no country** condemned it")."""
    if phrase.form is not PhraseForm.NOMINAL or phrase.plural or phrase.head not in _IDEAS | _PROPOSALS | _ANY:
        return False
    start, end = phrase.mention.span.start, phrase.mention.span.end
    before = text[max(0, start - 12) : start]
    if phrase.head in _ANY:
        return _NO.search(before) is not None and phrase.mention.text.lower() in {phrase.head, f"member {phrase.head}", f"other {phrase.head}"}
    bare = phrase.mention.text.lower() == phrase.head and before.endswith((" a ", " an ", " any ") if phrase.head in _PROPOSALS else (" a ", " an ", " any ", " the "))
    return bare and _OF_DOING.match(text, end) is not None and _WHOSE.search(text, end, max(end, (phrase.extended or phrase.mention.span).end)) is None


def is_state(phrase: Phrase) -> bool:
    """Whether a common noun stands for one state or its rulers ("suspended **the country**"), so that no body is meant."""
    return phrase.form is PhraseForm.NOMINAL and phrase.head in _STATE and not is_outsider(phrase)


def is_minister(phrase: Phrase) -> bool:
    """Whether a phrase is of one minister ("**Justice Minister** Adam Bodnar"), whom a state has and no body."""
    return phrase.form is not PhraseForm.PRONOUN and not phrase.plural and _MINISTER.search(phrase.mention.text) is not None


def is_onlooker(phrase: Phrase) -> bool:
    """Whether who speaks watches from outside ("analysts", "a Western diplomat"), so that no state of the story is its own unless told."""
    return is_outsider(phrase) or (phrase.form is PhraseForm.NOMINAL and singular(phrase.head.lower()) in _WATCHERS)


def is_whoever(phrase: Phrase, text: str) -> bool:
    """Whether a phrase means whoever there is, the state that speaks to them apart ("**all parties**", "any state")."""
    if phrase.extended is None or phrase.head not in _WHOEVER or phrase.extended.end > phrase.mention.span.end:
        return False
    return text[phrase.extended.start : phrase.mention.span.end].lower().split()[0] in {"all", "any"}


def are_of_others(words: str) -> bool:
    """Whether a phrase means those who lie beside, side with or lend to a state that it names ("Rwanda's **neighbours**", "the allies **of Ukraine**")."""
    return _BESIDE.match(words) is not None


def is_outsider(phrase: Phrase) -> bool:
    """Whether a phrase stands for no single state, so that of the countries in sight only a body ("IGO") can be its own."""
    if phrase.form is PhraseForm.PRONOUN:
        return False
    words = phrase.mention.text.lower().split()
    if are_many(phrase) or are_of_others(phrase.mention.text):
        return True
    if phrase.head in _FRIENDS or " ".join(words) in _ALONE:
        return True
    first, rest = words[0], words[1:]
    if not rest:
        return phrase.plural and phrase.form is PhraseForm.NOMINAL and phrase.head in STATE_HEADS - {"neighbours", "neighbors"}
    if phrase.mention.text.split()[0] in _ABROAD:
        return phrase.form is PhraseForm.NOMINAL and not (_OWN.intersection(rest) or phrase.head in _FORCES)
    if not phrase.plural:
        return False
    return first in _OF_MANY or (first in _OTHERS and phrase.head in STATE_HEADS)
