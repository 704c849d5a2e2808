"""Makes the word tables of ``dateline.merge``: how common a stem is, and the words in names of countries.

    PYTHONPATH=src python scripts/build_merge_words.py

Frequencies are counted over the passages of ``corpus/train``; words of countries come from the resolver's tables.
"""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

from anyascii import anyascii

from dateline.merge.words import plain_words, stem
from dateline.training.corpus import load_corpus

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "src" / "dateline" / "merge" / "data"
#: Stems in fewer passages are left out: all of them count as rare.
FEWEST = 3
#: Words in names of countries that are words of their own elsewhere.
KEPT = frozenset("house government republic democratic people united states kingdom island islands street white office palace".split())


def country_words() -> list[str]:
    lines = (ROOT / "src/dateline/resolve/data/countries.tsv").read_text("utf-8").splitlines()
    words: set[str] = set()
    for line in lines[1:]:
        for column in (1, 2, 3, 4, 5):
            for name in line.split("\t")[column].split(";"):
                words |= {word.lower() for word in plain_words(anyascii(name)) if word[0].isupper() and len(word) > 2}
    return sorted(words - KEPT)


def frequencies() -> list[tuple[str, float]]:
    passages = [" ".join(s.text for s in p.sentences) for f in load_corpus(ROOT / "corpus" / "train") for p in f.passages]
    counts: Counter[str] = Counter()
    for text in passages:
        counts.update({stem(word.lower()) for word in plain_words(text) if len(word) > 2})
    return sorted((found, round(math.log(len(passages) / n), 2)) for found, n in counts.items() if n >= FEWEST)


def main() -> None:
    """Write both tables."""
    head = "# made by scripts/build_merge_words.py\n"
    OUT.mkdir(exist_ok=True)
    (OUT / "country_words.tsv").write_text(head + "".join(word + "\n" for word in country_words()), encoding="utf-8")
    lines = "".join(f"{found}\t{value}\n" for found, value in frequencies())
    (OUT / "words.tsv").write_text(head + "# stem, log of passages per passage that has it\n" + lines, encoding="utf-8")


if __name__ == "__main__":
    main()
