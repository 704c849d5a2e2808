"""Numbers whose noun or unit stands elsewhere, spoken tallies, and classes that the words right at a number settle."""

from __future__ import annotations

import pytest

from dateline.extract.quantities import find_quantities

Row = tuple[str, str | None, str | None]


def rows(text: str) -> list[Row]:
    """Words, unit and class of each quantity."""
    return [(text[one.start : one.end], one.unit, one.counts) for one in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tribunal voted six to three to take the appeal.", [("six", "support"), ("three", "oppose")]),
        ("Senators approved the pact 61 to nine.", [("61", "support"), ("nine", "oppose")]),
        ("Senators approved the pact 61 to nine, with four abstaining.", [("61", "support"), ("nine", "oppose"), ("four", "undecided")]),
        ("The bill to ban the league failed in the senate, 61 to 50.", [("61", "oppose"), ("50", "support")]),
        ("Students protested against the levy, passed by 79 votes to 26.", [("79 votes", "support"), ("26", "oppose")]),
        ("The council voted 13 to none to lift the ban.", [("13", "support")]),
        ("The text was adopted by 141 states.", [("141 states", "support")]),
        ("Ghana won three to one.", []),
        ("He walked two to three miles.", [("two to three miles", None)]),
    ],
)
def test_spoken_tallies(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(words, counts) for words, _, counts in rows(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells killed two boys in Aden and one in Taiz.", [("two boys", "persons", "killed"), ("one", "persons", "killed")]),
        ("The blast killed a family of six.", [("six", "persons", "killed")]),
        ("Officers freed 20 hostages and found one, a nurse, dead.", [("20 hostages", "persons", "released"), ("one", "persons", "killed")]),
        ("Police have shot 40 people since May; seven were children.", [("40 people", "persons", "killed"), ("seven", "persons", "killed")]),
        ("The submarines, eight in all, will cost a fortune.", [("eight in all", "items", "weapons")]),
        ("The kingdom's soldiers, 22,400 of them, patrol the coast.", [("22,400 of them", "persons", "troops")]),
        ("The force was to number 60,000.", [("60,000", "persons", "troops")]),
        ("He owns a house in Rome and wants one in Bari.", []),
        ("A boy of nine was hurt.", []),
        ("The brothers, eight and 11, were found at noon.", []),
        ("Police arrested 14 men, aged between 17 and 35, at noon.", [("14 men", "persons", "detained")]),
        ("The law raised the retirement age to 64.", []),
    ],
)
def test_numbers_without_a_noun_of_their_own(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two were jailed for eight and ten years.", [("two", "persons"), ("eight", "years"), ("ten years", "years")]),
        ("Terms of nine, seven and four years were passed.", [("nine", "years"), ("seven", "years"), ("four years", "years")]),
        ("Judges cut the term from seven years to three and a half.", [("seven years", "years"), ("three and a half", "years")]),
        ("Mines killed 12 and three days later hurt a guide.", [("12", "persons")]),
        ("The treasury spent 8.8trn roubles.", [("8.8trn roubles", "RUB")]),
        ("Nine houses in ten were lost.", [("Nine houses in ten", "percent")]),
        ("Exports fell by a quarter to 30 tonnes.", [("a quarter", "percent"), ("30 tonnes", "tons")]),
        ("The bank cut its rate by a quarter-point.", []),
        ("The strike shut 19 of the country's 22 refineries.", [("19 of the country's 22 refineries", "items")]),
        ("A bomb struck the 84-man mission.", [("84-man", "persons")]),
        ("A 12-man panel met.", []),
    ],
)
def test_units_that_stand_elsewhere(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(words, unit) for words, unit, _ in rows(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sit-in at port: 16 hurt, 30 held", ["wounded", "detained"]),
        ("The raid left 130 casualties, 68 of them fatal.", ["casualties", "killed"]),
        ("At least 60 guests were killed or wounded.", ["casualties"]),
        ("Casualties on both sides exceed 20,000.", ["casualties"]),
        ("Staff put the number of militants killed at 41.", ["killed"]),
        ("The force told of 1,200 murders in the year to March.", ["killed"]),
        ("Asked about the strike, 52% said yes, 38% no.", ["support", "oppose"]),
        ("Madrid pledged 24 F-16s.", ["weapons"]),
        ("He sat in a house of 545.", [None]),
        ("The tug sank with nine sailors aboard; none survived.", ["killed"]),
        ("Of 40 drones sent at the port, the navy said it shot down 31.", ["weapons", "weapons"]),
    ],
)
def test_words_that_settle_the_class(text: str, expected: list[str | None]) -> None:
    assert [counts for _, _, counts in rows(text)] == expected
