"""Classes that the words right at a number settle, whatever is weighed: a part named after what it is of, sentences of death, rescues."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.quantities.elided import in_tally, is_dashed, is_parallel
from dateline.extract.quantities.fates import outcome_beside, outcome_inside, outcome_short
from dateline.extract.quantities.found import FoundQuantity
from dateline.extract.quantities.kinds import group_of, is_undivided
from dateline.extract.quantities.nouns import is_people
from dateline.extract.quantities.parts import OF_THEM, is_passed_by
from dateline.extract.quantities.rows import is_of_next_verb
from dateline.extract.quantities.tolls import of_toll

#: Outcomes of a person whom a sentence of death or a rescue has spared.
_HARMED: Final = frozenset({"killed", "wounded", "casualties", "missing"})
#: "14 **of them soldiers**,": who the part are, with no word that tells what became of them.
_APPOSED: Final = re.compile(
    r"[^,;.]{0,120}?\bof\s+(?:them|whom)"
    r"(?:\s+(?!\w+ed\b|were\b|are\b|was\b|is\b|ha[ds]\b|have\b|will\b|may\b|dead\b|missing\b|hurt\b|later\b)[\w-]+){1,4}\s*(?:[,;.)]|and\b|$)",
    re.IGNORECASE,
)
_BEFORE_PART: Final = re.compile(r"\s*[,(–—-]\s*(?:(?:at\s+least|some|about|around|nearly|only)\s+)?", re.IGNORECASE)
#: "Sentenced to death **26 persons**", "condemned **five officers** to death".
_CONDEMNING: Final = re.compile(r"\b(?:sentenc|condemn)\w*\s+(?P<death>to\s+death\s+)?(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_TO_DEATH: Final = re.compile(r"[^,;.]{0,40}?\bto\s+death\b", re.IGNORECASE)
_CONDEMNED: Final = re.compile(r"(?P<gap>[^,;.]{0,40}?)\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?(?:sentenced|condemned)\s+to\s+death\b", re.IGNORECASE)
#: "Sentenced to death for **killing** 26 people": what was done to the counted is told by the verb whose object they are ...
_OBJECT: Final = re.compile(
    r"\b(?!sentenc|condemn)(?:\w+(?:ed|ing)|shot|slew)\s+(?:(?:at\s+least|more\s+than|up\s+to|some|about|around|nearly|another)\s+)?$", re.IGNORECASE
)
#: ... or by one before that of the sentence ("26 people **were killed and** two men were sentenced to death").
_TOLD_BEFORE: Final = re.compile(r"\b(?:was|were|been|died|perished)\b.*\band\b", re.IGNORECASE)
#: "**Nine** were later rescued", "11 were found alive".
_SAVED: Final = re.compile(
    r"\s*(?:of\s+(?:them|whom)\s+)?(?:was|were|have\s+been|had\s+been|has\s+been)\s+(?:(?:later|since|then|eventually|\w+ly)\s+)?(?:rescued|saved|found\s+alive|pulled\s+out\s+alive)\b",
    re.IGNORECASE,
)
#: "52% said **yes**, 38% **no**": an answer right behind a share.
_ANSWERED: Final = re.compile(
    r"\s+(?:of\s+(?:\w+\s+){1,3})?(?:(?:say|said|saying|voted|vote|voting|answered)\s+)?(?P<answer>yes|no)\s*(?:[,.;:]|$|and\b|to\b)",
    re.IGNORECASE,
)
_ANSWERS: Final = {"yes": "support", "no": "oppose"}
#: Nouns of outcomes, which hold whatever else is told ("27,000 murders in the year to March").
_NAMED: Final = {
    "abstentions": "undecided", **dict.fromkeys(("deaths", "murders", "killings", "fatalities"), "killed"),
    **dict.fromkeys(("arrests", "abductions", "kidnappings"), "detained"),
}  # fmt: skip
#: "F-16s", "Mi-24s", "T-72s"; transporters ("C-130s") carry aid.
_DESIGNATION: Final = re.compile(r"(?!c-)[a-z]{1,4}-\d{1,3}[a-z]*s")
#: "A city **of** nine million", "a house **of** 545": how many live or sit somewhere.
_BODY: Final = re.compile(r"\b(?:population|city|country|nation|island|house|assembly|parliament|chamber)\s+of\s+$", re.IGNORECASE)
#: The words before the number within a phrase ("a population of some 120,000").
_QUALIFIED: Final = re.compile(
    r"(?:at\s+(?:least|most)|up\s+to|more\s+than|fewer\s+than|less\s+than|as\s+many\s+as|no\s+more\s+than|over|under|about|around|some|nearly|almost|roughly)\s+",
    re.IGNORECASE,
)
#: "Police shot 11 people; **seven were children**": who they were, with no other outcome.
_IDENTITY: Final = re.compile(r"\s+(?:of\s+them\s+)?(?:were|are)\s+(?P<who>[\w-]+)\s*(?:[,.;]|$|and\b)", re.IGNORECASE)
#: "Sank with 54 sailors on board; **none survived**".
_NONE_LEFT: Final = re.compile(
    r"(?:\s+(?:aboard|on\s+board|inside))?[;,.:]\s+(?:and\s+)?(?:(?:none|no\s+one|nobody|not\s+one)(?:\s+of\s+them)?\s+(?:survived|lived)|there\s+were\s+no\s+survivors)\b",
    re.IGNORECASE,
)
#: Shares of a value, which no vote is: "duties **of 15%**", "a 20% **stake**".
_RATED: Final = "tariff|dut(?:y|ie)|lev(?:y|ie)|surtax|surcharge|tax(?:e)?|interest|inflation|rate|price|stake|fee|royalt(?:y|ie)|discount|yield|deficit|wage|pension"
_RATED_BEFORE: Final = re.compile(
    rf"\b(?:{_RATED})s?\s+(?:(?:of|to|at|by|from|between|as\s+high\s+as|up\s+to|was|is)\s+)*(?:[\d.,]+\s?(?:%|per\s?cent)?\s+(?:to|and|or)\s+)?$", re.IGNORECASE
)
_RATED_AFTER: Final = re.compile(rf"\s+(?:\w+\s+)?(?:{_RATED})s?\b", re.IGNORECASE)
#: What is traded, barred or held, and its worth; help that is told in money stays help.
_BARRED_TRADE: Final = re.compile(
    r"\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|surtax\w*|exports?|imports?|exporters?|trade|embargo\w*|boycott\w*"
    r"|products|merchandise|assets|accounts|belonging|reserves|property|holdings|deposits|shares|yachts?)\b", re.IGNORECASE
)
_HELP: Final = re.compile(
    r"\b(?:aid|assistance|relief|help\w*|support\w*|grants?|loans?|credits?|donat\w+|pledg\w+|funds?|funding|packages?"
    r"|subsid\w+|bail-?\w*|weapons?|arms|ammunition|humanitarian|release\w*|unfr\w+|rebuild\w*|reconstruction)\b",
    re.IGNORECASE,
)
#: "At $27 **per barrel**": a price.
_PRICED: Final = re.compile(
    r"\s+(?:an?|per|for\s+(?:an?|each|every))\s+(?:metric\s+)?(?:barrel|ton(?:ne)?|lit(?:re|er)|gallon|ounce|share"
    r"|bushel|kilo(?:gram)?|kg|pound|head|cubic\s+met(?:re|er)|megawatt[\s-]hour|MWh|kilowatt[\s-]hour|kWh|mmBtu)\b",
    re.IGNORECASE,
)
#: What is done to persons by a verb whose object they are.
_DONE: Final = _HARMED | {"detained", "released", "evacuated"}
#: Code points before a number in which the verb of a sentence of death is looked for.
_LEAD: Final = 60


def settled(text: str, one: FoundQuantity, before: FoundQuantity | None, chosen: str | None) -> str | None:
    """What a quantity counts: the class that its words settle, else the chosen one.

    Args:
        text: the text searched.
        one: the quantity.
        before: the quantity before it, with its class.
        chosen: the likeliest class by the weighed evidence.
    """
    if one.unit == "items" and one.head is None and is_dashed(text, one.start, one.end):
        return one.counts  # "voted 13-0"
    if one.counts in ("support", "oppose") and one.unit == "items" and one.head in (None, "votes") and in_tally(text, one.start, one.end):
        return one.counts  # "voted six to three"
    if one.counts == "support" and is_passed_by(text, one):
        return one.counts
    told = _told(text, one) or _listed(text, one, before)
    if told is not None:
        return told
    if _BODY.search(text[max(0, one.start - _LEAD) : _bare(text, one)]):
        return None
    if before is not None and before.unit == one.unit == "persons" and _is_apposed(text, before, one):
        return before.counts
    if before is not None and before.unit == one.unit == "items" and OF_THEM.search(text[one.start : one.end]) is not None:
        return before.counts
    if before is not None and before.unit == "persons" and one.head is None and _is_identified(text, one):
        return before.counts
    if before is not None and one.head is None and one.unit in (None, before.unit) and is_parallel(text, one.start, one.end):
        return before.counts
    if _is_value(text, one, chosen):
        return None
    if chosen in _HARMED and _is_condemned(text, one):
        return None
    if before is not None and {chosen, before.counts} <= _DONE and is_of_next_verb(text, before.end, (one.start, one.end), str(chosen)):
        return None
    if chosen in _HARMED | {"detained"} and _SAVED.match(text, one.end):
        return "evacuated"
    return of_toll(text, one, chosen)


def _is_value(text: str, one: FoundQuantity, chosen: str | None) -> bool:
    """Whether a sum is what trade or goods are worth, and no aid, or a share that of a price or tax, and no vote."""
    before = text[max(0, one.start - _LEAD) : one.start]
    if one.unit == "percent":
        return chosen in _ANSWERS.values() and (_RATED_BEFORE.search(before) is not None or _RATED_AFTER.match(text, one.end) is not None)
    return chosen == "aid" and is_worth(text, one)


def is_worth(text: str, one: FoundQuantity) -> bool:
    """Whether a sum is a price, or what trade, goods or assets are worth: "rice exports worth **$10.8 billion**"."""
    if group_of(one.unit) != "money":
        return False
    before = text[max(0, one.start - _LEAD) : one.start]
    whole = f"{before}{text[one.start : one.end + _LEAD]}"
    return _PRICED.match(text, one.end) is not None or (_BARRED_TRADE.search(whole) is not None and _HELP.search(whole) is None)


def _told(text: str, one: FoundQuantity) -> str | None:
    """The class that the next words tell by themselves: one number for the dead and wounded, abstentions, an answer, an outcome behind a bare number."""
    if one.unit == "persons" and is_undivided(text, one):
        return "casualties"
    if one.unit == "persons" and _NONE_LEFT.match(text, one.end):
        return "killed"
    if one.head in _NAMED:
        return _NAMED[one.head]
    if one.unit == "items" and _DESIGNATION.fullmatch(one.head or ""):
        return "weapons"
    if one.unit == "percent":
        answer = _ANSWERED.match(text, one.end)
        return _ANSWERS[answer["answer"].lower()] if answer is not None else None
    if one.head is None and one.unit in (None, "persons"):
        return outcome_beside(text, one.start, one.end)
    return outcome_short(text, one.end) if one.unit == "persons" else None


#: What joins a count to the one before it in a list.
_LINKED: Final = re.compile(r"\s*(?:,|;|/|\band\b|&|,\s+and\b)\s*(?:(?:at\s+least|about|some|another)\s+)?", re.IGNORECASE)


def _listed(text: str, one: FoundQuantity, before: FoundQuantity | None) -> str | None:
    """The class of a count behind one that names an outcome itself: "86 fatalities **and 112 kidnapped persons**"."""
    if before is None or one.unit != "persons" or before.head not in _NAMED or not _LINKED.fullmatch(text[before.end : one.start]):
        return None
    return outcome_inside(text[one.start : one.end])


def _bare(text: str, one: FoundQuantity) -> int:
    """Where the number itself begins, behind its approximating words and its article."""
    opening = _QUALIFIED.match(text, one.start)
    return opening.end() if opening is not None else one.start


def _is_identified(text: str, one: FoundQuantity) -> bool:
    """Whether all that is told of a number is who they were: "seven were children"."""
    found = _IDENTITY.match(text, one.end)
    return found is not None and is_people(found["who"]) and not found["who"].lower().endswith("ed")


def _is_apposed(text: str, before: FoundQuantity, one: FoundQuantity) -> bool:
    between = text[before.end : one.start]
    return _BEFORE_PART.fullmatch(between) is not None and _APPOSED.match(text, one.start) is not None


def _is_condemned(text: str, one: FoundQuantity) -> bool:
    before = text[max(0, one.start - _LEAD) : one.start]
    if _OBJECT.search(before):
        return False
    verb = _CONDEMNING.search(before)
    if verb is not None and (verb["death"] or _TO_DEATH.match(text, one.end)):
        return True
    after = _CONDEMNED.match(text, one.end)
    return after is not None and _TOLD_BEFORE.search(after["gap"]) is None
