"""Where a sentence that is too long to be read at once is cut: resolutions of many clauses, communiqués, transcripts without full stops."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Final

#: Sentences of more words than this are read in parts.
LONGEST: Final = 200
#: Words of a part at most, and at least.
_PART: Final = 120
_SHORTEST: Final = 30
#: What ends a clause for sure, and what may.
_STOPS: Final = frozenset({";", ".", "!", "?", ":"})
_PAUSES: Final = frozenset({",", "–", "—", "-", ")", "]", '"', "”"})


def beginnings(words: Sequence[str], heads: Sequence[int]) -> list[int]:
    """Where the parts of a sentence begin; ``[0]`` for one that is read at once.

    Parts have 30 to 120 words. Of the places where a part may end, one behind a semicolon or its like is taken before one behind a comma, and
    one behind a comma before any other; among equals the one that parts the fewest words from what they hang on.

    Args:
        words: the words of the sentence, punctuation among them.
        heads: of each word the index of the word that it hangs on; its own at the root.
    """
    found = [0]
    if len(words) <= LONGEST:
        return found
    parted = _parted(heads)
    while len(words) - found[-1] > _PART:
        first, last = found[-1] + _SHORTEST, min(found[-1] + _PART, len(words) - _SHORTEST)
        found.append(min(range(first, last + 1), key=lambda at: (_rank(words[at - 1]), parted[at], -at)))
    return found


def _rank(before: str) -> int:
    """How well a part may end behind a word; least is best."""
    return 0 if before in _STOPS else 1 if before in _PAUSES else 2


def _parted(heads: Sequence[int]) -> list[int]:
    """For each place before a word, how many words hang on one at its other side."""
    steps = [0] * (len(heads) + 1)
    for word, head in enumerate(heads):
        steps[min(word, head) + 1] += 1
        steps[max(word, head) + 1] -= 1
    return list(accumulate(steps))
