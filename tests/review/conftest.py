"""An open desk, and an application over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from coding import Client, stored

pytest.importorskip("starlette", reason="the extra dateline[review] is not installed")

from dateline.review.app import create_app
from dateline.review.desk import Desk
from dateline.store.duckdb import Database


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Says why tests in a browser did not run."""
    reasons = {str(one.longrepr[2]) for one in terminalreporter.stats.get("skipped", ()) if "tests/review" in str(one.nodeid)}
    for reason in sorted(reasons):
        terminalreporter.write_line(f"tests/review: {reason}")


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return stored(tmp_path / "a.duckdb")


@pytest.fixture
def desk(db: Path) -> Iterator[Desk]:
    with Database(db) as database:
        yield Desk(database)


@pytest.fixture
def client(desk: Desk) -> Client:
    return Client(create_app(desk)).named("Ada")
