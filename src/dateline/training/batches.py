"""Examples -> padded tensors."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from dateline.extract.classifier.alignment import Pieces, align
from dateline.extract.classifier.features import UNKNOWN, Vocabulary, WordFeatures, distance_index, word_features
from dateline.extract.classifier.layout import ATTRIBUTIONS, CERTAINTIES, CONTEXTS, MODES, ROLES, STATUSES, TYPES
from dateline.training.dataset import Example

if TYPE_CHECKING:
    from tokenizers import Tokenizer

#: A path must occur this often in the corpus to get a feature of its own.
MIN_PATH_COUNT = 4
#: Batches from which those of similar length are chosen, where their order is random.
_WINDOW = 50


@dataclass(frozen=True, slots=True)
class Soft:
    """What teachers that were not trained on a sentence make of it: probabilities in the order of the label sets.

    ``types`` is ``[words, 1 + types]``; the others have a row a gold target: ``[targets, labels]``, ``roles`` ``[targets, words, roles]``;
    ``relations`` a row a marked pair: ``[pairs, types]``.
    """

    types: np.ndarray
    leaves: np.ndarray
    status: np.ndarray
    negated: np.ndarray
    certainty: np.ndarray
    attribution: np.ndarray
    modes: np.ndarray
    roles: np.ndarray
    relations: np.ndarray


@dataclass(frozen=True, slots=True)
class Encoded:
    """An example with its word pieces and feature indices, and what teachers say of it."""

    example: Example
    pieces: Pieces
    features: WordFeatures
    paths: tuple[tuple[int, ...], ...]
    soft: Soft | None = None


@dataclass(slots=True)
class Batch:
    """Padded tensors of some sentences, of the gold triggers in them and of their marked pairs.

    Labels are distributions: one-hot, or mixed with what teachers say. ``shares`` are the weights of the triggers: in a sentence without
    annotation how sure the teachers are that it is one.
    """

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
    shares: Tensor

    def to(self, device: str) -> Batch:
        """The same batch on a device."""
        return Batch(*(getattr(self, one.name).to(device, non_blocking=True) for one in fields(self)))


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


def grouped(lengths: Sequence[int], size: int, rng: random.Random | None = None) -> list[list[int]]:
    """The indices of sequences in groups of similar length.

    Args:
        lengths: of the sequences.
        size: of a group at most.
        rng: puts sequences together and groups in random order; without it they go from the shortest to the longest.
    """
    order = list(range(len(lengths)))
    window = max(1, len(order)) if rng is None else size * _WINDOW
    if rng is not None:
        rng.shuffle(order)
    groups = []
    for start in range(0, len(order), window):
        part = sorted(order[start : start + window], key=lengths.__getitem__)
        groups += [part[i : i + size] for i in range(0, len(part), size)]
    if rng is not None:
        rng.shuffle(groups)
    return groups


def batches(items: Sequence[Encoded], leaves: Sequence[str], size: int, rng: random.Random, *, taught: float = 0.0) -> Iterator[Batch]:
    """Batches of sentences of similar length in random order; ``taught`` is the teachers' share of labels."""
    index = {leaf: i for i, leaf in enumerate(leaves)}
    for group in grouped([len(item.pieces.ids) for item in items], size, rng):
        yield collate([items[i] for i in group], index, taught)


def collate(items: Sequence[Encoded], leaves: dict[str, int], taught: float = 0.0) -> Batch:
    """Pad sentences to one batch."""
    count, pieces = len(items), max(len(i.pieces.ids) for i in items)
    words = max(len(i.features.tags) for i in items)
    batch = _empty(items, count, pieces, words, len(leaves))
    row = pair = 0
    for b, item in enumerate(items):
        _fill_words(batch, b, item)
        first = row
        for target, paths in zip(item.example.targets, item.paths, strict=True):
            n = len(paths)
            batch.types[b, target.head] = 0.0
            batch.types[b, target.head, target.type] = 1.0
            batch.rows[row], batch.heads[row], batch.kinds[row] = b, target.head, target.type
            batch.leaves[row, leaves.get(target.cameo, 0)] = 1.0
            batch.status[row, target.status], batch.negated[row] = 1.0, target.negated
            batch.certainty[row, target.certainty], batch.attribution[row, target.attribution] = 1.0, 1.0
            batch.modes[row, list(target.modes)] = 1.0
            batch.paths[row, :n] = torch.tensor(paths)
            batch.distances[row, :n] = torch.tensor([distance_index(target.head, w) for w in range(n)])
            for word, role in target.roles:
                batch.roles[row, word, role] = 1.0
            row += 1
        if item.soft is not None and taught:
            _soften(batch, b, first, item.soft, 1.0 if item.example.plain else taught)
        if item.soft is not None and item.example.plain:
            batch.shares[first:row] = 1.0 - batch.types[b, batch.heads[first:row], 0]
        for number, marked in enumerate(item.example.pairs):
            batch.pair_rows[pair] = b
            batch.sources[pair, list(marked.source)] = 1.0 / max(1, len(marked.source))
            batch.recipients[pair, list(marked.target)] = 1.0 / max(1, len(marked.target))
            for kind, weight in marked.types:
                batch.relations[pair, kind - 1] = weight
            if item.example.plain and item.soft is not None:
                batch.relations[pair] = torch.from_numpy(item.soft.relations[number].astype(np.float32))
            pair += 1
    return batch


def _soften(batch: Batch, b: int, first: int, soft: Soft, share: float) -> None:
    """Mix what teachers say into the labels of sentence ``b``, whose targets begin at row ``first``."""
    words, targets = soft.types.shape[0], soft.status.shape[0]
    rows = slice(first, first + targets)

    def mix(label: Tensor, taught: np.ndarray) -> None:
        label.mul_(1.0 - share).add_(torch.from_numpy(taught.astype(np.float32)), alpha=share)

    mix(batch.types[b, :words], soft.types)
    for name in ("leaves", "status", "negated", "certainty", "attribution", "modes"):
        mix(getattr(batch, name)[rows], getattr(soft, name))
    mix(batch.roles[rows, :words], soft.roles)


def _empty(items: Sequence[Encoded], count: int, pieces: int, words: int, leaves: int) -> Batch:
    targets = sum(len(i.example.targets) for i in items)
    pairs = sum(len(i.example.pairs) for i in items)

    def integers(*shape: int) -> Tensor:
        return torch.zeros(*shape, dtype=torch.long)

    types = torch.zeros(count, words, len(TYPES) + 1)
    types[:, :, 0] = 1.0
    return Batch(
        ids=integers(count, pieces), mask=integers(count, pieces), pool=torch.zeros(count, words, pieces), tags=integers(count, words),
        deps=integers(count, words), senses=integers(count, words), real=torch.zeros(count, words), types=types,
        contexts=torch.zeros(count, len(CONTEXTS)), rows=integers(targets), heads=integers(targets), kinds=integers(targets),
        leaves=torch.zeros(targets, leaves), status=torch.zeros(targets, len(STATUSES)), negated=torch.zeros(targets),
        certainty=torch.zeros(targets, len(CERTAINTIES)), attribution=torch.zeros(targets, len(ATTRIBUTIONS)),
        modes=torch.zeros(targets, len(MODES)), paths=integers(targets, words),
        distances=integers(targets, words), roles=torch.zeros(targets, words, len(ROLES)), pair_rows=integers(pairs),
        sources=torch.zeros(pairs, words), recipients=torch.zeros(pairs, words), relations=torch.zeros(pairs, len(TYPES)),
        annotated=torch.tensor([float(i.example.annotated) for i in items]), shares=torch.ones(targets),
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
