"""The kind of a paper between its title and its day or its maker is no part of who publishes it."""

from __future__ import annotations

import pytest

from dateline.read.citations import parse_note


@pytest.mark.parametrize(
    ("note", "publisher", "published"),
    [
        ("Human Rights Watch, “Aid Blocked”, report by October 2023.", "Human Rights Watch", "2023-10"),
        ("Human Rights Watch, “Aid Blocked”, report of 3 October 2023.", "Human Rights Watch", "2023-10-03"),
        ("Ministry of Water of Chad, “The Dam”, letter from May 2023.", "Ministry of Water of Chad", "2023-05"),
        ("“Aid Blocked”, report by Amnesty International, October 2023.", "Amnesty International", "2023-10"),
        ("“Aid Blocked”, report by October Group, 3 May 2023.", "October Group", "2023-05-03"),
        ("Report by October, 3 May 2024.", None, "2024-05-03"),
        ("“Aid Blocked”, statement by 3 May 2023.", None, "2023-05-03"),
        ("UNIFIL, report by October 2023.", "UNIFIL", "2023-10"),
    ],
)
def test_who_publishes(note: str, publisher: str | None, published: str) -> None:
    (source,) = parse_note(note)
    assert (source.publisher, source.outlet, source.published) == (publisher, None, published)


def test_a_paper_named_for_a_month_stays() -> None:
    (source,) = parse_note("“The Dam”, Washington Post, 3 May 2024.")
    assert (source.outlet, source.published) == ("Washington Post", "2024-05-03")
