"""The training loop: joint loss over triggers, arguments, judgements and marked pairs; weights averaged over the last steps."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from dateline.training.batches import Batch, Encoded, batches
from dateline.training.network import Network, WordScores
from dateline.training.optimiser import Optimiser

#: Ids of [CLS], [SEP] and [MASK] in the vocabulary of the base model.
FIRST, LAST, MASK = 101, 102, 103


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train; the shipped model was trained by ``scripts/distil`` (bench/RESULTS.md has the trials).

    ``averaged`` is the decay of the running average of the weights that is kept in the end; ``taught`` the share of the labels that
    comes from teachers where a sentence has any. With ``seconds`` the training ends after so long at the latest.
    """

    epochs: int = 11
    batch: int = 64
    encoder_rate: float = 2.2e-4
    head_rate: float = 1.4e-3
    warmup: float = 0.08
    weight_decay: float = 0.01
    feature_dropout: float = 0.15
    masked: float = 0.06
    smoothing: float = 0.03
    averaged: float = 0.99
    taught: float = 0.5
    seed: int = 1
    device: str = "cpu"
    seconds: float | None = None


#: How the batches of an epoch are made.
Feed = Callable[[random.Random], Iterable[Batch]]

#: The recipe for going on with a trained model: fewer steps, and smaller ones.
FURTHER = Recipe(epochs=5, encoder_rate=1e-4, head_rate=6e-4)


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the losses."""

    arguments: float = 0.5
    judgement: float = 0.4
    modes: float = 0.4
    leaves: float = 0.2
    contexts: float = 0.05
    relation: float = 0.5


def loss_of(network: Network, batch: Batch, weights: Weights, smoothing: float = 0.0) -> Tensor:
    """The joint loss of a batch; ``smoothing`` takes that share of a word's label away (Szegedy et al. 2016)."""
    found = network.words(batch.ids, batch.mask, batch.pool, batch.tags, batch.deps, batch.senses)
    flat = functional.cross_entropy(found.types.flatten(0, 1), batch.types.flatten(0, 1), reduction="none", label_smoothing=smoothing)
    used = batch.real * batch.annotated[:, None]
    total = (flat.view_as(used) * used).sum() / batch.annotated.sum().clamp(min=1.0)
    total = total + weights.contexts * _contexts(found, batch)
    if len(batch.rows):
        total = total + _targets(network, found, batch, weights)
    if len(batch.pair_rows):
        rows = batch.pair_rows
        scores = network.relations(found.vectors[rows], found.types[rows], batch.sources, batch.recipients, batch.real[rows])
        total = total + weights.relation * functional.cross_entropy(scores, batch.relations)
    return total


def _contexts(found: WordScores, batch: Batch) -> Tensor:
    has = (batch.contexts.sum(-1) > 0).to(torch.float32)[:, None]
    return (functional.binary_cross_entropy_with_logits(found.contexts, batch.contexts, reduction="none") * has).sum() / len(batch.ids)


def _targets(network: Network, found: WordScores, batch: Batch, weights: Weights) -> Tensor:
    at, total_share = (batch.rows, batch.heads), batch.shares.sum().clamp(min=1.0)

    def mean(each: Tensor) -> Tensor:
        return (each * batch.shares).sum() / total_share

    def chosen(scores: Tensor, labels: Tensor) -> Tensor:
        return mean(functional.cross_entropy(scores, labels, reduction="none"))

    def each(scores: Tensor, labels: Tensor) -> Tensor:
        return functional.binary_cross_entropy_with_logits(scores, labels, reduction="none")

    total = weights.judgement * (
        chosen(found.status[at], batch.status)
        + chosen(found.certainty[at], batch.certainty)
        + chosen(found.attribution[at], batch.attribution)
        + mean(each(found.negated[at][:, 0], batch.negated))
    )
    total = total + weights.leaves * chosen(found.leaves[at], batch.leaves)
    modes = mean(each(found.modes[at], batch.modes).sum(-1))
    scores = network.arguments(found, batch.rows, batch.heads, batch.kinds, batch.paths, batch.distances)
    roles = mean((each(scores, batch.roles).sum(-1) * batch.real[batch.rows]).sum(-1))
    return total + weights.modes * modes + weights.arguments * roles


def _drop_features(batch: Batch, share: float, generator: torch.Generator) -> None:
    """Hide some lexicon senses and paths, so that the network does not lean on them alone."""
    for table in (batch.senses, batch.paths):
        table[torch.rand(table.shape, generator=generator) < share] = 0


def _mask_pieces(batch: Batch, share: float, generator: torch.Generator) -> None:
    """Mask some word pieces (not the first and last), so that acts are also read from their surroundings."""
    chosen = (torch.rand(batch.ids.shape, generator=generator) < share) & (batch.ids != FIRST) & (batch.ids != LAST) & (batch.mask == 1)
    batch.ids[chosen] = MASK


def train(
    network: Network,
    items: Sequence[Encoded],
    leaves: Sequence[str],
    recipe: Recipe,
    *,
    weights: Weights | None = None,
    feed: Feed | None = None,
    report: Callable[[str], None] = print,
) -> None:
    """Train a network in place; the same seed on the same kind of processor gives the same weights.

    Args:
        network: its weights are replaced by the running average in the end.
        items: encoded training examples.
        leaves: the CAMEO codes of the leaf head.
        recipe: how.
        weights: of the losses.
        feed: makes the batches of an epoch (in other processes, say); :func:`dateline.training.batches.batches` where not given.
        report: is given a line every hundred steps.
    """
    torch.manual_seed(recipe.seed)
    rng, generator = random.Random(recipe.seed), torch.Generator().manual_seed(recipe.seed)
    weights, feed = weights or Weights(), feed or (lambda order: batches(items, leaves, recipe.batch, order, taught=recipe.taught))
    # Word embeddings stay as the base model has them: words that the corpus lacks keep their place beside those it has.
    network.encoder.get_input_embeddings().weight.requires_grad_(False)  # type: ignore[operator]
    network.to(recipe.device)
    steps = recipe.epochs * -(-len(items) // recipe.batch)
    optimiser = Optimiser(
        network, _groups(network, recipe), steps=steps, warmup=recipe.warmup, averaged=recipe.averaged, seconds=recipe.seconds
    )
    began, recent = time.monotonic(), torch.zeros((), device=recipe.device)
    network.train()
    for epoch, batch in optimiser.in_time((epoch, batch) for epoch in range(recipe.epochs) for batch in feed(rng)):
        _drop_features(batch, recipe.feature_dropout, generator)
        _mask_pieces(batch, recipe.masked, generator)
        with half(recipe.device):
            loss = loss_of(network, batch.to(recipe.device), weights, recipe.smoothing)
        step, recent = optimiser.step(loss), recent + loss.detach()
        if step % 100 == 0:
            report(f"epoch {epoch + 1}, step {step} of {steps}, loss {float(recent) / 100:.3f}, {time.monotonic() - began:.0f} s")
            recent = torch.zeros((), device=recipe.device)
    optimiser.finish()
    network.to("cpu")


def half(device: str) -> torch.autocast:
    """Products in sixteen bits on a graphics processor, as they are elsewhere."""
    return torch.autocast(device.partition(":")[0], dtype=torch.bfloat16, enabled=device.startswith("cuda"))


def _groups(network: Network, recipe: Recipe) -> list[dict[str, object]]:
    inside = {id(p) for p in network.encoder.parameters()}
    groups: list[dict[str, object]] = []
    for rate, chosen in ((recipe.encoder_rate, True), (recipe.head_rate, False)):
        parameters = [p for p in network.parameters() if p.requires_grad and (id(p) in inside) == chosen]
        groups.append({"params": [p for p in parameters if p.dim() > 1], "lr": rate, "weight_decay": recipe.weight_decay})
        groups.append({"params": [p for p in parameters if p.dim() <= 1], "lr": rate, "weight_decay": 0.0})
    return groups
