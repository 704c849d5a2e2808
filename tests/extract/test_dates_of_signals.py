"""Days as signals, continental papers and plans write them: "211800Z AUG 68", "25.VI.1950", "16/10/62", "a week from Tuesday"."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.extract.dates import Context, find_dates, resolve_date

THEN = date(1968, 8, 22)


@pytest.mark.parametrize(
    ("words", "published", "day"),
    [
        ("211800Z AUG 68", date(1970, 1, 1), "1968-08-21"),
        ("041530Z MAR 2003", date(2003, 4, 1), "2003-03-04"),
        ("041530 MAR 03", date(2003, 4, 1), "2003-03-04"),
        ("200915Z AUG", THEN, "1968-08-20"),
        ("16/10/62", date(1963, 1, 1), "1962-10-16"),
        ("16/10/62", None, "1962-10-16"),
        ("16/10/12", date(2013, 1, 1), "2012-10-16"),
        ("3.VII.1969", None, "1969-07-03"),
        ("3. XII. 68", date(1969, 1, 1), "1968-12-03"),
        ("a week from Tuesday", date(1961, 8, 10), "1961-08-22"),
        ("two weeks from Friday", date(1961, 8, 10), "1961-08-25"),
        ("a fortnight on Monday", date(1961, 8, 10), "1961-08-28"),
        ("a week from tomorrow", date(1961, 8, 10), "1961-08-18"),
    ],
)
def test_the_day_is_read(words: str, published: date | None, day: str) -> None:
    found = resolve_date(words, published=published)
    assert found is not None and found.earliest == found.latest == date.fromisoformat(day)


@pytest.mark.parametrize("words", ["311800Z FEB 68", "32.VI.1950", "Some 211800 August visitors", "chapters 3.I.2", "Vol. 4.X.19 of the acts", "45 of 211800 marched"])
def test_other_figures_are_no_day_of_a_signal(words: str) -> None:
    assert not [one for one in find_dates(words, Context(THEN, "past")) if one.precision == "day"]


def test_a_signal_in_a_sentence() -> None:
    text = "At 201830Z AUG 68 Czech radio fell silent."
    assert [(text[one.start : one.end], one.earliest) for one in find_dates(text, Context(THEN, "past"))] == [("At 201830Z AUG 68", date(1968, 8, 20))]
