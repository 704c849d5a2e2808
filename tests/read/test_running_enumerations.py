"""The numbers of running enumerations in a text whose notes are numbered "(1)" are no markers."""

from __future__ import annotations

import pytest

from dateline.read import read
from dateline.types import Document

NOTES = (
    "Notes\n\n(1) Ana Paz, \"Chile Sues Bolivia,\" Reuters, 6 June 2016.\n(2) \"Peru Stays Out of the Quarrel,\" El Comercio, 8 June 2016.\n"
    "(3) \"Brazil Offers to Mediate,\" Folha de S.Paulo, 12 June 2016."
)
NOTED = "On 6 June 2016 Chile sued Bolivia,(1) Peru kept silent about it,(2) and Brazil offered its good offices.(3)"


def document_of(text: str, noted: str = NOTED, suffix: str = "txt") -> Document:
    return read(f"Water and Stone\n\nBy Marta Quispe\n3 April 2018\n\n{noted}\n\n{text}\n\n{NOTES}".encode(), input_id=f"a.{suffix}")


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize(
    "text",
    [
        "Two ways are left: (1) a new treaty, (2) a suit in The Hague, and (3) talks in Lima.",
        "Two ways are left: (1) a new treaty; (2) a suit in The Hague; or (3) talks in Lima.",
        "Brazil proposed to (1) share the water, (2) open the port and (3) meet each year.",
        "Chile has named its reasons – (1) the treaty of 1904, (2) the use of the river – in a letter.",
        "Chile wants (1) a ruling and (2) the costs of the suit.",
    ],
)
def test_its_numbers_stay_in_the_text(text: str, suffix: str) -> None:
    document = document_of(text, suffix=suffix)
    assert text in document.text
    assert [(note.label, len(note.markers)) for note in document.notes] == [("1", 1), ("2", 1), ("3", 1)]


@pytest.mark.parametrize(
    "noted",
    [
        "On 6 June 2016 Chile sued Bolivia (1), Peru kept silent about it (2) and Brazil offered its good offices (3).",
        "On 6 June 2016 Chile sued Bolivia,(1) Peru kept silent about it,(2) while Brazil offered its good offices.(3)",
        "On 6 June 2016 Chile sued Bolivia. (1) Peru kept silent about it. (2) Brazil offered its good offices. (3)",
    ],
)
def test_markers_apart_from_their_words_stay_markers(noted: str) -> None:
    document = document_of("Lima was the place of the talks that followed.", noted)
    assert [(note.label, len(note.markers)) for note in document.notes] == [("1", 1), ("2", 1), ("3", 1)]
    assert "(" not in document.text[: document.notes[0].span.start]
