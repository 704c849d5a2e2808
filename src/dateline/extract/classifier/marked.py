"""Sentences with two phrases marked, as the relation model reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.extract.classifier.alignment import Pieces

#: Ids of the vocabulary's unused pieces that open and close the source and the target.
SOURCE_OPEN, SOURCE_CLOSE, TARGET_OPEN, TARGET_CLOSE = 1, 2, 3, 4
#: Where a phrase is not given, its vector is that of the first piece.
WHOLE: Final = 0


@dataclass(frozen=True, slots=True)
class Marked:
    """Word piece ids with marks, and the positions of the opening marks (:data:`WHOLE` where a phrase is not given)."""

    ids: tuple[int, ...]
    source: int
    target: int


def mark(pieces: Pieces, source: Sequence[int], target: Sequence[int]) -> Marked:
    """Put marks around the pieces of two phrases.

    Args:
        pieces: of the sentence.
        source, target: word indices; either may be empty. A phrase with a gap is marked from its first to its last word.
    """
    opens: dict[int, list[int]] = {}
    closes: dict[int, list[int]] = {}
    for words, (left, right) in ((source, (SOURCE_OPEN, SOURCE_CLOSE)), (target, (TARGET_OPEN, TARGET_CLOSE))):
        if words:
            opens.setdefault(pieces.words[min(words)][0], []).append(left)
            closes.setdefault(pieces.words[max(words)][1], []).append(right)
    ids: list[int] = []
    places = {SOURCE_OPEN: WHOLE, TARGET_OPEN: WHOLE}
    for i, piece in enumerate(pieces.ids):
        for left in opens.get(i, ()):
            places[left] = len(ids)
            ids.append(left)
        ids.append(piece)
        ids += closes.get(i, ())
    return Marked(tuple(ids), places[SOURCE_OPEN], places[TARGET_OPEN])
