"""What a word hangs on, in parses that are whole and in those that are still being mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.extract.parse import Token


def heads_over(tokens: Sequence[Token], index: int) -> Iterator[Token]:
    """The heads above a token, nearest first; each once, however the heads run in a circle."""
    seen = {index}
    while (above := tokens[index].head) not in seen:
        seen.add(above)
        yield tokens[above]
        index = above
