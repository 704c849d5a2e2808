"""Conditions on the view ``acts``, and the pairs of an act: what ``series`` and ``export`` both count by."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dateline.errors import DatelineError
from dateline.store.actfilter import OWN, RANK, ActFilter, Cut, Level, Unit
from dateline.store.filters import Conditions, Naming, named

if TYPE_CHECKING:
    from dateline.store.duckdb import Database

#: Whether the two parties of a row are one: of one country and sector, or of no known country and one name.
_ONE: Final = """(actor_country IS NOT DISTINCT FROM recipient_country AND CASE WHEN actor_country IS NULL
    THEN actor_name IS NOT DISTINCT FROM recipient_name ELSE actor_sector IS NOT DISTINCT FROM recipient_sector END)"""
_OF_ACT: Final = "OVER (PARTITION BY act_id)"
#: Whether a row of a joint act has parties that are not both of one country.
_ABROAD: Final = "(actor_country IS NULL OR actor_country IS DISTINCT FROM recipient_country)"


@dataclass(slots=True)
class Where(Conditions):
    """Conditions joined by "and"; without any, all rows."""

    conditions: list[str] = field(default_factory=lambda: ["true"])

    def one_of(self, column: str, values: tuple[str, ...]) -> None:
        """The column has one of the values, where any are given."""
        if values:
            self.add(f"{column} IN ({', '.join('?' for _ in values)})", *values)

    @property
    def sql(self) -> str:
        """The conditions as SQL."""
        return " AND ".join(self.conditions)


def told(wanted: ActFilter) -> Where:
    """Own codings by type, certainty, speaker and confidence: what a count is about, whether it counts it or not."""
    where = Where()
    where.add("dataset = ? AND type IS NOT NULL", OWN)
    where.one_of("type", wanted.types)
    where.one_of("certainty", tuple(one.value for one, rank in RANK.items() if rank >= RANK[wanted.certainty]))
    where.one_of("coalesce(attribution_kind, 'author')", wanted.attributed)
    if wanted.according_to is not None:
        where.add("attribution_country = ?", wanted.according_to)
    if not wanted.citations:
        where.add("act_id NOT IN (SELECT mention_id FROM mentions WHERE sentence_kind = 'citation')")
    if wanted.min_confidence:
        where.add("confidence >= ?", wanted.min_confidence)
    return where


def reported(wanted: ActFilter) -> Where:
    """Those of them that took place, or have a status that is asked for."""
    where = told(wanted)
    where.add("NOT negated")
    where.one_of("status", tuple(status.value for status in wanted.statuses))
    if not wanted.alleged:
        where.add("NOT alleged")
    return where


def asked(wanted: ActFilter, first: str, last: str, *, own: bool = True) -> Where:
    """The rows of the parties and days asked for; ``first`` and ``last`` are the columns of an act's days, ``own`` whether they are of own codings, whose
    parties have words beside their names."""
    where = Where()
    for side, parties in (("actor", wanted.actors), ("recipient", wanted.recipients)):
        if parties:
            where.add(named(",".join(parties), _naming(side, own), where))
    if wanted.first is not None:
        where.add(f"{last} >= ?", wanted.first)
    if wanted.last is not None:
        where.add(f"{first} <= ?", wanted.last)
    return where


def _naming(side: str, own: bool) -> Naming:
    further = f"EXISTS (SELECT 1 FROM participants p WHERE p.mention_id = act_id AND coalesce(p.entity, p.text) = {side}_name AND {{matches}})"
    return Naming(f"{side}_country", f"{side}_sectors", (f"coalesce({side}_name, '')",), (further,) if own else (), capitals=False)


def imported(wanted: ActFilter, day: str = "date") -> Where:
    """The imported rows that are wanted."""
    where = asked(wanted, day, day, own=False)
    where.add("type IS NOT NULL")
    where.one_of("type", wanted.types)
    where.one_of("dataset", tuple(name for name in wanted.datasets if name != OWN))
    return where


def own_rows(where: Where, level: Level) -> str:
    """Rows of the view with ``paired``: whether the two are a pair of the act.

    A party is paired with itself only where the act has no other pair, and in a joint act never. Parties of one country are a pair of a joint act
    where only sectors are told apart; of countries, where it joins no two and they are of other sectors ("the government and the rebels").
    """
    joint = f"NOT {_ONE}"
    if level is Level.COUNTRY:
        joint = f"CASE WHEN {_ABROAD} THEN NOT {_ONE} ELSE coalesce(actor_sector <> recipient_sector, false) AND NOT bool_or({_ABROAD}) {_OF_ACT} END"
    return f"(SELECT *, CASE WHEN joint THEN {joint} ELSE NOT {_ONE} OR bool_and({_ONE}) {_OF_ACT} END AS paired FROM acts WHERE {where.sql})"


def _party(side: str, level: Level) -> str:
    if level is Level.COUNTRY:
        return f"{side}_country"
    # a sector of nobody's country is no party that could be told from another's
    return f"CASE WHEN {side}_country IS NULL THEN NULL ELSE concat_ws(' ', {side}_country, {side}_sector) END"


@dataclass(frozen=True, slots=True)
class Pair:
    """The two sides of a cut as SQL, and the condition that both are known."""

    actor: str
    recipient: str
    known: str


def pair(cut: Cut) -> Pair:
    """The sides of a cut; the side that a monad leaves open is an empty text."""
    actor = "''" if cut.unit is Unit.RECIPIENT else _party("actor", cut.level)
    recipient = "''" if cut.unit is Unit.ACTOR else _party("recipient", cut.level)
    known = f"{actor} IS NOT NULL AND {recipient} IS NOT NULL"
    if cut.undirected and cut.unit is Unit.DYAD:
        return Pair(f"least({actor}, {recipient})", f"greatest({actor}, {recipient})", known)
    return Pair(actor, recipient, known)


def counts_own(wanted: ActFilter) -> bool:
    """Whether own codings are among the data sets."""
    return not wanted.datasets or OWN in wanted.datasets


def counts_imported(wanted: ActFilter) -> bool:
    """Whether imported rows are among the data sets."""
    return not wanted.datasets or bool(set(wanted.datasets) - {OWN})


def check_datasets(database: Database, wanted: ActFilter) -> None:
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
