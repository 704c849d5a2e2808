"""Raised marks behind the authors in the head and the institutes below them are no notes; notes about authors elsewhere stay."""

from __future__ import annotations

import pytest

from dateline.read import read
from dateline.types import BlockKind, Document

AUTHORS = ("Ana Reyes", "Li Wei")
BODY = (
    "On 3 May 2017 Bolivia sued Chile over the river (Reuters, 2017). Peru kept silent about the claim (El Comercio, 2017).\n\nReferences\n\n"
    "El Comercio. (2017, May 9). Peru stays out of the quarrel.\n\nReuters. (2017, May 4). Bolivia sues Chile over river."
)
FOOTNOTES = (
    "On 3 May 2017 Bolivia sued Chile over the river.[^1] Peru kept silent about the claim, as its minister said.[^2]\n\n"
    "[^1]: Reuters, 4 May 2017.\n\n[^2]: El Comercio, 9 May 2017."
)


def document_of(head: str, body: str = BODY) -> Document:
    return read(f"# A River between Two States\n\n{head}\n\n2 June 2018\n\n{body}".encode(), input_id="a.md")


def as_html(head: str) -> Document:
    parts = "".join(f"<p>{part}</p>" for part in [*head.split("\n\n"), "2 June 2018", *BODY.split("\n\n")])
    return read(f"<html><body><article><h1>A River between Two States</h1>{parts}</article></body></html>".encode(), input_id="a.html")


HEADS = [
    "Ana Reyes¹ and Li Wei²\n\n¹ University of Chile, ² Peking University",
    "Ana Reyes¹, Li Wei²\n\n¹University of Chile\n\n²Peking University",
    "Ana Reyes¹˒² and Li Wei²\n\n¹ University of Chile\n\n² Max Planck Institute, Berlin",
    "Ana Reyes<sup>1,2</sup> and Li Wei<sup>2,*</sup>\n\n<sup>1</sup> Universidad de Chile, Santiago\n\n<sup>2</sup> Peking University\n\n<sup>*</sup> li@pku.example",
    "Ana Reyes<sup>a</sup>, Li Wei<sup>b</sup>\n\n<sup>a</sup> Universidad de Chile; <sup>b</sup> Peking University",
    "By Ana Reyes^1^ and Li Wei^2^\n\n^1^ University of Chile\n\n^2^ Peking University",
    "Ana Reyes1 and Li Wei2\n\n1 University of Chile\n\n2 Peking University",
    "Ana Reyes† and Li Wei‡\n\n† University of Chile\n\n‡ Peking University",
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("make", [document_of, as_html])
def test_affiliations_are_no_notes(head: str, make: object) -> None:
    document = make(head)  # type: ignore[operator]
    assert document.authors == AUTHORS
    assert [note.label for note in document.notes] == ["El Comercio 2017", "Reuters 2017"]
    assert [len(note.markers) for note in document.notes] == [1, 1]
    assert not any(problem.code == "W104" for problem in document.problems)
    assert "Universi" not in "".join(document.slice(block.span) for block in document.blocks if block.kind in {BlockKind.PARAGRAPH, BlockKind.NOTE})


def test_notes_of_the_text_keep_their_numbers() -> None:
    document = document_of(HEADS[0], FOOTNOTES)
    assert [(note.label, len(note.markers)) for note in document.notes] == [("1", 1), ("2", 1)]
    assert document.text[: document.notes[0].markers[0]].endswith("over the river.")


def test_degrees_behind_the_names() -> None:
    document = document_of("Ana Reyes, PhD¹; Li Wei, M.D.²\n\n¹Department of Law, University of Chile, Santiago. ²Peking University, Beijing.", FOOTNOTES)
    assert [(note.label, len(note.markers)) for note in document.notes] == [("1", 1), ("2", 1)]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Ana Reyes[^1]", FOOTNOTES.replace("^2", "^3").replace("^1", "^2") + "\n\n[^1]: Professor, University of Chile."),
        ("Ana Reyes*", FOOTNOTES + "\n\n\\* Professor, University of Chile."),
    ],
)
def test_a_note_about_the_author_at_the_end_stays_one(head: str, body: str) -> None:
    document = document_of(head, body)
    assert document.authors == ("Ana Reyes",)
    assert [document.slice(note.span) for note in document.notes].count("Professor, University of Chile.") == 1
    assert all(note.markers for note in document.notes)


def test_numbered_headings_below_the_author_stay() -> None:
    body = "1. Introduction\n\nOn 3 May 2017 Bolivia sued Chile over the river.\n\n2. Causes\n\nPeru kept silent.\n\n¹ Ana Reyes teaches law in Santiago."
    document = document_of("Ana Reyes¹", body)
    assert "Introduction" in "".join(document.slice(block.span) for block in document.blocks if block.kind is not BlockKind.NOTE)
