"""What the commands say of the actors that they were asked for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.store.duckdb import Database


def say_readings(actors: str) -> None:
    """Says on standard error which actors were read as another name: a capital as its country's government.

    Raises:
        DatelineError: E205 where one is no country, organisation or people.
    """
    from dateline.askedactors import asked_actors

    for one in asked_actors(actors):
        if one.reading is not None:
            print(f"dateline: {one.reading}", file=sys.stderr)


def refuse_unknown(database: Database, *asked: str | None) -> None:
    """Refuses words for a party that are no country, organisation or people and are in no act of the database, as other commands refuse them.

    Raises:
        DatelineError: E205 with names that are close.
    """
    from dateline.askedactors import asked_actors
    from dateline.store import EventFilter

    for words in filter(None, asked):
        if not database.events(EventFilter(either=words, limit=1, citations=True)):
            asked_actors(words)
