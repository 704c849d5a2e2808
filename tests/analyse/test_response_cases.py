"""The hand-written response cases as a ratchet: raise a floor when the measure rises, never lower it without a reason."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

from dateline.resolve import Resolver

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))
from response import CASES, Answer, answers, failures, score

#: What bench/response.py reaches on the open half, cut to two places. The bars are 0.85 and 0.75.
PRECISION, RECALL, RUNGS = 0.99, 0.98, 0.99


@pytest.fixture(scope="module")
def found() -> list[Answer]:
    return answers("open", Resolver.load())


def test_precision_and_recall(found: list[Answer]) -> None:
    result = score(found)
    print(result)
    assert len(found) == 208
    assert result.precision >= PRECISION, "\n".join(failures(found))
    assert result.recall >= RECALL, "\n".join(failures(found))


def test_rungs(found: list[Answer]) -> None:
    kept = [one for one in found if one.kept and one.row.rung is not None and one.found is not None]
    wrong = [f"{one.row.sentence} [{one.row.trigger}]: {one.row.rung}" for one in kept if one.found and one.found.rung != one.row.rung]
    assert len(kept) > 100
    assert 1 - len(wrong) / len(kept) >= RUNGS, "\n".join(wrong)


def test_the_cases_are_those_that_were_written() -> None:
    for line in (CASES / "SHA256SUMS").read_text("utf-8").splitlines():
        expected, name = line.split(maxsplit=1)
        assert hashlib.sha256((CASES / name).read_bytes()).hexdigest() == expected, name
