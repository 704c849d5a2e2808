"""Chronologies in spreadsheets are documents: a row is a statement with its day and its source."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from readtext import paragraphs

from dateline.errors import DatelineError
from dateline.read import read
from dateline.read.rawtext import raw_text

DAYS = (date(2031, 3, 4), date(2031, 3, 9))
EVENTS = ("Kenya recalled its ambassador from Juba.", "South Sudan closed two crossings into Uganda.")
TOLD = ["4 March 2031: Kenya recalled its ambassador from Juba.", "9 March 2031: South Sudan closed two crossings into Uganda."]


def workbook(rows: list[tuple[object, ...]], shape: str = "d mmm yyyy", *, name: str = "Ilemi", hidden: bool = False, epoch: bool = False) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "date_1904": epoch})
    dates = book.add_format({"num_format": shape})
    sheet = book.add_worksheet(name)
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(at, column, cell, dates)
            elif cell is not None:
                sheet.write(at, column, cell)
    if hidden:
        other = book.add_worksheet("Lists")
        other.write(0, 0, "Chad invaded Libya with a whole army.")
        other.hide()
    book.close()
    return stream.getvalue()


def opened(cells: list[tuple[object, ...]]) -> bytes:
    """An OpenDocument spreadsheet."""

    def cell(value: object) -> str:
        if isinstance(value, date):
            return f'<table:table-cell office:value-type="date" office:date-value="{value}"><text:p>{value:%d/%m/%y}</text:p></table:table-cell>'
        return f"<table:table-cell><text:p>{value}</text:p></table:table-cell>" if value else "<table:table-cell/>"

    rows = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in cells)
    empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    spaces = "".join(f' xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in ("office", "table", "text"))
    body = f'<office:body><office:spreadsheet><table:table table:name="Ilemi">{rows}{empty}</table:table></office:spreadsheet></office:body>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{spaces}>{body}</office:document-content>')
    return stream.getvalue()


ROWS: list[tuple[object, ...]] = [("Date", "What happened", "Source"), *((day, event, "Reuters") for day, event in zip(DAYS, EVENTS, strict=True))]


@pytest.mark.parametrize("make", [workbook, opened])
def test_a_row_is_a_statement_with_its_source(make: object) -> None:
    assert callable(make)
    made = read(make(ROWS), input_id="ilemi.bin")
    assert paragraphs(made) == TOLD and made.title == "Ilemi"
    assert [source.agency or source.outlet for source in made.sources] == ["Reuters", "Reuters"]


@pytest.mark.parametrize("make", [workbook, opened])
def test_lines_above_the_table_are_the_head(make: object) -> None:
    assert callable(make)
    made = read(make([("The dispute over Ilemi",), ("2 May 2031",), (), *ROWS]), input_id="ilemi.bin")
    assert (made.title, made.published) == ("The dispute over Ilemi", date(2031, 5, 2))
    assert paragraphs(made) == TOLD


@pytest.mark.parametrize("make", [workbook, opened])
def test_offsets_lead_to_the_raw_text(make: object) -> None:
    assert callable(make)
    data = make([(None, *row) for row in ROWS])
    made, raw = read(data, input_id="a.bin"), raw_text(data, input_id="a.bin")
    at = made.text.index("closed two")
    assert raw[made.textmap.to_raw(at) :].startswith("closed two crossings")


@pytest.mark.parametrize("shape", ["yyyy-mm-dd", "dd/mm/yy", '[$-409]d" of "mmm;@', "m/d/yyyy"])
def test_days_are_days_however_they_are_shown(shape: str) -> None:
    assert paragraphs(read(workbook(ROWS, shape), input_id="a.xlsx")) == TOLD


def test_months_days_from_1904_and_numbers() -> None:
    assert paragraphs(read(workbook(ROWS, epoch=True), input_id="a.xlsx")) == TOLD
    assert paragraphs(read(workbook(ROWS, "mmm yyyy"), input_id="a.xlsx")) == [one.partition(" ")[2] for one in TOLD]
    numbers = read(workbook([("Region", "Killed"), ("Lokichar", 12), ("Kapoeta", 3.5)]), input_id="a.xlsx").text
    assert "Lokichar | 12" in numbers and "Kapoeta | 3.5" in numbers


def test_hidden_sheets_are_no_text() -> None:
    assert "Chad" not in read(workbook(ROWS, hidden=True), input_id="a.xlsx").text


def test_a_sheet_of_texts_with_ids_is_a_corpus() -> None:
    with pytest.raises(DatelineError, match="E024") as caught:
        read(workbook([("id", "text", "date"), ("a1", EVENTS[0], DAYS[0])]), input_id="a.xlsx")
    assert "CSV" in (caught.value.fix or "")


def test_a_folder_with_a_spreadsheet(tmp_path: Path) -> None:
    from dateline.read import read_inputs

    (tmp_path / "ilemi.xlsx").write_bytes(workbook(ROWS))
    [made] = read_inputs([str(tmp_path)])
    assert paragraphs(made) == TOLD  # type: ignore[arg-type]
