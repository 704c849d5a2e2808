"""Days that are only in a name."""

from __future__ import annotations

from datetime import date
from functools import partial

from tests.extract.dating import days_of

days = partial(days_of, published=date(2023, 10, 10))


def test_a_christmas_tree_names_no_day() -> None:
    assert days("At a Christmas tree in Suva police arrested two bishops.", "arrested") is None
    assert days("At Christmas police arrested two bishops.", "arrested") is not None
