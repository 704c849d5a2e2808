"""One deed that a sentence tells with two words: "the **raids killed** nine", "**handed** over a list of **demands**", "**signalled** that it was **ready**",
"**lifted** most of the **sanctions**", "**put** him under house **arrest**", "**decided** not to **accept** it", "**sent** a frigate to **patrol**",
"**proposed** a **strike**", "**approved** the **sanctions**"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import governed
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.retyped import HURTING
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

#: Nouns for what both sides do; who is killed in it is told apart.
_MUTUAL: Final = words_of("extract.roles.mutual")
_HANDING: Final = forms_of_verbs(text_of("extract.lifts.handing"))
#: Types of steps back, and of what they take back.
_EASING: Final = frozenset({"RETREAT", "CONCEDE"})
_CURBING: Final = frozenset({"SANCTION", "COERCE"})
_LISTS: Final = frozenset({"list", "set", "series", "catalogue", "number"})
_PUTTING: Final = forms_of_verbs("put place keep hold")
_SIGNALLING: Final = forms_of_verbs("signal signify indicate")
_DECIDING: Final = forms_of_verbs("decide choose opt resolve")
_SENDING: Final = forms_of_verbs("send dispatch deploy assign")
_WATCHING: Final = forms_of_verbs("patrol guard")
_CALLING: Final = forms_of_verbs("propose call announce plan declare")
_APPROVING: Final = forms_of_verbs("approve adopt endorse impose")


def without_doubles(acts: Sequence[Act]) -> list[Act]:
    """The acts of a sentence without the second word of a deed; the first takes over the parties that it lacks.

    Of 14 nouns for an attack that "killed" somebody 12 in the corpus are one act, one is two and one is "fighting".
    """
    pairs = {second: first for first in range(len(acts)) for second in range(len(acts)) if _is_double(acts[first], acts[second])}
    return [_joined(act, [acts[second] for second, first in pairs.items() if first == i]) for i, act in enumerate(acts) if i not in pairs]


def _joined(act: Act, others: Sequence[Act]) -> Act:
    for one in others:
        act = replace(act, actors=act.actors or one.actors, recipients=act.recipients or one.recipients)
    return act


def _is_double(first: Act, second: Act) -> bool:
    """Whether the second act is only another word for the first."""
    if first is second:
        return False
    sentence, one, other = first.sentence, first.sentence.tokens[first.head], first.sentence.tokens[second.head]
    if (first.type, second.type) in {("SANCTION", "CONCEDE"), ("PROTEST", "THREATEN")}:
        doing = _APPROVING if second.type == "CONCEDE" else _CALLING
        return one.pos == "NOUN" and other.lower in doing and one.dep in {"dobj", "nsubjpass"} and one.head == other.i
    if first.type in _EASING and second.type in _CURBING and one.lower not in _APPROVING:
        return one.pos == "VERB" and other.pos == "NOUN" and _is_part_of_object(sentence, other, one)
    if first.type != second.type:
        return False
    if first.trigger == second.trigger:
        return one.i > other.i
    if first.type == "PROTEST":  # "**went on strike**" and its noun once more
        return first.trigger[0] <= other.i <= first.trigger[1]
    if first.type == "REJECT":
        return other.lower in _DECIDING and one.dep == "xcomp" and one.head == other.i and bool(sentence.kids(one.i, "neg"))
    if first.type == "MOBILIZE":
        return one.lower in _SENDING and other.lower in _WATCHING and other.tag == "VB" and other.dep in {"advcl", "xcomp"} and other.head == one.i
    if first.type == "COERCE":
        return one.pos == "NOUN" and other.lower in _PUTTING and _is_under(sentence, one, other)
    if first.type == "ASSAULT":
        return one.pos == "NOUN" and one.lower not in _MUTUAL and other.lower in HURTING and _does(sentence, one, other)
    if first.type == "REQUEST":
        return one.pos == "NOUN" and other.lower in _HANDING and _is_given(sentence, one, other)
    return first.type == "AGREE" and other.lower in _SIGNALLING and one.i > other.i and _is_said(sentence, one, other)


def _does(sentence: ParsedSentence, noun: Token, verb: Token) -> bool:
    """Whether a noun alone is the subject of a verb, also of its relative clause ("the ambush that **killed** nine")."""
    subjects = sentence.kids(verb.i, "nsubj")
    told = verb.dep == "relcl" and verb.head == noun.i and any(t.tag == "WDT" for t in subjects)
    return told or (noun in subjects and not sentence.kids(noun.i, "conj"))


def _is_given(sentence: ParsedSentence, noun: Token, verb: Token) -> bool:
    """Whether a verb hands over what a noun names, itself or on a list ("presented Riga **with a list of demands**")."""
    above = sentence.tokens[noun.head]
    while above.i != verb.i and (above.lower in {"of", "with"} or above.lower in _LISTS or (above.dep == "dobj" and above.head == verb.i)):
        above = sentence.tokens[above.head]
    return above.i == verb.i and noun.dep in {"dobj", "pobj"}


def _is_under(sentence: ParsedSentence, noun: Token, verb: Token) -> bool:
    """ "put the editor under house **arrest**", "placed the town under **curfew**"."""
    return noun in governed(sentence, [verb.i, *(t.i for t in sentence.kids(verb.i, "dobj"))], "under")


def _is_part_of_object(sentence: ParsedSentence, noun: Token, verb: Token) -> bool:
    """Whether a noun is a verb's object or what a part of it is "of" ("eased **some of** its curbs", "two of the three rounds of penalties")."""
    above = noun
    while above.dep == "pobj" and sentence.tokens[above.head].lower == "of":
        above = sentence.tokens[sentence.tokens[above.head].head]
    return above.dep == "dobj" and above.head == verb.i


def _is_said(sentence: ParsedSentence, word: Token, verb: Token) -> bool:
    """Whether a word is what a verb says of its own subject: "signalled that **it** was ready"."""
    clause = sentence.tokens[word.head] if word.dep == "acomp" else word
    return clause.dep == "ccomp" and clause.head == verb.i and any(t.pos == "PRON" for t in sentence.kids(clause.i, "nsubj"))
