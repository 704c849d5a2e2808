"""Acts of whom the sentence has only their own word: "**claimed** to have captured the city", "had **acknowledged** striking", "**admitted** to having shelled"."""

from __future__ import annotations

from typing import Final

from dateline.extract.arguments import first_of_row, is_passive
from dateline.extract.frames.speakers import speaker_of
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import text_of

_AVOWING: Final = forms_of_verbs(text_of("extract.avowals.avowing"))
_HAVE: Final = frozenset({"have", "having"})


def avowal(sentence: ParsedSentence, head: int) -> tuple[Token, Token] | None:
    """Who says of themselves that they did an act, and the verb that says so.

    Args:
        sentence: the sentence.
        head: the head word of the act's trigger.
    """
    act = first_of_row(sentence, sentence.tokens[head], lambda one, above: above.pos == "VERB" and one.tag == above.tag)
    verb = sentence.tokens[act.head]
    if act.dep == "pcomp" and verb.lower in {"to", "of"}:
        verb = sentence.tokens[verb.head]
    if act.dep not in {"xcomp", "pcomp"} or act.i < verb.i or verb.lower not in _AVOWING or verb.pos != "VERB":
        return None
    done = act.tag == "VBG" or (act.tag == "VBN" and any(t.lower in _HAVE for t in sentence.kids(act.i, "aux")))
    subject = speaker_of(sentence, verb)
    if not done or subject is None or is_passive(sentence, verb) or sentence.kids(act.i, "nsubj", "nsubjpass"):
        return None
    word = sentence.tokens[subject]
    if word.tag in {"WDT", "WP"} and sentence.tokens[word.head].dep == "relcl":
        word = sentence.tokens[sentence.tokens[word.head].head]
    return word, verb
