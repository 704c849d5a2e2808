"""Rows of tables that tell what was done are statements; tables of figures, names and labels are none."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable

import pytest
from readtext import paragraphs

from dateline.read import ReadOptions, read
from dateline.types import Document

LEAD = "Peru and Ecuador quarrelled over the Cenepa for months, and the guarantors watched them closely."


def remarks(document: Document) -> list[str]:
    return [one.code for one in document.problems if one.code == "W128"]


def markdown(rows: list[str], head: str) -> bytes:
    columns = head.count("|") + 1
    table = "\n".join([f"| {head} |", "|" + "---|" * columns, *(f"| {row} |" for row in rows)])
    return f"# The Cenepa war\n\n{LEAD}\n\n{table}\n\nBoth sides withdrew.\n".encode()


def html(rows: list[str], head: str) -> bytes:
    lines = "".join(f"<tr>{''.join(f'<td><p>{cell.strip()}</p></td>' for cell in row.split('|'))}</tr>" for row in rows)
    heads = "".join(f"<th>{cell.strip()}</th>" for cell in head.split("|"))
    return f"<html><body><article><h1>The Cenepa war</h1><p>{LEAD}</p><table><tr>{heads}</tr>{lines}</table><p>Both sides withdrew.</p></article></body></html>".encode()


def plain(rows: list[str], head: str) -> bytes:
    table = "\n".join("   ".join(cell.strip() for cell in row.split("|")) for row in [head, *rows])
    return f"The Cenepa war\n\n{LEAD}\n\n{table}\n\nBoth sides withdrew.\n".encode()


def word(rows: list[str], head: str) -> bytes:
    def para(text: str) -> str:
        return f"<w:p><w:r><w:t>{text.strip()}</w:t></w:r></w:p>"

    lines = "".join(f"<w:tr>{''.join(f'<w:tc>{para(cell)}</w:tc>' for cell in row.split('|'))}</w:tr>" for row in [head, *rows])
    xml = (
        '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        f"{para('The Cenepa war')}{para(LEAD)}<w:tbl>{lines}</w:tbl>{para('Both sides withdrew.')}</w:body></w:document>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", xml)
        archive.writestr("[Content_Types].xml", "<Types/>")
    return stream.getvalue()


MAKERS = [(markdown, "md"), (html, "html"), (plain, "txt"), (word, "docx")]


@pytest.mark.parametrize(("make", "suffix"), MAKERS)
@pytest.mark.parametrize(
    ("head", "rows", "told"),
    [
        (
            "Day | Party | Step",
            [
                "26 January 1995 | Peru | attacked an Ecuadorean post",
                "27 January 1995 | Ecuador | Decreed a state of emergency",
                "17 February 1995 | Both | signed a declaration in Itamaraty",
            ],
            [
                "26 January 1995: Peru attacked an Ecuadorean post.",
                "27 January 1995: Ecuador decreed a state of emergency.",
                "17 February 1995: Both signed a declaration in Itamaraty.",
            ],
        ),
        (
            "When | What happened | Source",
            [
                "Jan. 26, 1995 | Peruvian troops attack a post | AP",
                "Feb. 17, 1995 | The two countries sign a ceasefire | Reuters",
                "mid-May 1995 | Observers of the guarantors leave the valley | AFP",
            ],
            [
                "Jan. 26, 1995: Peruvian troops attack a post.",
                "Feb. 17, 1995: The two countries sign a ceasefire.",
                "mid-May 1995: Observers of the guarantors leave the valley.",
            ],
        ),
        (
            "No. | Actor | Measure | Date",
            [
                "1 | Brazil | sends observers to the valley | 10 March 1995",
                "2 | Argentina | has sold rifles to Ecuador | 20 February 1995",
                "3 | United States | Froze an arms sale | 1995",
            ],
            [
                "10 March 1995: Brazil sends observers to the valley.",
                "20 February 1995: Argentina has sold rifles to Ecuador.",
                "1995: United States froze an arms sale.",
            ],
        ),
        (
            "Date | Who | What",
            [
                "26 January 1995 | Government | Alberto Fujimori warned that the quarrel may last for years",
                "27 January 1995 | President Ballén | said in a speech that Ecuador was ready for talks",
                "28 January 1995 | Chile | Chile closed its border to arms",
            ],
            [
                "26 January 1995: Alberto Fujimori warned that the quarrel may last for years.",
                "27 January 1995: President Ballén said in a speech that Ecuador was ready for talks.",
                "28 January 1995: Chile closed its border to arms.",
            ],
        ),
        (
            "Date | Place | Event",
            [
                "26 January 1995 | Tiwinza | Peruvian planes bombed a post",
                "27 January 1995 | Quito | Thousands marched to the palace",
                "28 January 1995 | Lima | bombed a bridge that joined the camps",
            ],
            [
                "26 January 1995: Peruvian planes bombed a post in Tiwinza.",
                "27 January 1995: Thousands marched to the palace in Quito.",
                "28 January 1995: bombed a bridge that joined the camps in Lima.",
            ],
        ),
        (
            "Issue | Peru's position | Ecuador's position",
            [
                "Border | Peru demands that Ecuador recognise the line of 1942. | Ecuador rejects the line of 1942.",
                "River | Peru has closed the river to ships. | None",
            ],
            ["Peru demands that Ecuador recognise the line of 1942.", "Ecuador rejects the line of 1942.", "Peru has closed the river to ships."],
        ),
    ],
)
def test_rows_that_tell_what_was_done_are_statements(
    make: Callable[[list[str], str], bytes], suffix: str, head: str, rows: list[str], told: list[str]
) -> None:
    if suffix == "txt" and head.startswith("Issue"):
        pytest.skip("two spaces after a full stop part no cells of plain text")
    document = read(make(rows, head), input_id=f"a.{suffix}")
    assert [one for one in paragraphs(document) if one not in {LEAD, "Both sides withdrew."}] == told
    assert not remarks(document)


@pytest.mark.parametrize(("make", "suffix"), MAKERS)
@pytest.mark.parametrize(
    ("head", "rows", "said"),
    [
        ("Year | Peru | Ecuador", ["1994 | 810 | 540", "1995 | 920 | 690", "1996 | 870 | 600"], 0),
        (
            "Country | Capital | President",
            ["Peru | Lima | Alberto Fujimori", "Ecuador | Quito | Sixto Durán", "Brazil | Brasília | Fernando Cardoso"],
            0,
        ),
        (
            "Item | 1994 | 1995",
            ["Exports of goods and services | 5.1 | 5.6", "Imports of goods and services | 7.0 | 9.2", "Spending on the armed forces | 0.8 | 0.9"],
            1,
        ),
        (
            "Date | Party | Step",
            ["26 January 1995 | Peru | air strike", "27 January 1995 | Ecuador | emergency", "17 February 1995 | Brazil | mediation"],
            1,
        ),
    ],
)
def test_other_tables_are_no_text_and_those_with_words_are_named(
    make: Callable[[list[str], str], bytes], suffix: str, head: str, rows: list[str], said: int
) -> None:
    document = read(make(rows, head), input_id=f"a.{suffix}")
    assert paragraphs(document)[-1] == "Both sides withdrew."
    assert len(paragraphs(document)) == 2
    assert len(remarks(document)) == said


def test_a_row_keeps_its_marker_and_an_empty_day_is_that_of_the_row_above() -> None:
    rows = ["26 January 1995 | Peru | attacked a post[1] | ", " | Ecuador | shot down a helicopter | [2]"]
    notes = b'\n## Notes\n\n[1] AP, "Peru attacks", January 27, 1995.\n\n[2] Reuters, "Helicopter downed", January 27, 1995.\n'
    document = read(markdown(rows, "Day | Party | Step | Note") + notes, input_id="a.md")
    assert paragraphs(document)[1:3] == ["26 January 1995: Peru attacked a post.", "26 January 1995: Ecuador shot down a helicopter."]
    assert all(one.markers for one in document.notes)


def test_the_rows_of_a_table_written_in_html_in_markdown_are_read() -> None:
    table = (
        "<table><tr><th>Day</th><th>Step</th></tr>\n<tr><td>26 January 1995</td><td>Peru attacked a <b>post</b> of Ecuador</td></tr>\n"
        "<tr><td>17 February 1995</td><td>The two states signed a truce</td></tr></table>"
    )
    document = read(f"# The Cenepa war\n\n{LEAD}\n\n{table}\n\nBoth sides withdrew.\n".encode(), input_id="a.md")
    assert paragraphs(document)[1:3] == ["26 January 1995: Peru attacked a post of Ecuador.", "17 February 1995: The two states signed a truce."]


@pytest.mark.parametrize("piece", ["1", "⁰", "· ", "<sup>1", "[1]", "A. "])
def test_long_cells_take_no_time(piece: str) -> None:
    started = time.process_time()
    read(markdown([f"26 January 1995 | {piece * 10_000}x | Peru attacked a post"], "Day | Sign | Step"), input_id="a.md", options=ReadOptions(check_language=False))
    assert time.process_time() - started < 1.5


UNDATED = [
    "26 January 1995 | Peru | attacked an Ecuadorean post",
    " | Ecuador | decreed a state of emergency",
    " | Chile | offered to mediate",
    "17 February 1995 | Both | signed a declaration in Itamaraty",
]
OF_THE_ROW_ABOVE = [
    "26 January 1995: Peru attacked an Ecuadorean post.",
    "26 January 1995: Ecuador decreed a state of emergency.",
    "26 January 1995: Chile offered to mediate.",
    "17 February 1995: Both signed a declaration in Itamaraty.",
]


@pytest.mark.parametrize(("make", "suffix"), [(markdown, "md"), (html, "html"), (word, "docx")])
def test_a_day_stands_for_the_rows_below_it(make: Callable[[list[str], str], bytes], suffix: str) -> None:
    document = read(make(UNDATED, "Day | Party | Step"), input_id=f"x.{suffix}")
    assert [line for line in paragraphs(document) if "1995:" in line] == OF_THE_ROW_ABOVE
    assert remarks(document) == []


def test_a_day_whose_cell_reaches_over_rows() -> None:
    page = html([row.removeprefix(" |") for row in UNDATED], "Day | Party | Step").replace(b"<td><p>26 January", b'<td rowspan="3"><p>26 January')
    assert [line for line in paragraphs(read(page, input_id="x.html")) if "1995:" in line] == OF_THE_ROW_ABOVE


def test_a_first_column_without_words_is_no_day() -> None:
    rows = [" | Peru | attacked an Ecuadorean post", " | Ecuador | decreed a state of emergency"]
    for make, suffix in ((html, "html"), (word, "docx")):
        assert "Peru attacked an Ecuadorean post." in paragraphs(read(make(rows, " | Party | Step"), input_id=f"x.{suffix}"))


@pytest.mark.parametrize(("make", "suffix"), MAKERS)
@pytest.mark.parametrize(
    ("head", "days", "dated"),
    [
        ("Name | Date of birth | Role", ("3 March 1965", "14 July 1971"), False),
        ("Name | Born | Role", ("1965", "1971"), False),
        ("Name | Visa valid until | Role", ("3 March 1999", "14 July 1998"), False),
        ("Name | Permit expires | Role", ("March 1999", "July 1998"), False),
        ("Name | Date of listing | Statement of reasons", ("3 March 1996", "14 July 1997"), False),
        ("Name | Date of death | Circumstances", ("3 March 1995", "14 March 1995"), True),
        ("Name | Date of listing | Measure", ("3 March 1996", "14 July 1997"), True),
        ("Unit | Day | Deed", ("3 March 1995", "14 March 1995"), True),
    ],
)
def test_days_of_births_and_of_ends_are_not_those_of_acts(
    make: Callable[[list[str], str], bytes], suffix: str, head: str, days: tuple[str, str], dated: bool
) -> None:
    deeds = ("The colonel ordered the shelling of a village near Tiwinza.", "The general signed a contract for mines with a firm in Quito.")
    rows = [f"{name} | {day} | {deed}" for name, day, deed in zip(("Quispe, Juan", "Ballén, Luis"), days, deeds, strict=True)]
    told = paragraphs(read(make(rows, head), input_id=f"a.{suffix}"))
    assert [one for one in told if "ordered" in one or "signed" in one] == [f"{day}: {deed}" if dated else deed for day, deed in zip(days, deeds, strict=True)]


def test_a_day_of_the_act_beside_a_date_of_birth_is_taken() -> None:
    rows = ["Juan Quispe | 3 March 1965 | 26 January 1995 | Soldiers arrested the mayor", "Luis Ballén | 14 July 1971 | 2 February 1995 | Police freed the mayor"]
    told = paragraphs(read(html(rows, "Name | Date of birth | Date | Event"), input_id="a.html"))
    assert "26 January 1995: Soldiers arrested the mayor." in told
    assert "2 February 1995: Police freed the mayor." in told
