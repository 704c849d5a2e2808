"""A process that is killed within a checkpoint: the database is whole on the next opening, and the lock stays meanwhile."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from stored import coded, run

from dateline.errors import DatelineError
from dateline.store import checkpoint, duckdb
from dateline.store.checkpoint import HEADERS, beside, recover
from dateline.store.duckdb import Database

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no block can be read while DuckDB has the file open")
#: Bytes of DuckDB's blocks; the first one of these small databases is the only one of metadata.
BLOCK = 262_144
PATHS = ("", ".wal", ".journal")


def ids(path: Path, read_only: bool = False) -> list[str]:
    with Database(path, read_only=read_only) as db:
        return [info.doc_id for info in db.documents()]


def names(path: Path) -> list[str]:
    return sorted(one.name.removeprefix(path.name) for one in path.parent.iterdir())


@pytest.fixture(scope="module")
def cut_off(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of three documents, with its log and journal, whose last checkpoint ended before the header was written."""
    path = tmp_path_factory.mktemp("cut") / "a.duckdb"
    with Database(path) as db:
        db.write(coded("d1", "a.md"), run())
    before = path.read_bytes()
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(duckdb._SEALED, "debug_checkpoint_abort", "after_free_list_write")
        with Database(path) as db:
            db.write_batch([coded("d2", "b.md"), coded("d3", "c.md")], run())
    whole = path.read_bytes()
    first = slice(HEADERS, HEADERS + BLOCK)
    assert whole[:HEADERS] == before[:HEADERS] and whole[first] != before[first], "the checkpoint was cut off where it does harm"
    assert names(path) == sorted(PATHS)
    return path


@pytest.fixture
def torn(cut_off: Path, tmp_path: Path) -> Path:
    """The same, cut off within the write of the metadata: every second page of its block is as it was."""
    path = tmp_path / "a.duckdb"
    for suffix in PATHS:
        shutil.copy(beside(cut_off, suffix), beside(path, suffix))
    with open(path, "r+b") as file:
        for offset, block in checkpoint._copies(beside(path, ".journal")):
            for page in range(0, len(block), 8192):
                file.seek(offset + page)
                file.write(block[page : page + 4096])
    return path


def test_without_its_journal_a_torn_database_is_lost(torn: Path) -> None:
    beside(torn, ".journal").unlink()
    with pytest.raises(DatelineError, match=r"E201.*checksum"):
        ids(torn)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_torn_database_is_mended_when_it_is_opened(torn: Path, read_only: bool) -> None:
    assert ids(torn, read_only) == ["d1", "d2", "d3"]
    assert names(torn) == (["", ".wal"] if read_only else [""])
    with Database(torn) as db:
        assert db.load_coded("d2") == coded("d2", "b.md")
        db.write(coded("d4", "d.md"), run())
    assert ids(torn) == ["d1", "d2", "d3", "d4"] and names(torn) == [""]


def test_a_database_that_is_not_torn_is_mended_too(cut_off: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    for suffix in PATHS:
        shutil.copy(beside(cut_off, suffix), beside(path, suffix))
    assert ids(path) == ["d1", "d2", "d3"] and names(path) == [""]


def test_the_journal_of_a_checkpoint_that_was_completed_is_removed(torn: Path) -> None:
    journal = beside(torn, ".journal").read_bytes()
    ids(torn)
    after = torn.read_bytes()
    beside(torn, ".journal").write_bytes(journal)
    recover(torn)
    assert torn.read_bytes() == after and names(torn) == [""]
    assert ids(torn) == ["d1", "d2", "d3"]


@pytest.mark.parametrize("damage", ["short", "long", "changed", "empty"])
def test_a_journal_that_is_torn_itself_is_not_used(cut_off: Path, tmp_path: Path, damage: str) -> None:
    path, journal = tmp_path / "a.duckdb", beside(cut_off, ".journal").read_bytes()
    for suffix in ("", ".wal"):
        shutil.copy(beside(cut_off, suffix), beside(path, suffix))
    middle = len(journal) // 2
    damaged = {"short": journal[:-1], "long": journal + b"x", "changed": journal[:middle] + b"xyz" + journal[middle + 3 :], "empty": b""}
    beside(path, ".journal").write_bytes(damaged[damage])
    before = path.read_bytes()
    recover(path)
    assert path.read_bytes() == before and names(path) == ["", ".wal"]
    assert ids(path) == ["d1", "d2", "d3"]


def test_the_journal_of_another_database_is_not_used(torn: Path, tmp_path: Path) -> None:
    torn.unlink()  # somebody deletes the database and leaves the rest
    with Database(torn) as db:
        db.write(coded("d9", "z.md"), run())
    assert ids(torn) == ["d9"] and names(torn) == [""]


def test_what_cannot_be_mended_for_want_of_a_permission_is_said(torn: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, mode: str, **options: int) -> object:
        if "+" in mode:
            raise PermissionError(13, "Permission denied")
        return open(path, mode, **options)

    monkeypatch.setattr(checkpoint, "open", refused, raising=False)
    monkeypatch.delattr(checkpoint.os, "pread")  # as on Windows
    with pytest.raises(DatelineError, match=r"E201.*was killed while it wrote to it.*Permission denied.*open it once where it may be written"):
        ids(torn, read_only=True)
    for offset, block in checkpoint._copies(beside(torn, ".journal")):
        with open(torn, "r+b") as file:
            file.seek(offset)
            file.write(block)
    assert ids(torn, read_only=True) == ["d1", "d2", "d3"], "cut off before anything was written: nothing is to be mended"


OPEN = """
import sys
from pathlib import Path
from dateline.errors import DatelineError
from dateline.store.duckdb import Database
try:
    with Database(sys.argv[1], read_only=True):
        print("opened")
except DatelineError as error:
    print(error.code)
"""


def test_the_lock_stays_through_checkpoints_and_a_journal_in_use_is_let_alone(torn: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    foreign = beside(torn, ".journal").read_bytes()
    monkeypatch.setattr(duckdb, "CHECKPOINT_AT", 0)
    with Database(torn) as db:
        db.write(coded("d4", "d.md"), run())
        assert names(torn) == [""], "the checkpoint was made"
        beside(torn, ".journal").write_bytes(foreign)
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run([sys.executable, "-c", OPEN, str(torn)], env=environment, capture_output=True, text=True)
        assert done.stdout == "E202\n", done.stderr
        assert beside(torn, ".journal").read_bytes() == foreign
    assert ids(torn) == ["d1", "d2", "d3", "d4"] and names(torn) == [""]


def test_the_log_is_kept_short_within_a_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duckdb, "CHECKPOINT_AT", 30_000)
    path, longest, made = tmp_path / "a.duckdb", 0, 0
    with Database(path) as db:
        for number in range(12):
            db.write(coded(f"d{number}", f"{number}.md"), run())
            size = beside(path, ".wal").stat().st_size if beside(path, ".wal").exists() else 0
            longest, made = max(longest, size), made + (size == 0)
    assert longest <= 30_000 and made > 1
    assert len(ids(path)) == 12


def test_where_no_journal_can_be_written_the_log_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    with Database(path) as db:
        db.write(coded("d1", "a.md"), run())
        beside(path, ".journal").mkdir()
    assert names(path) == ["", ".journal", ".wal"]
    beside(path, ".journal").rmdir()
    assert ids(path) == ["d1"] and names(path) == [""]


def test_a_result_that_nobody_reads_to_its_end_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    with Database(path) as db:
        db.write(coded(), run())
        rows = db.stream("SELECT mentions.* FROM mentions, range(100_000)", rows=10)
        next(rows)
    assert names(path) == [""]
