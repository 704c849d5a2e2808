"""The trigger told again as what an act is about, by its day and its place: "condemned **the use of force against strikers in Oran on 3 May**".

Such words are no other matter, however little they have in common with those of the first reports.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from dateline.analyse.response.scene import Scene
from dateline.analyse.response.values import Trigger, codes_of
from dateline.types import EventMention

#: A trigger of more days (a month of shelling) is not told apart from others like it by one of them.
FEW_DAYS: Final = timedelta(days=3)


def same_deed(scene: Scene, trigger: Trigger) -> tuple[int, int] | None:
    """Where in its sentence the words of an act name the trigger by type, day and place, from the deed to the end of the clause; ``None`` where
    they do not."""
    own = scene.told.mention
    base = own.sentence.span.start
    for deed in scene.told.coded.mentions:
        start = deed.trigger.span.start - base
        behind = deed.sentence.span == own.sentence.span and deed.trigger.span.start >= own.trigger.span.end and start < scene.about[1]
        if behind and _is_trigger(deed, trigger):
            return start, scene.about[1]
    return None


def _is_trigger(deed: EventMention, trigger: Trigger) -> bool:
    """Whether a deed is of the trigger's type, by nobody else, and on its day at its place."""
    if deed.type not in trigger.types or deed.negated or not codes_of(deed.actors) <= trigger.doers:
        return False
    return _on_its_day(deed, trigger) and _at_its_place(deed, trigger)


def _on_its_day(deed: EventMention, trigger: Trigger) -> bool:
    when = deed.date
    if when is None or when.text is None or when.precision != "day" or trigger.first is None or trigger.last is None or not trigger.dated:
        return False
    return trigger.last - trigger.first <= FEW_DAYS and trigger.first <= when.earliest and when.latest <= trigger.last


def _at_its_place(deed: EventMention, trigger: Trigger) -> bool:
    """Whether a deed's place is that of a report of the trigger; a town of its own is another deed's."""
    return deed.place is not None and any(one.mention.place is not None and deed.place.name == one.mention.place.name for one in trigger.mentions)
