"""An open desk, and an application over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from coding import Client, stored

pytest.importorskip("starlette", reason="the extra dateline[review] is not installed")

from dateline.review.app import create_app
from dateline.review.desk import Desk
from dateline.store.duckdb import Database


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
