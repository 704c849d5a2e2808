"""Those to whom a state grants asylum: never its own nationals."""

from __future__ import annotations

import re
from typing import Final

from dateline.types import RawMention

_TYPES: Final = frozenset({"AID", "AGREE", "SUPPORT"})
_ASYLUM: Final = re.compile(r"\b(?:asylum|refuge|sanctuary)\b", re.I)


def is_granted(raw: RawMention) -> bool:
    """Whether an act takes somebody in ("granted asylum")."""
    return raw.type in _TYPES and _ASYLUM.search(raw.trigger.text) is not None
