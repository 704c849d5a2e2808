"""Whose those are to whom an envoy is sent: not his own state's, as in "sent **Benin's president** to mediate and gave **the junta** a week"."""

from __future__ import annotations

import re
from typing import Final

from dateline.types import ResolvedMention

_SENDS: Final = re.compile(r"(?:sent|sends?|sending|dispatch\w*)\b", re.IGNORECASE)
_TO: Final = re.compile(r"\bto\b")


def sent_out(resolved: ResolvedMention) -> frozenset[str]:
    """The countries of the persons whom an act sends to speak with others; not of where they are sent."""
    raw = resolved.raw
    if raw.type != "CONSULT" or not _SENDS.match(raw.trigger.text):
        return frozenset()
    base, past = raw.sentence.span.start, raw.trigger.span.end
    persons = (p for p in resolved.recipients if p.country and p.text.split()[-1].islower() and p.span.start >= past)
    return frozenset(p.country for p in persons if p.country and not _TO.search(raw.sentence.text[past - base : p.span.start - base]))
