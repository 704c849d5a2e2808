"""Says which fault tests could not be made here, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from children import Warm, warm


@pytest.fixture(scope="session")
def forking() -> Iterator[Warm]:
    """A warm process that forks for each command."""
    with warm() as process:
        yield process


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The reasons of skipped tests of this folder."""
    reasons = {str(one.longrepr[2]) for one in terminalreporter.stats.get("skipped", ()) if "tests/faults" in str(one.nodeid)}
    for reason in sorted(reasons):
        terminalreporter.write_line(f"tests/faults: {reason}")
