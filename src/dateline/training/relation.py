"""The relation model: the type of the act between two marked phrases. A small encoder of its own, used only by ``evaluate --pairs``.

Marks inside the sentence let every layer know which pair is asked for; pooling two phrases from the shared pass knows it only at the
end (bench/RESULTS.md has both).
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from dateline.extract.classifier.layout import TYPES
from dateline.extract.classifier.marked import Marked, mark
from dateline.training.batches import Encoded, grouped
from dateline.training.export import write_quantised
from dateline.training.learn import FIRST, LAST, MASK, half
from dateline.training.optimiser import Optimiser


@dataclass(frozen=True, slots=True)
class RelationRecipe:
    """How the relation model is trained; ``balance`` is the power of a type's frequency by which its loss is divided."""

    epochs: int = 6
    batch: int = 64
    encoder_rate: float = 1.7e-4
    head_rate: float = 1.1e-3
    warmup: float = 0.08
    masked: float = 0.05
    smoothing: float = 0.05
    balance: float = 0.35
    per_sentence: int = 2
    averaged: float = 0.99
    taught: float = 0.5
    seed: int = 1
    device: str = "cpu"
    seconds: float | None = None


#: The recipe for going on with a trained model.
RELATION_FURTHER = RelationRecipe(epochs=2, encoder_rate=6e-5, head_rate=4e-4)


class RelationNetwork(nn.Module):
    """Encoder and a classifier over the vectors of the sentence and of the two opening marks."""

    def __init__(self, encoder: nn.Module, hidden: int = 384) -> None:
        super().__init__()
        self.encoder = encoder
        self.mix = nn.Linear(3 * hidden, hidden)
        self.drop = nn.Dropout(0.15)
        self.types = nn.Linear(hidden, len(TYPES))

    def forward(self, hidden: Tensor, source: Tensor, target: Tensor) -> Tensor:
        """``[batch, types]`` logits from the encoder's output and the positions of the marks."""
        rows = torch.arange(hidden.shape[0], device=hidden.device)
        joined = torch.cat([hidden[:, 0], hidden[rows, source], hidden[rows, target]], dim=-1)
        scores: Tensor = self.types(self.drop(nn.functional.gelu(self.mix(self.drop(joined)))))
        return scores


@dataclass(frozen=True, slots=True)
class _Item:
    marked: Marked
    types: tuple[float, ...]


def _items(encoded: Sequence[Encoded], limit: int, rng: random.Random, taught: float = 0.0) -> list[_Item]:
    found = []
    for one in encoded:
        numbers = list(range(len(one.example.pairs)))
        rng.shuffle(numbers)
        for number in numbers[:limit]:
            pair = one.example.pairs[number]
            label = np.zeros(len(TYPES))
            for kind, share in pair.types:
                label[kind - 1] = share
            if taught and one.soft is not None:
                share = 1.0 if one.example.plain else taught
                label = (1.0 - share) * label + share * one.soft.relations[number]
            found.append(_Item(mark(one.pieces, pair.source, pair.target), tuple(label.tolist())))
    return found


def _batches(items: Sequence[_Item], size: int, rng: random.Random) -> Iterator[list[_Item]]:
    for group in grouped([len(item.marked.ids) for item in items], size, rng):
        yield [items[i] for i in group]


def train_relation(
    network: RelationNetwork, encoded: Sequence[Encoded], recipe: RelationRecipe, report: Callable[[str], None] = print
) -> RelationNetwork:
    """Train a network on the marked pairs of encoded examples, in place; seeded."""
    torch.manual_seed(recipe.seed)
    rng, generator = random.Random(recipe.seed), torch.Generator().manual_seed(recipe.seed)
    encoder = network.encoder
    encoder.get_input_embeddings().weight.requires_grad_(False)  # type: ignore[operator]
    inside = {id(p) for p in encoder.parameters()}
    groups: list[dict[str, object]] = [
        {"params": [p for p in network.parameters() if p.requires_grad and (id(p) in inside) == own], "lr": rate}
        for own, rate in ((True, recipe.encoder_rate), (False, recipe.head_rate))
    ]
    counts = np.array([i.types for i in _items(encoded, recipe.per_sentence, random.Random(0))]).sum(axis=0)
    weights = torch.tensor((counts.mean() / np.maximum(1.0, counts)) ** recipe.balance, dtype=torch.float32, device=recipe.device)
    network.to(recipe.device)
    steps = recipe.epochs * -(-sum(min(recipe.per_sentence, len(e.example.pairs)) for e in encoded) // recipe.batch)
    optimiser = Optimiser(network, groups, steps=steps, warmup=recipe.warmup, averaged=recipe.averaged, seconds=recipe.seconds)
    began, recent = time.monotonic(), torch.zeros((), device=recipe.device)
    network.train()
    lots = (
        group for _ in range(recipe.epochs)
        for group in _batches(_items(encoded, recipe.per_sentence, rng, recipe.taught), recipe.batch, rng)
    )  # fmt: skip
    for lot in optimiser.in_time(lots):
        loss = _loss(network, lot, weights, recipe, generator)
        step, recent = optimiser.step(loss), recent + loss.detach()
        if step % 100 == 0:
            report(f"relation step {step} of {steps}, loss {float(recent) / 100:.3f}, {time.monotonic() - began:.0f} s")
            recent = torch.zeros((), device=recipe.device)
    optimiser.finish()
    return network.to("cpu")


def padded(group: Sequence[Marked]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Ids and mask ``[pairs, pieces]``, and the positions of the opening marks ``[pairs]`` each."""
    width = max(len(one.ids) for one in group)
    ids, mask = torch.zeros(len(group), width, dtype=torch.long), torch.zeros(len(group), width, dtype=torch.long)
    for row, one in enumerate(group):
        ids[row, : len(one.ids)] = torch.tensor(one.ids)
        mask[row, : len(one.ids)] = 1
    return ids, mask, torch.tensor([one.source for one in group]), torch.tensor([one.target for one in group])


def _loss(
    network: RelationNetwork, group: Sequence[_Item], weights: Tensor, recipe: RelationRecipe, generator: torch.Generator
) -> Tensor:
    ids, mask, source, target = padded([item.marked for item in group])
    gold = torch.tensor([item.types for item in group], device=recipe.device)
    hidden_some = (torch.rand(ids.shape, generator=generator) < recipe.masked) & (ids > 4) & (ids != FIRST) & (ids != LAST)
    ids[hidden_some] = MASK
    ids, mask, source, target = (one.to(recipe.device) for one in (ids, mask, source, target))
    with half(recipe.device):
        scores = network(network.encoder(input_ids=ids, attention_mask=mask).last_hidden_state, source, target).float()
    soft = gold * (1 - recipe.smoothing) + recipe.smoothing / len(TYPES)
    each = -(soft * torch.log_softmax(scores, dim=-1)).sum(-1)
    share: Tensor = (gold * weights).sum(-1)
    total: Tensor = (each * share).sum() / share.sum()
    return total


class RelationGraph(nn.Module):
    """The part that runs in ONNX: from word piece embeddings and the positions of the marks to types, one sentence at a time."""

    def __init__(self, network: RelationNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, source: Tensor, target: Tensor) -> Tensor:
        """``[types]`` logits."""
        hidden = self.network.encoder(inputs_embeds=pieces).last_hidden_state
        scores: Tensor = self.network(hidden, source, target)
        return scores[0]


def export_relation(network: RelationNetwork, path: Path) -> None:
    """Write the int8 graph: word piece embeddings ``[1, pieces, 384]`` and the two positions to ``[types]`` logits."""
    example = (torch.zeros(1, 12, 384), torch.tensor([2]), torch.tensor([5]))
    write_quantised(RelationGraph(network), example, (("pieces", "source", "target"), ("types",)), {"pieces": {1: "pieces"}}, path)
