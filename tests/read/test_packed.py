"""Corpora that are packed with gzip are read as the same corpora unpacked."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.read import ReadOptions, read, read_inputs
from dateline.read.packed import ending
from dateline.read.parts import plan_parts, read_part
from dateline.types import Document, Problem

ROWS = [("n1", "25/04/2021", "Togo recalled its envoy from Benin on Monday."), ("n2", "03/04/2021", "Benin denounced the step."), ("n3", "05/04/2021", "")]
LINES = "".join(json.dumps({"id": one, "date": day, "text": text}) + "\n" for one, day, text in ROWS)
SHEET = "id,date,text\n" + "".join(f"{one},{day},{text}\n" for one, day, text in ROWS)


def packed(folder: Path, name: str, text: str) -> tuple[Path, Path]:
    """The same corpus packed and not."""
    plain, gz = folder / name, folder / f"{name}.gz"
    plain.write_text(text, encoding="utf-8")
    gz.write_bytes(gzip.compress(text.encode()))
    return plain, gz


def found(path: Path) -> list[Document | Problem]:
    """What is read, with the ending of packed files left out of what names them."""
    return [replace(one, input_id=one.input_id.replace(".gz:", ":")) for one in read_inputs([str(path)])]


@pytest.mark.parametrize(("name", "text"), [("a.jsonl", LINES), ("b.ndjson", LINES), ("C.CSV", SHEET), ("d.tsv", SHEET.replace(",", "\t"))])
def test_it_gives_the_documents_of_the_corpus_and_the_order_of_its_dates(tmp_path: Path, name: str, text: str) -> None:
    plain, gz = packed(tmp_path, name, text)
    documents = found(gz)
    assert documents == found(plain)
    assert [getattr(one, "code", "-") in {"E003", "E007"} for one in documents] == [False, False, True]
    assert "W134" in {one.code for item in documents if isinstance(item, Document) for one in item.problems}


def test_it_is_found_in_a_folder_and_is_one_part_of_a_run(tmp_path: Path) -> None:
    _, gz = packed(tmp_path, "a.jsonl", LINES)
    (tmp_path / "a.jsonl").unlink()
    assert len(list(read_inputs([str(tmp_path)]))) == 3
    (part,) = plan_parts([str(gz)]).parts
    assert list(read_part(part, ReadOptions())) == list(read_inputs([str(gz)]))


def test_what_is_cut_is_read_to_where_it_ends_and_told(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"id": f"n{n}", "text": f"Togo expelled envoy number {n * 7919 % 1009} of Benin.", "date": "2021-04-25"}) + "\n" for n in range(900))
    whole = gzip.compress(lines.encode())
    for name, content in (("cut", whole[: len(whole) // 2]), ("wrong", whole[:900] + b"\0\1\2" * 40 + whole[1020:]), ("none", b"no gzip at all")):
        path = tmp_path / f"{name}.jsonl.gz"
        path.write_bytes(content)
        *before, last = read_inputs([str(path)])
        assert isinstance(last, Problem) and (last.code, last.input_id) == ("E023", str(path))
        assert all(isinstance(one, Document) for one in before[:100])


def test_other_packed_files_are_refused_and_a_corpus_is_no_document(tmp_path: Path) -> None:
    _, report = packed(tmp_path, "report.txt", "Togo recalled its envoy.")
    _, corpus = packed(tmp_path, "a.jsonl", LINES)
    for path, code in ((report, "E008"), (corpus, "E024")):
        with pytest.raises(DatelineError, match=code):
            read(path)
    assert [ending(one) for one in ("x.csv.gz", "x.gz", "x.gz.txt", "x.tar.gz", "x.parquet")] == [".csv", "", ".txt", ".tar", ".parquet"]


def test_a_line_without_a_text_is_said_to_need_one(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "n1", "text": null}\n')
    (problem,) = read_inputs([str(tmp_path / "a.jsonl")])
    assert isinstance(problem, Problem) and (problem.code, problem.fix) == ("E007", "give it an id and a text, or leave it out")
