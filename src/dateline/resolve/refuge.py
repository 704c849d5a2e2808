"""Those to whom a state grants asylum: never its own nationals."""

from __future__ import annotations

import re
from typing import Final

from dateline.resolve.natures import words_of
from dateline.resolve.words import key_of
from dateline.types import RawMention

_TYPES: Final = frozenset({"AID", "AGREE", "SUPPORT"})
_ASYLUM: Final = re.compile(r"\b(?:asylum|refuge|sanctuary)\b", re.I)


def is_granted(raw: RawMention) -> bool:
    """Whether an act takes somebody in ("granted asylum")."""
    return raw.type in _TYPES and _ASYLUM.search(raw.trigger.text) is not None


def name_of(text: str) -> str:
    """The last word of a name in lower case, without accents."""
    return key_of(words_of(text)[-1])
