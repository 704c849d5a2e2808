"""How numbers are written: figures and words, bounds, approximations, ranges, bare plurals and fractions."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.dates.numerals import FIGURE, SCALES, WORDS, parse_number
from dateline.extract.quantities.found import Amount
from dateline.extract.quantities.units import CODES

#: Currency signs, and codes only in capitals ("try 5 doors" is no Turkish money).
_SYMBOL: Final = r"(?:(?:US|NZ|HK|[ACSR])?\$|(?-i:R)(?=\d)|[€£¥₹₽₩₪₴₺₦]|Rs\.?\s?|(?-i:" + "|".join(CODES) + r")\s?)"
_SCALE: Final = (
    r"(?:(?:\s{1,2}|-)?(?:hundred|thousand|million|billion|trillion|mln|bln|trln|crore|lakh|dozen)\b|\s?(?:bn|mn|trn|tn)\b"
    r"|m\b(?!\s+(?:high|long|wide|deep|tall|away|thick|from|below|above|down))|k\b)"
)
_VAGUE: Final = (
    r"(?:(?:tens|hundreds|dozens|scores|thousands)\s+of\s+(?:thousands|millions|billions)|(?:dozens|scores|hundreds|thousands|millions)"
    r"|(?:several|a\s+few|a\s+couple\s+of|many)\s+(?:dozen|hundred|thousand|million|billion)(?:\s+(?:thousand|million|billion))?"
    r"|a\s+couple(?=\s+of\b))\b"
)
_FIGURES: Final = rf"(?:\d{{1,3}}(?: \d{{3}})+(?![\d.,]\d)|{FIGURE})(?![\d]|[.,:/]\d|\s?(?:a\.?m|p\.?m)\b|th\b|st\b|nd\b|rd\b)(?:{_SCALE})?"
#: "Three and a half years".
NUMERAL: Final = rf"(?:{_FIGURES}|{WORDS}(?:\s+(?:million|billion|trillion|thousand|hundred|dozen|mln|bln)\b)?)"
_LEAST: Final = (
    r"at\s+least|(?:no|not)\s+(?:fewer|less)\s+than|a\s+minimum\s+of|upwards?\s+of|north\s+of|as\s+few\s+as|as\s+little\s+as"
    r"|(?:well\s+|just\s+|slightly\s+|far\s+|much\s+|a\s+little\s+)?(?:more\s+than|over|above|exceeding)|in\s+excess\s+of|>"
)
_MOST: Final = (
    r"up\s+to|at\s+(?:the\s+)?most|(?:no|not)\s+more\s+than|as\s+many\s+as|as\s+much\s+as"
    r"|(?:just\s+|well\s+|slightly\s+|far\s+|a\s+little\s+)?(?:fewer\s+than|less\s+than|under|below|short\s+of)|a\s+maximum\s+of|<"
)
_ABOUT: Final = (
    r"an?\s+(?:estimated|reported|approximate|putative)|estimated|about|around|some|roughly|approximately|approx\.|nearly|almost"
    r"|(?:very\s+)?close\s+(?:to|on)|(?:just\s+)?shy\s+of|near|circa|barely|scarcely|hardly|perhaps|maybe|possibly|something\s+like|in\s+the\s+region\s+of"
    r"|in\s+the\s+order\s+of|~"
)
_BOUNDS: Final = rf"(?P<least>{_LEAST})|(?P<most>{_MOST})|(?P<about>{_ABOUT})"
NUMBER: Final = re.compile(
    rf"(?:(?<![\w-])(?:{_BOUNDS})\s*(?:an?\s+(?=estimated)|estimated\s+)?)?(?P<range>(?<![\w-])(?:between|from)\s+)?"
    rf"(?<![\w.,/+:#№°$€£-])"
    rf"(?:(?P<vague>{_VAGUE})|(?:(?P<symbol>{_SYMBOL})\s?)?(?P<first>{NUMERAL})"
    rf"(?:\s*(?P<join>[-–—]|\bto\b|\bor\b|\band\b)\s*(?:(?P<symbol2>{_SYMBOL})\s?)?(?P<second>{NUMERAL}))?)",
    re.IGNORECASE,
)
#: Words of change before "from": "rose from 10 to 20" names two figures and no range.
_CHANGE: Final = re.compile(
    r"\b(?:ris(?:es?|ing|en)|rose|gr[eo]w(?:s|n|ing)?|increas\w+|rais\w+|climb\w*|jump\w*|fell|fall\w*|dropp?\w*|cut\w*|reduc\w+|expand\w*"
    r"|swell\w*|swollen|soar\w*|lift\w*|up|down|went|shr[iau]nk\w*|declin\w+|commut\w+|extend\w*|chang\w+|mov\w+)\s+(?:\S+\s+){0,4}$",
    re.IGNORECASE,
)
_SHARE_BOUND: Final = rf"(?:(?<![\w-])(?:{_BOUNDS})\s+)?"
_UNDER: Final = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_UNDERS: Final = "thirds?|quarters?|fifths?|sixths?|eighths?|tenths?"
#: "Half of the debt", "two thirds of the town", "a fifth of Japanese"; "half" alone only where a bound stands before it.
FRACTION: Final = re.compile(
    rf"{_SHARE_BOUND}(?<![\w-])(?:(?P<share>half(?!\s+an?\b|-)"
    r"|an?\s+(?:half|third|quarter|fifth|sixth|tenth)(?=\s+of\s+(?!a\s+(?:million|century|billion|its\s+kind))|\s+(?:support|back|favou?r|oppos|reject"
    r"|want|approv|disapprov|say|said|were|are|would|do\b|did|trust|thought|think|believ|ha[ds]\b|have\b))|(?<=\bby\s)an?\s+(?:third|quarter|fifth|sixth|tenth)(?=[.,;]|$|\s+(?:to|from|since|in|over|on|this|last|year|and|compared)\b))"
    rf"|(?P<over>one|two|three|four|five|seven|nine)[\s-](?P<under>{_UNDERS})(?=\s+of\b|\s+(?:majority|vot|support|back|favou?r|oppos|want|reject|approv|disapprov|say|said|were|are|would|do\b|did|trust|th[io])"
    r"|[.,;]|$))",
    re.IGNORECASE,
)
#: "The first half of 2020", "the other half of the island".
_PART_OF_TIME: Final = re.compile(
    r"\b(?:first|second|other|latter|former|better|this|next|last|top|bottom|eastern|western)\s+$", re.IGNORECASE
)
_HALF_OF: Final = re.compile(r"\s+(?:of|the|its|their|his|her)\b", re.IGNORECASE)
_SMALL: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
#: "Nine houses **in ten**": the counted noun may stand within, where nothing is counted by the second number.
_WITHIN: Final = (
    rf"(?:\s+(?-i:[A-Z])\w+|\s+(?-i:[a-z]+)(?=\s+in\s+(?:every\s+)?{_SMALL}"
    r"(?:[.,;:)]|$|\s+(?:is|are|was|were|has|have|had|said|says?|voted|ran|wants?|would|does|do|did|lives?|trusts?|thinks?|believes?|backs?|now|and|[a-z]+ed)\b)))?"
)
#: "One in three", "seven out of ten": a share, unless a length of time follows or it is a mark ("8 out of 10 for style").
ONE_IN: Final = re.compile(
    rf"{_SHARE_BOUND}(?<![\w.,:-])(?P<over>{_SMALL}){_WITHIN}\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<under>{_SMALL}|twenty|(?:a\s+)?hundred)\b"
    r"(?!\s+(?:years?|months?|weeks?|days?|hours?|minutes?|for\b|seats|votes|on\b)|[.,:/]?\d)",
    re.IGNORECASE,
)
#: What every match of :data:`FRACTION` and of :data:`ONE_IN` holds; most texts have neither.
A_PART: Final = re.compile(r"half|third|quarter|fifth|sixth|eighth|tenth", re.IGNORECASE)
IN_SOME: Final = re.compile(rf"\s(?:in|of)\s+(?:every\s+)?(?:{_SMALL}|twenty|(?:a\s+)?hundred)\b", re.IGNORECASE)


def scale_of(text: str) -> float:
    """The factor that the last word of a number stands for, 1 where it is none."""
    words = re.findall(r"[a-z]+", text.lower())
    return SCALES.get(words[-1], 1.0) if words else 1.0


def _number(text: str) -> float | None:
    """The value of a number; a plain space may part its thousands ("20 000")."""
    return parse_number(re.sub(r"(?<=\d) (?=\d{3}\b)", "", text))


def changes(before: str) -> bool:
    """Whether words of change end the text before a "from": two figures follow, not a range."""
    return _CHANGE.search(before) is not None


def amount_of(match: re.Match[str], *, two_figures: bool) -> tuple[Amount | None, int]:
    """The value or range of a match of :data:`NUMBER`, and where its numbers end; of "98 to 61" only the first number.

    Args:
        match: the match.
        two_figures: "from 10 to 20" names two figures.
    """
    if match["vague"]:
        return _vague_amount(match["vague"].lower()), match.end("vague")
    first = _number(match["first"])
    if first is None:
        return None, match.end()
    if match["second"] is None or two_figures:
        return _Bound(match).of(first), match.end("first")
    second = _number(match["second"])
    join = match["join"].lower()
    if second is None or (join == "and" and (match["range"] or "").strip().lower() != "between"):
        return _Bound(match).of(first), match.end("first")
    scale = scale_of(match["second"])
    if scale > 1 and scale_of(match["first"]) == 1 and first * scale <= second:
        first *= scale
    elif _of_thousands(match, first, second):
        first *= _THOUSAND
    if first >= second:
        return (None, match.end()) if join in "-–—" else (_Bound(match).of(first), match.end("first"))
    return Amount(None, first, second), match.end("second")


#: A round figure with its comma ("8,000"), and how much larger it may be than the first, once that is thousands too.
_ROUND: Final = re.compile(r"\d{1,3},000")
_THOUSAND, _LIKE = 1000, 2


def _of_thousands(match: re.Match[str], first: float, second: float) -> bool:
    """Whether the thousand of a range is written once: "7 to 8,000 feet" is 7,000 to 8,000, "10 to 40,000" is left as it is written."""
    if match["first"].isdigit() and first > 1 and _ROUND.fullmatch(match["second"]):
        return first * _THOUSAND < second <= _LIKE * first * _THOUSAND
    return False


class _Bound:
    """The bound that stands before a number."""

    def __init__(self, match: re.Match[str]) -> None:
        self.least, self.most = match["least"] is not None, match["most"] is not None

    def of(self, value: float) -> Amount:
        """The amount of a number behind this bound."""
        if self.least:
            return Amount(None, low=value)
        return Amount(None, high=value) if self.most else Amount(value)


def share_of(match: re.Match[str]) -> tuple[Amount, bool] | None:
    """The percentage of a match of :data:`FRACTION` or :data:`ONE_IN`, and whether it is approximate."""
    if match["over"]:
        over = parse_number(match["over"])
        under: float | None = float(_UNDER.get(match["under"].lower().rstrip("s"), 0)) or parse_number(match["under"])
        if over is None or under is None or not over < under:
            return None
        value = 100 * over / under
    elif match["share"].lower() == "half" and not _stands_alone(match):
        return None
    else:
        value = 100 / _UNDER[match["share"].lower().split()[-1]]
    return _Bound(match).of(round(value, 1)), match["about"] is not None


#: Room for the words that make "half" a part of a time.
_LEAD: Final = 80


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether "half" is a share: a bound stands before it or "of" behind it ("the first half" is none)."""
    before = match.string[max(0, match.start("share") - _LEAD) : match.start("share")]
    if _PART_OF_TIME.search(before):
        return False
    if before.lower().endswith(" by "):
        return True
    bound = match["least"] or match["most"] or match["about"]
    return bound is not None or _HALF_OF.match(match.string, match.end()) is not None


def _vague_amount(words: str) -> Amount:
    """ "Dozens" is a dozen or more, "tens of thousands" 10,000 or more, "several hundred" a hundred or more; "a couple of hundred" about 200."""
    parts = [word.rstrip("s") if word not in ("tens", "several") else word for word in words.split()]
    value = 1.0
    for part in parts:
        value *= 10.0 if part == "tens" else SCALES.get(part, 1.0)
    if "couple" in parts:
        return Amount(2 * value, vague=True)
    return Amount(None, low=value, vague=True)
