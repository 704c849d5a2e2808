"""The hand-written open clusters as a ratchet: raise a floor when the measure rises, never lower it without a reason."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench"))
from events import blocked, cross, load_gold, made_up_columns, score_gold  # noqa: E402

from dateline.evaluation.clusters import score_clusters  # noqa: E402
from dateline.merge.cluster import cluster  # noqa: E402

#: Just below what bench/events.py measures on the open half; 0.85 and 0.90 are the bars.
B_F1, PAIR_PRECISION, OFFERED = 0.96, 0.98, 0.97
#: Hashes of the halves as they were written.
HASHES = {
    "open": "156420abc9dadbcd282a20c185fed1e7569d3212b7510cd73b108ed716d50561",
    "sealed": "f63ce59760dbbbea3bc435ff611b4b4ff82e6b5e1d49a91ea1918c1bdf23c94c",
}


def test_the_cases_are_as_they_were_written() -> None:
    for half, wanted in HASHES.items():
        assert hashlib.sha256((ROOT / "tests" / "cases" / f"clusters.{half}.jsonl").read_bytes()).hexdigest() == wanted


def test_open_half() -> None:
    gold = load_gold("open")
    score = score_gold(gold)
    assert score.b_f1 >= B_F1 and score.pair_precision >= PAIR_PRECISION, score
    assert blocked(gold) >= OFFERED


def test_acts_of_one_kind_and_pair() -> None:
    score = score_gold(load_gold("open", "same_act"))
    assert score.b_f1 >= 0.94 and score.pair_precision >= 0.72, score


def test_another_act_by_the_same_verb_days_apart_in_another_paper() -> None:
    score = score_gold(load_gold("open", "same_verb"))
    assert score.b_f1 >= 0.94 and score.pair_precision >= 0.70 and score.pair_recall >= 0.95, score


def test_made_up_news() -> None:
    columns, acts, _ = made_up_columns(2000)
    events, _ = cluster(columns)
    score = score_clusters(acts.tolist(), events.tolist())
    assert score.pair_precision >= 0.89 and score.b_f1 >= 0.86, score  # random words: a check of speed and sanity


def test_cross_validation_trains() -> None:
    import pytest

    pytest.importorskip("scipy")
    assert cross(load_gold("open")).b_f1 >= 0.93
