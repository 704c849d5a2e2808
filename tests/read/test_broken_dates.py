"""Days, names and places that a line's end breaks stay in their sentence; bylines and days of a head stay apart. Pages built by hand."""

from __future__ import annotations

import pytest
from tests.read.test_pdf_lists import blocks_of

from dateline.read.headgroup import head_lines
from dateline.read.textmap import Mapped

SIZE = 10.0
OPENING = "Kenya and Uganda quarrelled over an island in the lake in the spring."


def paragraph(top: float, *lines: str) -> list[tuple[float, float, str, float]]:
    return [(40.0, top - 12 * at, line, SIZE) for at, line in enumerate(lines)]


BROKEN = [
    ("Nairobi sent a patrol boat to the island and recalled its envoy on 3", "June 2009."),
    ("Nairobi sent a patrol boat to the island and recalled its envoy on", "3 June 2009."),
    ("Nairobi sent a patrol boat to the island and left the talks on June", "3, 2009."),
    ("The patrol boats have stood at the two sides of that island ever since", "June 2009."),
    ("Nairobi then sent a patrol boat to the island with a letter signed by", "Moses Wetangula, Raila Odinga."),
    ("Nairobi sent a patrol boat to the island, which it then held until 3", "June 2009;"),
]


@pytest.mark.parametrize(("first", "rest"), BROKEN)
def test_the_rest_of_a_sentence_is_no_line_of_a_head(monkeypatch: pytest.MonkeyPatch, first: str, rest: str) -> None:
    found = blocks_of(monkeypatch, [*paragraph(560, "Fish and law"), *paragraph(530, OPENING), *paragraph(506, first, rest)])
    assert found[-1] == f"{first} {rest}"


def test_a_day_inside_a_paragraph_neither_ends_nor_begins_one(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ("Kampala answered that the island had been its own since the treaty of", "14 May 1926", "and that its police would stay there until a court told it to leave.")
    narrow = ("The foreign minister said", "on 14 May 1926 that their", "envoy would meet with Mr", "Moses Wetangula", "and later visit Kampala.")
    assert len(blocks_of(monkeypatch, [*paragraph(560, "Fish and law"), *paragraph(530, *lines)])) == 2
    assert blocks_of(monkeypatch, [*paragraph(560, "Fish and law"), *paragraph(530, *narrow)])[-1].endswith("Mr Moses Wetangula and later visit Kampala.")


HEADS = [
    ("Kampala calls the landing a provocation and wants a court to rule", "3 June 2009"),
    ("Kampala calls the landing a provocation and wants a court to rule", "By Grace Achieng"),
    ("Kampala calls the landing a provocation and wants a court to rule", "Grace Achieng"),
    ("Kampala calls the landing a provocation and wants a court to rule", "Published: 3 June 2009, 18:40"),
]


@pytest.mark.parametrize(("standfirst", "line"), HEADS)
def test_lines_of_a_head_stay_apart(monkeypatch: pytest.MonkeyPatch, standfirst: str, line: str) -> None:
    found = blocks_of(monkeypatch, [(40.0, 570.0, "Fish and law", 14.0), *paragraph(550, standfirst, line), *paragraph(514, OPENING)])
    assert standfirst in found


@pytest.mark.parametrize(("first", "rest"), [("Nairobi sent a patrol boat and recalled its envoy on", "3 June 2009."), ("Nairobi recalled its envoy on 3", "June 2009.")])
def test_a_typed_paragraph_is_no_head(first: str, rest: str) -> None:
    assert head_lines([Mapped.inserted(first), Mapped.inserted(rest)]) is None


def test_a_typed_head_is_one() -> None:
    assert head_lines([Mapped.inserted(line) for line in ("Kenya lands police on an island", "By Grace Achieng", "3 June 2009")]) is not None


def test_a_title_said_again_above_a_numbered_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    """Such a title looks like a pull quote; what stands above and below it is not one paragraph, and the file is not damaged."""
    first = paragraph(560, "The secretariat sends the delegates the Assembly resolution on", "Migingo Island, which was adopted at the fourth sitting in May.")
    second = [(40.0, 560.0, "Annex", SIZE), (40.0, 540.0, "Assembly resolution on Migingo Island", 14.0)]
    third = paragraph(520, "7. The Assembly deplores the landing of police on that island and", "asks both states to withdraw.")
    found = blocks_of(monkeypatch, first, [*second, *third])
    assert found[-1] == "7. The Assembly deplores the landing of police on that island and asks both states to withdraw."
