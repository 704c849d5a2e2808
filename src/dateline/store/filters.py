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
    return _whole(words.lower())


def _whole(words: str) -> str:
    escaped = ("".join(char if char.isalnum() else rf"\x{{{ord(char):x}}}" for char in word) for word in words.split())
    return f"(^|{_NO_LETTER}){'[[:space:]]+'.join(escaped)}($|{_NO_LETTER})"


def _named(value: str, code: str, texts: tuple[str, ...], where: Conditions) -> str:
    """SQL for one of several codes or names, parted by commas, with its parameters added: a code also stands for a name in capitals ("AND", not "and")."""
    found = []
    for one in filter(None, (part.strip() for part in value.split(","))):
        short = _CODE.fullmatch(one) is not None
        if short:
            found.append(f"{code} = ?")
            where.parameters.append(one)
        for text in texts:
            found.append(f"regexp_matches({text if short else f'lower({text})'}, ?)")
            where.parameters.append(_whole(one) if short else whole_words(one))
    return f"({' OR '.join(found) or 'false'})"


def _party(value: str, roles: tuple[str, ...], where: Conditions) -> None:
    where.parameters.extend(roles)
    named = _named(value, "p.country", ("p.text", "coalesce(p.entity, '')"), where)
    marks = ", ".join("?" for _ in roles)
    where.add(f"EXISTS (SELECT 1 FROM participants p WHERE p.mention_id = m.mention_id AND p.role IN ({marks}) AND {named})")


def _place(value: str, where: Conditions) -> None:
    where.add(_named(value, "m.place_country", ("coalesce(m.place_name, '')", "coalesce(m.place_text, '')"), where))


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
