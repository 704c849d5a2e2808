"""A trained model's files -> networks to train on: the weights of its graphs, back from eight bits, by the modules they came from.

Eight bits cost no measurable accuracy (bench/RESULTS.md), so nothing else need be kept to go on with a model: on a corpus of one's own,
or on one that has grown.
"""

from __future__ import annotations

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
from dateline.extract.classifier.model import GRAPH, RELATION, TABLES, read_description, vocabulary_of
from dateline.training.batches import build_vocabulary
from dateline.training.dataset import Example
from dateline.training.eightbits import SCALE, SHARE, WEIGHT
from dateline.training.graph import Graph, LeanLayer
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
    """Networks with a model's weights, and the vocabulary and leaf codes that they belong to."""

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
    described = read_description(folder)
    sizes = Sizes(**described["sizes"])
    network, relation = Network(encoders[0], sizes), RelationNetwork(encoders[1], sizes.hidden)
    graph = Graph(network)
    try:
        nodes, stored = _graph(folder / GRAPH)
        fill(graph, _written_weights(stored) if _is_written(stored) else _unscaled(graph, _traced_weights(nodes, stored)), _GRAPH_PARTS)
        graph.give_back()
        network.layers.data = torch.log(torch.tensor(blend_shares(nodes, stored)))
        with np.load(folder / TABLES, allow_pickle=False) as tables:
            own = dict(network.named_parameters())
            for name in set(tables.files) & own.keys():
                _put(own[name], tables[name].astype(np.float32))
        fill(RelationGraph(relation), _traced_weights(*_graph(folder / RELATION)), _RELATION_PARTS)
    except (KeyError, ValueError, OSError) as error:
        raise DatelineError("E302", str(folder), f"training cannot go on from it: {error}") from error
    name = f"{described['name']} {described['version']}"
    return Start(network, relation, vocabulary_of(described), tuple(described["leaves"]), name)


def fresh_start(encoders: tuple[nn.Module, nn.Module], examples: Sequence[Example]) -> Start:
    """Networks as the base model gives them, with the vocabulary and leaf codes of the training examples."""
    vocabulary, leaves = build_vocabulary(examples)
    counts = (vocabulary.tags, vocabulary.deps, vocabulary.senses, vocabulary.paths)
    tags, deps, senses, paths = (len(values) + 1 for values in counts)
    network = Network(encoders[0], Sizes(tags, deps, senses, paths, len(leaves)))
    return Start(network, RelationNetwork(encoders[1]), vocabulary, leaves, BASE)


def _is_written(stored: Mapping[str, np.ndarray]) -> bool:
    """Whether :mod:`dateline.training.eightbits` wrote a graph; those of models to version 1.2 were traced, as relation models are."""
    return f"{SHARE}0" in stored


def _written_weights(stored: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Weights by the names of their modules, matrices as ``[out, in]``."""
    weights = {name: value for name, value in stored.items() if name.endswith((WEIGHT, ".bias", ".places"))}
    scaled = {name: (value * stored[name.removesuffix(WEIGHT) + SCALE]).T for name, value in weights.items() if value.dtype == np.int8}
    return weights | scaled


def _traced_weights(nodes: Sequence[Any], stored: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Weights of a graph that was traced, likewise: a product has no name of its own there, it is that of the bias added in the same place."""
    found = {name: value for name, value in stored.items() if value.dtype == np.float32 and "::" not in name and not name.startswith("/")}
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


def _unscaled(graph: Graph, found: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The weights without the scale of the scores, which traced graphs hold in the queries."""
    for number, layer in enumerate(graph.encoder.layers):
        assert isinstance(layer, LeanLayer)
        for part in ("weight", "bias"):
            name = f"encoder.layers.{number}.asked.{part}"
            found[name] = found[name].copy()
            found[name][: layer.heads * layer.width] *= layer.width**0.5
    return found


def _graph(path: Path) -> tuple[list[Any], dict[str, np.ndarray]]:
    """The nodes of a graph file and its stored arrays by name."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(path)).graph
    return list(graph.node), {one.name: numpy_helper.to_array(one) for one in graph.initializer}


def _place(node: Any) -> str:
    return str(node.name).rpartition("/")[0]


def blend_shares(nodes: Sequence[Any], stored: Mapping[str, np.ndarray]) -> list[float]:
    """Shares of the encoder's layers in the blend, from the first to the last."""
    if _is_written(stored):
        return [float(stored[name]) for name in sorted(name for name in stored if name.startswith(SHARE))]
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
        weights: by the names of the parameters and buffers.
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
