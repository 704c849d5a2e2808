"""Precision, recall and F1 with bootstrap intervals over documents.

Intervals are percentile bootstraps (Efron and Tibshirani 1993, chapter 13): documents are drawn with replacement, the score is
computed from summed counts, and the 2.5th and 97.5th percentiles are reported.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from dateline.evaluation.gold import GoldDocument, GoldMention
from dateline.evaluation.goldvalues import EMPTY
from dateline.evaluation.match import Matched, match_document

#: Draws of the bootstrap; 1,000 give intervals stable to about half a point.
DRAWS = 1000
#: Seed of the bootstrap, so that a report can be repeated.
SEED = 20241205
#: Bins of equal width over which the calibration error is taken.
CONFIDENCE_BINS = 10
#: Judgements of acts that are scored as yes or no.
FLAGS: Final = ("negated", "not certain", "attributed")
Counts = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Figure:
    """A score in [0, 1] with its 95% interval and how many gold items it rests on."""

    value: float
    low: float
    high: float
    support: int


@dataclass(frozen=True, slots=True)
class Row:
    """Precision, recall and F1 of one measure; ``f1`` carries the interval, ``found`` is how many the coder has."""

    name: str
    precision: float
    recall: float
    f1: Figure
    found: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """The result of an evaluation: rows of P/R/F1, per-type rows, single figures, and the confusion of types on matches.

    ``flagged`` says for each of :data:`FLAGS` how many acts of the gold file have it, missed ones included; the rows of these names are of acts that
    were found with their type. ``confidence`` has the sum of the confidences of the codings that ``confusion`` counts, where the coder gives them.
    """

    rows: tuple[Row, ...]
    types: tuple[Row, ...]
    figures: Mapping[str, Figure]
    confusion: Mapping[tuple[str, str], int]
    documents: int
    flagged: Mapping[str, int]
    confidence: Mapping[tuple[str, str], float] = field(default_factory=dict)


def evaluate_documents(gold: Sequence[GoldDocument], found: Sequence[Sequence[GoldMention]], *, draws: int = DRAWS) -> Report:
    """Score predictions against gold documents, in the same order.

    Args:
        gold: gold documents.
        found: for each the predicted mentions.
        draws: bootstrap draws.
    """
    matched = [match_document(g.mentions, f) for g, f in zip(gold, found, strict=True)]
    counts = [_counts(m) for m in matched]
    samples = _samples(len(counts), draws)
    names = ("trigger", "trigger+type", "actor country", "recipient country", "triple")
    types = sorted({kind.removeprefix("type:") for c in counts for kind, _ in c if kind.startswith("type:")})
    figures = {
        "type macro-F1": _figure(counts, samples, lambda c: _macro(c, "type:"), "type:"),
        "status macro-F1": _figure(counts, samples, lambda c: _macro(c, "status:"), "status:"),
        "modes macro-F1": _figure(counts, samples, lambda c: _macro(c, "mode:"), "mode:"),
        "date accuracy": _figure(counts, samples, lambda c: _accuracy(c, "date"), "date"),
        "place accuracy": _figure(counts, samples, lambda c: _accuracy(c, "place"), "place"),
        "speaker span overlap": _figure(counts, samples, lambda c: _accuracy(c, "speaker span"), "speaker span"),
        "speaker country accuracy": _figure(counts, samples, lambda c: _accuracy(c, "speaker"), "speaker"),
        "calibration error": _figure(counts, samples, _calibration_error, "confidence:"),
    }
    return Report(
        rows=tuple(_row(name, name, counts, samples) for name in (*names, *FLAGS)),
        types=tuple(_row(name, f"type:{name}", counts, samples) for name in types),
        figures=figures,
        confusion=_confusion(matched),
        documents=len(gold),
        flagged=_flagged(matched),
        confidence=_confidence(matched),
    )


def _flags(mention: GoldMention) -> tuple[bool | None, ...]:
    """The mention's :data:`FLAGS`; ``None`` where it is not said."""
    return (mention.negated, _not_certain(mention), mention.attributed)


def _flagged(matched: Sequence[Matched]) -> dict[str, int]:
    """How many gold acts have each of :data:`FLAGS`, those that were missed included."""
    acts = [act for one in matched for act in (*(gold for gold, _ in one.pairs), *one.missed)]
    return {name: sum(bool(_flags(act)[at]) for act in acts) for at, name in enumerate(FLAGS)}


def _counts(matched: Matched) -> Counts:
    """(measure, tp|fp|fn) counts of one document."""
    counts: Counts = Counter()
    for wanted, got in matched.pairs:
        counts["trigger", "tp"] += 1
        same = wanted.type == got.type
        _bin(counts, got, right=same)
        _add(counts, "trigger+type", int(same), int(not same), int(not same))
        counts[f"type:{wanted.type}", "tp" if same else "fn"] += 1
        if not same:
            counts[f"type:{got.type}", "fp"] += 1
        _parties(counts, wanted, got, same=same)
        if same:
            _fields(counts, wanted, got)
    for wanted in matched.missed:
        _add(counts, "trigger", 0, 0, 1)
        _add(counts, "trigger+type", 0, 0, 1)
        counts[f"type:{wanted.type}", "fn"] += 1
        _parties(counts, wanted, None, same=False)
    for got in matched.spurious:
        _bin(counts, got, right=False)
        _add(counts, "trigger", 0, 1, 0)
        _add(counts, "trigger+type", 0, 1, 0)
        counts[f"type:{got.type}", "fp"] += 1
        _parties(counts, None, got, same=False)
    return counts


def _bin(counts: Counts, got: GoldMention, *, right: bool) -> None:
    if got.confidence is not None:
        name = f"confidence:{min(CONFIDENCE_BINS - 1, int(got.confidence * CONFIDENCE_BINS))}"
        counts[name, "n"] += 1
        counts[name, "right"] += int(right)
        counts[name, "thousandths"] += round(1000 * got.confidence)


def _calibration_error(counts: Counts) -> float:
    """Expected calibration error (Naeini et al. 2015): mean gap of confidence and share of right type over bins, weighted by size."""
    names = {name for name, key in counts if key == "n" and name.startswith("confidence:")}
    total = sum(counts[name, "n"] for name in names)
    return sum(abs(counts[name, "thousandths"] / 1000 - counts[name, "right"]) for name in names) / total if total else 0.0


def _add(counts: Counts, name: str, tp: int, fp: int, fn: int) -> None:
    for key, value in (("tp", tp), ("fp", fp), ("fn", fn)):
        if value:
            counts[name, key] += value


def _parties(counts: Counts, wanted: GoldMention | None, got: GoldMention | None, *, same: bool) -> None:
    """Countries and triples; on a match of unequal type nothing is right."""
    if wanted is not None and (wanted.actors is None or wanted.recipients is None):
        return
    sides: tuple[tuple[str, Callable[[GoldMention], frozenset[object]]], ...] = (
        ("actor country", lambda m: frozenset(m.actors or {EMPTY})),
        ("recipient country", lambda m: frozenset(m.recipients or {EMPTY})),
        ("triple", lambda m: frozenset(m.pairs())),
    )
    for name, of in sides:
        right = of(wanted) if wanted else frozenset()
        ours = of(got) if got else frozenset()
        shared = len(right & ours) if same else 0
        _add(counts, name, shared, len(ours) - shared, len(right) - shared)


def _fields(counts: Counts, wanted: GoldMention, got: GoldMention) -> None:
    for name, right, ours in zip(FLAGS, _flags(wanted), _flags(got), strict=True):
        if right is not None:
            _add(counts, name, int(bool(right and ours)), int(bool(ours and not right)), int(bool(right and not ours)))
    if wanted.status is not None:
        _label(counts, "status:", {wanted.status}, {got.status or ""})
    if wanted.modes is not None:
        _label(counts, "mode:", {f"{wanted.type}/{m}" for m in wanted.modes}, {f"{got.type}/{m}" for m in got.modes or ()})
    if wanted.date is not None:
        counts["date", "tp" if got.date and got.date.startswith(wanted.date.split("..")[0]) else "fn"] += 1
    if wanted.place is not None:
        hit = got.place is not None and got.place[0] < wanted.place[1] and wanted.place[0] < got.place[1]
        counts["place", "tp" if hit else "fn"] += 1
    if wanted.speaker is not None and got.attributed:
        near = got.speaker is not None and got.speaker[0] < wanted.speaker[1] and wanted.speaker[0] < got.speaker[1]
        counts["speaker span", "tp" if near else "fn"] += 1
    if wanted.speaker_country is not None and got.attributed:
        counts["speaker", "tp" if got.speaker_country == wanted.speaker_country else "fn"] += 1


def _not_certain(mention: GoldMention) -> bool | None:
    return None if mention.certainty is None else mention.certainty != "certain"


def _label(counts: Counts, prefix: str, right: set[str], ours: set[str]) -> None:
    for label in right & ours:
        counts[prefix + label, "tp"] += 1
    for label in ours - right:
        counts[prefix + label, "fp"] += 1
    for label in right - ours:
        counts[prefix + label, "fn"] += 1


def _prf(counts: Counts, name: str) -> tuple[float, float, float]:
    tp, fp, fn = counts[name, "tp"], counts[name, "fp"], counts[name, "fn"]
    precision = tp / (tp + fp) if tp + fp else 0.0
    recall = tp / (tp + fn) if tp + fn else 0.0
    return precision, recall, 2 * tp / (2 * tp + fp + fn) if tp else 0.0


def _macro(counts: Counts, prefix: str) -> float:
    """Mean F1 over the labels that occur in the gold."""
    names = sorted({name for name, key in counts if name.startswith(prefix) and key in {"tp", "fn"}})
    return sum(_prf(counts, name)[2] for name in names) / len(names) if names else 0.0


def _accuracy(counts: Counts, name: str) -> float:
    total = counts[name, "tp"] + counts[name, "fn"]
    return counts[name, "tp"] / total if total else 0.0


def _samples(size: int, draws: int) -> list[list[int]]:
    generator = random.Random(SEED)
    return [[generator.randrange(size) for _ in range(size)] for _ in range(draws)] if size else []


def _sum(counts: Sequence[Counts], indices: Sequence[int]) -> Counts:
    total: Counts = Counter()
    for i in indices:
        total.update(counts[i])
    return total


def _figure(counts: Sequence[Counts], samples: Sequence[Sequence[int]], of: Callable[[Counts], float], name: str) -> Figure:
    """A score of a measure, or of all whose names begin with ``name`` where that ends with a colon."""
    whole = _sum(counts, range(len(counts)))
    values = sorted(of(_sum(counts, sample)) for sample in samples)
    low, high = (values[int(0.025 * len(values))], values[min(len(values) - 1, int(0.975 * len(values)))]) if values else (0.0, 0.0)
    support = sum(n for (one, key), n in whole.items() if key in {"tp", "fn", "n"} and (one == name or (name.endswith(":") and one.startswith(name))))
    return Figure(of(whole), low, high, support)


def _row(title: str, name: str, counts: Sequence[Counts], samples: Sequence[Sequence[int]]) -> Row:
    reduced = [Counter({(n, k): v for (n, k), v in c.items() if n == name}) for c in counts]
    whole = _sum(reduced, range(len(reduced)))
    precision, recall, _ = _prf(whole, name)
    figure = _figure(reduced, samples, lambda c: _prf(c, name)[2], name)
    support = whole[name, "tp"] + whole[name, "fn"]
    return Row(title, precision, recall, Figure(figure.value, figure.low, figure.high, support), whole[name, "tp"] + whole[name, "fp"])


def _confusion(matched: Sequence[Matched]) -> dict[tuple[str, str], int]:
    """(gold type or NONE, predicted type or NONE) -> count."""
    table: Counter[tuple[str, str]] = Counter()
    for one in matched:
        table.update((g.type, f.type) for g, f in one.pairs)
        table.update((g.type, "NONE") for g in one.missed)
        table.update(("NONE", f.type) for f in one.spurious)
    return dict(table)


def _confidence(matched: Sequence[Matched]) -> dict[tuple[str, str], float]:
    """(gold type or NONE, predicted type) -> sum of confidences, where every coding of the two has one."""
    sums: dict[tuple[str, str], list[float | None]] = {}
    for one in matched:
        for wanted, got in (*one.pairs, *((None, got) for got in one.spurious)):
            sums.setdefault((wanted.type if wanted else "NONE", got.type), []).append(got.confidence)
    return {key: sum(one for one in found if one is not None) for key, found in sums.items() if None not in found}
