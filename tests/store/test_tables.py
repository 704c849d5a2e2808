"""Result tables as files: the same values in each format, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import re
import zipfile
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.feather
import pyarrow.parquet
import pytest

from dateline.errors import DatelineError
from dateline.store.tables import write_table

TABLE = pa.table(
    {
        "name": ["Åland", "=1+1", None],
        "day": pa.array([date(2024, 1, 2), None, date(1979, 12, 31)]),
        "n": pa.array([1, None, -3]),
        "x": [0.5, 1.25, None],
        "flag": [True, False, None],
    }
)


def test_arrow_and_parquet_keep_types(tmp_path: Path) -> None:
    for name, load in (("a.arrow", lambda path: pa.ipc.open_file(path).read_all()), ("a.parquet", pa.parquet.read_table)):
        write_table({"t": TABLE}, tmp_path / name)
        assert load(tmp_path / name).equals(TABLE)


def test_csv(tmp_path: Path) -> None:
    write_table({"t": TABLE}, tmp_path / "a.csv")
    rows = list(csv.reader((tmp_path / "a.csv").open(encoding="utf-8", newline="")))
    assert rows == [["name", "day", "n", "x", "flag"], ["Åland", "2024-01-02", "1", "0.5", "True"], ["'=1+1", "", "", "1.25", "False"],
                    ["", "1979-12-31", "-3", "", ""]]  # fmt: skip


def test_a_workbook_has_a_sheet_a_table_and_no_formula(tmp_path: Path) -> None:
    write_table({"series": TABLE, "network": TABLE.slice(0, 1)}, tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        sheets = [book.read(f"xl/worksheets/sheet{number}.xml").decode() for number in (1, 2)]
        names = re.findall(r'sheet name="(\w+)"', book.read("xl/workbook.xml").decode())
    assert names == ["series", "network"] and not any("<f>" in sheet for sheet in sheets)
    assert "=1+1" in sheets[0] and "Åland" in sheets[1] and sheets[0].count("<row ") == 4
    # days are numbers since 1900, so that spreadsheets calculate with them
    assert "<v>45293</v>" in sheets[0] and "<v>0.5</v>" in sheets[0]


def test_an_unknown_ending_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match="E436"):
        write_table({"t": TABLE}, tmp_path / "a.doc")
    with pytest.raises(DatelineError, match="E401"):
        write_table({"t": TABLE}, tmp_path / "none" / "a.csv")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    with pytest.raises(DatelineError, match=r"E402 xlsxwriter.*\.\[xlsx\]"):
        write_table({"t": TABLE}, tmp_path / "a.xlsx")
