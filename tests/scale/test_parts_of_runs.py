"""Parts of inputs: together they are the inputs, each line and row once, whatever the bounds."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.read import ReadOptions, read_inputs
from dateline.read import parts as parts_module
from dateline.read.parts import PartKind, _LineCutter, plan_parts, read_part
from dateline.types import Problem

OPTIONS = ReadOptions(check_language=False)
LINES = [{"id": f"d{n}", "text": f"Kenya expelled {n + 2} envoys from Uganda. " * (1 + n % 7), "date": "2024-05-06"} for n in range(60)]


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts_module, "MIN_BYTES", 900)


def corpus(folder: Path, suffix: str) -> Path:
    path = folder / f"corpus.{suffix}"
    if suffix == "parquet":
        pq.write_table(pa.Table.from_pylist(LINES), path, row_group_size=7)
    elif suffix == "csv":
        with open(path, "w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.DictWriter(stream, ["id", "text", "date"])
            writer.writeheader()
            writer.writerows(line | {"text": f'{line["text"]}\n"Niamey\'s envoy – 5," it said.'} for line in LINES[:30])
            stream.write("\r\nd99,Kenya fired a 5\" gun at Uganda. It left,2024-05-06\r\n,,\r\n")
            writer.writerows(LINES[30:])
    else:
        path.write_text("".join(json.dumps(line) + "\n" for line in LINES))
    return path


@pytest.mark.parametrize("suffix", ["jsonl", "parquet", "csv"])
def test_parts_give_what_the_whole_gives(tmp_path: Path, suffix: str) -> None:
    path = corpus(tmp_path, suffix)
    plan = plan_parts([str(path)])
    assert len(plan.parts) > 5
    read = [list(read_part(part, OPTIONS)) for part in plan.parts]
    assert all(read)
    assert [item for part in read for item in part] == list(read_inputs([str(path)], OPTIONS))


def test_problems_name_the_line_of_the_file(tmp_path: Path) -> None:
    path = corpus(tmp_path, "jsonl")
    lines = path.read_text().splitlines(keepends=True)
    lines[40] = "not JSON\n"
    path.write_text("".join(lines))
    found = [item for part in plan_parts([str(path)]).parts for item in read_part(part, OPTIONS) if isinstance(item, Problem)]
    assert [one.input_id for one in found] == [f"{path.as_posix()}:41"]


def test_problems_name_the_row_of_the_sheet(tmp_path: Path) -> None:
    path = corpus(tmp_path, "csv")
    with open(path, "a", encoding="utf-8") as stream:
        stream.write("d100,too,many,cells\n")
    found = [item for part in plan_parts([str(path)]).parts for item in read_part(part, OPTIONS) if isinstance(item, Problem)]
    assert [one.input_id for one in found] == [f"{path.as_posix()}:65"]


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_a_sheet_is_cut_where_characters_of_ascii_are_single_bytes(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(("id,text\n" + "".join(f"{n},Malí’s army left the town of Gao on Sunday.\n" for n in range(90))).encode(encoding))
    plan = plan_parts([str(path)])
    assert (len(plan.parts) > 1) == (encoding == "cp1252")
    assert [item for part in plan.parts for item in read_part(part, OPTIONS)] == list(read_inputs([str(path)], OPTIONS))


def test_a_sheet_with_an_open_quotation_mark_is_one_part(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text\n1,The army left.\n2,\"" + "The army left the town.\n" * 90, encoding="utf-8")
    plan = plan_parts([str(path)])
    assert [part.kind for part in plan.parts] == [PartKind.FILES]


@settings(max_examples=200, deadline=None)
@given(
    lines=st.lists(st.sampled_from([b"", b" ", b"x", b"yy" * 5, b"z" * 40]), max_size=30),
    end=st.booleans(),
    target=st.integers(1, 60),
    chunk=st.integers(1, 50),
)
def test_cuts_lie_at_line_ends_and_each_part_has_words(lines: list[bytes], end: bool, target: int, chunk: int) -> None:
    content = b"\n".join(lines) + (b"\n" if end else b"")
    cutter = _LineCutter("c.jsonl", target)
    for start in range(0, len(content), chunk):
        cutter.feed(content[start : start + chunk])
    parts = cutter.parts()
    pieces = [content[part.start : part.stop] for part in parts]
    assert b"".join(pieces) == content
    assert all(piece.endswith(b"\n") for piece in pieces[:-1])
    assert all(piece.strip() for piece in pieces) or len(pieces) == 1
    assert [part.before for part in parts] == [content[: part.start].count(b"\n") for part in parts]


def test_documents_are_put_together_and_a_missing_one_is_a_problem(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text("Kenya expelled two envoys. " * 12)
    plan = plan_parts([str(tmp_path), str(tmp_path / "none.txt")])
    assert {part.kind for part in plan.parts} == {PartKind.FILES}
    assert sum(len(part.paths) for part in plan.parts) == 6
    assert len(plan.parts) < 6
    last = [item for part in plan.parts for item in read_part(part, OPTIONS)][-1]
    assert isinstance(last, Problem) and last.code == "E001"
    assert plan.inputs[-1].sha256 is None


def test_standard_input_is_refused() -> None:
    with pytest.raises(DatelineError, match="E014"):
        plan_parts(["-"])
