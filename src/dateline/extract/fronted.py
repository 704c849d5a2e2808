"""Parses mended where a time or place before the subject without a comma was read into it: "On Friday **senators** condemned", "In Gaza **medics** said".

The parser then takes "Friday senators" for the object of the preposition and leaves the verb without a subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.extract.calendarnames import MONTHS, WEEKDAYS
from dateline.extract.tags import FINITE
from dateline.ontology.fieldcodes import country_of_adjective
from dateline.ontology.wordlists import words_of

if TYPE_CHECKING:
    from dateline.extract.parse import Token

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
_NAMES: Final = frozenset({"NNP", "NNPS"})
#: How a name before a noun hangs on it.
_BEFORE: Final = frozenset({"compound", "amod", "nmod", "npadvmod", "nummod", "det"})
_TIMES: Final = MONTHS | WEEKDAYS
_PREPOSITIONS: Final = words_of("extract.fronted.prepositions")


def mended(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of a sentence with their subject given back to the verb, or as they are.

    Args:
        tokens: the tokens in order, with labels and heads as the parser gave them.
    """
    if not tokens or tokens[0].lower not in _PREPOSITIONS or tokens[0].dep != "prep":
        return tokens
    verb = tokens[tokens[0].head]
    noun = _swallowed(tokens, verb)
    name = _fronted(tokens, noun) if noun is not None else None
    return tokens if noun is None or name is None else _parted(tokens, verb, noun, name)


def _swallowed(tokens: Sequence[Token], verb: Token) -> Token | None:
    """The noun that took the preposition's object into it: the object itself where the verb has no subject, the subject where the preposition has no object."""
    objects = [t for t in tokens if t.head == 0 and t.dep == "pobj"]
    below = [t for t in tokens if t.head == verb.i and t.i != verb.i]
    subjects = [t for t in below if t.dep in _SUBJECTS]
    if len(objects) + len(subjects) != 1:
        return None
    noun = (objects or subjects)[0]
    finite = verb.tag in FINITE or any(t.dep in {"aux", "auxpass"} and t.tag in FINITE for t in below)
    return noun if finite and noun.i < verb.i and noun.tag in _NOUNS and _is_next(tokens, noun, verb) else None


def _is_next(tokens: Sequence[Token], noun: Token, verb: Token) -> bool:
    """Whether only what hangs on the noun, auxiliaries, adverbs and a time ("have **since May** struck") stand between it and the verb."""
    inside = {noun.i}
    for token in tokens[noun.i + 1 : verb.i]:
        if (token.head in inside and token.dep != "punct") or (token.head == verb.i and token.dep == "prep"):
            inside.add(token.i)
        elif not (token.head == verb.i and token.dep in {"aux", "auxpass", "advmod", "neg"}):
            return False
    return True


def _fronted(tokens: Sequence[Token], noun: Token) -> Token | None:
    """The name of the time or place that ends right before the subject."""
    before = tokens[1 : noun.i]
    if not before or any(t.head != noun.i and not 0 < t.head < noun.i for t in before) or any(t.head == noun.i and t.dep not in _BEFORE for t in before):
        return None
    time = next((t for t in reversed(before) if t.lower in _TIMES and t.tag in _NAMES), None)
    if time is not None:
        return time
    last = before[-2] if len(before) > 1 and _is_nationality(before[-1]) else before[-1]
    return last if last.tag in _NAMES and noun.tag in {"NN", "NNS"} else None


def _is_nationality(token: Token) -> bool:
    """Whether a word is the adjective of a country, which belongs to the noun behind it ("In Syria **Turkish** drones struck")."""
    return token.tag in {"NNP", "JJ"} and country_of_adjective(token.text) is not None


def _parted(tokens: Sequence[Token], verb: Token, noun: Token, name: Token) -> Sequence[Token]:
    passive = noun.dep == "nsubjpass" or any(t.dep == "auxpass" and t.head == verb.i for t in tokens)
    out = list(tokens)
    for token in tokens[1 : noun.i]:
        if token.head == noun.i and token.i < name.i:
            out[token.i] = replace(token, head=name.i)
    out[name.i] = replace(name, dep="pobj", head=0)
    out[noun.i] = replace(noun, dep="nsubjpass" if passive else "nsubj", head=verb.i)
    return out
