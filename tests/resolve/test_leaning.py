"""The coder's leaning to countries beside the country model."""

from __future__ import annotations

from dateline.resolve import belonging


def test_the_leaning_counts_only_for_countries_that_the_coder_judged() -> None:
    table = {belonging.NONE: ["none"], "TCD": ["near"], "MLI": ["near"], "NER": ["far"]}
    added = belonging.leaning(table, {"TCD": 0.9, "MLI": 0.05})
    assert added["TCD"] > 0 > added["MLI"] and "NER" not in added and belonging.NONE not in added
    chances = belonging.probabilities(table, {"near": 1.0, "far": 1.0, "none": 1.0}, added)
    assert chances["TCD"] > chances["NER"] > chances["MLI"]


def test_a_coder_that_does_not_lean_changes_nothing() -> None:
    table = {belonging.NONE: ["none"], "TCD": ["near"]}
    assert belonging.leaning(table, {}) == {}
    weights = {"near": 0.4}
    assert belonging.probabilities(table, weights, {}) == belonging.probabilities(table, weights)
