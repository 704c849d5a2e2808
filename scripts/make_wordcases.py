"""Make ``plainform/data/lowercase.txt`` and ``plainform/data/names.txt``: how the corpus writes its words inside sentences (the training split alone).

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

from dateline.plainform.words import forms

ROOT: Final = Path(__file__).resolve().parents[1]
DATA: Final = ROOT / "src/dateline/plainform/data"
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
    """The words that are small in sentences; and names: words as they are mostly written, with a capital or, where a form of a small word is a name
    ("house": "houses"), without one; and pairs of words of which one is small by itself ("Basic Law")."""
    written: dict[str, Counter[str]] = {}
    pairs: dict[str, Counter[str]] = {}
    for words in sentences(folder):
        for match in words:
            written.setdefault(match.group().lower(), Counter())[match.group()] += 1
        for first, second in pairwise(words):
            if second.start() == first.end() + 1 and first.string[first.end()] == " ":
                both = f"{first.group()} {second.group()}"
                pairs.setdefault(both.lower(), Counter())[both] += 1
    small = {word for word, found in written.items() if len(word) > 1 and found[word] >= _SHARE * found.total()}
    names = {_usual(found) for word, found in written.items() if found[word] <= (1 - _SHARE) * found.total()}
    names |= {word for word, found in written.items() if word not in small and _usual(found) not in names and not small.isdisjoint(forms(word))}
    names |= {_usual(found) for found in pairs.values() if found.total() >= _LEAST and _is_name(found) and not small.isdisjoint(_usual(found).lower().split())}
    return sorted(small), sorted(names)


def _usual(found: Counter[str]) -> str:
    return max(found, key=lambda form: (found[form], form))


def _is_name(found: Counter[str]) -> bool:
    """Whether two words are written with capitals only."""
    return all(word[0].isupper() for form in found for word in form.split())


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
