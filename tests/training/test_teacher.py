"""What teachers say: kept in a file and mixed into the labels."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the extra train is not installed")

import numpy as np
from test_dataset import example

from dateline.errors import DatelineError
from dateline.extract.classifier.alignment import Pieces
from dateline.extract.classifier.layout import ATTRIBUTIONS, CERTAINTIES, MODES, ROLES, STATUSES, TYPES
from dateline.training.batches import Encoded, Soft, build_vocabulary, collate
from dateline.training.teacher import BLOCK, fold_of, key, load_soft, save_soft, taught


def encoded() -> Encoded:
    found = example()
    vocabulary, _ = build_vocabulary([found])
    words = len(found.sentence.tokens)
    pieces = Pieces(tuple(range(words + 2)), tuple((i + 1, i + 1) for i in range(words)))
    from dateline.extract.classifier.features import word_features

    return Encoded(found, pieces, word_features(found.sentence, found.senses, vocabulary), tuple(tuple(0 for _ in t.paths) for t in found.targets))


def even(item: Encoded, leaves: int) -> Soft:
    """A teacher that knows nothing."""
    words, targets = len(item.features.tags), len(item.example.targets)

    def flat(*shape: int) -> np.ndarray:
        return np.full(shape, 1.0 / shape[-1], dtype=np.float32)

    return Soft(
        types=flat(words, len(TYPES) + 1), leaves=flat(targets, leaves), status=flat(targets, len(STATUSES)),
        negated=np.full(targets, 0.5, dtype=np.float32), certainty=flat(targets, len(CERTAINTIES)),
        attribution=flat(targets, len(ATTRIBUTIONS)), modes=np.full((targets, len(MODES)), 0.2, dtype=np.float32),
        roles=np.full((targets, words, len(ROLES)), 0.4, dtype=np.float32), relations=flat(len(item.example.pairs), len(TYPES)),
    )  # fmt: skip


def test_labels_are_kept_to_a_part_in_255(tmp_path: Path) -> None:
    item = encoded()
    said = even(item, 3)
    save_soft([said], [key(item)], tmp_path / "said.npz")
    read = load_soft(tmp_path / "said.npz")[key(item)]
    for name in ("types", "leaves", "negated", "roles", "relations"):
        assert getattr(read, name).shape == getattr(said, name).shape
        assert np.abs(getattr(read, name) - getattr(said, name)).max() <= 0.5 / 255 + 1e-6


def test_labels_are_mixed_with_what_teachers_say() -> None:
    item = encoded()
    (with_soft,) = taught([item], {key(item): even(item, 3)})
    index = {"": 0, "190": 1, "111": 2}
    plain, mixed = collate([item], index), collate([with_soft], index, taught=0.5)
    head, kind = item.example.targets[0].head, item.example.targets[0].type
    assert float(plain.types[0, head, kind]) == 1.0
    assert float(mixed.types[0, head, kind]) == pytest.approx(0.5 + 0.5 / (len(TYPES) + 1))
    assert np.allclose(mixed.types.sum(-1).numpy(), 1.0, atol=1e-6)
    word, role = item.example.targets[0].roles[0]
    assert float(mixed.roles[0, word, role]) == pytest.approx(0.5 + 0.2)
    assert np.array_equal(collate([with_soft], index).types.numpy(), plain.types.numpy())


def test_a_sentence_annotated_anew_has_no_teacher() -> None:
    item = encoded()
    assert taught([item], {"0" * 16: even(item, 3)})[0].soft is None


def test_neighbours_stay_in_one_fold() -> None:
    folds = [fold_of(i, 3) for i in range(BLOCK * 6)]
    assert all(len(set(folds[i : i + BLOCK])) == 1 for i in range(0, len(folds), BLOCK))
    assert {folds.count(f) for f in range(3)} == {2 * BLOCK}


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatelineError) as error:
        load_soft(tmp_path / "none.npz")
    assert error.value.code == "E001"


def test_the_exported_graph_computes_what_the_network_does() -> None:
    import torch
    from transformers import BertConfig, BertModel

    from dateline.extract.classifier.model import JUDGING, SIDES
    from dateline.training.graph import Graph
    from dateline.training.network import Network, Sizes

    torch.manual_seed(3)
    encoder = BertModel(BertConfig(hidden_size=48, num_hidden_layers=2, num_attention_heads=4, intermediate_size=96), add_pooling_layer=False)
    network = Network(encoder, Sizes(5, 5, 5, 5, 7, hidden=48, layers=3, pair_width=16, judge_width=24)).eval()
    ids, words = torch.randint(200, 900, (1, 9)), torch.zeros(1, 6, dtype=torch.long)
    pool = torch.zeros(1, 6, 9)
    pool[0, range(6), range(1, 7)] = 1.0
    with torch.no_grad():
        found = network.words(ids, torch.ones_like(ids), pool, words, words, words)
        made = Graph(network).eval()(encoder.get_input_embeddings()(ids), pool, words, words, words)
    sides, judging, vectors, contexts = made
    for names, joined in ((SIDES, sides), (JUDGING, judging)):
        assert torch.allclose(torch.cat([getattr(found, name) for name in names], dim=-1), joined, atol=1e-5), names
    assert torch.allclose(found.vectors, vectors, atol=1e-5)
    assert torch.allclose(found.contexts, contexts, atol=1e-5)
