"""Output files have the format that their ending names, or are refused before anything is coded."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from running import dateline_

TEXT = "Norway expelled two Serbian diplomats on Monday, NRK reported.[^1]\n\n[^1]: NRK, “Norge utviser”, 3 May 2021.\n"
CODE = ("code", "a.md", "--coder", "lexicon", "--date", "2021-05-04")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("endings")
    (made / "a.md").write_text(TEXT, encoding="utf-8")
    done = dateline_(made, *CODE, "--db", "a.duckdb")
    assert done.returncode == 0, done.stderr
    return made


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        ((*CODE, "--no-db", "--out", "acts.CSV"), b"mention_id,"),
        ((*CODE, "--no-db", "--out", "acts.jsonl"), b'{"schema_version"'),
        ((*CODE, "--no-db", "--out", "acts.pq"), b"PAR1"),
        ((*CODE, "--no-db", "--out", "acts.txt"), b"# "),
        ((*CODE, "--no-db", "--out", "acts"), b"# "),
        ((*CODE, "--no-db", "--format", "csv", "--out", "acts.data"), b"mention_id,"),
        ((*CODE, "--no-db", "--format", "plover", "--out", "acts.json"), b"{"),
        ((*CODE, "--no-db", "--brief", "b.docx"), b"PK"),
        ((*CODE, "--no-db", "--brief", "b.htm"), b"<!DOCTYPE html>"),
        (("sources", "a.md", "--out", "s.bib"), b"@"),
        (("sources", "a.md", "--out", "s.RIS"), b"TY  -"),
        (("sources", "a.md", "--out", "s.json"), b"["),
        (("sources", "a.md", "--out", "s.tsv"), b"document\t"),
        (("audit", "a.md", "--coder", "lexicon", "--out", "audit.jsonl"), b"{"),
        (("export", "--db", "a.duckdb", "--format", "csv", "--out", "x.csv"), b"mention_id,"),
        (("export", "--db", "a.duckdb", "--format", "icews", "--out", "x.tab"), b"Event ID\t"),
    ],
)
def test_the_ending_names_the_format(folder: Path, arguments: tuple[str, ...], begins: bytes) -> None:
    done = dateline_(folder, *arguments)
    assert done.returncode == 0, done.stderr
    made = (folder / arguments[-1]).read_bytes()
    assert made.startswith(begins), made[:40]
    if arguments[-1].endswith(".docx"):
        assert "word/document.xml" in zipfile.ZipFile(folder / arguments[-1]).namelist()
    if arguments[-1] == "s.json":
        assert json.loads(made)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((*CODE, "--out", "n.xlsx"), "dateline export"),
        ((*CODE, "--out", "n.csv.gz"), ".gz"),
        ((*CODE, "--format", "csv", "--out", "n.jsonl"), "end it in .csv"),
        ((*CODE, "--format", "table", "--out", "n.csv"), "--format table"),
        ((*CODE, "--brief", "n.xlsx"), "a brief ends in"),
        (("brief", "a.md", "--format", "docx", "--out", "n.html"), "end it in .docx"),
        (("sources", "a.md", "--out", "n.csv"), ".tsv"),
        (("sources", "a.md", "--format", "ris", "--out", "n.bib"), "end it in .ris"),
        (("audit", "a.md", "--out", "n.html"), "--html FILE"),
        (("audit", "a.md", "--html", "n.pdf"), ".html"),
        (("export", "--db", "a.duckdb", "--format", "csv", "--out", "n.xlsx"), ".csv"),
        (("export", "--db", "a.duckdb", "--format", "polecat", "--out", "n.parquet"), ".tsv"),
    ],
)
def test_another_ending_is_refused(folder: Path, arguments: tuple[str, ...], told: str) -> None:
    done = dateline_(folder, *arguments)
    assert done.returncode == 2
    assert told in " ".join(done.stderr.replace("\u2502", " ").replace("|", " ").split())
    assert not (folder / arguments[-1]).exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((*CODE, "--db", "new.duckdb", "--brief", "none/b.html"), "the folder none does not exist"),
        ((*CODE, "--db", "new.duckdb", "--out", "a.md/x.csv"), "the folder a.md is a file"),
        ((*CODE, "--db", "new.duckdb", "--brief", "kept.html"), "it is a folder"),
        (("audit", "a.md", "--html", "none/a.html"), "the folder none does not exist"),
        (("sources", "a.md", "--out", "none/a.ris"), "the folder none does not exist"),
        (("series", "--db", "a.duckdb", "--out", "none/a.csv"), "the folder none does not exist"),
        (("brief", "a.md", "--out", "none/a.md"), "the folder none does not exist"),
    ],
)
def test_a_place_that_cannot_be_written_is_told_before_the_work(folder: Path, arguments: tuple[str, ...], told: str) -> None:
    (folder / "kept.html").mkdir(exist_ok=True)
    done = dateline_(folder, *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert told in done.stderr and "[E401]" in done.stderr
    assert not (folder / "new.duckdb").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device without room")
def test_what_was_stored_is_told_where_the_output_fails_after_all(folder: Path) -> None:
    done = dateline_(folder, *CODE, "--db", "kept.duckdb", "--format", "csv", "--out", "/dev/full")
    assert done.returncode == 1
    assert "1 act, 0 claims, stored in kept.duckdb" in done.stderr and "[E401]" in done.stderr
