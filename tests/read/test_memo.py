"""Heads of memos, lines of name, institute and day under a title, and numbers that count paragraphs."""

from __future__ import annotations

from datetime import date

import pytest
from readtext import paragraphs

from dateline.read import read

BODY = [
    "Somaliland signed a memorandum with Ethiopia on 1 January 2024.",
    "Somalia recalled its ambassador from Addis Ababa the next day.",
    "Egypt sent arms to Mogadishu in August 2024.",
]


HEAD = [
    "TO: Director, Horn of Africa",
    "FROM: Hodan Ali, Research Office",
    "CC: Legal adviser",
    "DATE: 3 September 2024",
    "RE: Berbera and the quarrel over the sea",
]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("MEMORANDUM\n\n" + "\n".join(HEAD) + "\n\n" + "\n\n".join(BODY), "a.txt"),
        ("\n\n".join(HEAD) + "\n\n" + "\n\n".join(BODY), "a.txt"),
        ("\n".join(f"**{line.replace(':', ':**')}" for line in HEAD) + "\n\n" + "\n\n".join(BODY), "a.md"),
        ("| | |\n|---|---|\n" + "\n".join(f"| {line.replace(':', ' |')} |" for line in HEAD) + "\n\n" + "\n\n".join(BODY), "a.md"),
        ("<html><body><article><p>Memo</p>" + "".join(f"<p>{line}</p>" for line in HEAD + BODY) + "</article></body></html>", "a.html"),
    ],
)
def test_the_head_of_a_memo_gives_title_author_and_day(text: str, name: str) -> None:
    document = read(text.encode(), input_id=name)
    assert (document.title, document.authors, document.published) == ("Berbera and the quarrel over the sea", ("Hodan Ali",), date(2024, 9, 3))
    assert paragraphs(document) == BODY


def test_a_lone_label_in_a_text_is_no_head_of_a_memo() -> None:
    document = read(
        b"From: a chronicle of the Horn\n\nBerbera and the sea\n\nOne sea\n\nSubject: the memorandum was signed in January 2024.\n\nSomalia protested.\n",
        input_id="a.txt",
    )
    assert document.title == "From: a chronicle of the Horn"


@pytest.mark.parametrize(
    "line",
    [
        "Hodan Ali · Horn Institute · 3 September 2024",
        "Hodan Ali | Senior Fellow | Horn Institute | September 3, 2024",
        "By Hodan Ali, 3 September 2024",
        "Hodan Ali – 3 September 2024",
    ],
)
@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_a_line_of_name_and_day_right_above_the_text_is_not_glued_to_it(line: str, suffix: str) -> None:
    document = read(
        f"{'# ' * (suffix == 'md')}Berbera and the quarrel over the sea\n\n{line}\n{BODY[0]}\n\n{BODY[1]}\n".encode(), input_id=f"a.{suffix}"
    )
    assert (document.authors, document.published) == (("Hodan Ali",), date(2024, 9, 3))
    assert paragraphs(document) == BODY[:2]


@pytest.mark.parametrize(
    "first", ["Berbera, 1 January 2024", "Mogadishu - Hargeisa - Addis Ababa", "Ethiopia and Somaliland signed it on 1 January 2024"]
)
def test_a_first_line_of_a_paragraph_that_is_no_byline_stays_with_it(first: str) -> None:
    document = read(
        f"# Berbera and the quarrel over the sea\n\nAnd then it came to this, as all had said it would in the end.\n\n{first}\nwas the beginning of the quarrel.\n".encode(),
        input_id="a.md",
    )
    assert paragraphs(document)[-1] == f"{first} was the beginning of the quarrel."


@pytest.mark.parametrize("form", ["{}. ", "{}) "])
@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_numbers_that_count_paragraphs_are_no_text(form: str, suffix: str) -> None:
    text = "Berbera and the sea\n\n" + "\n\n".join(form.format(number) + one for number, one in enumerate(BODY, 7))
    assert paragraphs(read(text.encode(), input_id=f"a.{suffix}")) == BODY


def test_numbers_that_count_nothing_stay() -> None:
    lines = ["12. Infantry Battalion crossed the border.", "In 2024 the army left.", "40. Brigade stayed."]
    assert paragraphs(read(("The border of Ogaden\n\n" + "\n\n".join(lines)).encode(), input_id="a.txt")) == lines
