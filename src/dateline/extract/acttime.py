"""Dates that reach an act by way of other words: the occasion it was done on, a count from another act."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from operator import attrgetter
from typing import Final

from dateline.extract.dates import FoundDate, resolve_date
from dateline.extract.dates.plans import is_planned
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.speech import load_speech
from dateline.ontology.wordlists import words_of

#: "Accused the force **during** a summit in Bujumbura in February": what is done on an occasion is done when the occasion was.
_OCCASION: Final = frozenset({"during", "at", "on", "in", "amid"})
SPOKEN: Final = words_of("extract.acttime.spoken")
#: "A day after Washington tightened its controls": the clause tells of an act so long before that of the clause above it.
_COUNTED: Final = re.compile(
    r"(?<!\w)((?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|a\s+few)\s+(?:days?|weeks?|months?|years?))\s+(after|before)$",
    re.IGNORECASE,
)


def occasion_date(sentence: ParsedSentence, head: int, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The date of the occasion on which an act was done, where the act has none of its own.

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        dates: the date expressions of the sentence.
    """
    for found in dates:
        inside = date_tokens(sentence, found)
        if inside and _is_occasion(sentence, head, inside):
            return found
    return None


def speech_of(sentence: ParsedSentence, head: int) -> int:
    """The verb of speech that a participle goes with ("said in an address on Saturday, **rejecting** talks"), else the word itself."""
    token = sentence.tokens[head]
    above = sentence.tokens[token.head]
    return above.i if token.dep == "advcl" and token.tag == "VBG" and _tells(above) else head


def date_tokens(sentence: ParsedSentence, found: FoundDate) -> list[Token]:
    """The words of a date expression."""
    base = sentence.sentence.span.start
    first = bisect_right(sentence.tokens, base + found.start, key=attrgetter("end"))
    last = bisect_left(sentence.tokens, base + found.end, key=attrgetter("start"))
    return list(sentence.tokens[first:last])


def date_head(inside: Sequence[Token]) -> Token:
    """The word of a date expression by which the others hang on the sentence."""
    indices = {token.i for token in inside}
    return next((one for one in inside if one.head not in indices or one.head == one.i), inside[0])


def _is_occasion(sentence: ParsedSentence, head: int, inside: Sequence[Token]) -> bool:
    """Whether a date hangs on a noun that hangs on the act by a preposition of occasion, directly or by a place between."""
    indices = {token.i for token in inside}
    token = _spoken_before(sentence, inside[0].i) or date_head(inside)
    noun = ""
    while token.head != token.i and (token.pos in _PHRASES or token.i in indices):
        above = sentence.tokens[token.head]
        if token.i not in indices and token.lower in _OCCASION:
            spoken = noun in SPOKEN and head in _speakers(sentence, above)
            if above.i == head or spoken:
                return True
        noun = token.lower if token.pos == "NOUN" else noun
        token = above
    return False


def _spoken_before(sentence: ParsedSentence, index: int) -> Token | None:
    """The occasion right before a date: "at the G7 **summit** in Kananaskis on June 16", wherever the parser hangs the date."""
    while index and (sentence.tokens[index - 1].pos == "PROPN" or sentence.tokens[index - 1].lower in {"in", "at", ","}):
        index -= 1
    token = sentence.tokens[index - 1] if index else None
    return token if token is not None and token.lower in SPOKEN and token.pos == "NOUN" else None


_PHRASES: Final = frozenset({"ADP", "NOUN", "PROPN", "NUM"})


def _speakers(sentence: ParsedSentence, token: Token) -> Iterator[int]:
    """The verbs of speech of whose objects or complements a word is a part."""
    words = load_speech()
    while token.head != token.i and token.dep in {"dobj", "pobj", "prep", "pcomp", "ccomp", "xcomp", "conj", "appos", "compound"}:
        token = sentence.tokens[token.head]
        if token.lower in words.verbs or token.lower in words.accusing:
            yield token.i


def counted_date(sentence: ParsedSentence, head: int, main: FoundDate | None) -> FoundDate | None:
    """The date of an act of which a clause "a day after ..." tells, counted from the date of the clause above it.

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        main: the date that the act shares with the clause above it.

    Returns:
        The expression with the days counted; ``main`` where the act stands in no such clause or the main date is no day.
    """
    while sentence.tokens[head].pos != "VERB" and sentence.tokens[head].dep in {"dobj", "pobj", "prep", "nsubjpass"}:
        head = sentence.tokens[head].head
    mark = next((one for one in sentence.kids(head, "mark", "advmod", "prep") if one.lower in {"after", "before"} and one.i < head), None)
    if main is None or mark is None or main.precision != "day" or sentence.tokens[head].dep not in {"advcl", "pcomp", "conj"}:
        return main
    counted = _COUNTED.search(sentence.sentence.text[: mark.end - sentence.sentence.span.start])
    if counted is None:
        return main
    phrase = f"{counted[1]} {'earlier' if counted[2].lower() == 'after' else 'later'}"
    other = resolve_date(phrase, published=None, previous=main.earliest)
    return main if other is None else replace(other, start=main.start, end=main.end)


def done_date(sentence: ParsedSentence, found: FoundDate, published: date | None) -> FoundDate | None:
    """The date of an act that is told as done, which lies no later than the report.

    Args:
        sentence: the parsed sentence.
        found: the expression that dates the act.
        published: the day of the report.

    Returns:
        ``found`` where it does not lie ahead, else its last time before the report; ``None`` where there is none or the day is that of a
        plan ("postponed the talks planned for Monday"), which does not say when the deed was done.
    """
    if published is None or found.earliest <= published:
        return found
    text = sentence.sentence.text
    if is_planned(text, found.start):
        return None
    past = resolve_date(text[found.start : found.end], published=published, tense="past")
    return None if past is None or past.earliest > published else replace(past, start=found.start, end=found.end)


def ahead_date(sentence: ParsedSentence, found: FoundDate, published: date | None) -> FoundDate:
    """The date of an act that lies ahead: of a weekday, or of a day without its year, the next after the report.

    Args:
        sentence: the parsed sentence.
        found: the expression that dates the act.
        published: the day of the report.
    """
    if published is None or found.basis != "relative" or found.latest >= published:
        return found
    text = sentence.sentence.text
    ahead = resolve_date(text[found.start : found.end], published=published, tense="future")
    if ahead is None or not published < ahead.earliest <= published + _SOON:
        return found
    return replace(ahead, start=found.start, end=found.end)


def announced_date(sentence: ParsedSentence, head: int, kind: str, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The date beside the verb that tells of an act of words: "told the House **on 3 May** that London urges ...".

    What a speaker says in the present was said then, and what is announced as agreed is dated by its announcement; a deed of which
    somebody speaks ("said on 3 May that troops had fired") is not.

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        kind: the act's type.
        dates: the date expressions of the sentence.
    """
    if kind not in OF_WORDS:
        return None
    token = sentence.tokens[head]
    while token.dep in {"conj", "dobj", "prep", "pobj", "xcomp"} and token.head != token.i:
        token = sentence.tokens[token.head]
    above = sentence.tokens[token.head]
    perfect = any(one.lower in {"had", "have", "has", "'d", "’d"} for one in sentence.kids(token.i, "aux"))
    if token.dep != "ccomp" or above.pos != "VERB" or not (above.lower in ANNOUNCED or (_tells(above) and not perfect)):
        return None
    return next((found for found in dates if _hangs_on(sentence, above, found)), None)


#: A plan so far ahead (days) is told without its year.
_SOON: Final = timedelta(days=92)


def _tells(token: Token) -> bool:
    words = load_speech()
    return token.lower in words.verbs or token.lower in words.accusing


def _hangs_on(sentence: ParsedSentence, verb: Token, found: FoundDate) -> bool:
    """Whether a date hangs on a verb itself, by a preposition or without."""
    inside = date_tokens(sentence, found)
    if not inside:
        return False
    governor = sentence.tokens[date_head(inside).head]
    return governor.i == verb.i or (governor.pos == "ADP" and governor.head == verb.i)


#: Types of acts that are done by saying them.
OF_WORDS: Final = frozenset({"AGREE", "ACCUSE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
ANNOUNCED: Final = frozenset({"announced", "announces", "announce", "declared", "declares", "declare"})


def clause_date(sentence: ParsedSentence, head: int, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The date of which a clause tells more ("until 2011, **when** the two broke") or that the noun has on which the act hangs ("the pact of
    July 1987, **signed** in haste").

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        dates: the date expressions of the sentence.
    """
    token = sentence.tokens[head]
    while token.dep in {"conj", "xcomp"} and token.head != token.i:
        token = sentence.tokens[token.head]
    if token.dep == "acl" and token.lower in _CONCLUDED:
        noun = sentence.tokens[token.head]
        return next((found for found in dates if _hangs_on(sentence, noun, found)), None)
    when = next((one for one in sentence.kids(token.i, "advmod", "mark") if one.lower == "when"), None)
    if when is None:
        return None
    before = sentence.sentence.text[: when.start - sentence.sentence.span.start].rstrip(" ,")
    found = next((found for found in dates if found.end == len(before)), None)
    return found and _without_since(sentence, found)


def _without_since(sentence: ParsedSentence, found: FoundDate) -> FoundDate:
    """The time that "since" in "since June, when ..." counts from."""
    match = _SINCE.match(sentence.sentence.text, found.start)
    if match is None:
        return found
    own = resolve_date(sentence.sentence.text[match.end() : found.end], published=found.latest)
    if own is None or own.earliest != found.earliest:
        return found
    return replace(own, start=found.start, end=found.end, basis=found.basis)


_SINCE: Final = re.compile(r"(?:ever\s+)?since\s+", re.IGNORECASE)
_CONCLUDED: Final = words_of("extract.acttime.concluded")
