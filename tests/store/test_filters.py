"""Which mentions a filter finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from stored import coded, run

from dateline.errors import DatelineError
from dateline.store import EventFilter
from dateline.store.duckdb import Database
from dateline.store.values import first_day, last_day
from dateline.types import Status


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path: Path = tmp_path_factory.mktemp("filters") / "a.duckdb"
    with Database(path) as database:
        undated = coded("d2", "b.md", published=None)
        database.write_batch([coded(), replace(undated, mentions=undated.mentions[1:2])], run())
        yield database


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, "d1-m1 d1-m2 d1-m3 d2-m2"),
        ({"actor": "BGR"}, "d1-m1"),
        ({"actor": "bgr"}, ""),
        ({"actor": "bordurian ARMY"}, "d1-m1"),
        ({"actor": "army"}, "d1-m1"),
        ({"actor": "arm"}, ""),
        ({"actor": "éva kis"}, "d1-m2 d1-m3 d2-m2"),
        ({"actor": "va"}, ""),
        ({"actor": "a.*"}, ""),
        ({"actor": "'; DROP TABLE mentions"}, ""),
        ({"recipient": "AUT"}, "d1-m1"),
        ({"either": "AUT"}, "d1-m1 d1-m2 d1-m3 d2-m2"),
        ({"either": "AUT", "actor": "troops"}, "d1-m1"),
        ({"types": ("ACCUSE", "CONSULT")}, "d1-m2 d1-m3 d2-m2"),
        ({"since": "2023-05-04", "until": "2023-05-04"}, "d1-m1"),
        ({"since": "2023-05-05"}, "d1-m2 d1-m3"),
        ({"until": "2023-06-01"}, "d1-m1 d1-m2"),
        ({"since": "2023-06-01", "until": "2023-06-01"}, "d1-m2"),
        ({"since": "2023-08", "until": "2023-09"}, "d1-m3"),
        ({"since": "2024"}, ""),
        ({"until": "2022"}, ""),
        ({"place": "AUT"}, "d1-m1"),
        ({"place": "kelheim"}, "d1-m3"),
        ({"place": "DEU"}, "d1-m3"),
        ({"statuses": (Status.FUTURE,)}, "d1-m3"),
        ({"statuses": (Status.FUTURE, Status.OCCURRED), "doc": "a.md"}, "d1-m1 d1-m2 d1-m3"),
        ({"doc": "d2"}, "d2-m2"),
        ({"limit": 2}, "d1-m1 d1-m2"),
    ],
)
def test_filter(db: Database, wanted: dict[str, Any], expected: str) -> None:
    assert [row.mention.mention_id for row in db.events(EventFilter(**wanted))] == expected.split()


def test_rows_carry_the_whole_mention_and_its_document(db: Database) -> None:
    (row,) = db.events(EventFilter(actor="BGR"))
    assert row.mention == coded().mentions[0]
    assert (row.document.title, row.document.published) == (coded().document.title, date(2023, 6, 1))


def test_mentions_keep_the_order_of_their_ids(db: Database) -> None:
    found = db.mentions(["d1-m3", "nothing", "d1-m1"])
    assert [mention.mention_id for mention in found] == ["d1-m3", "d1-m1"]


@pytest.mark.parametrize(
    ("prefix", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-10-05", date(2024, 10, 5), date(2024, 10, 5)),
    ],
)
def test_prefixes(prefix: str, first: date, last: date) -> None:
    assert (first_day(prefix), last_day(prefix)) == (first, last)


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ({"since": "24"}, "E205"),
        ({"since": "2024-13"}, "E205"),
        ({"until": "2023-02-29"}, "E205"),
        ({"until": "yesterday"}, "E205"),
        ({"since": "2024-05", "until": "2024-04"}, "E205"),
        ({"limit": 0}, "E205"),
        ({"actor": " "}, "E205"),
        ({"types": ("FIGHT",)}, "E411"),
    ],
)
def test_a_filter_that_makes_no_sense(wanted: dict[str, Any], code: str) -> None:
    with pytest.raises(DatelineError) as caught:
        EventFilter(**wanted)
    assert caught.value.code == code
