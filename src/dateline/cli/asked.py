"""What the commands say of the actors that they were asked for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dateline.errors import DatelineError

if TYPE_CHECKING:
    from dateline.store.duckdb import Database

#: Documents that are suggested at most.
_NAMED: Final = 5


def say_readings(actors: str, to: str) -> None:
    """Says on standard error which actors and parties of the trigger ``to`` were read as another name: a capital as its country's government, an organ of a
    state as the state, a name that several bear as one of them.

    Raises:
        DatelineError: E205 where one is nobody's name, or the trigger is malformed.
    """
    from dateline.responses import readings

    for reading in readings(actors, to):
        print(f"dateline: {reading}", file=sys.stderr)


def refuse_unknown_document(database: Database, asked: str | None) -> None:
    """Refuses a document that is not in the database.

    Raises:
        DatelineError: E205 with the documents that it may be.
    """
    if asked is not None and not database.find(asked):
        offered = perhaps(database, asked)
        raise DatelineError("E205", f"{asked}: not in the database{offered}", fix="give it as it is known there" if offered else None)


def perhaps(database: Database, asked: str) -> str:
    """The documents that a file may be, as they are known: by another path to it, else those of its name; to stand behind what is not known."""
    known = [info.input_id for info in database.documents()]
    there = Path(asked).absolute().resolve()
    found = [one for one in known if Path(one).absolute().resolve() == there] or [one for one in known if Path(one).name == there.name]
    return f"; perhaps {' or '.join(sorted(set(found))[:_NAMED])}" if found else ""
