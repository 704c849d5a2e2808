"""Network -> the files of a model: an int8 ONNX graph, tables for numpy, and a description with hashes."""

from __future__ import annotations

import hashlib
import json
import tempfile
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from dateline.extract.classifier.features import Vocabulary
from dateline.extract.classifier.layout import ATTRIBUTIONS, CERTAINTIES, CONTEXTS, MODES, ROLES, STATUSES, TYPES
from dateline.extract.classifier.model import DESCRIPTION, GRAPH, RELATION, TABLE_NAMES, TABLES, TOKENIZER, inputs
from dateline.training.batches import Encoded
from dateline.training.eightbits import eight_bits, graph_file, input_spans
from dateline.training.graph import Graph
from dateline.training.network import Network, Sizes

_OPSET = 17
#: Sentences on which the spans of activations are measured. A sentence's own spans hardly differ: a few dimensions are large in all.
MEASURED = 512


@dataclass(frozen=True, slots=True)
class Description:
    """What stands in a model's description beside its label sets: settings for decoding, calibration, and where it came from."""

    name: str
    version: str
    vocabulary: Vocabulary
    leaves: tuple[str, ...]
    leaf_types: Sequence[Mapping[str, float]]
    thresholds: Mapping[str, float]
    calibration: Sequence[tuple[float, float]]
    training: Mapping[str, object]


def export(network: Network, description: Description, tokenizer: str, folder: Path, sentences: Sequence[Encoded]) -> None:
    """Write a model folder.

    Args:
        network: a trained network.
        sentences: of the training corpus; the scales of activations are measured on some of them.
        description: vocabulary, thresholds, calibration and origin.
        tokenizer: the JSON of the tokenizer.
        folder: is made where it does not exist; files of an earlier model there are replaced.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    write_graph(network, sentences, folder / GRAPH)
    np.savez(folder / TABLES, **_tables(network))  # type: ignore[arg-type]
    (folder / TOKENIZER).write_text(tokenizer, encoding="utf-8")
    describe(network.sizes, description, folder)


def describe(sizes: Sizes, description: Description, folder: Path) -> None:
    """Write the description of a model whose other files are in place."""
    vocabulary = description.vocabulary
    content = {
        "name": description.name,
        "version": description.version,
        "types": TYPES, "modes": MODES, "statuses": STATUSES, "certainties": CERTAINTIES, "attributions": ATTRIBUTIONS,
        "contexts": CONTEXTS, "roles": ROLES, "leaves": description.leaves,
        "leaf_types": [dict(shares) for shares in description.leaf_types],
        "tags": list(vocabulary.tags), "deps": list(vocabulary.deps), "senses": list(vocabulary.senses), "paths": list(vocabulary.paths),
        "thresholds": dict(description.thresholds),
        "calibration": [list(pair) for pair in description.calibration],
        "training": dict(description.training),
        "sizes": asdict(sizes),
        "sha256": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (GRAPH, TABLES, TOKENIZER, RELATION)},
    }  # fmt: skip
    (folder / DESCRIPTION).write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def write_graph(network: Network, sentences: Sequence[Encoded], path: Path) -> None:
    """Write the graph in eight bits, the scales of its activations measured on sentences spread over the given ones."""
    graph, tables = Graph(network).eval(), _tables(network)
    measured = []
    for one in sentences[:: max(1, len(sentences) // MEASURED)]:
        given = inputs([(one.pieces, one.features)], tables["embeddings"], tables["embedding_scales"])
        measured.append(tuple(torch.from_numpy(value) for value in given))
    path.write_bytes(graph_file(graph, input_spans(graph, measured)))


def write_quantised(
    module: nn.Module, example: tuple[Tensor, ...], names: tuple[Sequence[str], Sequence[str]], axes: Mapping[str, dict[int, str]], path: Path
) -> None:
    """Export a module to ONNX with its matrix weights in eight bits.

    Args:
        module: maps the example's tensors to the outputs.
        example: inputs of any size along the named axes.
        names: of inputs and outputs.
        axes: input or output name to its dimensions of free size.
        path: the file to write.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.shape_inference import quant_pre_process

    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        full, prepared = Path(scratch) / "full.onnx", Path(scratch) / "prepared.onnx"
        torch.onnx.export(
            module, example, str(full), input_names=list(names[0]), output_names=list(names[1]), dynamic_axes=dict(axes),
            opset_version=_OPSET, dynamo=False,
        )  # fmt: skip
        quant_pre_process(str(full), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(str(prepared), str(path), per_channel=True, reduce_range=False, weight_type=QuantType.QInt8)


def _tables(network: Network) -> dict[str, np.ndarray]:
    """What numpy needs: word piece embeddings in eight bits with a scale a row, and the pair and relation heads."""
    whole, scales = eight_bits(network.encoder.get_input_embeddings().weight.detach().numpy())  # type: ignore[operator]
    tables = {"embeddings": whole, "embedding_scales": scales}
    state = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    return tables | {name: state[name].astype(np.float16 if state[name].ndim > 1 else np.float32) for name in TABLE_NAMES}
