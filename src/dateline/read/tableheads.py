"""What the heads of a table of incidents say of its columns: where ("State", "LGA", "Village") and how many were killed, wounded, abducted, displaced."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.read.sentences import SENTENCE_STOP
from dateline.read.textmap import Edit, Mapped, join

#: Heads of columns of places, the narrower first.
_NARROW: Final = frozenset(words_of("read.tableheads.narrow"))
_MIDDLE: Final = frozenset(words_of("read.tableheads.middle"))
_WIDE: Final = frozenset(words_of("read.tableheads.wide"))
_OF_PLACE: Final = frozenset(words_of("read.tableheads.of_place"))
_COUNTED: Final = frozenset(words_of("read.tableheads.counted"))
#: "No. killed", "# of deaths (civilians)": what else such a head holds.
_BESIDE: Final = frozenset(words_of("read.tableheads.beside"))
_NAME: Final = re.compile(r"[A-Z][\w'’.-]*+(?:[ /-](?:\(?[A-Z(][\w'’.)-]*+|of|the|and|de|del|la|al|el))*")
_NO_NAME: Final = re.compile(r"(?i:n/?a|none|unknown|various|multiple|nationwide|several|all|-+|–|—)")
_FIGURE: Final = re.compile(r"(?:about|at least|over|up to|~|>|<)?\s*\d[\d,]*\+?", re.IGNORECASE)
_NOUGHT: Final = re.compile(r"0+")
#: What ends a statement: its stop with quotes and markers of notes behind it.
_END: Final = re.compile(r"[.!?]?[\"”’')\]*_]*(?:\s*(?:\\?\[\^?\w+\\?\]|<sup>[^<]*</sup>|[⁰¹²³⁴⁵⁶⁷⁸⁹]++))*$")


@dataclass(frozen=True, slots=True)
class Heads:
    """The columns of places, the narrower first, and those of counts with the word for what they count."""

    places: tuple[int, ...] = ()
    counts: Mapping[int, str] = field(default_factory=dict)

    @property
    def of_incidents(self) -> bool:
        """Whether they are those of a table of incidents, in which a state or province is where something happened and not who did it."""
        return bool(self.counts) or len(self.places) > 1

    def listed(self) -> tuple[int, ...]:
        """The columns of places and counts, in their order."""
        return tuple(sorted({*self.places, *self.counts}))

    @classmethod
    def of(cls, names: Sequence[str]) -> Heads:
        """What the names of columns say."""
        words = [frozenset(re.findall(r"[a-z]+[12]?", name.lower())) for name in names]
        ranked = [(rank, index) for index, own in enumerate(words) if own and (rank := _rank(own)) is not None]
        counts = {index: next(word for word in re.findall(r"[a-z]+", names[index].lower()) if word in _COUNTED)
                  for index, own in enumerate(words) if own & _COUNTED and own <= _COUNTED | _BESIDE}  # fmt: skip
        return cls(tuple(index for _, index in sorted(ranked)), counts)


def _rank(words: frozenset[str]) -> int | None:
    """How narrow a place a head names, 0 the narrowest; ``None`` where it names something else ("Place of birth", "City council")."""
    if not words <= _NARROW | _MIDDLE | _WIDE | _OF_PLACE:
        return None
    return next((rank for rank, kind in enumerate((_NARROW, _MIDDLE, _WIDE)) if words & kind), None)


def with_columns(told: Mapped, row: Sequence[Mapped], heads: Heads, used: frozenset[int]) -> tuple[Mapped, frozenset[int]]:
    """A statement of a row with the place and the counts of its other columns: "... attacked a village **in Tsafe, Zamfara. Killed: 11.**"

    Args:
        told: the statement.
        row: the cells of its row.
        heads: what the heads say of the columns.
        used: the columns that the statement has taken up.

    Returns:
        The statement, and the columns that it takes up now.
    """
    places = [i for i in heads.places if i not in used and i < len(row) and _is_place(row[i].text)]
    fresh = [i for i in places if row[i].text.strip().lower() not in told.text.lower()]
    counts = [i for i in heads.counts if i not in used and i < len(row) and _FIGURE.fullmatch(row[i].text.strip())]
    if fresh:
        first = SENTENCE_STOP.search(told.text)
        ends = first.start() + 1 if first is not None else len(told)
        end = _END.search(told.text, 0, ends)
        at = end.start() if end is not None else ends
        where = join([row[i].strip() for i in fresh], ", ")
        told = join([told.slice(0, at), Mapped.inserted(" in "), where, told.slice(at, len(told))], "")
    some = [i for i in counts if not _NOUGHT.fullmatch(row[i].text.strip())]
    if some:
        told = told if told.text.endswith((".", "!", "?", "]", '"', "”")) else told.edit([Edit(len(told), len(told), ".")])
        told = join([told, *(join([Mapped.inserted(f"{heads.counts[i].capitalize()}: "), row[i].strip(), Mapped.inserted(".")], "") for i in some)], " ")
    return told, used | {*places, *counts}


def _is_place(cell: str) -> bool:
    name = cell.strip()
    return _NAME.fullmatch(name) is not None and _NO_NAME.fullmatch(name) is None
