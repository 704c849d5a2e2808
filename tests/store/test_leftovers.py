"""What killed processes leave beside a file is removed, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from stored import coded, run

from dateline.store.duckdb import Database
from dateline.store.leftovers import fresh_beside
from dateline.store.output import write_text

GONE = subprocess.Popen([sys.executable, "-c", ""])


@pytest.mark.skipif(sys.platform == "win32", reason="a process that runs cannot be told from one that has ended")
def test_only_what_a_process_that_has_ended_left_is_removed(tmp_path: Path) -> None:
    GONE.wait()
    kept = [f"a[1].csv.new-{os.getpid()}", "a[1].csv.new-x", f"a1.csv.new-{GONE.pid}", f"b.csv.new-{GONE.pid}", "a[1].csv", f"a[1].csv.new-{os.getppid()}"]
    for name in (*kept, f"a[1].csv.new-{GONE.pid}", f"a[1].csv.new-{GONE.pid}.wal"):
        (tmp_path / name).write_text("x")
    assert fresh_beside(tmp_path / "a[1].csv").name == kept[0]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(kept)


def test_a_database_and_a_file_clear_up_when_they_are_written(tmp_path: Path) -> None:
    GONE.wait()
    with Database(tmp_path / "a.duckdb") as database:
        database.write(coded(), run())
    for name in (f"a.duckdb.new-{GONE.pid}", f"a.duckdb.new-{GONE.pid}.wal", f".t.txt.new-{GONE.pid}"):
        (tmp_path / name).write_text("half")
    with Database(tmp_path / "a.duckdb", read_only=True):
        pass
    assert (tmp_path / f"a.duckdb.new-{GONE.pid}").exists(), "a reader changes nothing"
    with Database(tmp_path / "a.duckdb") as database:
        assert database.load_coded("d1") == coded()
    write_text("whole", tmp_path / "t.txt")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.duckdb", "t.txt"]
