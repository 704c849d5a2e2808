"""Columns side by side in plain text are read one after the other; tables and justified lines stay as they are."""

from __future__ import annotations

import textwrap
from itertools import zip_longest

import pytest
from readtext import paragraphs

from dateline.read import read

LEFT = (
    "The government of Peru expelled the Ecuadorian consul in Piura on 3 March. Quito condemned the expulsion two days later and asked the "
    "Organization of American States for a meeting. Colombia's foreign minister travelled to Lima to mediate between the two sides."
)
RIGHT = (
    "On 9 March Ecuador recalled its ambassador from Lima. Brazil offered talks in Brasilia, which Peru rejected on 12 March. Two battalions were "
    "deployed to the border near Zarumilla, the defence ministry said, and the port of Tumbes was closed to Ecuadorian ships."
)


def beside(left: list[str], right: list[str], gap: int) -> str:
    width = max(map(len, left)) + gap
    return "\n".join((one.ljust(width) + other).rstrip() for one, other in zip_longest(left, right, fillvalue=""))


@pytest.mark.parametrize("width", [34, 46])
@pytest.mark.parametrize("gap", [2, 6])
def test_two_columns(width: int, gap: int) -> None:
    text = "A quarrel on the Pacific border\n\n" + beside(textwrap.wrap(LEFT, width), textwrap.wrap(RIGHT, width), gap) + "\n"
    assert paragraphs(read(text.encode(), input_id="a.txt")) == [LEFT, RIGHT]


def test_a_sentence_that_the_first_column_breaks_off_goes_on_in_the_second() -> None:
    lines = textwrap.wrap(f"{LEFT} {RIGHT}", 40)
    half = (len(lines) + 1) // 2
    about = "The writer lives in Quito and has covered the border for twenty years for several papers."
    text = f"A quarrel on the Pacific border\n\n{beside(lines[:half], lines[half:], 4)}\n\n{about}\n"
    assert paragraphs(read(text.encode(), input_id="a.txt"))[0] == f"{LEFT} {RIGHT}"


def test_paragraphs_within_columns_and_three_columns() -> None:
    left = [*textwrap.wrap(LEFT, 36), "", *textwrap.wrap(RIGHT, 36)]
    text = "A quarrel\n\n" + beside(left, textwrap.wrap(RIGHT + " " + LEFT, 36), 3) + "\n"
    assert paragraphs(read(text.encode(), input_id="a.txt")) == [LEFT, RIGHT, f"{RIGHT} {LEFT}"]
    three = beside(textwrap.wrap(LEFT, 30), beside(textwrap.wrap(RIGHT, 30), textwrap.wrap(LEFT, 30), 4).split("\n"), 4)
    assert paragraphs(read(f"A quarrel\n\n{three}\n".encode(), input_id="a.txt")) == [LEFT, RIGHT, LEFT]


def test_tables_stay() -> None:
    rows = ["State             Step taken in May           Answer", "Peru              Expelled the consul         Protest", "Ecuador           Recalled its envoy          None",
            "Brazil            Offered to mediate          Refused", "Colombia          Sent a minister             Accepted"]  # fmt: skip
    document = read(("A quarrel\n\n" + "\n".join(rows) + "\n").encode(), input_id="a.txt")
    assert [one.kind.value for one in document.blocks].count("table") == 1


def test_a_running_head_gives_the_day_and_the_line_below_the_title() -> None:
    columns = beside(textwrap.wrap(LEFT, 36), textwrap.wrap(RIGHT, 36), 4)
    text = f"ANDEAN WATCH            Vol. 4 No. 2             15 March 2011\n\n        A Quarrel on the Pacific Border\n\n{columns}\n"
    document = read(text.encode(), input_id="a.txt")
    assert (document.title, str(document.published)) == ("A Quarrel on the Pacific Border", "2011-03-15")
    assert paragraphs(document) == [LEFT, RIGHT]


@pytest.mark.parametrize("table", ["1   0\t\tx\n", "12     7\t3\tTotal\n\n4      2\t1\tChad\n", "a    b\f\n\n\tc    d\n"])
def test_numbers_parted_by_spaces_and_then_tabs(table: str) -> None:
    assert read((table + "\n" + LEFT).encode(), input_id="x.txt").text.endswith("the two sides.")
