"""The column of a table that says where each row comes from."""

from __future__ import annotations

import pytest

from dateline.read import read
from dateline.read.tablerows import is_of_row
from dateline.types import Document

HEAD = "# Tuzla talks\n\n1 March 2031\n\n"
ROWS = (
    ("3 January 2031", "Serbia recalled its envoy from Tuzla.", "Tanjug, 4 January 2031"),
    ("9 January 2031", "Croatia closed two crossings on the Una.", "HINA; Jutarnji list"),
    ("11 January 2031", "Bosnia expelled three officers of the guard.", "EUFOR"),
    ("12 January 2031", "Hungary sent two envoys to Banja Luka.", "n/a"),
)


def table(head: str, *rows: tuple[str, ...]) -> Document:
    lines = (f"| {' | '.join(row)} |" for row in (tuple(head.split("|")), *rows))
    first, *rest = lines
    return read((HEAD + "\n".join((first, "|---" * (head.count("|") + 1) + "|", *rest)) + "\n").encode(), input_id="a.md")


def named(document: Document) -> list[tuple[str | None, str | None]]:
    return [(source.note, source.agency or source.outlet or source.publisher) for source in document.sources]


@pytest.mark.parametrize("head", ["Source", "Sources", "Source(s)", "Reference", "News source / link"])
def test_each_row_has_its_source(head: str) -> None:
    document = table(f"Date|Event|{head}", *ROWS)
    assert named(document) == [("row1", "Tanjug"), ("row2", "HINA"), ("row2", "Jutarnji list"), ("row3", "EUFOR")]
    for note, (_, event, _) in zip(document.notes, ROWS, strict=False):
        (offset,) = note.markers
        assert document.text[:offset].endswith(event)
    assert document.problems == ()


def test_the_column_may_stand_anywhere() -> None:
    document = table("Source|Date|Event", *((source, day, event) for day, event, source in ROWS))
    assert [name for _, name in named(document)] == ["Tanjug", "HINA", "Jutarnji list", "EUFOR"]
    assert "3 January 2031: Serbia recalled its envoy from Tuzla." in document.text


def test_rows_of_two_tables_count_on() -> None:
    one = "| Date | Event | Source |\n|---|---|---|\n| 3 January 2031 | Serbia recalled its envoy from Tuzla. | Tanjug |\n"
    two = "\nIn the weeks after, both sides kept their word and met again.\n\n" + one.replace("Serbia", "Croatia").replace("Tanjug", "HINA")
    assert named(read((HEAD + one + two).encode(), input_id="a.md")) == [("row1", "Tanjug"), ("row2", "HINA")]


def test_a_page_of_the_web() -> None:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    page = f"<html><body><h1>Tuzla talks</h1><p>1 March 2031</p><table><tr><th>Date</th><th>Event</th><th>Source</th></tr>{rows}</table></body></html>"
    assert [name for _, name in named(read(page.encode(), input_id="a.html"))] == ["Tanjug", "HINA", "Jutarnji list", "EUFOR"]


def test_links_and_notes_in_the_column() -> None:
    rows = (
        ("3 January 2031", "Serbia recalled its envoy from Tuzla.", "[Tanjug](https://tanjug.example/a)"),
        ("9 January 2031", "Croatia closed two crossings on the Una.", "https://www.hina.hr/2031/01/09/una"),
        ("11 January 2031", "Bosnia expelled three officers of the guard.", "[^1]"),
    )
    document = read(f"{table_text(rows)}\n[^1]: EUFOR, “Officers leave,” 11 January 2031.\n".encode(), input_id="a.md")
    assert {source.note: source.url for source in document.sources} == {"1": None, "row1": "https://tanjug.example/a", "row2": "https://www.hina.hr/2031/01/09/una"}


def table_text(rows: tuple[tuple[str, ...], ...]) -> str:
    return f"{HEAD}| Date | Event | Source |\n|---|---|---|\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows)


@pytest.mark.parametrize("head", ["Source country", "Energy source", "Reference number", "Remarks"])
def test_other_columns_are_no_sources(head: str) -> None:
    assert table(f"Date|Event|{head}", *ROWS[:3]).sources == ()


def test_cells_that_tell_something_are_comments() -> None:
    document = table("Date|Event|Source", ("3 January 2031", "Serbia recalled its envoy from Tuzla.", "the day was told to us by two officers of the guard who were there"))
    assert document.sources == ()
    assert [note.kind for note in document.notes] == ["commentary"]


@pytest.mark.parametrize(
    ("cell", "ends"),
    [
        ("Serbia accused Croatia of fraud. Croatia recalled its envoy.", ["fraud.", "envoy."]),
        ('Serbia said it "will not pay." Croatia then closed two crossings! Bosnia denied it.', ['pay."', "crossings!", "it."]),
        ("The U.S. Army left Mali. Capt. Ante Kos of Gen. Ilić's staff stayed until Sunday.", ["Mali.", "Sunday."]),
    ],
)
def test_the_source_of_a_row_is_that_of_all_its_sentences(cell: str, ends: list[str]) -> None:
    document = table("Date|Event|Source", ("3 Sept. 2030", cell, "Tanjug"), *ROWS[1:3])
    note = document.notes[0]
    assert [document.text[:at].split()[-1] for at in note.markers] == ends


def test_notes_of_a_row_stay_where_they_stand() -> None:
    document = table("Date|Event|Note", ("3 January 2031", "Serbia accused Croatia of fraud. Croatia recalled its envoy.", "[^1]"), *ROWS[1:3])
    assert [document.text[one.offset - 6 : one.offset] for one in document.markers] == ["envoy."]


def test_an_outlet_and_a_day_are_all_that_a_row_names() -> None:
    assert all(is_of_row(one.note or "") for one in table("Date|Event|Source", *ROWS).sources)
    assert not is_of_row("1")
    assert not is_of_row("rowing")


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("EUFOR Press Release 2030/17", ["EUFOR Press Release 2030/17"]),
        ("Order No. 12/2031; HINA", ["Order No. 12/2031", "HINA"]),
        ("Tanjug/HINA", ["Tanjug", "HINA"]),
        ("Kanal 5 / Tanjug", ["Kanal 5", "Tanjug"]),
        ("EUFOR/OSCE", ["EUFOR", "OSCE"]),
    ],
)
def test_a_slash_in_a_number_parts_no_names(cell: str, names: list[str]) -> None:
    document = table("Date|Event|Source", ("3 January 2031", "Serbia recalled its envoy from Tuzla.", cell))
    assert [name for _, name in named(document)] == names
