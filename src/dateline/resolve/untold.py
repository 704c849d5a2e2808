"""Killings of which a text names the victim and not who did it: "remarks about the 2023 **killing of** a candidate"."""

from __future__ import annotations

import re
from typing import Final

from dateline.types import RawMention

_KILLING: Final = re.compile(r"(?:killings?|murders?|assassinations?|slayings?|beheadings?|lynchings?|stabbings?|deaths?)\b", re.I)
_OF: Final = re.compile(r"\w+\s+of\s")


def is_untold(raw: RawMention, text: str) -> bool:
    """Whether an act is the killing of somebody, by a noun, without a word of who did it: then it is nobody's of those around."""
    start = raw.trigger.span.start
    return not raw.actors and _KILLING.match(raw.trigger.text) is not None and _OF.match(text, start) is not None
