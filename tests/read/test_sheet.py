"""Corpora as CSV: their columns are read, and a file that is none is refused with what to do."""

from __future__ import annotations

import csv
import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.read import ReadOptions, read, read_inputs
from dateline.types import Document, Problem

HEAD = "id,date,title,publisher,text\n"
ROW = 'k7,2021-06-03,Border talks,Daily Herald,"Peru expelled the Bolivian consul on Tuesday, officials in Lima said.\nTalks went on."\n'


def read_file(folder: Path, content: str | bytes, name: str = "news.csv") -> list[Document | Problem]:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_inputs([str(path)]))


def test_a_row_is_the_document_that_the_same_line_of_jsonl_is(tmp_path: Path) -> None:
    text = "Peru expelled the Bolivian consul on Tuesday, officials in Lima said.\nTalks went on."
    line = {"id": "k7", "date": "2021-06-03", "title": "Border talks", "publisher": "Daily Herald", "text": text}
    lines = tmp_path / "news.jsonl"
    lines.write_text(json.dumps(line), encoding="utf-8")
    assert read_file(tmp_path, HEAD + ROW) == list(read_inputs([str(lines)]))


@pytest.mark.parametrize("mark", [";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_spreadsheets_write_other_separators_encodings_and_capitals(tmp_path: Path, mark: str, encoding: str) -> None:
    rows = [["ID", "Published", "Words", "Text"], ["1", "2020-02-01", "9", "Malí’s army left the café in Gao, its minister said."]]
    [document] = read_file(tmp_path, "\r\n".join(mark.join(row) for row in rows).encode(encoding))
    assert isinstance(document, Document)
    assert (document.input_id, document.published, document.text) == ("1", date(2020, 2, 1), "Malí’s army left the café in Gao, its minister said.")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("actor,recipient,n\nFRA,NER,3\n", "no column id or text"),
        ("text,date\nRebels left the town.,2020-01-01\n", "no column id"),
        ("Peru expelled the consul.\nBolivia protested.\n", "no column id or text"),
        ("id,text\n1,Peru expelled the consul, and left.\n", "3 cells under 2 names"),
        ("id,text\n1,\n", "text is missing"),
        ("id,text,date\n1,The army seized the town.,spring\n", "'spring' is no day"),
    ],
)
def test_what_is_no_corpus_is_one_problem_that_says_why(tmp_path: Path, content: str, said: str) -> None:
    [problem] = read_file(tmp_path, content)
    assert isinstance(problem, Problem)
    assert problem.code == "E007"
    assert said in problem.detail


def test_a_bad_row_does_not_stop_the_others_and_is_numbered_as_in_a_spreadsheet(tmp_path: Path) -> None:
    found = read_file(tmp_path, HEAD + ROW + "\nk8,2021-06-04,,\n" + ROW.replace("k7", "k9"))
    assert [one.input_id.rpartition("/")[2] for one in found] == ["k7", "news.csv:4", "k9"]


def test_an_open_quotation_mark_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text("id,text\n1,\"" + "The army left the town.\n" * 100, encoding="utf-8")
    [problem] = read_inputs([str(path)], ReadOptions(max_bytes=1000))
    assert isinstance(problem, Problem)
    assert problem.code in {"E005", "E007"}


def test_a_first_line_without_a_separator_is_no_crash(tmp_path: Path) -> None:
    path = tmp_path / "minified.csv"
    path.write_text("x" * 150_000 + "\n" + ROW, encoding="utf-8")
    [problem] = read_inputs([str(path)])
    assert isinstance(problem, Problem)
    assert problem.code == "E007"


def test_a_folder_gives_its_corpora_and_names_other_tables(tmp_path: Path) -> None:
    (tmp_path / "counts.csv").write_text("actor,n\nFRA,3\n", encoding="utf-8")
    (tmp_path / "news.csv").write_text(HEAD + ROW, encoding="utf-8")
    table, line = read_inputs([str(tmp_path)])
    assert isinstance(table, Problem)
    assert (table.code, line.input_id) == ("E007", "k7")


def test_standard_input_is_told_by_its_first_line(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BufferedReader(io.BytesIO((HEAD + ROW).encode()))

    monkeypatch.setattr(sys, "stdin", Stdin())
    assert [one.input_id for one in read_inputs(["-"])] == ["k7"]


@pytest.mark.parametrize("name", ["news.csv", "news.tsv", "news.jsonl", "news.ndjson", "news.parquet"])
def test_one_document_is_not_read_from_a_corpus(name: str) -> None:
    data = b"PAR1" if name.endswith("parquet") else (HEAD + ROW).encode()
    with pytest.raises(DatelineError, match="read_all") as caught:
        read(data, input_id=name)
    assert caught.value.code == "E024"


def test_json_that_is_no_corpus_is_no_text() -> None:
    with pytest.raises(DatelineError, match="jsonl") as caught:
        read(b'{"text": "The army seized the town on Monday, and the rebels left it."}', input_id="story.json")
    assert caught.value.code == "E008"


def test_the_limit_of_a_cell_is_put_back(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    assert len(read_file(tmp_path, "id,text\n1," + "long " * 60_000 + "\n")) == 1
    assert csv.field_size_limit() == before
