"""Days counted from another act: "recalled its envoy on 3 May, **two days after** rebels seized the port" says when they seized it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from dateline.extract.acttime import date_head, date_tokens, verb_over
from dateline.extract.dates import FoundDate, resolve_date
from dateline.extract.dates.numerals import WORDS
from dateline.extract.dates.values import shift
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import FINITE

_COUNTED: Final = re.compile(
    r"(?<!\w)(?P<within>(?:less|fewer)\s+than\s+|within\s+|under\s+)?"
    rf"(?P<count>(?:\d+|{WORDS}|an?|several|a\s+few|a\s+couple\s+of|half\s+a\s+dozen)\s+(?:days?|weeks?|fortnights?|months?|years?|decades?)|the\s+(?:day|week))"
    r"\s+(?P<side>after|before)\b",
    re.IGNORECASE,
)
#: How what is told hangs on the verb of its clause: "after they **claimed** to have **captured** it", "began **arriving**".
_BELOW: Final = frozenset({"xcomp", "ccomp", "dobj", "pobj", "prep", "pcomp", "nsubjpass", "advcl"})
#: Of words that a clause parts from another one.
_PARTING: Final = re.compile(r"[,;:]")


def counted_date(sentence: ParsedSentence, head: int, main: FoundDate | None) -> FoundDate | None:
    """The date of an act of which a clause "a day after ..." tells, counted from the date of the clause above it.

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        main: the date that the act shares with the clause above it.

    Returns:
        The expression with the days counted; ``main`` where the act stands in no such clause or the main date is more than a month.
    """
    over = _count_over(sentence, head) if main is not None and (main.latest - main.earliest).days < _MONTH else None
    if main is None or over is None or _is_within(sentence, over.verb, main):
        return main
    return _counted(over.count, main, over.count.start(), over.count.end()) or main


def counted_on(sentence: ParsedSentence, head: int, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The date of an act counted from the day of a clause that says how long after or before it was: "**Ten days after** two soldiers were killed **on
    3 March**, Chad closed the border and expelled the envoy".

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        dates: the date expressions of the sentence.
    """
    token, row = sentence.tokens[head], False
    while True:
        for clause in (one for one in sentence.kids(token.i, "advcl") if not row or one.i < token.i):
            count = _count_at_mark(sentence, clause)
            own = [one for one in dates if count is not None and one.precision == "day" and one.start >= count.end() and verb_over(sentence, one) == clause]
            if count is not None and own:
                return _counted(count, own[-1], count.start(), count.end(), onwards=True)
        if token.dep not in _IN_ROW or token.head == token.i:
            return None
        row, token = True, sentence.tokens[token.head]


#: How a word of the deed hangs on the verb that a clause of time goes with.
_IN_ROW: Final = frozenset({"conj", "xcomp", "dobj"})


def _count_at_mark(sentence: ParsedSentence, clause: Token) -> re.Match[str] | None:
    """The count right before the "after" or "before" that opens a clause, which a parser may take for a preposition where its verb stands far behind."""
    mark = next((one for one in sentence.kids(clause.i, "mark", "prep") if one.lower in {"after", "before"} and one.i < clause.i), None)
    return None if mark is None else _count_up_to(sentence, mark)


def _count_up_to(sentence: ParsedSentence, mark: Token) -> re.Match[str] | None:
    """The count whose last word is an "after" or "before"."""
    end = mark.end - sentence.sentence.span.start
    return next((one for one in _COUNTED.finditer(sentence.sentence.text, 0, end) if one.end() == end), None)


def date_of_aside(sentence: ParsedSentence, head: int, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The date of an act that is told aside as done so long before, its own or counted from that of its sentence behind it: "Keita, **freed two
    months earlier**, resigned on 3 May".

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        dates: the date expressions of the sentence.
    """
    act, base = sentence.tokens[head], sentence.sentence.span.start
    if act.dep == "relcl":
        return _date_before_main_verb(sentence, act, dates)
    aside = _ASIDE.match(sentence.sentence.text, act.end - base) if act.tag in {"VBN", "VBD"} and head and sentence.tokens[head - 1].text == "," else None
    if aside is None:
        return None
    own = next((one for one in dates if one.end == aside.end("words") and one.start >= act.end - base), None)
    before = any(one.end <= act.start - base for one in dates)
    main = next((one for one in dates if one.start >= aside.end()), None)
    if before or main is None or main.precision != "day" or _PARTING.search(sentence.sentence.text, aside.end(), main.start):
        return own
    found = resolve_date(aside["words"], published=None, previous=main.earliest)
    return found and replace(found, start=aside.start("words"), end=aside.end("words"))


def _date_before_main_verb(sentence: ParsedSentence, act: Token, dates: Sequence[FoundDate]) -> FoundDate | None:
    """The date of what a subject had done so long before its own verb: "soldiers who **had seized** the palace **a week earlier** left on Wednesday"."""
    noun, base = sentence.tokens[act.head], sentence.sentence.span.start
    verb = sentence.tokens[noun.head]
    told = noun.dep in {"nsubj", "nsubjpass"} and any(one.lower in {"had", "'d", "’d"} for one in sentence.kids(act.i, "aux"))
    start = next((one.start for one in sentence.kids(verb.i, "aux", "auxpass") if one.i > act.i), verb.start) - base
    words = _BEFORE_VERB.search(sentence.sentence.text, act.end - base, start) if told and verb.i > act.i else None
    if words is None or _PARTING.search(sentence.sentence.text, act.end - base, words.start()):
        return None
    own = next((one for one in dates if one.end == words.end("words")), None)
    main = next((one for one in dates if one.start >= start and one.precision == "day"), None)
    if own is not None or main is None:
        return own
    found = resolve_date(words["words"], published=None, previous=main.earliest)
    return found and replace(found, start=words.start("words"), end=words.end("words"))


#: "Who had seized it **a week earlier** fled".
_BEFORE_VERB: Final = re.compile(rf"(?<!\w)(?P<words>(?:\d+|{WORDS}|an?|the)\s+(?:day|week|month|year)s?\s+(?:earlier|before)),?\s+$", re.IGNORECASE)
#: "Keita, freed **in Bamako** two months earlier, ...".
_ASIDE: Final = re.compile(rf"[^,;:]{{0,40}}?(?<!\w)(?P<words>(?:\d+|{WORDS}|an?)\s+(?:day|week|month|year)s?\s+(?:earlier|before)),")


def counted_from_report(sentence: ParsedSentence, head: int, published: date) -> FoundDate | None:
    """The date of an act of which a clause "a day after ..." tells, where the clause above it is the news of the day.

    Args:
        sentence: the parsed sentence.
        head: index of the act's head word.
        published: the day of the report.
    """
    over = _count_over(sentence, head)
    if over is None or over.count["side"].lower() == "before" or _is_ahead(sentence, over.verb):
        return None
    counted = over.count
    found = _counted(counted, FoundDate(counted.start(), counted.end(), published, published, "day", "relative"), counted.start(), counted.end())
    return replace(found, basis="relative") if found is not None else None


@dataclass(frozen=True, slots=True)
class _Over:
    """A count, and the verb of the clause that it opens."""

    count: re.Match[str]
    verb: Token


def _is_within(sentence: ParsedSentence, verb: Token, found: FoundDate) -> bool:
    """Whether a date stands in the clause of a verb, and so is no day to count from: "three days after it bombed Tyre **on Monday**"."""
    inside = date_tokens(sentence, found)
    return bool(inside) and any(one.i == verb.i for one in sentence.ancestors(date_head(inside).i))


def _is_ahead(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether the clause above that of a verb tells of what will or may be done."""
    above = next((one for one in sentence.ancestors(verb.i) if one.pos in {"VERB", "AUX"}), verb)
    return any(one.tag == "MD" for one in sentence.kids(above.i, "aux"))


#: Days of the longest time from which days are counted.
_MONTH: Final = 31
#: Months on either side of the day within which what was done years ago is looked for, at most: one for each year.
_HALF_YEAR: Final = 6


def _counted(counted: re.Match[str], main: FoundDate, start: int, end: int, *, onwards: bool = False) -> FoundDate | None:
    """The days so long before or after others, or fewer; those others are of the clause above, or ``onwards`` of the clause that the count opens."""
    back = (counted["side"].lower() == "after") is not onwards
    number = re.sub(r"(?i)^the\s", "a ", counted["count"])
    phrase = f"{number} {'earlier' if back else 'later'}"
    first, last = (resolve_date(phrase, published=None, previous=day) for day in (main.earliest, main.latest))
    if first is None or last is None:
        return None
    low, high = first.earliest, last.latest
    if counted["within"]:
        beside = timedelta(days=0 if main.earliest < main.latest else 1)
        low, high = (low, main.latest - beside) if back else (main.earliest + beside, high)
    elif main.earliest == main.latest:
        return replace(_about_its_day(first, main.earliest), start=start, end=end)
    return FoundDate(start, end, low, high, "day" if low == high else "interval", "relative") if low <= high else None


def _about_its_day(found: FoundDate, counted_from: date) -> FoundDate:
    """The days about the anniversary, of what was done so many years away: "a year after" is said near it, and the calendar's year says nothing of it."""
    years = counted_from.year - found.earliest.year
    if found.precision != "year" or not years:
        return found
    slack = timedelta(days=_MONTH * min(abs(years), _HALF_YEAR))
    middle = shift(counted_from, "year", -years)
    return replace(found, earliest=middle - slack, latest=middle + slack, precision="interval")


def _count_over(sentence: ParsedSentence, head: int) -> _Over | None:
    """The count that opens the clause of an act, or that of the verb of saying or beginning over it, or the one right before an act's noun."""
    token = sentence.tokens[head]
    if token.pos == "NOUN" and (count := _count_of_noun(sentence, token)) is not None:
        return _Over(count, token)
    while token.head != token.i:
        if token.pos in {"VERB", "AUX"}:
            found = _count_before(sentence, token)
            if found is not None:
                return _Over(found, token)
        if token.dep not in _BELOW:
            return None
        token = sentence.tokens[token.head]
    return None


def _count_of_noun(sentence: ParsedSentence, noun: Token) -> re.Match[str] | None:
    """The count from an act that a noun tells: "recalled its envoy on 3 May, **two days after** the seizure of the port"."""
    by = sentence.tokens[noun.head]
    if noun.dep != "pobj" or by.lower not in {"after", "before"} or _is_aside(sentence, by):
        return None
    count = _count_up_to(sentence, by)
    return None if count is None or _LASTING.search(sentence.sentence.text, 0, count.start()) else count


def _is_aside(sentence: ParsedSentence, by: Token) -> bool:
    """Whether a participle tells more of somebody there: "the minister, **sacked** two weeks after the coup, ..."."""
    verb = next((one for one in sentence.ancestors(by.i) if one.pos in {"VERB", "AUX"}), by)
    set_off = verb.i > 0 and sentence.tokens[verb.i - 1].text == "," and verb.tag in {"VBN", "VBD"}
    return verb.dep in {"acl", "relcl"} or set_off or (verb.tag == "VBN" and not sentence.kids(verb.i, "aux", "auxpass"))


#: "Was watched **for** four months after his release".
_LASTING: Final = re.compile(r"\b(?:for|over|in|during|throughout|lasted|until)\s+(?:the\s+)?$", re.IGNORECASE)


def _count_before(sentence: ParsedSentence, verb: Token) -> re.Match[str] | None:
    """The count right before the subject of a verb that is not the sentence's main one."""
    text, base = sentence.sentence.text, sentence.sentence.span.start
    found = None
    for match in _COUNTED.finditer(text, 0, verb.start - base):
        found = match
    if found is None or verb.dep not in {"advcl", "pcomp", "conj", "ccomp", "relcl"} or _PARTING.search(text, found.end(), verb.start - base):
        return None
    own = {one.i for one in sentence.kids(verb.i, "aux", "auxpass")}
    between = [one for one in sentence.tokens[: verb.i] if one.start >= base + found.end() and one.i not in own]
    if not between and verb.tag != "VBG":
        return None
    return None if any(one.tag in FINITE for one in between) else found
