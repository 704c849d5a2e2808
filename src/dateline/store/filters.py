"""An :class:`EventFilter` as SQL with parameters."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from dateline.store.values import EventFilter, first_day, last_day

_CODE: Final = re.compile(r"[A-Z]{3}")
#: The edge of a word of any script: RE2's own \\b and \\w know ASCII only.
_NO_LETTER: Final = r"[^\p{L}\p{M}\p{N}_]"
#: Mentions without a date count as of the day their document was published.
_FIRST: Final = "coalesce(m.date_earliest, d.published)"
_LAST: Final = "coalesce(m.date_latest, d.published)"


@dataclass(slots=True)
class Conditions:
    """Conditions with their parameters, collected in order."""

    conditions: list[str] = field(default_factory=list)
    parameters: list[object] = field(default_factory=list)

    def add(self, condition: str, *parameters: object) -> None:
        """Add a condition with its parameters."""
        self.conditions.append(condition)
        self.parameters.extend(parameters)


@dataclass(frozen=True, slots=True)
class Query:
    """SQL with its parameters."""

    sql: str
    parameters: tuple[object, ...]


def whole_words(words: str) -> str:
    """A regular expression (RE2) that finds the words in lower-cased text, not as part of longer words."""
    escaped = (
        "".join(char if char.isalnum() else rf"\x{{{ord(char):x}}}" for char in word) for word in words.lower().split()
    )
    return f"(^|{_NO_LETTER}){'[[:space:]]+'.join(escaped)}($|{_NO_LETTER})"


def _party(value: str, roles: tuple[str, ...], where: Conditions) -> None:
    named = "p.country = ?" if _CODE.fullmatch(value) else "false"
    found = "regexp_matches(lower(p.text), ?) OR regexp_matches(lower(coalesce(p.entity, '')), ?)"
    marks = ", ".join("?" for _ in roles)
    pattern = whole_words(value)
    parameters: tuple[object, ...] = (*roles, *((value,) if _CODE.fullmatch(value) else ()), pattern, pattern)
    where.add(
        "EXISTS (SELECT 1 FROM participants p WHERE p.mention_id = m.mention_id"
        f" AND p.role IN ({marks}) AND ({named} OR {found}))",
        *parameters,
    )


def _place(value: str, where: Conditions) -> None:
    pattern = whole_words(value)
    where.add(
        "(m.place_country = ? OR regexp_matches(lower(coalesce(m.place_name, '')), ?)"
        " OR regexp_matches(lower(coalesce(m.place_text, '')), ?))",
        value if _CODE.fullmatch(value) else None,
        pattern,
        pattern,
    )


def _one_of(column: str, values: tuple[str, ...], where: Conditions) -> None:
    if values:
        where.add(f"{column} IN ({', '.join('?' for _ in values)})", *values)


def to_query(wanted: EventFilter) -> Query:
    """SQL for the ``mention_id`` of the mentions that match, by date, then as they stand in their documents."""
    where = Conditions()
    if wanted.actor is not None:
        _party(wanted.actor, ("actor",), where)
    if wanted.recipient is not None:
        _party(wanted.recipient, ("recipient",), where)
    if wanted.either is not None:
        _party(wanted.either, ("actor", "recipient"), where)
    _one_of("m.type", wanted.types, where)
    _one_of("m.status", tuple(status.value for status in wanted.statuses), where)
    if wanted.since is not None:
        where.add(f"{_LAST} >= ?", first_day(wanted.since))
    if wanted.until is not None:
        where.add(f"{_FIRST} <= ?", last_day(wanted.until))
    if wanted.place is not None:
        _place(wanted.place, where)
    if wanted.doc is not None:
        where.add("(m.doc_id = ? OR d.input_id = ?)", wanted.doc, wanted.doc)
    if not wanted.citations:
        where.add("m.sentence_kind <> 'citation'")
    condition = f" WHERE {' AND '.join(where.conditions)}" if where.conditions else ""
    limit = "" if wanted.limit is None else f" LIMIT {wanted.limit}"
    sql = (
        f"SELECT m.mention_id FROM mentions m JOIN documents d USING (doc_id){condition}"
        f" ORDER BY {_FIRST} NULLS LAST, {_LAST} NULLS LAST, m.doc_id, m.position{limit}"
    )
    return Query(sql, tuple(where.parameters))
