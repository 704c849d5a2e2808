"""A trained model's files -> networks to train on: the weights of its graphs, back from eight bits, by the modules they came from.

Eight bits cost no measurable accuracy (bench/RESULTS.md), so nothing else need be kept to go on with a model: on a corpus of one's own,
or on one that has grown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from dateline.errors import DatelineError
from dateline.extract.classifier.features import Vocabulary
from dateline.extract.classifier.model import DESCRIPTION, GRAPH, RELATION, TABLES, Model
from dateline.training.batches import build_vocabulary
from dateline.training.dataset import Example
from dateline.training.graph import Graph
from dateline.training.network import Network, Sizes
from dateline.training.relation import RelationGraph, RelationNetwork

_BLEND = re.compile(r"/Mul(?:_\d+)?")
_EIGHT_BITS = "_quantized"
#: Parts of the graphs whose weights stand in their files; the rest are in the tables or come from the base model.
_RELATION_PARTS = ("network.encoder.encoder", "network.encoder.embeddings.position_embeddings", "network.mix", "network.types")
_GRAPH_PARTS = (
    "encoder.layers", "encoder.places", "encoder.norm", "judging", "sides",
    "network.tags", "network.deps", "network.senses", "network.mix", "network.norm", "network.judge", "network.contexts",
)  # fmt: skip


#: The encoder that training starts from.
BASE = "all-MiniLM-L6-v2"


@dataclass(frozen=True, slots=True)
class Start:
    """Networks with a model's weights, and the vocabulary, leaf codes and tokenizer that they belong to."""

    network: Network
    relation: RelationNetwork
    vocabulary: Vocabulary
    leaves: tuple[str, ...]
    name: str


def load_start(folder: Path, encoders: tuple[nn.Module, nn.Module]) -> Start:
    """Networks with the weights of a model folder.

    Args:
        folder: a model as ``dateline train`` writes it.
        encoders: two pretrained encoders of the model's base, whose weights are replaced but for the word piece embeddings.

    Raises:
        DatelineError: E302 where a file is missing, damaged or of another network.
    """
    model = Model(folder)
    sizes = Sizes(**json.loads((folder / DESCRIPTION).read_text("utf-8"))["sizes"])
    network, relation = Network(encoders[0], sizes), RelationNetwork(encoders[1], sizes.hidden)
    graph = Graph(network)
    try:
        found = graph_weights(folder / GRAPH)
        fill(graph, found, _GRAPH_PARTS)
        graph.give_back()
        network.layers.data = torch.log(torch.tensor(blend_shares(folder / GRAPH)))
        with np.load(folder / TABLES, allow_pickle=False) as tables:
            own = dict(network.named_parameters())
            for name in set(tables.files) & own.keys():
                _put(own[name], tables[name].astype(np.float32))
        fill(RelationGraph(relation), graph_weights(folder / RELATION), _RELATION_PARTS)
    except (KeyError, ValueError, OSError) as error:
        raise DatelineError("E302", str(folder), f"training cannot go on from it: {error}") from error
    return Start(network, relation, model.vocabulary, model.leaves, model.name)


def fresh_start(encoders: tuple[nn.Module, nn.Module], examples: Sequence[Example]) -> Start:
    """Networks as the base model gives them, with the vocabulary and leaf codes of the training examples."""
    vocabulary, leaves = build_vocabulary(examples)
    counts = (vocabulary.tags, vocabulary.deps, vocabulary.senses, vocabulary.paths)
    tags, deps, senses, paths = (len(values) + 1 for values in counts)
    network = Network(encoders[0], Sizes(tags, deps, senses, paths, len(leaves)))
    return Start(network, RelationNetwork(encoders[1]), vocabulary, leaves, BASE)


def graph_weights(path: Path) -> dict[str, np.ndarray]:
    """Weights of a graph by the names of the modules that made them, matrices as ``[out, in]``.

    Args:
        path: an ONNX file written by :func:`dateline.training.export.write_quantised`.
    """
    nodes, stored = _graph(path)
    found = {name: value for name, value in stored.items() if value.dtype == np.float32 and "::" not in name and not name.startswith("/")}
    # a product has no name of its own: it is that of the bias added in the same place
    biases = {_place(node): name for node in nodes if node.op_type == "Add" for name in node.input if name.endswith(".bias")}
    for node in nodes:
        for name in node.input:
            if name in stored and name.endswith(_EIGHT_BITS):
                base = name.removesuffix(_EIGHT_BITS)
                wide = (stored[name].astype(np.float32) - stored[f"{base}_zero_point"].astype(np.float32)) * stored[f"{base}_scale"]
                if node.op_type == "MatMulInteger":
                    found[biases[_place(node)].removesuffix("bias") + "weight"] = wide.T
                else:
                    found[base] = wide
    return found


def _graph(path: Path) -> tuple[list[Any], dict[str, np.ndarray]]:
    """The nodes of a graph file and its stored arrays by name."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(path)).graph
    return list(graph.node), {one.name: numpy_helper.to_array(one) for one in graph.initializer}


def _place(node: Any) -> str:
    return str(node.name).rpartition("/")[0]


def blend_shares(path: Path) -> list[float]:
    """Shares of the encoder's layers in the blend, from the first to the last."""
    nodes, stored = _graph(path)
    shares = [
        (int(node.name.partition("_")[2] or 0), float(stored[name]))
        for node in nodes if node.op_type == "Mul" and _BLEND.fullmatch(node.name)
        for name in node.input if name in stored and "::" in name and stored[name].ndim == 0
    ]  # fmt: skip
    return [share for _, share in sorted(shares)]


def fill(module: nn.Module, weights: Mapping[str, np.ndarray], needed: tuple[str, ...]) -> None:
    """Put weights into a module, in place.

    Args:
        module: its parameters and buffers are replaced where there are weights for them.
        weights: as :func:`graph_weights` gives them.
        needed: beginnings of the names that must be among them.

    Raises:
        KeyError: where one of these is not.
        ValueError: where a shape differs.
    """
    filled = set()
    for name, value in _named(module):
        found = weights.get(name)
        if found is not None:
            _put(value, found)
            filled.add(id(value))
    missing = [name for name, value in _named(module) if id(value) not in filled and name.startswith(needed)]
    if missing:
        raise KeyError(f"no weights for {', '.join(missing[:3])}")


def _named(module: nn.Module) -> Iterator[tuple[str, torch.Tensor]]:
    yield from module.named_parameters(remove_duplicate=False)
    yield from module.named_buffers(remove_duplicate=False)


def _put(value: torch.Tensor, found: np.ndarray) -> None:
    if tuple(value.shape) != found.shape:
        raise ValueError(f"a layer of shape {tuple(value.shape)} has weights of shape {found.shape}")
    value.data.copy_(torch.tensor(found))
