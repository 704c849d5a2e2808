"""Dates in news English: expressions found by a grammar of its own and resolved against the publication date.

No model, no clock, no locale: regular expressions compiled once and pure functions. The meaning of each expression
follows the test cases under ``tests/cases`` (weekdays, parts of months, "since", ranges, decades ...).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from operator import attrgetter
from typing import Final, Protocol

from dateline.extract.dates.beside import APART, told_twice
from dateline.extract.dates.grammar import TRIGGER, read_at
from dateline.extract.dates.nodes import TIMES, Node
from dateline.extract.dates.plans import is_awaited, is_called_off, is_deadline, is_invited
from dateline.extract.dates.terms import is_to_come
from dateline.extract.dates.values import Context, Told, Value
from dateline.extract.longnames import dayed
from dateline.extract.lowercase import lowered

__all__ = ["Context", "FoundDate", "Told", "date_spans", "find_dates", "resolve_date"]


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date expression and what it means.

    ``start``, ``end``: code points of the text that was searched, prepositions included ("on Thursday", "since 2014").
    ``earliest``, ``latest``: inclusive. ``precision``: day|month|year|interval. ``basis``: ``explicit`` where the
    words alone say it, ``relative`` where the publication date or a date named before went into it. ``open_ended``: it lasts to the publication
    from a time not known to the day ("since March", "over the past year").
    """

    start: int
    end: int
    earliest: date
    latest: date
    precision: str
    basis: str
    open_ended: bool = False


@dataclass(frozen=True, slots=True)
class _Atom:
    start: int
    end: int
    node: Node


@dataclass(frozen=True, slots=True)
class _Phrase:
    """One expression, or two joined to a range, with the preposition before it."""

    start: int
    end: int
    first: Node
    last: Node | None = None
    prep: str = ""
    lead: str = ""


_TIME_AFTER: Final = re.compile(rf"(?:,?\s+(?:at\s+)?(?:{TIMES}|overnight|midnight|noon|dawn)\b)", re.IGNORECASE)
_CONNECTOR: Final = re.compile(
    r"(?:\s*[-–—]\s*|\s*,?\s+(?:(?P<word>to|until|till|through)\s+(?:on\s+|in\s+)?|(?P<and>and)\s+))(?:the\s+)?",
    re.IGNORECASE,
)
#: Between the members of a list: "of 1965 and 1971", "in 2014, 2016 and 2018".
_LISTED: Final = re.compile(r"\s*(?:,|,?\s+(?:and|or))\s+", re.IGNORECASE)
#: What may follow a date that stands for itself; a noun after it makes it an attribute ("after Friday prayers").
_FREE: Final = re.compile(
    r"\s*(?:$|[,.;:)\]!?\"”’—–]|(?:the|an?|he|she|it|they|we|its|his|her|their|and|but|when|that|as|while|in|at"
    r"|by|with|on|has|had|have|was|were|is|are|will|would|of|to)\s)"
)
_PREPOSITION: Final = (
    r"ever\s+since|as\s+(?:early|late|recently|far\s+back)\s+as|as\s+of|no\s+later\s+than|back\s+in|on|in|at|by"
    r"|since|until|till|from|during"
    r"|over|throughout|through|of|for|before|after|between|within|starting|beginning|effective|dated|to"
)
#: The words before an expression: "late on", "before dawn on", "in the early hours of", "since the", "by".
_LEAD: Final = re.compile(
    rf"(?<![\w-])(?:(?:late|early|shortly|just|only|soon)\s+)?(?:(?P<prep>{_PREPOSITION})\s+)?"
    r"(?P<lead>(?:the\s+)?(?:dawn|midnight|noon|sunrise|sunset|nightfall|dusk|morning|afternoon|evening|night"
    r"|eve|(?:early|small|late)\s+hours)"
    r"\s+(?:on|of)\s+)?(?:(?:late|early)\s+(?:on\s+)?)?(?P<the>the\s+)?(?:(?:year|month\s+of)\s+)?$",
    re.IGNORECASE,
)
_PHRASE: Final = re.compile(rf"(?:{_PREPOSITION})\b", re.IGNORECASE)
#: Room for the longest lead ("shortly before the small hours of the month of ").
_LEAD_LENGTH: Final = 60
_YEAR_PREPOSITIONS: Final = frozenset(
    "in since by of during until till from through throughout before after for to between".split()
) | {
    "ever since",
    "back in",
    "as of",
    "as early as",
    "as late as",
    "as recently as",
    "as far back as",
    "no later than",
    "dated",
}
_MONTH_PREPOSITIONS: Final = _YEAR_PREPOSITIONS | {"over", "starting", "beginning", "on"}
#: Prepositions that no person follows: "**in** August Turkey struck".
_BEFORE_MONTHS: Final = frozenset({"in", "since", "ever since", "until", "till", "during", "back in"})
#: Proper names that hold a weekday, month or season.
_NAMES: Final = re.compile(
    r"\b(?:(?:Black|Good|Bloody|Palm|Ash|Super|Casual|Cyber|Maundy|Shrove|Easter|Holy|Man|Girl)\s+(?:Sun|Mon"
    r"|Tues|Wednes|Thurs|Fri|Satur)day"
    r"|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\s+(?:Times|Telegraph|Mirror|Mail|Express|Herald|Independent"
    r"|Review|Night\s+Live|Club)"
    r"|Fridays?\s+for\s+Future|(?:Arab|Prague|Croatian|African|Black)\s+Spring|Black\s+(?:September|July"
    r"|January)|Red\s+October"
    r"|(?:Long|Women['’]s|Million\s+Man)\s+March|March\s+(?:on|for)\s+[A-Z]\w+|Winter\s+Olympics|Summer\s+Olympics"
    r"|(?:Theresa|Brian|Mrs\.?|Ms\.?|Mr\.?|Minister|Secretary|Premier|PM|Lady)\s+May|Fort\s+March)\b"
)
_PERSON_MAY: Final = re.compile(r"\b(?:Theresa|Mrs\.?|Ms\.?|Mr\.?|Minister|Secretary|Premier|PM|Lady)\s+May\b")
_FUTURE: Final = (
    r"will|shall|'ll|’ll|won't|won’t|to\s+be\s+held|due|scheduled|slated|set\s+to|(?:is|are)\s+to|going\s+to"
    r"|plans?\s+to|planned\s+for"
    r"|(?:expected|poised|ready)\s+to|(?:is|are)\s+expected|expires?|begins|starts|takes\s+place|would"
)
#: "Talks **could** resume on Monday", "**may** be lifted in May"; not what could be seen or not be reached, and what may have been done.
_POSSIBLE: Final = (
    r"(?:(?-i:may|might)|should)(?!\s+(?:not\s+)?have\b)|could(?!\s+(?:not|n['’]t|no\s+longer|only|hardly|barely|have|be\s+(?:heard|seen)|hear|see)\b)"
)
_PAST: Final = r"said|told|says|announced|reported|wrote|according\s+to|was|were|had|having|has|have|did"
#: "Had raided", "had not yet been told", "having signed".
_PLUPERFECT: Final = re.compile(r"(?:had|having)\s+(?:(?:not|also|already|never|yet|\w+ly)\s+)*(?:been|\w+(?:ed|en|wn|ne|[lnpfu]t|ght|id|ld|de|ood|ome|un))\b", re.IGNORECASE)
#: Where a clause ends, so that the verb before it says nothing of what follows.
_CLAUSE_END: Final = r"[;:\"“”]|,\s+(?:and|but|while|when|who|which|as|after|although|though)"
_TENSE_CUE: Final = re.compile(rf"(?<!\w)(?:(?P<future>{_FUTURE}|(?P<possible>{_POSSIBLE}))|(?P<past>{_PAST}))\b|{_CLAUSE_END}", re.IGNORECASE)
#: "Were due to begin", "was scheduled": ahead of the time told of.
_WAS: Final = re.compile(r"\b(?:was|were|had\s+been)\s+(?:originally\s+|initially\s+)?$", re.IGNORECASE)
#: "until Friday to produce": what is to be done by then lies ahead.
_DEADLINE: Final = re.compile(r"\s+to\s+[a-z]+")
#: "Blue helmets to leave Cambodia in August": a headline's infinitive, in a text without final punctuation, lies ahead.
_HEADLINE_FUTURE: Final = re.compile(r"^[^.!?]*\bto\s+(?!the\b|a\b|its\b|his\b|their\b)[a-z]{3,}[^.!?]*[^.!?\s\"”]$")
#: Longest text (code points) taken for a headline.
_HEADLINE_LENGTH: Final = 110
#: How far before an expression (code points) the verb that says its tense is looked for.
_TENSE_REACH: Final = 90
#: "**By** March the army had taken the town" goes on.
_REACHED: Final = frozenset({"by", "until", "till", "no later than", "since", "ever since", "after", "before"})
#: So few days are known one by one ("since Monday", "overnight").
_FEW_DAYS: Final = 7


def find_dates(text: str, context: Context, telling: Telling | None = None) -> list[FoundDate]:
    """Date expressions of a sentence, in text order, not overlapping.

    Args:
        text: a sentence or passage.
        context: what they are read against. Its tense is that of the acts in the text; ``None`` lets the nearest verb before each expression
            decide, and past where none does. Within the text the expression before takes the place of the date named before it.
        telling: what an expression makes of the time told of, and to which expression one behind it refers; a text without it tells of one time,
            and each expression refers to the one before.

    Returns:
        The expressions that have a meaning.

    Example:
        >>> found = find_dates("Troops entered on 24 February 2022.", Context(None))[0]
        >>> found.earliest.isoformat(), found.precision, found.basis
        ('2022-02-24', 'day', 'explicit')
    """
    found: list[FoundDate] = []
    counted: set[int] = set()
    told = context.told
    open_: list[_Phrase] = []
    for phrase in _phrases(text, lenient=False):
        before = telling.refer(found, phrase.start) if telling else found[-1] if found else None
        first, last = (before.earliest, before.latest) if before else (context.previous, context.previous_end)
        if phrase.first.counted:
            first, last = _counted_from(before, found, context)
        tense = context.tense or _local_tense(text, phrase)
        story = _weekdays_story(text, found, context, told) if phrase.first.kind == "weekday" else told
        known = replace(context, tense=tense, previous=first, previous_end=last, told=story)
        one = _resolved_in(text, phrase, known)
        if one is not None and tense in {None, "had"} and story and one.basis == "relative" and telling and phrase.prep not in _REACHED and telling.is_back(one):
            one = _resolved_in(text, phrase, replace(known, tense="before")) or one
        if one is not None and found and phrase.first.beside and context.published and one.latest > context.published and found[-1].basis == "explicit":
            # "condemned him on Monday for the mutiny of December 1979 and the killings of **the following May**"
            one = _resolved_in(text, phrase, replace(known, told=None, previous=found[-1].earliest, previous_end=found[-1].latest)) or one
        if one is not None and len(found) - 1 in counted:
            one = _within(text, phrase, found[-1]) or one
        if one is not None:
            counted |= {len(found)} if phrase.first.beside and phrase.last is None else set()
            found.append(one)
            told = telling.tell(told, one) if telling else told
        elif phrase.first.beside and first is None:
            open_.append(phrase)
    found = _counted_from_behind(text, found, open_, context) if open_ and found else found
    return told_twice(text, found, counted) if counted else found


def _weekdays_story(text: str, found: Sequence[FoundDate], context: Context, told: Told | None) -> Told | None:
    """The time from which a day of the week is told: that of the text before; without a publication day that of the sentence, but none where this only says
    when it was written ("KOHIMA, 2 July 2024: police shot four people **on Monday**")."""
    if context.published:
        return context.told
    return None if found and _heads(text, found[-1]) else told


def _heads(text: str, found: FoundDate) -> bool:
    """Whether a full day stands at the head of a text with names before it at most, in no phrase of a clause."""
    full = found.basis == "explicit" and found.precision == "day"
    return full and _SMALL_WORD.search(text, 0, found.start) is None and _PHRASE.match(text, found.start) is None


_SMALL_WORD: Final = re.compile(r"(?<![\w'’-])[a-z]")


def _counted_from_behind(text: str, found: list[FoundDate], phrases: Sequence[_Phrase], context: Context) -> list[FoundDate]:
    """The expressions with those that count from the day that the text names only behind them: "who had seized it **a week earlier** fled on Friday"."""
    days = [one for one in found if one.precision == "day"]
    counted = [
        one
        for phrase in phrases
        if (main := next((one for one in days if one.start >= phrase.end), None)) is not None and _EARLIER.search(text, phrase.start, phrase.end)
        and (one := _resolved(phrase, replace(context, previous=main.earliest, previous_end=main.latest))) is not None
    ]
    return sorted((*found, *counted), key=attrgetter("start"))


_EARLIER: Final = re.compile(r"\b(?:earlier|before|previously|previous|preceding)\b", re.IGNORECASE)


def _within(text: str, phrase: _Phrase, counted: FoundDate) -> FoundDate | None:
    """A day or month without its year right behind an expression that counts, where one lies in the time that this names ("two years later, in August")."""
    if not phrase.first.yearless or phrase.last is not None or not APART.fullmatch(text, counted.end, phrase.start):
        return None
    one = _resolved(phrase, Context(counted.earliest, "future"))
    return one if one is not None and one.latest <= counted.latest else None


def _counted_from(before: FoundDate | None, found: Sequence[FoundDate], context: Context) -> tuple[date | None, date | None]:
    """The time from which days or weeks are counted: the one named before, or the last one within it where it is not known to the day."""
    outer = (context.counted or (None, None)) if context.open_ended else (context.previous, context.previous_end)
    if before is None:
        return outer
    if not before.open_ended:
        return before.earliest, before.latest
    inner = next(((one.earliest, one.latest) for one in reversed(found) if not one.open_ended), outer)
    return inner if inner[0] is not None and inner[0] >= before.earliest else (None, None)


class Telling(Protocol):
    """How a text goes from one date expression to the next."""

    def tell(self, told: Told | None, found: FoundDate) -> Told | None:
        """The time told of after an expression, by the time told of before it."""
        ...

    def is_back(self, found: FoundDate) -> bool:
        """Whether what an expression dates is told with "had"."""
        ...

    def refer(self, found: Sequence[FoundDate], start: int) -> FoundDate | None:
        """The one of the expressions before to which the one at ``start`` refers."""
        ...


def _resolved_in(text: str, phrase: _Phrase, context: Context) -> FoundDate | None:
    """The meaning of a phrase in its sentence; the day of a plan called off, and that on which something is to end or begin, is the one to which its
    words and its distance from the publication point, before or after it."""
    one = _resolved(phrase, context)
    today = context.today
    if one is None or today is None or not (phrase.last or phrase.first).yearless:
        return one
    if one.earliest <= today:
        return _term_ahead(text, phrase, context, one, today) or one
    if phrase.first.kind not in {"day", "month"} or not is_called_off(text, phrase.start, phrase.end):
        return one
    past = _resolved(phrase, replace(context, tense="past"))
    return past if past is not None and today - past.latest < one.earliest - today else one


def _term_ahead(text: str, phrase: _Phrase, context: Context, past: FoundDate, today: date) -> FoundDate | None:
    """The coming time of a phrase that names the end or the beginning of something, where it is that one: "closed the border **until 24 June**"."""
    if context.tense is not None or context.then is not None or past.latest >= today:
        return None
    one = _resolved(phrase, replace(context, tense="future"))
    if one is None or one.latest <= today:
        return None
    coming = is_to_come(text, (phrase.start, phrase.end), past.latest, one.earliest, today, weekday=phrase.first.kind == "weekday")
    return one if coming else None


def resolve_date(
    phrase: str, *, published: date | None, tense: str | None = None, previous: date | None = None, week_before: bool = False
) -> FoundDate | None:
    """The meaning of a phrase that is known to be a date ("2019", "August", "Mon."), without asking for a preposition.

    Args:
        phrase: the words of the date; other words in it are passed over.
        published, tense, previous, week_before: as in :class:`Context`; no tense means past, but the coming one for a term ("until June 24").

    Returns:
        The longest expression in the phrase that has a meaning, offsets in ``phrase``; ``None`` where there is none.
    """
    context = Context(published, tense, previous, week_before=week_before)
    found = [one for one in (_resolved_in(phrase, p, context) for p in _phrases(phrase, lenient=True)) if one is not None]
    return max(found, key=lambda one: (one.end - one.start, -one.start), default=None)


def date_spans(text: str) -> list[tuple[int, int]]:
    """``[start, end)`` of the date expressions of a text, resolvable without a publication date or not."""
    return [(p.start, p.end) for p in _phrases(text, lenient=False)]


@lru_cache(maxsize=512)
def _phrases(text: str, *, lenient: bool) -> tuple[_Phrase, ...]:
    """The date phrases of a text; cached, since dates and quantities ask for the same sentence one after the other."""
    atoms = _atoms(text)
    if not atoms:
        return ()
    taken = [match.span() for match in _NAMES.finditer(text)] + dayed(text)
    phrases: list[_Phrase] = []
    index = 0
    while index < len(atoms):
        atom = atoms[index]
        joined = atoms[index + 1] if index + 1 < len(atoms) else None
        lead = _LEAD.search(text, phrases[-1].end if phrases else max(0, atom.start - _LEAD_LENGTH), atom.start)
        prep = " ".join((lead["prep"] or "").lower().split()) if lead else ""
        if phrases and not prep and _LISTED.fullmatch(text, phrases[-1].end, atom.start):
            prep = phrases[-1].prep
            lead = None
        if joined is None or not _joins(text, atom, joined, prep):
            joined = None
        phrase = _phrase(text, atom, joined, lead, prep)
        named = any(start < phrase.end and atom.start < end for start, end in taken)
        if not (named and not lenient) and (lenient or _licensed(text, atom, joined, prep)):
            phrases.append(phrase)
            index += 2 if joined else 1
        else:
            index += 1
    return tuple(phrases)


def _atoms(text: str) -> list[_Atom]:
    atoms: list[_Atom] = []
    position, low = 0, lowered(text)
    while (match := TRIGGER.search(low, position)) is not None:
        start = match.start()
        read = read_at(text, start)
        if read is None:
            position = start + 1
            continue
        end, node = read
        after = _TIME_AFTER.match(text, end) if node.kind in ("day", "weekday") else None
        position = after.end() if after else end
        atoms.append(_Atom(start, position, node))
    return atoms


def _joins(text: str, first: _Atom, last: _Atom, prep: str) -> bool:
    """Whether two expressions are the ends of one range: "from A to B", "between A and B", "A-B"; not "in June 1962 and **the following** May"."""
    connector = _CONNECTOR.fullmatch(text, first.end, last.start)
    if connector is None:
        return False
    word = (connector["word"] or connector["and"] or "-").lower()
    if word in {"until", "till"} and prep == "on":  # "closed the road on 2 June until 24 June"
        return False
    same = first.node.kind == last.node.kind or {first.node.kind, last.node.kind} <= {"day", "weekday", "month", "year"}
    if word == "and":
        return prep == "between" or (same and not last.node.beside and first.node.kind in ("weekday", "month", "other"))
    if word == "-":
        return same and first.node.kind == last.node.kind and first.node.kind != "other"
    return same or prep == "from"


def _phrase(text: str, atom: _Atom, joined: _Atom | None, lead: re.Match[str] | None, prep: str) -> _Phrase:
    end = joined.end if joined else atom.end
    start = atom.start
    apart = prep in ("after", "before") and not (lead and lead["lead"])  # not "before dawn on Friday"
    possessive = text[end : end + 2] in ("'s", "’s") or (apart and not _FREE.match(text, end))
    if text[atom.start : end].lower() == "overnight":  # "flew in overnight": the preposition is the verb's
        return _Phrase(start, end, atom.node)
    timed = lead is not None and re.match(r"(?:late|early)\b", lead[0], re.IGNORECASE)
    if lead is not None and (timed or (not possessive and (prep or lead["lead"]))):
        start = lead.start()
    elif lead is not None and lead["the"] and not text[atom.start].isupper():
        start = lead.start("the")
    hour = (lead["lead"] or "").lower() if lead else ""
    return _Phrase(start, end, atom.node, joined.node if joined else None, "" if possessive else prep, hour)


def _licensed(text: str, atom: _Atom, joined: _Atom | None, prep: str) -> bool:
    """Whether the words around let what may be something else (a bare year, "May", "Sat") be a date."""
    node = atom.node
    end = joined.end if joined else atom.end
    if not node.weak:
        return node.kind != "month" or prep in _BEFORE_MONTHS or _free_month(text, atom)
    if node.kind == "year":
        return _licensed_year(text, atom.start, end, prep)
    if node.kind == "month":
        return _licensed_month(text, atom, end, prep) or (joined is not None and not joined.node.weak)
    if node.kind == "weekday":
        return prep in ("on", "since", "by", "until", "from", "between", "of") and not re.match(r"\s+[A-Z]", text[end:])
    return True


def _free_month(text: str, atom: _Atom) -> bool:
    """ "November" alone is a month unless it is part of a name ("August Wilson", "Mr June")."""
    words = text[atom.start : atom.end]
    if " " in words or "-" in words:
        return True
    return not re.match(r"\s+[A-Z][a-z]+\b", text[atom.end :]) or words not in ("April", "June", "August")


def _licensed_year(text: str, start: int, end: int, prep: str) -> bool:
    before, after = text[:start].rstrip()[-1:], text[end:].lstrip()[:1]
    if before in ("(", "[") or (after in (")", "]") and prep):
        return True
    if prep not in _YEAR_PREPOSITIONS:
        return False
    counted = re.match(
        r"\s+(?:[a-z]+\s+)?[a-z]{3,}(?<!was)(?<!has)(?<!his)(?<!its)(?<!this)(?<!does)(?<!less)(?<!as)(?<!ss)s\b(?!['’])",
        text[end:],
    )
    if prep in ("of", "from", "by", "to", "for", "between", "after", "before"):
        return counted is None
    return counted is None or not text[start:end].endswith("00")


def _licensed_month(text: str, atom: _Atom, end: int, prep: str) -> bool:
    if prep not in _MONTH_PREPOSITIONS or text[end : end + 2] in ("'s", "’s"):
        return False
    word = text[atom.start : atom.end]
    if word == "May":
        return prep in ("in", "since", "during", "until", "back in") or _PERSON_MAY.search(text) is None
    follows = re.match(r"\s+[A-Z]", text[end:]) is not None
    return not (follows and len(word) <= 4 and not word.endswith("."))


def _local_tense(text: str, phrase: _Phrase) -> str | None:
    """The tense that the last verb cue of the clause before an expression gives; "talks for Monday" lie ahead."""
    if phrase.prep == "for" or (phrase.prep in ("until", "till", "by") and _DEADLINE.match(text, phrase.end)):
        return "future"
    if phrase.first.kind == "weekday" and is_awaited(text, phrase.start):
        return "future"
    if is_deadline(text, phrase.start):
        return "would"
    if phrase.first.kind in {"day", "month"} and phrase.first.yearless and is_invited(text, phrase.start):
        return "future"
    last = None
    for match in _TENSE_CUE.finditer(text, max(0, phrase.start - _TENSE_REACH), phrase.start):
        last = match
    if (
        last is None
        and len(text) <= _HEADLINE_LENGTH
        and _HEADLINE_FUTURE.match(text[: phrase.start].rstrip())
        and text[-1:] not in '.!?”"'
    ):
        return "future"
    if last is None:
        return None
    if last["future"]:
        return "would" if last["possible"] or last["future"].lower() == "would" or _WAS.search(text, max(0, last.start() - _TENSE_REACH), last.start()) else "future"
    return "had" if last["past"] and _PLUPERFECT.match(text, last.start()) else None


def _resolved(phrase: _Phrase, context: Context) -> FoundDate | None:
    try:
        value = _meaning(phrase, context)
    except (ValueError, OverflowError):  # outside the years 1 to 9999, which `date` cannot hold
        return None
    if value is None or value.earliest > value.latest:
        return None
    basis = "relative" if value.relative else "explicit"
    return FoundDate(phrase.start, phrase.end, value.earliest, value.latest, value.precision, basis, _is_open_ended(phrase, value, context))


def _is_open_ended(phrase: _Phrase, value: Value, context: Context) -> bool:
    if value.precision != "interval" or value.latest != context.published or (value.latest - value.earliest).days < _FEW_DAYS:
        return False
    own = phrase.first.resolve(replace(context, tense="past")) if phrase.prep in ("since", "ever since") and phrase.last is None else None
    return own is None or own.precision != "day"


def _meaning(phrase: _Phrase, context: Context) -> Value | None:
    if phrase.last is not None:
        value = _range(phrase.first, phrase.last, context)
    elif phrase.prep in ("since", "ever since", "after"):
        value = phrase.first.resolve(replace(context, tense="past" if phrase.prep != "after" else context.tense))
    else:
        value = phrase.first.resolve(context)
    if value is not None and "eve " in phrase.lead:
        eve = value.earliest - timedelta(days=1)
        return Value(eve, eve, "day", value.relative)
    return value if value is None or phrase.lead else _bounded(value, phrase.prep, context)


def _range(first: Node, last: Node, context: Context) -> Value | None:
    """The days from one expression to another; the end that lacks its year takes it from the other."""
    calendar = first.yearless and last.yearless and first.kind != "weekday"
    if last.yearless and ((context.future and not calendar) or not first.yearless):
        low = first.resolve(context)
        high = last.resolve(Context(low.earliest, "future", context.previous)) if low else None
    elif last.beside:
        low = first.resolve(context)
        high = last.resolve(context.after(low)) if low else None
    else:
        high = last.resolve(context)
        anchor = Context(high.latest, "past", context.previous) if high and first.yearless else context
        low = first.resolve(anchor) if high else None
    if low is None or high is None or low.earliest > high.latest:
        return None
    relative = (
        (low.relative or high.relative)
        if not (first.yearless ^ last.yearless)
        else (low if last.yearless else high).relative
    )
    return Value(low.earliest, high.latest, "interval", relative)


def _bounded(value: Value, prep: str, context: Context) -> Value | None:
    """What "since", "after" and "before" make of a date.

    An act *before* a past date has no known first day, so it has no value; "by" and "until" name the date itself.
    """
    today = context.published
    if prep in ("since", "ever since"):
        return Value(value.earliest, today, "interval", True) if today and value.earliest < today else None
    if prep == "after" and not context.future:
        first = value.latest + timedelta(days=1)
        return Value(first, today, "interval", True) if today and first <= today else None
    if prep == "before":
        whole = value.precision == "interval"  # "before the end of the month" reaches to its last day
        end = value.latest if whole else value.earliest - timedelta(days=1)
        return Value(today, end, "interval", True) if today and today < end else None
    return value
