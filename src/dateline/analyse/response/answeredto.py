"""What an answer is told to answer: "destroyed the rig in retaliation for Friday's **attack** on a tanker", so that what came first is
neither taken for an answer to the later act nor lends it its day."""

from __future__ import annotations

import re
from typing import Final

from dateline.analyse.response.tables import cues
from dateline.ontology.lexicon import load_lexicon
from dateline.types import EventMention

#: Where what is answered ends.
_STOP: Final = re.compile(r"[,;:—]|\b(?:but|while|whereas)\b")

#: A day that owns the noun behind it: "Friday's attack".
_OWNS: Final = re.compile(r"['’]s?\s+\w")
_OWNED: Final = re.compile(r"['’]s?$")
#: What is answered goes on behind its day ("an attack last Friday **on** a ship", "a July 1986 **pact**").
_GOES_ON: Final = re.compile(r"\s+\w")
#: A day so many words behind "in response to" is that of what is told there; right behind it ("to the raid on Friday") it may be the answer's.
NEAR: Final = 4


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
    """Whether an act has its day from words that belong to another one: to a noun behind it ("blamed it for **Friday's** attack"), or to
    what it answers ("shelled it in response to an attack **last Friday** on a ship")."""
    if mention.date is None or mention.date.span is None:
        return False
    text, base = mention.sentence.text, mention.sentence.span.start
    start, end, past = mention.date.span.start - base, mention.date.span.end - base, mention.trigger.span.end - base
    if past <= start and (_OWNS.match(text, end) or _OWNED.search(text, start, end)):
        return True
    found = lead_before(text, start)
    return found is not None and found[0] >= past and (len(text[found[1] : start].split()) >= NEAR or _GOES_ON.match(text, end) is not None)
