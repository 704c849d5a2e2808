"""What a quantity takes from its neighbours: parts of the number before it, elided second figures, votes and shares of a poll."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.extract.quantities.found import FoundQuantity
from dateline.extract.quantities.scope import lead

_PART_OF: Final = re.compile(
    r"(?:\bincluding|\bamong\s+(?:them|whom)|\bof\s+whom|[,(])\s*(?:at\s+least\s+|some\s+|about\s+)?$", re.IGNORECASE
)
_PART_AFTER: Final = re.compile(r"\s*of\s+(?:them|whom|these|those)\b", re.IGNORECASE)


#: The end of "eight **of them**".
OF_THEM: Final = re.compile(r"\sof\s+(?:them|these|those)$", re.IGNORECASE)


def is_of_whom(before: str) -> bool:
    """Whether a number follows "of whom" or "among them": it counts some of those before it."""
    return _OF_WHOM.search(before[-_LEAD:]) is not None


#: Room for "among them, at least some" with spaces to spare; a search that is tied to the end still starts at each word before it.
_LEAD: Final = 80
_OF_WHOM: Final = re.compile(r"\b(?:of|among)\s+(?:whom|them),?\s+(?:at\s+least\s+|some\s+|about\s+)?$", re.IGNORECASE)


def is_part_of_whom(text: str, before: FoundQuantity | None, quantity: FoundQuantity) -> bool:
    """Whether a number counts some of those of the number before it, by "of whom"."""
    return before is not None and is_of_whom(text[max(0, quantity.start - _LEAD) : quantity.start]) and quantity.unit == before.unit


#: "17 people died when the roof of the mosque came down, **four of them** children".
_OF_THEM_REACH: Final = 120


def is_part(text: str, before: FoundQuantity, quantity: FoundQuantity) -> bool:
    """Whether a number is a part of the one before it: "including 209 of its own", "four of them children"."""
    same = quantity.unit == before.unit
    between = text[before.end : quantity.start]
    inside = _PART_AFTER.search(text[quantity.start : quantity.end + 9]) is not None
    part = _PART_OF.search(between) is not None and re.fullmatch(r"[,(\s]*(?:including|among (?:them|whom))?\s*", between) is not None
    if same and inside and len(between) < _OF_THEM_REACH and not re.search(r"[;.]", between):
        return True
    return same and len(between) < 40 and (inside or ((part and "inclu" in between) or "among" in between))


def is_part_of_things(text: str, before: FoundQuantity | None, quantity: FoundQuantity) -> bool:
    """Whether "of them" means the things counted before, not persons: "36 assaults, **eight of them** near the river"."""
    if before is None or before.unit != "items" or quantity.unit != "persons" or OF_THEM.search(text[quantity.start : quantity.end]) is None:
        return False
    between = text[before.end : quantity.start]
    return len(between) < _OF_THEM_REACH and re.search(r"[;.]", between) is None


def carried(text: str, found: list[FoundQuantity]) -> list[FoundQuantity]:
    """ "Fell from 61 percent to 47 percent": the second figure, without a noun of its own, is of the same thing."""
    out = list(found)
    for index in range(1, len(out)):
        one, before = found[index], out[index - 1]
        gap = text[before.end : one.start]
        linked = re.search(r"\b(?:to|and|or|against|from|at)\s*$", gap) is not None or _GAPPED.fullmatch(gap) is not None
        if one.unit is None and one.head is None and _is_gapped(text, before, one):
            one = out[index] = replace(one, unit=before.unit)
            linked = True
        same = one.unit == before.unit or (one.unit is None and before.unit == "persons")
        linked = linked or (one.unit == before.unit == "items" and one.head is None)
        if one.counts is None and before.counts is not None and same and linked and one.head is None:
            out[index] = replace(one, counts=before.counts, unit=before.unit)
    return out


#: "The organisers spoke of 80,000 on the avenue, **the prefecture of** 12,000": the verb is left out, the count is of the same.
_GAPPED: Final = re.compile(r"[^,;.]{0,40},\s+(?:and\s+)?(?:the\s+)?\w+(?:\s\w+)?\s+(?:of|at|put it at)\s+", re.IGNORECASE)
#: "Tokyo sent 50,000 tons of rice, **and Seoul** 8,000", "fined the firm $9 million, **its former chief** 600,000": a name or a short phrase takes the
#: place of the subject, and verb and noun are left out.
_NAME_ONLY: Final = re.compile(
    r"[^.;]{0,60}?(?:,|,?\s+and)\s+(?:and\s+)?(?:(?:the\s+)?(?:[A-Z][\w'’-]+\s+){1,3}|(?:the|its|his|her|their)\s+(?:[a-z-]+(?<!ed)\s+){1,3})"
    r"(?:(?:a|another|some|about|only|just)\s+)?"
)
_CLAUSE_ENDS: Final = re.compile(r"\s*(?:[.,;]|$)|\s+and\b")
#: Words that are no part of such a phrase.
_NO_NAME: Final = re.compile(r"\b(?:of|in|on|at|by|for|from|to|with|since|after|before|until|under|over|near|than|is|are|was|were|has|have|had)\s+(?:[\w'’-]+\s+){0,3}$")


def _is_gapped(text: str, before: FoundQuantity, one: FoundQuantity) -> bool:
    """Whether a bare number is of the same as the one before it, whose verb and noun it shares."""
    gap = text[before.end : one.start]
    if before.unit is None or len(gap) > _OF_THEM_REACH or _CLAUSE_ENDS.match(text, one.end) is None:
        return False
    return _NAME_ONLY.fullmatch(gap) is not None and _NO_NAME.search(gap.rpartition(",")[2]) is None


_TALLY: Final = re.compile(
    r"\b(?:vot\w+|pass\w*|approv\w+|reject\w+|adopt\w+|ballot|carried|defeated|impeach\w*|ratif\w+|confirm\w*|condemn\w*|endors\w+|acquitt?\w*|censur\w+"
    r"|ruled|bill\b[^.;]{0,60}\bfail(?:s|ed)|motion|amendment|\bvotes\s+(?:to|against)|thr(?:ew|own|ows?)\s+out|struck\s+down|upheld|backed\s+the)\b",
    re.IGNORECASE,
)
_AGAINST_FIRST: Final = re.compile(
    r"\b(?:reject\w+|defeat\w+|voted\s+down|threw\s+out|throws?\s+out|thrown\s+out|against|(?:motion|bill|amendment|proposal|resolution|draft)\s+(?:[^.,;]{1,60}\s)?(?:fell|falls|failed|fails|lost))\b",
    re.IGNORECASE,
)


#: What is decided after all of that before the tally: "protest **against** the law, **passed** by 79 votes to 26".
_FOR_LATER: Final = re.compile(
    r"\b(?:pass(?:ed|es)|approv(?:ed|es)|adopt(?:ed|s)|ratif(?:ied|ies)|endors(?:ed|es)|confirm(?:ed|s)|carried|backed|extended|renewed|upheld)\b",
    re.IGNORECASE,
)
#: "Voted 13 to **none**".
_TO_NONE: Final = re.compile(r"\s+(?:votes\s+)?(?:to|against)\s+(?:none|nil|nothing|zero|no\s+votes)\b", re.IGNORECASE)
#: "Voted 67-22 **to reject** the bill".
_TO_REJECT: Final = re.compile(r"\s+(?:against\b|to\s+(?:reject|defeat|block|kill|quash|throw\s+out)\b)", re.IGNORECASE)
_SIDES: Final = {
    "support": re.compile(r"\s+(?:(?:have|had)\s+)?(?:voted\s+|were\s+|was\s+)?(?:in\s+favou?r\b|for\b|yes\b)", re.IGNORECASE),
    "oppose": re.compile(r"\s+(?:(?:have|had)\s+)?(?:voted\s+|were\s+|was\s+)?(?:against|opposed|no)\b", re.IGNORECASE),
    "undecided": re.compile(r"\s+(?:(?:have|had)\s+)?abstain\w*", re.IGNORECASE),
}
#: Who or what votes: ballots, states, or voters whose noun is left out.
_VOTERS: Final = frozenset({None, "votes", "ballots", "countries", "states", "nations", "governments", "members", "delegations"})
_PASSED_WITH: Final = re.compile(
    r"\b(?:pass\w*|approv\w+|adopt\w+|carried|ratif\w+|elect\w+|w[io]n\w*|backed|condemned|endorsed|confirmed|extended|renewed|upheld)\b"
    r"[^.;]{0,60}\b(?:with|by)\s+$",
    re.IGNORECASE,
)
#: Code points before a number in which the motion that it carries is looked for.
_MOTION: Final = 80


def _side(text: str, one: FoundQuantity) -> str | None:
    """How those whom a number counts voted: "141 countries voted in favour, five against", "passed with 312 votes"."""
    if one.unit not in (None, "items") or one.head not in _VOTERS:
        return None
    for side, words in _SIDES.items():
        if words.match(text, one.end):
            return side
    return "support" if is_passed_by(text, one) else None


#: By fewer votes than these rather a margin is told ("passed by two votes").
_MARGIN: Final = 10


def is_passed_by(text: str, one: FoundQuantity) -> bool:
    """Whether a number tells by how many votes or states something was passed: "adopted by 141 states", "passed with 312 votes"."""
    ballots = text[one.start : one.end].lower().endswith("votes") and (one.value or 0) >= _MARGIN
    return (ballots or one.head in _STATES) and _PASSED_WITH.search(text[max(0, one.start - _MOTION) : one.start]) is not None


_STATES: Final = frozenset({"states", "nations", "countries"})


def _is_against(text: str, start: int, end: int) -> bool:
    """Whether the greater figure of a tally, which comes first, is of those against."""
    before = lead(text, start)
    against = next(iter(reversed([*_AGAINST_FIRST.finditer(before)])), None)
    if against is not None and _FOR_LATER.search(before, against.end()) is None:
        return True
    return _TO_REJECT.match(text, end) is not None


def votes(text: str, found: list[FoundQuantity]) -> list[FoundQuantity]:
    """ "By 61 votes to 30, with 12 abstentions": votes for, against (the other way round where a motion falls), and undecided."""
    out = list(found)
    tallied = _TALLY.search(text) is not None
    for index, one in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        if one.head == "abstentions":
            out[index] = replace(one, counts="undecided")
        elif one.counts is None and out[index].counts is None and tallied and (side := _side(text, one)) is not None:
            out[index] = replace(one, counts=side, unit=one.unit or "items")
        if tallied and one.unit in (None, "items") and one.head in _VOTERS and _TO_NONE.match(text, one.end):
            out[index] = replace(one, unit="items", counts="oppose" if _is_against(text, one.start, one.end) else "support")
        if following is None or not tallied:
            continue
        between = text[one.end : following.start].strip(" -–")
        ballots = text[one.start : one.end].lower().endswith(("vote", "votes")) or (one.unit is None and following.unit is None)
        if ballots and between in ("", "to", "votes to", "against") and following.unit in (None, "items"):
            order = ("oppose", "support") if _is_against(text, one.start, following.end) else ("support", "oppose")
            out[index] = replace(one, unit="items", counts=order[0])
            out[index + 1] = replace(following, unit="items", counts=order[1])
    return out


#: "Won 52 percent, **against** 44 percent **for** the incumbent": the share of a rival is support too.
_RIVAL: Final = re.compile(r"\s+for\s+(?:the|his|her|its|[A-Z])")


def _rivals(text: str, found: list[FoundQuantity]) -> list[FoundQuantity]:
    out = list(found)
    for index in range(1, len(out)):
        one, before = out[index], out[index - 1]
        both = one.unit == before.unit == "percent" and before.counts == "support"
        if both and re.search(r"\b(?:against|to|and|with)\s+$", text[before.end : one.start]) and _RIVAL.match(text, one.end):
            out[index] = replace(one, counts="support")
    return out


def shares(text: str, listed: list[FoundQuantity]) -> list[FoundQuantity]:
    """Three shares of a poll, the first for and the last undecided: the middle one is against, whatever its words."""
    found = _rivals(text, listed)
    shares = [index for index, one in enumerate(found) if one.unit == "percent"]
    if len(shares) != 3 or [found[i].counts for i in (shares[0], shares[2])] != ["support", "undecided"]:
        return found
    middle = shares[1]
    return [replace(one, counts="oppose") if index == middle else one for index, one in enumerate(found)]
