"""Words and word pieces: which pieces of the tokenizer make up which token of the parse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.extract.parse import ParsedSentence

if TYPE_CHECKING:
    from tokenizers import Tokenizer

#: The encoder was trained on 128 to 256 pieces; sentences of coded length (under 200 tokens) rarely reach this.
MAX_PIECES = 320


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of a sentence: ids with the special ones, and for each token ``[first, last]`` of its pieces."""

    ids: tuple[int, ...]
    words: tuple[tuple[int, int], ...]


def align(sentence: ParsedSentence, tokenizer: Tokenizer) -> Pieces:
    """Encode a sentence and find the pieces of each of its tokens.

    A token without a piece of its own (white space, a character the tokenizer drops, beyond :data:`MAX_PIECES`) points at the
    nearest piece before it.
    """
    encoding = tokenizer.encode(sentence.sentence.text)
    base = sentence.sentence.span.start
    offsets = encoding.offsets[:MAX_PIECES]
    return Pieces(tuple(encoding.ids[:MAX_PIECES]), tuple(_ranges([(t.start - base, t.end - base) for t in sentence.tokens], offsets)))


def _ranges(tokens: Sequence[tuple[int, int]], offsets: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    ranges, piece, last = [], 0, 0
    for start, end in tokens:
        while piece < len(offsets) and (offsets[piece][1] <= start or offsets[piece][0] == offsets[piece][1]):
            piece += 1
        first, stop = piece, piece
        while stop < len(offsets) and offsets[stop][0] < end and offsets[stop][1] > offsets[stop][0]:
            stop += 1
        if stop == first:
            ranges.append((last, last))
        else:
            ranges.append((first, stop - 1))
            last = stop - 1
    return ranges
