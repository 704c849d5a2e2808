"""The open half of the audit cases: the reached figures are floors. The sealed half is scored by bench/audit.py alone."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path
from typing import Any

import pytest

from dateline.pipeline import Pipeline

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "audit"
#: Kind -> (precision, recall) reached on the open half (bench/results/audit.md), less one finding.
FLOORS = {
    "actor": (0.88, 0.88),
    "act": (0.87, 0.87),
    "number": (0.90, 0.90),
    "date": (0.88, 0.88),
    "hedge": (0.87, 0.87),
    "attribution": (0.91, 0.91),
    "unsourced": (0.80, 0.80),
    "orphan_marker": (1.0, 1.0),
    "orphan_note": (1.0, 1.0),
    "undated": (1.0, 1.0),
    "untitled": (1.0, 1.0),
}


def _bench() -> Any:
    spec = importlib.util.spec_from_file_location("bench_audit", ROOT / "bench" / "audit.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["bench_audit"] = module
    spec.loader.exec_module(module)
    return module


def test_the_cases_are_those_that_were_written() -> None:
    lines = (CASES / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 67
    for line in lines:
        digest, name = line.split(maxsplit=1)
        assert hashlib.sha256((CASES / name).read_bytes()).hexdigest() == digest, name


def test_open_half() -> None:
    bench = _bench()
    result = bench.score("open", Pipeline())
    missed = {
        kind: result.of({kind})
        for kind, (precision, recall) in FLOORS.items()
        if result.of({kind})[0] < precision or result.of({kind})[1] < recall
    }
    assert not missed, (missed, result.errors)
    precision, recall = result.of(bench.SIX)
    assert precision >= 0.95 and recall >= 0.95
    assert result.linked >= 5, "lost notes are shown with the sentence that they support"


@pytest.fixture(autouse=True)
def _models_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATELINE_PARSER", raising=False)
