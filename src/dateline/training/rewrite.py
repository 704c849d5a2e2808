"""A model written anew with its weights, thresholds and calibration as they are: its graph in the form that this version runs."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from tokenizers import Tokenizer

from dateline.extract.classifier.model import DESCRIPTION, GRAPH, RELATION, TABLES, TOKENIZER
from dateline.training.batches import encode
from dateline.training.corpus import load_corpora
from dateline.training.dataset import examples_of
from dateline.training.export import write_graph
from dateline.training.fit import base_folder, load_encoder
from dateline.training.start import load_start


def rewrite(start: Path, out: Path, folders: Sequence[Path]) -> int:
    """Write a model folder anew.

    Args:
        start: the model folder, of this or an earlier version.
        out: the new folder.
        folders: notation files or folders of them, for sentences on which the scales of activations are measured.

    Returns:
        How many sentences there were to measure on.
    """
    base = base_folder()
    begin = load_start(start, (load_encoder(base), load_encoder(base)))
    tokenizer = Tokenizer.from_file(str(start / TOKENIZER))
    items = [encode(one, tokenizer, begin.vocabulary) for one in examples_of(load_corpora(folders)).train]
    out.mkdir(parents=True, exist_ok=True)
    for name in (RELATION, TABLES, TOKENIZER):
        shutil.copyfile(start / name, out / name)
    write_graph(begin.network.eval(), items, out / GRAPH)
    described = json.loads((start / DESCRIPTION).read_text("utf-8"))
    described["sha256"][GRAPH] = hashlib.sha256((out / GRAPH).read_bytes()).hexdigest()
    (out / DESCRIPTION).write_text(json.dumps(described, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return len(items)
