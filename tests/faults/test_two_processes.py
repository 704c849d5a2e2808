"""Two processes on one database: one works, the other says who holds it or waits; nothing is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from contents import of_documents
from test_kills import corpus, story

from children import Ended, Warm, cold, environment, warm
from dateline.store.duckdb import Database

HOLD = "import sys\nfrom dateline.store.duckdb import Database\nwith Database('a.duckdb'):\n    print('open', flush=True)\n    sys.stdin.read()\n"


def holder(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", HOLD], cwd=folder, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stdout.readline() == "open\n"
    return process


def test_who_comes_second_is_told_who_is_first(forking: Warm, tmp_path: Path) -> None:
    (tmp_path / "in.md").write_text(story(1))
    first = holder(tmp_path)
    try:
        for command in (
            ("code", "in.md", "--coder", "lexicon"), ("events",), ("sql", "SELECT 1"), ("import", "in.md"), ("forget", "in.md"),
            ("watch", ".", "--once", "--coder", "lexicon"),
        ):  # fmt: skip
            ended: Ended = forking.start(tmp_path, *command, "--db", "a.duckdb").end()
            assert ended.code == 1 and "E202" in ended.err and f"process {first.pid} holds it" in ended.err, (command, ended.err)
            assert "wait for it to end" in ended.err and len(ended.err.splitlines()) == 1
    finally:
        first.communicate("")
    assert forking.start(tmp_path, "code", "in.md", "--coder", "lexicon", "--db", "a.duckdb").end().code == 0


def test_a_watcher_waits_until_the_database_is_free(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "a.md").write_text(story(1))
    os.utime(tmp_path / "inbox" / "a.md", (0, 0))
    first = holder(tmp_path)
    command = [sys.executable, "-m", "dateline", "watch", "inbox", "--every", "1", "--coder", "lexicon", "--db", "a.duckdb", "--format", "jsonl"]
    watcher = subprocess.Popen(command, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert watcher.stdout is not None and watcher.stderr is not None
        assert "E202" in watcher.stderr.readline()
        first.communicate("")
        assert json.loads(watcher.stdout.readline())["input_id"] == "inbox/a.md"
    finally:
        watcher.kill()
        watcher.communicate()


@pytest.mark.long
def test_two_processes_that_make_the_database_at_once_both_end_well(tmp_path: Path) -> None:
    """One of them may have to be started again; documents of both are there in the end."""
    for name, count in (("one.jsonl", 40), ("two.jsonl", 40)):
        corpus(tmp_path / name, count)
    rows = (tmp_path / "two.jsonl").read_text().replace('"id": "a', '"id": "b')
    (tmp_path / "two.jsonl").write_text(rows)
    with warm() as left, warm() as right:
        for _ in range(3):
            runs = [process.start(tmp_path, "code", name, "--coder", "lexicon", "--db", "a.duckdb") for process, name in ((left, "one.jsonl"), (right, "two.jsonl"))]
            ended = [run.end() for run in runs]
            for one in ended:
                assert "E202" in one.err or "E007" in one.err, one.err
                time.sleep(0.05)
    for name in ("one.jsonl", "two.jsonl"):
        assert "E007" in cold(tmp_path, "code", name, "--coder", "lexicon", "--db", "a.duckdb").err
    assert len(of_documents(tmp_path / "a.duckdb")) == 80
    with Database(tmp_path / "a.duckdb", read_only=True) as db:
        assert db.query("SELECT count(*) AS n FROM documents GROUP BY input_id HAVING count(*) > 1").num_rows == 0
