"""The search for quantities in a text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from dataclasses import replace
from operator import itemgetter
from typing import Final

from dateline.extract.dates import date_spans
from dateline.extract.dates.numerals import parse_number
from dateline.extract.lowercase import lowered
from dateline.extract.quantities import labels
from dateline.extract.quantities.choice import choose
from dateline.extract.quantities.counted import counted_after, currency, hyphen_unit, named_before, shared_unit
from dateline.extract.quantities.elided import (
    DASHES,
    is_dashed_tally,
    is_elided,
    is_of_kind,
    is_one_named,
    is_shot,
    is_spoken_tally,
    is_total,
)
from dateline.extract.quantities.fates import outcome_beside
from dateline.extract.quantities.found import Amount, Counted, FoundQuantity
from dateline.extract.quantities.kinds import classify, in_camp, person_cue
from dateline.extract.quantities.numbers import A_PART, FRACTION, IN_SOME, NUMBER, ONE_IN, amount_of, changes, scale_of, share_of
from dateline.extract.quantities.parts import is_of_whom
from dateline.extract.quantities.scope import lead
from dateline.extract.quantities.units import MEASURES
from dateline.types import Quantity, Span

_TRAILING: Final = re.compile(r"(?:\s+or\s+|\s|-)(?P<sign>so|odd|more|fewer|less)\b", re.IGNORECASE)
#: "A 28-member bloc": the number belongs to a compound that counts nothing itself.
_COMPOUND: Final = re.compile(r"-[A-Za-z]")
#: A text without one of these words holds no quantity.
_TRIGGER: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirt|fourt|fort|fift|twent|hundred"
    r"|thousand|million|billion|dozen|score|half|third|quarter|couple|tenth)|\ban? (?:hour|week|month|year|decade)\b"
)
#: What each match of :data:`NUMBER` holds.
_CORE: Final = re.compile(
    r"\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirt|fort|fourteen|fift|twent|half|quarter"
    r"|hundred|thousand|million|billion|trillion|dozen|score|lakh|crore|several|few|couple|many)"
)
#: Room for the longest bound before it ("in excess of an estimated between ").
_BOUND_LENGTH: Final = 80
_MONTHS_A_YEAR: Final = 12
#: Below this, a bare number with nothing counted is more often a label or a pronoun ("one") than a quantity.
_LEAST_BARE: Final = 10
#: So large a number in words ("eight hundred came") is always a quantity.
_LEAST_WORDS: Final = 100


def find_quantities(text: str) -> list[FoundQuantity]:
    """Quantities of a sentence, in text order, not overlapping.

    Args:
        text: a sentence or passage.

    Returns:
        Each number that counts or measures something.

    Example:
        >>> one = find_quantities("Some 8,000 North Korean soldiers were sent.")[0]
        >>> one.value, one.unit, one.head, one.counts, one.approximate
        (8000.0, 'persons', 'soldiers', 'troops', True)
    """
    return choose(text, find_by_rules(text))


def find_by_rules(text: str) -> list[FoundQuantity]:
    """The quantities of :func:`find_quantities` with what they count by the rules alone, from which the choice among classes is learned."""
    low = lowered(text)
    if _TRIGGER.search(low) is None:
        return []
    taken = [span for span in date_spans(text) if not _is_verb_last(text, span[0])]
    found: list[FoundQuantity] = []
    for pattern, needed in ((ONE_IN, IN_SOME), (FRACTION, A_PART)):
        for share in pattern.finditer(text) if needed.search(text) else ():
            one = _share(share)
            if one is not None and not _overlaps(taken, one.start, one.end):
                found.append(one)
                insort(taken, (one.start, one.end))
    for half in _HALF_A.finditer(text):
        if not _overlaps(taken, half.start(), half.end()):
            found.append(FoundQuantity(half.start(), half.end(), 0.5, None, None, MEASURES[half["unit"].lower()], None, approximate=False))
            insort(taken, (half.start(), half.end()))
    for time in _A_TIME.finditer(text):
        if not _overlaps(taken, *time.span("time")):
            found.append(FoundQuantity(*time.span("time"), 1.0, None, None, MEASURES[time["unit"].lower()], None, approximate=False))
            insort(taken, time.span("time"))
    position = 0
    while (core := _CORE.search(low, position)) and (match := NUMBER.search(text, max(position, core.start() - _BOUND_LENGTH))):
        start = match.start("vague") if match["vague"] else match.start("first")
        end = match.end()
        clash = [high for _, high in _clashing(taken, start, end)]
        if clash and not _only_second(match, taken):
            position = max(match.start() + 1, min(clash))
            continue
        here = _quantities(text, match)
        found += here
        ends = [one.end for one in here]
        position = max(match.end("first"), match.end("vague"), match.start() + 1, *ends)
    whole = _joined_times(text, sorted(found, key=lambda one: one.start))
    return [one for one in classify(text, whole) if not _is_pronoun(text, one)]


#: "Put the city's population at 1.8 million": a bare number of people.
_POPULATION: Final = re.compile(r"\b(?:population|populace|headcount|membership)\b[^.;,]*\b(?:at|of|is|was|to|from|reached|exceeds|tops)\s+$", re.IGNORECASE)
#: "Half a tonne", "half an hour".
_HALF_A: Final = re.compile(r"(?<![\w-])half\s+an?\s+(?P<unit>tonne|ton|kilo|kilogram|kilometre|kilometer|mile|hour|year|day|hectare|litre|liter|metre|meter)\b", re.IGNORECASE)
#: "Was jailed for **a year**", "ended after **a week**": a length of one.
_A_TIME: Final = re.compile(
    r"\b(?:for|after|last(?:s|ed|ing)?|serv(?:e|es|ed|ing)|sentenced\s+to)\s+(?P<time>an?\s+(?P<unit>hour|week|month|year|decade))\b"
    r"(?![-'’]|\s+(?:earlier|later|ago|before|that|when|in\s+which)\b)",
    re.IGNORECASE,
)
#: "With 60 aboard".
_ABOARD: Final = re.compile(r"\s+(?:aboard|on\s+board)\b", re.IGNORECASE)
#: "One of the two pilots": a share, and no mere article.
_ONE_OF: Final = re.compile(
    r"one\s+of\s+(?:the|its|his|her|their|our)\s+(?:\d|two|three|four|five|six|seven|eight|nine|ten|dozen)", re.IGNORECASE
)


def _is_pronoun(text: str, one: FoundQuantity) -> bool:
    """Whether a single person of whom nothing countable is said ("one of the ministers") is rather a pronoun."""
    if one.value != 1 or one.unit != "persons" or one.counts is not None or is_one_named(text, one.start, one.end):
        return False
    if outcome_beside(text, one.start, one.end) is not None:
        return False
    return _ONE_OF.search(text[one.start : one.end]) is None


def _joined_times(text: str, found: list[FoundQuantity]) -> list[FoundQuantity]:
    """ "Two years and three months" is one length: 27 months."""
    out: list[FoundQuantity] = []
    for one in found:
        before = out[-1] if out else None
        if (
            before is not None
            and (before.unit, one.unit) == ("years", "months")
            and before.value is not None
            and one.value is not None
            and text[before.end : one.start].strip() in ("and", ",", "")
        ):
            months = _MONTHS_A_YEAR * before.value + one.value
            out[-1] = replace(before, end=one.end, value=months, unit="months")
        else:
            out.append(one)
    return out


#: "Will last 60 days": a verb, no date.
_LASTING: Final = re.compile(r"\b(?:will|would|could|may|might|can|should|must|to|not|did|does|expected\s+to)\s+last\s", re.IGNORECASE)


def _is_verb_last(text: str, start: int) -> bool:
    found = _LASTING.search(text, max(0, start - len("expected to ")))
    return found is not None and found.start() <= start < found.end()


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return bool(_clashing(taken, start, end))


def _clashing(taken: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Those of the taken stretches, in order and apart from each other, that hold a part of another."""
    return taken[bisect_right(taken, start, key=itemgetter(1)) : bisect_left(taken, end, key=itemgetter(0))]


def _only_second(match: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    """Whether only the second number of a match is part of a date ("28 and 2019")."""
    return match["second"] is not None and not _overlaps(taken, match.start("first"), match.end("first"))


def to_quantity(found: FoundQuantity, offset: int, text: str) -> Quantity:
    """The quantity as the record has it.

    Args:
        found: a quantity found in ``text``.
        offset: where ``text`` begins in the document's canonical text (code points).
        text: the text that was searched.

    Returns:
        The quantity with its span in the document.

    Raises:
        ValueError: where the offset is negative.
    """
    return Quantity(
        text=text[found.start : found.end],
        span=Span(offset + found.start, offset + found.end),
        value=found.value,
        low=found.low,
        high=found.high,
        unit=found.unit,
        counts=found.counts,
        approximate=found.approximate,
    )


def _share(match: re.Match[str]) -> FoundQuantity | None:
    """ "Two-thirds of the seats", "one in three" as a percentage."""
    share = share_of(match)
    if share is None:
        return None
    amount, approximate = share
    return FoundQuantity(match.start(), match.end(), amount.value, amount.low, amount.high, "percent", None, approximate)


#: Digits of the longest figure of a tally: no year ("the budget of 2026-27").
_TALLY_DIGITS: Final = 3


def _is_tally(text: str, match: re.Match[str]) -> bool:
    """Whether a match is the tally of a vote with a dash, and no range of something counted."""
    if match["join"] is None or match["symbol"] or match["symbol2"] or match["range"]:
        return False
    if match["join"].lower() == "to":
        return _is_spoken_tally(text, match)
    if match["join"] not in DASHES or not (match["first"] + match["second"]).isdigit():
        return False
    if max(len(match["first"]), len(match["second"])) > _TALLY_DIGITS:
        return False
    counted = counted_after(text, match.end("second"))
    return counted.head is None and counted.unit in (None, "items") and is_dashed_tally(text, match.start("first"), match.end("second"))


def _is_spoken_tally(text: str, match: re.Match[str]) -> bool:
    """ "Voted six to three to hear the case"."""
    figures = [parse_number(match[name]) for name in ("first", "second")]
    if figures[0] is None or figures[1] is None or max(figures[0], figures[1]) >= 10**_TALLY_DIGITS:
        return False
    counted = counted_after(text, match.end("second"))
    if counted.head is not None or counted.unit is not None:
        return False
    return is_spoken_tally(text, match.start("first"), match.end("second"), falling=figures[0] > figures[1])


def _tally(match: re.Match[str]) -> list[FoundQuantity]:
    """The two figures of a vote, "52-48": how many for and how many against is told by :func:`~dateline.extract.quantities.parts.votes`."""
    figures = [(match.span(name), parse_number(match[name])) for name in ("first", "second")]
    return [FoundQuantity(*span, value, None, None, None, None, approximate=False) for span, value in figures if value is not None]


def _quantities(text: str, match: re.Match[str]) -> list[FoundQuantity]:
    """The quantity of a match; two where it names two figures of one unit ("from ten to seven years")."""
    two = bool(match["second"]) and (match["range"] or "").strip().lower() == "from" and changes(lead(text, match.start("range")))
    amount, end = amount_of(match, two_figures=two)
    if match["least"] and _OVER.fullmatch(match["least"]) and amount is not None and amount.low is not None and _is_preposition(text, match):
        match = NUMBER.match(text, match.end("least") + 1) or match
        amount, end = amount_of(match, two_figures=False)
    if _is_tally(text, match):
        return _tally(match)
    if amount is None:
        return []
    begin = match.start("vague") if match["vague"] else match.start("symbol" if match["symbol"] else "first")
    start = match.start() if not match["range"] or (match["second"] and not two and end == match.end("second")) else match.end("range")
    if labels.is_label(text, begin, end):
        return []
    trailing = _TRAILING.match(text, end)
    counted = _counted(text, match, trailing.end() if trailing else end, end)
    split = match["second"] is not None and end == match.end("first") and match["join"].lower() == "to"
    if split and counted.unit is None:
        after = _counted(text, match, match.end("second"), match.end("second"))
        counted = Counted(end, after.unit, after.head)
    one = _build(text, match, amount, (start, begin, end), counted, trailing)
    return [] if one is None else [one]


#: "Haggled **over** €16 billion", "grants and loans **over** three years": a preposition, where "lasted over three years" is a bound.
_OVER: Final = re.compile(r"over", re.IGNORECASE)
_DISPUTED: Final = re.compile(r"\b(?:haggl|quarrel|argu|row|wrangl|disput|f[ie]ght|fought|clash|squabbl|bicker|negotiat|dispute|feud|spat)\w*\s+$", re.IGNORECASE)
#: "Handed **over** six hostages", "flew **over** three villages": a particle of the verb.
_PARTICLE: Final = re.compile(
    r"\b(?:hand|turn|tak|took|sign|g[ai]v|mak|made|pass|pull|w[io]n|r[au]n|fl[ie]w?|fly|cross|cart|carr|bring|brought|look|watch|preside|loom|hang|hung|put|went|go|get|got)"
    r"(?:\w{0,4})\s+$",
    re.IGNORECASE,
)
_LENGTH: Final = re.compile(
    r"\b(?:last(?:s|ed|ing)?|t[ao]ke?s?|taken|taking|spen[dt]s?|wait\w*|for|after|of|in|is|was|were|are|been|serv\w+|within|by|with|than|a|held|hold"
    r"|stood|went|go|goes|gone|and|or|just|well|slightly|far)\s+$",
    re.IGNORECASE,
)


def _is_preposition(text: str, match: re.Match[str]) -> bool:
    before = lead(text, match.start("least"))
    timed = re.match(r"\s*(?:\w+\s+)?(?:years|months|weeks|days|decades|hours)\b", text[match.end("first") if match["first"] else match.end() :])
    if timed is None and _PARTICLE.search(before) is not None and match["symbol"] is None:
        return True
    return _DISPUTED.search(before) is not None or (timed is not None and before != "" and _LENGTH.search(before) is None)


def _counted(text: str, match: re.Match[str], after: int, end: int) -> Counted:
    symbol = (match["symbol"] or "").strip()
    named = named_before(text, match.start(), end) if match["first"] and not symbol else None
    if named is not None:
        return named
    own = currency(text, symbol, end) or hyphen_unit(text, end) or counted_after(text, after)
    if own.unit is None and own.head is None and not symbol and match["first"] and (shared := shared_unit(text, match.start("first"), end)) is not None:
        return shared
    return own


def _build(
    text: str, match: re.Match[str], amount: Amount, at: tuple[int, int, int], counted: Counted, trailing: re.Match[str] | None
) -> FoundQuantity | None:
    start, begin, end = at
    if counted.unit == "persons" and counted.head is None and is_elided(text, start, end):
        counted = replace(counted, unit="items")  # "shot down 40 of them"
    if counted.unit is None and not trailing and _COMPOUND.match(text, end):
        return None
    shot = counted.unit is None and is_shot(text, start, end)
    people = not shot and counted.unit is None and (
        amount.vague
        or _POPULATION.search(lead(text, start)) is not None
        or _ABOARD.match(text, end) is not None
        or is_of_whom(lead(text, start))
        or in_camp(text, start, end)
        or is_total(text, start, end)
        or outcome_beside(text, start, end) is not None
        or person_cue(text, start, end)
        or is_one_named(text, start, end)
    )
    things = shot or (counted.unit is None and not people and is_elided(text, start, end))
    if not _counts_something(text, match, amount, (begin, end), counted, people=people or things or (counted.unit is None and is_of_kind(text, start, end))):
        return None
    unit = "persons" if people else "items" if things else counted.unit
    sign = trailing["sign"].lower() if trailing else ""
    value, low, high = amount.value, amount.low, amount.high
    joined = trailing is not None and trailing[0].lstrip().startswith("or")
    if joined and sign == "more" and value is not None:
        value, low = None, value
    if joined and sign in ("fewer", "less") and value is not None:
        value, high = None, value
    approximate = amount.vague or match["about"] is not None or (joined and sign == "so") or sign == "odd"
    last = max(counted.end, trailing.end() if trailing else 0)
    return FoundQuantity(start, last, value, low, high, unit, counted.head or counted.measured, approximate)


def _counts_something(text: str, match: re.Match[str], amount: Amount, at: tuple[int, int], counted: Counted, *, people: bool) -> bool:
    """Whether the number is a count and not a year, a score, a name's number or a pronoun."""
    begin, end = at
    written = text[begin:end]
    measured = counted.unit not in (None, "items", "persons")
    if labels.is_year(text, begin, end, counted=counted.head is not None, measured=measured):
        return False
    if labels.is_pronoun_one(text, begin, end) or labels.is_party(text, begin, counted.head, amount.value):
        return False
    known = counted.unit is not None or counted.head is not None
    if match["join"] in ("-", "–", "—") and not known and scale_of(written) == 1:
        return False
    if known:
        return not (counted.unit == "items" and amount.value == 1)
    if labels.is_name_number(text, begin, end):
        return False
    if people:
        return True
    figure = next((one for one in (amount.value, amount.low, amount.high) if one is not None), 0)
    if re.match(r"(?:under|over|below|above)\b", match[0], re.IGNORECASE) and scale_of(written) == 1 and figure < 100:
        return False  # "children under 5"
    if match["least"] or match["most"] or match["about"] or amount.vague:
        return True
    if figure >= _LEAST_WORDS and scale_of(written) > 1:
        return True
    return written[0].isdigit() and figure >= _LEAST_BARE and "." not in written
