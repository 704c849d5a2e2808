"""Dates beside the day that opens a chronicle's entry: what was done before lies before it ("29 November 2023: ... charge a man **arrested in June**"),
and is not the time of what the entry tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dateline.extract.acttime import date_above
from dateline.extract.dates import FoundDate, resolve_date
from dateline.extract.dates.plans import is_planned
from dateline.extract.dates.terms import is_effect, is_set_end
from dateline.extract.entries import Entry
from dateline.extract.narrative import is_aside
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import PRESENT
from dateline.ontology.wordlists import words_of

#: "Promised to reopen the border **by** 1 July".
_TERM: Final = re.compile(r"(?:by|before|no later than)\b", re.IGNORECASE)
_AHEAD: Final = words_of("extract.entrydates.ahead")


def seen_from(entry: Entry, sentence: ParsedSentence, dates: Sequence[FoundDate], published: date | None) -> list[FoundDate]:
    """The date expressions of a sentence of an entry, those of what was done before it on its near side; what lasts "since January" lasts to it.

    Args:
        entry: the entry.
        sentence: one of its sentences.
        dates: its date expressions, read on from the day of the entry.
        published: the day of publication.
    """
    lasting = [replace(one, latest=entry.time.latest) if _lasts(entry, one, published) else one for one in dates]
    return [_before(entry, sentence, one) if one.basis == "relative" and one.earliest > entry.time.latest else one for one in lasting]


def _lasts(entry: Entry, found: FoundDate, published: date | None) -> bool:
    """Whether an expression names a time from before the entry to the publication."""
    return published is not None and found.earliest < entry.time.earliest <= entry.time.latest < found.latest == published


def _before(entry: Entry, sentence: ParsedSentence, found: FoundDate) -> FoundDate:
    text = sentence.sentence.text
    if not _is_done(sentence, found) or is_planned(text, found.start):
        return found
    past = resolve_date(text[found.start : found.end], published=entry.time.latest, tense="past")
    return found if past is None or past.earliest > entry.time.latest else replace(past, start=found.start, end=found.end)


def _is_done(sentence: ParsedSentence, found: FoundDate) -> bool:
    """Whether a date is that of a participle that tells of a noun what was done to it, or of a clause in the past beside one in the present."""
    verb = _verb(sentence, found)
    if verb is None or verb.lower in _AHEAD or is_ahead(sentence, found):
        return False
    if verb.tag == "VBN" and verb.dep == "acl":
        return True
    past = verb.tag == "VBD" or any(one.tag == "VBD" for one in sentence.kids(verb.i, "aux", "auxpass"))
    return past and any(one.tag in PRESENT for one in sentence.ancestors(verb.i))


def is_ahead(sentence: ParsedSentence, found: FoundDate) -> bool:
    """Whether a date is that of what somebody will do, or is to do: "says that it will withdraw **by the end of the year**"."""
    verb = _verb(sentence, found)
    return verb is not None and any(one.tag in {"TO", "MD"} for one in sentence.kids(verb.i, "aux", "auxpass"))


def is_undertaken(sentence: ParsedSentence, found: FoundDate, dates: Sequence[FoundDate]) -> bool:
    """Whether a date is that by which somebody is to do something or something is to end, or that of what a sentence with an earlier time of its own
    says will be done or take effect: "agreed on 3 May to leave **in July**", from which nothing is counted.

    Args:
        sentence: the parsed sentence.
        found: the date expression.
        dates: all those of the sentence.
    """
    text = sentence.sentence.text
    if is_set_end(text, found.start):
        return True
    if not is_ahead(sentence, found) and not is_effect(text, found.start):
        return False
    told = [one for one in dates if one.earliest < found.earliest and not is_ahead(sentence, one) and not is_aside(sentence, one)]
    return bool(told) or _TERM.match(text, found.start) is not None


def _verb(sentence: ParsedSentence, found: FoundDate) -> Token | None:
    """The nearest verb on which a date hangs, itself or by other words."""
    above = date_above(sentence, found)
    return None if above is None else next((one for one in (above, *sentence.ancestors(above.i)) if one.pos in {"VERB", "AUX"}), None)


def is_of_other(entry: Entry, sentence: ParsedSentence, head: int, found: FoundDate) -> bool:
    """Whether a date before the entry tells only when something that its sentence names was done: "frees the sailor **arrested in August**".

    Args:
        entry: the entry.
        sentence: one of its sentences.
        head: index of the head word of an act that the entry tells of.
        found: a date expression of the sentence.
    """
    verb = _verb(sentence, found)
    return found.earliest < entry.time.earliest and is_aside(sentence, found) and (verb is None or (verb.i != head and verb.dep in {"acl", "relcl"}))


def is_in_opening(entry: Entry, sentence: ParsedSentence, head: int) -> bool:
    """Whether a word is one of those of the day that opens the entry: "9 **March** – Vendors strike"."""
    opening, word = entry.time.span, sentence.tokens[head]
    return opening is not None and opening.start <= word.start < opening.end
