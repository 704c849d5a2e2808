"""One deed that a sentence tells with two words: "the **raids killed** nine", "**signalled** that it was **ready**",
"**lifted** most of the **sanctions**", "**put** him under house **arrest**", "**decided** not to **accept** it", "**sent** a frigate to **patrol**",
"**proposed** a **strike**", "**approved** the **sanctions**", ""we will **close** the port," he **warned**"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.act import Act
from dateline.extract.arguments import governed
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.retyped import HURTING
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import words_of

#: Nouns for what both sides do; who is killed in it is told apart.
_MUTUAL: Final = words_of("extract.roles.mutual")
_PUTTING: Final = forms_of_verbs("put place keep hold")
_SIGNALLING: Final = forms_of_verbs("signal signify indicate")
_DECIDING: Final = forms_of_verbs("decide choose opt resolve")
_SENDING: Final = forms_of_verbs("send dispatch deploy assign")
_WATCHING: Final = forms_of_verbs("patrol guard")
_CALLING: Final = forms_of_verbs("propose call announce plan declare")
_THREATENING: Final = forms_of_verbs("warn threaten vow caution swear")
#: Whoever threatens, in his own words.
_SELF: Final = frozenset({"i", "we"})
_APPROVING: Final = forms_of_verbs("approve adopt endorse impose")

#: Whether one word of an act, the act's own, is told by another word of its sentence as well.
Test = Callable[[Act, Token, Token], bool]


def without_doubles(acts: Sequence[Act]) -> list[Act]:
    """The acts of a sentence without the second word of a deed; the first takes over the parties that it lacks.

    Of 14 nouns for an attack that "killed" somebody 12 in the corpus are one act, one is two and one is "fighting".
    """
    pairs = {second: first for first in range(len(acts)) for second in range(len(acts)) if _is_double(acts[first], acts[second])}
    return [_joined(act, [acts[second] for second, first in pairs.items() if first == i]) for i, act in enumerate(acts) if i not in pairs]


def _joined(act: Act, others: Sequence[Act]) -> Act:
    for one in others:
        modes = one.modes or act.modes if act.type == "THREATEN" else act.modes
        act = replace(act, modes=modes, actors=act.actors or one.actors, recipients=act.recipients or one.recipients)
    return act


def _is_double(first: Act, second: Act) -> bool:
    """Whether the second act is only another word for the first."""
    if first is second:
        return False
    if first.type == second.type and first.trigger == second.trigger:
        return first.head > second.head
    test = _DOUBLES.get((first.type, second.type))
    return test is not None and test(first, first.sentence.tokens[first.head], first.sentence.tokens[second.head])


def _is_what_is(doing: Collection[str]) -> Test:
    """Whether a noun is the object of one of the verbs: "approved the **sanctions**", "a **strike** was proposed"."""
    return lambda act, noun, verb: noun.pos == "NOUN" and verb.lower in doing and noun.dep in {"dobj", "nsubjpass"} and noun.head == verb.i


def _eases(act: Act, verb: Token, noun: Token) -> bool:
    """"**lifted** most of the sanctions"."""
    return verb.lower not in _APPROVING and verb.pos == "VERB" and noun.pos == "NOUN" and _is_part_of_object(act.sentence, noun, verb)


def _holds_word(act: Act, _word: Token, other: Token) -> bool:
    """"**went on strike**" and its noun once more."""
    return act.trigger[0] <= other.i <= act.trigger[1]


def _is_decided_against(act: Act, word: Token, verb: Token) -> bool:
    """"decided not to **accept** it"."""
    return verb.lower in _DECIDING and word.dep == "xcomp" and word.head == verb.i and bool(act.sentence.kids(word.i, "neg"))


def _sends_to_watch(_act: Act, word: Token, verb: Token) -> bool:
    """"**sent** a frigate to patrol"."""
    return word.lower in _SENDING and verb.lower in _WATCHING and verb.tag == "VB" and verb.dep in {"advcl", "xcomp"} and verb.head == word.i


def _is_put_under(act: Act, noun: Token, verb: Token) -> bool:
    """"put the editor under house **arrest**", "placed the town under **curfew**"."""
    if noun.pos != "NOUN" or verb.lower not in _PUTTING:
        return False
    return noun in governed(act.sentence, [verb.i, *(t.i for t in act.sentence.kids(verb.i, "dobj"))], "under")


def _hurts(act: Act, noun: Token, verb: Token) -> bool:
    """"the **raids** killed nine"."""
    return noun.pos == "NOUN" and noun.lower not in _MUTUAL and verb.lower in HURTING and _does(act.sentence, noun, verb)


def _is_threatened(act: Act, verb: Token, word: Token) -> bool:
    """""We will **close** the port," he **warned**": the threat is its words, of which the verb of threatening tells."""
    if verb.lower not in _THREATENING or word.pos != "VERB" or not any(t.lower in _SELF for t in act.sentence.kids(word.i, "nsubj")):
        return False
    return (word.dep == "ccomp" and word.head == verb.i) or (verb.dep == "parataxis" and verb.head == word.i)


def _is_signalled(act: Act, word: Token, verb: Token) -> bool:
    """"signalled that it was **ready**"."""
    return verb.lower in _SIGNALLING and word.i > verb.i and _is_said(act.sentence, word, verb)


def _does(sentence: ParsedSentence, noun: Token, verb: Token) -> bool:
    """Whether a noun alone is the subject of a verb, also of its relative clause ("the ambush that **killed** nine")."""
    subjects = sentence.kids(verb.i, "nsubj")
    told = verb.dep == "relcl" and verb.head == noun.i and any(t.tag == "WDT" for t in subjects)
    return told or (noun in subjects and not sentence.kids(noun.i, "conj"))


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


#: The types of two acts, and how the second is known for only another word for the first: by the first act, its word and the other's.
_DOUBLES: Final[Mapping[tuple[str, str], Test]] = {
    ("AGREE", "AGREE"): _is_signalled,
    ("ASSAULT", "ASSAULT"): _hurts,
    ("COERCE", "COERCE"): _is_put_under,
    ("MOBILIZE", "MOBILIZE"): _sends_to_watch,
    ("PROTEST", "PROTEST"): _holds_word,
    ("REJECT", "REJECT"): _is_decided_against,
    ("THREATEN", "THREATEN"): _is_threatened,
    ("PROTEST", "THREATEN"): _is_what_is(_CALLING),
    ("SANCTION", "CONCEDE"): _is_what_is(_APPROVING),
    **{(easing, curbing): _eases for easing in ("RETREAT", "CONCEDE") for curbing in ("SANCTION", "COERCE")},
}
