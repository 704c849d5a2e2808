"""Texts without punctuation, as programs that take down speech write them: they are read, and what that costs is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.read.draft import Remark

#: No sentence of written English has so many words and no stop or comma.
_WORDS: Final = 50
_MARK: Final = re.compile(r"[.!?…;:,](?=[\s\"”’')\]]|$)")
#: So large a share of the words stands in such paragraphs.
_SHARE: Final = 0.5


def unpunctuated(paragraphs: Sequence[str]) -> tuple[Remark, ...]:
    """A remark where most words of a text stand in long paragraphs without a stop or comma.

    >>> unpunctuated(["Chad left the pact. Mali stayed."])
    ()
    """
    sizes = [(len(one.split()), _MARK.search(one) is None) for one in paragraphs]
    bare = sum(words for words, unmarked in sizes if unmarked and words >= _WORDS)
    return (Remark("W138", f"{bare:,} words without a stop or comma"),) if bare and bare >= _SHARE * sum(words for words, _ in sizes) else ()
