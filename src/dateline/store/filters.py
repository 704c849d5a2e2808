"""An :class:`EventFilter` as SQL with parameters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from dateline.ontology.fieldcodes import is_country
from dateline.ontology.partyterms import GOVERNMENT, OPPOSED, PartyTerm, party_terms
from dateline.store.values import EventFilter, first_day, last_day

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


@dataclass(frozen=True, slots=True)
class Naming:
    """The SQL by which a party or place is named: its country's code, its list of sectors (``None`` of a place), its texts, and ``further``, a condition with
    ``{matches}`` for the test of one more text; ``capitals``: whether a country's code also stands for a name in capitals ("AND", not "and")."""

    code: str
    sectors: str | None
    texts: tuple[str, ...]
    further: tuple[str, ...] = ()
    capitals: bool = True


def named(value: str, naming: Naming, where: Conditions) -> str:
    """SQL for one of several terms of :mod:`dateline.ontology.partyterms`, with its parameters added."""
    return f"({' OR '.join(_one(term, naming, where) for term in party_terms(value)) or 'false'})"


def _one(term: PartyTerm, naming: Naming, where: Conditions) -> str:
    if term.sector is not None:
        return _sector(term, naming, where)
    found = []
    if term.code is not None:
        found.append(f"{naming.code} = ?")
        where.parameters.append(term.code)
    if term.is_country and not naming.capitals and is_country(term.code or ""):
        return found[0]
    wanted = term.words or term.code or ""
    pattern = _whole(wanted) if term.is_cased else whole_words(wanted)
    texts = [_matches(text, term) for text in naming.texts] + [one.format(matches=_matches("p.text", term)) for one in naming.further]
    where.parameters.extend([pattern] * len(texts))
    if term.words is None:
        return " OR ".join([*found, *texts])
    return " AND ".join([*found, f"({' OR '.join(texts)})"])


def _matches(text: str, term: PartyTerm) -> str:
    return f"regexp_matches({text if term.is_cased else f'lower({text})'}, ?)"


def _sector(term: PartyTerm, naming: Naming, where: Conditions) -> str:
    if naming.sectors is None:
        return "false"
    where.parameters.extend((term.code, term.sector))
    apart = f" AND NOT list_contains({naming.sectors}, '{OPPOSED}')" if term.sector == GOVERNMENT else ""
    return f"({naming.code} = ? AND list_contains({naming.sectors}, ?){apart})"


_PARTICIPANT: Final = Naming("p.country", "p.sectors", ("p.text", "coalesce(p.entity, '')"))
_PLACE: Final = Naming("m.place_country", None, ("coalesce(m.place_name, '')", "coalesce(m.place_text, '')"))


def _party(value: str, roles: tuple[str, ...], where: Conditions) -> None:
    where.parameters.extend(roles)
    asked = named(value, _PARTICIPANT, where)
    marks = ", ".join("?" for _ in roles)
    where.add(f"EXISTS (SELECT 1 FROM participants p WHERE p.mention_id = m.mention_id AND p.role IN ({marks}) AND {asked})")


def _place(value: str, where: Conditions) -> None:
    where.add(named(value, _PLACE, where))


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
