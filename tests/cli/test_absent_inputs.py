"""Names of files that do not exist."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import dateline_

import dateline


@pytest.mark.parametrize("name", ["gone.pdf", "gone.csv", "gone.jsonl", "gone.xlsx", "gone.parquet", "gone*.txt", "a.md/gone.csv"])
def test_no_database_is_made_for_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.md").write_text("Ghana and Togo signed a treaty on Monday.\n", encoding="utf-8")
    done = dateline_(tmp_path, "code", name, "--coder", "lexicon")
    assert done.returncode == 1
    assert f"[{'E009' if '*' in name else 'E001'}]" in done.stderr and "stored" not in done.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["a.md"]


def test_a_file_beside_it_is_stored(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Ghana and Togo signed a treaty on Monday.\n", encoding="utf-8")
    done = dateline_(tmp_path, "code", "gone.pdf", "a.md", "--coder", "lexicon", "--date", "2022-01-04")
    assert done.returncode == 1 and "1 document, 1 act" in done.stderr and "stored in dateline.duckdb" in done.stderr
    again = dateline_(tmp_path, "code", "gone.pdf", "--coder", "lexicon")
    assert again.returncode == 1 and dateline.events(tmp_path / "dateline.duckdb").num_rows == 1


def test_the_library_makes_none_either(tmp_path: Path) -> None:
    run = dateline.code_all(tmp_path / "gone.txt", db=tmp_path / "a.duckdb", coder="lexicon")
    assert ([one.code for one in run.problems], list(tmp_path.iterdir())) == (["E001"], [])
