"""Fits the tables of :mod:`dateline.extract.combine`: how an act is told, from annotated passages.

Weights of features come from the training passages and need no trained coder. The combination with a coder's probabilities comes from the
passages that are held out of every coder's training, that of certainty from all (:mod:`dateline.training.joint`), and is fitted again for each new coder.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import minimize

from dateline.evaluation.gold import plain_document
from dateline.extract import combine
from dateline.extract.act import Odds
from dateline.extract.classifier.coder import TrainedCoder
from dateline.extract.classifier.decode import odds_of
from dateline.extract.classifier.features import sense_names
from dateline.extract.classifier.layout import TYPES
from dateline.extract.discourse import settings
from dateline.extract.frames import Frame
from dateline.extract.judgement import SPEAKER_SHARE, holding
from dateline.extract.lexical import LexiconCoder
from dateline.extract.modality import signals
from dateline.extract.parse import ParsedSentence, parse_documents
from dateline.extract.telling import frame_features, modality_features
from dateline.training import joint
from dateline.training.dataset import is_held_out, trigger_head
from dateline.training.notation import Passage

#: Strengths of the Gaussian prior on weights; chosen on the held-out passages among 0.3, 1, 2 and 3 (within a point of each other).
FRAME_PRIOR, LABEL_PRIOR = 1.0, 2.0
#: A signal of the rules is held back less than other features: it was written because it means something, and most are rare in the corpus.
SIGNAL_PRIOR = 0.2
#: First words of the features that are signals.
_SIGNALS = frozenset({"negated", "status", "certainty"})
#: Strength of the prior on what features add to the coder, and how much a held-out act counts there, for the judgements where all passages
#: teach more than the held-out ones alone; chosen by cross-validation over held-out passages (bench/results/telling.md).
JOINT = {"certainty": (3.0, 1.0)}
#: Of the other judgements: strength of the prior on biases, with which a label's weights are held to the mean over labels, and shifts of
#: status labels tried for macro-F1.
COMBINATION_PRIOR, APART_PRIOR, MACRO_SHIFTS = 1.0, 5.0, tuple(round(-1.5 + 0.25 * i, 2) for i in range(13))
#: Thresholds of attribution tried, and how far to each side F1 is averaged so that no single act decides.
SHIFTS, SMOOTH = tuple(round(-1.0 + 0.1 * i, 1) for i in range(21)), 2
#: Passages parsed together; only memory depends on it.
_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Told:
    """An annotated act: features and answers of its frames, features and labels of its judgements, and the coder's odds if it has any."""

    frames: tuple[tuple[tuple[str, ...], bool, int | None], ...]
    features: tuple[str, ...]
    labels: Mapping[str, str]
    attributed: bool
    odds: Odds | None = None
    held_out: bool = True


def told_acts(passages: Sequence[Passage], coder: TrainedCoder | None = None) -> Iterator[Told]:
    """The annotated acts of passages; with a coder, its probabilities for each."""
    lexicon = LexiconCoder()
    for start in range(0, len(passages), _CHUNK):
        chunk = passages[start : start + _CHUNK]
        documents = [plain_document(str(p.line), p.text, p.date) for p in chunk]
        for passage, sentences in zip(chunk, parse_documents(documents), strict=True):
            yield from acts_of(passage, sentences, lexicon, coder)


def acts_of(passage: Passage, sentences: Sequence[ParsedSentence], lexicon: LexiconCoder, coder: TrainedCoder | None) -> Iterator[Told]:
    """The annotated acts of one passage, from its parsed sentences; with odds where a coder is given."""
    year, held_out = int(passage.date[:4]) if passage.date else None, is_held_out(passage.text)
    for sentence, setting in zip(sentences, settings(sentences, year), strict=True):
        senses, scores = sense_names(sentence, lexicon), coder.scores(sentence) if coder and sentence.tokens else None
        for mention in (m for s in passage.sentences for m in s.mentions):
            start = mention["trigger"]["span"][0]  # type: ignore[index]
            head = trigger_head(sentence, mention["trigger"], senses) if sentence.sentence.span.start <= start < sentence.sentence.span.end else None
            if head is None:
                continue
            kind, odds = str(mention["type"]), None
            if coder is not None and scores is not None:
                odds = odds_of(scores, coder.decoder.roles(sentence, scores, head, TYPES.index(kind) + 1), head)
            held = holding(sentence, head, setting)
            frames = tuple(
                (tuple(frame_features(sentence, head, kind, f, n, setting.quoted)), _speaks(sentence, f, mention["attribution"]), f.speaker)
                for n, f in enumerate(held)
            )
            features = tuple(dict.fromkeys(modality_features(sentence, head, kind, signals(sentence, head), held, setting)))
            yield Told(frames, features, _labels(mention), mention["attribution"] is not None, odds, held_out)


def _labels(mention: Mapping[str, object]) -> dict[str, str]:
    return {
        "negated": "negated" if mention["negated"] else "no",
        "status": str(mention["status"]),
        "certainty": str(mention["certainty"]),
    }


def _speaks(sentence: ParsedSentence, frame: Frame, said: object) -> bool:
    """Whether a frame's speaker is the annotated one (nobody named: a frame without one, or a noun that is its own)."""
    if not isinstance(said, Mapping):
        return False
    span = said.get("span")
    if span is None:
        return frame.speaker is None or (frame.form.startswith("noun") and frame.speaker == frame.cue)
    if frame.carried is not None:
        own = frame.carried.phrase.mention.span
        return bool(own.start < span[1] and span[0] < own.end)
    if frame.speaker is None:
        return False
    token = sentence.tokens[frame.speaker]
    return bool(token.start < span[1] and span[0] < token.end)


def fit_weights(acts: Sequence[Told]) -> dict[tuple[str, str], dict[str, float]]:
    """The weights of features of frames and of the three judgements."""
    rows = [(features, int(right)) for act in acts for features, right, _ in act.frames]
    weights, names = _softmax_fit([r[0] for r in rows], [r[1] for r in rows], 2, FRAME_PRIOR)
    table = {(combine.ATTRIBUTED, "yes"): _written(names, weights[:, 1] - weights[:, 0])}
    best = [best_frame(replace(act, odds=None), table) for act in acts]
    scores, right = np.array([-np.inf if b.odds is None else b.odds for b in best]), np.array([act.attributed for act in acts])
    table[combine.ATTRIBUTED, "yes"][combine.BIAS] -= _shift(scores, right)
    for judgement, labels in combine.LABELS.items():
        gold = [labels.index(act.labels[judgement]) for act in acts]
        weights, names = _softmax_fit([act.features for act in acts], gold, len(labels), LABEL_PRIOR)
        table |= {(judgement, label): _written(names, weights[:, i]) for i, label in enumerate(labels)}
    return table


def _written(names: Sequence[str], weights: np.ndarray) -> dict[str, float]:
    return {combine.BIAS: round(float(weights[-1]), 3), **joint.written(names, weights[:-1])}


def _softmax_fit(rows: Sequence[Sequence[str]], gold: Sequence[int], labels: int, prior: float) -> tuple[np.ndarray, list[str]]:
    """Weights ``[features + 1, labels]`` of a multinomial logistic regression (the last row is the bias), and the features' names."""
    x, names = joint.columns(rows)
    y = np.eye(labels)[np.array(gold)]
    priors = np.array([SIGNAL_PRIOR if name.split()[0] in _SIGNALS and not name.endswith("none") else prior for name in names])[:, None]

    def loss(flat_weights: np.ndarray) -> tuple[float, np.ndarray]:
        w = flat_weights.reshape(len(names) + 1, labels)
        shares = _shares(x @ w[:-1] + w[-1])
        gap = shares - y
        value = -np.log((shares * y).sum(1) + 1e-12).sum() + (priors * w[:-1] ** 2).sum() / 2
        return float(value), np.vstack([x.T @ gap + priors * w[:-1], gap.sum(0)]).ravel()

    found = minimize(loss, np.zeros((len(names) + 1) * labels), jac=True, method="L-BFGS-B", options={"maxiter": 400})
    return found.x.reshape(len(names) + 1, labels), names


def _shares(scores: np.ndarray) -> np.ndarray:
    raised = np.exp(scores - scores.max(1, keepdims=True))
    shares: np.ndarray = raised / raised.sum(1, keepdims=True)
    return shares


def fit_combination(acts: Sequence[Told], weights: combine.Weights) -> dict[tuple[str, str], dict[str, float]]:
    """What to make of the coder's probabilities and of the features side by side, from acts with odds."""
    held = np.array([a.held_out for a in acts])
    unseen = [a for a in acts if a.held_out]
    table = {(combine.ATTRIBUTED, "yes"): _attributed(unseen, weights)}
    for judgement in combine.LABELS:
        if judgement in JOINT:
            table |= _from_all(judgement, acts, held)
        else:
            table |= _from_held_out(judgement, unseen, weights)
    return table


def _from_all(judgement: str, acts: Sequence[Told], held: np.ndarray) -> dict[tuple[str, str], dict[str, float]]:
    """Weights of the coder and of features for each label, from all passages."""
    labels, (prior, share) = combine.LABELS[judgement], JOINT[judgement]
    rows, names = joint.columns([a.features for a in acts])
    coder = np.array([combine.coder_shares(judgement, _odds(a)) for a in acts])
    gold = np.array([labels.index(a.labels[judgement]) for a in acts])
    found, own, bias = joint.fit_labels(rows, coder, gold, held, prior=prior, held_weight=share)
    table = {}
    for i, label in enumerate(labels):
        inputs = {combine.CODER: round(float(own[i]), 3), combine.BIAS: round(float(bias[i]), 3)}
        table[judgement, label] = {**inputs, **joint.written(names, found[:, i])}
    return table


def _from_held_out(judgement: str, acts: Sequence[Told], weights: combine.Weights) -> dict[tuple[str, str], dict[str, float]]:
    """Weights of the coder and of the rules for each label, from held-out passages."""
    labels = combine.LABELS[judgement]
    inputs = {
        combine.CODER: np.array([combine.coder_shares(judgement, _odds(a)) for a in acts]),
        combine.RULES: np.array([combine.rule_shares(judgement, a.features, weights) for a in acts]),
    }
    gold = np.array([labels.index(a.labels[judgement]) for a in acts])
    found = _labelled(list(inputs.values()), np.eye(len(labels))[gold])
    if judgement == "status":
        scores = found[-1] + sum(w * x for w, x in zip(found[:-1], inputs.values(), strict=True))
        found[-1] += _macro_shifts(scores, gold)
    names = [*inputs, combine.BIAS]
    return {(judgement, label): {name: round(float(w[i]), 3) for name, w in zip(names, found, strict=True)} for i, label in enumerate(labels)}


def _odds(act: Told) -> Odds:
    if act.odds is None:
        raise ValueError("the combination is fitted on acts with a coder's odds: pass a coder to told_acts")
    return act.odds


def _labelled(inputs: Sequence[np.ndarray], y: np.ndarray) -> list[np.ndarray]:
    """Weights of each input by label, held to their mean, then a bias a label."""
    n, k = len(inputs), y.shape[1]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        w = flat.reshape(n + 1, k)
        apart = w[:n] - w[:n].mean(1, keepdims=True)
        shares = _shares(sum((w[i] * x for i, x in enumerate(inputs)), w[n]))
        gap = shares - y
        slopes = np.array([(gap * x).sum(0) for x in inputs]) + 2 * APART_PRIOR * apart
        value = -np.log((shares * y).sum(1) + 1e-12).sum() + COMBINATION_PRIOR * (w[n] ** 2).sum() / 2 + APART_PRIOR * (apart**2).sum()
        return float(value), np.vstack([slopes, gap.sum(0) + COMBINATION_PRIOR * w[n]]).ravel()

    start = np.vstack([np.full((n, k), 0.5), np.zeros((1, k))]).ravel()
    return list(minimize(loss, start, jac=True, method="L-BFGS-B").x.reshape(n + 1, k))


def _macro_shifts(scores: np.ndarray, gold: np.ndarray) -> np.ndarray:
    """What to add to the score of each label so that macro-F1 is best, averaged over neighbouring shifts; the first label stays."""
    shifts = np.zeros(scores.shape[1])
    for _ in range(2):
        for label in range(1, scores.shape[1]):
            tried = []
            for shift in MACRO_SHIFTS:
                shifts[label] = shift
                tried.append(_macro_f1((scores + shifts).argmax(1), gold, scores.shape[1]))
            shifts[label] = MACRO_SHIFTS[int(np.argmax(np.convolve(tried, [0.25, 0.5, 0.25], "same")))]
    return shifts


def _macro_f1(found: np.ndarray, gold: np.ndarray, labels: int) -> float:
    return float(np.mean([_f1(found == label, gold == label) for label in range(labels)]))


def best_frame(act: Told, weights: combine.Weights) -> combine.Said:
    """The act's best frame, as :mod:`dateline.extract.judgement` picks it."""
    own, found = weights[combine.ATTRIBUTED, "yes"], []
    for features, _, speaker in act.frames:
        value = combine.score(own, features)
        chance = 0.5 if act.odds is None else act.odds.speaker[speaker] if speaker is not None else max(act.odds.speaker)
        pointed = combine.logit(chance)
        found.append((value + SPEAKER_SHARE * pointed, value, pointed if speaker is not None and act.odds is not None else 0.0))
    hedged = combine.is_hedged(act.features)
    return combine.Said(*max(found)[1:], hedged) if found else combine.Said(hedged=hedged)


def _attributed(acts: Sequence[Told], weights: combine.Weights) -> dict[str, float]:
    """Weights of attribution, the bias shifted to where F1 on these acts is best (averaged over neighbouring shifts)."""
    inputs = [combine.attributed_inputs(combine.logit(1.0 - _odds(a).attribution[0]), best_frame(a, weights)) for a in acts]
    names = sorted({name for row in inputs for name in row})
    x = np.array([[row.get(name, 0.0) for name in names] for row in inputs])
    y = np.array([float(a.attributed) for a in acts])
    penalised = np.array([0.5 * (name != combine.BIAS) for name in names])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        chance = 1.0 / (1.0 + np.exp(-(x @ w)))
        value = -(y * np.log(chance + 1e-12) + (1 - y) * np.log(1 - chance + 1e-12)).sum() + (penalised * w**2).sum() / 2
        return float(value), x.T @ (chance - y) + penalised * w

    w = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    w[names.index(combine.BIAS)] -= _shift(x @ w, y > 0)
    return {name: round(float(value), 3) for name, value in zip(names, w, strict=True)}


def _shift(scores: np.ndarray, right: np.ndarray) -> float:
    """The threshold with the best F1, averaged over its neighbours."""
    f1 = [_f1(scores > shift, right) for shift in SHIFTS]
    smooth = [float(np.mean(f1[max(0, i - SMOOTH) : i + SMOOTH + 1])) for i in range(len(f1))]
    return SHIFTS[int(np.argmax(smooth))]


def _f1(found: np.ndarray, right: np.ndarray) -> float:
    return 2.0 * float((found & right).sum()) / max(1.0, float(found.sum() + right.sum()))


def table_text(table: Mapping[tuple[str, str], Mapping[str, float]]) -> str:
    """A table as :func:`dateline.extract.combine.read_table` reads it."""
    lines = ["judgement\tlabel\tfeature\tweight"]
    lines += [f"{j}\t{label}\t{name}\t{weight:.3f}" for (j, label), weights in sorted(table.items()) for name, weight in sorted(weights.items())]
    return "\n".join(lines) + "\n"
