"""The short form of the fuzzing, and every input that once broke something.

``python scripts/fuzz.py`` is the long form. A failure here shows the sample and the edits that make the input.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from edits import KINDS, LONGEST, Edit
from fuzzing import tried
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from targets import HERE, TARGETS

#: Inputs of a target: the slow ones (a PDF is read in another process, an import is a transaction) get fewer.
EXAMPLES = {"pdf": 6, "imports": 15, "html": 25, "markdown": 25, "dates": 25}
FOUND = sorted(path for path in (HERE / "found").rglob("*") if path.is_file())

EDITS = st.lists(
    st.builds(Edit, st.sampled_from(KINDS), st.floats(0, 0.999999), st.integers(1, LONGEST), st.integers(0, 65535)), min_size=1, max_size=6
)


@lru_cache
def samples(name: str) -> list[bytes]:
    return TARGETS[name].samples()


@pytest.mark.parametrize("name", TARGETS)
def test_samples_are_read(name: str) -> None:
    assert samples(name), "there is nothing to start from"
    for data in samples(name)[:20]:
        tried(TARGETS[name], data)


@pytest.mark.parametrize("name", TARGETS)
def test_changed_samples_are_read_or_refused(name: str) -> None:
    target = TARGETS[name]

    @settings(max_examples=EXAMPLES.get(name, 40), deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(range(len(samples(name)))), EDITS)
    def changed(index: int, edits: list[Edit]) -> None:
        tried(target, target.changed(samples(name)[index], edits))

    changed()


@pytest.mark.parametrize("path", FOUND, ids=[f"{path.parent.name}/{path.name}" for path in FOUND])
def test_what_was_found_once(path: Path) -> None:
    tried(TARGETS[path.parent.name], path.read_bytes())
