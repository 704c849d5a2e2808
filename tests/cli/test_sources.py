"""Sources of files and of the database, listed and exported."""

from __future__ import annotations

import json
from pathlib import Path

import bibtexparser
import pytest
import rispy
from bibtexparser.bparser import BibTexParser
from running import dateline_, records

TEXT = (
    "# Kenya expels envoys\n\n7 May 2024\n\nKenya expelled two Russian diplomats.[^1] Uganda closed its border.[^2] Kenya recalled its envoy.[^3]\n\n"
    '[^1]: Yonhap, "Kenya Expels Two", The Korea Times, 3 May 2024.\n\n[^2]: Jane Doe, The Long Border (London: Hurst, 2001), 33.\n\n'
    '[^3]: Doe, The Long Border, 50; see also "Envoy Recalled", BBC News, 4 May 2024.\n'
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sources")
    (made / "kenya.md").write_text(TEXT, encoding="utf-8")
    done = dateline_(made, "code", "kenya.md", "--coder", "lexicon", "--db", "a.duckdb")
    assert done.returncode == 0, done.stderr
    return made


def test_every_citation_is_listed(folder: Path) -> None:
    done = dateline_(folder, "sources", "kenya.md", "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    found = records(done.stdout)
    assert [(one["note"], one["kind"], one["title"], one["pages"]) for one in found] == [
        ("1", "agency", "Kenya Expels Two", None),
        ("2", "book", "The Long Border", "33"),
        ("3", "book", "The Long Border", "50"),
        ("3", "news", "Envoy Recalled", None),
    ]
    start, end = found[0]["span"]
    assert end - start == len('Yonhap, "Kenya Expels Two", The Korea Times, 3 May 2024.')


def test_the_database_gives_what_the_file_gives(folder: Path) -> None:
    of_file = dateline_(folder, "sources", "kenya.md", "--format", "jsonl").stdout
    for chosen in ((), ("--doc", "kenya.md")):
        assert dateline_(folder, "sources", "--db", "a.duckdb", "--format", "jsonl", *chosen).stdout == of_file


def test_the_database_lists_one_document_after_another(tmp_path: Path) -> None:
    for name, state in (("b.md", "Kenya"), ("a.md", "Rwanda")):
        (tmp_path / name).write_text(TEXT.replace("Kenya", state), encoding="utf-8")
    assert dateline_(tmp_path, "code", "b.md", "a.md", "--coder", "lexicon", "--db", "two.duckdb").returncode == 0
    found = records(dateline_(tmp_path, "sources", "--db", "two.duckdb", "--format", "jsonl").stdout)
    assert [(one["input_id"], one["note"]) for one in found] == [(name, note) for name in ("a.md", "b.md") for note in ("1", "2", "3", "3")]
    (tmp_path / "moved").mkdir()
    asked = dateline_(tmp_path, "sources", "--db", "two.duckdb", "--doc", "moved/a.md")
    assert asked.returncode == 1 and "perhaps a.md" in asked.stderr and "--help" not in asked.stderr and "cannot be opened" not in asked.stderr


def test_exports_have_each_source_once(folder: Path) -> None:
    items = json.loads(dateline_(folder, "sources", "kenya.md", "--format", "csl-json").stdout)
    assert [item["title"] for item in items] == ["Kenya Expels Two", "The Long Border", "Envoy Recalled"]
    assert items[1]["note"] == "Cited in kenya.md, note 2, 3"
    entries = bibtexparser.loads(dateline_(folder, "sources", "kenya.md", "--format", "bibtex").stdout, BibTexParser(common_strings=True)).entries
    assert [entry["ID"] for entry in entries] == [item["id"] for item in items]
    assert dateline_(folder, "sources", "kenya.md", "--format", "ris", "--out", "a.ris").returncode == 0
    assert [one["title"] for one in rispy.loads((folder / "a.ris").read_text(encoding="utf-8"))] == [item["title"] for item in items]


def test_a_table_for_people(folder: Path) -> None:
    lines = dateline_(folder, "sources", "kenya.md").stdout.splitlines()
    assert lines[0].split("\t") == ["document", "note", "kind", "by", "title", "in", "date"]
    assert lines[1].split("\t") == ["kenya.md", "1", "agency", "Yonhap", "Kenya Expels Two", "The Korea Times", "2024-05-03"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("gone.md",), 1, "[E001]"),
        (("--db", "gone.duckdb"), 1, "E201"),
        (("--db", "a.duckdb", "--doc", "gone.md"), 1, "gone.md"),
        (("kenya.md", "--format", "ris", "--out", "gone/a.ris"), 1, "E401"),
        (("kenya.md", "--doc", "kenya.md"), 2, "--doc"),
        (("kenya.md", "--format", "endnote"), 2, "endnote"),
    ],
)
def test_failures(folder: Path, arguments: tuple[str, ...], code: int, words: str) -> None:
    done = dateline_(folder, "sources", *arguments)
    assert done.returncode == code
    assert words in done.stderr


def test_a_file_without_sources_is_no_failure(folder: Path) -> None:
    (folder / "bare.md").write_text("# A\n\nKenya expelled two Russian diplomats on 3 May 2024.\n", encoding="utf-8")
    done = dateline_(folder, "sources", "bare.md", "--format", "csl-json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
