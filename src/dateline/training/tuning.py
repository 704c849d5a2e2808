"""Thresholds and calibration of a trained model, from passages it was not trained on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from dateline.extract.classifier.coder import TrainedCoder
from dateline.extract.classifier.decode import DEFAULTS, Decoder, sigmoid, softmax
from dateline.extract.classifier.layout import CONTEXTS, MODES, ROLES, TYPES
from dateline.extract.classifier.model import Scores
from dateline.training.dataset import Example, Target

#: Thresholds tried.
GRID = tuple(round(0.1 + 0.025 * i, 3) for i in range(31))
#: Trigger thresholds tried, each on whole acts.
TRIGGER_GRID = tuple(round(0.3 + 0.05 * i, 2) for i in range(11))
#: F1 of acts that differ by less are even on so few passages: of such thresholds the one nearest to "more likely than not" is taken.
EVEN = 0.003
#: The calibration where nothing was held out to measure it: a probability means itself.
_AS_IT_IS: Final = ((0.0, 0.0), (1.0, 1.0))
#: A calibration bin must hold this many acts.
BIN = 25


@dataclass(frozen=True, slots=True)
class Tuned:
    """What tuning found: thresholds by name, F1 each reaches on the held-out passages, and calibration points."""

    thresholds: dict[str, float]
    scores: dict[str, float]
    calibration: tuple[tuple[float, float], ...]


@dataclass(slots=True)
class _Counts:
    """Probabilities of decisions with the gold answer; ``missed`` gold items no decision could reach."""

    values: list[float]
    right: list[bool]
    missed: int = 0


def tune(coder: TrainedCoder, examples: Sequence[Example]) -> Tuned:
    """Find the thresholds with the best F1 of each decision, and what raw probabilities mean.

    Args:
        coder: the exported model.
        examples: held-out sentences; without any the thresholds are the usual ones, and no figure is given.
    """
    if not any(e.annotated and e.sentence.tokens for e in examples):
        return Tuned({}, {}, _AS_IT_IS)
    scored = [(e, coder.scores(e.sentence)) for e in examples if e.annotated and e.sentence.tokens]
    counts = {name: _Counts([], []) for name in DEFAULTS}
    for example, scores in scored:
        _sentence(counts["context"], example, scores)
        for target in example.targets:
            _judged(counts, target, scores)
            _arguments(counts, target, coder.decoder.roles(example.sentence, scores, target.head, target.type))
    thresholds, reached = {}, {}
    for name, found in counts.items():
        if found.values:
            thresholds[name], reached[name] = _best(found)
    acts = {limit: _acts(coder, scored, {**thresholds, "trigger": limit}) for limit in TRIGGER_GRID}
    best = max(_f1(found) for found in acts.values())
    thresholds["trigger"] = min((limit for limit, found in acts.items() if _f1(found) >= best - EVEN), key=lambda limit: abs(limit - 0.5))
    reached["trigger"] = _f1(acts[thresholds["trigger"]])
    return Tuned(thresholds, reached, _calibration(acts[thresholds["trigger"]]))


def _acts(coder: TrainedCoder, scored: Sequence[tuple[Example, Scores]], thresholds: dict[str, float]) -> _Counts:
    """The acts found with given thresholds; one is right where its trigger overlaps a gold trigger of its type, each taken once."""
    decoder, part = Decoder(coder.model, thresholds, raw=True), ROLES.index("part")
    counts = _Counts([], [])
    for example, scores in scored:
        left = [(TYPES[t.type - 1], {t.head, *(w for w, role in t.roles if role == part)}) for t in example.targets]
        for act in decoder.acts(example.sentence, scores):
            words = set(range(act.trigger[0], act.trigger[1] + 1))
            match = next((one for one in left if one[0] == act.type and one[1] & words), None)
            if match is not None:
                left.remove(match)
            counts.values.append(act.confidence)
            counts.right.append(match is not None)
        counts.missed += len(left)
    return counts


def _f1(found: _Counts) -> float:
    return round(2 * sum(found.right) / max(1, len(found.right) + sum(found.right) + found.missed), 4)


def _sentence(found: _Counts, example: Example, scores: Scores) -> None:
    if example.contexts:
        found.values += [float(v) for v in sigmoid(scores.contexts)]
        found.right += [i in example.contexts for i in range(len(CONTEXTS))]


def _judged(counts: dict[str, _Counts], target: Target, scores: Scores) -> None:
    counts["negated"].values.append(float(sigmoid(scores.negated[target.head])[0]))
    counts["negated"].right.append(bool(target.negated))
    counts["attributed"].values.append(1.0 - float(softmax(scores.attribution[target.head])[0]))
    counts["attributed"].right.append(target.attribution > 0)
    shares = sigmoid(scores.modes[target.head])
    own = [i for i, name in enumerate(MODES) if name.startswith(TYPES[target.type - 1] + "/")]
    counts["mode"].values += [float(shares[i]) for i in own]
    counts["mode"].right += [i in target.modes for i in own]


def _arguments(counts: dict[str, _Counts], target: Target, roles: np.ndarray) -> None:
    gold = set(target.roles)
    for index, name in enumerate(ROLES):
        found = counts["cue" if name in {"negated", "status", "certainty"} else name]
        if name == "part" or any(role == index for _, role in gold) or roles[:, index].max() > GRID[0]:
            found.values += [float(v) for v in roles[:, index]]
            found.right += [(word, index) in gold for word in range(len(roles))]


def _best(found: _Counts) -> tuple[float, float]:
    values, right = np.array(found.values), np.array(found.right)
    total = int(right.sum()) + found.missed
    scored = []
    for limit in GRID:
        kept = values >= limit
        hits = int((kept & right).sum())
        scored.append((2 * hits / max(1, int(kept.sum()) + total), -abs(limit - 0.5), limit))
    best = max(scored)
    return best[2], round(best[0], 4)


def _calibration(found: _Counts) -> tuple[tuple[float, float], ...]:
    """Isotonic regression (Zadrozny and Elkan 2002) of right on raw probability over the acts that are kept, as points."""
    from scipy.optimize import isotonic_regression

    pairs = sorted(zip(found.values, found.right, strict=True))
    values, right = np.array([v for v, _ in pairs]), np.array([float(r) for _, r in pairs])
    groups = [slice(i, i + BIN) for i in range(0, len(pairs), BIN)]
    means = np.array([values[g].mean() for g in groups])
    shares = isotonic_regression(np.array([right[g].mean() for g in groups])).x
    return tuple((round(float(a), 4), round(float(b), 4)) for a, b in zip(means, shares, strict=True))


