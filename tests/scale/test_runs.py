"""Runs over a corpus: the same files for any number of workers and after any interruption."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest
import runs_of as making


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a corpus and the run ``one`` over it in one process."""
    folder = tmp_path_factory.mktemp("runs")
    making.corpus(folder)
    finished = making.code(folder, "one/")
    assert finished.returncode == 1, finished.stderr  # some documents are empty
    return folder


def test_the_records_are_those_of_an_ordinary_run(undisturbed: Path) -> None:
    ordinary = making.run(undisturbed, "code", "corpus.jsonl", "--coder", "lexicon", "--no-db", "--format", "jsonl")
    expected = [json.loads(line)["mention_id"] for line in ordinary.stdout.splitlines()]
    table = pq.read_table(undisturbed / "one")  # readers of partitioned data leave the folders with an underscore out
    assert expected and table.column("mention_id").to_pylist() == expected
    summary = json.loads((undisturbed / "one" / "_summary.json").read_text())
    assert summary["mentions"] == len(expected)
    assert summary["parts"] == making.done(undisturbed / "one") >= 4
    problems = pq.read_table(undisturbed / "one" / "_problems")
    assert summary["errors"] == problems.num_rows > 3


def test_a_run_becomes_the_database_of_an_ordinary_run(undisturbed: Path) -> None:
    making.run(undisturbed, "code", "corpus.jsonl", "--coder", "lexicon", "--db", "ordinary.duckdb")
    for _ in range(2):  # a second time nothing doubles
        loaded = making.run(undisturbed, "code", "one/", "--db", "loaded.duckdb")
        assert loaded.returncode == 1 and "of one/, stored in loaded.duckdb; 5 inputs could not be read" in loaded.stderr
        assert [line.count("corpus.jsonl:") for line in loaded.stderr.splitlines() if "[E003]" in line] == [5]
    for asked in (("events", "--merged", "--format", "jsonl"), ("series", "--period", "week")):
        one, other = (making.run(undisturbed, *asked, "--db", name).stdout for name in ("loaded.duckdb", "ordinary.duckdb"))
        assert one and one == other


def test_a_document_that_stands_twice_is_loaded_once(tmp_path: Path) -> None:
    line = '{"id": "a", "text": "Peru expelled the Chilean consul on 3 May.", "date": "2024-05-04"}\n'
    (tmp_path / "corpus.jsonl").write_text(line * 2, encoding="utf-8")
    making.code(tmp_path, "coded/")
    loaded = making.run(tmp_path, "code", "coded/", "--db", "loaded.duckdb")
    assert loaded.returncode == 0 and "[W105]" in loaded.stderr, loaded.stderr
    assert len(making.run(tmp_path, "events", "--db", "loaded.duckdb", "--format", "jsonl").stdout.splitlines()) == 1


def test_two_workers_write_the_same_files(undisturbed: Path) -> None:
    making.code(undisturbed, "two/", "--workers", "2", "--resume")
    assert making.files(undisturbed / "two") == making.files(undisturbed / "one")


def test_shares_write_the_same_files(undisturbed: Path) -> None:
    for share in ("2/3", "1/3", "3/3"):
        making.code(undisturbed, "shares/", "--share", share)
    assert making.files(undisturbed / "shares") == making.files(undisturbed / "one")


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("workers", [pytest.param("1", marks=pytest.mark.long), "2"])
def test_a_killed_run_is_completed_and_does_only_what_is_missing(undisturbed: Path, workers: str) -> None:
    out = undisturbed / f"killed{workers}"
    arguments = ("code", "corpus.jsonl", "--coder", "lexicon", "--out", f"{out.name}/", "--workers", workers)
    process = subprocess.Popen(making.command(*arguments), cwd=undisturbed, env=making.environment(), stderr=subprocess.DEVNULL)
    _until(lambda: making.done(out) >= 1, process)
    started = _workers(process.pid) if workers == "2" and Path("/proc").is_dir() else []
    process.kill()
    process.wait()
    end = time.monotonic() + 5
    while any(map(_runs, started)):  # its workers end with it
        assert time.monotonic() < end, "workers go on without the process that started them"
        time.sleep(0.05)
    kept = {path: path.stat().st_mtime_ns for path in out.glob("_done/*.json")}
    assert kept
    again = making.code(undisturbed, out.name, "--workers", workers, "--resume")
    assert "[E4" not in again.stderr
    assert making.files(out) == making.files(undisturbed / "one")
    assert {path: path.stat().st_mtime_ns for path in kept} == kept


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="finds the workers in /proc")
def test_a_killed_worker_is_replaced(undisturbed: Path) -> None:
    out = undisturbed / "worker"
    arguments = ("code", "corpus.jsonl", "--coder", "lexicon", "--out", "worker/", "--workers", "2")
    process = subprocess.Popen(making.command(*arguments), cwd=undisturbed, env=making.environment(), stderr=subprocess.DEVNULL)
    _until(lambda: making.done(out) >= 1, process)
    os.kill(_workers(process.pid)[0], signal.SIGKILL)
    assert process.wait(timeout=200) == 1
    assert making.files(out) == making.files(undisturbed / "one")


def _workers(parent: int) -> list[int]:
    """Process ids of the worker processes of a run."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (entry / "stat").exists():
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
            if int(fields[1]) == parent and b"spawn_main" in (entry / "cmdline").read_bytes():
                found.append(int(entry.name))
    assert found
    return found


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _until(condition: object, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 120
    while not condition():  # type: ignore[operator]
        assert process.poll() is None and time.monotonic() < end, "the run ended before it could be disturbed"
        time.sleep(0.01)


def test_a_damaged_file_is_made_again(undisturbed: Path) -> None:
    shutil.copytree(undisturbed / "one", undisturbed / "damaged")
    path = undisturbed / "damaged" / "part-000001.parquet"
    path.write_bytes(path.read_bytes()[:-1])
    making.code(undisturbed, "damaged/", "--resume")
    assert making.files(undisturbed / "damaged") == making.files(undisturbed / "one")


def test_a_folder_of_another_run_is_refused(undisturbed: Path) -> None:
    before = making.files(undisturbed / "one")
    assert "E403" in making.code(undisturbed, "one/").stderr
    other = making.code(undisturbed, "one/", "--resume", "--date", "2024-01-01")
    assert "E404" in other.stderr and "date: -, now 2024-01-01" in other.stderr
    assert making.files(undisturbed / "one") == before


def test_rerun_says_what_differs(undisturbed: Path) -> None:
    same = making.run(undisturbed, "rerun", "one/_manifest.json")
    assert same.returncode == 0, same.stdout + same.stderr
    assert same.stdout.endswith("records, the same\n")
    corpus = undisturbed / "corpus.jsonl"
    content = corpus.read_text()
    try:
        corpus.write_text(content.replace("army attacked a village in Uganda", "army left a village in Uganda", 1))
        changed = making.run(undisturbed, "rerun", "one", "--workers", "2")
    finally:
        corpus.write_text(content)
    assert changed.returncode == 1
    assert "input corpus.jsonl: " in changed.stdout
    assert "gone: " in changed.stdout and "differ" in changed.stdout.splitlines()[-1]


def test_rerun_stops_at_a_missing_input_and_takes_the_folder_where_it_lies(tmp_path: Path) -> None:
    old, archive = tmp_path / "old", tmp_path / "archive"
    old.mkdir()
    (old / "lima.txt").write_text("Peru expelled the Chilean consul on Friday.", encoding="utf-8")
    (old / "quito.txt").write_text("Ecuador rejected a Peruvian proposal.", encoding="utf-8")
    assert making.run(old, "code", "lima.txt", "quito.txt", "--coder", "lexicon", "--out", "coded/").returncode == 0
    archive.mkdir()
    shutil.move(old / "coded", archive / "coded")
    elsewhere = making.run(archive, "rerun", "coded/_manifest.json")
    assert elsewhere.returncode == 1 and "gone:" not in elsewhere.stdout and "differ" not in elsewhere.stdout
    assert "lima.txt" in elsewhere.stderr and "[E001]" in elsewhere.stderr and "1 other input" in elsewhere.stderr and "--folder" in elsewhere.stderr
    found = making.run(archive, "rerun", "coded", "--folder", "../old", "--out", "again/")
    assert found.returncode == 0 and found.stdout.endswith("the same\n"), found.stdout + found.stderr
    assert (archive / "again" / "_manifest.json").is_file() and not (old / "again").exists()
    assert "[E001]" in making.run(archive, "rerun", "coded", "--folder", "nowhere").stderr


def test_rerun_of_a_run_that_never_had_an_input_repeats_it(tmp_path: Path) -> None:
    (tmp_path / "accra.txt").write_text("Ghana expelled the Togolese consul on Friday.", encoding="utf-8")
    making.run(tmp_path, "code", "accra.txt", "none.txt", "--coder", "lexicon", "--out", "coded/")
    again = making.run(tmp_path, "rerun", "coded")
    assert again.returncode == 0 and again.stdout.endswith("the same\n"), again.stdout + again.stderr


@pytest.mark.parametrize(
    "arguments", [("--workers", "2"), ("--resume",), ("--out", "x/", "--brief", "b.html"), ("--out", "x/", "--format", "csv")]
)
def test_options_that_do_not_go_together(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    finished = making.run(tmp_path, "code", "corpus.jsonl", *arguments)
    assert finished.returncode == 2 and "--out FOLDER" in finished.stderr
    assert not list(tmp_path.iterdir())
