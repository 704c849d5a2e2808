"""Orders and advice without a subject: "**Suspend** all aid to Chad and **recall** the envoy." Nothing of them is done yet.

What stands in a list of what is to be done may also be a noun, a gerund or what another is to do: "An immediate **ceasefire**", "**Imposing** an
embargo", "that Chad **withdraw** its troops".
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.signals import chain_of
from dateline.extract.wanted import ITEM_VERBS, opens_as_item
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of
from dateline.types import Cues, Mention, RawMention, SentenceKind, Span, Status

_TOLD: Final = words_of("extract.orders.told")
_DOING: Final = forms_of_verbs(text_of("extract.clauselist.doing"))
_SUBJECTS: Final = ("nsubj", "nsubjpass", "csubj", "expl")
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BEFORE: Final = frozenset({"advmod", "neg", "intj", "punct", "cc", "aux", "prep", "pobj", "advcl", "mark", "det", "meta", "nummod", "dep", "npadvmod"})
_ABOVE: Final = frozenset({"advcl", "xcomp", "conj", "acl", "relcl"})
#: What should be done in a list of what is to be done is not done: "Oslo **must** sanction Chad".
_DUTY: Final = frozenset({"must", "should", "ought", "can", "could", "may", "might"})
#: Words that make of a noun something not yet there: "Call **an** emergency summit", "Impose **further** sanctions".
_NEW: Final = frozenset({"a", "an", "new", "further", "additional", "more"})


def as_ordered(sentence: ParsedSentence, head: int, act: RawMention, *, listed: bool) -> RawMention:
    """An act as one that is to be done, where its sentence but orders or lists it.

    Args:
        sentence: its sentence.
        head: the head word of its trigger.
        act: the act.
        listed: whether the sentence stands in a list of what is to be done.
    """
    if sentence.sentence.kind is not SentenceKind.BODY or act.status is Status.HYPOTHETICAL:
        return act
    word = order_over(sentence, head, listed=listed)
    if word is None:
        return act
    cue, cues = Mention(word.text, Span(word.start, word.end)), act.cues
    return replace(act, status=Status.HYPOTHETICAL, time=None, cues=Cues(cues.negated, cue, cues.certainty, cues.attribution))


def order_over(sentence: ParsedSentence, head: int, *, listed: bool) -> Token | None:
    """The verb that orders an act, or the word of a list of what is to be done that names it; ``None`` of what is told otherwise."""
    verb = _verb_over(sentence, head)
    if sentence.tokens[-1].text == "?":
        return None
    if listed and not head and opens_as_item(sentence.sentence.text):
        return sentence.tokens[head]  # the parser may take "Sanction Chad's generals" for a name
    if (verb.tag == "VB" or (listed and verb.lower in ITEM_VERBS)) and verb.dep == "ROOT" and _stands_first(sentence, verb):
        return verb if listed or not (verb.lower in _TOLD or (verb.i and sentence.tokens[verb.i - 1].lower == "to")) else None
    return _of_list(sentence, chain_of(sentence, head)[-1], verb) if listed else None


def _of_list(sentence: ParsedSentence, first: Token, verb: Token) -> Token | None:
    """The word of a list of what is to be done by which an act is only wanted: "must", the verb of "Chad **to leave**", a noun alone.

    Args:
        sentence: a sentence of the list.
        first: the act's own word, or its verb.
        verb: the verb that it shares its being done with.
    """
    duty = next((one for one in sentence.kids(verb.i, "aux") if one.lower in _DUTY), None)
    if duty is not None:
        return duty
    finite = any(one.tag in _FINITE for one in sentence.tokens)
    bare = sentence.tokens[0].lower == "that" and verb.tag in {"VB", "VBP"} and verb.dep == "ROOT"
    if bare or (not finite and any(one.lower == "to" for one in sentence.kids(first.i, "aux"))):
        return first
    named = verb.dep == "ROOT" and (verb.pos == "NOUN" or verb.tag == "VBG") and not finite
    return verb if named and not sentence.kids(verb.i, *_SUBJECTS) else None


def _verb_over(sentence: ParsedSentence, head: int) -> Token:
    """The verb that an act shares its being done with: above its noun, and above what it is joined to or done for."""
    token = chain_of(sentence, head)[-1]
    above = sentence.tokens[token.head]
    if token.pos == "NOUN" and token.dep in {"dobj", "conj"} and (above.lower in _DOING or any(one.lower in _NEW for one in sentence.kids(token.i))):
        token = above
    while token.dep in _ABOVE and token.head != token.i and token.tag in {"VB", "VBP"} and not sentence.kids(token.i, *_SUBJECTS):
        token = sentence.tokens[token.head]
    return token


def _stands_first(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb has no subject and nothing before it but adverbs, "do not" and a clause set before it ("If Chad refuses, **suspend** aid")."""
    if sentence.kids(verb.i, *_SUBJECTS) or any(one.tag == "MD" for one in sentence.kids(verb.i, "aux")):
        return False
    return all(one.dep in _BEFORE for one in sentence.dependents[verb.i] if one.i < verb.i)
