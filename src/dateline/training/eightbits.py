"""The graph that coding runs, written step by step: products of eight-bit numbers with scales that are fixed beforehand.

How large a layer's inputs get is measured on sentences of the corpus when the graph is written, not in each sentence when it runs. Sentences
of one length can then share a pass without a word of one changing a number of another, and weights are read once for all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from dateline.extract.classifier.model import INPUTS, OUTPUTS
from dateline.training.graph import Graph, LeanLayer

#: Smallest and largest input of each linear layer.
Spans = Mapping[nn.Module, tuple[float, float]]

_OPSET = 17
#: Steps that onnxruntime adds to the standard's.
_OWN = "com.microsoft"
WEIGHT, SCALE = ".weight", ".weight_scale"
#: What the initializer with the shares of the encoder's layers is called, with the layer's number behind it.
SHARE = "blend."


def input_spans(graph: Graph, sentences: Sequence[tuple[Tensor, ...]]) -> dict[nn.Module, tuple[float, float]]:
    """How far the inputs of the linear layers reach on given sentences.

    Args:
        graph: in evaluation mode.
        sentences: inputs in the order of :data:`INPUTS`, one sentence each.
    """
    spans: dict[nn.Module, tuple[float, float]] = {}

    def note(layer: nn.Module, given: tuple[Tensor, ...]) -> None:
        low, high = spans.get(layer, (0.0, 0.0))
        spans[layer] = (min(low, float(given[0].min())), max(high, float(given[0].max())))

    hooks = [module.register_forward_pre_hook(note) for module in graph.modules() if isinstance(module, nn.Linear)]
    with torch.no_grad():
        for sentence in sentences:
            graph(*sentence)
    for hook in hooks:
        hook.remove()
    return spans


def eight_bits(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A matrix in eight bits, and a scale a row (``[rows]``, 32 bits)."""
    scales = (np.maximum(np.abs(matrix).max(axis=1), 1e-8) / 127).astype(np.float32)
    return np.round(matrix / scales[:, None]).astype(np.int8), scales


class Steps:
    """Steps of a graph in order, and the arrays that they read."""

    def __init__(self, spans: Spans) -> None:
        self.nodes: list[Any] = []
        self.stored: dict[str, np.ndarray] = {}
        self._spans = spans

    def keep(self, name: str, value: Any) -> str:
        """Store an array under a name."""
        self.stored[name] = np.asarray(value, order="C")
        return name

    def step(self, kind: str, *inputs: str, domain: str = "", result: str = "", **settings: Any) -> str:
        """Add a step; the name of its result."""
        from onnx import helper

        result = result or f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [result], name=result, domain=domain, **settings))
        return result

    def linear(self, x: str, name: str, layer: nn.Linear, result: str = "") -> str:
        """A linear layer in eight bits."""
        scaled = self._scaled(x, name, layer)
        weight, bias, scale = self._weights(name, layer.weight, layer.bias)
        return self.step("MatMulIntegerToFloat", scaled, weight, f"{name}.in_scale", scale, f"{name}.in_zero", "", bias, domain=_OWN, result=result)

    def attention(self, x: str, name: str, layer: LeanLayer) -> str:
        """The attention of a layer, its products with the weights in eight bits."""
        scaled = self._scaled(x, name, layer.asked)
        weight, bias, scale = self._weights(name, layer.asked.weight, layer.asked.bias)
        zeros = self.keep(f"{name}.weight_zero", np.zeros(layer.asked.out_features, np.int8))
        given = (scaled, weight, bias, f"{name}.in_scale", scale, "", f"{name}.in_zero", zeros)
        return self.step("QAttention", *given, domain=_OWN, num_heads=layer.heads)

    def norm(self, x: str, name: str, layer: nn.LayerNorm) -> str:
        """A normalisation."""
        weight, bias = (self.keep(f"{name}.{part}", getattr(layer, part).detach().numpy()) for part in ("weight", "bias"))
        return self.step("LayerNormalization", x, weight, bias, axis=-1, epsilon=layer.eps)

    def gelu(self, x: str) -> str:
        """GELU in its form with the hyperbolic tangent, which costs three quarters of the exact one."""
        return self.step("FastGelu", x, domain=_OWN)

    def _scaled(self, x: str, name: str, layer: nn.Module) -> str:
        """An input in eight bits, by the span that was measured."""
        low, high = self._spans[layer]
        step = max(high - low, 1e-6) / 255
        scale = self.keep(f"{name}.in_scale", np.float32(step))
        return self.step("QuantizeLinear", x, scale, self.keep(f"{name}.in_zero", np.uint8(np.clip(round(-low / step), 0, 255))))

    def _weights(self, name: str, weight: Tensor, bias: Tensor) -> tuple[str, str, str]:
        """Names of weights in eight bits, as ``[in, out]``, of the bias and of a scale an output."""
        whole, scales = eight_bits(weight.detach().numpy())
        return self.keep(name + WEIGHT, whole.T), self.keep(f"{name}.bias", bias.detach().numpy()), self.keep(name + SCALE, scales)


def graph_file(graph: Graph, spans: Spans) -> bytes:
    """The ONNX file of a graph: inputs and outputs in the order of :data:`INPUTS` and :data:`OUTPUTS`, ``[sentences, …]`` each."""
    from onnx import TensorProto, helper, numpy_helper

    steps = Steps(spans)
    blended = _encoder(steps, graph)
    _heads(steps, graph, blended)
    real, whole = TensorProto.FLOAT, TensorProto.INT64
    kinds = (real, real, whole, whole, whole)
    axes = (["sentences", "pieces", graph.encoder.norm.normalized_shape[0]], ["sentences", "words", "pieces"], *(["sentences", "words"],) * 3)
    inputs = [helper.make_tensor_value_info(name, kind, axis) for name, kind, axis in zip(INPUTS, kinds, axes, strict=True)]
    outputs = [helper.make_tensor_value_info(name, real, None) for name in OUTPUTS]
    stored = [numpy_helper.from_array(value, name) for name, value in steps.stored.items()]
    made = helper.make_graph(steps.nodes, "dateline", inputs, outputs, stored)
    versions = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_OWN, 1)]
    content: bytes = helper.make_model(made, opset_imports=versions, ir_version=8).SerializeToString()
    return content


def _encoder(steps: Steps, graph: Graph) -> str:
    """The blend of the encoder's layers."""
    encoder = graph.encoder
    places = steps.keep("encoder.places", encoder.get_buffer("places").numpy())
    start, end = steps.keep("start", np.array([0])), steps.step("Shape", "pieces", start=1, end=2)
    x = steps.norm(steps.step("Add", "pieces", steps.step("Slice", places, start, end, start)), "encoder.norm", encoder.norm)
    states = [x]
    for number, layer in enumerate(encoder.layers):
        assert isinstance(layer, LeanLayer)
        name = f"encoder.layers.{number}"
        seen = steps.linear(steps.attention(x, f"{name}.asked", layer), f"{name}.out", layer.out)
        x = steps.norm(steps.step("Add", seen, x), f"{name}.norm", layer.norm)
        wide = steps.gelu(steps.linear(x, f"{name}.wide", layer.wide))
        x = steps.norm(steps.step("Add", steps.linear(wide, f"{name}.narrow", layer.narrow), x), f"{name}.last", layer.last)
        states.append(x)
    shares = torch.softmax(graph.network.layers, dim=0).detach().numpy()
    parts = [steps.step("Mul", state, steps.keep(f"{SHARE}{i}", shares[i])) for i, state in enumerate(states)]
    blended = parts[0]
    for part in parts[1:]:
        blended = steps.step("Add", blended, part)
    return blended


def _heads(steps: Steps, graph: Graph, blended: str) -> None:
    """The words' vectors and the scores of the joined heads."""
    network = graph.network
    pooled = steps.step("MatMul", "pool", blended)
    tables = (("tags", network.tags), ("deps", network.deps), ("senses", network.senses))
    known = [steps.step("Gather", steps.keep(f"network.{name}.weight", table.weight.detach().numpy()), name) for name, table in tables]
    mixed = steps.gelu(steps.linear(steps.step("Concat", pooled, *known, axis=-1), "network.mix", network.mix))
    vectors = steps.norm(steps.step("Add", pooled, mixed), "network.norm", network.norm)
    judged = steps.gelu(steps.linear(vectors, "network.judge", network.judge))
    opening = steps.step("Gather", blended, steps.keep("opening", np.array(0)), axis=1)
    steps.linear(vectors, "sides", graph.sides, "sides_scores")
    steps.linear(judged, "judging", graph.judging, "judging_scores")
    steps.step("Identity", vectors, result="vectors")
    steps.linear(opening, "network.contexts", network.contexts, "contexts")
