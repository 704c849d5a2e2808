"""What is told so many years after it: about the day, not in the calendar's year."""

from __future__ import annotations

from datetime import date

import pytest
from dating import days_of


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("A year after rebels seized the port, widows wept on Friday.", "seized", "2020-04-06..2020-06-07"),
        ("Two years after rebels seized the port, Lima expelled the envoy.", "seized", "2019-03-06..2019-07-08"),
        ("A week after rebels seized the port, widows wept on Friday.", "seized", "2021-04-30"),
        ("Rebels seized the port a year ago.", "seized", "2020-01-01..2020-12-31"),
    ],
)
def test_so_many_years_after(text: str, word: str, expected: str) -> None:
    assert days_of(text, word, published=date(2021, 5, 7)) == expected
