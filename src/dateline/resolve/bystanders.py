"""Who cannot have done a deed that is told without a doer: whom its sentence thanks, and whom the deed sends away.

"Norway, which suffered a hack in May, praised **Lithuania's** stand" is no word on a hack by Lithuania, and "**Omani** troops were sent home" not on Oman's doing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from dateline.resolve.scene import Act
from dateline.types import Participant, RawMention

_DEEDS: Final = frozenset({"ASSAULT", "COERCE"})
_THANKS: Final = re.compile(r"\b(?:prais|thank|commend|hail|applaud|salut|congratulat|welcom)", re.I)
_SENT_AWAY: Final = re.compile(r"\b(?:expel|deport|(?:sent|sends?|sending|flown) (?:home|back)\b)", re.I)
#: Friends of sentences: by the sentence's number, where each stands and its country.
Friends = Mapping[int, list[tuple[int, int, str]]]


def friends(acts: Iterable[tuple[RawMention, tuple[Participant, ...]]]) -> Friends:
    """Whom each sentence praises or thanks.

    Args:
        acts: acts with their recipients by their own words.
    """
    found: dict[int, list[tuple[int, int, str]]] = {}
    for raw, recipients in acts:
        if raw.type == "SUPPORT" and not raw.negated and _THANKS.match(raw.trigger.text):
            found.setdefault(raw.sentence.index, []).extend((p.span.start, p.span.end, p.country) for p in recipients if p.country)
    return found


def bystanders(raw: RawMention, known: Friends, text: str) -> frozenset[str]:
    """The countries that a deed without a doer is not by: those that another clause of its sentence thanks."""
    if raw.type not in _DEEDS or raw.voice not in {"noun", "passive"}:
        return frozenset()
    span = raw.trigger.span
    return frozenset(code for start, end, code in known.get(raw.sentence.index, ()) if "," in text[min(span.end, end) : max(span.start, start)])


def cleared(act: Act, known: Friends, text: str) -> Act:
    """An act without the doers that another clause thanks."""
    codes = bystanders(act.raw, known, text)
    spans = [(start, end) for start, end, _ in known.get(act.raw.sentence.index, ())]
    out = {p.span for p in act.actors if p.country in codes and any(start < p.span.end and p.span.start < end for start, end in spans)}
    if not out:
        return act
    raw = replace(act.raw, actors=tuple(p for p in act.raw.actors if p.mention.span not in out))
    return replace(act, raw=raw, actors=tuple(p for p in act.actors if p.span not in out))


def is_sent_away(raw: RawMention) -> bool:
    """Whether an act sends people out of a country, which their own state does not do."""
    return raw.type == "SANCTION" and _SENT_AWAY.match(raw.trigger.text) is not None
