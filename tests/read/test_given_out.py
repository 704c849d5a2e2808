"""Papers that say in a sentence of their own when and where they were given out."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.read import ReadOptions, read

HEAD = "ELECTION OBSERVATION MISSION\n\nGeorgia, Local Elections, 3 October 2031\n\nThe vote was calm. On 24 September, police searched two party offices in Batumi.\n\n"


def day(text: str) -> date | None:
    return read((HEAD + text).encode(), input_id="a.txt", options=ReadOptions()).published


@pytest.mark.parametrize(
    "text",
    [
        "Tbilisi, 4 October 2031 – This Statement of Preliminary Findings is the result of a common endeavour of three missions.",
        "Tbilisi, Georgia, Monday, 4 October 2031 - This preliminary statement was prepared by the mission and its long-term observers.",
        "October 4, 2031 — The present report was written by the observers of the commission, who visited forty polling stations.",
    ],
)
def test_a_paper_says_when_it_was_given_out(text: str) -> None:
    assert day(text) == date(2031, 10, 4)


@pytest.mark.parametrize(
    "text",
    [
        "On 4 October 2031 this statement was discussed in the council, which asked the mission for a longer one.",
        "Tbilisi, 4 October 2031 – The opposition accused the commission of fraud and called for protests in all towns.",
        "The mission's report of 4 October 2031 – this report is known to all – was rejected by the commission in Tbilisi.",
    ],
)
def test_another_day_is_not_that(text: str) -> None:
    assert day(text) == date(2031, 10, 3)  # the day in the head
