"""Words and word pieces: which pieces of the tokenizer make up which token of the parse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.extract.parse import ParsedSentence
from dateline.extract.shortforms import IN_FULL

if TYPE_CHECKING:
    from tokenizers import Tokenizer

#: The encoder was trained on 128 to 256 pieces; sentences of 200 words, the longest that are read at once, rarely reach this.
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
    text, base = sentence.sentence.text, sentence.sentence.span.start
    (opening, closing), position = _ends(tokenizer), 0
    ids, offsets = [opening], [(0, 0)]
    for chunk in text.split(" "):
        own, places = _chunk(tokenizer, chunk)
        ids += own
        offsets += [(start + position, end + position) for start, end in places]
        position += len(chunk) + 1
    ids, offsets = [*ids, closing][:MAX_PIECES], [*offsets, (0, 0)][:MAX_PIECES]
    return Pieces(tuple(ids), tuple(_ranges([(t.start - base, t.end - base) for t in sentence.tokens], offsets)))


@lru_cache(maxsize=4)
def _ends(tokenizer: Tokenizer) -> tuple[int, int]:
    """The pieces that open and close a sentence."""
    opening, closing = tokenizer.encode("").ids
    return opening, closing


@lru_cache(maxsize=50_000)
def _chunk(tokenizer: Tokenizer, text: str) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
    """The pieces of what stands between two blanks, with their offsets: no piece depends on what stands beyond a blank, and most recur.

    A short form has the pieces of its word in full, each over the whole form.
    """
    form = text.rstrip(",;:")
    if (word := IN_FULL.get(form)) is not None:
        pieces = tokenizer.encode(word, add_special_tokens=False).ids
        ids, places = _chunk(tokenizer, text[len(form) :]) if form != text else ((), ())
        return (*pieces, *ids), (*[(0, len(form))] * len(pieces), *((start + len(form), end + len(form)) for start, end in places))
    encoding = tokenizer.encode(text, add_special_tokens=False)
    return tuple(encoding.ids), tuple(encoding.offsets)


def _ranges(tokens: Sequence[tuple[int, int]], offsets: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    ranges, piece, last = [], 0, 0
    lows, highs, count = [low for low, _ in offsets], [high for _, high in offsets], len(offsets)
    for start, end in tokens:
        while piece < count and (highs[piece] <= start or lows[piece] == highs[piece]):
            piece += 1
        first = stop = piece
        while stop < count and lows[stop] < end and highs[stop] > lows[stop]:
            stop += 1
        if stop == first:
            ranges.append((last, last))
        else:
            ranges.append((first, stop - 1))
            last = stop - 1
    return ranges
