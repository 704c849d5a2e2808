"""PLOVER's types, modes, contexts, sectors, quad classes and scores, from ``data/plover.toml``.

The table is validated when it is first used; every function takes and returns PLOVER's own names (``"CONSULT"``,
``"visit"``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Final

from dateline.errors import DatelineError
from dateline.ontology.lexicon import acts_named

#: The scale of the PLOVER scores (manual, section "Numeric conflict/cooperation scores").
SCORE_MIN: Final = -10.0
SCORE_MAX: Final = 10.0


@dataclass(frozen=True, slots=True)
class Quad:
    """A quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class Mode:
    """How an act of a type was done. ``score`` in [-10, 10]; ``context`` is the context that always goes with the
    mode."""

    name: str
    definition: str
    score: float
    context: str | None = None


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the 16 event types. ``cameo`` is the CAMEO code of the type as a whole."""

    name: str
    definition: str
    quad: Quad
    score: float
    cameo: str
    requires_recipient: bool = False
    modes: tuple[Mode, ...] = ()

    def mode(self, name: str) -> Mode | None:
        """The mode of that name, or ``None`` where the type has no such mode."""
        return next((mode for mode in self.modes if mode.name == name), None)


@dataclass(frozen=True, slots=True)
class Term:
    """A name or code with its definition: a context, a sector, or a body that stands in place of a country."""

    name: str
    definition: str


#: How like a type's name a mistyped one is (1: the same): "SANCTIONS" is, "DEPORT" is like none.
_CLOSE: Final = 0.7


@dataclass(frozen=True, slots=True)
class Plover:
    """The whole ontology, in the order of the manual."""

    version: str
    source: str
    quads: tuple[Quad, ...]
    types: tuple[EventType, ...]
    contexts: tuple[Term, ...]
    sectors: tuple[Term, ...]
    bodies: tuple[Term, ...]

    def type(self, name: str) -> EventType:
        """The event type of that name.

        Raises:
            DatelineError: E411 where there is no such type.
        """
        for event_type in self.types:
            if event_type.name == name:
                return event_type
        raise DatelineError("E411", name, self.meant(name), self.listed())

    def listed(self) -> str:
        """The names of all types, as errors list them."""
        return f"types: {', '.join(one.name for one in self.types)}"

    def meant(self, name: str) -> str | None:
        """Of which type the name is a mode, which type it is close to, or of which type is the act that it names; ``None`` for neither."""
        moded = [one.name for one in self.types if name.lower() in (mode.name for mode in one.modes)]
        if moded:
            return f"{name.lower()} is a mode of {' and '.join(moded)}"
        close = get_close_matches(name.upper(), [one.name for one in self.types], 1, _CLOSE)
        told = () if close else acts_named(name.lower())
        return f"perhaps {close[0]}" if close else f"{name.lower()} is {' or '.join(told)}" if told else None


def _damaged(detail: str) -> DatelineError:
    return DatelineError("E311", "ontology/data/plover.toml", detail)


def _text(row: Mapping[str, object], key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value:
        raise _damaged(f"{key} is missing in {row}")
    return value


def _score(row: Mapping[str, object], default: float | None = None) -> float:
    value = row.get("score", default)
    if not isinstance(value, float) or not SCORE_MIN <= value <= SCORE_MAX:
        raise _damaged(f"the score of {row.get('name')} is {value}")
    return value


def _rows(table: Mapping[str, object], key: str) -> tuple[Mapping[str, object], ...]:
    rows = table.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _damaged(f"{key} is not a list of tables")
    return tuple(rows)


def _unique(names: Iterable[str], what: str) -> frozenset[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise _damaged(f"{what} {name} stands twice")
        seen.add(name)
    return frozenset(seen)


def _event_type(row: Mapping[str, object], quads: Mapping[int, Quad]) -> EventType:
    number = row.get("quad")
    if not isinstance(number, int) or number not in quads:
        raise _damaged(f"the quad class of {row.get('name')} is {number}")
    base = _score(row)
    modes = tuple(
        Mode(
            _text(mode, "name"),
            _text(mode, "definition"),
            _score(mode, base),
            _text(mode, "context") if "context" in mode else None,
        )
        for mode in _rows(row, "modes")
    )
    name = _text(row, "name")
    _unique((mode.name for mode in modes), f"{name} mode")
    return EventType(
        name,
        _text(row, "definition"),
        quads[number],
        base,
        _text(row, "cameo"),
        bool(row.get("requires_recipient", False)),
        modes,
    )


def _terms(table: Mapping[str, object], key: str, name: str) -> tuple[Term, ...]:
    terms = tuple(Term(_text(row, name), _text(row, "definition")) for row in _rows(table, key))
    _unique((term.name for term in terms), key)
    return terms


def parse_plover(text: str) -> Plover:
    """Reads and checks the ontology from TOML.

    Raises:
        DatelineError: E311 where a name stands twice, a score lies outside [-10, 10], or a quad class or context
        does not exist.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _damaged(str(error)) from error
    numbers = {row["number"]: _text(row, "name") for row in _rows(table, "quads") if isinstance(row.get("number"), int)}
    quads = {number: Quad(number, name) for number, name in numbers.items() if isinstance(number, int)}
    types = tuple(_event_type(row, quads) for row in _rows(table, "types"))
    _unique((event_type.name for event_type in types), "type")
    contexts = _terms(table, "contexts", "name")
    known = {term.name for term in contexts}
    for event_type in types:
        for mode in event_type.modes:
            if mode.context is not None and mode.context not in known:
                raise _damaged(f"{event_type.name} {mode.name} names the unknown context {mode.context}")
    sectors, bodies = _terms(table, "sectors", "code"), _terms(table, "bodies", "code")
    return Plover(
        _text(table, "version"), _text(table, "source"), tuple(quads.values()), types, contexts, sectors, bodies
    )


@cache
def plover() -> Plover:
    """The ontology that ships with the package (read once).

    Raises:
        DatelineError: E311 where the installed file is damaged.
    """
    return parse_plover((files("dateline.ontology") / "data" / "plover.toml").read_text("utf-8"))


@cache
def event_type(name: str) -> EventType:
    """The event type of that name.

    Raises:
        DatelineError: E411 where there is no such type.
    """
    return plover().type(name)


def quad(type: str) -> int:
    """The quad class of a type: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.

    >>> quad("SANCTION")
    4

    Raises:
        DatelineError: E411 where there is no such type.
    """
    return event_type(type).quad.number


def score(type: str, modes: Iterable[str] = ()) -> float:
    """The PLOVER score of a type and its modes, in [-10, 10]: conflict is negative.

    With several modes the strongest counts, that is the largest in absolute value: a beating with
    a bombing scores as the bombing. The manual leaves this case open. A mode the type does not have is ignored.

    >>> score("CONSULT", ["visit"])
    4.0

    Raises:
        DatelineError: E411 where there is no such type.
    """
    found = event_type(type)
    scores = [mode.score for name in modes if (mode := found.mode(name)) is not None]
    return max(scores, key=lambda value: (abs(value), value)) if scores else found.score
