"""Phrases that stand for no single state: "Western governments", "foreign judges", "donors", "the international community"."""

from __future__ import annotations

from typing import Final

from dateline.ontology.inflect import singular
from dateline.resolve.sets import STATE_HEADS
from dateline.types import Phrase, PhraseForm

#: Nouns for those who give to, or side with, a state from outside; their own countries are told by their own words or not at all.
_FRIENDS: Final = frozenset("donor donors lenders creditors investors allies partners backers patrons".split())
_ALONE: Final = frozenset({"west", "world", "whole world", "entire world", "international community", "outside world", "abroad", "overseas"})
#: Before any noun, and before a plural only, they say that it is nobody's of the story.
_ABROAD: Final = frozenset({"foreign", "Foreign", "Western"})
_OF_MANY: Final = frozenset({"international"})
#: Before a plural noun for states they say that others are meant than those of the story.
_OTHERS: Final = frozenset("other outside third neighbouring neighboring friendly member partner great world major".split())
#: After "foreign" they name an office, an agency or a law of the state itself.
_OWN: Final = frozenset(
    """minister ministers ministry ministries secretary secretaries office offices policy affairs service services intelligence agent
    agents legion exchange reserves relations""".split()
)
#: "All parties", "all sides" are whoever there is.
_WHOEVER: Final = frozenset("parties sides countries states nations actors governments stakeholders".split())
#: Forces in a country are mostly those of the one other state that the story is about.
_FORCES: Final = frozenset("troops forces soldiers army armies warship warships ships jets planes aircraft bases".split())

#: Those who watch a story from outside. Of 52 bare ones who speak in the training passages one is given a state, ten a body and 41 nothing.
_WATCHERS: Final = frozenset(
    """diplomat analyst expert observer monitor economist historian researcher scholar academic commentator strategist pundit
    campaigner""".split()
)

#: Nouns for a state or for who rules it, which no body of several states is: of 957 in the training passages 11 are a body's.
_STATE: Final = frozenset("country nation kingdom republic government junta regime generals army police ministry treasury".split())


def is_state(phrase: Phrase) -> bool:
    """Whether a common noun stands for one state or its rulers ("suspended **the country**"), so that no body is meant."""
    return phrase.form is PhraseForm.NOMINAL and phrase.head in _STATE and not is_outsider(phrase)


def is_onlooker(phrase: Phrase) -> bool:
    """Whether who speaks watches from outside ("analysts", "a Western diplomat"), so that no state of the story is its own unless told."""
    return is_outsider(phrase) or (phrase.form is PhraseForm.NOMINAL and singular(phrase.head.lower()) in _WATCHERS)


def is_whoever(phrase: Phrase, text: str) -> bool:
    """Whether a phrase means whoever there is, the state that speaks to them apart ("**all parties**", "any state")."""
    if phrase.extended is None or phrase.head not in _WHOEVER or phrase.extended.end > phrase.mention.span.end:
        return False
    return text[phrase.extended.start : phrase.mention.span.end].lower().split()[0] in {"all", "any"}


def is_outsider(phrase: Phrase) -> bool:
    """Whether a phrase stands for no single state, so that of the countries in sight only a body ("IGO") can be its own."""
    if phrase.form is PhraseForm.PRONOUN:
        return False
    words = phrase.mention.text.lower().split()
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
