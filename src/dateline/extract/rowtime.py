"""The day that closes a row of verbs holds for all of it: "bombed the bridge, burned the depot and killed two guards **on Thursday**", and so does the
one that opens a sentence for what is told behind its semicolon: "**In May** Chad closed its embassy; Qatar answered by expelling the envoy"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.extract.acttime import date_tokens, governor_of
from dateline.extract.dates import FoundDate
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import ANY_SUBJECT
from dateline.ontology.wordlists import words_of

_DONE: Final = frozenset({"VBD", "VBN"})
_WAS: Final = frozenset({"was", "were"})
_OTHER_TIME: Final = words_of("extract.datereach.timed") | words_of("extract.rowtime.parting")


def day_of_row(sentence: ParsedSentence, head: int, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The only date of a sentence, where it hangs behind the last verb of a row in which an act stands before.

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        dates: all date expressions of the sentence.
    """
    act = sentence.tokens[head]
    if len(dates) != 1 or act.tag not in _DONE or dates[0].precision != "day":
        return None
    last = _owner(sentence, dates[0])
    if last is None or last.i <= head:
        return None
    row, named = _row(sentence, act, last), {one.i for one in date_tokens(sentence, dates[0])}
    return dates[0] if row and all(_is_alike(sentence, act, one, named) for one in row) and _is_told_as_done(sentence, act) else None


def day_of_opening(sentence: ParsedSentence, head: int, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The month, season or year that opens a sentence, for an act of a clause behind its semicolon that names no time of its own.

    What follows a single day may be told of the next ones.

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        dates: all date expressions of the sentence.
    """
    base = sentence.sentence.span.start
    if len(dates) != 1 or dates[0].precision == "day" or not any(one.text == ";" and base + dates[0].end <= one.start for one in sentence.tokens[:head]):
        return None
    opening, inside = governor_of(sentence, dates[0]), date_tokens(sentence, dates[0])
    if opening is None or opening.tag != "VBD" or inside[0].i or opening.dep not in {"ccomp", "parataxis"}:
        return None
    verb = sentence.tokens[head]
    while verb.dep in _WITHIN and verb.head != verb.i:
        verb = sentence.tokens[verb.head]
    timed = any(one.lower in _OTHER_TIME for one in sentence.tokens[opening.i + 1 : head])
    joined = opening.head == verb.i and verb.tag == "VBD" and not sentence.kids(verb.i, "aux", "neg")
    return dates[0] if joined and not timed else None


#: What stands below a verb in its own clause.
_WITHIN: Final = frozenset({"conj", "pcomp", "prep", "pobj", "dobj", "advcl"})


def _owner(sentence: ParsedSentence, found: FoundDate) -> Token | None:
    """The verb behind which a date hangs, itself or by a preposition."""
    above = governor_of(sentence, found)
    behind = above is not None and above.pos == "VERB" and above.start < sentence.sentence.span.start + found.start
    return above if behind else None


def _row(sentence: ParsedSentence, act: Token, last: Token) -> list[Token]:
    """The verbs joined to an act's one by one up to the last, which is included; none where they are not of one row."""
    row = []
    while last.i != act.i:
        if last.dep != "conj":
            return []
        row.append(last)
        last = sentence.tokens[last.head]
    return row


def _is_alike(sentence: ParsedSentence, act: Token, verb: Token, named: set[int]) -> bool:
    """Whether a verb of the row shares the act's subject and tense, and nothing parts their times ("**but** closed it", "and **later** closed it")."""
    if verb.tag != act.tag or sentence.kids(verb.i, *ANY_SUBJECT, "aux", "auxpass", "neg"):
        return False
    if any(one.lower in _OTHER_TIME and one.i not in named for one in sentence.kids(verb.i, "advmod", "prep", "mark")):
        return False
    above = sentence.tokens[verb.head]
    return not any(one.lower not in {"and", "or"} for one in sentence.kids(above.i, "cc") if one.i < verb.i)


def _is_told_as_done(sentence: ParsedSentence, act: Token) -> bool:
    helpers = sentence.kids(act.i, "aux", "auxpass")
    return not helpers if act.tag == "VBD" else bool(helpers) and all(one.lower in _WAS for one in helpers)
