"""What an answer is told to answer: "destroyed the rig in retaliation for Friday's **attack** on a tanker", so that what came first is
neither taken for an answer to the later act nor lends it its day."""

from __future__ import annotations

import re
from typing import Final

from dateline.analyse.response.tables import cues
from dateline.ontology.lexicon import load_lexicon
from dateline.types import EventMention, Span

#: Where what is answered ends.
_STOP: Final = re.compile(r"[,;:—]|\b(?:but|while|whereas)\b")


def lead_before(text: str, at: int) -> tuple[int, int] | None:
    """The words that make what is told at an offset the ground of an answer ("in response to"); ``None`` where none do.

    At the head of a sentence ("In response to the raid Oslo closed ...") they reach to the first comma alone.
    """
    found: tuple[int, int] | None = None
    for match in cues().answered.finditer(text, 0, at):
        if _STOP.search(text, match.end(), at) is None and (text[: match.start()].strip(" \"“'") or _STOP.search(text, at) is not None):
            found = match.span()
    return found


def answered_by(mention: EventMention) -> tuple[int, int] | None:
    """The same of an act; at the head of a sentence only of one told by a noun ("in response to the **raid**")."""
    base = mention.sentence.span.start
    found = lead_before(mention.sentence.text, mention.trigger.span.start - base)
    if found is None or mention.sentence.text[: found[0]].strip(" \"“'"):
        return found
    return found if load_lexicon().lookup("NOUN", mention.trigger.text.lower()) else None


def is_lent(mention: EventMention) -> bool:
    """Whether an act has its day from words behind what it answers ("shelled it in response to an attack **last Friday** on a ship",
    "... to **Friday's** attack"): there the day is that of what was answered."""
    if mention.date is None or mention.date.span is None:
        return False
    text, base = mention.sentence.text, mention.sentence.span.start
    day: Span = mention.date.span
    found = lead_before(text, day.start - base)
    return found is not None and found[0] >= mention.trigger.span.end - base and _is_inside(text, day.start - base, day.end - base)


def _is_inside(text: str, start: int, end: int) -> bool:
    """Whether the words of a day stand before a noun that they belong to, or go on behind it: at the end of a clause they may be those of the answer."""
    return re.match(r"['’]s\b|s['’]|\s+(?:on|against|at|in|by)\b|\s+\w+", text[end:]) is not None and re.search(r"\bon\s+$", text[:start]) is None
