"""Times before their clause that the parser hung on another one."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from parsing import at, parse
from tests.extract.dating import days_of

days = partial(days_of, published=date(2023, 10, 10))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("In May 2021 troops shelled a village, and on 9 July 2022, according to Addis Ababa, soldiers killed seven farmers.", "killed", "2022-07-09"),
        ("In 2019, India bombed a camp in Pakistan, and in 2021, according to Islamabad, Indian agents killed a cleric.", "killed", "2021-01-01..2021-12-31"),
        ("In June 2022 the junta jailed a senator, and on 8 February 2023, his lawyer claimed, guards killed him.", "killed", "2023-02-08"),
        ("In May 2021 troops shelled a village, and on 9 July 2022, according to Addis Ababa, soldiers killed farmers.", "shelled", "2021-05-01..2021-05-31"),
    ],
)
def test_a_time_set_off_is_that_of_the_clause_behind_it(text: str, word: str, expected: str) -> None:
    assert days(text, word) == expected


@pytest.mark.parametrize(
    ("text", "time", "verb"),
    [
        ("Togo shelled the port in May and in June, and Benin jailed two envoys.", "June", "shelled"),
        ("The premier said on 3 May, as planned, that Oslo closed the camp.", "May", "said"),
        ("On 3 May the minister said, to laughter, that Oslo closed the camp.", "May", "said"),
    ],
)
def test_other_times_stay_where_they_hang(text: str, time: str, verb: str) -> None:
    sentence = parse(text)
    assert any(sentence.tokens[one.i].text == verb for one in sentence.ancestors(at(sentence, time)))
    assert next(one for one in sentence.ancestors(at(sentence, time)) if one.pos == "VERB").text == verb


def test_a_christmas_tree_names_no_day() -> None:
    assert days("At a Christmas tree in Suva police arrested two bishops.", "arrested") is None
    assert days("At Christmas police arrested two bishops.", "arrested") is not None
