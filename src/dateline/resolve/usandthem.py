"""What is the speaker's in what somebody says: "us" and what is "ours"."""

from __future__ import annotations

import re
from typing import Final

from dateline.resolve.firstperson import FIRST
from dateline.resolve.owners import OPPOSED
from dateline.types import Phrase

_OUR: Final = re.compile(r"our\s", re.I)


def is_ours(phrase: Phrase | None, text: str) -> bool:
    """Whether a phrase is "us" or somebody or something of ours; "our enemies" and "our neighbours" are others."""
    if phrase is None:
        return False
    start = phrase.extended.start if phrase.extended else phrase.mention.span.start
    return phrase.mention.text.lower() in FIRST or (phrase.head not in OPPOSED and _OUR.match(text, start) is not None)
