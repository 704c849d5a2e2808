"""What somebody was brought to do, and so did: "the ruling **prompted** lawmakers to march"; whoever is urged or asked may yet do it."""

from __future__ import annotations

from typing import Final

from dateline.extract.arguments import is_passive, light_verb
from dateline.extract.cuewords import load_cues
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of
from dateline.types import SentenceKind

_BRINGING: Final = forms_of_verbs(text_of("extract.broughtabout.bringing"))
_AHEAD: Final = words_of("extract.broughtabout.ahead")
_CALLING: Final = forms_of_verbs("call announce plan schedule")
_NAMED: Final = frozenset({"NOUN", "PROPN", "PRON"})
_DONE: Final = frozenset({"VBD", "VBN", "VBG"})


def was_brought_about(sentence: ParsedSentence, head: int) -> bool:
    """Whether an act is what something that happened brought somebody to do.

    Args:
        sentence: the parsed sentence.
        head: the head word of the act, a verb or a noun with a light verb ("hold a **rally**").
    """
    deed = light_verb(sentence, head) or sentence.tokens[head]
    verb = _first_of_row(sentence, deed)
    if verb.tag != "VB" or not any(t.lower == "to" for t in sentence.kids(verb.i, "aux")):
        return False
    cause = _above(sentence, verb)
    if cause is None or cause.lower not in _BRINGING or cause.i > verb.i or not _happened(sentence, cause):
        return False
    told_ahead = {deed.lower, verb.lower} & (load_cues().future_verbs | _CALLING)
    return not told_ahead and not any(sentence.tokens[i].lower in _AHEAD for i in sentence.subtree(verb.i))


def _first_of_row(sentence: ParsedSentence, verb: Token) -> Token:
    """The first of verbs in a row: "to **march** and hold a rally"."""
    while verb.dep == "conj" and sentence.tokens[verb.head].pos == "VERB":
        verb = sentence.tokens[verb.head]
    return verb


def _above(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The verb that brings somebody to do what another says, though the parser hang that on whom it brings ("prompting the members **to stage** a sit-in")."""
    above = sentence.tokens[verb.head]
    if verb.dep not in {"xcomp", "ccomp", "advcl", "acl", "relcl"}:
        return None
    while above.pos in _NAMED | {"ADP"} and above.dep in {"pobj", "prep", "dobj", "conj", "appos", "nsubj"}:
        above = sentence.tokens[above.head]
    return above if above.pos == "VERB" else None


def _happened(sentence: ParsedSentence, cause: Token) -> bool:
    """Whether a verb tells what has come about: in the past, or in a headline's present; a participle as its clause does."""
    helpers = sentence.kids(cause.i, "aux", "auxpass")
    if sentence.kids(cause.i, "neg") or any(t.tag == "MD" or t.lower in {"to", "is", "are"} for t in helpers):
        return False
    if cause.tag == "VBZ":
        return sentence.sentence.kind is SentenceKind.HEADLINE
    if cause.tag not in _DONE:
        return False
    above = sentence.tokens[cause.head]
    follows = cause.tag == "VBG" or (cause.tag == "VBN" and not helpers) or cause.dep == "conj"
    if follows and above.i != cause.i and above.pos in {"VERB", "AUX"}:
        return not any(t.tag == "MD" or t.lower == "to" for t in sentence.kids(above.i, "aux")) and not sentence.kids(above.i, "neg")
    return bool(sentence.kids(cause.i, "dobj", "nsubj", "nsubjpass")) or is_passive(sentence, cause)
