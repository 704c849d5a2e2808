"""What was said of inputs that could not be read is gone once they are read, whatever their documents are called then."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import dateline_

from dateline.storing import named_by

ROWS = [{"nr": number, "words": text} for number, text in enumerate(("Oman expelled two Iranian diplomats.", "Chile condemned the raid in Peru."), 1)]


def unread(folder: Path) -> list[str]:
    done = dateline_(folder, "sql", "SELECT DISTINCT input_id FROM problems WHERE severity = 'error' ORDER BY 1", "--format", "csv")
    assert done.returncode == 0, done.stderr
    return done.stdout.split()[1:]


def code(folder: Path, *words: str) -> int:
    return dateline_(folder, "code", *words, "--coder", "lexicon").returncode


@pytest.mark.parametrize("name", ["wire.jsonl", "wire.csv"])
def test_a_corpus_that_is_read_with_other_columns_was_read(tmp_path: Path, name: str) -> None:
    rows = "".join(f"{json.dumps(row)}\n" for row in ROWS) if name.endswith("jsonl") else "nr,words\n" + "".join(f"{row['nr']},{row['words']}\n" for row in ROWS)
    (tmp_path / name).write_text(rows)
    (tmp_path / "other.jsonl").write_text('{"id": 1}\n')
    assert code(tmp_path, name, "other.jsonl") == 1 and name in " ".join(unread(tmp_path))
    assert code(tmp_path, f"./{name}", "--columns", "id=nr,text=words", "--date", "2024-05-03") == 0
    assert unread(tmp_path) == ["other.jsonl:1"]  # which was not read again


def test_what_is_still_wrong_stays(tmp_path: Path) -> None:
    (tmp_path / "wire.jsonl").write_text('{"id": 1}\n{"id": 2}\n')
    assert code(tmp_path, "wire.jsonl") == 1
    (tmp_path / "wire.jsonl").write_text('{"id": 1, "text": "Oman expelled two Iranian diplomats.", "date": "2024-05-03"}\n{"id": 2}\n')
    assert code(tmp_path, "wire.jsonl") == 1
    assert unread(tmp_path) == ["wire.jsonl:2"]


def test_a_watched_corpus_that_was_mended_was_read(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "wire.jsonl").write_text('{"id": 1}\n')
    assert dateline_(tmp_path, "watch", "inbox", "--once", "--coder", "lexicon").returncode == 1
    assert unread(tmp_path) == ["inbox/wire.jsonl:1"]
    assert dateline_(tmp_path, "watch", "inbox", "--once", "--coder", "lexicon").returncode == 0
    assert unread(tmp_path) == ["inbox/wire.jsonl:1"]
    (inbox / "wire.jsonl").write_text('{"id": 1, "text": "Oman expelled two Iranian diplomats.", "date": "2024-05-03"}\n')
    assert dateline_(tmp_path, "watch", "inbox", "--once", "--coder", "lexicon").returncode == 0
    assert unread(tmp_path) == []


def test_which_inputs_were_named(tmp_path: Path) -> None:
    is_named = named_by([str(tmp_path), "pile/news.csv", "https://paper.example/a"])
    assert is_named(f"{tmp_path}/gone.txt") and is_named("./pile/news.csv:12") and is_named("pile/news.csv") and is_named("https://paper.example/a")
    assert not is_named("pile/news.csv.txt") and not is_named("pile/other.csv:12") and not is_named("row-12") and not is_named("https://paper.example/b")
