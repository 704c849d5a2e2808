"""Dates that reach an act by way of other words: the occasion it was done on, its announcement, the clause that tells more of a time."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from operator import attrgetter
from typing import Final

from dateline.extract.dates import FoundDate, resolve_date
from dateline.extract.dates.plans import is_invited, is_planned
from dateline.extract.parse import ParsedSentence, Token
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.speech import load_speech
from dateline.ontology.wordlists import text_of, words_of
from dateline.types import SentenceKind

#: "Accused the force **during** a summit in Bujumbura in February": what is done on an occasion is done when the occasion was.
_OCCASION: Final = frozenset({"during", "at", "on", "in", "amid"})
SPOKEN: Final = words_of("extract.acttime.spoken")


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
    return above.i if token.dep == "advcl" and token.tag == "VBG" and tells(above) else head


def year_of_noun(sentence: ParsedSentence, head: int) -> FoundDate | None:
    """The year that stands among the words before an act's noun: "the group's **1998** attacks", "jailed over **1985** massacre"; not "2,000 attacks",
    nor "ordered 1950 arrests".

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
    """
    noun = sentence.tokens[head]
    if noun.pos != "NOUN":
        return None
    for one in sentence.kids(head, "nummod", "amod", "compound", "nmod", "npadvmod"):
        if one.i < head and _YEAR.fullmatch(one.text) and (_is_owned(sentence, head, one) or _counts_none(sentence, noun, one)):
            year = int(one.text)
            base = sentence.sentence.span.start
            return FoundDate(one.start - base, one.end - base, date(year, 1, 1), date(year, 12, 31), "year", "explicit")
    return None


def _is_owned(sentence: ParsedSentence, head: int, year: Token) -> bool:
    """Whether an article or owner stands before a year: "**the group's** 1998 attacks"."""
    return any(other.i < year.i and other.lower not in _ABOUT for other in sentence.kids(head, "poss", "det"))


def _counts_none(sentence: ParsedSentence, noun: Token, year: Token) -> bool:
    """Whether a year cannot be a number of what an act's noun tells: of one ("1985 **massacre**"), or of a name's ("the 2002 **Lima** bombings"); in a
    headline, which has no articles, of what somebody is tried or pays for ("**over** 1947 executions")."""
    if any(one.tag == "CD" and one.i != year.i for one in sentence.kids(noun.i, "nummod")):
        return False
    named = any(year.i < one.i < noun.i and one.tag == "NNP" for one in sentence.kids(noun.i, "compound", "nmod"))
    about = year.i > 0 and sentence.sentence.kind is SentenceKind.HEADLINE and sentence.tokens[year.i - 1].lower in {"over", "for", "of", "in", "since"}
    return noun.tag in {"NN", "NNP"} or named or (about and not year.text.endswith("00"))


def date_inside_noun(sentence: ParsedSentence, head: int, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The date that stands between an act's noun and what it is done to: "the **veto** last month **of** a resolution".

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        dates: the date expressions of the sentence.
    """
    if sentence.tokens[head].pos != "NOUN":
        return None
    for found in dates:
        inside = date_tokens(sentence, found)
        behind = inside[-1].i + 1 if inside else len(sentence.tokens)
        if inside and inside[0].i == head + 1 and behind < len(sentence.tokens) and sentence.tokens[behind].lower in _DONE_TO:
            return found
    return None


_DONE_TO: Final = frozenset({"of", "against", "by", "between"})
#: "**Some** 2019 attacks" are so many.
_ABOUT: Final = frozenset({"some", "any", "all", "no"})
_YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")


def without_since(sentence: ParsedSentence, head: int, found: FoundDate) -> FoundDate:
    """The day of a noun that a date tells of itself: "the bloodiest month since **the 1 May coup**"."""
    inside = date_tokens(sentence, found)
    named = sentence.tokens[head].pos == "NOUN" and inside and inside[-1].i < head and date_head(inside[1:] or inside).head == head
    return _without_since(sentence, found) if named else found


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


def verb_over(sentence: ParsedSentence, found: FoundDate) -> Token | None:
    """The nearest verb over the first word of a date expression."""
    inside = date_tokens(sentence, found)
    return next((one for one in sentence.ancestors(inside[0].i) if one.pos in {"VERB", "AUX"}), None) if inside else None


def verb_before_that(sentence: ParsedSentence, inside: Sequence[Token]) -> Token | None:
    """The verb before a "that June" which the parser takes for the beginning of a clause: "to which it **laid siege** that October, held out"."""
    if not inside or inside[0].lower != "that" or inside[0].tag != "IN" or inside[-1].i + 1 >= len(sentence.tokens) or sentence.tokens[inside[-1].i + 1].text != ",":
        return None
    before = (one for one in reversed(sentence.tokens[: inside[0].i]) if one.tag in {"VBD", "VBN", "VBZ", "VBP"})
    verb = next(before, None)
    return verb if verb is not None and verb.dep == "relcl" else None


def date_above(sentence: ParsedSentence, found: FoundDate) -> Token | None:
    """The word by which a date expression hangs on the sentence: what it tells of, or a preposition."""
    inside = date_tokens(sentence, found)
    return sentence.tokens[date_head(inside).head] if inside else None


def governor_of(sentence: ParsedSentence, found: FoundDate) -> Token | None:
    """The word that a date expression hangs on, itself or by a preposition."""
    above = date_above(sentence, found)
    return sentence.tokens[above.head] if above is not None and above.pos == "ADP" else above


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
    text = sentence.sentence.text
    if published is None or found.earliest <= published:
        return None if published is not None and found.latest > published and is_invited(text, found.start) else found
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

    What a speaker says in the present was said then, and what is announced as agreed or as being done ("announced on 3 May that it **was
    leaving** the pact") is dated by its announcement; a deed of which somebody speaks ("said on 3 May that troops had fired") is not.

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        kind: the act's type.
        dates: the date expressions of the sentence.
    """
    token = sentence.tokens[head]
    going_on = token.tag == "VBG" and any(one.lower in {"was", "were"} for one in sentence.kids(head, "aux"))
    if kind not in OF_WORDS and not going_on:
        return None
    while token.dep in {"conj", "dobj", "prep", "pobj", "xcomp"} and token.head != token.i:
        token = sentence.tokens[token.head]
    above = sentence.tokens[token.head]
    perfect = any(one.lower in {"had", "have", "has", "'d", "’d"} for one in sentence.kids(token.i, "aux"))
    if token.dep != "ccomp" or above.pos != "VERB" or not (above.lower in ANNOUNCED or (tells(above) and not perfect and not going_on)):
        return None
    return next((found for found in dates if _hangs_on(sentence, above, found)), None)


#: A plan so far ahead (days) is told without its year.
_SOON: Final = timedelta(days=92)


def tells(token: Token) -> bool:
    """Whether a word is a verb of speech."""
    words = load_speech()
    return token.lower in words.verbs or token.lower in words.accusing


def _hangs_on(sentence: ParsedSentence, verb: Token, found: FoundDate) -> bool:
    """Whether a date hangs on a verb itself, by a preposition or without."""
    above = date_above(sentence, found)
    return above is not None and (above.i == verb.i or (above.pos == "ADP" and above.head == verb.i))


#: Types of acts that are done by saying them.
OF_WORDS: Final = frozenset({"AGREE", "ACCUSE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
ANNOUNCED: Final = frozenset({"announced", "announces", "announce", "declared", "declares", "declare"})


def clause_date(sentence: ParsedSentence, head: int, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The date of which a clause tells more ("until 2011, **when** the two broke"), of the beginning of whose place it tells ("began on 2 May in
    Oruro, **where** miners blocked a road") or that the noun has on which the act hangs ("the pact of July 1987, **signed** in haste").

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
    if (begun := _begun_where(sentence, token)) is not None:
        return next((found for found in dates if _hangs_on(sentence, begun, found)), None)
    when = next((one for one in sentence.kids(token.i, "advmod", "mark") if one.lower == "when"), None)
    if when is None:
        return None
    before = sentence.sentence.text[: when.start - sentence.sentence.span.start].rstrip(" ,")
    found = next((found for found in dates if found.end == len(before)), None)
    return found and _without_since(sentence, found)


def _begun_where(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The verb of a beginning of whose place a clause tells on: "protests **began** on 2 May in Oruro, where miners blocked a road"."""
    where = next((one for one in sentence.kids(verb.i, "advmod") if one.lower == "where" and one.i < verb.i), None)
    if where is None or verb.tag != "VBD" or verb.dep not in {"relcl", "advcl"} or sentence.kids(verb.i, "aux"):
        return None
    above = next((one for one in sentence.ancestors(verb.i) if one.pos in {"VERB", "AUX"}), None)
    return above if above is not None and above.lower in _BEGINNING and above.tag == "VBD" else None


_BEGINNING: Final = forms_of_verbs(text_of("extract.acttime.beginning")) | forms_of_verbs(text_of("extract.acttime.going"))


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
