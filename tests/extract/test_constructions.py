"""The open half of bench/constructions.py at the shares reached (the short form scores every third case), the sealed one by its hash."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench"
CASES = BENCH.parent / "tests" / "cases"
sys.path.insert(0, str(BENCH))

#: What bench/constructions.py measures on the open half, less two acts in a hundred.
FLOORS = {"found": 0.942, "type": 0.952, "sides": 0.80, "status": 0.975, "negated": 0.978, "certainty": 0.98, "by": 0.957, "day": 0.935, "all": 0.73}
SEALED = "8d0bf16a50a79c1bd4b3cd40744d877d7b71d0dd82b3ca9e029ab29edace1e36"


@pytest.mark.parametrize("step", [3, pytest.param(1, marks=pytest.mark.long)])
def test_open_cases(step: int) -> None:
    import constructions

    whole = constructions.total(constructions.score(list(constructions.cases("open"))[::step]).values())
    assert {name: whole.share(name) for name in FLOORS if whole.share(name) < FLOORS[name]} == {}


def test_sealed_half_is_as_it_was_written() -> None:
    assert hashlib.sha256((CASES / "constructions.sealed.jsonl").read_bytes()).hexdigest() == SEALED
