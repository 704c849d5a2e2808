"""The day of what was said on an occasion or in writing: "went further in an interview **on 23 April**, calling the shift inadmissible"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.extract.acttime import OF_WORDS, SPOKEN, date_above, governor_of
from dateline.extract.dates import FoundDate
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import ANY_SUBJECT
from dateline.ontology.wordlists import words_of

_OCCASIONS: Final = SPOKEN | words_of("extract.datereach.written")
_PRONOUNS: Final = frozenset({"he", "she", "it", "they", "who"})
_BELOW: Final = frozenset({"conj", "xcomp", "advcl", "dobj", "prep", "pobj"})


def day_of_saying(sentence: ParsedSentence, head: int, kind: str, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The date of the speech or the writing in which an act of words was done, or of the occasion that opens the sentence.

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        kind: the act's type.
        dates: the date expressions that can be those of the act.
    """
    for found in dates:
        noun = _occasion(sentence, found)
        if noun is not None and _is_done_there(sentence, sentence.tokens[head], kind, noun):
            return found
    return None


def day_of_cause(sentence: ParsedSentence, head: int, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The date of the clause that opens the sentence and tells to what an act answered: "**When** a trawler entered its waters **on 3 March**, Oslo seized it".

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        dates: the date expressions of the sentence.
    """
    token = sentence.tokens[head]
    while token.dep == "conj" and token.pos == "VERB":
        token = sentence.tokens[token.head]
    if token.dep != "ROOT" or not _is_past(sentence, token):
        return None
    clauses = {one.i for one in sentence.kids(token.i, "advcl") if one.i < token.i and one.tag == "VBD" and _opens_with_when(sentence, one)}
    return next((found for found in dates if (over := governor_of(sentence, found)) is not None and over.i in clauses), None)


def _is_past(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a verb tells in the simple past what was done: "seized", "was turned back"."""
    helpers = sentence.kids(verb.i, "aux", "auxpass")
    return all(one.lower in {"was", "were", "did"} for one in helpers) and (verb.tag == "VBD" or bool(helpers))


def _opens_with_when(sentence: ParsedSentence, verb: Token) -> bool:
    return not sentence.kids(verb.i, "aux") and any(one.lower == "when" for one in sentence.kids(verb.i, "advmod", "mark"))


def _occasion(sentence: ParsedSentence, found: FoundDate) -> Token | None:
    """The noun of speech or writing that a date hangs on ("a speech **on** 3 June", "a letter **dated** 14 April")."""
    token = date_above(sentence, found)
    if token is None:
        return None
    if token.pos == "ADP" or token.lower in {"dated", "published", "issued", "delivered"}:
        token = sentence.tokens[token.head]
    return token if token.pos == "NOUN" and token.lower in _OCCASIONS else None


def _is_done_there(sentence: ParsedSentence, act: Token, kind: str, noun: Token) -> bool:
    told = kind in OF_WORDS
    by = sentence.tokens[noun.head]
    verb = sentence.tokens[by.head] if noun.dep == "pobj" and by.pos == "ADP" else None
    fronted = verb is not None and verb.pos == "VERB" and noun.i < min((one.i for one in sentence.kids(verb.i, *ANY_SUBJECT)), default=-1)
    token = act
    while token.head != token.i:
        if token.dep == "relcl" and token.head == noun.i:
            return told
        if not (token.dep in _BELOW and (token.dep != "advcl" or _is_same_voice(sentence, token))):
            return False
        token = sentence.tokens[token.head]
        if verb is not None and token.i == verb.i and token.i != act.i:
            return _is_told_then(sentence, act) and (told or (fronted and act.tag == "VBD"))
    return False


def _is_same_voice(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a clause tells what its sentence's subject did at once: "..., **calling** the plan dead", "though **he promised** help"."""
    subjects = sentence.kids(verb.i, *ANY_SUBJECT)
    marks = {one.lower for one in sentence.kids(verb.i, "mark", "advmod")}
    if marks & {"after", "before", "when", "since", "until", "as", "if", "because"}:
        return False
    return verb.tag == "VBG" if not subjects else all(one.lower in _PRONOUNS for one in subjects)


def _is_told_then(sentence: ParsedSentence, act: Token) -> bool:
    """Whether an act is told as of the time of its sentence, and not as done before it."""
    return not any(one.lower in {"had", "has", "have", "'d", "’d"} for one in sentence.kids(act.i, "aux"))
