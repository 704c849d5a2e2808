"""Sentences that tell something stay in the text, or the reading says that it left them out."""

from __future__ import annotations

import pytest
from readtext import paragraphs

from dateline.read import read
from dateline.types import Document

ACTS = [
    "On 3 June 2019 security forces killed a hundred demonstrators in Khartoum.",
    "The African Union suspended Sudan from its councils three days later.",
    "Ethiopia sent a mediator to Khartoum on 7 June and met both sides.",
]
BOOKS = [
    "Berridge, W. J. Civil Uprisings in Modern Sudan. London: Bloomsbury, 2015.",
    "Author interviews, Khartoum, June 2019.",
    "UNITAMS, situation report, March 2021.",
]


def codes(document: Document) -> set[str]:
    return {one.code for one in document.problems}


@pytest.mark.parametrize("heading", ["Notes", "Sources", "Notes and references"])
@pytest.mark.parametrize(("lead", "suffix"), [("## ", "md"), ("", "txt")])
def test_prose_under_a_heading_of_notes_is_text_and_a_list_of_works_is_none(heading: str, lead: str, suffix: str) -> None:
    start = f"{'# ' * bool(lead)}Sudan after Bashir\n\nThe generals and the opposition quarrelled over who should rule the country.\n\n{lead}{heading}\n\n"
    assert paragraphs(read((start + "\n\n".join(ACTS)).encode(), input_id=f"a.{suffix}"))[-3:] == ACTS
    listed = read((start + "\n\n".join(BOOKS)).encode(), input_id=f"a.{suffix}")
    assert len(paragraphs(listed)) == 1


@pytest.mark.parametrize("title", ["Note", "Sources"])
def test_a_document_titled_note_is_no_list_of_notes(title: str) -> None:
    text = ["Kenya expelled two Russian diplomats on 4 March 2020. Ethiopia condemned the decision.", "Uganda, see above, recalled its envoy in 2021."]
    assert paragraphs(read(f"# {title}\n\n{text[0]}\n\n{text[1]}\n".encode(), input_id="a.md")) == text
    listed = read((f"# {title}\n\n" + "\n\n".join(BOOKS)).encode(), input_id="a.md")
    assert len(paragraphs(listed)) == 0


def test_a_fence_that_nothing_closes_takes_no_text_away_and_code_is_no_text() -> None:
    assert paragraphs(read(("# Sudan after Bashir\n\n" + ACTS[0] + "\n\n```\n" + "\n\n".join(ACTS[1:])).encode(), input_id="a.md")) == ACTS
    assert paragraphs(read(("# Sudan after Bashir\n\n```text\n" + "\n\n".join(ACTS) + "\n```\n").encode(), input_id="a.md")) == ACTS
    coded = read(
        ("# Sudan after Bashir\n\n" + ACTS[0] + "\n\n```python\nfor act in acts:\n    print(act)\n```\n\n" + ACTS[1]).encode(), input_id="a.md"
    )
    assert paragraphs(coded) == ACTS[:2]


def test_lines_set_flush_with_spaces_are_no_table() -> None:
    lines = [
        "The  security  forces killed  a hundred men in  June",
        "and the African  Union  suspended  Sudan  from   its",
        "councils until a  government  of civilians  came  to",
        "power.",
    ]
    assert len({len(line) for line in lines[:3]}) == 1
    document = read(("Sudan after Bashir\n\n" + "\n".join(lines)).encode(), input_id="a.txt")
    assert paragraphs(document) == [" ".join(" ".join(lines).split())]


@pytest.mark.parametrize(
    "sentence",
    [
        "Jamal Khashoggi was a Saudi journalist whom agents of the kingdom killed in Istanbul on 2 October 2018.",
        "Joe Biden is the first president of the United States to visit Angola, where he met João Lourenço on 3 December 2024.",
        "Evan Gershkovich is an American reporter arrested by Russia in Yekaterinburg on 29 March 2023.",
        "Sponsored by Iran, the militia fired rockets at the base on 20 January 2024.",
        "The positions of the army are shelled daily by Armenian artillery near Kelbajar.",
        "Copyright infringement was the ground on which Washington threatened Beijing with tariffs in May 1996.",
    ],
)
def test_sentences_about_persons_and_positions_are_text(sentence: str) -> None:
    document = read(
        f"# A week of news\n\nMuch happened in a week that saw envoys come and go between the capitals.\n\n{sentence}\n".encode(), input_id="a.md"
    )
    assert paragraphs(document)[-1] == sentence


@pytest.mark.parametrize(
    "line",
    [
        "Anna Kovac is a senior fellow at the Baltic Office and the author of two books.",
        "Anna Kovac is the director of the Centre for Northern Studies.",
        "The views expressed here are those of the author.",
        "Copyright 2024 Baltic Office. All rights reserved.",
        "Sponsored content",
    ],
)
def test_biographies_and_imprints_are_none(line: str) -> None:
    document = read(
        f"# A week of news\n\nMuch happened in a week that saw envoys come and go between the capitals.\n\n{line}\n".encode(), input_id="a.md"
    )
    assert len(paragraphs(document)) == 1
    assert "W129" not in codes(document)


def test_a_paragraph_that_tells_something_and_is_set_aside_is_named() -> None:
    told = "Subscribe to the view or not: on 4 May 2019 Israel killed a commander and Hamas threatened revenge."
    document = read(
        f"# A week of news\n\nMuch happened in a week that saw envoys come and go between the capitals.\n\n{told}\n".encode(), input_id="a.md"
    )
    assert "W129" in codes(document)
