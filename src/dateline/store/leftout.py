"""How many acts a count or an export leaves out, and why: what is not counted is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dateline.store.actfilter import REPORTED, ActFilter, Count, Cut, Unit
from dateline.store.actquery import asked, counts_imported, counts_own, imported, own_rows, pair, told
from dateline.wording import plural

if TYPE_CHECKING:
    from dateline.store.duckdb import Database

#: How far an act gets, in the order in which it is asked: the reasons for leaving it out, and last that it counts.
_NEGATED, _STATUS, _ALLEGED, _UNDATED, _UNPAIRED, _COARSE = range(6)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Acts that match and are not counted, each under the first reason; of events, those of which no statement counts.

    Args:
        negated: that are said not to have taken place.
        status: future, hypothetical or historical ones, where no status was asked for.
        alleged: that only the other side tells of.
        undated: neither they nor their documents have a date.
        unpaired: without a known country of the parties that a count is of, imported rows among them.
        coarse: whose date spans more than one period.
        counted: ``act``, or ``event`` where events are counted.
        unit: of whom the count is.
    """

    negated: int = 0
    status: int = 0
    alleged: int = 0
    undated: int = 0
    unpaired: int = 0
    coarse: int = 0
    counted: str = "act"
    unit: Unit = Unit.DYAD

    def lines(self, period: str = "period") -> tuple[str, ...]:
        """A line for each reason that took something: ``left out: 2 acts without a date, as their documents have none``."""
        whose = "of actor and recipient" if self.unit is Unit.DYAD else f"of the {self.unit}"
        reasons = (
            (self.undated, "without a date, as their documents have none; give it when you code them (--date, or a column date)"),
            (self.coarse, f"whose dates span more than one {period}; a longer --period counts them"),
            (self.unpaired, f"without a known country {whose}"),
            (self.negated, "that are said not to have taken place; 'dateline events' lists them"),
            (self.status, "that are future, hypothetical or historical; --status counts them"),
            (self.alleged, "that only the other side alleges; --alleged counts them"),
        )
        return tuple(f"left out: {plural(number, self.counted)} {why}" for number, why in reasons if number)


#: Each act by how far its best statement gets.
_STAGES: Final = """
SELECT stage, count(*) AS n FROM (
    SELECT max(CASE WHEN negated THEN {negated} WHEN {other_status} THEN {status} WHEN {is_alleged} THEN {alleged}
        WHEN {undated} THEN {no_date} WHEN NOT ({known}) THEN {unpaired} WHEN {coarse} THEN {spans} ELSE {spans} + 1 END) AS stage
    FROM {rows} WHERE {asked} GROUP BY {one}
) GROUP BY stage"""


def left_out(database: Database, wanted: ActFilter, cut: Cut | None) -> LeftOut:
    """What is left out of the acts that match.

    Args:
        database: the database.
        wanted: what is counted.
        cut: how it is counted; ``None`` of an export, which says itself what its format cannot hold.

    Raises:
        DatelineError: E204 where a query fails.
    """
    parted = Cut() if cut is None else cut
    found = _own(database, wanted, cut) if counts_own(wanted) else {}
    no_pair = found.get(_UNPAIRED, 0) + (_imported(database, wanted, cut) if cut is not None and counts_imported(wanted) else 0)
    status = found.get(_STATUS, 0) if wanted.statuses == REPORTED else 0  # other than asked for is no loss
    counted = "event" if parted.count is Count.EVENTS else "act"
    return LeftOut(found.get(_NEGATED, 0), status, found.get(_ALLEGED, 0), found.get(_UNDATED, 0), no_pair, found.get(_COARSE, 0), counted, parted.unit)


def _own(database: Database, wanted: ActFilter, cut: Cut | None) -> dict[int, int]:
    parted = Cut() if cut is None else cut
    where, rows = asked(wanted, "date_earliest", "date_latest"), told(wanted)
    statuses = ", ".join(f"'{one.value}'" for one in wanted.statuses)
    known = "true" if cut is None else f"{pair(parted).known} AND {'paired' if parted.unit is Unit.DYAD else 'true'}"
    sql = _STAGES.format(
        negated=_NEGATED, status=_STATUS, alleged=_ALLEGED, no_date=_UNDATED, unpaired=_UNPAIRED, spans=_COARSE,
        other_status=f"status NOT IN ({statuses})" if statuses else "false", is_alleged="false" if wanted.alleged else "alleged",
        undated="false" if cut is None else "date_earliest IS NULL", known=known, coarse="false" if cut is None else parted.coarse,
        rows=own_rows(rows, parted.level), asked=f"{where.sql} OR date_earliest IS NULL AND {asked(_dateless(wanted), '', '').sql}",
        one="act_id" if parted.count is Count.MENTIONS else "event_id",
    )  # fmt: skip
    parameters = (*rows.parameters, *where.parameters, *asked(_dateless(wanted), "", "").parameters)
    return {int(row["stage"]): int(row["n"]) for row in database.read(sql, *parameters).to_pylist()}


def _dateless(wanted: ActFilter) -> ActFilter:
    """The same without days: an act without a date may be of any."""
    return ActFilter(actors=wanted.actors, recipients=wanted.recipients)


def _imported(database: Database, wanted: ActFilter, cut: Cut) -> int:
    where = imported(wanted)
    return int(database.read(f"SELECT count(*) AS n FROM imported WHERE {where.sql} AND NOT ({pair(cut).known})", *where.parameters)["n"][0].as_py())
