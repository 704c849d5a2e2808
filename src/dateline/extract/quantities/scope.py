"""How far the words around a number speak of it: the clause, passives, and the limits of other clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dateline.extract.opening import words_in

#: Where a clause ends; a comma between figures is none.
_CLAUSE: Final = re.compile(r"[;:.!?](?=\s|$)|,\s+(?:while|whereas|but|against which)\b|\s(?:but|while|whereas)\s", re.IGNORECASE)
#: Auxiliaries and adverbs between a subject and its participle, which do not count as distance.
AUXILIARY: Final = (
    r"(?:(?:was|were|is|are|be|been|being|get|gets|got|had|have|has|reported|reportedly|confirmed|feared|also|still|left|later|already|thought"
    r"|believed|said|known|to|others?|more|people|would|will|may|might|could|presumed|said)\s+)*"
)
#: An object follows: the verb is active, and what stands before it is not its patient.
_OBJECT_NEXT: Final = re.compile(
    r"\s+(?:(?:the|a|an|his|her|its|their|at\s+least|some|about|up\s+to|more\s+than|nearly|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|dozens|scores|hundreds|thousands)\b|\d|(?!(?:[A-Z]\w+day|January|February|March|April|May|June|July|August)\b)[A-Z])"
)


@dataclass(frozen=True, slots=True)
class Around:
    """The clause around a number: what stands before it and after it, and the words of both in lower case."""

    before: str
    after: str
    words_before: frozenset[str]
    words_after: frozenset[str]


#: Code points on each side in which a clause's words are looked at: the longest clauses of the corpus have some 300. A text without stops, as a
#: broken table is, would else take time by the square of its length.
_REACH: Final = 600
#: Figures on each side beyond which the words are of other items of a list or table: no clause of the corpus has more than five in all.
_FIGURES: Final = 8
_FIGURE: Final = re.compile(r"\d[\d.,]*")


def lead(text: str, start: int) -> str:
    """What stands before a number, within :data:`_REACH`."""
    return text[max(0, start - _REACH) : start]


def window(text: str, start: int, end: int) -> str:
    """The words around a number and its own, within :data:`_REACH`."""
    return text[max(0, start - _REACH) : end + _REACH]


@lru_cache(maxsize=64)
def around(text: str, start: int, end: int) -> Around:
    """The words of the clause before and after a phrase, within :data:`_REACH` and :data:`_FIGURES`."""
    first, last = max(0, start - _REACH), min(len(text), end + _REACH)
    earlier = [m.end() for m in _FIGURE.finditer(text, first, start)]
    later = [m.start() for m in _FIGURE.finditer(text, end, last)]
    first = earlier[-_FIGURES - 1] if len(earlier) > _FIGURES else first
    last = later[_FIGURES] if len(later) > _FIGURES else last
    cuts = [m.end() for m in _CLAUSE.finditer(text, first, start)]
    following = _CLAUSE.search(text, end, last)
    before, after = text[cuts[-1] if cuts else first : start], text[end : following.start() if following else last]
    return Around(before, after, words_in(before), words_in(after))


def is_attributive(before_verb: str) -> bool:
    """Whether a verb form stands behind a determiner and describes a noun of its own ("in **the besieged** city")."""
    return _ATTRIBUTIVE.search(before_verb) is not None


#: "Soldiers to help the islands **dig out**": an infinitive of the active.
_INFINITIVE: Final = re.compile(
    r"\b(?:to|will|would|can|could|may|might|should|must|help\w*)\s+(?:(?!be\b|get\b|have\b|had\b|been\b)\w+\s+)?$", re.IGNORECASE
)


def is_passive(after: str, match: re.Match[str]) -> bool:
    """Whether a verb after the number is done to it: a participle without an object of its own."""
    form = match[0].split()[0].lower()
    if is_attributive(after[: match.start()]) or _INFINITIVE.search(after[: match.start()]):
        return False
    if form.endswith("ing") or form.endswith("s"):
        return re.search(r"\bbeing\s+$", after[: match.start()]) is not None
    return (
        _OBJECT_NEXT.match(after, match.end()) is None
        or re.search(r"\b(?:was|were|been|being|are|is|got)\s+(?:\w+\s+)?$", after[: match.start()]) is not None
    )


#: A participle behind a determiner describes its own noun: "the ceremony for **the slain** judge".
_ATTRIBUTIVE: Final = re.compile(r"\b(?:the|an?|his|her|its|their|our|this|that|these|those|no)\s+(?:\w+ly\s+)?$", re.IGNORECASE)




#: Words that open another clause: what stands beyond them is done by or to somebody else ("sent 40 soldiers **after** nine people were killed").
_OPENER: Final = re.compile(r"\b(?:after|before|when|because|until|where|although|though|if|since)\b", re.IGNORECASE)


#: "Arrest **warrants** for two commanders": nobody is held yet.
_WARRANT: Final = re.compile(r"\s*warrants?\b", re.IGNORECASE)
#: "In memory of **a courier who** choked": what follows is told of the courier.
_OTHER_WHO: Final = re.compile(r"\b(?:an?|the|his|her|its|their)\s+(?:\w+\s+){1,3}(?:who|whom|which|whose)\b", re.IGNORECASE)
#: The main clause goes on behind a comma: "Nine doctors, **where** the wounded lay, **have been** arrested".
_RESUMED: Final = re.compile(r",\s+(?:have|has|had|were|was|are|will\s+be|would\s+be)\s+(?:been\s+)?(?:\w+ly\s+)?$", re.IGNORECASE)


def in_other_clause(gap: str) -> bool:
    """Whether another clause begins between a number and a cue."""
    if _WARRANT.match(gap) or _OTHER_WHO.search(gap):
        return True
    return _OPENER.search(gap) is not None and _RESUMED.search(gap) is None


#: A participle speaks of a number by an auxiliary ("nine were later found **killed**"), next to it ("nine **killed**") or in a row of such.
_PASSIVE_LINK: Final = re.compile(
    r"(?:\b(?:was|were|been|being|are|is|be|got|get|gets|getting|reported|reportedly|confirmed|feared|believed|presumed|found|left)\s+(?:\w+\s+){0,2}"
    r"|\b(?:was|were|been|being|are|is|be|got)\b.*\b(?:and|or)\s+(?:\w+ly\s+|then\s+|later\s+)?)$",
    re.IGNORECASE,
)
#: So many words may stand between a number and a bare participle ("nine on board killed").
_BARE_REACH: Final = 3


def is_linked(before_participle: str) -> bool:
    """Whether a participle after a number belongs to it: by an auxiliary, or near it without a verb between."""
    return len(before_participle.split()) <= _BARE_REACH or _PASSIVE_LINK.search(before_participle) is not None


#: "40 hostages **whom** the rebels freed": an active verb whose object the number is.
_WHOM: Final = re.compile(r"\bwhom\b[^,;]*$", re.IGNORECASE)
#: "Dragged three guards out and lynched **them**".
_THEM: Final = re.compile(r"\s+them\b(?!selves)", re.IGNORECASE)


def is_taken_up(after: str, match: re.Match[str]) -> bool:
    """Whether an active verb after the number has it for its object, by a pronoun."""
    return _WHOM.search(after[: match.start()]) is not None or _THEM.match(after, match.end()) is not None
