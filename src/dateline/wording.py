"""Numbers in sentences, for every part that tells people what was done."""

from __future__ import annotations


def plural(number: int, one: str, many: str | None = None) -> str:
    """``1 act``, ``2 acts``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
