"""Make model folders of what ``run.py`` trained, and file the teachers' labels with the corpus.

    python scripts/distil/finish.py --work FOLDER --run FOLDER --corpus corpus/train --labels corpus/teacher.npz --out FOLDER --version X

``--work`` is what ``prepare.py`` wrote, ``--run`` what ``run.py`` did. A folder a pupil is written, and one of the pupils' mean weights
(Wortsman et al. 2022; they begin from the same weights); ``held_out`` in ``model.json`` says which is best.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from packed import unpack
from torch import nn

from dateline.extract.classifier.features import Vocabulary
from dateline.extract.classifier.model import RELATION
from dateline.training.batches import encode, leaf_types
from dateline.training.corpus import corpus_hash, load_corpus
from dateline.training.dataset import examples_of
from dateline.training.export import Description
from dateline.training.fit import NAME, base_folder, base_tokenizer, load_encoder, write_tuned
from dateline.training.network import Network, Sizes
from dateline.training.relation import RelationNetwork, export_relation


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--work", "--run", "--corpus", "--labels", "--out"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--version", required=True)
    given = parser.parse_args()
    files = load_corpus(given.corpus)
    examples = examples_of(files)
    stored = json.loads((given.work / "vocabulary.json").read_text())
    leaves = tuple(stored.pop("leaves"))
    vocabulary = Vocabulary.of(stored["tags"], stored["deps"], stored["senses"], stored["paths"])
    sizes = Sizes(*(len(stored[name]) + 1 for name in ("tags", "deps", "senses", "paths")), len(leaves))
    tokenizer = base_tokenizer()
    origin = {"recipe": "scripts/distil", "corpus_sha256": corpus_hash(files), "sentences": len(examples.train)}
    plain = Description(NAME, given.version, vocabulary, leaves, leaf_types(examples.train, leaves), {}, [(0.0, 0.0), (1.0, 1.0)], origin)
    states = [weights(given.run, f"pupil{number}") for number in range(2)]
    relation = RelationNetwork(load_encoder(base_folder()))
    put(relation, weights(given.run, "relation"))
    items = [encode(e, tokenizer, vocabulary) for e in examples.train]
    for name, state in (("pupil0", states[0]), ("pupil1", states[1]), ("mean", mean(states))):
        network = Network(load_encoder(base_folder()), sizes)
        put(network, state)
        folder = given.out / name
        folder.mkdir(parents=True, exist_ok=True)
        export_relation(relation.eval(), folder / RELATION)
        scores, thresholds = write_tuned(network.eval(), tokenizer.to_str(), plain, items, examples.held_out, folder)
        print(name, json.dumps(scores), json.dumps(thresholds), flush=True)
    join_labels(given.run / "labels.npz", given.work / "proposals.npz", given.labels)


def weights(run: Path, name: str) -> dict[str, np.ndarray]:
    """Weights of a network by the names that it has here."""
    return {n.replace("encoder.encoder.", "encoder.", 1): v for n, v in unpack(run / f"{name}.npz").items()}


def mean(states: Sequence[Mapping[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """The mean of networks' weights."""
    return {n: np.mean([state[n] for state in states], axis=0) for n in states[0]}


def put(network: nn.Module, state: Mapping[str, np.ndarray]) -> None:
    """Put weights into a network, which keeps the base model's piece embeddings."""
    missing, extra = network.load_state_dict({n: torch.from_numpy(v) for n, v in state.items()}, strict=False)
    if extra or any("word_embeddings" not in n for n in missing):
        raise SystemExit(f"missing {missing[:3]}, unknown {extra[:3]}")


def join_labels(labels: Path, proposals: Path, out: Path) -> None:
    """Write teachers' labels and the proposals of the plain sentences into one file."""
    with np.load(labels) as left, np.load(proposals) as right:
        np.savez_compressed(out, **{n: left[n] for n in left.files}, **{n: right[n] for n in right.files})


if __name__ == "__main__":
    main()
