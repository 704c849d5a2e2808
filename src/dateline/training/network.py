"""The network: a sentence encoder and heads over the words of a sentence.

Words are means of their pieces, joined with embeddings of tag, dependency and lexicon sense. A trigger head types each word; further
heads judge the act of a word; a pair head scores what every other word is to it, from both words and the dependency path between
them (biaffine scoring after Dozat and Manning, ICLR 2017, with path features beside it).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from dateline.extract.classifier.features import MAX_DISTANCE
from dateline.extract.classifier.layout import ATTRIBUTIONS, CERTAINTIES, CONTEXTS, MODES, ROLES, STATUSES, TYPES

#: Starting bias of heads whose labels are mostly off: the logit of two in a hundred.
RARE = -4.0
#: Starting weight (logit) of the encoder's last layer in the blend; the others start at zero.
LAST_LAYER = 3.0


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of vocabularies (with index 0) and layers."""

    tags: int
    deps: int
    senses: int
    paths: int
    leaves: int
    hidden: int = 384
    layers: int = 7
    tag_width: int = 16
    sense_width: int = 24
    pair_width: int = 128
    judge_width: int = 256
    dropout: float = 0.15


@dataclass(slots=True)
class WordScores:
    """Outputs for every word: ``[batch, words, …]``."""

    types: Tensor
    leaves: Tensor
    status: Tensor
    negated: Tensor
    certainty: Tensor
    attribution: Tensor
    modes: Tensor
    trigger_side: Tensor
    word_side: Tensor
    trigger_gate: Tensor
    word_gate: Tensor
    vectors: Tensor
    contexts: Tensor


class Network(nn.Module):
    """Encoder and heads.

    Args:
        encoder: a module that maps ``input_ids`` and ``attention_mask`` ``[batch, pieces]`` to ``last_hidden_state``.
        sizes: vocabulary and layer sizes.
    """

    def __init__(self, encoder: nn.Module, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = encoder
        self.sizes = sizes
        self.tags = nn.Embedding(sizes.tags, sizes.tag_width)
        self.deps = nn.Embedding(sizes.deps, sizes.tag_width)
        self.senses = nn.Embedding(sizes.senses, sizes.sense_width)
        width = sizes.hidden + 2 * sizes.tag_width + sizes.sense_width
        self.layers = nn.Parameter(torch.zeros(sizes.layers))
        self.mix = nn.Linear(width, sizes.hidden)
        self.norm = nn.LayerNorm(sizes.hidden)
        self.drop = nn.Dropout(sizes.dropout)
        self.types = nn.Linear(sizes.hidden, len(TYPES) + 1)
        self.judge = nn.Linear(sizes.hidden, sizes.judge_width)
        self.leaves = nn.Linear(sizes.judge_width, sizes.leaves)
        self.status = nn.Linear(sizes.judge_width, len(STATUSES))
        self.negated = nn.Linear(sizes.judge_width, 1)
        self.certainty = nn.Linear(sizes.judge_width, len(CERTAINTIES))
        self.attribution = nn.Linear(sizes.judge_width, len(ATTRIBUTIONS))
        self.modes = nn.Linear(sizes.judge_width, len(MODES))
        self.contexts = nn.Linear(sizes.hidden, len(CONTEXTS))
        self.trigger_side = nn.Linear(sizes.hidden, sizes.pair_width)
        self.word_side = nn.Linear(sizes.hidden, sizes.pair_width)
        self.trigger_gate = nn.Linear(sizes.hidden, sizes.pair_width)
        self.word_gate = nn.Linear(sizes.hidden, sizes.pair_width)
        self.gate = nn.Linear(sizes.pair_width, sizes.pair_width)
        self.kinds = nn.Embedding(len(TYPES) + 1, sizes.pair_width)
        self.paths = nn.Embedding(sizes.paths, sizes.pair_width)
        self.distances = nn.Embedding(2 * MAX_DISTANCE + 1, sizes.pair_width)
        self.roles = nn.Linear(sizes.pair_width, len(ROLES))
        self.asked = nn.Linear(2 * sizes.hidden, sizes.hidden)
        self.between = nn.Linear(3 * sizes.hidden, sizes.hidden)
        self.relation = nn.Linear(sizes.hidden, len(TYPES))
        self.layers.data[-1] = LAST_LAYER
        for table in (self.paths, self.distances, self.kinds):
            nn.init.normal_(table.weight, std=0.05)
        for head in (self.roles, self.modes, self.contexts):
            nn.init.constant_(head.bias, RARE)

    def words(self, ids: Tensor, mask: Tensor, pool: Tensor, tags: Tensor, deps: Tensor, senses: Tensor) -> WordScores:
        """Scores of every word.

        Args:
            ids: ``[batch, pieces]`` word piece ids; mask: 1 where a piece stands.
            pool: ``[batch, words, pieces]`` rows that sum to one over a word's pieces.
            tags, deps, senses: ``[batch, words]`` feature indices.
        """
        hidden = self.blend(self.encoder(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states)
        pooled = torch.matmul(pool, hidden)
        mixed = torch.cat([pooled, self.tags(tags), self.deps(deps), self.senses(senses)], dim=-1)
        vectors = self.norm(pooled + nn.functional.gelu(self.mix(self.drop(mixed))))
        dropped = self.drop(vectors)
        judged = self.drop(nn.functional.gelu(self.judge(dropped)))
        return WordScores(
            types=self.types(dropped),
            leaves=self.leaves(judged),
            status=self.status(judged),
            negated=self.negated(judged),
            certainty=self.certainty(judged),
            attribution=self.attribution(judged),
            modes=self.modes(judged),
            trigger_side=self.trigger_side(dropped),
            word_side=self.word_side(dropped),
            trigger_gate=self.trigger_gate(dropped),
            word_gate=self.word_gate(dropped),
            vectors=vectors,
            contexts=self.contexts(hidden[:, 0]),
        )

    def blend(self, states: Sequence[Tensor]) -> Tensor:
        """A learned average of the encoder's layers (Peters et al. 2018): the last alone is tuned to whole sentences."""
        shares = torch.softmax(self.layers, dim=0)
        total = shares[0] * states[0]
        for i in range(1, len(states)):
            total = total + shares[i] * states[i]
        return total

    def arguments(self, found: WordScores, rows: Tensor, heads: Tensor, kinds: Tensor, paths: Tensor, distances: Tensor) -> Tensor:
        """Role scores of every word for given triggers.

        Args:
            rows, heads, kinds: ``[triggers]`` sentence, word and type (0: none) of each trigger.
            paths, distances: ``[triggers, words]`` feature indices.

        Returns:
            ``[triggers, words, roles]`` logits.
        """
        left = found.trigger_side[rows, heads] + self.kinds(kinds)
        gated = found.trigger_gate[rows, heads][:, None, :] * found.word_gate[rows]
        mixed = left[:, None, :] + found.word_side[rows] + self.gate(gated) + self.paths(paths) + self.distances(distances)
        scores: Tensor = self.roles(self.drop(torch.relu(mixed)))
        return scores

    def relations(self, vectors: Tensor, types: Tensor, source: Tensor, target: Tensor, real: Tensor) -> Tensor:
        """Type of the act between two marked phrases.

        Args:
            vectors: ``[pairs, words, hidden]``; types: ``[pairs, words, 17]`` logits of the trigger head.
            source, target: ``[pairs, words]`` rows that sum to one over the phrase's words.
            real: ``[pairs, words]`` 1 where a word stands.

        Returns:
            ``[pairs, 16]`` logits.
        """
        first = torch.bmm(source[:, None, :], vectors)[:, 0]
        second = torch.bmm(target[:, None, :], vectors)[:, 0]
        query = self.asked(self.drop(torch.cat([first, second], dim=-1)))
        scores = torch.bmm(vectors, query[:, :, None])[:, :, 0] / vectors.shape[-1] ** 0.5
        likely = torch.log_softmax(types, dim=-1)[:, :, 0]
        eventful = torch.log1p(-torch.exp(likely).clamp(max=0.9999))
        weights = torch.softmax((scores + eventful).masked_fill(real == 0, -1e4), dim=-1)
        act = torch.bmm(weights[:, None, :], vectors)[:, 0]
        hidden = nn.functional.gelu(self.between(self.drop(torch.cat([first, second, act], dim=-1))))
        scores = self.relation(self.drop(hidden))
        evidence = torch.log(torch.bmm(weights[:, None, :], torch.softmax(types, dim=-1))[:, 0, 1:] + 1e-3)
        return scores + evidence
