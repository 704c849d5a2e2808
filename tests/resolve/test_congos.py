"""The two Congos."""

from __future__ import annotations

import pytest

from dateline.resolve.congos import of_brazzaville
from dateline.types import Candidate, Resolution

LARGER = Candidate("Democratic Republic of the Congo", "COD", ("GOV",), 0.9)
FOUND = Resolution(LARGER, (LARGER,), "country")


@pytest.mark.parametrize(
    ("phrase", "document", "country"),
    [
        ("Congo", "Congo recalled its ambassador, Brazzaville said.", "COG"),
        ("The Congolese government", "Police in Pointe-Noire fired tear gas. The Congolese government denied it.", "COG"),
        ("Congo's president", "The Republic of the Congo votes. Congo's president met aides.", "COG"),
        ("Congo", "Congo recalled its ambassador, Kinshasa said.", "COD"),
        ("Congo", "Congo shut the ferry to Brazzaville, a spokesman in Kinshasa said.", "COD"),
        ("the Congolese army", "The Congolese army shelled hills near Goma; a flight to Brazzaville was called off.", "COD"),
        ("Congo", "The Democratic Republic of the Congo votes. Congo closed its border.", "COD"),
        ("Kinshasa", "Congo, Brazzaville said, will answer.", "COD"),
    ],
)
def test_whose_the_name_is(phrase: str, document: str, country: str) -> None:
    found = of_brazzaville(phrase, document, FOUND)
    assert found.chosen is not None and found.chosen.country == country and found.chosen.sectors == ("GOV",)


def test_others_stay_as_they_are() -> None:
    nobody = Resolution(None, (), "none")
    assert of_brazzaville("Congo", "Brazzaville said so.", nobody) is nobody
    person = Resolution(Candidate("Felix Tshisekedi", "COD", ("GOV",), 0.9), (), "person")
    assert of_brazzaville("Congo's Felix Tshisekedi", "He flew to Brazzaville.", person) is person
