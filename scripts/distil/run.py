"""Train teachers, label, and train pupils on one graphics processor, side by side.

    PYTHONPATH=src python scripts/distil/run.py --work FOLDER --out FOLDER [--folds 5] [--seconds 560]

``--work`` is what ``prepare.py`` wrote. Every teacher learns from the annotated sentences of all folds but one; it labels that fold, the
plain sentences and the variants of both (:mod:`dateline.training.augment`). The pupils learn from annotations mixed with the labels of
teachers that did not see them, and from teachers alone where there is no annotation. ``finish.py`` makes a model of the outcome.
"""

from __future__ import annotations

import argparse
import json
import math
import multiprocessing
import pickle
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np
import torch
from packed import pack, unpack
from torch import nn
from torch.utils.data import DataLoader, Dataset
from transformers import BertConfig, BertModel, MPNetConfig, MPNetModel

from dateline.extract.classifier.layout import ATTRIBUTIONS, CERTAINTIES, MODES, ROLES, STATUSES, TYPES
from dateline.training.augment import variant, word_table
from dateline.training.batches import Batch, Encoded, Soft, collate, grouped
from dateline.training.learn import Recipe, half, train
from dateline.training.network import Network, Sizes
from dateline.training.relation import RelationNetwork, RelationRecipe, train_relation
from dateline.training.teacher import BERT_PIECES, MovedEncoder, fold_of, key, label_pairs, label_words, save_soft

#: The exported graph computes GELU in this form.
_RUNS_AS = {"hidden_act": "gelu_pytorch_tanh"}
_NAMES = tuple(one.name for one in fields(Soft))
#: The teachers' share of the labels of annotated sentences, of each pupil.
_TAUGHT = (0.5, 0.7)


@dataclass(slots=True)
class Work:
    """All that the processes share; ``pool`` is annotated sentences, plain ones, then ``copies`` variants of each of these in turn."""

    folder: Path
    pool: list[Encoded]
    gold: int
    originals: int
    held: list[Encoded]
    pieces: list[int]
    vocabulary: dict[str, list[str]]
    given: argparse.Namespace

    @property
    def device(self) -> str:
        return str(self.given.device)

    @property
    def widths(self) -> dict[str, int]:
        """Labels a row of each field of :class:`Soft` but ``negated``, which has one number."""
        fixed = {"types": len(TYPES) + 1, "status": len(STATUSES), "certainty": len(CERTAINTIES), "attribution": len(ATTRIBUTIONS)}
        return fixed | {"modes": len(MODES), "roles": len(ROLES), "relations": len(TYPES), "leaves": len(self.vocabulary["leaves"])}

    def lessons(self, fold: int) -> list[Encoded]:
        """The annotated sentences that the teacher of a fold learns from."""
        return [item for i, item in enumerate(self.pool[: self.gold]) if fold_of(i, self.given.folds) != fold]

    def to_label(self, fold: int) -> list[int]:
        """The sentences that the teacher of a fold labels: those of the fold, plain ones and all variants."""
        return [i for i in range(len(self.pool)) if i >= self.gold or fold_of(i, self.given.folds) == fold]

    def weighted(self) -> list[Encoded]:
        """The pool with the annotated sentences four times as often as the rest."""
        return [*self.pool, *(self.pool[: self.gold] * 3)]


def load(given: argparse.Namespace) -> Work:
    with (given.work / "pool.pkl").open("rb") as file:
        stored = pickle.load(file)
    vocabulary = json.loads((given.work / "vocabulary.json").read_text())
    gold, plain, held = (stored[name][: given.most] for name in ("gold", "plain", "held"))
    embeddings = np.zeros((BERT_PIECES, 384), dtype=np.float32)
    embeddings[stored["pieces"]] = unpack(given.work / "minilm.npz")["embeddings.word_embeddings.weight"]
    words, rng = word_table([*gold, *plain], embeddings, vocabulary["tags"]), random.Random(7)
    originals = [*gold, *plain]
    pool = [*originals, *(variant(item, words, rng) for _ in range(given.copies) for item in originals)]
    return Work(given.work, pool, len(gold), len(originals), held, stored["pieces"], vocabulary, given)


def encoder(work: Work, name: str) -> nn.Module:
    settings = json.loads((work.folder / f"{name}.json").read_text())
    made = MPNetModel(MPNetConfig(**settings), add_pooling_layer=False) if name == "mpnet" else BertModel(BertConfig(**settings | _RUNS_AS), add_pooling_layer=False)
    if work.given.trial and name == "mpnet":
        return MovedEncoder(made, piece_rows(work))
    state = {n.removeprefix("mpnet.").removeprefix("bert."): torch.from_numpy(v) for n, v in unpack(work.folder / f"{name}.npz").items()}
    missing, extra = made.load_state_dict(state, strict=False)
    if [n for n in missing if "position_ids" not in n] or extra:
        raise SystemExit(f"{name}: missing {missing[:3]}, unknown {extra[:3]}")
    return MovedEncoder(made, piece_rows(work))


def piece_rows(work: Work) -> torch.Tensor:
    """The row of each piece in the embeddings that were kept."""
    ids = torch.zeros(BERT_PIECES, dtype=torch.long)
    ids[work.pieces] = torch.arange(len(work.pieces))
    return ids


def sizes(work: Work, hidden: int, layers: int) -> Sizes:
    tags, deps, senses, paths, leaves = (len(work.vocabulary[name]) for name in ("tags", "deps", "senses", "paths", "leaves"))
    return Sizes(tags + 1, deps + 1, senses + 1, paths + 1, leaves, hidden=hidden, layers=layers)


class _Batches(Dataset):  # type: ignore[type-arg]
    def __init__(self, items: Sequence[Encoded], groups: Sequence[Sequence[int]], leaves: dict[str, int], taught: float) -> None:
        self.items, self.groups, self.leaves, self.taught = items, groups, leaves, taught

    def __len__(self) -> int:
        return len(self.groups)

    def __getitem__(self, number: int) -> Batch:
        return collate([self.items[i] for i in self.groups[number]], self.leaves, taught=self.taught)


def by_length(items: Sequence[Encoded], size: int, rng: random.Random | None = None) -> list[list[int]]:
    """Sentences of similar length together (:func:`dateline.training.batches.grouped`)."""
    return grouped([len(item.pieces.ids) for item in items], size, rng)


def loaded(work: Work, items: Sequence[Encoded], groups: Sequence[Sequence[int]], taught: float, workers: int) -> Iterator[Batch]:
    leaves = {leaf: i for i, leaf in enumerate(work.vocabulary["leaves"])}
    yield from DataLoader(_Batches(items, groups, leaves, taught), batch_size=None, num_workers=workers, prefetch_factor=4 if workers else None)


def say(work: Work, who: str) -> Callable[[str], None]:
    return lambda line: print(f"{time.monotonic() - work.given.began:6.0f} s {who}: {line}", flush=True)


def teach(work: Work, fold: int) -> None:
    """A teacher of acts: trained, judged on the held-out sentences, and its labels of the pool written."""
    torch.set_num_threads(1)
    mine = work.lessons(fold)
    recipe = Recipe(epochs=work.given.epochs, encoder_rate=8e-5, head_rate=1e-3, seed=fold + 1, device=work.device, taught=0.0, seconds=work.given.teacher_seconds)
    network, report = Network(encoder(work, "mpnet"), sizes(work, 768, 13)), say(work, f"teacher {fold}")
    report(f"{len(mine)} sentences")
    feed = lambda rng: loaded(work, mine, by_length(mine, recipe.batch, rng), 0.0, work.given.workers)  # noqa: E731
    train(network, mine, work.vocabulary["leaves"], recipe, feed=feed, report=lambda line: report(line) if "00 of" in line else None)
    report(f"held out {judged(work, network)}")
    found = labelled(work, network, work.to_label(fold))
    np.savez(work.given.scratch / f"words{fold}.npz", **found)
    report("labels written")


def labelled(work: Work, network: Network, chosen: Sequence[int]) -> dict[str, np.ndarray]:
    """Labels of some of the pool as flat arrays, in the order of the pool; ``chosen`` beside them."""
    network.eval().to(work.device)
    items = [work.pool[i] for i in chosen]
    groups, parts = by_length(items, 256), {}
    with torch.no_grad(), half(work.device):
        for group, batch in zip(groups, loaded(work, items, groups, 0.0, work.given.workers), strict=True):
            parts.update(zip(group, label_words(network, batch.to(work.device), [items[i] for i in group]), strict=True))
    names = [n for n in _NAMES if n != "relations"]
    return {n: np.concatenate([parts[i][n].astype(np.float16).ravel() for i in range(len(items))]) for n in names} | {"chosen": np.array(chosen)}


def judged(work: Work, network: Network) -> dict[str, float]:
    """F1 of trigger words with types, and of the words of parties for given triggers, on held-out sentences."""
    network.eval().to(work.device)
    counts = {"trigger": [0, 0, 0], "actor": [0, 0, 0], "recipient": [0, 0, 0], "status": [0, 0, 0]}
    groups = by_length(work.held, 128)
    with torch.no_grad(), half(work.device):
        for batch in loaded(work, work.held, groups, 0.0, 0):
            on = batch.to(work.device)
            found = network.words(on.ids, on.mask, on.pool, on.tags, on.deps, on.senses)
            best, gold = found.types.argmax(-1) * (on.real > 0), on.types.argmax(-1)
            _count(counts["trigger"], (best == gold) & (gold > 0), best > 0, gold > 0)
            if len(on.rows):
                roles = torch.sigmoid(network.arguments(found, on.rows, on.heads, on.kinds, on.paths, on.distances)) > 0.5
                roles &= (on.real[on.rows] > 0)[..., None]
                for column, name in enumerate(("actor", "recipient")):
                    _count(counts[name], roles[..., column] & (on.roles[..., column] > 0), roles[..., column], on.roles[..., column] > 0)
                status = found.status[on.rows, on.heads].argmax(-1) == on.status.argmax(-1)
                _count(counts["status"], status, torch.ones_like(status), torch.ones_like(status))
    return {name: round(2 * hit / max(1, said + there), 4) for name, (hit, said, there) in counts.items()}


def _count(counts: list[int], *found: torch.Tensor) -> None:
    for i, one in enumerate(found):
        counts[i] += int(one.sum())


def teach_pairs(work: Work, fold: int) -> None:
    """A teacher of marked pairs and its labels of the pool."""
    torch.set_num_threads(1)
    mine = work.lessons(fold)
    recipe = RelationRecipe(
        epochs=work.given.pair_epochs, encoder_rate=6e-5, head_rate=6e-4, seed=fold + 1, device=work.device, taught=0.0,
        seconds=work.given.teacher_seconds,
    )  # fmt: skip
    report = say(work, f"pairs {fold}")
    network = train_relation(RelationNetwork(encoder(work, "mpnet"), 768), mine, recipe, lambda line: None)
    network.eval().to(work.device)
    chosen = sorted((i for i in work.to_label(fold) if work.pool[i].example.pairs), key=lambda i: len(work.pool[i].pieces.ids))
    parts = {}
    with torch.no_grad(), half(work.device):
        for start in range(0, len(chosen), 256):
            group = chosen[start : start + 256]
            shares, at = label_pairs(network, [work.pool[i] for i in group], work.device), 0
            for i in group:
                parts[i] = shares[at : at + len(work.pool[i].example.pairs)]
                at += len(parts[i])
    order = sorted(parts)
    np.savez(work.given.scratch / f"pairs{fold}.npz", relations=np.concatenate([parts[i].astype(np.float16).ravel() for i in order]), chosen=np.array(order))
    report("labels written")


def softened(work: Work) -> list[Encoded]:
    """The pool with the mean of what the teachers say; annotated sentences with what the one says that has not seen them."""
    totals: list[dict[str, np.ndarray]] = [{} for _ in work.pool]
    for kind in ("words", "pairs"):
        for fold in range(work.given.folds):
            with np.load(work.given.scratch / f"{kind}{fold}.npz") as stored:
                arrays = {n: stored[n] for n in stored.files}
            _add(work.pool, work.widths, arrays, totals)
    return [replace(item, soft=_soft(item, work.widths, total, work.given.folds if i >= work.gold else 1)) for i, (item, total) in enumerate(zip(work.pool, totals, strict=True))]


def _add(pool: Sequence[Encoded], widths: Mapping[str, int], arrays: dict[str, np.ndarray], totals: list[dict[str, np.ndarray]]) -> None:
    for name in arrays.keys() - {"chosen"}:
        at, flat = 0, arrays[name]
        for i in arrays["chosen"].tolist():
            size = math.prod(_shape(name, pool[i], widths))
            part = flat[at : at + size]
            totals[i][name] = totals[i][name] + part if name in totals[i] else part.astype(np.float32)
            at += size


def _shape(name: str, item: Encoded, widths: Mapping[str, int]) -> tuple[int, ...]:
    """The shape of a field of :class:`Soft`."""
    words, targets = len(item.features.tags), len(item.example.targets)
    rows = {"types": (words,), "relations": (len(item.example.pairs),), "roles": (targets, words)}.get(name, (targets,))
    return rows if name == "negated" else (*rows, widths[name])


def _soft(item: Encoded, widths: Mapping[str, int], total: dict[str, np.ndarray], teachers: int) -> Soft:
    empty = np.zeros(0, dtype=np.float32)
    return Soft(**{n: (total.get(n, empty) / teachers).reshape(_shape(n, item, widths)).astype(np.float16) for n in _NAMES})


def pupil(work: Work, number: int) -> None:
    """A pupil: the small encoder on everything."""
    torch.set_num_threads(1)
    given, report = work.given, say(work, f"pupil {number}")
    recipe = Recipe(
        epochs=1000, batch=128, encoder_rate=3e-4, head_rate=1.6e-3, warmup=0.001, averaged=0.998, taught=_TAUGHT[number],
        seed=11 + number, device=work.device, seconds=given.pupil_seconds, feature_dropout=0.1, masked=0.04, smoothing=0.01,
    )  # fmt: skip
    network = Network(encoder(work, "minilm"), replace(sizes(work, 384, 7), dropout=0.1))
    for module in network.encoder.modules():
        if isinstance(module, nn.Dropout):
            module.p = 0.05
    weighted = work.weighted()
    feed = lambda rng: loaded(work, weighted, by_length(weighted, recipe.batch, rng), recipe.taught, given.pupil_workers)  # noqa: E731
    train(network, weighted, work.vocabulary["leaves"], recipe, feed=feed, report=lambda line: report(line) if "000 of" in line or "500 of" in line else None)
    report(f"held out {judged(work, network)}")
    save(network.to("cpu"), given.out, f"pupil{number}")


def pair_pupil(work: Work) -> None:
    """The small encoder on marked pairs."""
    torch.set_num_threads(1)
    recipe = RelationRecipe(
        epochs=1000, batch=128, encoder_rate=2.2e-4, head_rate=1.2e-3, warmup=0.001, averaged=0.998, smoothing=0.02, seed=21,
        device=work.device, seconds=work.given.pupil_seconds,
    )  # fmt: skip
    report = say(work, "pair pupil")
    items = [item for item in work.weighted() if item.example.pairs]
    network = train_relation(RelationNetwork(encoder(work, "minilm")), items, recipe, lambda line: report(line) if "000 of" in line else None)
    save(network, work.given.out, "relation")


def save(network: nn.Module, out: Path, name: str) -> None:
    """Weights without the piece embeddings, which are those of the base model.

    The encoder's matrices have eight bits and a scale a row, as they have in the exported model; the rest has sixteen bits.
    """
    arrays = {n: v.detach().cpu().float().numpy() for n, v in network.state_dict().items() if "word_embeddings" not in n}
    pack(arrays, out / f"{name}.npz", eight=lambda n: ".layer." in n, rest=np.float16)


def save_labels(work: Work) -> None:
    originals = work.pool[: work.originals]
    save_soft([item.soft for item in originals if item.soft is not None], [key(item) for item in originals], work.given.out / "labels.npz")


def side_by_side(work: Work, tasks: Sequence[tuple[Callable[..., None], tuple[int, ...]]]) -> None:
    fork = multiprocessing.get_context("fork")
    running = [fork.Process(target=task, args=(work, *arguments)) for task, arguments in tasks]
    for one in running:
        one.start()
    for one in running:
        one.join()
    if any(one.exitcode for one in running):
        raise SystemExit(f"a process failed: {[one.exitcode for one in running]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--scratch", type=Path, default=Path("/tmp/distil"))
    parser.add_argument("--device", default="cuda")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--pair-epochs", type=int, default=4)
    parser.add_argument("--copies", type=int, default=2)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--pupil-workers", type=int, default=6)
    parser.add_argument("--teacher-seconds", type=float, default=150.0, help="teachers train so long at the most")
    parser.add_argument("--seconds", type=float, default=560.0, help="of the whole; the pupils take what the teachers leave")
    parser.add_argument("--trial", action="store_true", help="teachers without the base weights, to try the machine")
    parser.add_argument("--most", type=int, default=None, help="use only so many sentences of each kind, for a trial")
    given = parser.parse_args()
    given.began = time.monotonic()
    given.scratch.mkdir(parents=True, exist_ok=True)
    torch.multiprocessing.set_sharing_strategy("file_system")
    work = load(given)
    say(work, "all")(f"{work.gold} annotated, {work.originals - work.gold} plain, {len(work.pool)} in all, {len(work.held)} held out")
    folds = range(given.folds)
    side_by_side(work, [*((teach, (fold,)) for fold in folds), *((teach_pairs, (fold,)) for fold in folds)])
    work.pool = softened(work)
    given.pupil_seconds = max(5.0, given.seconds - (time.monotonic() - given.began) - 25.0)
    say(work, "all")(f"labels joined; {given.pupil_seconds:.0f} s for the pupils")
    side_by_side(work, [(pupil, (0,)), (pupil, (1,)), (pair_pupil, ()), (save_labels, ())])
    say(work, "all")("done")


if __name__ == "__main__":
    main()
