"""Tests of classes that the words right at a number settle."""

from __future__ import annotations

import pytest

from dateline.extract.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("A military court sentenced to death 26 persons accused of rebellion.", [None]),
        ("The tribunal condemned five officers to death.", [None]),
        ("Thirty men were sentenced to death by a court in Cairo.", [None]),
        ("Five men and a woman were sentenced to death.", [None]),
        ("Iran executed 12 men sentenced to death in May.", ["killed"]),
        ("Iran hanged nine people who had been sentenced to death.", ["killed"]),
        ("A man was sentenced to death for killing 26 people.", ["killed"]),
        ("The bomb killed 26 people and two men were sentenced to death.", ["killed", None]),
        ("In Jos 26 people were killed and two men were sentenced to death.", ["killed", None]),
        ("The blast wounded 26 people and its planner was sentenced to death.", ["wounded"]),
        ("A bomber struck the station, killing 26 people, 14 of them soldiers, and injuring 60 others.", ["killed", "killed", "wounded"]),
        ("The raid wounded 50 people (12 of them police officers) and killed nine.", ["wounded", "wounded", "killed"]),
        ("Police arrested 200 protesters, 40 of them minors.", ["detained", "detained"]),
        ("The rebels abducted 20 others, of whom nine were later rescued.", ["detained", "evacuated"]),
        ("The landslide killed 30 villagers and 11 were found alive.", ["killed", "evacuated"]),
        ("Rebels kidnapped 30 nurses, five of whom died.", ["detained", "killed"]),
        ("Troops fired on the rally, killing 157 people and raping 100 women.", ["killed", None]),
        ("Soldiers killed three rebels and later recruited another 40 boys.", ["killed", None]),
        ("The strike killed two men and trapped 11 miners.", ["killed", None]),
        ("Rebels killed eight villagers and took 15 hostage.", ["killed", "detained"]),
        ("The crash killed 11 and left 30 dead in the other train.", ["killed", "killed"]),
        ("The militia killed 12 women and bludgeoned 20 men to death.", ["killed", "killed"]),
        ("The raid killed 26 villagers, including 12 boys.", ["killed", "killed"]),
        ("Kabul freed 5,000 prisoners, offering 1,500 more.", ["released", "released"]),
        ("Gunmen killed 1,400 people and took about 200 hostages.", ["killed", "detained"]),
        ("Lusaka put the number of detainees at 749 and said that a guard had been shot dead.", ["detained"]),
        ("The mayor, who put the number of refugees at 3,000, said that a driver had been stabbed to death.", ["refugees"]),
        ("The raid took the number of villagers killed this month to 60.", ["killed"]),
        ("Seoul is building a $20bn nuclear plant and gave Quito a loan.", [None]),
        ('Police arrested 14 "smugglers" and killed nine.', ["detained", "killed"]),
    ],
)
def test_words_right_at_a_number_settle_what_it_counts(text: str, counts: list[str | None]) -> None:
    assert [one.counts for one in find_quantities(text)] == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The editor was charged along with twelve others in December.", [None]),
        ("The company was fined with eleven others.", [None]),
        ("Two ministers were questioned along with three others on Friday.", [None, None]),
        ("The coach overturned and nine others died.", ["killed"]),
        ("The mayor was acquitted together with seven others.", ["released"]),
    ],
)
def test_no_fate_is_counted_of_which_the_text_tells_nothing(text: str, counts: list[str | None]) -> None:
    assert [one.counts for one in find_quantities(text)] == counts


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Vessels from China made 22 incursions, six of them at night.", ["items", "items"]),
        ("Drones attacked 16 depots, two of them in Tver.", ["items", "items"]),
        ("The army downed 20 of them over the Gulf.", ["items"]),
        ("Militants torched 18 houses and killed six, four of them women.", ["items", "persons", "persons"]),
        ("Gunmen took 14 hostages and shot five of them.", ["persons", "persons"]),
    ],
)
def test_of_them_is_of_what_was_counted_before(text: str, units: list[str]) -> None:
    assert [one.unit for one in find_quantities(text)] == units
