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
from dateline.read.sheet import read_rows, sheet_cuts
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
        ("actor,recipient,n\nFRA,NER,3\n", "no column text"),
        ("text,date,url\nRebels left the town.,spring,u\n", "'spring'"),
        ("Peru expelled the consul.\nBolivia protested.\n", "no column text"),
        ("id,text\n1,Peru expelled the consul, and left.\n", "3 cells under 2 names"),
        ("id,text\n1,\n", "text is missing"),
        ("id,text,date\n1,The army seized the town.,spring\n", "'spring'"),
    ],
)
def test_what_is_no_corpus_is_one_problem_that_says_why(tmp_path: Path, content: str, said: str) -> None:
    [problem] = read_file(tmp_path, content)
    assert isinstance(problem, Problem)
    assert problem.code == ("E018" if "spring" in said else "E007")
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


def ids(found: list[Document | Problem]) -> list[str]:
    return [one.input_id.rpartition("/")[2] for one in found]


OPEN = (
    "id,text,date\n"
    'p1,"Peru expelled two Bolivian consuls on Monday.",2021-06-01\n'
    'p2,"Chile recalled its envoy from Lima.,2021-06-02\n'
    'p3,"Bolivia closed a border crossing.\nTrucks waited.",2021-06-03\n'
    "p4,Peru opened it again.,2021-06-04\n"
)


@pytest.mark.parametrize(
    ("content", "told", "read"),
    [
        (OPEN, ["news.csv:3"], ["p1", "p3", "p4"]),
        # the day before the text: what follows is swallowed up to the end of the file
        ("id,date,text\n11,2021-06-01,\"Peru expelled a consul.\n12,2021-06-02,Bolivia protested.\n13,2021-06-03,Chile did not.\n", ["news.csv:2"], ["12", "13"]),
        # two marks that are open one after the other
        ('id,text\na-1,"Peru left.\na-2,"Chile left.\na-3,"Bolivia stayed."\n', ["news.csv:2", "news.csv:3"], ["a-3"]),
        # a quotation of a row that is not doubled stops the mark
        ('id;text;date\n7;"Peru left.;1.6.2021\n8;Chile said "no" to it.;2.6.2021\n', ["news.csv:2"], ["8"]),
        # the row after it begins with doubled marks
        ('id,text,date\nx1,"Peru left.,2021-06-01\nx2,"""Never"", said Chile.",2021-06-02\n', ["news.csv:2"], ["x2"]),
        ('id\ttext\tdate\nx1\t"No, said Peru.\t2021-06-01\nx2\t"Yes," said Chile.\t2021-06-02\n', ["news.csv:2"], ["x2"]),
    ],
)
def test_an_open_quotation_mark_costs_its_own_row_and_is_told(tmp_path: Path, content: str, told: list[str], read: list[str]) -> None:
    found = read_file(tmp_path, content)
    problems = [one for one in found if isinstance(one, Problem)]
    assert ids(problems) == told and all(one.code == "E007" and "not closed" in one.detail for one in problems)
    assert ids([one for one in found if isinstance(one, Document)]) == read


def test_rows_after_an_open_quotation_mark_have_their_own_days(tmp_path: Path) -> None:
    found = [one for one in read_file(tmp_path, OPEN) if isinstance(one, Document)]
    assert [(one.input_id, one.published) for one in found] == [("p1", date(2021, 6, 1)), ("p3", date(2021, 6, 3)), ("p4", date(2021, 6, 4))]
    assert found[1].text == "Bolivia closed a border crossing. Trucks waited."


@pytest.mark.parametrize(
    "content",
    [
        # marks inside of a text that are not doubled, on one line and on several
        'id,text,date\n1,"Peru said "no" to it.",2021-06-01\n2,Chile left.,2021-06-02\n',
        'id,text,date\n1,"Peru left.\nChile left.\nThen it said "no" to it.",2021-06-01\n2,Chile left.,2021-06-02\n',
        'id,text,date\n1,"Peru left.\n2020, a ""good"" year, ended.",2021-06-01\n2,Chile left.,2021-06-02\n',
        'id,text,date\n1,"Peru left.\nHowever, Chile stayed.\nIt ""never"" left.",2021-06-01\n2,Chile left.,2021-06-02\n',
        # the end of the file is cut off
        'id,date,text\n1,2021-06-01,Chile left.\n2,2021-06-02,"Peru left.\nHowever, Chile stayed, as',
    ],
)
def test_other_marks_out_of_place_are_as_they_stand(tmp_path: Path, content: str) -> None:
    assert ids(read_file(tmp_path, content)) == ["1", "2"]


@pytest.mark.parametrize("target", [1, 20, 60, 120])
def test_parts_of_a_corpus_with_an_open_quotation_mark_are_the_whole(tmp_path: Path, target: int) -> None:
    path = tmp_path / "news.csv"
    path.write_text(OPEN + OPEN.partition("\n")[2].replace("p", "q"), encoding="utf-8")
    whole = read_file(tmp_path, path.read_bytes())
    with path.open("rb") as stream:
        cuts = sheet_cuts(stream, target, ReadOptions())
    parts: list[Document | Problem] = []
    for (start, before), (stop, _) in zip(cuts, [*cuts[1:], (path.stat().st_size, 0)], strict=True):
        with path.open("rb") as stream:
            parts += read_rows(stream, whole[1].input_id.rpartition(":")[0], ReadOptions(), start=start, stop=stop, before=before)
    assert parts == whole and (target > 100 or len(cuts) > 2)
