#!/usr/bin/env python
"""Writes a small database of each schema version as SQL text, from which tests migrate: tests/store/schemas/version-N.sql.

    PYTHONPATH=src:tests/store python scripts/freeze_schema.py

A file that exists is left alone: it is what a released Dateline wrote. Run it when a migration has been added.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
from stored import coded, run

from dateline.store.duckdb import Database
from dateline.store.migrations import CREATE_VERSION_TABLE, MIGRATIONS, VERSION_TABLE

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "store" / "schemas"


def literal(value: Any) -> str:
    """A value as SQL."""
    match value:
        case None:
            return "NULL"
        case bool():
            return str(value).lower()
        case datetime():
            return f"TIMESTAMP '{value.isoformat(sep=' ')}'"
        case date():
            return f"DATE '{value.isoformat()}'"
        case int() | float():
            return repr(value)
        case dict():
            return "{" + ", ".join(f"'{name}': {literal(one)}" for name, one in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(literal(one) for one in value) + "]"
    return "'" + str(value).replace("'", "''") + "'"


def frozen(number: int, filled: Database) -> str:
    """The statements that make a database of a version, with the rows of a current one as far as it had columns for them."""
    lines = [f"-- A Dateline database of schema version {number}, as text. Never change it: databases like it exist."]
    with duckdb.connect() as old:
        old.execute(CREATE_VERSION_TABLE)
        for one in MIGRATIONS:
            if one.number <= number:
                old.execute(one.sql)
        tables = old.execute("SELECT table_name, sql FROM duckdb_tables() ORDER BY table_name").fetchall()
        columns = {name: [row[0] for row in old.execute(f"DESCRIBE {name}").fetchall()] for name, _ in tables}
        lines += [sql for _, sql in tables]
        lines += [row[0] for row in old.execute("SELECT sql FROM duckdb_indexes() WHERE sql IS NOT NULL ORDER BY index_name").fetchall()]
        lines += [row[0] for row in old.execute("SELECT sql FROM duckdb_views() WHERE NOT internal ORDER BY view_name").fetchall()]
    lines += [f"INSERT INTO {VERSION_TABLE} VALUES ({one.number}, {literal(one.name)});" for one in MIGRATIONS if one.number <= number]
    for name, listed in columns.items():
        if name == VERSION_TABLE:
            continue
        names = ", ".join(f'"{column}"' for column in listed)
        for row in filled.read(f"SELECT {names} FROM {name}").to_pylist():
            lines.append(f"INSERT INTO {name} ({names}) VALUES ({', '.join(literal(row[column]) for column in listed)});")
    return "\n".join(line.rstrip() + ("" if line.startswith("--") or line.rstrip().endswith(";") else ";") for line in lines) + "\n"


def main() -> None:
    """Writes the versions that are not there."""
    import tempfile

    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, Database(Path(folder) / "a.duckdb") as filled:
        filled.begin_run(run())
        filled.write_batch([coded("d1", "a.md"), coded("d2", "b.md")], run())
        for one in MIGRATIONS:
            path = FOLDER / f"version-{one.number}.sql"
            if not path.exists():
                path.write_text(frozen(one.number, filled), encoding="utf-8")
                print(path.name)


if __name__ == "__main__":
    main()
