"""Set phrases that tell an act whatever their verb means alone ("buried the **hatchet**", "stones **flew**", "gave him the cold **shoulder**"), and verbs
without a subject that a coder doubts only for their form ("began to **search** the houses", "for **crushing** the revolt").

As :mod:`dateline.extract.classifier.lifts`; a phrase also corrects the type that its verb suggests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline.extract.arguments import governed
from dateline.extract.classifier.lifts import LEAST, Lift
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

#: Of verbs without a subject above this likelihood 22 of 31 are acts on the held-out passages and the real news, of other verbs 4 of 10.
_FORM_FLOOR: Final = 0.35
_BARE: Final = frozenset({"xcomp", "pcomp"})
#: Verbs of what is only wished or possible.
_WISHING: Final = words_of("extract.idiomlifts.wishing")
#: Types of phrases whose noun names whoever is struck ("crushed the **revolt**").
_LITERAL: Final = frozenset({"ASSAULT", "COERCE"})
_PLACES: Final = ("prt", "prep", "advmod", "amod", "compound", "advcl")

#: Set phrases by the type of their act.
_TEXTS: Final[Mapping[str, str]] = {
    "AGREE": text_of("extract.idiomlifts.agree"),
    "CONSULT": text_of("extract.idiomlifts.consult"),
    "SUPPORT": text_of("extract.idiomlifts.support"),
    "CONCEDE": text_of("extract.idiomlifts.concede"),
    "COOPERATE": text_of("extract.idiomlifts.cooperate"),
    "AID": text_of("extract.idiomlifts.aid"),
    "RETREAT": text_of("extract.idiomlifts.retreat"),
    "REQUEST": text_of("extract.idiomlifts.request"),
    "ACCUSE": text_of("extract.idiomlifts.accuse"),
    "REJECT": text_of("extract.idiomlifts.reject"),
    "THREATEN": text_of("extract.idiomlifts.threaten"),
    "PROTEST": text_of("extract.idiomlifts.protest"),
    "SANCTION": text_of("extract.idiomlifts.sanction"),
    "MOBILIZE": text_of("extract.idiomlifts.mobilize"),
    "COERCE": text_of("extract.idiomlifts.coerce"),
    "ASSAULT": text_of("extract.idiomlifts.assault"),
}


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A set phrase: the nouns of it, another word that stands with them (``None``: none need), whether they are its subject, and its type."""

    nouns: frozenset[str]
    beside: str | None
    subject: bool
    type: str


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, tuple[_Phrase, ...]]:
    """The set phrases by the forms of their verbs."""
    found: dict[str, tuple[_Phrase, ...]] = {}
    for kind, entries in _TEXTS.items():
        for entry in entries.split():
            subject = "<" in entry
            first, second, beside, *_ = [*entry.replace("<", "/").split("/"), ""]
            verb, nouns = (second, first) if subject else (first, second)
            phrase = _Phrase(frozenset(nouns.split("|")), beside or None, subject, kind)
            for form in forms_of_verbs(verb):
                found[form] = (*found.get(form, ()), phrase)
    return found


def idiom_lift(sentence: ParsedSentence, token: Token) -> Lift | None:
    """What a set phrase or the want of a subject allows at a verb."""
    if token.pos != "VERB":
        return None
    for phrase in _phrases().get(token.lower, ()):
        nouns = _nouns(sentence, token, phrase)
        if nouns:
            return Lift(LEAST, phrase.type, tuple(t.i for t in nouns))
    return _without_subject(sentence, token)


def worn_words(sentence: ParsedSentence, head: int) -> frozenset[int]:
    """The nouns of the set phrase that a verb stands in, which name nobody and nothing there ("held out an olive **branch**")."""
    verb = sentence.tokens[head]
    if verb.pos != "VERB":
        return frozenset()
    phrases = [one for one in _phrases().get(verb.lower, ()) if one.type not in _LITERAL and not one.subject]
    return frozenset(t.i for one in phrases for t in _nouns(sentence, verb, one))


def _nouns(sentence: ParsedSentence, verb: Token, phrase: _Phrase) -> list[Token]:
    """The nouns of a phrase at its verb, none where its other word is missing."""
    if phrase.subject:
        return [t for t in sentence.kids(verb.i, "nsubj") if t.lower in phrase.nouns]
    links = sentence.kids(verb.i, "prep", "prt")
    reached = [*sentence.kids(verb.i, "dobj", "nsubjpass", "dative"), *governed(sentence, [verb.i], *{t.lower for t in links})]
    found = [t for t in reached if t.lower in phrase.nouns]
    if phrase.beside is None:
        return found
    return [t for t in found if any(one.lower == phrase.beside for i in (verb.i, t.i) for one in sentence.kids(i, *_PLACES))]


def _without_subject(sentence: ParsedSentence, verb: Token) -> Lift | None:
    """"began to **search** the houses", "is admired for **crushing** the revolt": content of no other act."""
    if verb.dep not in _BARE or sentence.kids(verb.i, "neg", "nsubj"):
        return None
    above = sentence.tokens[verb.head]
    if any(t.lower in _WISHING for t in (above, sentence.tokens[above.head], *sentence.kids(above.i, "nsubj"))):
        return None
    links = sentence.kids(verb.i, "prep")
    told = [t.i for t in (*sentence.kids(verb.i, "dobj"), *(one for link in links for one in sentence.kids(link.i, "pobj")))]
    return Lift(_FORM_FLOOR, None, (above.i, above.head, *told))
