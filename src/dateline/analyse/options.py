"""How a series is made: values that load nothing heavy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class By(StrEnum):
    """What the counts of a series are divided by."""

    QUAD = "quad"
    TYPE = "type"


@dataclass(frozen=True, slots=True)
class SeriesOptions:
    """How a series is made.

    Args:
        period: day, week, month, quarter or year.
        by: division of the counts.
        first: first day of the series; the first day with an act that is counted where ``None``.
        last: last day, likewise.
        top: only the parties with the most acts, so many for each data set.
        undirected: both directions of a pair are one series, under the pair in alphabetical order.
        rates: a file of error rates to use instead of the package's.
    """

    period: str = "month"
    by: By = By.QUAD
    first: date | None = None
    last: date | None = None
    top: int | None = None
    undirected: bool = False
    rates: str | None = None

    def within(self, span: tuple[date, date] | None) -> SeriesOptions:
        """The same over the days of all that was read, where no others are asked for."""
        if span is None:
            return self
        return replace(self, first=self.first or span[0], last=self.last or span[1])
