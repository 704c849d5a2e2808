"""A clock that goes backwards, stands still or is years off: the same records, ids and order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from contents import contents

from children import cold, environment
from dateline.store.duckdb import Database

STORY = "Kenya expelled two Russian diplomats on Monday. Ethiopia condemned the decision yesterday and will recall its envoy next week."
COMMAND = ("code", "in.md", "--coder", "lexicon", "--date", "2024-03-06", "--db", "a.duckdb", "--format", "jsonl")
#: Runs the command line with a clock that starts at the given time and loses an hour whenever it is read.
BACKWARDS = """
import sys, time, datetime as dt
now = [float(sys.argv[1])]
def tick():
    now[0] -= 3600.0
    return now[0]
real = dt.datetime
class Clock(real):
    @classmethod
    def now(cls, tz=None):
        return real.fromtimestamp(tick(), tz)
    @classmethod
    def utcnow(cls):
        return real.fromtimestamp(tick(), dt.timezone.utc).replace(tzinfo=None)
class Day(dt.date):
    @classmethod
    def today(cls):
        return real.fromtimestamp(tick()).date()
import dateline.cli.code, dateline.cli.watch, dateline.cli.imports
for name, module in list(sys.modules.items()):
    if name.startswith("dateline") and getattr(module, "datetime", None) is real:
        module.datetime = Clock
time.time = tick
sys.argv[1:] = sys.argv[2:]
from dateline.cli import main
main()
"""


def at(folder: Path, start: float, *command: str) -> str:
    done = subprocess.run([sys.executable, "-c", BACKWARDS, str(start), *command], cwd=folder, env=environment(), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_records_do_not_depend_on_the_clock(tmp_path: Path) -> None:
    calm, odd = tmp_path / "calm", tmp_path / "odd"
    for folder in (calm, odd):
        folder.mkdir()
        (folder / "in.md").write_text(STORY)
    expected = cold(calm, *COMMAND).out
    assert expected
    for start in (4_000_000_000.0, 100_000.0):  # 2096, 1970: each run starts before the last one ended
        assert at(odd, start, *COMMAND) == expected
    assert contents(odd / "a.duckdb") == contents(calm / "a.duckdb")
    with Database(odd / "a.duckdb", read_only=True) as db:
        runs = db.query("SELECT run_id, started, finished FROM runs").to_pylist()
    assert len({row["run_id"] for row in runs}) == 2 and all(row["finished"] is not None for row in runs)


def test_watching_a_folder_whose_files_are_of_the_future_or_of_1970(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    for name, stamp in (("a.md", 4_000_000_000), ("b.md", 0)):
        (tmp_path / "inbox" / name).write_text(STORY.replace("Kenya", name))
        os.utime(tmp_path / "inbox" / name, (stamp, stamp))
    command = ("watch", "inbox", "--once", "--coder", "lexicon", "--db", "a.duckdb", "--format", "jsonl")
    assert at(tmp_path, 1_700_000_000.0, *command)
    assert at(tmp_path, 1_600_000_000.0, *command) == ""
