"""A publishing house alone on a line below the author or on a title page is the publisher."""

from __future__ import annotations

import pytest

from dateline.read import read

BODY = "Turkey closed the strait to warships in March, and Russia protested against it in Ankara."


def publisher_of(*lines: str) -> str | None:
    return read("\n\n".join(["# The Price of the Strait", *lines, BODY, BODY.replace("March", "May")]).encode(), input_id="x.md").publisher


@pytest.mark.parametrize(
    ("line", "house"),
    [
        ("Polity Press", "Polity Press"),
        ("Hurst & Company, London", "Hurst & Company"),
        ("University of Pennsylvania Press", "University of Pennsylvania Press"),
        ("Bloomsbury Academic", "Bloomsbury Academic"),
        ("Paris: Gallimard, 2004", "Gallimard"),
        ("I.B. Tauris & Co. Ltd", "I.B. Tauris & Co."),
        ("Lynne Rienner Publishers", "Lynne Rienner Publishers"),
    ],
)
def test_below_the_author(line: str, house: str) -> None:
    assert publisher_of("Leyla Demir", line, "3 May 2019") == house


@pytest.mark.parametrize("line", ["Andrew Hurst", "Books", "Recent Books", "Related Publications", "Foreign Press", "Sons and Daughters", "Freedom of the Press"])
def test_what_is_no_house(line: str) -> None:
    assert publisher_of("Leyla Demir", line, "3 May 2019") is None


def test_another_name_comes_first() -> None:
    assert publisher_of("Leyla Demir", "Publisher: Black Sea Institute", "Polity Press", "3 May 2019") == "Black Sea Institute"
