"""Fits how an act is told (``src/dateline/extract/data/telling.tsv`` and ``combination.tsv``).

    python scripts/train_telling.py [--combination] [--model FOLDER] [--folder corpus/train] [--out FOLDER]

Both tables by default (about five minutes on a free core). After a new coder is trained only its combination with the features has to be
fitted again: ``--combination``, with ``--model`` where it is not the package's. The weights of features come from the training passages, the
combination from those that are held out of every training (of certainty from all). Needs the ``train`` extra (scipy).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from dateline.extract.classifier.coder import TrainedCoder
from dateline.extract.combine import read_table
from dateline.training.corpus import load_corpus
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
    acts = list(told_acts(passages, TrainedCoder(options.model)))
    if not options.combination:
        seen = [act for act in acts if not act.held_out]
        telling.write_text(table_text(fit_weights(seen)), encoding="utf-8")
        print(f"{telling}: {len(seen)} acts")
    combination = options.out / "combination.tsv"
    combination.write_text(table_text(fit_combination(acts, read_table(telling.read_text("utf-8")))), encoding="utf-8")
    print(f"{combination}: {len(acts)} acts")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
