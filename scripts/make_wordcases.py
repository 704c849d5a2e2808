"""Make ``extract/data/lowercase.txt`` and ``extract/data/names.txt``: how the corpus writes its words inside sentences (the training split alone).

Run: ``python scripts/make_wordcases.py [--check]``
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

from dateline.extract.headlinecase import forms

ROOT: Final = Path(__file__).resolve().parents[1]
DATA: Final = ROOT / "src/dateline/extract/data"
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
#: A word is small where it is so in this share of its places.
_SHARE: Final = 0.7
#: Two words that are a name stand so often in capitals, and never both small.
_LEAST: Final = 2


def sentences(folder: Path) -> Iterator[list[re.Match[str]]]:
    """The words of each sentence of a folder of the corpus, without the first, whose capital tells nothing."""
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("S "):
                yield list(_WORD.finditer(line[2:].replace("’", "'")))[1:]


def word_cases(folder: Path) -> tuple[list[str], list[str]]:
    """The words that are small in sentences; and names that might pass for such: words with a form among them ("House": "houses"), and pairs
    of words of which one is among them ("Basic Law")."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    apart: set[tuple[str, str]] = set()
    for words in sentences(folder):
        for match in words:
            word = match.group()
            (small if word.islower() else large)[word.lower()] += 1
        for first, second in pairwise(words):
            if second.start() == first.end() + 1 and first.string[first.end()] == " ":
                both = (first.group(), second.group())
                low = (both[0].lower(), both[1].lower())
                if both[0][0].isupper() and both[1][0].isupper():
                    pairs[low] += 1
                else:
                    apart.add(low)
    known = {word for word, count in small.items() if len(word) > 1 and count >= _SHARE * (count + large[word])}
    names = {" ".join(pair) for pair, count in pairs.items() if count >= _LEAST and pair not in apart and known.intersection(pair)}
    names |= {word for word in large if word not in known and not known.isdisjoint(forms(word))}
    return sorted(known), sorted(names)


def main() -> None:
    """Write the files, or say whether they are as they would be written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a file would change")
    check = parser.parse_args().check
    for name, words in zip(("lowercase.txt", "names.txt"), word_cases(ROOT / "corpus/train"), strict=True):
        path, text = DATA / name, "\n".join(words) + "\n"
        if check and (not path.exists() or path.read_text(encoding="utf-8") != text):
            sys.exit(f"{name} is not what the corpus gives; run scripts/make_wordcases.py")
        if not check:
            path.write_text(text, encoding="utf-8")
        print(f"{name}: {len(words):,}")


if __name__ == "__main__":
    main()
