"""Examples -> padded tensors."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from dateline.extract.classifier.alignment import Pieces, align
from dateline.extract.classifier.features import UNKNOWN, Vocabulary, WordFeatures, distance_index, word_features
from dateline.extract.classifier.layout import CONTEXTS, MODES, ROLES, TYPES
from dateline.training.dataset import Example

if TYPE_CHECKING:
    from tokenizers import Tokenizer

#: A path must occur this often in the corpus to get a feature of its own.
MIN_PATH_COUNT = 4


@dataclass(frozen=True, slots=True)
class Encoded:
    """An example with its word pieces and feature indices."""

    example: Example
    pieces: Pieces
    features: WordFeatures
    paths: tuple[tuple[int, ...], ...]


@dataclass(slots=True)
class Batch:
    """Padded tensors of some sentences, of the gold triggers in them and of their marked pairs."""

    ids: Tensor
    mask: Tensor
    pool: Tensor
    tags: Tensor
    deps: Tensor
    senses: Tensor
    real: Tensor
    types: Tensor
    contexts: Tensor
    rows: Tensor
    heads: Tensor
    kinds: Tensor
    leaves: Tensor
    status: Tensor
    negated: Tensor
    certainty: Tensor
    attribution: Tensor
    modes: Tensor
    paths: Tensor
    distances: Tensor
    roles: Tensor
    pair_rows: Tensor
    sources: Tensor
    recipients: Tensor
    relations: Tensor
    annotated: Tensor


def build_vocabulary(examples: Sequence[Example]) -> tuple[Vocabulary, tuple[str, ...]]:
    """Feature vocabularies of the training examples, and the CAMEO codes in use (index 0: none)."""
    tags, deps, senses = (Counter[str]() for _ in range(3))
    paths, leaves = Counter[str](), Counter[str]()
    for example in examples:
        tags.update(t.tag for t in example.sentence.tokens)
        deps.update(t.dep for t in example.sentence.tokens)
        senses.update(s for s in example.senses if s)
        for target in example.targets:
            paths.update(p for p in target.paths if p)
            leaves.update([target.cameo] if target.cameo else [])
    frequent = sorted(p for p, n in paths.items() if n >= MIN_PATH_COUNT)
    return Vocabulary.of(sorted(tags), sorted(deps), sorted(senses), frequent), ("", *sorted(leaves))


def encode(example: Example, tokenizer: Tokenizer, vocabulary: Vocabulary) -> Encoded:
    """Word pieces and feature indices of an example."""
    return Encoded(
        example=example,
        pieces=align(example.sentence, tokenizer),
        features=word_features(example.sentence, example.senses, vocabulary),
        paths=tuple(tuple(vocabulary.paths.get(p, UNKNOWN) for p in target.paths) for target in example.targets),
    )


def batches(items: Sequence[Encoded], leaves: Sequence[str], size: int, rng: random.Random | None = None) -> Iterator[Batch]:
    """Batches of sentences of similar length, in random order where a generator is given."""
    order = list(range(len(items)))
    if rng is not None:
        rng.shuffle(order)
    window = size * 50
    groups = []
    for start in range(0, len(order), window):
        part = sorted(order[start : start + window], key=lambda i: len(items[i].pieces.ids))
        groups += [part[i : i + size] for i in range(0, len(part), size)]
    if rng is not None:
        rng.shuffle(groups)
    index = {leaf: i for i, leaf in enumerate(leaves)}
    for group in groups:
        yield collate([items[i] for i in group], index)


def collate(items: Sequence[Encoded], leaves: dict[str, int]) -> Batch:
    """Pad sentences to one batch."""
    count, pieces = len(items), max(len(i.pieces.ids) for i in items)
    words = max(len(i.features.tags) for i in items)
    batch = _empty(items, count, pieces, words)
    row = pair = 0
    for b, item in enumerate(items):
        _fill_words(batch, b, item)
        for target, paths in zip(item.example.targets, item.paths, strict=True):
            n = len(paths)
            batch.types[b, target.head] = target.type
            batch.rows[row], batch.heads[row], batch.kinds[row] = b, target.head, target.type
            batch.leaves[row] = leaves.get(target.cameo, 0)
            batch.status[row], batch.negated[row] = target.status, target.negated
            batch.certainty[row], batch.attribution[row] = target.certainty, target.attribution
            batch.modes[row, list(target.modes)] = 1.0
            batch.paths[row, :n] = torch.tensor(paths)
            batch.distances[row, :n] = torch.tensor([distance_index(target.head, w) for w in range(n)])
            for word, role in target.roles:
                batch.roles[row, word, role] = 1.0
            row += 1
        for marked in item.example.pairs:
            batch.pair_rows[pair] = b
            batch.sources[pair, list(marked.source)] = 1.0 / max(1, len(marked.source))
            batch.recipients[pair, list(marked.target)] = 1.0 / max(1, len(marked.target))
            for kind, weight in marked.types:
                batch.relations[pair, kind - 1] = weight
            pair += 1
    return batch


def _empty(items: Sequence[Encoded], count: int, pieces: int, words: int) -> Batch:
    targets = sum(len(i.example.targets) for i in items)
    pairs = sum(len(i.example.pairs) for i in items)

    def integers(*shape: int) -> Tensor:
        return torch.zeros(*shape, dtype=torch.long)

    return Batch(
        ids=integers(count, pieces), mask=integers(count, pieces), pool=torch.zeros(count, words, pieces), tags=integers(count, words),
        deps=integers(count, words), senses=integers(count, words), real=torch.zeros(count, words), types=integers(count, words),
        contexts=torch.zeros(count, len(CONTEXTS)), rows=integers(targets), heads=integers(targets), kinds=integers(targets),
        leaves=integers(targets), status=integers(targets), negated=torch.zeros(targets), certainty=integers(targets),
        attribution=integers(targets), modes=torch.zeros(targets, len(MODES)), paths=integers(targets, words),
        distances=integers(targets, words), roles=torch.zeros(targets, words, len(ROLES)), pair_rows=integers(pairs),
        sources=torch.zeros(pairs, words), recipients=torch.zeros(pairs, words), relations=torch.zeros(pairs, len(TYPES)),
        annotated=torch.tensor([float(i.example.annotated) for i in items]),
    )  # fmt: skip


def _fill_words(batch: Batch, b: int, item: Encoded) -> None:
    n = len(item.features.tags)
    batch.ids[b, : len(item.pieces.ids)] = torch.tensor(item.pieces.ids)
    batch.mask[b, : len(item.pieces.ids)] = 1
    for word, (first, last) in enumerate(item.pieces.words):
        batch.pool[b, word, first : last + 1] = 1.0 / (last - first + 1)
    batch.tags[b, :n] = torch.tensor(item.features.tags)
    batch.deps[b, :n] = torch.tensor(item.features.deps)
    batch.senses[b, :n] = torch.tensor(item.features.senses)
    batch.real[b, :n] = 1.0
    batch.contexts[b, list(item.example.contexts)] = 1.0


def leaf_types(examples: Sequence[Example], leaves: Sequence[str]) -> list[dict[str, float]]:
    """For each CAMEO code the share of each type among the training acts that carry it; empty where none does."""
    counts: dict[str, Counter[str]] = {leaf: Counter() for leaf in leaves}
    for example in examples:
        for target in example.targets:
            if target.cameo in counts and target.cameo:
                counts[target.cameo][TYPES[target.type - 1]] += 1
    return [{kind: round(n / sum(found.values()), 4) for kind, n in sorted(found.items())} for found in counts.values()]
