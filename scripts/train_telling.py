"""Fits how an act is told (``src/dateline/extract/data/telling.tsv`` and ``combination.tsv``).

    python scripts/train_telling.py [--combination] [--model FOLDER] [--folder corpus/train] [--out FOLDER]

Both tables by default (about a minute). After a new coder is trained only its combination with the rules has to be fitted again:
``--combination``, with ``--model`` where it is not the package's. The weights of features come from the training passages, the combination
from those that are held out of every training. Needs the ``train`` extra (scipy).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from dateline.extract.classifier.coder import TrainedCoder
from dateline.extract.combine import read_table
from dateline.training.corpus import load_corpus
from dateline.training.dataset import is_held_out
from dateline.training.telling import fit_combination, fit_weights, table_text, told_acts

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Fits and writes the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--combination", action="store_true", help="only the combination with the coder")
    parser.add_argument("--model", type=Path, help="folder of the coder; the package's own where left out")
    parser.add_argument("--folder", type=Path, default=ROOT / "corpus" / "train")
    parser.add_argument("--out", type=Path, default=ROOT / "src" / "dateline" / "extract" / "data")
    options = parser.parse_args()
    passages = [p for file in load_corpus(options.folder) for p in file.passages]
    telling = options.out / "telling.tsv"
    if not options.combination:
        acts = list(told_acts([p for p in passages if not is_held_out(p.text)]))
        telling.write_text(table_text(fit_weights(acts)), encoding="utf-8")
        print(f"{telling}: {len(acts)} acts")
    held = list(told_acts([p for p in passages if is_held_out(p.text)], TrainedCoder(options.model)))
    combination = options.out / "combination.tsv"
    combination.write_text(table_text(fit_combination(held, read_table(telling.read_text("utf-8")))), encoding="utf-8")
    print(f"{combination}: {len(held)} acts")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
