"""Going on from a model: its weights come back from its files, and go into files again as they were."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the extra train is not installed")
pytest.importorskip("transformers", reason="the extra train is not installed")
pytest.importorskip("onnx", reason="the extra train is not installed")

import numpy as np
from test_teacher import encoded

from dateline.errors import DatelineError
from dateline.extract.classifier.alignment import Pieces
from dateline.extract.classifier.features import WordFeatures
from dateline.extract.classifier.model import DESCRIPTION, GRAPH, Model, inputs, packaged_folder
from dateline.training.eightbits import input_spans
from dateline.training.export import write_graph
from dateline.training.fit import base_folder, load_encoder
from dateline.training.graph import Graph
from dateline.training.learn import FURTHER, train
from dateline.training.start import Start, _graph, blend_shares, load_start

SENTENCE = Pieces((101, 2003, 3435, 4023, 1999, 2710, 102), tuple((i, i) for i in range(1, 6)))
FEATURES = WordFeatures((1, 2, 3, 4, 5), (5, 4, 3, 2, 1), (0, 1, 0, 2, 0))


@pytest.fixture(scope="module")
def start() -> Start:
    return load_start(packaged_folder(), (load_encoder(base_folder()), load_encoder(base_folder())))


def test_the_network_says_what_the_model_says(start: Start) -> None:
    import torch

    pieces, features = SENTENCE, FEATURES
    pool = torch.zeros(1, len(pieces.words), len(pieces.ids))
    for word, (first, last) in enumerate(pieces.words):
        pool[0, word, first : last + 1] = 1.0 / (last - first + 1)
    columns = (torch.tensor([values]) for values in (features.tags, features.deps, features.senses))
    with torch.no_grad():
        found = start.network.eval().words(torch.tensor([pieces.ids]), torch.ones(1, len(pieces.ids)), pool, *columns)
    ((_, expected),) = Model(packaged_folder()).run([(pieces, features)])
    # activations are in eight bits in the model, and in full precision here: a tenth of a logit or two is noise, another network is not
    assert (found.types[0].argmax(-1).numpy() == expected.types.argmax(-1)).all()
    for ours, theirs in ((found.types, expected.types), (found.modes, expected.modes), (found.word_side, expected.word_side)):
        assert np.corrcoef(ours[0].numpy().ravel(), theirs.ravel())[0, 1] > 0.99


def test_a_model_that_goes_on_learns(start: Start) -> None:
    from dataclasses import replace

    before = start.network.types.weight.detach().clone()
    train(start.network, [encoded()] * 4, start.leaves, replace(FURTHER, epochs=4, batch=1), report=lambda line: None)
    assert not before.equal(start.network.types.weight)


def test_the_blend_of_layers_sums_to_one() -> None:
    shares = blend_shares(*_graph(packaged_folder() / GRAPH))
    assert len(shares) == 7
    assert sum(shares) == pytest.approx(1.0, abs=1e-4)


def test_a_model_of_another_size_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(packaged_folder(), folder)
    description = json.loads((folder / DESCRIPTION).read_text("utf-8"))
    description["sizes"]["judge_width"] = 64
    (folder / DESCRIPTION).write_text(json.dumps(description), "utf-8")
    with pytest.raises(DatelineError, match="training cannot go on from it"):
        load_start(folder, (load_encoder(base_folder()), load_encoder(base_folder())))


def test_a_graph_written_again_has_the_weights_that_it_had(tmp_path: Path) -> None:
    begin = load_start(packaged_folder(), (load_encoder(base_folder()), load_encoder(base_folder())))
    write_graph(begin.network.eval(), [encoded()], tmp_path / GRAPH)
    (_, first), (_, again) = (_graph(folder / GRAPH) for folder in (packaged_folder(), tmp_path))
    whole = [name for name, value in first.items() if value.dtype == np.int8]
    assert len(whole) > 30
    for name in whole:
        assert (first[name] == again[name]).all(), name


def test_spans_hold_every_input_of_a_layer(start: Start) -> None:
    import torch

    graph = Graph(start.network.eval())
    given = inputs([(SENTENCE, FEATURES)], np.ones((5000, 384), np.int8), np.linspace(0.001, 0.002, 5000, dtype=np.float32))
    spans = input_spans(graph, [tuple(torch.from_numpy(one) for one in given)])
    assert len(spans) == sum(isinstance(module, torch.nn.Linear) for module in graph.encoder.modules()) + 5
    assert all(low <= 0.0 < high for low, high in spans.values())
    low, _ = spans[graph.judging]
    assert low == pytest.approx(-0.17, abs=0.001)  # what GELU's smallest value is
