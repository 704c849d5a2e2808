"""News text of any length from the corpus sentences, as a JSONL or Parquet corpus.

    python bench/news_text.py --sentences 100000 --out news.parquet

A document is made of whole passages of the corpus, in the order of a seeded shuffle; in each document some countries and peoples are
exchanged for others (the same for the same name) and numbers are drawn anew, so that texts of any length hardly repeat themselves.
What they say is made up; they serve to measure speed, memory and the sameness of outputs, never quality.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from dateline.training.corpus import load_corpus

CORPUS = Path(__file__).parents[1] / "corpus" / "train"
SENTENCES_PER_DOCUMENT = 12
SEED = 5
#: Country and adjective of each pair are exchanged together.
NAMES = (
    ("Russia", "Russian"), ("China", "Chinese"), ("Iran", "Iranian"), ("Israel", "Israeli"), ("India", "Indian"), ("Egypt", "Egyptian"),
    ("Kenya", "Kenyan"), ("Ukraine", "Ukrainian"), ("Nigeria", "Nigerian"), ("Colombia", "Colombian"), ("Mexico", "Mexican"),
    ("Ethiopia", "Ethiopian"), ("Algeria", "Algerian"), ("Indonesia", "Indonesian"), ("Venezuela", "Venezuelan"), ("Cuba", "Cuban"),
    ("Libya", "Libyan"), ("Syria", "Syrian"), ("Serbia", "Serbian"), ("Uganda", "Ugandan"), ("Zambia", "Zambian"), ("Peru", "Peruvian"),
)  # fmt: skip
_NAME = re.compile(rf"\b({'|'.join(sorted((name for pair in NAMES for name in pair), key=len, reverse=True))})\b")
_NUMBER = re.compile(r"(?<![\w,.])([2-9]\d|[1-8]\d\d)(?![\w,.-])")


def passages() -> list[tuple[str, ...]]:
    """The sentences of each passage of the training corpus."""
    return [tuple(s.text for s in p.sentences) for file in load_corpus(CORPUS) for p in file.passages]


def rows(count: int, seed: int = SEED) -> Iterator[dict[str, str]]:
    """Documents ``{id, text, date, publisher}`` with ``count`` sentences in all, the same ones for the same seed."""
    generator, stock = random.Random(seed), passages()
    made = number = 0
    while made < count:
        lines: list[str] = []
        paragraphs: list[str] = []
        while len(lines) < SENTENCES_PER_DOCUMENT:
            chosen = generator.choice(stock)[: count - made - len(lines)]
            if not chosen:
                break
            lines += chosen
            paragraphs.append(" ".join(chosen))
        made += len(lines)
        yield {
            "id": f"news-{number:07d}",
            "text": _varied("\n\n".join(paragraphs), generator),
            "date": (date(2015, 1, 1) + timedelta(days=generator.randrange(3650))).isoformat(),
            "publisher": generator.choice(("Agency One", "The Courier", "Daily Record")),
        }
        number += 1


def _varied(text: str, generator: random.Random) -> str:
    others = list(NAMES)
    generator.shuffle(others)
    swap = {old: new for pair, other in zip(NAMES, others, strict=True) for old, new in zip(pair, other, strict=True)}
    text = _NAME.sub(lambda match: swap[match[1]], text)
    return _NUMBER.sub(lambda match: str(generator.randint(12, 899)), text)


def write(path: Path, count: int) -> int:
    """Write a corpus, JSONL or (by suffix) Parquet; the number of documents."""
    if path.suffix == ".parquet":
        import pyarrow as pa
        import pyarrow.parquet as pq

        table = pa.Table.from_pylist(list(rows(count)))
        pq.write_table(table, path, row_group_size=1000)
        return int(table.num_rows)
    written = 0
    with path.open("w", encoding="utf-8") as stream:
        for row in rows(count):
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")
            written += 1
    return written


def main() -> None:
    parser = argparse.ArgumentParser(description="Make a corpus of news text from the corpus sentences.")
    parser.add_argument("--sentences", type=int, default=10_000)
    parser.add_argument("--out", type=Path, required=True, help=".jsonl or .parquet")
    options = parser.parse_args()
    print(f"{write(options.out, options.sentences)} documents with {options.sentences} sentences in {options.out}")


if __name__ == "__main__":
    main()
