"""No room and no permission: a full disk, a limit on files, a read-only folder. One coded error; what was there stays; the next run works."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from contents import contents
from test_kills import CODE, corpus

from children import Ended, Warm, environment
from dateline.store.duckdb import Database

if not hasattr(os, "fork"):  # the children are forked
    pytest.skip("this system has no fork", allow_module_level=True)

#: Megabytes of the small disk; the undisturbed database of the corpus has 3.
SMALL = 6


def mounted(folder: Path, options: str) -> bool:
    """Whether a file system in memory could be mounted."""
    try:
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True)
    except OSError:
        return False
    return done.returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not mounted(folder, f"size={SMALL}m"):
        pytest.skip("mounting a small disk (tmpfs) is not permitted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=False, capture_output=True)


def fill(folder: Path, leave: int = 0) -> None:
    """Fills a disk but for so many bytes."""
    with (folder / "filler").open("wb", buffering=0) as stream:
        try:
            while True:
                stream.write(b"\0" * 4096)
        except OSError:
            pass
        if leave:
            stream.truncate(max(0, stream.tell() - leave))


def refused(ended: Ended, *codes: str) -> None:
    assert ended.code == 1, ended.err
    assert any(code in ended.err for code in codes) and len(ended.err.splitlines()) <= 3, ended.err


LONG = [pytest.param(leave, marks=pytest.mark.long) for leave in (0, 400_000, 800_000, 1_600_000)]


@pytest.mark.parametrize("leave", [60_000, 1_200_000, *LONG])
def test_a_disk_that_fills_up_while_coding(forking: Warm, disk: Path, tmp_path: Path, leave: int) -> None:
    corpus(tmp_path / "in.jsonl", 170)
    calm = tmp_path / "calm"
    calm.mkdir()
    command = [str(tmp_path / "in.jsonl") if part == "in.jsonl" else part for part in CODE]
    fill(disk, leave)
    ended = forking.start(disk, *command).end()
    assert ended.code == 1 and "No space left" in ended.err, ended.err
    (disk / "filler").unlink()
    assert forking.start(disk, *command).end().out == forking.start(calm, *command).end().out
    assert contents(disk / "a.duckdb") == contents(calm / "a.duckdb")
    assert sorted(path.name for path in disk.iterdir()) == ["a.duckdb"]


COMMANDS = [
    ("code", "in.md", "--coder", "lexicon", "--no-db", "--out", "old"),
    ("code", "in.md", "--coder", "lexicon", "--no-db", "--format", "jsonl", "--out", "old"),
    ("code", "in.md", "--coder", "lexicon", "--no-db", "--format", "parquet", "--out", "old"),
    ("code", "in.md", "--coder", "lexicon", "--no-db", "--brief", "old"),
    ("code", "in.md", "--coder", "lexicon", "--out", "folder/"),
    ("export", "--format", "csv", "--out", "old", "--db", "a.duckdb"),
    ("export", "--format", "xlsx", "--out", "old", "--db", "a.duckdb"),
    ("series", "--out", "old.csv", "--db", "a.duckdb"),
    ("import", "in.csv", "--db", "a.duckdb"),
]


def test_outputs_on_a_full_disk_leave_what_was_there(forking: Warm, disk: Path) -> None:
    (disk / "in.md").write_text("# Kenya acts\n\n" + "Kenya expelled two Russian diplomats on Monday. " * 5)
    (disk / "in.csv").write_text("eid\n")
    assert forking.start(disk, "code", "in.md", "--coder", "lexicon", "--db", "a.duckdb").end().code == 0
    for name in ("old", "old.csv"):
        (disk / name).write_text("what was there")
    before = contents(disk / "a.duckdb")
    fill(disk)
    for command in COMMANDS:
        refused(forking.start(disk, *command).end(), "E401")
        assert {name: (disk / name).read_text() for name in ("old", "old.csv")} == dict.fromkeys(("old", "old.csv"), "what was there"), command
    assert contents(disk / "a.duckdb") == before
    assert not [path.name for path in disk.iterdir() if ".new-" in path.name]


@pytest.mark.parametrize("command", [("code", "in.md", "--coder", "lexicon", "--no-db", "--format", "jsonl"), ("--version",)])
def test_standard_output_without_room(tmp_path: Path, command: tuple[str, ...]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    (tmp_path / "in.md").write_text("Kenya expelled two Russian diplomats on Monday. " * 5)
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "dateline", *command], cwd=tmp_path, env=environment(PYTHONUNBUFFERED=""), stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == 1 and "error: standard output: " in done.stderr and "[E401]" in done.stderr and "Traceback" not in done.stderr, done.stderr


LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
sys.argv[1:] = sys.argv[2:]
from dateline.cli import main
main()
"""


@pytest.mark.parametrize("size", [0, 100_000])
def test_a_limit_on_the_size_of_files(forking: Warm, tmp_path: Path, size: int) -> None:
    pytest.importorskip("resource", reason="this system has no limits on files")
    corpus(tmp_path / "in.jsonl", 170)
    done = subprocess.run([sys.executable, "-c", LIMITED, str(size), *CODE], cwd=tmp_path, env=environment(), capture_output=True, text=True)
    assert done.returncode == 1 and "Traceback" not in done.stderr, done.stderr
    assert "E401" in done.stderr or "E201" in done.stderr, done.stderr
    assert forking.start(tmp_path, *CODE).end().code == 1  # the malformed line
    with Database(tmp_path / "a.duckdb", read_only=True) as db:
        assert db.query("SELECT count(*) AS n FROM documents").to_pylist() == [{"n": 170}]


@pytest.fixture
def frozen(forking: Warm, tmp_path: Path) -> Iterator[Path]:
    """A folder with a coded database in which nothing can be written any more."""
    folder = tmp_path / "frozen"
    folder.mkdir()
    by_rights = hasattr(os, "geteuid") and os.geteuid() != 0
    if not by_rights and not mounted(folder, "size=20m"):
        pytest.skip("root may write everywhere, and mounting a read-only disk is not permitted here")
    (folder / "in.md").write_text("Kenya expelled two Russian diplomats on Monday. " * 5)
    assert forking.start(folder, "code", "in.md", "--coder", "lexicon", "--db", "a.duckdb").end().code == 0
    if by_rights:
        (folder / "a.duckdb").chmod(0o444)
        folder.chmod(0o555)
    else:
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True, capture_output=True)
    yield folder
    if by_rights:
        folder.chmod(0o755)
    else:
        subprocess.run(["umount", "-l", str(folder)], check=False, capture_output=True)


def test_a_read_only_folder_is_read_and_refuses_writes(forking: Warm, frozen: Path) -> None:
    def done(*command: str) -> Ended:
        return forking.start(frozen, *command).end()

    assert "expelled" in done("events", "--db", "a.duckdb").out
    for reads in (("sql", "SELECT count(*) FROM mentions"), ("export", "--format", "csv")):
        assert done(*reads, "--db", "a.duckdb").code == 0
    assert done("code", "in.md", "--coder", "lexicon", "--no-db").code == 0
    coding = ("code", "in.md", "--coder", "lexicon", "--db")
    for command in (*COMMANDS, (*coding, "a.duckdb"), (*coding, "new.duckdb"), ("forget", "in.md", "--db", "a.duckdb")):
        refused(done(*command), "E401", "E201")
