"""Which statement of an event tells it, and which only name it: "Oslo recalls its envoy over **the raid**" tells of a recall."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from dateline.types import DONE, Certainty, EventMention, SentenceKind

#: What stands right before a noun that names an act told elsewhere: "over **the attack**", "after last week's border **raid**".
_NAMING: Final = re.compile(
    r"\b(?:over|after|before|since|following|despite|of|for|about|on|against|condemn\w*|denounc\w*|discuss\w*|deplor\w*|call(?:s|ed|ing)?|investigat\w*)\s+"
    r"(?:(?:the|this|that|these|those|its|his|her|their|an?|[\w.-]+['’]s?)\s+)(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)


def in_passing(mention: EventMention) -> bool:
    """Whether a noun behind a preposition or a verb of blame only names the act: who "summons the envoy over **the raid**" tells of a summons."""
    return _NAMING.search(mention.sentence.text[: mention.trigger.span.start - mention.sentence.span.start]) is not None


def told_best(mentions: Sequence[EventMention], *, undone: bool) -> EventMention:
    """The statement that speaks for an event: it tells the act and does not only name it, as done, for certain, with its day, in the text before a headline; of those
    that tell it as well the one that knows its day best, then the earliest, whose day a list shows.

    Args:
        mentions: the statements of the event, at least one.
        undone: whether most of them tell that it did not take place.
    """
    return max(mentions, key=lambda one: (one.negated is undone, *_tells(one)))


def _tells(one: EventMention) -> tuple[int, ...]:
    done = one.status in DONE
    dated = one.date is not None and one.date.is_told
    return (not in_passing(one), done, dated, one.certainty is Certainty.CERTAIN, bool(one.actors), one.sentence.kind is not SentenceKind.HEADLINE, *_closest(one))


def _closest(one: EventMention) -> tuple[int, int]:
    """More for a day that is known better, then for an earlier one."""
    when = one.date
    return (-(when.latest - when.earliest).days, -when.earliest.toordinal()) if when is not None else (-date.max.toordinal(), -date.max.toordinal())
