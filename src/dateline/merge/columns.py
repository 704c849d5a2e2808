"""Mentions as columns of numbers, so that a million pairs are compared by array operations and not one by one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dateline.merge.bodies import Body, kinds, names_of_body, naming
from dateline.merge.item import MergeItem
from dateline.merge.retold import retold
from dateline.merge.types import number_of
from dateline.merge.words import afresh, deed, general, names_of, ordinal, plain_words, round_number, stage, stem, stems, stems_of
from dateline.ontology.bare import comes_back
from dateline.ontology.fieldcodes import country_named
from dateline.tolls import is_toll

if TYPE_CHECKING:
    import numpy as np

#: Parties, stems, names, numbers and hints of a mention that take part, the weightiest or smallest first. Of the gold
#: mentions none has more parties or numbers; four in a hundred have more stems.
PARTIES: Final = 6
STEMS: Final = 16
NAMES: Final = 8
NUMBERS: Final = 3
HINTS: Final = 3
#: Stems of the names of the bodies of a role.
BODY_NAMES: Final = 12
#: Stems of the words of an act that a statement comes back to.
TOLD_STEMS: Final = 6
#: Days from which a date is of a state of affairs (decades of fighting) and not of an act.
STATE_OF_AFFAIRS: Final = 366
#: Stands for no day.
NO_DAY: Final = -1


@lru_cache(maxsize=500_000)
def code(text: str) -> int:
    """A 31-bit number for a text, the same in every process; never 0, which stands for nothing.

    Codes are only compared between two mentions at a time, where chance likeness is one in two thousand million.
    """
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).digest(), "little") >> 1 or 1


@dataclass(frozen=True, slots=True)
class Columns:
    """``n`` mentions; codes are ``[n]`` or ``[n, k]`` of int32 (0: nothing), days are proleptic ordinals (-1: none)."""

    type: np.ndarray
    actors: np.ndarray
    recipients: np.ndarray
    side: np.ndarray
    home: np.ndarray
    doer_kinds: np.ndarray
    target_kinds: np.ndarray
    doer_naming: np.ndarray
    target_naming: np.ndarray
    doer_names: np.ndarray
    target_names: np.ndarray
    first: np.ndarray
    last: np.ndarray
    hint_first: np.ndarray
    hint_last: np.ndarray
    published: np.ndarray
    place: np.ndarray
    place_country: np.ndarray
    lat: np.ndarray
    lon: np.ndarray
    division: np.ndarray
    whole: np.ndarray
    values: np.ndarray
    counts: np.ndarray
    planned: np.ndarray
    negated: np.ndarray
    document: np.ndarray
    sentence: np.ndarray
    stems: np.ndarray
    weights: np.ndarray
    names: np.ndarray
    trigger: np.ndarray
    ordinal: np.ndarray
    round: np.ndarray
    general: np.ndarray
    stage: np.ndarray
    deed: np.ndarray
    teller: np.ndarray
    again: np.ndarray
    afresh: np.ndarray
    several: np.ndarray
    headline: np.ndarray
    toll: np.ndarray
    retold: np.ndarray
    told_stems: np.ndarray
    told_weights: np.ndarray

    def __len__(self) -> int:
        return len(self.type)

    @classmethod
    def joined(cls, parts: Sequence[Columns]) -> Columns:
        """The rows of several columns, one after the other."""
        import numpy as np

        return cls(*(np.concatenate([getattr(part, one.name) for part in parts]) for one in fields(cls)))

    def take(self, rows: np.ndarray) -> Columns:
        """Some of the rows."""
        return Columns(*(getattr(self, one.name)[rows] for one in fields(self)))


def _day(when: date | None) -> int:
    return NO_DAY if when is None else when.toordinal()


def _padded(rows: Iterable[Sequence[int]], width: int, fill: int = 0) -> np.ndarray:
    import numpy as np

    return np.array([[*row[:width], *[fill] * (width - len(row))] for row in rows], dtype=np.int32).reshape(-1, width)


def _floats(rows: Iterable[Sequence[float]], width: int) -> np.ndarray:
    import numpy as np

    return np.array([[*row[:width], *[0.0] * (width - len(row))] for row in rows], dtype=np.float32).reshape(-1, width)


def _ranked(found: dict[str, float]) -> list[tuple[str, float]]:
    return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:STEMS]


def _home(one: MergeItem) -> int:
    """The code of the one country, or body of states, that all parties are of; 0 where they are of several."""
    parties = {*one.actors, *one.recipients}
    return code(parties.pop()) if len(parties) == 1 else 0


def _body_names(bodies: Iterable[Body]) -> frozenset[str]:
    return frozenset().union(*(names_of_body(body) for body in bodies))


@lru_cache(maxsize=100_000)
def _trigger(text: str) -> int:
    words = sorted(stems(text).items(), key=lambda pair: (-pair[1], pair[0]))
    return code(words[0][0]) if words else code(stem(text.lower()))


@lru_cache(maxsize=100_000)
def _place(name: str | None, country: str | None) -> int:
    """The code of a place; a country named as place has the code of its country."""
    if name is None:
        return 0
    whole = country is not None and country in {name.upper(), country_named(name)}
    return code(country if whole and country else name)


def _general(one: MergeItem, at: int) -> bool:
    """Whether the statement, whose trigger is at an offset, is of acts of a kind through years."""
    if one.first is None or one.last is None:
        return general(one.text, one.trigger, at)
    return (one.last - one.first).days >= STATE_OF_AFFAIRS


def _about(words: str | None, trigger: str) -> list[tuple[str, float]]:
    """The weightiest stems, beside the trigger's own, of the words of an act that a statement comes back to."""
    own = stems(trigger)
    return _ranked({found: value for found, value in stems(words or "").items() if found not in own})[:TOLD_STEMS]


def to_columns(items: Sequence[MergeItem]) -> Columns:
    """The columns of mentions, in their order."""
    import numpy as np

    words = [plain_words(one.text) for one in items]
    ranked = [_ranked(stems_of(row)) for row in words]
    placed = [(one, one.offset) for one in items]

    doers, targets = ([_body_names(bodies) for bodies in role] for role in ((one.doers for one in items), (one.targets for one in items)))
    told = [retold(one.text, one.trigger, at) for one, at in placed]
    about = [_about(words, one.trigger) for (one, _), words in zip(placed, told, strict=True)]

    def ints(values: Iterable[int]) -> np.ndarray:
        return np.array(list(values), dtype=np.int32)

    def degrees(values: Iterable[float | None]) -> np.ndarray:
        return np.array([np.nan if one is None else one for one in values], dtype=np.float32)

    def codes(rows: Iterable[Iterable[str]], width: int) -> np.ndarray:
        return _padded(([code(text) for text in sorted(row)] for row in rows), width)

    return Columns(
        type=ints(number_of(one.type) for one in items),
        actors=codes((one.actors for one in items), PARTIES),
        recipients=codes((one.recipients for one in items), PARTIES),
        side=ints(one.side for one in items),
        home=ints(_home(one) for one in items),
        doer_kinds=ints(kinds(one.doers) for one in items),
        target_kinds=ints(kinds(one.targets) for one in items),
        doer_naming=ints(naming(one.doers) for one in items),
        target_naming=ints(naming(one.targets) for one in items),
        doer_names=codes(doers, BODY_NAMES),
        target_names=codes(targets, BODY_NAMES),
        first=ints(_day(one.first) for one in items),
        last=ints(_day(one.last) for one in items),
        hint_first=_padded(([_day(a) for a, _ in one.hints] for one in items), HINTS, NO_DAY),
        hint_last=_padded(([_day(b) for _, b in one.hints] for one in items), HINTS, NO_DAY),
        published=ints(_day(one.published) for one in items),
        place=ints(_place(one.place, one.place_country) for one in items),
        place_country=ints(code(one.place_country) if one.place_country else 0 for one in items),
        lat=degrees(one.spot.lat if one.spot else None for one in items),
        lon=degrees(one.spot.lon if one.spot else None for one in items),
        division=ints(code(one.spot.division) if one.spot else 0 for one in items),
        whole=ints(one.spot is not None and one.spot.whole for one in items),
        values=_floats(([number.value for number in one.numbers] for one in items), NUMBERS),
        counts=_padded(([code(number.counts) for number in one.numbers] for one in items), NUMBERS),
        planned=ints(one.planned for one in items),
        negated=ints(one.negated for one in items),
        document=ints(code(one.doc_id) for one in items),
        sentence=ints(one.sentence for one in items),
        stems=_padded(([code(found) for found, _ in row] for row in ranked), STEMS),
        weights=_floats(([value for _, value in row] for row in ranked), STEMS),
        names=codes((names_of(row) for row in words), NAMES),
        trigger=ints(_trigger(one.trigger) for one in items),
        ordinal=ints(ordinal(one.text, one.trigger, at) for one, at in placed),
        round=ints(round_number(one.text) for one in items),
        general=ints(_general(one, at) for one, at in placed),
        stage=ints(stage(one.text, at) for one, at in placed),
        deed=ints(deed(one.text, one.trigger, at) for one, at in placed),
        teller=ints(code(one.teller) if one.teller else 0 for one in items),
        again=ints(comes_back(one.text, at, at + len(one.trigger)) for one, at in placed),
        afresh=ints(words is None and afresh(one.text, one.trigger, at) for (one, at), words in zip(placed, told, strict=True)),
        several=ints(one.several for one in items),
        headline=ints(one.headline for one in items),
        toll=ints(one.type == "ASSAULT" and is_toll(one.text, at, at + len(one.trigger)) for one, at in placed),
        retold=ints(words is not None and one.first is None for one, words in zip(items, told, strict=True)),
        told_stems=_padded(([code(found) for found, _ in row] for row in about), TOLD_STEMS),
        told_weights=_floats(([value for _, value in row] for row in about), TOLD_STEMS),
    )

