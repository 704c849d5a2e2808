"""The day of what is told by the hour, and of reports whose dateline names another day than that of publication."""

from __future__ import annotations

from datetime import date

import pytest
from dating import days_of

#: A Tuesday.
PUBLISHED = date(2024, 9, 10)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Marines landed in Benin on Saturday evening. Gunners opened fire at about half past six.", "opened", "2024-09-07"),
        ("Troops entered Lomé at dawn on Thursday. They arrested the mayor around nine o'clock.", "arrested", "2024-09-05"),
        ("Rebels attacked the port on Friday. By nightfall they had captured the barracks.", "captured", "2024-09-06"),
        ("Pilots crossed the border on Sunday night. They bombed a camp at two in the morning.", "bombed", "2024-09-09"),
        ("Rebels attacked the port on Friday night. They bombed a camp at two o'clock.", "bombed", None),
        ("Police raided the camp on Monday evening. In the morning they deported forty men.", "deported", "2024-09-10"),
        ("Rebels attacked the port on Friday. Patrols bombed smugglers there at dawn every week.", "bombed", None),
        ("Rebels attacked the port on Friday. The council condemned the raid by ten votes.", "condemned", None),
        ("Gunmen raided a bank on Friday, and by nightfall the army had sealed off the town.", "sealed off", "2024-09-06"),
        ("On Friday at nine o'clock gunmen raided a bank.", "raided", "2024-09-06"),
    ],
)
def test_an_hour_is_of_the_day_told_of_before(text: str, word: str, expected: str | None) -> None:
    assert days_of(text, word, published=PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("LISBON, Sept. 9 - Portugal condemned the raid today.", "condemned", "2024-09-09"),
        ("LISBON, Sept. 9 (Reuters) - Portugal yesterday expelled the envoy of Chad.", "expelled", "2024-09-08"),
        ("LISBON, Sept. 9 - Portugal expelled the envoy of Chad on Sunday.", "expelled", "2024-09-08"),
        ("LISBON - Portugal condemned the raid today.", "condemned", "2024-09-10"),
        ("LISBON, July 3 - Portugal condemned the raid today.", "condemned", "2024-09-10"),
    ],
)
def test_today_is_the_day_of_the_dateline(text: str, word: str, expected: str) -> None:
    assert days_of(text, word, published=PUBLISHED) == expected
