"""What is told in the present and lies ahead: "**arrives** in Lima on Saturday", "**hosts** a summit in October"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from dateline.extract.acttime import date_head, date_tokens
from dateline.extract.dates import FoundDate, resolve_date
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import PRESENT
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import text_of
from dateline.types import SentenceKind

_ARRANGED: Final = forms_of_verbs(text_of("extract.scheduled.arranged"))
#: Behind the day of a noun: "the expulsion **on Monday of** the envoy leaves ...".
_DONE_TO: Final = frozenset({"of", "against", "between"})
#: A plan so far ahead is told without its year.
_SOON: Final = timedelta(days=122)
#: The present tells of what was done so shortly before.
_NEWS: Final = timedelta(days=45)
#: A day without its year that lies so long back and comes again so soon is the one to come.
_LONG_AGO: Final = timedelta(days=270)
_NEAR: Final = timedelta(days=92)
#: What is arranged beforehand; an attack or an arrest known by its day ("the **October 7** attack") is not.
_ARRANGEABLE: Final = frozenset({"AGREE", "SUPPORT", "CONSULT", "COOPERATE", "AID", "SANCTION", "PROTEST", "MOBILIZE"})


def scheduled_date(sentence: ParsedSentence, head: int, dates: Sequence[FoundDate], published: date | None) -> FoundDate | None:
    """The day to come of an act that is told as arranged, ``None`` where it is none.

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        dates: the date expressions of the sentence.
        published: the day of the report.
    """
    verb = _present_verb(sentence, sentence.tokens[head])
    if verb is None or published is None or sentence.sentence.kind is SentenceKind.HEADLINE:
        return None
    below = (one for one in dates if _hangs_below(sentence, verb, one) and (verb.lower in _ARRANGED or _is_old(one, published)))
    return next((ahead for one in below if (ahead := _ahead(sentence, one, published)) is not None), None)


def occasion_to_come(sentence: ParsedSentence, head: int, kind: str, found: FoundDate, published: date | None) -> FoundDate | None:
    """The day to come of an occasion that a noun names: "before his **visit** to Tokyo from 29 April", told early in April.

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        kind: the act's type.
        found: the expression that dates the act, read as past.
        published: the day of the report.

    Returns:
        ``None`` where the act is no noun, is of no type that is arranged, or its day is not the one a year before one that comes soon.
    """
    if kind not in _ARRANGEABLE or sentence.tokens[head].pos != "NOUN":
        return None
    return next_time(sentence, found, published)


def next_time(sentence: ParsedSentence, found: FoundDate, published: date | None) -> FoundDate | None:
    """The time to come of an expression without its year, where the one before lies most of a year back and this one comes soon."""
    if published is None or found.basis != "relative" or found.latest > published - _LONG_AGO:
        return None
    ahead = _ahead(sentence, found, published)
    return ahead if ahead is not None and ahead.earliest <= published + _NEAR and found.earliest == _past(sentence, found, published) else None


def _past(sentence: ParsedSentence, found: FoundDate, published: date) -> date | None:
    """Where an expression lies that is read from the day of the report alone, and not from what the passage tells of."""
    past = resolve_date(sentence.sentence.text[found.start : found.end], published=published, tense="past")
    return past.earliest if past is not None else None


def _present_verb(sentence: ParsedSentence, token: Token) -> Token | None:
    """The verb in the simple present of which an act is told, itself or over its noun."""
    while token.pos not in {"VERB", "AUX"} and token.dep in {"dobj", "nsubj", "pobj", "prep"} and token.head != token.i:
        token = sentence.tokens[token.head]
    return token if token.tag in PRESENT and token.pos == "VERB" and not sentence.kids(token.i, "aux", "auxpass", "neg") else None


def _is_old(found: FoundDate, published: date) -> bool:
    """Whether a day without its year would be none of the news, of which alone the present tells: "**imposes** tariffs on 5 July", told in March."""
    return found.basis == "relative" and found.latest < published - _NEWS


def _hangs_below(sentence: ParsedSentence, verb: Token, found: FoundDate) -> bool:
    """Whether a date hangs on a verb or on a phrase of it, with no other verb between."""
    inside = date_tokens(sentence, found)
    behind = sentence.tokens[inside[-1].i + 1].lower if inside and inside[-1].i + 1 < len(sentence.tokens) else ""
    if not inside or (behind in _DONE_TO and inside[-1].i < verb.i) or (inside[0].i < verb.i and any(one.text == ":" for one in sentence.tokens[inside[-1].i : verb.i])):
        return False
    token = date_head(inside)
    while token.i != verb.i:
        if token.head == token.i or (token.pos in {"VERB", "AUX"}):
            return False
        token = sentence.tokens[token.head]
    return True


def _ahead(sentence: ParsedSentence, found: FoundDate, published: date) -> FoundDate | None:
    """The day of an expression to come, where it does not name a day of the past or the day of the report."""
    if found.earliest > published:
        return found
    if found.basis != "relative" or found.latest >= published:
        return None
    words = sentence.sentence.text[found.start : found.end]
    ahead = resolve_date(words, published=published, tense="future")
    if ahead is None or not published < ahead.earliest <= published + _SOON or ahead == resolve_date(words, published=published, tense="past"):
        return None
    return replace(ahead, start=found.start, end=found.end)
