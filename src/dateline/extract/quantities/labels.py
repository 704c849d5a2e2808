"""Numbers that count nothing: labels ("Article 5", "F-16"), years, ages, scores, clock times, and "the two sides"."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.quantities.counted import GLUED
from dateline.extract.quantities.nouns import is_people, is_plural
from dateline.ontology.wordlists import words_of

#: Words before a number that make it a label.
_LABEL: Final = re.compile(
    r"(?:\b(?:articles?|resolutions?|sections?|chapters?|annex|paragraphs?|para\.?|nos?\.?|number|flight|channel|pages?|pp?\.|vol(?:ume|\.)?"
    r"|notes?|figure|table|grade|phase|level|rule|title|clause|item|route|highway|version|type|mark|day|week|stage|round|zone|block|boeing"
    r"|airbus|law|act|decree|order|case|directive|protocol|principle|camp|unit|brigade|battalion|division|regiment|district|sector|ward|room"
    r"|gate|agenda|vision|bus|tram|train|line|marker|hotline|windows|radio|bulletin|platform|track|lot|cell|hall|terminal|pier|berth|form"
    r"|group\s+of|gang\s+of|operation|episode|issue|category|tier|part|book|verse|psalm|opus|studio|file|docket|suite|apartment|flat|box|pier|formula|war)\s+"
    r"|\b(?:aged?|ages)\s+(?:(?:between|from)\s+)?(?:[\w-]+\s+(?:and|to)\s+)?|[A-Za-z]-)$",
    re.IGNORECASE,
)
#: Laws, bills and orders by the signs that gazettes and law reports give them: "E.O. 14024", "H.R. 2471", "Regulation (EU) 833/2014", "Bill 96".
_LAW: Final = re.compile(
    r"(?:\b(?:E\.\s?O\.|EO|(?:H|S)\.(?:\s?(?:J|Con)\.)?\s?(?:Res|R)\.|HR|S\.|(?:Pub|P)\.\s?L\.|Public\s+Law|S\.\s?I\.|SI|UNSCRs?|(?:Res|Reg|Dec|Dir|Art|Sec|Ord)\."
    r"|(?i:executive|presidential)\s+(?i:orders?|decrees?)|(?:Regulation|Decision|Bill|Ordinance|Statute|Circular|Proclamation|Decree|Law|Order)s?)\s?"
    r"|\((?:EU|EC|EEC|CFSP|Euratom|EU,\s?Euratom)\)\s?|§+\s?)$"
)
#: Several of them: "resolutions 1701, 1559 **and** 1680".
_NUMBERED_LAWS: Final = re.compile(
    r"\b(?:articles|resolutions|sections|chapters|paragraphs|regulations|decisions|decrees|laws|orders|proclamations|E\.O\.s|EOs|UNSCRs)\s+"
    r"(?:[\d/]+(?:\(\w+\))?(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+))+$",
    re.IGNORECASE,
)
#: "The force **was to number** 60,000": a verb, no label.
_NUMBERED: Final = re.compile(r"\b(?:to|will|would|could|may|might|they|who|which|that|now)\s+number\s+$", re.IGNORECASE)
#: "Cost **the brigade** five dead": a noun with its article, and a number in words, which is no label of it ("the number one suspect" is).
_WITH_ARTICLE: Final = re.compile(r"\b(?:the|an?|its|his|their)\s+(?!number\s)[a-z]+\s+$")
#: "The 757 airliner", "a 747 jumbo": a make of aeroplane before the noun that it names.
_MAKE: Final = re.compile(r"7[0-8]7")
_MADE: Final = re.compile(r"\s+(?:jetliner|airliner|jumbo|passenger|cargo|jet|freighter|aircraft|plane)\b")
#: A capitalised name before a bare number: "Bus 61", "Apollo 11"; openers of a sentence are no names.
_CAPITAL_BEFORE: Final = re.compile(r"(?:^|(?<=[a-z,;.] ))(?!(?:%s)\s)[A-Z][A-Za-z]+\s$" % "|".join(  # noqa: UP031
    "In At By On Of To With For From The A Some About Only Just Another After Before Over Under Nearly Almost Around Roughly Perhaps And But "
    "When While As If Since Until Among Including Of Today Yesterday Monday Tuesday Wednesday Thursday Friday Saturday Sunday Altogether "
    "Officials Police Rebels Troops".split()
))  # fmt: skip
#: What may stand directly after a number that is none of a quantity.
_NOT_COUNT: Final = re.compile(
    r"\s*(?:GMT|UTC|BST|EST|hrs|o['’]clock|local\s+time)\b|-(?:year-old|month-old|week-old|day-old|year\s+old)|\s+years?\s+old\b"
    r"|\s+years\s+of\s+age\b|\s+degrees\b|\s+(?:[a-z]+\s+)?(?:(?:to|against)\s+(?:the|an?|one|each)|for\s+(?:an?|one|each)|per|(?:to|per)\s+one)\s+(?:U\.?S\.?\s+)?(?:dollar|euro|pound|yen|yuan|greenback)\b"
    r"|\s+(?:[A-Z][\w'’]+\s+){1,3}(?:Street|Road|Avenue|Lane|Square|Boulevard|Drive|Way|Terrace|Place)\b|\s+out\s+of\s+\d|\s+on\s+the\s+(?:Richter|Mercalli|Beaufort|moment)|\s+(?:years|months|weeks|days|hours|minutes"
    r"|decades)\s+(?:ago|earlier|later|before|after|since|on|hence|apart)\b(?!\s+(?:bail|parole|remand|probation))"
)
#: "Dragged on **for** eighteen months **before** the signing": a length, not a point in time.
_DURING: Final = re.compile(r"\bfor\s+(?:\w+\s+)?$", re.IGNORECASE)
_BEFORE_AFTER: Final = re.compile(r"\s+\w+\s+(?:before|after|on|since)\b")
_OUT_OF: Final = re.compile(r"\d\s+out\s+of\s+$")
#: "The minister is 58", "the pilot was 33": an age.
_AGE_BEFORE: Final = re.compile(r"\b(?:is|was|turn(?:s|ed)|he's|she's|now)\s+$", re.IGNORECASE)
#: "A magnitude of 6.8", "an index of 40", "a rate of 3.2 to the dollar".
_RATING: Final = re.compile(
    r"\b(?:magnitude(?:\s+of)?|measured|rating\s+of|index\s+(?:of|at)|score\s+of|rank(?:s|ed)?|scored|mark\s+of)\s+$", re.IGNORECASE
)
_PRONOUN_ONE: Final = re.compile(r"\b(?:no|not|any|every|some|each|this|that|the|which|another)\s$", re.IGNORECASE)
#: "A baker of 57", "an officer of fifty-three": an age.
_PERSON_OF: Final = re.compile(r"\b(?!number|crowd|crew|staff|police|men\b|women|people)(?P<noun>[a-z]+)\s+of\s+$")
_MOST_AGE: Final = 3
#: "At 10 on Monday", "by nine in the evening": a time of day.
_CLOCK_BEFORE: Final = re.compile(r"\b(?:at|by|until|before|after|from|past)\s+$", re.IGNORECASE)
_CLOCK_AFTER: Final = re.compile(r"\s+(?:on\s+[A-Z]\w+day|in\s+the\s+(?:morning|evening|afternoon)|sharp|at\s+night|tonight|every|each)\b")
#: "The past five years", "for the first time in 40 years", "in the twelve months to June": a time that went by.
_ELAPSED_BEFORE: Final = re.compile(
    r"\b(?:(?:past|(?<!will\s)(?<!would\s)(?<!may\s)(?<!to\s)(?<!could\s)(?<!might\s)last|previous|preceding|coming|next|following)|(?:first\s+(?:\w+\s+)?|(?:\w+est|most|worst|best|lowest)\s+[\w\s]{0,30})in"
    r"(?:\s+(?:over|more\s+than|nearly|almost|about|at\s+least|some))?|a\s+(?:boy|girl|child|man|woman|youth)\s+of)\s+$",
    re.IGNORECASE,
)
_TIME_AFTER: Final = re.compile(r"\s+(?:years?|months?|weeks?|days?|hours?|minutes?|decades?)\b")
_TO_DATE: Final = re.compile(r"\b(?:in|over|for)\s+the\s+$", re.IGNORECASE)
_UP_TO: Final = re.compile(r"\s+(?:years|months|weeks|days|hours)\s+to\b")
#: "The Hundred Flowers", "the Five Eyes": a number inside a name.
#: "**Under one of** the accords", "over one of its ships": a preposition, and one of several things.
_AT_ONE: Final = re.compile(r"\b(?:under|over|above|below)\s+$", re.IGNORECASE)
_NAMED_WITH: Final = re.compile(r"\b(?:the|The|its|their|our|his|her|other|fellow|all)\s$")
_IN_NAME_AFTER: Final = re.compile(r"\s+[A-Z][a-z]")
#: "At 14, he joined": an age at the head of a sentence; "at the age of 91", "minus 30", "closed at 7,411".
_AGED: Final = re.compile(r"(?:\bage\s+(?:of|to|from|at)|\baged\s+\d+,\s+the\s+other|\bminus|\bclos(?:ed|ing)\s+at|\bopened\s+at|\btrad(?:ed|ing)\s+at)\s+$", re.IGNORECASE)
#: ", 34," and the second of ", eight and 11,": ages of those named.
_AGE_AFTER: Final = re.compile(r",\s(?:(?:\d{1,2}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen))\s+and\s)?$")
_AT_AGE: Final = re.compile(r"(?:^|[.;]\s)At\s+$")
_PERSON_NEXT: Final = re.compile(r",\s+(?:he|she|[A-Z]\w+)\b")
#: "12 Rue Voltaire", "10 Downing Street".
_ROMANCE_STREET: Final = re.compile(r"\s+(?:Rue|Avenue|Via|Calle|Plaza|Place|Boulevard|Avenida|Rua|Downing)\s+[A-Z]")
_PARTIES: Final = words_of("extract.quantities.labels.parties")
#: Such a group is small ("the 27 states" counts).
_PARTIES_MOST: Final = 4
_DEFINITE: Final = re.compile(r"\b(?:the|these|those|both|its|their)\s+$", re.IGNORECASE)

#: Code points before a number in which its label is looked for: the longest have some 40. A search that is tied to the end starts at each word
#: before it, which in a long text would take time by the square of its length.
_LEAD: Final = 200


def is_label(text: str, begin: int, end: int) -> bool:
    """Whether the number between the offsets names or dates something: "Resolution 1701", "F-16", ", 34,", "2-1", "24/7"."""
    before, after = text[max(0, begin - _LEAD) : begin], text[end:]
    if _LAW.search(before) or _NUMBERED_LAWS.search(before):
        return True
    labelled = (before[-1:].isspace() or before[-1:] == "-") and _LABEL.search(before) is not None
    if GLUED.match(after) and not labelled:
        return False
    named = labelled and not (text[begin:end].isalpha() and _WITH_ARTICLE.search(before)) and _NUMBERED.search(before) is None
    if named or after[:1] in ("/", "+", ":") or re.match(r"['’]?s\b|[A-Za-z°]", after):
        return True
    if _OUT_OF.search(before) or (_NOT_COUNT.match(text, end) and not (_DURING.search(before) and _BEFORE_AFTER.match(after))):
        return True
    if (_CLOCK_BEFORE.search(before) and _CLOCK_AFTER.match(after)) or (_ELAPSED_BEFORE.search(before) and _TIME_AFTER.match(after)):
        return True
    if _TO_DATE.search(before) and _UP_TO.match(after):
        return True
    if _AGED.search(before) or (_AT_AGE.search(before) and _PERSON_NEXT.match(after)) or _ROMANCE_STREET.match(after):
        return True
    if text[begin:end] == "One" and re.match(r"\s+(?:day|night)\b", after):
        return True
    digits = text[begin:end]
    if _MAKE.fullmatch(digits) and _MADE.match(after):
        return True
    if digits.lower() == "one" and _AT_ONE.search(before) and re.match(r"\s+of\b", after):
        return True
    if digits[:1].isupper() and digits.isalpha() and _NAMED_WITH.search(before) and _IN_NAME_AFTER.match(after):
        return True
    if _AGE_AFTER.search(before) and after[:1] in (",", ".", ")") and re.fullmatch(r"\d{1,2}", digits):
        return True
    return re.fullmatch(r"\(?\d{1,2}", digits) is not None and before[-1:] in ("(", "[") and after[:1] in (")", "]")


def is_party(text: str, begin: int, head: str | None, value: float | None) -> bool:
    """Whether the phrase names the parties of a matter ("the two sides") and counts nothing."""
    if head is None or value is None or value > _PARTIES_MOST:
        return False
    return head in ("sides", "parties") or (head in _PARTIES and _DEFINITE.search(text[max(0, begin - _LEAD) : begin]) is not None)


def is_pronoun_one(text: str, begin: int, end: int) -> bool:
    """ "No one", "every one", "the one"."""
    return text[begin:end].lower() == "one" and _PRONOUN_ONE.search(text[max(0, begin - _LEAD) : begin]) is not None


def is_name_number(text: str, begin: int, end: int) -> bool:
    """Whether a bare number belongs to the name before it, or is an age or a rating."""
    before, digits = text[max(0, begin - _LEAD) : begin], text[begin:end]
    if _CAPITAL_BEFORE.search(before) and re.fullmatch(r"\d{1,4}", digits):
        return True
    if _RATING.search(before):
        return True
    person = _PERSON_OF.search(before)
    if person and is_people(person["noun"]) and not is_plural(person["noun"]):
        return not digits.isdigit() or len(digits) < _MOST_AGE
    at_end = re.match(r"\s*(?:[.,;!?]|$|(?:when|and|at|on|in|this|last|next)\b)", text[end:])
    return re.fullmatch(r"\d{2}|[a-z]+(?:-[a-z]+)?", digits) is not None and _AGE_BEFORE.search(before) is not None and at_end is not None


def is_year(text: str, begin: int, end: int, *, counted: bool, measured: bool) -> bool:
    """ "The 2014 protests" names a year; "2000 soldiers" counts.

    Args:
        text: the text.
        begin: where the number begins.
        end: where it ends.
        counted: a counted noun follows.
        measured: a unit of measure follows.
    """
    written = text[begin:end]
    if measured or re.fullmatch(r"(?:1[5-9]|20)\d\d", written) is None:
        return False
    definite = re.search(r"\b(?:the|this|that|a|its)\s$", text[max(0, begin - _LEAD) : begin], re.IGNORECASE)
    return not (counted and written.endswith("00") and definite is None)
