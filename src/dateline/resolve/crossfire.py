"""The two sides of fire that bare soldiers exchange over a border: "**Troops** exchanged fire across the frontier" after a text on two states."""

from __future__ import annotations

import re
from typing import Final

from dateline.types import Phrase, PhraseForm, RawMention

_FORCES: Final = frozenset("troops soldiers forces guards armies units patrols".split())
_EXCHANGE: Final = re.compile(r"(?:exchang|trad)(?:e|ed|ing)\b", re.I)
_BORDER: Final = re.compile(
    r"\b(?:across|over|along|at|on|near) (?:the|their) (?:[\w-]+ ){0,2}(?:border|frontier|boundary|line of control|ceasefire line|demarcation line)\b", re.I
)


def is_over_border(raw: RawMention, phrase: Phrase) -> bool:
    """Whether an act is an exchange of fire over a border by soldiers of whom no word says whose they are.

    Args:
        raw: the act.
        phrase: its only actor.
    """
    if raw.type != "ASSAULT" or raw.recipients or phrase.form is not PhraseForm.NOMINAL or not phrase.plural:
        return False
    if phrase.mention.text.lower() not in _FORCES or _EXCHANGE.match(raw.trigger.text) is None:
        return False
    return _BORDER.search(raw.sentence.text, raw.trigger.span.end - raw.sentence.span.start) is not None
