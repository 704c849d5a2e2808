"""Whether a text and a headline count the same thing differently."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.audit.words import stem
from dateline.extract.quantities import FoundQuantity
from dateline.ontology.inflect import singular

#: Figures within this share are the same number (rounding), within the second where one side is said to be approximate.
_EXACT: Final = 0.035
_ABOUT: Final = 0.1
#: A figure of one digit and noughts ("3,000") is most often rounded itself.
_ROUND: Final = 0.08
#: "Over 6,200" fits whatever is above, up to this many times the bound; "up to 500" down to its inverse.
_BOUND: Final = 2.0
#: "Dozens", "scores", "hundreds": any number from the bound to this many times it.
_MULTITUDE: Final = 10.0
_MULTITUDES: Final = (12.0, 20.0, 100.0, 1000.0, 10000.0, 100000.0, 1000000.0)
#: A sum, share or length this many times another is most likely that of something else.
_SLIP: Final = 2.5
#: Unit -> (dimension, factor).
_UNITS: Final = {
    "km": ("length", 1.0), "miles": ("length", 1.609344), "nautical_miles": ("length", 1.852), "meters": ("length", 0.001), "feet": ("length", 0.0003048),
    "tons": ("mass", 1.0), "kilotons": ("mass", 1000.0), "kg": ("mass", 0.001), "lb": ("mass", 0.000453592),
    "hectares": ("area", 0.01), "acres": ("area", 0.00404686), "km2": ("area", 1.0), "sq_miles": ("area", 2.58999),
    "days": ("time", 1.0), "nights": ("time", 1.0), "weeks": ("time", 7.0), "months": ("time", 30.4), "years": ("time", 365.25), "decades": ("time", 3652.5),
    "hours": ("time", 1 / 24), "minutes": ("time", 1 / 1440), "percent": ("percent", 1.0), "barrels": ("barrels", 1.0), "litres": ("litres", 1.0),
    "MW": ("power", 1.0), "GW": ("power", 1000.0), "households": ("households", 1.0),
}  # fmt: skip
#: Words for the same counted things; a head in none of these stands for itself.
_ALIKE: Final = tuple(
    frozenset(stem(word) for word in group.split())
    for group in (
        "soldier troop fighter personnel force servicemen men combatant serviceman militant rebel marine conscript recruit gunman militiaman",
        "person people resident civilian migrant refugee passenger child youth woman man villager official guest attendee worker citizen national"
        " student victim inmate prisoner detainee protester demonstrator family evacuee evacuated",
        "ship vessel boat tanker freighter barge warship trawler",
        "post base outpost position camp",
        "plane aircraft jet airliner flight fighter warplane",
        "drone uav uavs quadcopter",
        "missile rocket projectile",
        "firm company entity business",
        "person individual people",
        "engine motor",
        "vehicle truck lorry car",
        "village town settlement hamlet",
        "shell round munition",
        "attack strike raid incident",
        "state country nation",
        "container box teu",
        "lawmaker mp deputy legislator senator",
        "school clinic hospital",
        "loan credit",
        "house home dwelling building",
    )
)
_RATIO: Final = re.compile(r"(?<![\d,.])(\d{1,3})\s+(?:of|out of|in)\s+(?:the\s+|its\s+|their\s+)?(\d{1,4})(?![\d,.])")
_STOP: Final = r"(?:in|on|at|of|with|from|to|near|for|by|over|after|as|into|between|and|or|that|which|who|more|dead|killed|wounded|injured|hurt)\b"
#: One to three words up to one that is no part of their phrase.
_NOUNS: Final = re.compile(rf"(?:[ -](?!{_STOP})[A-Za-z][\w’'-]*){{0,2}}?[ ](?!{_STOP})([A-Za-z][\w-]+)(?=[.,;:]|$| {_STOP})")
#: "One" before a noun is a number; in "one of the" and "one another" it is none.
_ONE: Final = re.compile(r"(?<![\w-])(?:only |just )?(?:one|a single)(?= (?!of\b|another\b|side\b|day\b|hand\b))", re.IGNORECASE)
#: A noun with nothing before it, and behind it the end or a preposition.
_SINGLE: Final = (
    r"(?P<noun>[A-Z]?[a-z]+)(?=$|[.;:]|\s+(?:[Tt]o|[Ii]n|[Oo]ver|[Aa]fter|[Ff]or|[Ff]rom|[Oo]n|[Aa]t|[Ww]ith|[Aa]mid|[Aa]s|[Bb]y|[Oo]f|[Oo]ff|[Uu]nder|[Dd]uring|[Aa]gainst|[Ii]nto|[Ww]ho"
    r"|[Nn]ear|[Aa]ccused|[Ww]anted|[Ss]uspected)\b)"
)
#: Words by which a headline says that its one is not the only one.
_OTHERS: Final = re.compile(r"\b(?:an?other|second|third|fourth|fifth|last|others?|more|also|too|each|every|per|latest|further|again)\b", re.IGNORECASE)
#: "15 others", "300 more": a part of a number.
_MORE: Final = re.compile(r"[\w,.-]+\s+(?:others?|more)\b", re.IGNORECASE)
#: A number of each of two sides is half of the whole: "35 prisoners from each side", "35 apiece".
_EACH: Final = re.compile(r"\b(?:from|on|by|for|of) (?:each|either) (?:side|country|party|camp|of)\b|\bapiece\b", re.IGNORECASE)
_PEOPLE: Final = ("persons", "items", None)


def differing(
    mine: Sequence[FoundQuantity], theirs: Sequence[FoundQuantity], text: str, headline: str, *, close: bool
) -> tuple[FoundQuantity, FoundQuantity] | None:
    """A number of the text and the headline's number for the same thing that excludes it.

    Args:
        mine: the quantities of the statement.
        theirs: those of the headline.
        text: the statement.
        headline: the headline.
        close: whether the two share so many words that they tell of the same sum or share.

    Returns:
        The pair, or ``None`` where all agree, or count other things.
    """
    found = None
    if _EACH.search(text) or _EACH.search(headline):
        return None
    mine, theirs = _counts(mine, text), [one for one in _counts(theirs, headline) if not _MORE.match(headline, one.start) or _MORE.search(text)]
    for other in theirs:
        ratio = _ratio(headline, other)
        rivals = [one for one in mine if _same_thing(one, other, ratio, close) and not any(_alike_in_all(one, that) for that in theirs)]
        if any(_agree(one, other, ratio) for one in mine if _one_dimension(one, other, ratio)):
            continue
        rivals = rivals or [one for one in mine if _miscopied(one, other)]
        if rivals and found is None:
            found = (rivals[0], other)
    return found


def singled(mine: Sequence[FoundQuantity], text: str, headline: str, verb: str) -> tuple[FoundQuantity, tuple[int, int]] | None:
    """Several of the text where the headline has a single one behind its verb: "extradited 73 men", "Extradites **Man** to Turkey".

    Args:
        mine: the quantities of the statement.
        text: the statement.
        headline: the headline.
        verb: the headline's verb, which the statement has as well.

    Returns:
        The quantity and where the headline's noun stands, or ``None`` where either side leaves open that it is one of several.
    """
    match = re.search(rf"\b{re.escape(verb)}\s+{_SINGLE}", headline)
    known = _counts(mine, text)
    if match is None or _OTHERS.search(headline) or any(one.value == 1 for one in known) or singular(match["noun"].lower()) != match["noun"].lower():
        return None
    found = [one for one in known if one.head is not None and stem(one.head.split()[-1]) == stem(match["noun"])]
    several = [one for one in found if one.value is not None and one.value >= 2 and not one.approximate and one.head != match["noun"].lower()]
    return (several[0], match.span("noun")) if len(found) == len(several) == 1 else None


def _counts(found: Sequence[FoundQuantity], text: str) -> list[FoundQuantity]:
    """The quantities of a text with their nouns, and each "one" before a noun."""
    known = [_headed(one, text) for one in found]
    for match in _ONE.finditer(text):
        run = _NOUNS.match(text, match.end())
        if run is not None and not any(one.start < match.end() and match.start() < one.end for one in known):
            known.append(FoundQuantity(match.start(), run.end(), 1.0, None, None, "items", run[1].lower(), approximate=False))
    return known


def _alike_in_all(one: FoundQuantity, other: FoundQuantity) -> bool:
    """Whether two quantities are one: the same number of the same thing."""
    return _same_thing(one, other, None, close=False) and _agree(one, other, None)


def _headed(one: FoundQuantity, text: str) -> FoundQuantity:
    """A quantity whose noun was not found, with the last of the words that follow its number ("one border **crossing**")."""
    if one.head is not None or one.value is None or one.unit not in _PEOPLE:
        return one
    run = _NOUNS.match(text, one.end)
    return replace(one, unit="items", head=run[1].lower(), counts=None) if run else one


def _ratio(headline: str, one: FoundQuantity) -> float | None:
    """"24 of 50" as a percentage."""
    match = _RATIO.search(headline, one.start)
    if match is None or match.start() > one.start + 1 or int(match[2]) < int(match[1]):
        return None
    return 100 * int(match[1]) / int(match[2])


def _dimension(one: FoundQuantity, ratio: float | None = None) -> str:
    if ratio is not None:
        return "percent"
    if one.unit in _PEOPLE:
        return "count"
    return _UNITS[one.unit][0] if one.unit in _UNITS else one.unit or "count"


def _one_dimension(one: FoundQuantity, other: FoundQuantity, ratio: float | None) -> bool:
    return _dimension(one) == _dimension(other, ratio if _dimension(one) == "percent" else None)


def _same_thing(one: FoundQuantity, other: FoundQuantity, ratio: float | None, close: bool) -> bool:
    if not _one_dimension(one, other, ratio):
        return False
    kind = _dimension(one)
    if kind == "time":
        return False
    if kind != "count":
        return close or _within(one, other, ratio)
    if one.counts and one.counts == other.counts:
        return True
    if {one.counts, other.counts} & {"killed", "wounded"} and one.counts != other.counts and one.counts and other.counts:
        return False
    if one.head is None or other.head is None:
        return one.counts == other.counts and one.counts is not None
    return _alike(one.head, other.head)


def _within(one: FoundQuantity, other: FoundQuantity, ratio: float | None) -> bool:
    """Measures, sums and shares have no noun to compare: two that are farther apart than a slip measure other things."""
    a, b = _figure(one), ratio if ratio is not None else _figure(other)
    if not a or not b:
        return False
    scale = _UNITS[one.unit][1] / _UNITS[other.unit][1] if one.unit in _UNITS and other.unit in _UNITS and ratio is None else 1.0
    low, high = sorted((a * scale, b))
    return high / low <= _SLIP


def _alike(one: str, other: str) -> bool:
    a, b = stem(one.split()[-1]), stem(other.split()[-1])
    return a == b or any(a in group and b in group for group in _ALIKE)


def _figure(one: FoundQuantity) -> float | None:
    return one.value if one.value is not None else one.low if one.low is not None else one.high


def _miscopied(one: FoundQuantity, other: FoundQuantity) -> bool:
    """Digits turned round (46 for 64), or a nought more or less: the same number gone wrong, whatever the nouns are called."""
    a, b = _figure(one), _figure(other)
    if a is None or b is None or a == b or _dimension(one) != _dimension(other) or _dimension(one) == "time":
        return False
    low, high = sorted((a, b))
    if low > 0 and high / low in {10.0, 100.0, 1000.0}:
        return low >= 10
    digits = [f"{value:.0f}".rstrip("0") for value in (a, b)]
    zeros = [len(f"{value:.0f}") - len(short) for value, short in zip((a, b), digits, strict=True)]
    return len(digits[0]) > 1 and sorted(digits[0]) == sorted(digits[1]) and zeros[0] == zeros[1]


def _agree(one: FoundQuantity, other: FoundQuantity, ratio: float | None) -> bool:
    factors = [_UNITS[q.unit][1] if q.unit in _UNITS else 1.0 for q in (one, other)]
    about = _ABOUT if one.approximate or other.approximate else _ROUND if _is_round(one) or _is_round(other) else _EXACT
    (a, b), (c, d) = _interval(one, factors[0], about), _interval(other, factors[1], about)
    if ratio is not None and _dimension(one) == "percent":
        c, d = ratio * (1 - about), ratio * (1 + about)
    return a <= d and c <= b


def _is_round(one: FoundQuantity) -> bool:
    figure = _figure(one)
    return figure is not None and figure >= 10 and len(f"{figure:.0f}".rstrip("0")) == 1


def _interval(one: FoundQuantity, factor: float, about: float) -> tuple[float, float]:
    """What a quantity allows."""
    if one.value is not None:
        return one.value * factor * (1 - about / 2), one.value * factor * (1 + about / 2)
    low = one.low * factor * (1 - _EXACT) if one.low is not None else 0.0
    high = one.high * factor * (1 + _EXACT) if one.high is not None else math.inf
    if one.low is not None and one.high is None:
        high = one.low * factor * (_MULTITUDE if one.approximate and one.low in _MULTITUDES else _BOUND)
    if one.high is not None and one.low is None:
        low = one.high * factor / _BOUND
    return low, high
