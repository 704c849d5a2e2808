"""The country that a user says a document is news of."""

from __future__ import annotations

import pytest

import dateline
from dateline.read import ReadOptions
from dateline.read.corpus import record_document

_TEXT = "The opposition on Friday accused the government of secrecy over a deal with Oman. Police detained students."


def _police(document: dateline.Document) -> str | None:
    (act,) = [one for one in dateline.code(document).mentions if one.type == "COERCE"]
    return act.actors[0].country


@pytest.mark.parametrize("country", ["KEN", "ken", "Kenya"])
def test_bare_nouns_are_of_the_country_that_is_told(country: str) -> None:
    assert _police(dateline.read_text(_TEXT, published="2023-05-05", country=country)) == "KEN"


def test_it_goes_before_a_dateline() -> None:
    text = f"DUBAI, May 5 (AFP) - {_TEXT}"
    assert _police(dateline.read_text(text, published="2023-05-05", country="KEN")) == "KEN"


def test_what_tells_no_country_tells_nothing() -> None:
    text = f"LIMA, May 5 (AFP) - {_TEXT}"
    assert _police(dateline.read_text(text, published="2023-05-05", country="Africa; other")) == "PER"


def test_a_line_goes_before_the_option() -> None:
    line = {"id": "a", "text": _TEXT, "date": "2023-05-05"}
    options = ReadOptions(country="PER")
    assert record_document(line, "a", options).country == "PER"
    assert record_document({**line, "country": "KEN"}, "a", options).country == "KEN"
