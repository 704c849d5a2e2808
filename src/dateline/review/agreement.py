"""Agreement of reviewers: percent and Krippendorff's alpha per field over all of them, F1 of each pair.

Alpha is nominal (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability") and takes any number of reviewers with gaps. A unit is
a record that two or more judged, or an act that one added in a sentence that another judged too: the other has it as no act.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from dateline.decisions.fields import FIELDS
from dateline.decisions.ledger import Ledger
from dateline.decisions.values import Record
from dateline.errors import DatelineError, install
from dateline.evaluation.gold import GoldMention, gold_mention
from dateline.evaluation.match import match_document

#: The first figure: whether the words report an act at all. The others rest on records that all who judged them keep.
ACT: Final = "act"


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """Of one field: units, share of pairs of judgements that agree, and alpha (``None`` without a unit)."""

    name: str
    label: str
    units: int
    percent: float | None
    alpha: float | None


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Of two reviewers: sentences both judged, F1 of trigger, of trigger and type, and of country triples."""

    first: str
    second: str
    sentences: int
    trigger: float | None
    trigger_type: float | None
    triple: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """Per field and per pair, and how many records were judged by more than one."""

    fields: tuple[FieldAgreement, ...]
    pairs: tuple[PairAgreement, ...]
    doubled: int


#: A sentence: its document and where it begins.
_Place = tuple[str, int]
_Unit = Mapping[str, Record | None]


def agreement(ledger: Ledger) -> Agreement:
    """The agreement of all who judged.

    Raises:
        DatelineError: E402 where the package krippendorff is missing.
    """
    layers = {one: ledger.layers(one) for one in ledger.mentions()}
    places = {one: place for one in layers if (place := _place(ledger, one)) is not None}
    seen: dict[_Place, set[str]] = {}
    for one, place in places.items():
        seen.setdefault(place, set()).update(layers[one])
    units = [unit for one in layers if len(unit := _unit(layers[one], one, places, seen, ledger)) > 1]
    act = _field(ACT, "Is an act", [{name: str(record is not None) for name, record in unit.items()} for unit in units])
    kept = [{name: record for name, record in unit.items() if record is not None} for unit in units]
    kept = [unit for unit in kept if len(unit) > 1]
    fields = [
        _field(field.name, field.label, [{name: field.value(record) for name, record in unit.items()} for unit in kept])
        for field in FIELDS
        if field.name != "trigger"
    ]
    names = sorted({name for unit in units for name in unit})
    pairs = tuple(pair for a, b in combinations(names, 2) if (pair := _pair(a, b, layers, places, seen)) is not None)
    return Agreement((act, *fields), pairs, len(units))


def _place(ledger: Ledger, mention_id: str) -> _Place | None:
    for one in ledger.history(mention_id):
        record = one.before or one.after
        if record is not None:
            return one.doc_id, int(record["sentence"]["span"][0])
    return None


def _unit(
    layers: _Unit, mention_id: str, places: Mapping[str, _Place], seen: Mapping[_Place, set[str]], ledger: Ledger
) -> dict[str, Record | None]:
    """The judgements of a mention; where it was added, those who judged its sentence have it as no act."""
    unit = dict(layers)
    added = unit and all(one.base is None for one in ledger.verdicts(mention_id).values())
    if added and mention_id in places:
        for name in seen[places[mention_id]]:
            unit.setdefault(name, None)
    return unit


def _field(name: str, label: str, units: Sequence[Mapping[str, str]]) -> FieldAgreement:
    pairs = [a == b for unit in units for a, b in combinations(unit.values(), 2)]
    if not pairs:
        return FieldAgreement(name, label, 0, None, None)
    return FieldAgreement(name, label, len(units), sum(pairs) / len(pairs), alpha(units))


def alpha(units: Sequence[Mapping[str, str]]) -> float:
    """Nominal alpha of units (reviewer to value); 1.0 where everybody used one and the same value throughout.

    Raises:
        DatelineError: E402 where the package krippendorff is missing.
    """
    try:
        import krippendorff
    except ModuleNotFoundError as error:
        raise DatelineError("E402", "krippendorff", fix=install("review")) from error
    import numpy as np

    labels = {value: number for number, value in enumerate(sorted({v for unit in units for v in unit.values()}))}
    if len(labels) < 2:
        return 1.0
    names = sorted({name for unit in units for name in unit})
    rows = [[labels[unit[name]] if name in unit else np.nan for unit in units] for name in names]
    return float(krippendorff.alpha(reliability_data=np.array(rows, dtype=float), level_of_measurement="nominal"))


def _pair(
    first: str,
    second: str,
    layers: Mapping[str, _Unit],
    places: Mapping[str, _Place],
    seen: Mapping[_Place, set[str]],
) -> PairAgreement | None:
    common = {place for place, names in seen.items() if {first, second} <= names}
    if not common:
        return None
    ours, theirs = (_by_doc(name, layers, places, common) for name in (first, second))
    matched = [match_document(ours.get(doc, ()), theirs.get(doc, ())) for doc in sorted({doc for doc, _ in common})]
    pairs = [pair for one in matched for pair in one.pairs]
    same = [(a, b) for a, b in pairs if a.type == b.type]
    total = sum(2 * len(one.pairs) + len(one.missed) + len(one.spurious) for one in matched)
    triples = sum(len(one.pairs()) for found in (ours, theirs) for mentions in found.values() for one in mentions)
    shared = sum(len(a.pairs() & b.pairs()) for a, b in same)
    return PairAgreement(
        first,
        second,
        len(common),
        2 * len(pairs) / total if total else None,
        2 * len(same) / total if total else None,
        2 * shared / triples if triples else None,
    )


def _by_doc(
    name: str, layers: Mapping[str, _Unit], places: Mapping[str, _Place], common: set[_Place]
) -> dict[str, list[GoldMention]]:
    found: dict[str, list[GoldMention]] = {}
    for place, record in _kept(name, layers, places):
        if place in common:
            found.setdefault(place[0], []).append(gold_mention(record))
    return found


def _kept(name: str, layers: Mapping[str, _Unit], places: Mapping[str, _Place]) -> Iterator[tuple[_Place, Record]]:
    for mention_id, unit in layers.items():
        record = unit.get(name)
        if record is not None and mention_id in places:
            yield places[mention_id], record
