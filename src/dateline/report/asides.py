"""Acts that a sentence tells in passing beside what it is about: "the activist, **designated** a terrorist by India, is shot dead", "hours after he **had defended** it"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from dateline.report.acts import Act
from dateline.types import EventMention, Span

#: What stands right before a verb that looks back.
_HAD: Final = re.compile(r"\bhad\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
#: Right before a participle, these make it the verb of its clause.
_AUXILIARY: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|gets?|got|getting)\b(?:\s+(?:not|also|then|later|soon|once|twice|\w+ly))*\s*$", re.IGNORECASE
)
_BY: Final = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)
_PARTICIPLE: Final = re.compile(r"\w+(?:ed|en|wn|ught|ld|id|ut|et)\b")


def asides(found: Iterable[Act]) -> frozenset[int]:
    """The numbers of the acts that their sentence tells in passing; of a sentence with nothing else none."""
    sentences: dict[tuple[int, Span], list[Act]] = {}
    for act in found:
        sentences.setdefault((act.document, act.mention.sentence.span), []).append(act)
    numbers: set[int] = set()
    for acts in sentences.values():
        passing = {act.number for act in acts if _is_aside(act.mention)}
        if len(passing) < len(acts):
            numbers |= passing
    return frozenset(numbers)


def _is_aside(mention: EventMention) -> bool:
    """Whether words look back on an act, or its participle only describes a party ("released by Washington")."""
    base = mention.sentence.span.start
    before = mention.sentence.text[: mention.trigger.span.start - base]
    if _HAD.search(before):
        return True
    if not _PARTICIPLE.match(mention.trigger.text) or not before.strip() or _AUXILIARY.search(before):
        return False
    agents = (one.span.start - base for one in mention.actors if one.span.start >= mention.trigger.span.end)
    return any(_BY.search(mention.sentence.text[:start]) for start in agents)
