"""Set phrases that tell an act whatever their verb means alone ("buried the **hatchet**", "stones **flew**", "gave him the cold **shoulder**"), and verbs
without a subject that a coder doubts only for their form ("began to **search** the houses", "for **crushing** the revolt").

As :mod:`dateline.extract.classifier.lifts`; a phrase also corrects the type that its verb suggests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline.extract.arguments import first_of_row, governed, verb_arguments
from dateline.extract.classifier.lifts import LEAST, Lift
from dateline.extract.clauses.nations import nations_of
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
#: Who sets phrases of state in motion where no country is named.
_OFFICES: Final = words_of("extract.idiomlifts.offices")
_CONTENT: Final = frozenset({"xcomp", "ccomp", "pcomp"})
#: Words before whoever a phrase is aimed at.
_AIMING: Final = ("to", "with", "at", "on", "upon", "for", "against", "of")
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
    """A set phrase: the nouns of it (none: its particle makes it), another word that stands with them (``None``: none need), whether they are its
    subject, its type, and whether it tells an act of state however unlikely a coder finds it."""

    nouns: frozenset[str]
    beside: str | None
    subject: bool
    type: str
    sure: bool


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, tuple[_Phrase, ...]]:
    """The set phrases by the forms of their verbs."""
    found: dict[str, tuple[_Phrase, ...]] = {}
    for kind, entries in _TEXTS.items():
        for entry in entries.split():
            subject = "<" in entry
            first, second, beside, *_ = [*entry.rstrip("!").replace("<", "/").split("/"), ""]
            verb, nouns = (second, first) if subject else (first, second)
            phrase = _Phrase(frozenset(nouns.split("|")) - {""}, beside or None, subject, kind, entry.endswith("!"))
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


def sure_lift(sentence: ParsedSentence, token: Token) -> Lift | None:
    """What a set phrase of state allows at a verb that a coder finds unlikely, which is no content of another act ("Lisbon **put** the talks on ice")."""
    phrases = [phrase for phrase in _phrases().get(token.lower, ()) if phrase.sure] if token.pos == "VERB" else []
    if not phrases or is_infinitive(sentence, token):
        return None
    for phrase in phrases:
        if (nouns := _nouns(sentence, token, phrase)) and _is_of_state(sentence, token, nouns):
            return Lift(0.0, phrase.type, (*contents_of(sentence, token), *(t.i for t in nouns)))
    return None


def contents_of(sentence: ParsedSentence, verb: Token) -> tuple[int, ...]:
    """The words of which a verb, or the row of verbs that it stands in, is only the content."""
    first = first_of_row(sentence, verb)
    return (first.head, sentence.tokens[first.head].head) if first.dep in _CONTENT else ()


def is_infinitive(sentence: ParsedSentence, token: Token) -> bool:
    """Whether "to" stands before a verb."""
    return token.tag == "VB" and any(t.lower == "to" for t in sentence.kids(token.i, "aux"))


def _is_of_state(sentence: ParsedSentence, verb: Token, nouns: list[Token]) -> bool:
    """Whether a country or an office of state has a part in a phrase."""
    found = verb_arguments(sentence, verb.i)
    parties = {*found.subjects, *found.objects, *found.datives, *(i for _, i in found.preps), *(t.i for t in nouns)}
    words = [sentence.tokens[i] for i in parties]
    beside = [one for t in words for one in (*sentence.kids(t.i, "compound", "poss"), *governed(sentence, [t.i], "in", "of", "from", "with", "against"))]
    return any(t.lower in _OFFICES for t in (*words, *beside)) or any(nations_of(sentence, t.i) for t in (*words, *beside))


def aimed(sentence: ParsedSentence, head: int) -> tuple[int, ...]:
    """At whom the set phrase of a verb is aimed: "raised its voice **against Peru**", "put a base at **Japan's** disposal", "begged **the victims'** pardon"."""
    verb = sentence.tokens[head]
    if verb.pos != "VERB":
        return ()
    for phrase in _phrases().get(verb.lower, ()):
        nouns = [] if phrase.subject else _nouns(sentence, verb, phrase)
        if not nouns:
            continue
        worn = {t.i for t in nouns}
        owners = [t for i in worn for t in sentence.kids(i, "poss") if t.tag != "PRP$"]
        given = [one for t in sentence.kids(head, "dative") for one in (sentence.kids(t.i, "pobj") if t.pos == "ADP" else (t,))]
        reached = [*owners, *given, *governed(sentence, [head, *worn], *_AIMING), *sentence.kids(head, "dobj")]
        return tuple(t.i for t in reached if t.i not in worn)
    return ()


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
    if not phrase.nouns:
        return [] if sentence.kids(verb.i, "dobj") else [t for t in sentence.kids(verb.i, "prt") if t.lower == phrase.beside]
    found = [t for t in _reached(sentence, verb.i) if t.lower in phrase.nouns]
    if phrase.beside is None:
        return found
    found = [t for t in found if any(one.lower == phrase.beside for i in (verb.i, t.i) for one in sentence.kids(i, *_PLACES))]
    # It also joins the end of the phrase to its object: "put the talks **on ice**".
    return found or [t for t in governed(sentence, [t.i for t in sentence.kids(verb.i, "dobj")], phrase.beside) if t.lower in phrase.nouns]


@lru_cache(maxsize=64)
def _reached(sentence: ParsedSentence, verb: int) -> tuple[Token, ...]:
    """The nouns that the phrases of a verb are looked for among: its objects and those of its prepositions."""
    links = sentence.kids(verb, "prep", "prt")
    objects = [*sentence.kids(verb, "dobj", "nsubjpass", "dative"), *governed(sentence, [verb], *{t.lower for t in links})]
    # The parser takes the second of two objects for the name of the first: "showed the envoy the **door**".
    return (*objects, *(one for t in sentence.kids(verb, "dobj", "dative") for one in sentence.kids(t.i, "appos")))


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
