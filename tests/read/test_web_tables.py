"""Web pages that are a heading and a table of what happened are read like the same table in Word."""

from __future__ import annotations

import pytest
from readtext import paragraphs

from dateline.read import read
from dateline.types import Document

HEADS = ("Date", "Event", "Source")
ROWS = (
    ("5 June 2017", "Saudi Arabia, Bahrain and Egypt cut their diplomatic ties with Qatar.", "SPA, 5 June 2017"),
    ("3 July 2017", "Qatar rejected the thirteen demands of its neighbours in a letter to Kuwait.", "QNA"),
    ("10 May 2018", "Qatar lodged a complaint against the United Arab Emirates at the court in The Hague.", "Reuters"),
    ("5 January 2021", "Saudi Arabia reopened its border with Qatar and signed a declaration at al-Ula.", "AFP"),
)
TOLD = [f"{day}: {event}" for day, event, _ in ROWS]


def row(tag: str, *cells: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</tr>"


def page(table: str, around: str = "{}") -> Document:
    title = "<h1>The rift in the Gulf</h1><p>12 March 2021</p>"
    html = f"<html><head><title>The rift in the Gulf</title></head><body><nav><a href='/'>Home</a></nav>{title}{around.format(f'<table>{table}</table>')}</body></html>"
    return read(html.encode(), input_id="gulf.html")


@pytest.mark.parametrize("around", ["{}", "<figure class='wp-block-table'>{}</figure>", "<div class='entry'><div class='scroll'>{}</div></div>"])
@pytest.mark.parametrize("parts", ["{head}{rows}", "<thead>{head}</thead><tbody>{rows}</tbody>", "<tbody>{head}{rows}</tbody>"])
@pytest.mark.parametrize("times", [1, 9])
def test_heading_and_table(around: str, parts: str, times: int) -> None:
    more = [(number, event.replace("Qatar", f"Qatar, for the {number}th time,")) for number in range(4, times) for _, event, _ in ROWS]
    rows = [*ROWS, *((f"{number} March {2000 + number}", event, "Tass") for number, event in more)]
    made = page(parts.format(head=row("th", *HEADS), rows="".join(row("td", *one) for one in rows)), around)
    assert (made.title, str(made.published)) == ("The rift in the Gulf", "2021-03-12")
    assert paragraphs(made) == [f"{day}: {event}" for day, event, _ in rows]
    assert len(made.notes) == len(rows)


def test_a_title_is_no_head_of_a_column() -> None:
    treaty = "Chad and Libya signed a treaty on their border near the wells of Aouzou."
    made = page(row("th", "Day of signature", "In force", "Treaty") + row("td", "3 May 1999", "1 June 1999", treaty))
    assert made.title == "The rift in the Gulf"


def test_a_day_reaches_over_rows() -> None:
    first, second = ROWS[0][1], ROWS[1][1]
    table = f"<tr><td rowspan='2'>5 June 2017</td><td>{first}</td></tr><tr><td>{second}</td></tr>" + row("td", *ROWS[2][:2])
    assert paragraphs(page(table)) == [f"5 June 2017: {first}", f"5 June 2017: {second}", TOLD[2]]


@pytest.mark.parametrize(
    ("period", "days", "told"),
    [
        ("June 2017", ("5 June", "7 June"), ("5 June 2017", "7 June 2017")),
        ("2017", ("June 5", "7 June"), ("June 5, 2017", "7 June 2017")),
        ("<b>June 2017</b>", ("5", "7th"), ("5 June 2017", "7th June 2017")),
    ],
)
def test_rows_of_months_and_years(period: str, days: tuple[str, str], told: tuple[str, str]) -> None:
    events = ROWS[0][1], ROWS[1][1]
    rows = f"<tr><td colspan='2'>{period}</td></tr>" + "".join(row("td", day, event) for day, event in zip(days, events, strict=True))
    assert paragraphs(page(row("th", "Date", "Event") + rows)) == [f"{day}: {event}" for day, event in zip(told, events, strict=True)]


def test_a_column_of_years() -> None:
    events = [event for _, event, _ in ROWS]
    table = row("th", "Year", "Day", "Event") + (
        f"<tr><td rowspan='2'>2017</td><td>5 June</td><td>{events[0]}</td></tr><tr><td>3 July</td><td>{events[1]}</td></tr>{row('td', '2018', 'May 10', events[2])}"
    )
    assert paragraphs(page(table)) == [f"{day}: {event}" for day, event in zip(("5 June 2017", "3 July 2017", "May 10, 2018"), events, strict=False)]


def test_numbers_that_are_no_days_stay() -> None:
    table = row("th", "Region", "Killed") + "<tr><td colspan='2'>June 2017</td></tr>" + row("td", "Diffa", "12") + row("td", "Zinder", "3")
    assert "12 June 2017" not in page(table).text


@pytest.mark.parametrize(
    ("heads", "first"),
    [
        (("Announced", "In force"), True),
        (("In force", "Announced"), False),
        (("Effective date", "Adopted"), False),
        (("Published", "Date"), False),
        (("Reported", "Entry into force"), True),
        (("Start", "End"), True),
    ],
)
def test_which_of_two_days_is_that_of_the_act(heads: tuple[str, str], first: bool) -> None:
    act, other = ("4 June 2021", "9 June 2021"), ("21 June 2021", "25 June 2021")
    events = "The EU banned the airline of Belarus from its airspace.", "The EU imposed sanctions on 78 officials of Belarus."
    rows = "".join(row("td", *((a, b) if first else (b, a)), event) for a, b, event in zip(act, other, events, strict=True))
    assert paragraphs(page(row("th", *heads, "Measure") + rows)) == [f"{day}: {event}" for day, event in zip(act, events, strict=True)]


def test_the_only_day_is_taken() -> None:
    rows = row("td", "4 June 2021", "The EU banned the airline of Belarus from its airspace."), row("td", "9 June 2021", "Poland closed its border with Belarus.")
    made = page("".join((row("th", "In force", "Measure"), *rows)))
    assert paragraphs(made)[1] == "9 June 2021: Poland closed its border with Belarus."


LONG = "Britain protested against the step, and said that its trawlers would go on fishing there whatever Iceland did, as they had for centuries. "


def test_long_cells_beside_days_are_a_chronicle() -> None:
    made = page("".join(row("td", day, f"<p>{event}</p><p>{LONG}</p>") for day, event, _ in ROWS))
    assert [one[: len(told)] for one, told in zip(paragraphs(made), TOLD, strict=True)] == TOLD


def test_the_first_day_of_a_chronicle_is_not_that_of_the_page() -> None:
    rows = "".join(row("td", day, event) for day, event, _ in ROWS)
    assert read(f"<html><body><h1>The rift</h1><table>{rows}</table></body></html>".encode(), input_id="a.html").published is None


def test_a_table_that_lays_out_a_page() -> None:
    story = f"<h1>Iceland warns Britain</h1><p>Iceland warned Britain on Monday. {LONG}</p><p>Norway offered to mediate. {LONG}</p>"
    made = read(f"<html><body><table><tr><td>Menu</td><td>3 May 1973</td></tr><tr><td colspan=2>{story}</td></tr></table></body></html>".encode(), input_id="a.html")
    assert made.title == "Iceland warns Britain" and "Menu" not in made.text
