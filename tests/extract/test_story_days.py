"""Days that a story counts from what it has told of: "nine days into the siege", "the third day of the strike", "six days after his death"."""

from __future__ import annotations

from datetime import date

import pytest
from dating import acts_of, days_of

PUBLISHED = date(1999, 3, 10)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels attacked Bunia on 6 May 1994. Nine days into the battle, France deployed troops.", "deployed", "1994-05-15"),
        ("Miners walked out at Lota on 4 June 1994. On the tenth day of their strike police arrested twelve men.", "arrested", "1994-06-13"),
        ("Gunmen shot Ruiz on 26 October 1994. Nine days after his death police arrested six students.", "arrested", "1994-11-04"),
        ("Police shot nine students on 8 August 1988. On the first anniversary of the shooting monks marched.", "marched", "1989-08-08"),
        ("Troops attacked Goa on 17 December 1991. On the evening of the 19th rebels attacked the fort.", "attacked the fort", "1991-12-19"),
        ("The envoy met the king on 4 May 1994. On the third day of the tour he attacked the plan.", "attacked", None),
        ("Two days into the siege police arrested six men.", "arrested", None),
    ],
)
def test_days_of_an_event_are_counted_from_the_day_on_which_the_story_had_it_begin(text: str, word: str, expected: str | None) -> None:
    last = word.split()[0]
    found = [one for one in acts_of(text, published=PUBLISHED) if last in one.trigger.text][-1].time
    assert (None if found is None else f"{found.earliest}") == expected


def test_an_hour_before_a_weekday_keeps_its_day() -> None:
    text = "Before dawn on Friday Malian soldiers arrested the imam and attacked his guards."
    assert days_of(text, "attacked", published=date(2022, 8, 22)) == "2022-08-19"
