"""The test split may not change: its hashes are committed beside it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

TEST = Path(__file__).parents[2] / "corpus" / "test"


@pytest.mark.skipif(not TEST.exists(), reason="the corpus is not part of the source distribution")
def test_the_test_split_is_unchanged() -> None:
    lines = (TEST / "SHA256SUMS").read_text(encoding="utf-8").split("\n")
    hashes = {name: digest for digest, name in (line.split() for line in lines if line)}
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in TEST.glob("*.txt")}
    assert found == hashes
