"""Towns that only say where a meeting is held: "the **Jeddah** talks", "the **Minsk** agreements"; but "**Moscow**-Kyiv talks" are of both."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dateline.types import Phrase, PhraseForm, RawMention, Resolution

#: Types of acts that two sit together for.
_MEETINGS: Final = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE"})
#: How a phrase is read that is a town or a capital by its own words.
_TOWNS: Final = frozenset({"place", "capital", "town"})
_HELD: Final = re.compile(r"\s+(?:peace\s+|nuclear\s+)?(?:talks|negotiations|conference|summit|accords?|agreements?|process)\b", re.I)
_PAIRED: Final = re.compile(r"[-–—/]\s*$")


def without_venue(raw: RawMention, text: str, lookup: Callable[[Phrase], Resolution]) -> RawMention:
    """An act told by a noun for a meeting, without the town that it is named by among its parties."""
    if raw.type not in _MEETINGS or raw.voice != "noun" or not raw.actors:
        return raw
    towns = {p.mention.span.start for p in raw.actors if _is_venue(p, raw, text, lookup)}
    if not towns:
        return raw
    leans = tuple(replace(one, actor=0.0, acting=0.0) if one.span.start in towns else one for one in raw.leans)
    return replace(raw, actors=tuple(p for p in raw.actors if p.mention.span.start not in towns), leans=leans)


def _is_venue(phrase: Phrase, raw: RawMention, text: str, lookup: Callable[[Phrase], Resolution]) -> bool:
    """Whether a phrase is a town right before the act's noun."""
    span, trigger = phrase.mention.span, raw.trigger.span
    held = _HELD.match(text, span.end)
    if phrase.form is not PhraseForm.NAME or held is None or not trigger.start < held.end() <= trigger.end:
        return False
    return _PAIRED.search(text[max(0, span.start - 3) : span.start]) is None and lookup(phrase).method in _TOWNS
