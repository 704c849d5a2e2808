"""Days on which something is to end or to begin: "closed the border **until 24 June**", "raised the duty, **effective 1 July**".

An end is no day of what it ends; a beginning that lies ahead is the day of effect of what was decided before.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import longest_first, text_of, words_of


def _one_of(words: frozenset[str]) -> str:
    return "|".join(longest_first(words))


#: What was put off or prolonged has an end "to" which it was: "delayed the tariff **to** July 9".
_MOVED: Final = forms_of_verbs(text_of("extract.terms.moved"))
#: What is done for a time.
_SET: Final = _MOVED | forms_of_verbs(text_of("extract.terms.set")) | forms_of_nouns(text_of("extract.terms.things")) | words_of("extract.terms.valid")
#: What is decided to hold from a day on.
_DECIDED: Final = forms_of_verbs(text_of("extract.terms.decided"))
#: Code points before a date in which the words are looked for that say whether it is a term.
_REACH: Final = 130

_END: Final = re.compile(r"(?:until|till|through)\b", re.IGNORECASE)
_TO: Final = re.compile(r"(?:from|to)\b", re.IGNORECASE)
#: "A **deadline of** June 30", "pushed the **deadline to** July 9", "permits **expiring on** 1 May".
_LIMIT: Final = re.compile(
    r"\b(?:deadlines?\s+(?:[^.;:,]{1,40}\s+)?to|(?:deadline|cut-?off(?:\s+date)?|due\s+date|expiry(?:\s+date)?)(?:\s+of)?"
    r"|(?:expires?|expiring|laps(?:es?|ing)|ending)(?:\s+(?:on|in|at))?)(?:\s+the)?\s+$",
    re.IGNORECASE,
)
#: "**Pushed** the vote **back** to July 9", "put off".
_BACK: Final = re.compile(
    r"\b(?:push(?:e[sd]|ing)?|put(?:s|ting)?|mov(?:e[sd]?|ing)|br(?:ing(?:s|ing)?|ought)|set(?:s|ting)?|shift\w*|roll\w*)\s+(?:[^.;:,]{1,40}\s+)?(?:back|off|forward|over)\b",
    re.IGNORECASE,
)
_START: Final = re.compile(r"(?:effective|as\s+of|starting|beginning)\b", re.IGNORECASE)
#: "With effect **from 1 May**", "to enter into force **on 3 July**", "taking effect **February 4**".
_FORCE: Final = re.compile(
    r"\b(?:effective|with\s+effect|(?:to\s+|that\s+|which\s+)?(?:tak(?:e|es|ing)\s+effect|(?:com(?:e|es|ing)|enter(?:s|ing)?|go(?:es|ing)?)\s+in(?:to)?\s+(?:force|effect)))"
    r"(?:\s+(?:as\s+of|from|on|in|at))?(?:\s+the)?\s+$",
    re.IGNORECASE,
)
_OWN: Final = re.compile(r"(?:as\s+of|from|on|in|of|at|effective|starting|beginning)\s+(?:the\s+)?", re.IGNORECASE)
_FROM: Final = re.compile(r"from\b", re.IGNORECASE)
_STARTING: Final = re.compile(r"\b(?:starting|beginning)\s+$", re.IGNORECASE)
#: What has its beginning as its own day: "the **visit starting** April 29".
_HELD: Final = re.compile(rf"(?<![\w-])(?:{_one_of(forms_of_nouns(text_of('extract.terms.held')))})(?:\s+(?:starting|beginning))?\s+$", re.IGNORECASE)
_WORD: Final = re.compile(rf"(?<![\w-])(?:{_one_of(_SET | _DECIDED)})(?![\w-])", re.IGNORECASE)
#: What went on for a time may be told of when that is over: "**held** the town until June".
_LASTING: Final = re.compile(
    rf"(?<![\w-])(?:(?:{_one_of(words_of('extract.terms.lasting'))})(?![\w-])|(?:was|were)\s+(?!(?:\w+ly\s+)?\w+(?:ed|en|ut)\b))", re.IGNORECASE
)
_NOTHING: Final = re.compile(r"\bnot\b|n['’]t\b|\bnever\b", re.IGNORECASE)

#: An end so many days back may be one that is told as over.
_OVER: Final = 92
#: A term so many days ahead is told without its year.
_SOON: Final = timedelta(days=122)


def is_end(text: str, start: int) -> bool:
    """Whether the date expression at ``start`` is that at which something ends; not one until which nothing was done.

    Args:
        text: the sentence.
        start: where the expression begins, its preposition included.
    """
    if _END.match(text, start):
        return _NOTHING.search(_before(text, start)) is None
    return _limits(text, start) or (_TO.match(text, start) is not None and _is_moved(text, start))


def is_set_end(text: str, start: int) -> bool:
    """Whether an expression is the end of what is set or prolonged for a time: "**suspended** its aid until July", not "ruled until July"."""
    return is_end(text, start) and _LASTING.search(_before(text, start)) is None and (_limits(text, start) or not _SET.isdisjoint(_words(text, start)))


def is_effect(text: str, start: int) -> bool:
    """Whether an expression is named as the day of effect: "imposed a tariff, **effective 1 May**", "to enter into force on 3 July"."""
    if _HELD.search(_before(text, start)):
        return False
    return _START.match(text, start) is not None or _STARTING.search(_before(text, start)) is not None or _FORCE.search(_until(text, start)) is not None


def is_beginning(text: str, start: int) -> bool:
    """Whether an expression is that from which something holds that was decided before: "**banned** imports from July 1"."""
    return is_effect(text, start) or (_FROM.match(text, start) is not None and not _DECIDED.isdisjoint(_words(text, start)))


def is_to_come(text: str, span: tuple[int, int], past: date, ahead: date, today: date, *, weekday: bool) -> bool:
    """Whether a term without its year is the coming one and not the one before.

    Args:
        text: the sentence.
        span: where the expression begins, its preposition included, and where it ends.
        past: the last day that it would mean as one that is over.
        ahead: the first day that it would mean as one to come.
        today: the day on which it is told.
        weekday: whether it names a day of the week, of which both lie near.
    """
    start, end = span
    if is_set_end(text, start):
        return weekday or (today - past).days > _OVER
    alone = not text[:start].strip() and not text[end:].strip(" .")
    soon = weekday or ahead - today <= _SOON
    if is_beginning(text, start) or (alone and _FROM.match(text, start)):
        return soon
    return soon and (alone or not weekday) and is_end(text, start) and _LASTING.search(_before(text, start)) is None


def _before(text: str, start: int) -> str:
    """The words of the clause before an expression."""
    low = max(0, start - _REACH)
    return text[max(low, 1 + max(text.rfind(mark, low, start) for mark in ";:“”")) : start]


def _until(text: str, start: int) -> str:
    """The words before the day of an expression, its own preposition included."""
    own = _OWN.match(text, start)
    return text[max(0, start - _REACH) : own.end() if own else start]


def _words(text: str, start: int) -> frozenset[str]:
    """The words before an expression, or behind one that opens its sentence, that tell of a term."""
    words = _before(text, start) if start else text[:_REACH]
    return frozenset(match[0].lower() for match in _WORD.finditer(words))


def _is_moved(text: str, start: int) -> bool:
    """Whether the words before an expression tell that something was put off or prolonged."""
    return not _MOVED.isdisjoint(_words(text, start)) or _BACK.search(_before(text, start)) is not None


def _limits(text: str, start: int) -> bool:
    """Whether the words before an expression say that it is a last day: "a **deadline of** June 30", "**expiring on** June 30"."""
    return _LIMIT.search(_until(text, start)) is not None
