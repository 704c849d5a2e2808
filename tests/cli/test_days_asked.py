"""Options that take a day take it with its month in letters too; what is no whole day is refused."""

from __future__ import annotations

from datetime import date

import pytest
import typer

from dateline.cli.phrases import to_day


@pytest.mark.parametrize("value", ["2031-05-09", "9 May 2031", "May 9, 2031", "Friday, 9 May 2031", "9 mai 2031"])
def test_days(value: str) -> None:
    assert to_day(value) == date(2031, 5, 9)


@pytest.mark.parametrize("value", ["May 2031", "2031", "5/9/2031", "9.5.2031", "31 June 2031", "last week", ""])
def test_what_is_no_whole_day(value: str) -> None:
    with pytest.raises(typer.BadParameter, match="is not a day such as"):
        to_day(value)
