"""Text in lower case whose offsets are those of the text, so that patterns with many words need not pass over case."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=64)
def lowered(text: str) -> str:
    """A text in lower case, of the same length ("İ" becomes "i"); kept, since several stages ask for the same sentence."""
    low = text.lower()
    return low if len(low) == len(text) else "".join([character.lower()[:1] for character in text])
