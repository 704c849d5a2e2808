"""Short forms of bench/quantities.py and bench/claims.py: the open halves at the figures reached, the sealed ones by hash only."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench"
CASES = BENCH.parent / "tests" / "cases"
sys.path.insert(0, str(BENCH))

#: What the benches measure on the open halves (bench/results/), less one case in a hundred.
QUANTITIES = {"open": 0.98, "fresh": 0.95, "fresh2": 0.98, "last": 0.92, "last2": 0.92, "news": 0.79}
FLOORS = {"claims": 0.94, "claims strict": 0.91, "holder": 0.97, "certainty": 0.98}
SEALED = {
    "bearing": "dd400e919d5f48aaf418a255707533d41597c97b4f43acfe4fdccf7548532c22",
    "claims": "23abba23ce996f669d0efb09433274781599e351056b5f22f9e253a2b48e29ff",
    "quantities": "7b9b61ecdffb954bc038a0a71a89226a4df3d35eec97639e2ad6b49b15acb72f",
}


@pytest.mark.parametrize("half", sorted(QUANTITIES))
def test_quantities(half: str) -> None:
    import quantities

    assert quantities.score(half).f1("figure and counts") >= QUANTITIES[half]


def test_claims() -> None:
    import claims

    tally = claims.score(claims.cases("open"))
    assert tally.f1(tally.lenient) >= FLOORS["claims"]
    assert tally.f1(tally.strict) >= FLOORS["claims strict"]
    assert tally.holder / tally.lenient.total() >= FLOORS["holder"]
    assert tally.certainty / tally.lenient.total() >= FLOORS["certainty"]


@pytest.mark.parametrize("name", sorted(SEALED))
def test_sealed_halves_are_as_they_were_written(name: str) -> None:
    assert hashlib.sha256((CASES / f"{name}.sealed.jsonl").read_bytes()).hexdigest() == SEALED[name]
