"""Own codings and imported rows, counted by party, period and type, or one by one: what ``series`` and ``export`` read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

from dateline.ontology.goldstein import goldstein_of
from dateline.store.actfilter import OWN, ActFilter, Count, Cut, Level, Unit
from dateline.store.actquery import Where, asked, check_datasets, counts_imported, counts_own, imported, own_rows, pair, reported
from dateline.store.checked import CHECKED, has_checked
from dateline.store.leftout import LeftOut, left_out

if TYPE_CHECKING:
    from dateline.store.duckdb import Database


_COUNTS: Final = """count(*) AS n, count(confidence) AS n_confident,
    sum(score) AS score_sum, sum(goldstein) AS goldstein_sum, count(goldstein) AS goldstein_n"""
#: What is summed over codings with a confidence, by the name of its column.
_CONFIDENT: Final = {
    "p": "confidence", "pp": "confidence ** 2", "ps": "confidence * score", "pss": "confidence * score ** 2",
    "pps": "confidence ** 2 * score", "ppss": "(confidence * score) ** 2",
}  # fmt: skip
#: And over acts that people know.
_KNOWN: Final = {"n": "1", "s": "score", "ss": "score ** 2"}
#: The act as its CAMEO code depends on it.
_KEY: Final = "concat(type, '|', array_to_string(modes, ';'), '|', array_to_string(contexts, ';'))"


def _goldstein(database: Database) -> pa.Table:
    rows = database.read(f"SELECT DISTINCT {_KEY} AS key, type, modes, contexts FROM mentions ORDER BY key").to_pylist()
    values = [goldstein_of(row["type"], row["modes"], row["contexts"]) for row in rows]
    return pa.table({"key": pa.array([row["key"] for row in rows], pa.string()), "value": pa.array(values, pa.float64())})


def _summed(prefix: str, sums: Mapping[str, str], where: str = "") -> str:
    """Sums over the rows of a condition, as SQL."""
    rows = f" FILTER (WHERE {where})" if where else ""
    return "".join(f", coalesce(sum({value}){rows}, 0) AS {prefix}{name}" for name, value in sums.items())


def _sums_of_own(checked: bool) -> str:
    """The sums over own codings, apart for what people checked where they checked any."""
    if not checked:
        return _COUNTS + _summed("", _CONFIDENT)
    whole = _summed("whole_", {"n": "1", **_CONFIDENT}, "NOT judged AND alone AND confidence IS NOT NULL")
    found, known = _summed("found_", _KNOWN, "judged AND NOT alone"), _summed("known_", _KNOWN, "judged AND alone")
    return _COUNTS + _summed("", _CONFIDENT, "NOT judged AND NOT alone") + whole + found + known


def _own_sql(cut: Cut, where: Where, rows: str, checked: bool) -> str:
    sides = pair(cut)
    one = "act_id" if cut.count is Count.MENTIONS else "event_id"
    paired = "paired" if cut.unit is Unit.DYAD else "true"
    judged, alone = (f"coalesce(c.{name}, false)" if checked else "false" for name in ("judged", "alone"))
    joined = f"LEFT JOIN {CHECKED} c ON c.mention_id = a.act_id" if checked else ""
    return f"""
    SELECT dataset, actor, recipient, start, type, {_sums_of_own(checked)} FROM (
        SELECT a.dataset, {sides.actor} AS actor, {sides.recipient} AS recipient, a.type, a.score, g.value AS goldstein, a.confidence, {judged} AS judged, {alone} AS alone,
            {cut.start("date_earliest")} AS start
        FROM {rows} a JOIN goldstein_known g ON g.key = {_KEY} {joined}
        WHERE {where.sql} AND {sides.known} AND {paired} AND date_earliest IS NOT NULL AND NOT {cut.coarse}
        QUALIFY row_number() OVER (PARTITION BY {one}, {sides.actor}, {sides.recipient} ORDER BY {judged} DESC, confidence DESC, act_id) = 1
    ) GROUP BY ALL"""


def _imported_sql(cut: Cut, where: Where) -> str:
    sides = pair(cut)
    return f"""
    SELECT dataset, {sides.actor} AS actor, {sides.recipient} AS recipient, {cut.start("date")} AS start, type,
        {(_COUNTS + _summed("", _CONFIDENT)).replace("confidence", "NULL::DOUBLE")}
    FROM imported
    WHERE {where.sql} AND {sides.known}
    GROUP BY ALL"""


@dataclass(frozen=True, slots=True)
class Cells:
    """Counts and sums by data set, actor, recipient, period and type, of cells that are not empty.

    ``table`` has columns ``dataset, actor, recipient`` (empty text for the side that a monad leaves open), ``start`` (first day of the period),
    ``type``, ``n``, ``n_confident`` (rows with a confidence), sums of score and Goldstein value, and over rows with confidence ``p`` and score
    ``s`` the sums ``p, pp, ps, pss, pps, ppss`` of p, p^2, p s, p s^2, p^2 s and p^2 s^2. Where people checked any, these are of what nobody checked in
    documents that nobody read whole; ``whole_n, whole_p ...`` are of such rows in documents read whole, and ``found_n, found_s, found_ss`` and ``known_n,
    known_s, known_ss`` number and sums of s and s^2 of acts that people checked (:class:`dateline.analyse.sums.Checked`). ``left_out`` are the acts that match and are not in it;
    ``span`` the first days of the first and last period that have any act of the data sets, whoever did it: a series has zeros in between.
    """

    table: pa.Table
    left_out: LeftOut
    span: tuple[date, date] | None = None


#: The cells of the largest parties. Cells are not sorted: sorting millions of them takes longer than counting them.
_TOP: Final = """
WITH cells AS ({cells}), largest AS (
    SELECT dataset, actor, recipient FROM cells GROUP BY dataset, actor, recipient
    QUALIFY row_number() OVER (PARTITION BY dataset ORDER BY sum(n) DESC, actor, recipient) <= {top}
)
SELECT cells.* FROM cells JOIN largest USING (dataset, actor, recipient)
"""


def cells(database: Database, wanted: ActFilter, cut: Cut) -> Cells:
    """Counts the acts that match.

    An act counts once for each pair of its parties, which the cut's level tells apart: countries, or countries with sectors, however often the
    sentence names one. A joint act without recipient counts for each pair of its actors, in both directions (once where the cut is undirected). An
    own coding without a date counts on its document's day of publication.

    Raises:
        DatelineError: E204 where the query fails, E205 for a data set that is not there.
    """
    check_datasets(database, wanted)
    parts: list[str] = []
    parameters: list[object] = []
    tables = {}
    if counts_own(wanted):
        acts, where = reported(wanted), asked(wanted, "date_earliest", "date_latest")
        parts.append(_own_sql(cut, where, own_rows(acts, cut.level), has_checked(database)))
        parameters += [*acts.parameters, *where.parameters]
        tables["goldstein_known"] = _goldstein(database)
    if counts_imported(wanted):
        where = imported(wanted)
        parts.append(_imported_sql(cut, where))
        parameters += where.parameters
    sql = " UNION ALL BY NAME ".join(parts)
    table = database.read(sql if cut.top is None else _TOP.format(cells=sql, top=cut.top), *parameters, **tables)
    return Cells(table, left_out(database, wanted, cut), _span(database, wanted, cut))


def _span(database: Database, wanted: ActFilter, cut: Cut) -> tuple[date, date] | None:
    """From the first to the last act of the data sets, of whatever kind, whoever did it and whoever says so."""
    anybody = ActFilter(wanted.datasets, statuses=wanted.statuses, citations=wanted.citations, alleged=wanted.alleged)
    parts: list[str] = []
    parameters: list[object] = []
    if counts_own(anybody):
        where = reported(anybody)
        parts.append(f"SELECT {cut.start('date_earliest')} AS start FROM acts WHERE {where.sql} AND date_earliest IS NOT NULL AND NOT {cut.coarse}")
        parameters += where.parameters
    if counts_imported(anybody):
        where = imported(anybody)
        parts.append(f"SELECT {cut.start('date')} AS start FROM imported WHERE {where.sql}")
        parameters += where.parameters
    row = database.read(f"SELECT min(start) AS first, max(start) AS last FROM ({' UNION ALL '.join(parts)})", *parameters).to_pylist()[0]
    return None if row["first"] is None else (row["first"], row["last"])


@dataclass(frozen=True, slots=True)
class Act:
    """A row of the view ``acts``: an act between one actor and one recipient; ``goldstein`` and ``cameo`` only of imported rows.

    Exporters of other projects' formats get these (:mod:`dateline.store.exporters`).
    """

    dataset: str
    act_id: str
    event_id: str
    source_id: str | None
    date_earliest: date | None
    date_latest: date | None
    published: date | None
    actor_name: str | None
    actor_country: str | None
    actor_sector: str | None
    actor_sectors: tuple[str, ...]
    recipient_name: str | None
    recipient_country: str | None
    recipient_sector: str | None
    recipient_sectors: tuple[str, ...]
    joint: bool
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    quad: int
    score: float
    goldstein: float | None
    cameo: str | None
    place_name: str | None
    place_country: str | None
    place_lat: float | None
    place_lon: float | None
    status: str
    negated: bool
    certainty: str | None
    attribution_kind: str | None
    attribution_country: str | None
    confidence: float | None
    sentence: int | None
    n_reports: int | None
    n_sources: int | None
    publisher: str | None
    url: str | None
    lang: str | None
    text: str | None
    alleged: bool = False


def act_of(row: dict[str, Any]) -> Act:
    """An act from a row of the view."""
    values: dict[str, Any] = {name: tuple(value or ()) if name in _LISTS else value for name, value in row.items()}
    return Act(**values)


#: Country and sector, or nothing and the name.
_Party: TypeAlias = tuple[str | None, str | None]
_LISTS: Final = ("actor_sectors", "recipient_sectors", "modes", "contexts")
#: Acts that are held in memory at a time while they are exported.
BATCH: Final = 10_000


def iter_acts(database: Database, wanted: ActFilter, level: Level = Level.COUNTRY) -> Iterator[Act]:
    """The acts that match, one for each pair of parties, by date; of a joint act each pair once.

    Parties are told apart by country, or by country and sector, as :func:`cells` tells them apart, and where no country is known by name. Of several
    rows of one pair that with known sectors stands for it.

    Args:
        database: the database.
        wanted: which acts.
        level: what tells parties apart.

    Raises:
        DatelineError: E204 where the query fails, E205 for a data set that is not there.
    """
    check_datasets(database, wanted)
    parameters: list[object] = []
    branches = []
    if counts_own(wanted):
        acts, where = reported(wanted), asked(wanted, "date_earliest", "date_latest")
        branches.append(f"SELECT * EXCLUDE (paired) FROM {own_rows(acts, level)} WHERE paired AND {where.sql}")
        parameters += [*acts.parameters, *where.parameters]
    if counts_imported(wanted):
        where = imported(wanted, "date_earliest")
        branches.append(f"SELECT * FROM acts WHERE dataset <> '{OWN}' AND {where.sql}")
        parameters += where.parameters
    sql = f"{' UNION ALL '.join(branches)} ORDER BY date_earliest NULLS LAST, dataset, act_id, actor_name, recipient_name"
    rows = (act_of(row) for batch in database.stream(sql, *parameters, rows=BATCH) for row in batch.to_pylist())
    for (dataset, _), one_act in groupby(rows, key=lambda act: (act.dataset, act.act_id)):
        found = list(one_act)
        yield from _pairs(found, level) if dataset == OWN else found


def _pairs(rows: Iterable[Act], level: Level) -> list[Act]:
    """The rows of one act, each pair of parties once."""
    found: dict[tuple[_Party, _Party], Act] = {}
    for act in sorted(rows, key=lambda act: (act.actor_sector is None) + (act.recipient_sector is None)):
        actor = _party_of(act.actor_name, act.actor_country, act.actor_sector, level)
        recipient = _party_of(act.recipient_name, act.recipient_country, act.recipient_sector, level)
        if not (act.joint and (recipient, actor) in found):
            found.setdefault((actor, recipient), act)
    return list(found.values())


def _party_of(name: str | None, country: str | None, sector: str | None, level: Level) -> _Party:
    """What tells a party from others: its country, with its sector where that is asked for; of nobody's country its name."""
    if country is None:
        return None, name
    return country, sector if level is Level.SECTOR else None
