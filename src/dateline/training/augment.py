"""Variants of encoded sentences for teachers to label: some words give way to words that are used alike (Jiao et al. 2020, TinyBERT).

A word of one piece is replaced by one of its nearest neighbours, by the encoder's piece embeddings, among the words that the training
texts use with the same tag. What happens in the variant is for the teachers to say; only the places of its possible acts are kept.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dateline.extract.classifier.alignment import Pieces
from dateline.extract.classifier.features import WordFeatures
from dateline.training.batches import Encoded

#: A word must be used this often with a tag to stand for another; a replacement is one of this many neighbours.
_LEAST, _NEIGHBOURS = 3, 12
#: Share of the words that may give way which do.
_SHARE = 0.25
#: Beginnings of the tags of words that may.
_OPEN = ("NN", "VB", "JJ", "RB", "CD")


@dataclass(frozen=True, slots=True)
class Words:
    """Neighbours of words ``(piece, tag)``, and the lexicon sense each mostly has."""

    neighbours: Mapping[tuple[int, int], tuple[int, ...]]
    senses: Mapping[tuple[int, int], int]


def word_table(items: Sequence[Encoded], embeddings: np.ndarray, tags: Sequence[str]) -> Words:
    """The words that may replace each other.

    Args:
        items: encoded sentences.
        embeddings: ``[pieces, width]``, a row a piece.
        tags: names of the tags, in the order of their indices from 1.
    """
    open_tags = {i for i, tag in enumerate(tags, 1) if tag.startswith(_OPEN)}
    uses: dict[int, Counter[int]] = defaultdict(Counter)
    senses: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
    for item in items:
        for word, (first, last) in enumerate(item.pieces.words):
            tag = item.features.tags[word]
            if first == last and tag in open_tags:
                piece = item.pieces.ids[first]
                uses[tag][piece] += 1
                senses[piece, tag][item.features.senses[word]] += 1
    neighbours: dict[tuple[int, int], tuple[int, ...]] = {}
    for tag, counts in uses.items():
        pieces = np.array([p for p, n in counts.items() if n >= _LEAST])
        if len(pieces) > _NEIGHBOURS:
            near = _nearest(embeddings[pieces])
            neighbours |= {(int(p), tag): tuple(int(x) for x in pieces[row]) for p, row in zip(pieces, near, strict=True)}
    return Words(neighbours, {at: found.most_common(1)[0][0] for at, found in senses.items()})


def _nearest(vectors: np.ndarray) -> np.ndarray:
    unit = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-8)
    likeness = unit @ unit.T
    np.fill_diagonal(likeness, -1.0)
    return np.argpartition(-likeness, _NEIGHBOURS, axis=1)[:, :_NEIGHBOURS]


def variant(item: Encoded, words: Words, rng: random.Random) -> Encoded:
    """A sentence with some of its words replaced; it has no labels of its own."""
    ids, senses = list(item.pieces.ids), list(item.features.senses)
    for word, (first, last) in enumerate(item.pieces.words):
        tag = item.features.tags[word]
        others = words.neighbours.get((ids[first], tag)) if first == last else None
        if others and rng.random() < _SHARE:
            ids[first] = rng.choice(others)
            senses[word] = words.senses[ids[first], tag]
    features = WordFeatures(item.features.tags, item.features.deps, tuple(senses))
    targets = tuple(replace(t, cameo="", modes=(), status=0, negated=0, certainty=0, attribution=0, roles=()) for t in item.example.targets)
    pairs = tuple(replace(p, types=()) for p in item.example.pairs)
    example = replace(item.example, senses=(), targets=targets, pairs=pairs, contexts=(), plain=True)
    return Encoded(example, Pieces(tuple(ids), item.pieces.words), features, item.paths)
