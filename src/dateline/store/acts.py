"""Own codings and imported rows, counted by party, period and type, or one by one: what ``series`` and ``export`` read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

from dateline.errors import DatelineError
from dateline.ontology.goldstein import goldstein_of
from dateline.store.actfilter import OWN, RANK, ActFilter, Count, Cut, Level, Unit
from dateline.store.alleged import ALLEGED
from dateline.store.filters import Conditions

if TYPE_CHECKING:
    from dateline.store.duckdb import Database


@dataclass(slots=True)
class _Where(Conditions):
    conditions: list[str] = field(default_factory=lambda: ["true"])

    def one_of(self, column: str, values: tuple[str, ...]) -> None:
        if values:
            self.add(f"{column} IN ({', '.join('?' for _ in values)})", *values)

    @property
    def sql(self) -> str:
        return " AND ".join(self.conditions)


def _shared(wanted: ActFilter, where: _Where, first: str, last: str) -> None:
    where.one_of("actor_country", wanted.actors)
    where.one_of("recipient_country", wanted.recipients)
    where.one_of("type", wanted.types)
    if wanted.first is not None:
        where.add(f"{last} >= ?", wanted.first)
    if wanted.last is not None:
        where.add(f"{first} <= ?", wanted.last)


def _own(wanted: ActFilter) -> _Where:
    where = _Where()
    where.add("dataset = ? AND NOT negated AND type IS NOT NULL", OWN)
    _shared(wanted, where, "date_earliest", "date_latest")
    where.one_of("status", tuple(status.value for status in wanted.statuses))
    where.one_of("certainty", tuple(one.value for one, rank in RANK.items() if rank >= RANK[wanted.certainty]))
    where.one_of("coalesce(attribution_kind, 'author')", wanted.attributed)
    if wanted.according_to is not None:
        where.add("attribution_country = ?", wanted.according_to)
    if not wanted.citations:
        where.add("act_id NOT IN (SELECT mention_id FROM mentions WHERE sentence_kind = 'citation')")
    if wanted.min_confidence:
        where.add("confidence >= ?", wanted.min_confidence)
    if not wanted.alleged:
        where.add(f"act_id NOT IN ({ALLEGED})")
    return where


def _imported(wanted: ActFilter, day: str = "date") -> _Where:
    where = _Where()
    where.add("type IS NOT NULL")
    _shared(wanted, where, day, day)
    where.one_of("dataset", tuple(name for name in wanted.datasets if name != OWN))
    return where


def _party(side: str, level: Level) -> str:
    if level is Level.COUNTRY:
        return f"{side}_country"
    # a sector of nobody's country is no party that could be told from another's
    return f"CASE WHEN {side}_country IS NULL THEN NULL ELSE concat_ws(' ', {side}_country, {side}_sector) END"


def _sides(unit: Unit, level: Level) -> tuple[str, str]:
    actor = "''" if unit is Unit.RECIPIENT else _party("actor", level)
    recipient = "''" if unit is Unit.ACTOR else _party("recipient", level)
    return actor, recipient


def _pair(cut: Cut) -> tuple[str, str, str]:
    """The two sides as SQL, and the condition that both are known."""
    actor, recipient = _sides(cut.unit, cut.level)
    known = f"{actor} IS NOT NULL AND {recipient} IS NOT NULL"
    if cut.undirected and cut.unit is Unit.DYAD:
        return f"least({actor}, {recipient})", f"greatest({actor}, {recipient})", known
    return actor, recipient, known


_SUMS: Final = """count(*) AS n, count(confidence) AS n_confident,
    sum(score) AS score_sum, sum(goldstein) AS goldstein_sum, count(goldstein) AS goldstein_n,
    coalesce(sum(confidence), 0) AS p, coalesce(sum(confidence ** 2), 0) AS pp,
    coalesce(sum(confidence * score), 0) AS ps, coalesce(sum(confidence * score ** 2), 0) AS pss,
    coalesce(sum(confidence ** 2 * score), 0) AS pps, coalesce(sum((confidence * score) ** 2), 0) AS ppss"""
#: The act as its CAMEO code depends on it.
_KEY: Final = "concat(type, '|', array_to_string(modes, ';'), '|', array_to_string(contexts, ';'))"


def _goldstein(database: Database) -> pa.Table:
    rows = database.read(f"SELECT DISTINCT {_KEY} AS key, type, modes, contexts FROM mentions ORDER BY key").to_pylist()
    values = [goldstein_of(row["type"], row["modes"], row["contexts"]) for row in rows]
    return pa.table({"key": pa.array([row["key"] for row in rows], pa.string()), "value": pa.array(values, pa.float64())})


def _own_sql(cut: Cut, where: _Where) -> str:
    actor, recipient, known = _pair(cut)
    one = "act_id" if cut.count is Count.MENTIONS else "event_id"
    return f"""
    SELECT dataset, actor, recipient, start, "end", type, {_SUMS} FROM (
        SELECT a.dataset, {actor} AS actor, {recipient} AS recipient, a.type, a.score, g.value AS goldstein, a.confidence,
            {cut.start("date_earliest")} AS start, {cut.start("date_latest")} AS "end"
        FROM acts a JOIN goldstein_known g ON g.key = {_KEY}
        WHERE {where.sql} AND {known} AND NOT (joint AND {actor} = {recipient})
            AND date_earliest IS NOT NULL
        QUALIFY row_number() OVER (PARTITION BY {one}, {actor}, {recipient} ORDER BY confidence DESC, act_id) = 1
    ) GROUP BY ALL"""


def _imported_sql(cut: Cut, where: _Where) -> str:
    actor, recipient, known = _pair(cut)
    return f"""
    SELECT dataset, {actor} AS actor, {recipient} AS recipient, {cut.start("date")} AS start,
        {cut.start("date")} AS "end", type, {_SUMS.replace("confidence", "NULL::DOUBLE")}
    FROM imported
    WHERE {where.sql} AND {known}
    GROUP BY ALL"""


@dataclass(frozen=True, slots=True)
class Cells:
    """Counts and sums by data set, actor, recipient, period and type, of cells that are not empty.

    ``table`` has columns ``dataset, actor, recipient`` (empty text for the side that a monad leaves open), ``start`` (first day of the period),
    ``type``, ``n``, ``n_confident`` (rows with a confidence), sums of score and Goldstein value, and over rows with confidence ``p`` and score
    ``s`` the sums ``p, pp, ps, pss, pps, ppss`` of p, p^2, p s, p s^2, p^2 s and p^2 s^2. ``coarse`` own acts were left out: their date spans
    more than one period; and ``alleged``, as they stand on the word of the other side only.
    """

    table: pa.Table
    coarse: int
    alleged: int = 0


def _check_datasets(database: Database, wanted: ActFilter) -> None:
    """Refuses data sets that the database does not hold; one's own codings are always one.

    Raises:
        DatelineError: E205 with those that it holds.
    """
    if not set(wanted.datasets) - {OWN}:
        return
    known = [OWN, *(str(row["dataset"]) for row in database.select("SELECT DISTINCT dataset FROM imported ORDER BY dataset"))]
    unknown = [name for name in wanted.datasets if name not in known]
    if unknown:
        raise DatelineError("E205", ", ".join(unknown), f"the database holds no such data set, but: {', '.join(known)}")


#: The cells of the largest parties. Cells are not sorted: sorting millions of them takes longer than counting them.
_TOP: Final = """
WITH cells AS ({cells}), largest AS (
    SELECT dataset, actor, recipient FROM cells WHERE start = "end" GROUP BY dataset, actor, recipient
    QUALIFY row_number() OVER (PARTITION BY dataset ORDER BY sum(n) DESC, actor, recipient) <= {top}
)
SELECT cells.* FROM cells LEFT JOIN largest l USING (dataset, actor, recipient) WHERE l.dataset IS NOT NULL OR cells.start <> cells."end"
"""


def cells(database: Database, wanted: ActFilter, cut: Cut) -> Cells:
    """Counts the acts that match.

    An act of several actors or recipients counts once for each pair of them; a joint act without recipient for each pair of its actors, in both
    directions (once where the cut is undirected). An own coding without a date counts on its document's day of publication.

    Raises:
        DatelineError: E204 where the query fails, E205 for a data set that is not there.
    """
    _check_datasets(database, wanted)
    parts, parameters = [], []
    tables = {}
    if not wanted.datasets or OWN in wanted.datasets:
        where = _own(wanted)
        parts.append(_own_sql(cut, where))
        parameters += where.parameters
        tables["goldstein_known"] = _goldstein(database)
    if not wanted.datasets or set(wanted.datasets) - {OWN}:
        where = _imported(wanted)
        parts.append(_imported_sql(cut, where))
        parameters += where.parameters
    sql = " UNION ALL ".join(parts)
    table = database.read(sql if cut.top is None else _TOP.format(cells=sql, top=cut.top), *parameters, **tables)
    whole = pa.compute.equal(table["start"], table["end"])
    coarse = pa.compute.sum(table.filter(pa.compute.invert(whole))["n"]).as_py() or 0
    return Cells(table.filter(whole).drop_columns(["end"]), int(coarse), count_alleged(database, wanted, f"{_pair(cut)[2]} AND date_earliest IS NOT NULL"))


def count_alleged(database: Database, wanted: ActFilter, known: str = "TRUE") -> int:
    """How many own acts would count but that they stand on the word of the other side.

    Args:
        database: the database.
        wanted: what is counted.
        known: what must be known of an act, as SQL.

    Raises:
        DatelineError: E204 where the query fails.
    """
    if wanted.alleged or (wanted.datasets and OWN not in wanted.datasets):
        return 0
    where = _own(replace(wanted, alleged=True))
    sql = f"SELECT count(DISTINCT act_id) AS n FROM acts WHERE {where.sql} AND {known} AND act_id IN ({ALLEGED})"
    return int(database.read(sql, *where.parameters)["n"][0].as_py())


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


def act_of(row: dict[str, Any]) -> Act:
    """An act from a row of the view."""
    values: dict[str, Any] = {name: tuple(value or ()) if name in _LISTS else value for name, value in row.items()}
    return Act(**values)


#: Country and sector, or nothing and the name.
_Party: TypeAlias = tuple[str | None, str | None]
_LISTS: Final = ("actor_sectors", "recipient_sectors", "modes", "contexts")
#: Acts that are held in memory at a time while they are exported.
BATCH: Final = 10_000


def iter_acts(database: Database, wanted: ActFilter) -> Iterator[Act]:
    """The acts that match, one for each pair of actor and recipient, by date; of a joint act each pair once.

    A party that a sentence names twice ("Russia's president, Vladimir Putin") is one; a party is paired with itself only where the act has no other pair,
    and in a joint act never.

    Raises:
        DatelineError: E204 where the query fails, E205 for a data set that is not there.
    """
    _check_datasets(database, wanted)
    where = _Where()
    own, other = _own(wanted), _imported(wanted, "date_earliest")
    branches = []
    if not wanted.datasets or OWN in wanted.datasets:
        branches.append(f"({own.sql})")
        where.parameters += own.parameters
    if not wanted.datasets or set(wanted.datasets) - {OWN}:
        branches.append(f"(dataset <> '{OWN}' AND {other.sql})")
        where.parameters += other.parameters
    sql = (
        f"SELECT * FROM acts WHERE ({' OR '.join(branches)}) AND NOT (joint AND actor_name > recipient_name)"
        " ORDER BY date_earliest NULLS LAST, dataset, act_id, actor_name, recipient_name"
    )
    rows = (act_of(row) for batch in database.stream(sql, *where.parameters, rows=BATCH) for row in batch.to_pylist())
    for (dataset, _), acts in groupby(rows, key=lambda act: (act.dataset, act.act_id)):
        found = list(acts)
        yield from _pairs(found) if dataset == OWN else found


def _pairs(rows: list[Act]) -> list[Act]:
    """The rows of one act, each pair of parties once."""
    found: dict[tuple[_Party, _Party], Act] = {}
    for act in rows:
        actor = _party_of(act.actor_name, act.actor_country, act.actor_sector)
        recipient = _party_of(act.recipient_name, act.recipient_country, act.recipient_sector)
        if act.joint and (actor == recipient or (recipient, actor) in found):
            continue
        found.setdefault((actor, recipient), act)
    apart = [act for (actor, recipient), act in found.items() if actor != recipient]
    return apart or list(found.values())


def _party_of(name: str | None, country: str | None, sector: str | None) -> _Party:
    """What tells a party from others: country and sector, of nobody's country its name."""
    return (country, sector) if country is not None else (None, name)
