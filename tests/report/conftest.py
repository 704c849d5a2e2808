"""Says why tests in a browser did not run."""

from __future__ import annotations

from typing import Any


def pytest_terminal_summary(terminalreporter: Any) -> None:
    reasons = {str(one.longrepr[2]) for one in terminalreporter.stats.get("skipped", ()) if "tests/report" in str(one.nodeid)}
    for reason in sorted(reasons):
        terminalreporter.write_line(f"tests/report: {reason}")
