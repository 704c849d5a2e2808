"""How an act is told, from the rules' features and the trained coder's probabilities together.

Two small tables, both written by ``scripts/train_telling.py``. ``data/telling.tsv`` holds the weights of features, fitted on the corpus'
training passages without any trained coder. ``data/combination.tsv`` says how much the coder's probability counts beside the rules' score or, for
certainty, what each feature adds to it where the coder errs; it is refitted whenever the coder changes (``--combination``).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import repeat
from typing import Final

from dateline.extract.act import Odds
from dateline.odds import log_odds
from dateline.types import Certainty, Status

#: Labels of each judgement, in the order of the coder's heads.
LABELS: Final[Mapping[str, tuple[str, ...]]] = {
    "negated": ("no", "negated"),
    "status": tuple(map(str, Status)),
    "certainty": tuple(map(str, Certainty)),
}
#: The judgement whose table scores frames of speech.
ATTRIBUTED: Final = "attributed"
#: Feature that every act has.
BIAS: Final = "bias"
#: Inputs of the combination: what the trained coder and what the rules say.
CODER: Final = "coder"
RULES: Final = "rules"
#: Feature of an act of which nothing is said to show that it took place.
UNSHOWN: Final = "unshown"
#: Probabilities are kept this far from 0 and 1, so that a sure coder can be overruled.
EDGE: Final = 1e-4

#: (judgement, label) -> feature -> weight.
Weights = Mapping[tuple[str, str], Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Tables:
    """Both tables: weights of features, and of the combination's inputs."""

    weights: Weights
    combination: Weights


def read_table(text: str) -> dict[tuple[str, str], dict[str, float]]:
    """Rows ``judgement, label, feature, weight`` after a header, tab-separated."""
    table: dict[tuple[str, str], dict[str, float]] = {}
    for line in text.splitlines()[1:]:
        judgement, label, feature, weight = line.split("\t")
        table.setdefault((judgement, label), {})[feature] = float(weight)
    return table


@lru_cache(maxsize=1)
def tables() -> Tables:
    """The package's own tables."""
    folder = files("dateline.extract") / "data"
    return Tables(*(read_table((folder / name).read_text(encoding="utf-8")) for name in ("telling.tsv", "combination.tsv")))


def score(weights: Mapping[str, float], features: Iterable[str]) -> float:
    """Sum of the weights of features, each counted once, and of the bias."""
    return _sum(weights, dict.fromkeys(features))


def _sum(weights: Mapping[str, float], once: Iterable[str]) -> float:
    return weights.get(BIAS, 0.0) + sum(map(weights.get, once, repeat(0.0)))


def logit(chance: float) -> float:
    """Log odds of a probability, kept off the edges."""
    return log_odds(chance, EDGE)


def log_shares(scores: Sequence[float]) -> list[float]:
    """Log probabilities of scores (log-softmax)."""
    top = max(scores)
    total = top + math.log(sum(math.exp(s - top) for s in scores))
    return [s - total for s in scores]


def rule_shares(judgement: str, features: Sequence[str], weights: Weights) -> list[float]:
    """Log probabilities of the labels of a judgement by the rules alone."""
    once = tuple(dict.fromkeys(features))
    return log_shares([_sum(weights.get((judgement, label), {}), once) for label in LABELS[judgement]])


def coder_shares(judgement: str, odds: Odds) -> list[float]:
    """Log probabilities of the labels of a judgement by the trained coder."""
    given = {"negated": (1.0 - odds.negated, odds.negated), "status": odds.status, "certainty": odds.certainty}[judgement]
    return [math.log(max(EDGE, p)) for p in given]


def chosen(judgement: str, features: Sequence[str], odds: Odds | None, use: Tables | None = None) -> str:
    """The label of a judgement; by the rules alone where there is no trained coder."""
    use = use or tables()
    scores = rule_shares(judgement, features, use.weights) if odds is None else _joint(judgement, features, odds, use)
    best = max(range(len(scores)), key=lambda place: (scores[place], -place))
    return LABELS[judgement][best]


def _joint(judgement: str, features: Sequence[str], odds: Odds, use: Tables) -> list[float]:
    """Scores of the labels of a judgement: the coder's log probability, the rules' where they have a weight, and what the features add."""
    tables = [use.combination.get((judgement, label), {}) for label in LABELS[judgement]]
    ruled = any(RULES in weights for weights in tables)
    rules = rule_shares(judgement, features, use.weights) if ruled else [0.0] * len(tables)
    given = coder_shares(judgement, odds)
    return [
        weights.get(CODER, 1.0) * coder + weights.get(RULES, 0.0) * rule + (weights.get(BIAS, 0.0) if ruled else score(weights, features))
        for weights, coder, rule in zip(tables, given, rules, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Said:
    """What the rules find of who says that an act is so.

    ``odds`` are the log odds of the best frame (``None``: the act stands in none) and ``speaker`` those of the coder that the frame's
    speaker speaks (0 where nobody is named in the sentence). ``hedged`` says whether an adverb or modal makes the act uncertain: where no
    frame says who, that doubt is the author's own.
    """

    odds: float | None = None
    speaker: float = 0.0
    hedged: bool = False


def attributed_inputs(coder: float, said: Said) -> dict[str, float]:
    """Inputs of the combination for attribution, ``coder`` being the coder's log odds that the act is attributed."""
    if said.odds is None:
        return {BIAS: 1.0, CODER: coder, "no frame": 1.0, "coder, no frame": coder, "hedged, no frame": float(said.hedged)}
    return {BIAS: 1.0, CODER: coder, RULES: said.odds, "speaker": said.speaker}


def is_hedged(features: Iterable[str]) -> bool:
    """Whether features of an act hold a hedge by an adverb or a modal ("allegedly", "may have"), or say that nothing shows it."""
    return any(name == UNSHOWN or name.startswith(("certainty possible adverb", "certainty probable adverb", "certainty possible modal ma")) for name in features)


def attributed(said: Said, odds: Odds | None, use: Tables | None = None) -> bool:
    """Whether somebody else than the author says it: by the best frame's log odds and the coder's probability."""
    use = use or tables()
    if odds is None:
        return said.odds is not None and said.odds > 0.0
    weights = use.combination.get((ATTRIBUTED, "yes"), {"coder": 1.0})
    inputs = attributed_inputs(logit(1.0 - odds.attribution[0]), said)
    return sum(weights.get(name, 0.0) * value for name, value in inputs.items()) > 0.0
