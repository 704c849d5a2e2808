"""How sure an act is by all that tell it: readings of one event, each too unsure alone, count together over independent sources.

The event stands where at least one of its readings is right. Sources that do not copy one another word it each in their own way, so what the
coder misreads in one it need not misread in the next: of readings right with chances p and q, one is right with 1 - (1 - p)(1 - q).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from math import prod
from typing import Final

from dateline.analyse.response.judge import Scope
from dateline.analyse.response.values import Judged, Label, Origins, Told

#: Evidence by which a source itself makes the act an answer: several that tell what may be something else, and never why, prove nothing.
_SAID_TO_ANSWER: Final = frozenset({"ground", "answer"})


def with_together(judged: Sequence[Judged], scope: Scope, origins: Origins) -> tuple[Judged, ...]:
    """The acts in their order; of events with no sure reading, what all their readings give together.

    Readings are together where they are of one event, actor, label and rung, and one of them gives the trigger as its ground.

    Args:
        judged: acts with their rungs.
        scope: how sure an act must be.
        origins: the independent sources of mentions; of each the surest reading counts, and one of a document, which repeats its own words.
    """
    groups: dict[tuple[str, str, Label, str | None], list[Judged]] = defaultdict(list)
    for one in judged:
        if one.label is not Label.UNRELATED and not one.beyond:
            groups[one.told.mention.event_id, one.actor, one.label, one.rung].append(one)
    found: dict[int, float] = {}
    for group in groups.values():
        unsure = not any(scope.sure(one) for one in group)
        if unsure and len(group) > 1 and any(_is_said_to_answer(one) for one in group):
            found |= dict.fromkeys(map(id, group), _combined([one.told for one in group], origins))
    return tuple(replace(one, together=found[id(one)]) if id(one) in found else one for one in judged)


def _is_said_to_answer(one: Judged) -> bool:
    return any(reason.kind in _SAID_TO_ANSWER for reason in one.reasons)


def _combined(told: Sequence[Told], origins: Origins) -> float:
    """The chance that one of the readings is right, by the surest of each independent source and document."""
    counted: list[Told] = []
    for one in sorted(told, key=lambda one: (-one.mention.confidence, one.mention.mention_id)):
        again = any(other.document.doc_id == one.document.doc_id for other in counted)
        if not counted or (not again and len(origins([*counted, one])) > len(origins(counted))):
            counted.append(one)
    return round(1 - prod(1 - one.mention.confidence for one in counted), 3)
