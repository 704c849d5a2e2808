"""Numbers that are put to something named before or behind them: "put the **number of detainees** at 749", "bringing to 13 the **number of soldiers killed**";
and prices of what is built."""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.quantities.cues import load_kinds
from dateline.extract.quantities.fates import OUTCOME_WORDS, untold
from dateline.extract.quantities.found import FoundQuantity
from dateline.extract.quantities.units import CODES

#: What a number is put to, within the clause.
_NUMBERED: Final = re.compile(
    r"\b(?:number|total|count|tally|figure)\s+of\s+(?P<counted>[^,;.]{1,80}?)\s+"
    r"(?:(?:was|is|now|stood|stands|had\s+reached|has\s+reached|reached|rose|fell|grown|risen|fallen)\s+)?(?:at|to|as)?\s*$",
    re.IGNORECASE,
)
#: "**Casualties** on both sides **exceed** half a million".
_LOSSES: Final = re.compile(
    r"\bcasualties\b[^,;.\d]{0,80}\b(?:at|to|exceed(?:ed|s)?|reach(?:ed|es)?|pass(?:ed|es)?|top(?:ped|s)?|number(?:ed|s)?|total(?:led|s)?|were|are)\s+$", re.IGNORECASE
)
_LEAD: Final = 160
_TOLLS: Final = frozenset({"toll", "tolls"})
_NOUNS: Final = frozenset({"number", "numbers", "total", "count", "tally", "figure"}) | _TOLLS
#: Money before what it buys: "a **$20bn** nuclear plant" is a price and no aid.
_PRICED: Final = re.compile(
    r"(?:[\s-]+(?:[\w-]+\s+){0,2}?)(?:plants?|pipelines?|railways?|railroads?|bridges?|ports?|dams?|airports?|stadiums?|factor(?:y|ies)|reactors?|refiner(?:y|ies)|terminals?|canals?"
    r"|highways?|motorways?|tunnels?|mines?)\b",
    re.IGNORECASE,
)


def of_toll(text: str, one: FoundQuantity, chosen: str | None) -> str | None:
    """What a number counts that is put to something, or is a price: the class of its noun; else the chosen one.

    Args:
        text: the text searched.
        one: the quantity.
        chosen: the likeliest class by the weighed evidence.
    """
    if chosen == "aid" and one.unit in CODES and _PRICED.match(text, one.end):
        return None
    match = _NUMBERED.search(text[max(0, one.start - _LEAD) : one.start]) if one.head is None and one.unit in (None, "persons", "items") else None
    if match is None:
        return "casualties" if one.head is None and one.unit in (None, "persons") and _is_of_losses(text, one) else chosen
    words = match["counted"].lower().split()
    if words[-1] in OUTCOME_WORDS:
        return OUTCOME_WORDS[words[-1]]
    ranked = sorted(load_kinds(), key=lambda kind: not kind.outcome)
    named = next((kind.name for kind in ranked if not (kind.heads | kind.nouns | kind.attributes).isdisjoint(words)), None)
    if named is not None:
        return named
    return None if chosen in untold(match["counted"]) else chosen


def _is_of_losses(text: str, one: FoundQuantity) -> bool:
    """Whether casualties are put at a bare number: dead and hurt together."""
    return _LOSSES.search(text[max(0, one.start - _LEAD) : one.start]) is not None


def toll_noun(sentence: ParsedSentence, top: int) -> Token | None:
    """The noun to which a number is put, by the word on which its phrase hangs."""
    for token in sentence.ancestors(top):
        if token.lower in _NOUNS:
            return token
        if token.pos == "VERB":
            return next((t for t in sentence.kids(token.i, "dobj", "nsubjpass", "nsubj") if t.lower in _NOUNS and t.i != top), None)
    return None


def tells_itself(toll: Token) -> bool:
    """Whether what is counted is told by the noun alone, so that acts elsewhere may be meant: "the **toll** in Gaza rose to 40 after ..."."""
    return toll.lower in _TOLLS
