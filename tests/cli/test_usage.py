"""Wrong usage, and the cost of starting: nothing heavy is loaded before a command runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from running import GOOD, cold_
from typer.testing import CliRunner

from children import environment
from dateline.cli import app

HEAVY = ("spacy", "duckdb", "pyarrow", "onnxruntime", "lxml", "torch", "thinc", "numpy")
COMMANDS = ("code", "events", "sql", "forget", "evaluate", "who", "where", "when")


@pytest.mark.parametrize(
    "arguments",
    [
        ["code"],
        ["no-such-command"],
        ["code", "a.md", "--no-such-option"],
        ["code", "a.md", "--format", "xml"],
        ["code", "a.md", "--date", "one day in May"],
        ["code", "a.md", "--format", "parquet"],
        ["code", "a.md", "--claims"],
        ["code", "a.md", "--out", "coded/", "--db", "a.duckdb"],
        ["code", "a.md", "--workers", "2", "--out", "acts.jsonl"],
        ["events", "--type", "FIGHT"],
        ["events", "--since", "soon"],
        ["sql"],
        ["forget"],
        ["evaluate"],
        ["train", "--corpus", ".", "--out", "model", "--added", "a.md"],
        ["train", "--corpus", ".", "--out", "model", "--plain", "a.md"],
    ],
)
def test_wrong_usage_exits_two_with_a_message(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    done = cold_(tmp_path, *arguments)
    assert done.returncode == 2, done.stderr
    assert done.stderr.strip()
    assert not (tmp_path / "dateline.duckdb").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["code", "a.md", "--no-db", "--coder", "oracle"], "E303"),
        (["code", "a.md", "--no-db", "--parser", "no_such_parser"], "E301"),
        (["evaluate", "missing.jsonl"], "E001"),
        (["evaluate", "a.md"], "E501"),
        (["corpus", "check", "missing"], "E001"),
        (["corpus", "stats", "missing"], "E001"),
        (["corpus", "agreement", "missing", "a.md"], "E001"),
        (["corpus", "agreement", "a.md", "a.md"], "E502"),
        (["corpus", "gold", "a.md", "--out", "gold.jsonl"], "E502"),
        (["train", "--corpus", "missing", "--out", "model"], "E001"),
        (["train", "--corpus", "a.md", "--out", "model"], "E502"),
    ],
)
def test_a_failure_is_one_line_with_its_code(tmp_path: Path, arguments: list[str], code: str) -> None:
    (tmp_path / "a.md").write_text(GOOD, encoding="utf-8")
    done = cold_(tmp_path, *arguments)
    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = [line for line in done.stderr.splitlines() if code in line]
    assert line.startswith("dateline: ")


@pytest.mark.parametrize("arguments", [["--help"], *([command, "--help"] for command in COMMANDS), ["--version"]])
def test_help_loads_nothing_heavy(tmp_path: Path, arguments: list[str]) -> None:
    script = (
        "import sys\n"
        "from dateline.cli import app\n"
        f"sys.argv = ['dateline', *{arguments!r}]\n"
        "try:\n    app()\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        f"print('LOADED', sorted(set({HEAVY!r}) & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=environment(), capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "LOADED []"
    assert len(done.stdout.splitlines()) > 1


def test_importing_the_package_loads_nothing_heavy(tmp_path: Path) -> None:
    script = f"import sys, dateline\nprint(sorted(set({(*HEAVY, 'typer', 'rich')!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=environment(), capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


def test_help_names_every_command_and_exits_zero(tmp_path: Path) -> None:
    done = cold_(tmp_path, "--help")
    assert done.returncode == 0
    assert all(f"\n  {command} " in done.stdout for command in COMMANDS)


def test_the_output_of_a_run_stands_alone(tmp_path: Path) -> None:
    (tmp_path / "coded").mkdir()
    (tmp_path / "coded" / "_manifest.json").write_text("{}", encoding="utf-8")
    for more, said in ((("a.txt",), "without other inputs"), (("--no-db",), "is coded already")):
        done = cold_(tmp_path, "code", "coded/", *more)
        assert done.returncode == 2 and said in " ".join(done.stderr.split())
    done = cold_(tmp_path, "events", "--db", "coded")
    assert done.returncode == 1 and "dateline code coded --db FILE" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_reader_that_goes_is_told_as_the_shell_does(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dateline", "evaluate", "--help"]
    with subprocess.Popen(command, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        errors = process.stderr.read()
    assert (process.returncode, errors) == (141, b"")


@pytest.mark.parametrize("columns", ["id", "id=", "name=title", "id:doc"])
def test_columns_are_written_as_pairs(columns: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,text\n1,Peru expelled the consul.\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["code", str(tmp_path / "a.csv"), "--no-db", "--columns", columns])
    assert done.exit_code == 2 and "--columns" in done.stderr
