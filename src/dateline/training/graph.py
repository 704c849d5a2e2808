"""The network as it is exported: the same arithmetic with fewer and larger steps.

The encoder of ``transformers`` handles masks and any shape, which leaves dozens of small shape computations in the graph. One sentence at a
time needs neither: here query, key and value are one matrix product, and so are the heads that read the same vectors.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn

from dateline.extract.classifier.model import JUDGING, SIDES
from dateline.training.network import Network


def joined(parts: Sequence[nn.Linear]) -> nn.Linear:
    """One layer that computes several layers of one input, their outputs side by side."""
    together = nn.Linear(parts[0].in_features, sum(part.out_features for part in parts))
    together.weight.data = torch.cat([part.weight.data for part in parts])
    together.bias.data = torch.cat([part.bias.data for part in parts])
    return together


def given_back(together: nn.Linear, parts: Sequence[nn.Linear]) -> None:
    """Put the weights of a joined layer into the layers it was joined from."""
    sizes = [part.out_features for part in parts]
    for part, weight, bias in zip(parts, together.weight.data.split(sizes), together.bias.data.split(sizes), strict=True):
        part.weight.data.copy_(weight)
        part.bias.data.copy_(bias)


class LeanLayer(nn.Module):
    """A layer of a BERT encoder over one sentence without padding: ``[1, pieces, hidden]`` to the same."""

    def __init__(self, layer: Any) -> None:
        super().__init__()
        own, out = layer.attention.self, layer.attention.output
        self.heads: int = own.num_attention_heads
        self.width: int = own.attention_head_size
        self.asked = joined([own.query, own.key, own.value])
        self.out, self.norm = out.dense, out.LayerNorm
        self.wide, self.narrow, self.last = layer.intermediate.dense, layer.output.dense, layer.output.LayerNorm

    def give_back(self, layer: Any) -> None:
        """Put the joined weights into the layer that this one was made from."""
        own = layer.attention.self
        given_back(self.asked, [own.query, own.key, own.value])

    def forward(self, hidden: Tensor) -> Tensor:
        """The layer's output."""
        size = self.heads * self.width
        query, key, value = (
            part.reshape(-1, self.heads, self.width).transpose(0, 1) for part in self.asked(hidden).split(size, dim=-1)
        )  # fmt: skip
        shares = torch.softmax(torch.matmul(query, key.transpose(1, 2)) * self.width**-0.5, dim=-1)
        seen = torch.matmul(shares, value).transpose(0, 1).reshape(1, -1, size)
        hidden = self.norm(self.out(seen) + hidden)
        result: Tensor = self.last(self.narrow(nn.functional.gelu(self.wide(hidden))) + hidden)
        return result


class LeanEncoder(nn.Module):
    """A BERT encoder over the piece embeddings ``[1, pieces, hidden]`` of one sentence.

    Args:
        encoder: a ``transformers.BertModel``.
    """

    def __init__(self, encoder: Any) -> None:
        super().__init__()
        embeddings = encoder.embeddings
        kind = embeddings.token_type_embeddings.weight.data[0]
        self.register_buffer("places", embeddings.position_embeddings.weight.data + kind)
        self.norm = embeddings.LayerNorm
        self.layers = nn.ModuleList(LeanLayer(layer) for layer in encoder.encoder.layer)

    def forward(self, pieces: Tensor) -> list[Tensor]:
        """The embeddings and the output of each layer."""
        hidden = self.norm(pieces + self.get_buffer("places")[: pieces.shape[1]])
        states = [hidden]
        for layer in self.layers:
            hidden = layer(hidden)
            states.append(hidden)
        return states


class Graph(nn.Module):
    """The part that runs in ONNX: from word piece embeddings to the scores of every word, one sentence at a time."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network
        self.encoder = LeanEncoder(network.encoder)
        judging, sides = self._heads()
        self.judging, self.sides = joined(judging), joined(sides)

    def _heads(self) -> tuple[list[nn.Linear], list[nn.Linear]]:
        """The heads that are joined: those that judge an act, and those of every word."""
        return [getattr(self.network, name) for name in JUDGING], [getattr(self.network, name) for name in SIDES]

    def give_back(self) -> None:
        """Put the weights of the joined layers, and of the places, into the network that the graph was made from."""
        for together, parts in zip((self.judging, self.sides), self._heads(), strict=True):
            given_back(together, parts)
        encoder: Any = self.network.encoder
        for lean, layer in zip(self.encoder.layers, encoder.encoder.layer, strict=True):
            lean.give_back(layer)  # type: ignore[operator]
        encoder.embeddings.position_embeddings.weight.data.copy_(self.encoder.get_buffer("places"))
        encoder.embeddings.token_type_embeddings.weight.data.zero_()

    def forward(self, pieces: Tensor, pool: Tensor, tags: Tensor, deps: Tensor, senses: Tensor) -> tuple[Tensor, ...]:
        """Outputs in the order of :data:`dateline.extract.classifier.model.OUTPUTS`, of one sentence."""
        network = self.network
        hidden = network.blend(self.encoder(pieces))
        pooled = torch.matmul(pool, hidden)
        mixed = torch.cat([pooled, network.tags(tags), network.deps(deps), network.senses(senses)], dim=-1)
        vectors = network.norm(pooled + nn.functional.gelu(network.mix(mixed)))
        judged = nn.functional.gelu(network.judge(vectors))
        return self.sides(vectors), self.judging(judged), vectors, network.contexts(hidden[:, 0])
