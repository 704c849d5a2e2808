"""Acts that somebody only thinks about or advises: "considered **invoking** the treaty", "mulled **sanctions**", "should **condemn** the raid"."""

from __future__ import annotations

from typing import Final

from dateline.extract.arguments import first_of_row, light_verb
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.signals import chain_of
from dateline.extract.tags import SUBJECTS
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import text_of

_PONDERS: Final = forms_of_verbs(text_of("extract.considered.ponders"))
_ADVISING: Final = frozenset({"should", "ought"})
_TALKS: Final = forms_of_verbs(text_of("extract.considered.talks"))


def considering_word(sentence: ParsedSentence, head: int) -> Token | None:
    """The verb by which somebody thinks about an act and no more, if one governs it.

    Args:
        sentence: the sentence.
        head: the head word of the act's trigger; of a noun its verb is looked at ("considered launching **an attack**").
    """
    act = first_of_row(
        sentence,
        light_verb(sentence, head) or sentence.tokens[head],
        lambda one, above: above.i < one.i and above.tag == one.tag and not sentence.kids(one.i, *SUBJECTS),
    )
    above = sentence.tokens[act.head]
    if act.tag != "VBG":
        return above if _is_open_object(sentence, act, above) else None
    thought = above.i < act.i and above.lower in _PONDERS | _TALKS
    return above if thought and _is_complement(sentence, act, above) else None


def advising_word(sentence: ParsedSentence, head: int) -> Token | None:
    """The "should" or "ought" by which an act is only advised, what is done by speaking too: "Oslo **should** condemn the raid".

    Args:
        sentence: the sentence.
        head: the head word of the act's trigger.
    """
    for verb in chain_of(sentence, head):
        auxiliaries = sentence.kids(verb.i, "aux")
        word = next((one for one in auxiliaries if one.lower in _ADVISING), None)
        if word is not None and not any(one.lower == "have" for one in auxiliaries):
            return word
    return None


def _is_complement(sentence: ParsedSentence, act: Token, verb: Token) -> bool:
    """Whether a participle is what the verb is about, and not beside it ("considered the offer, **saying** that")."""
    if act.dep in {"xcomp", "dobj"}:
        return True
    return act.dep in {"advcl", "ccomp"} and not sentence.kids(verb.i, "dobj", "nsubjpass") and not sentence.kids(act.i, "nsubj", "mark")


def _is_open_object(sentence: ParsedSentence, act: Token, verb: Token) -> bool:
    """Whether a noun is pondered, and is none that the text already knows: "mulled **sanctions**", not "weighed the **attack**"."""
    if act.dep != "dobj" or act.pos != "NOUN" or verb.lower not in _PONDERS or verb.i > act.i:
        return False
    known = any(t.lower not in {"a", "an", "new", "further", "more"} for t in sentence.kids(act.i, "det", "poss"))
    return not known and not sentence.kids(verb.i, "oprd", "xcomp", "ccomp")
