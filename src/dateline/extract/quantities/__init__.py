"""Quantities in news English: numbers in figures and words, how exact they are, their unit, and the noun they count.

Regular expressions and word lists; no parser. What a number counts is read from the words directly after it ("8,000
North Korean soldiers", "11 of his men", "700,000 tons of rice"), or, where no noun follows, from a verb of casualty
beside it ("killing nine"). Dates, years, ages, clock times, scores and the numbers of articles, resolutions and
weapons are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dateline.extract.dates import date_spans
from dateline.extract.dates.numerals import FIGURE, SCALES, WORDS, parse_number
from dateline.extract.quantities.nouns import STOP, head_noun, is_people, is_plural, words_after
from dateline.extract.quantities.units import CODES, CURRENCY_WORDS, MEASURES, NATIONAL, SYMBOLS, TIME_UNITS
from dateline.types import Quantity, Span


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A number with what it counts.

    ``start``, ``end``: code points of the text searched, from the approximating word to the counted noun. ``value`` is
    ``None`` for a range; a lower bound ("at least nine", "dozens") has ``value == low`` and no ``high``, an upper
    bound ("up to 500") ``value == high`` and no ``low``. ``unit``: persons, items, percent, tons, km, days ..., an ISO
    4217 code, or ``None``. ``counts_head``: the counted noun in lower case.
    """

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    counts_head: str | None
    approximate: bool


@dataclass(frozen=True, slots=True)
class _Counted:
    """What follows a number: its unit, head noun, and where the phrase ends."""

    end: int
    unit: str | None = None
    head: str | None = None


@dataclass(frozen=True, slots=True)
class _Amount:
    """One or two numbers with bounds; ``vague`` for "dozens" and "several hundred"."""

    value: float | None
    low: float | None = None
    high: float | None = None
    vague: bool = False


_ADJECTIVE: Final = re.compile(
    r"(?:ary|an|al|ic|ive|ish|ese|ed|ous|ful|able|ian|er|new|fresh|further|frozen|raw|crude|heavy)$|^[A-Z]"
)

_SYMBOL: Final = r"(?:(?:US|NZ|HK|[ACSR])?\$|[€£¥₹₽₩₪₴₺₦]|Rs\.?\s?|(?:" + CODES.replace(" ", "|") + r")\s?)"
_SCALE: Final = (
    r"(?:[\s-]?(?:hundred|thousand|million|billion|trillion|mln|bln|crore|lakh|dozen)\b|\s?(?:bn|mn|tn)\b|[mk]\b)"
)
_VAGUE: Final = (
    r"(?:(?:tens|hundreds|dozens|scores|thousands)\s+of\s+(?:thousands|millions|billions)|(?:dozens|scores"
    r"|hundreds|thousands|millions)"
    r"|(?:several|a\s+few|a\s+couple\s+of|many)\s+(?:dozen|hundred|thousand|million|billion)(?:\s+(?:thousand"
    r"|million|billion))?|a\s+couple(?=\s+of\b)|tens\s+of\s+(?:thousands|millions))\b"
)
_FIGURES: Final = rf"{FIGURE}(?![\d]|[.,:/]\d|\s?(?:a\.?m|p\.?m)\b|th\b|st\b|nd\b|rd\b)(?:{_SCALE})?"
_NUMERAL: Final = rf"(?:{_FIGURES}|{WORDS}(?:\s+(?:million|billion|trillion|thousand|hundred|dozen)\b)?)"
_BOUNDS: Final = (
    r"(?P<least>at\s+least|no\s+(?:fewer|less)\s+than|not\s+less\s+than|a\s+minimum\s+of|upwards?\s+of"
    r"|(?:well\s+|just\s+|slightly\s+|far\s+)?"
    r"(?:more\s+than|over|above|exceeding)|in\s+excess\s+of|>)"
    r"|(?P<most>up\s+to|at\s+most|no\s+more\s+than|not\s+more\s+than|as\s+many\s+as|as\s+much\s+as|(?:just\s+|well\s+)?"
    r"(?:fewer\s+than|less\s+than|under|below)|a\s+maximum\s+of|<)"
    r"|(?P<about>(?:an?\s+)?(?:estimated|reported|approximate)|about|around|some|roughly|approximately|approx\."
    r"|nearly|almost|close\s+to|near(?:ly)?"
    r"|circa|perhaps|maybe|possibly|as\s+few\s+as|something\s+like|~)"
)
_NUMBER: Final = re.compile(
    rf"(?:(?<![\w-])(?:{_BOUNDS})\s*(?:an?\s+(?=estimated)|estimated\s+)?)?(?P<range>(?<![\w-])(?:between"
    rf"|from)\s+)?(?<![\w.,/+:#№°$€£-])"
    rf"(?:(?P<vague>{_VAGUE})|(?:(?P<symbol>{_SYMBOL})\s?)?(?P<first>{_NUMERAL})"
    rf"(?:\s*(?P<join>[-–—]|\bto\b|\bor\b|\band\b)\s*(?:(?P<symbol2>{_SYMBOL})\s?)?(?P<second>{_NUMERAL}))?)",
    re.IGNORECASE,
)
_FRACTION: Final = re.compile(
    r"(?<![\w-])(?:(?P<about>about|around|some|roughly|nearly|almost|over|more\s+than|at\s+least|less\s+than)\s+)?"
    r"(?P<share>half(?=\s+(?:of\b|the\b|its\b|their\b|his\b|her\b))|an?\s+(?:half|third|quarter|fifth"
    r"|tenth)(?=\s+of\s+(?!a\s+(?:million|century|billion)))"
    r"|(?P<over>one|two|three|four|nine)[\s-](?P<under>thirds?|quarters?|fifths?|tenths?)(?=\s+of\b"
    r"|\s+(?:majority|vote)|[.,;]|$))",
    re.IGNORECASE,
)
_UNDER: Final = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
#: Words before a number that make it a label.
_LABEL: Final = re.compile(
    r"(?:\b(?:articles?|resolutions?|sections?|chapters?|annex|paragraphs?|para\.?|nos?\.|number|flight|channel"
    r"|pages?|pp?\.|vol(?:ume|\.)?|notes?"
    r"|figure|table|grade|phase|level|rule|title|clause|item|route|highway|version|type|mark|day|week|stage"
    r"|round|zone|block|boeing|airbus"
    r"|law|act|decree|order|case|directive|protocol|principle|camp|unit|brigade|battalion|district|sector|ward"
    r"|room|gate|agenda|vision|group\s+of)\s+"
    r"|\b(?:aged?|ages)\s+(?:between\s+)?|[A-Za-z]-)$",
    re.IGNORECASE,
)
_CAPITAL_BEFORE: Final = re.compile(r"(?<=[a-z,;] )[A-Z][A-Za-z]+\s$")
_CASUALTY_BEFORE: Final = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|wound(?:s|ed|ing)?|injur(?:es?|ed|ing)|arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?"
    r"|hurt(?:s|ing)?|leav(?:es|ing)|left"
    r"|claim(?:s|ed|ing)|displac(?:es?|ed|ing)|evacuat(?:es?|ed|ing)|execut(?:es?|ed|ing)|abduct(?:s|ed|ing)?"
    r"|kidnap(?:s|ped|ping)?"
    r"|deaths?\s+of|toll\s+(?:rose|rises|climbed|rising)\s+to|toll\s+(?:at|of|to)|rescu(?:es?|ed|ing)|deport(?:s"
    r"|ed|ing)?|jail(?:s|ed|ing)?|free(?:s|d|ing)?|massacr(?:es?|ed|ing)|murder(?:s|ed|ing)?|(?:crowd|march"
    r"|rally|killing|murder|list)\s+of"
    r"|(?:crowd|dead|wounded|refugees)\s+at|shelter(?:s|ed|ing)?(?:\s+to)?|feed(?:s|ing)?|hous(?:es?|ed|ing))\s+$",
    re.IGNORECASE,
)
_CASUALTY_AFTER: Final = re.compile(
    r"\s+(?:(?:others?|more)\s+)?(?:(?:were|was|are|had\s+been|have\s+been|have|has|had|been|being|reported"
    r"|feared|confirmed|also)\s+)*"
    r"(?:killed|wounded|injured|dead|hurt|missing|arrested|detained|died|displaced|abducted|kidnapped|executed"
    r"|rescued|freed|released|jailed|shot"
    r"|hospitali[sz]ed|evacuated|deported|captured|drowned|survived|fled|die|dies|crossed|marched|demonstrated"
    r"|protested|rallied|gathered|aboard|homeless|who|handed\s+over|charged)\b",
    re.IGNORECASE,
)
_THEM: Final = re.compile(r"\s+of\s+(?:them|whom|those|us)\b", re.IGNORECASE)
_TRAILING: Final = re.compile(r"(?:\s+or\s+|-)(?P<sign>so|odd|more|fewer|less)\b", re.IGNORECASE)
_NOT_COUNT: Final = re.compile(
    r"\s*(?:GMT|UTC|BST|EST|hrs|o['’]clock|local\s+time)\b|-(?:year-old|month-old|day-old|year\s+old)|\s+years?\s+old\b"
)
#: "A 28-member bloc": the number belongs to a compound that counts nothing itself.
_COMPOUND: Final = re.compile(r"-[A-Za-z]")
_PRONOUN_ONE: Final = re.compile(r"\b(?:no|any|every|some|each|this|that|the|which|another)\s$", re.IGNORECASE)
#: A text without one of these words holds no quantity.
_TRIGGER: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twent|thirt|fort|fift|sixt"
    r"|sevent|eight|ninet|hundred|thousand"
    r"|million|billion|dozen|score|half|third|quarter|couple)",
    re.IGNORECASE,
)
#: Below this, a bare number with nothing counted is more often a label or a pronoun ("one") than a quantity.
_LEAST_BARE: Final = 10


def find_quantities(text: str) -> list[FoundQuantity]:
    """Quantities of a sentence, in text order, not overlapping.

    Args:
        text: a sentence or passage.

    Returns:
        Each number that counts or measures something.

    Example:
        >>> one = find_quantities("Some 8,000 North Korean soldiers were sent.")[0]
        >>> one.value, one.unit, one.counts_head, one.approximate
        (8000.0, 'persons', 'soldiers', True)
    """
    if _TRIGGER.search(text) is None:
        return []
    taken = date_spans(text)
    found = [one for match in _FRACTION.finditer(text) if (one := _fraction(text, match)) is not None]
    taken += [(one.start, one.end) for one in found]
    position = 0
    while (match := _NUMBER.search(text, position)) is not None:
        start = match.start("vague") if match["vague"] else match.start("first")
        end = match.end()
        if any(low < end and start < high for low, high in taken):
            position = max(match.start() + 1, min(high for low, high in taken if low < end and start < high))
            continue
        one = _quantity(text, match)
        if one is not None:
            found.append(one)
        position = (
            max(end, one.end) if one is not None else max(match.end("first"), match.end("vague"), match.start() + 1)
        )
    return sorted(found, key=lambda one: one.start)


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
        counts=found.counts_head,
        approximate=found.approximate,
    )


def _fraction(text: str, match: re.Match[str]) -> FoundQuantity | None:
    """ "Two-thirds of the seats" as a percentage."""
    if match["over"]:
        over = parse_number(match["over"])
        under = _UNDER[match["under"].lower().rstrip("s")]
        if over is None or over >= under:
            return None
        value = 100 * over / under
    else:
        value = 100 / _UNDER[match["share"].lower().split()[-1]]
    value = round(value, 2)
    counted = _counted(text, match.end())
    sign = " ".join((match["about"] or "").lower().split())
    return FoundQuantity(
        match.start(),
        counted.end,
        value,
        value if sign in ("over", "more than", "at least") else None,
        value if sign == "less than" else None,
        "percent",
        counted.head,
        sign in ("about", "around", "some", "roughly", "nearly", "almost"),
    )


def _quantity(text: str, match: re.Match[str]) -> FoundQuantity | None:
    amount, end = _amount(match)
    if amount is None:
        return None
    start = match.start() if not match["range"] or match["second"] else match.end("range")
    begin = match.start("vague") if match["vague"] else match.start("symbol" if match["symbol"] else "first")
    if _is_label(text, begin, end) or _NOT_COUNT.match(text, end):
        return None
    trailing = _TRAILING.match(text, end)
    counted = (
        _currency(text, match, end) or _hyphen_unit(text, end) or _counted(text, trailing.end() if trailing else end)
    )
    if (counted.unit is None and not trailing and _COMPOUND.match(text, end)) or not _counts_something(
        text, match, amount, begin, end, counted
    ):
        return None
    if counted.unit is None and (
        amount.vague or _CASUALTY_BEFORE.search(text[:start]) or _CASUALTY_AFTER.match(text, end)
    ):
        counted = _Counted(counted.end, "persons", counted.head)
    sign = trailing["sign"].lower() if trailing else ""
    low, high = amount.low, amount.high
    if amount.value is not None and (match["least"] or sign == "more"):
        low = amount.value
    if amount.value is not None and (match["most"] or sign in ("fewer", "less")):
        high = amount.value
    approximate = amount.vague or match["about"] is not None or sign in ("so", "odd")
    last = max(counted.end, trailing.end() if trailing else 0)
    return FoundQuantity(start, last, amount.value, low, high, counted.unit, counted.head, approximate)


def _amount(match: re.Match[str]) -> tuple[_Amount | None, int]:
    """The value or range of a match, and where its numbers end; of "98 to 61" only the first number."""
    if match["vague"]:
        return _vague_amount(match["vague"].lower()), match.end("vague")
    first = parse_number(match["first"])
    if first is None:
        return None, match.end()
    if match["second"] is None:
        return _Amount(first), match.end("first")
    second = parse_number(match["second"])
    join = match["join"].lower()
    if second is None or (join == "and" and (match["range"] or "").strip().lower() != "between"):
        return _Amount(first), match.end("first")
    scale = _scale_of(match["second"])
    if scale > 1 and _scale_of(match["first"]) == 1 and first * scale <= second:
        first *= scale
    if first >= second:
        return (None, match.end()) if join in "-–—" else (_Amount(first), match.end("first"))
    return _Amount(None, first, second), match.end("second")


def _scale_of(text: str) -> float:
    words = re.findall(r"[a-z]+", text.lower())
    return SCALES.get(words[-1], 1.0) if words and words[-1] in SCALES else 1.0


def _vague_amount(words: str) -> _Amount:
    """ "Dozens" is at least two dozen, "tens of thousands" at least 20,000; "several hundred" about 300."""
    parts = [word.rstrip("s") if word not in ("tens", "several") else word for word in words.split()]
    value = 1.0
    for part in parts:
        value *= 10.0 if part == "tens" else SCALES.get(part, 1.0)
    if parts[0] in ("several", "a", "many"):
        count = 2.0 if "couple" in parts else 3.0
        return _Amount(value * count, vague=True)
    return _Amount(2 * value, low=2 * value, vague=True)


def _is_label(text: str, begin: int, end: int) -> bool:
    """Whether the number names or dates something: "Resolution 1701", "F-16", ", 34,", "2-1", "24/7"."""
    before, after = text[:begin], text[end:]
    if _LABEL.search(before) or after[:1] in ("/", "+", ":") or re.match(r"['’]?s\b|[A-Za-z°]", after):
        return True
    digits = text[begin:end]
    if re.search(r",\s$", before) and after[:1] in (",", ".", ")") and re.fullmatch(r"\d{1,2}", digits):
        return True
    return re.fullmatch(r"\(?\d{1,2}", digits) is not None and before[-1:] in ("(", "[") and after[:1] in (")", "]")


def _counts_something(
    text: str, match: re.Match[str], amount: _Amount, begin: int, end: int, counted: _Counted
) -> bool:
    """Whether the number is a count and not a year, a score, a name's number or a pronoun."""
    written = text[begin:end]
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", written) and not _counts_in_year_form(text, begin, written, counted):
        return False
    if written.lower() == "one" and _PRONOUN_ONE.search(text[:begin]):
        return False
    known = counted.unit is not None or counted.head is not None
    if match["join"] in ("-", "–", "—") and not known and _scale_of(written) == 1:
        return False
    if known:
        return not (counted.unit == "items" and amount.value == 1)
    if _CAPITAL_BEFORE.search(text[:begin]) and re.fullmatch(r"\d{1,4}", written):
        return False
    if _CASUALTY_BEFORE.search(text[: match.start()]) or _CASUALTY_AFTER.match(text, end):
        return amount.value != 1 or _CASUALTY_AFTER.match(text, end) is not None
    if (
        re.match(r"(?:under|over|below|above)\b", match[0], re.IGNORECASE)
        and _scale_of(written) == 1
        and (amount.value or 0) < 100
    ):
        return False  # "children under 5"
    if match["least"] or match["most"] or match["about"] or amount.vague:
        return True
    return written[0].isdigit() and (amount.value or amount.low or 0) >= _LEAST_BARE and "." not in written


def _counts_in_year_form(text: str, begin: int, written: str, counted: _Counted) -> bool:
    """ "2000 soldiers" counts; "the 2014 protests" names a year."""
    if counted.unit in (None, "items"):
        return (
            counted.head is not None
            and written.endswith("00")
            and not re.search(r"\b(?:the|this|that|a|its)\s$", text[:begin], re.I)
        )
    return True


def _currency(text: str, match: re.Match[str], end: int) -> _Counted | None:
    """The currency before or after a number, and what the money is for ("in military aid")."""
    unit, stop = None, end
    symbol = (match["symbol"] or "").strip()
    if symbol:
        unit = SYMBOLS.get(symbol) or SYMBOLS.get(symbol.upper()) or symbol.upper()
    else:
        words = words_after(text, end, 2)
        for index, (word, word_end) in enumerate(words):
            name = word.lower()
            name = name if name in CURRENCY_WORDS else name.rstrip("s")
            if name in CURRENCY_WORDS or word in CODES.split():
                before = words[index - 1][0].lower() if index else ""
                unit = NATIONAL.get((before, name)) or CURRENCY_WORDS.get(name) or word
                stop = word_end
                break
        if unit == "GBP" and not symbol and re.match(r"\s+of\b", text[stop:]):
            return _Counted(stop, "lb", _purpose(text, stop))
        if unit is None or (
            unit == "KRW" and not re.search(r"(?:thousand|million|billion|trillion|bn|0)$", text[:end])
        ):
            return None
    return _Counted(stop, "CNY" if unit == "RMB" else unit, _purpose(text, stop))


def _purpose(text: str, end: int) -> str | None:
    """The noun after "of" or "in" behind a measure: "tons of rice", "$10 million in military aid"."""
    link = re.match(r"\s+(?:worth\s+)?(?:of|in)\b", text[end:])
    if link is None:
        return None
    words = [word for word, _ in words_after(text, end + link.end(), 3)]
    while words and words[0].lower() in ("the", "its", "their", "new"):
        words = words[1:]
    run: list[str] = []
    for word in words:
        if word.lower() in STOP:
            break
        run.append(word)
    if not run:
        return None
    for word in run:
        if is_plural(word):
            return word.lower()
    adjective = len(run) > 1 and _ADJECTIVE.search(run[0])
    return None if not adjective and run[0][0].isupper() else (run[1] if adjective else run[0]).lower()


def _hyphen_unit(text: str, end: int) -> _Counted | None:
    """ "A three-day visit", "a 12-year sentence"; other compounds ("28-member") count nothing themselves."""
    match = re.match(r"-(\w+)", text[end:])
    if match is None:
        return None
    if match[1] == "strong":
        return _Counted(end + match.end(), "persons")
    unit = MEASURES.get(match[1].lower())
    return (
        _Counted(end + match.end(), unit) if unit in TIME_UNITS or unit in ("km", "miles", "tons", "percent") else None
    )


def _counted(text: str, end: int) -> _Counted:
    """What the words after a number say that it counts."""
    percent = re.match(r"\s?%|\s+per\s?cent\b|\s+percentage\s+points?\b", text[end:])
    if percent:
        stop = end + percent.end()
        return _Counted(stop, "points" if "point" in percent[0] else "percent", _purpose(text, stop))
    them = _THEM.match(text, end)
    if them:
        return _Counted(them.end(), "persons")
    words = words_after(text, end, 2)
    for index, (word, stop) in enumerate(words):
        if index == 1 and words[0][0].lower() not in (
            "metric",
            "square",
            "cubic",
            "nautical",
            "more",
            "full",
            "long",
            "consecutive",
            "straight",
        ):
            break
        unit = MEASURES.get(word.lower())
        if unit is not None:
            power = {"square": "sq ", "cubic": "cu "}.get(words[0][0].lower(), "") if index else ""
            return _Counted(stop, power + unit, _purpose(text, stop))
    link = re.match(r"\s+of\s+(?:(?:the|his|her|its|their|our|these|those|all|such|my)\b)?", text[end:])
    begin = end + len(link[0].rstrip()) if link else end
    noun = head_noun(text, begin, plural=True)
    if noun is None and not link:
        noun = head_noun(text, begin, plural=False) if text[:end].lower().endswith("one") else None
    if noun is None:
        return _Counted(end)
    head, stop = noun
    return _Counted(stop, "persons" if is_people(head) else "items", head.lower())
