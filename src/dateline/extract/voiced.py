"""Acts that somebody's words cover by their form alone: what somebody is accused of doing, hostile deeds that a speaker names in quotation marks
or calls by a name of his own ("what Lima called an **attack**"), and whatever he says in a quotation that runs over several sentences."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from dateline.extract.frames import Frame
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import text_of

_AUTHORING: Final = forms_of_verbs(text_of("extract.voiced.authoring"))
_DEEDS: Final = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})
_NAMING: Final = forms_of_verbs(text_of("extract.nonacts.describing"))
_OF: Final = frozenset({"of", "for", "with"})
_NEW: Final = frozenset({"a", "an"})


def is_content(sentence: ParsedSentence, head: int, kind: str, frame: Frame, quoted: Set[int]) -> bool:
    """Whether an act is what a frame's speaker says was done, and no part of what the author knows.

    Of gerunds right under an accusation ("accused the militia of **shelling** the market") 75 of 80 in the corpus are attributed. In a sentence
    that is quoted while its speaker is named in another one all is the speaker's word, as the codebook says of quoted acts.

    Args:
        sentence: the sentence.
        head: the head word of the act.
        kind: its type.
        frame: a frame of speech that holds it.
        quoted: the words of the sentence in quotation marks.
    """
    if frame.form == "quotation":
        return head in quoted
    if frame.form == "indirect":
        return True
    if frame.form == "accusation":
        return frame.speaker is not None and _is_charge(sentence, head)
    named = sentence.tokens[head].pos == "NOUN" and kind in _DEEDS and head in quoted and frame.cue not in quoted
    return named and frame.speaker is not None and (frame.form in {"parenthesis", "clause"} or frame.kind == "label")


def _is_charge(sentence: ParsedSentence, head: int) -> bool:
    act = sentence.tokens[head]
    above = sentence.tokens[act.head]
    if act.pos == "NOUN" and act.dep == "dobj" and above.lower in _AUTHORING:
        known = any(t.lower not in _NEW for t in sentence.kids(head, "det", "poss"))
        act = act if known else above
    return act.tag == "VBG" and act.dep == "pcomp" and sentence.tokens[act.head].lower in _OF


def naming(sentence: ParsedSentence, head: int) -> tuple[Token, Token] | None:
    """Who calls a deed by the noun of an act, and the verb: "protested at what **it called** an attack"; all three such nouns in the corpus are attributed."""
    noun = sentence.tokens[head]
    verb = sentence.tokens[noun.head]
    if verb.lower == "as":
        verb = sentence.tokens[verb.head]
    if noun.pos != "NOUN" or noun.dep not in {"oprd", "pobj"} or verb.lower not in _NAMING:
        return None
    what = any(t.lower == "what" and t.i < verb.i for t in sentence.kids(verb.i, "dobj", "nsubj"))
    return next(((t, verb) for t in sentence.kids(verb.i, "nsubj") if t.lower != "what"), None) if what else None
