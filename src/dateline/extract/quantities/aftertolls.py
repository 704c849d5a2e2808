"""Tolls told in a sentence of their own behind the attack: "Gunmen stormed the camp. **Fatalities: 32. Injured: 48.**", "The death toll rose to **19**"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.extract.parse import ParsedSentence
from dateline.extract.quantities.fates import outcome_beside
from dateline.extract.quantities.finder import find_quantities, to_quantity
from dateline.types import Quantity, RawMention, Status

#: What becomes of those whom an attack hits.
_FATES: Final = frozenset({"killed", "wounded", "casualties", "missing", "detained", "refugees"})
#: "**The death toll rose** to 19 on Sunday": that of the attack before, whatever day it is told of.
_TOLL: Final = re.compile(
    r"^\W*(?:the\s+)?(?:\w+\s+)?(?:death\s+)?toll\b[^.;]*\b(?:rose|risen|rises|climbed|stands?|stood|reached|is|was|put|now|increased|revised|at|to)\b",
    re.IGNORECASE,
)
#: People of whom nothing is told but that they died or were hit.
_DIED: Final = re.compile(r"\b(?:lost\s+(?:their|his|her)\s+li(?:fe|ves)|died|perished|succumbed|(?-i:KIA|WIA))\b", re.IGNORECASE)
#: A heading and its figure, one or several.
_COUNT: Final = re.compile(r"(?:[A-Za-z][A-Za-z ]{2,20}\s*[:=]\s*[\w ]{0,12}\d[\d,]*\+?\s*[.;,/]?\s*)+")
#: What counts more than one attack: "has risen to 40,000 **since** October", "12 **this year**".
_SUMMED: Final = re.compile(
    r"\b(?:since|so\s+far|overall|altogether|in\s+all|cumulative|this\s+(?:year|month|week)|total(?:led|s)?|war|conflict|years?|months?|weeks?)\b",
    re.IGNORECASE,
)
#: A place of its own: "in Gaza", "near Kidal".
_PLACED: Final = re.compile(r"\b(?:in|at|near|across|around|from)\s+(?:the\s+)?[A-Z]")
#: Sentences from an attack to its toll, at most: headed counts are a sentence each.
_REACH: Final = 4


def with_toll(sentence: ParsedSentence, sentences: Sequence[ParsedSentence], told: list[RawMention], *, dated: bool) -> list[RawMention]:
    """The acts told so far, the last attack of the paragraph with the toll that a sentence without an act tells of it.

    Args:
        sentence: the sentence, which tells no act.
        sentences: those of the document.
        told: the acts told before it.
        dated: whether it names a time of its own.
    """
    if dated and _TOLL.search(sentence.sentence.text) is None:
        return told
    at = _attack_before(sentence, sentences, told)
    toll = _toll(sentence) if at is not None else ()
    return told if at is None or not toll else [*told[:at], replace(told[at], quantities=(*told[at].quantities, *toll)), *told[at + 1 :]]


def is_count_of(sentence: ParsedSentence, sentences: Sequence[ParsedSentence], told: Sequence[RawMention]) -> bool:
    """Whether a sentence is nothing but a headed count of the attack before it ("**Killed: 11.**") and no act of its own."""
    return _COUNT.fullmatch(sentence.sentence.text.strip()) is not None and _attack_before(sentence, sentences, told) is not None


def _attack_before(sentence: ParsedSentence, sentences: Sequence[ParsedSentence], told: Sequence[RawMention]) -> int | None:
    """Which of the acts told is the last attack before a sentence, in its paragraph and no sentence with another act between."""
    if not told:
        return None
    last = told[-1].sentence.index
    if sentence.sentence.index - last > _REACH or sentences[last].paragraph != sentence.paragraph:
        return None
    attacks = [i for i, one in enumerate(told) if one.sentence.index == last and _is_attack(one)]
    return next((i for i in reversed(attacks) if "abduct" not in told[i].modes), attacks[-1] if attacks else None)


def _is_attack(mention: RawMention) -> bool:
    return mention.type == "ASSAULT" and mention.status is Status.OCCURRED and not mention.negated


def _toll(sentence: ParsedSentence) -> tuple[Quantity, ...]:
    """The counts of a sentence that tells of nothing but them."""
    text = sentence.sentence.text
    if _SUMMED.search(text) or _PLACED.search(text):
        return ()
    found = [one for one in find_quantities(text) if one.unit == "persons"]
    headed = [one for one in found if outcome_beside(text, one.start, one.end) is not None]
    fitting = found if _TOLL.search(text) or _DIED.search(text) else headed if len(headed) == len(found) else []
    fitting = fitting if headed else [one for one in fitting if one.counts not in ("detained", "refugees")]
    return tuple(to_quantity(one, sentence.sentence.span.start, text) for one in fitting if one.counts in _FATES)
