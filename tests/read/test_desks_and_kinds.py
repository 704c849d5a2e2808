"""Lines of a head that name the kind of the text, its house, or the desk that wrote it, with its day."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.read import read
from dateline.types import Document

DAY = date(2021, 5, 4)


def document_of(line: str) -> Document:
    text = f"# Suriname and the River\n\n{line}\n\nGuyana sent a note to Suriname on 2 May. Suriname rejected it the next day, as its minister told the press."
    return read(text.encode(), input_id="a.md")


@pytest.mark.parametrize(
    ("line", "authors", "publisher"),
    [
        ("Andean Quarterly · Interview · 4 May 2021", (), "Andean Quarterly"),
        ("Interview | Andean Quarterly | 4 May 2021", (), "Andean Quarterly"),
        ("4 May 2021 | Policy Note | Guiana Shield Advisory", (), "Guiana Shield Advisory"),
        ("Opinion • 4 May 2021", (), None),
        ("Joan Bakker · Interview · 4 May 2021", ("Joan Bakker",), None),
        ("Joan Bakker | Commentary | Paramaribo Forum | 4 May 2021", ("Joan Bakker",), "Paramaribo Forum"),
        ("Working Paper 12 | Caribbean Analytics | 4 May 2021", (), "Caribbean Analytics"),
        ("Prepared by the Guianas desk, Van Dijk Analytics, Paramaribo, 4 May 2021", (), "Van Dijk Analytics"),
        ("Compiled by the Early Warning and Conflict Prevention Unit, Rivers Watch, Georgetown, Guyana, 4 May 2021", (), "Rivers Watch"),
        ("Drafted by the research team, Institute of the Americas, May 4, 2021", (), "Institute of the Americas"),
        ("Prepared by the Americas desk, Cayenne, 4 May 2021", (), None),
        ("By the Americas desk, 4 May 2021", (), None),
        ("Prepared by Joan Bakker, 4 May 2021", ("Joan Bakker",), None),
    ],
)
def test_kind_house_and_desk(line: str, authors: tuple[str, ...], publisher: str | None) -> None:
    document = document_of(line)
    assert (document.published, document.authors, document.publisher) == (DAY, authors, publisher)


@pytest.mark.parametrize("line", ["Drafted by Brazil, the text of 4 May 2021 calls on both states to talk.", "Prepared by Cuba and Chile, the plan failed."])
def test_a_sentence_stays_text(line: str) -> None:
    document = document_of(line)
    assert document.published is None
    assert line in document.text
    assert document.authors == ()
