"""Numbers in sentences, for every part that tells people what was done."""

from __future__ import annotations


def plural(number: int, one: str, many: str | None = None) -> str:
    """``1 act``, ``2 acts``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def of_which(part: int, whole: int, what: str) -> str:
    """How many of those counted before are of a kind, in brackets behind them: `` (2 alleged)``, `` (all alleged)``, nothing where none is."""
    return f" ({'all' if part == whole else f'{part:,}'} {what})" if part else ""
