"""Output whose encoding lacks letters: a redirect on Windows, an old locale."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from running import cold_

from dateline.cli.letters import keep_all_letters

TEXT = "Poland expelled two Belarusian diplomats on Monday, Radosław Sikorski said in Łódź. 😀\n"


@pytest.mark.parametrize(("encoding", "written"), [("cp1252", "\\u0141\u00f3d\\u017a"), ("ascii", "\\u0141\\u00f3d\\u017a"), ("utf-8", "\u0141ód\u017a")])
def test_letters_that_are_lacking_are_escaped(encoding: str, written: str) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding)
    keep_all_letters(stream)
    stream.write("Łódź")
    stream.flush()
    assert raw.getvalue() == written.encode(encoding)


def test_json_reads_the_escapes_as_the_letters() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    keep_all_letters(stream)
    stream.write(json.dumps("Łódź 😀", ensure_ascii=False))
    stream.flush()
    assert json.loads(raw.getvalue()) == "Łódź 😀"


def test_a_stream_with_its_own_way_keeps_it() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="replace")
    keep_all_letters(stream, sys.stdin, None)
    assert stream.errors == "replace"


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_no_command_ends_in_a_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    for arguments in (("code", "a.txt", "--coder", "lexicon", "--db", "a.duckdb"), ("events", "--db", "a.duckdb"), ("audit", "a.txt", "--coder", "lexicon")):
        done = cold_(tmp_path, *arguments)
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    assert "Sikorski" in cold_(tmp_path, "events", "--db", "a.duckdb", "--format", "jsonl").stdout
