"""Settings with more than one reader."""

from __future__ import annotations

from typing import Final

#: The coder that is used where none is named.
DEFAULT_CODER: Final = "trained"
