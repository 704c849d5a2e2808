"""What features add to a coder that is surer of the passages it was trained on."""

from __future__ import annotations

import numpy as np

from dateline.training import joint


def test_a_feature_mends_the_coder_and_its_share_is_that_of_unseen_passages() -> None:
    random = np.random.default_rng(1)
    gold = random.integers(0, 2, 600)
    held = np.arange(600) % 3 == 0
    sure = np.where(held, 0.7, 0.99)
    right = np.where(random.random(600) < np.where(held, 0.75, 0.99), gold, 1 - gold)
    shares = np.where(np.arange(2) == right[:, None], sure[:, None], 1 - sure[:, None])
    rows, names = joint.columns([["hedge"] if label and n % 2 else ["plain"] if n % 2 else [] for n, label in enumerate(gold)])
    weights, coder, bias = joint.fit_labels(rows, np.log(shares), gold, held, prior=1.0, held_weight=1.0)
    assert joint.written(names, weights[:, 1])["hedge"] > 0.5
    assert joint.written(names, weights[:, 0])["hedge"] < -0.5
    found = (rows @ weights + np.log(shares) * coder + bias).argmax(1)
    assert (found == gold)[held].mean() > (right == gold)[held].mean() + 0.05


def test_rare_features_get_no_column_and_small_weights_are_not_written() -> None:
    rows, names = joint.columns([["often", "often"]] * joint.RARE + [["once"]])
    assert names == ["often"]
    assert rows.toarray().tolist() == [[1.0]] * joint.RARE + [[0.0]]
    assert joint.written(["a", "b"], np.array([0.5, joint.SMALL / 2])) == {"a": 0.5}
