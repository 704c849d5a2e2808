"""Pairing, notes, sources, paragraphs and metadata on the documents of ``tests/read``: ``python bench/read_documents.py [--misses]``.

Each document is made as a different producer makes it (site templates, generators, Word, LibreOffice, pandoc, mail programs). Pairs that
were found but are not in the gold count against those that are right.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "read"))

from golden import DOCUMENTS, GOLD, METADATA, body_of, metadata, notes_of, right_pairs, sources_of
from making import MADE

from dateline.read import read


def main() -> None:
    """Print totals; with ``--misses`` also what is wrong, by document."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    cases = [((DOCUMENTS / gold["file"]).read_bytes(), gold) for gold in GOLD] + [(make(), gold) for make, gold in MADE]
    for data, gold in cases:
        document = read(data, input_id=gold["file"])
        told = metadata(document)
        found = {
            "pairs": (right_pairs(document, gold), len(gold["pairs"])),
            "notes": (sum(notes_of(document, gold).get(label) == text for label, text in gold["notes"].items()), len(gold["notes"])),
            "sources": (sum(one in sources_of(document) for one in gold["sources"]), len(gold["sources"])),
            "paragraphs": (sum(one in gold["body"] for one in body_of(document, gold)), len(gold["body"])),
            "metadata": (sum(told[name] == gold[name] for name in METADATA), len(METADATA)),
        }
        for name, (good, of) in found.items():
            right[name] += good
            total[name] += of
            if good != of and "--misses" in sys.argv:
                print(f"  {gold['file']}: {name} {good}/{of}")
    print(f"{len(cases)} documents")
    for name in total:
        print(f"{name}: {right[name]}/{total[name]} = {right[name] / total[name]:.3f}")


if __name__ == "__main__":
    main()
