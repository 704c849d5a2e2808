"""Notes with lost markers, linked by similarity: right, wrong and left out over thresholds.

    python bench/lost_notes.py [--show] [FILE...]

Without files the ten hand-written documents of ``tests/cases/lost_notes.jsonl``: the first five set the threshold, the others check it.
With files the links of their lost notes are printed, to be judged by eye.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dateline.coders import load_coder
from dateline.extract.extractor import extract
from dateline.read import read
from dateline.resolve import Resolver, lost_notes
from dateline.types import Document, Sentence

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases" / "lost_notes.jsonl"
#: The documents before this one set the threshold.
SPLIT = 5


def sentences_of(document: Document) -> tuple[Sentence, ...]:
    """The document's sentences."""
    return extract([document], load_coder("lexicon", None))[0].sentences


def linked(document: Document, sentences: Sequence[Sentence], resolver: Resolver) -> dict[str, tuple[str, float]]:
    """For each lost note that is linked: the sentence and the score."""
    found = lost_notes.link_lost_notes(document, sentences, resolver)
    return {link.source.note or "": (sentences[index].text, link.score) for index, links in found.items() for link in links}


def judge(case: dict[str, Any], links: dict[str, tuple[str, float]]) -> tuple[int, int, int, int]:
    """Right links, wrong links, notes missed, notes rightly left alone."""
    right = wrong = missed = alone = 0
    for label, wanted in case["gold"].items():
        text = links.get(label, (None, 0.0))[0]
        if text is None:
            missed += wanted is not None
            alone += wanted is None
        elif wanted is not None and text.startswith(wanted):
            right += 1
        else:
            wrong += 1
    return right, wrong, missed, alone


def margins(
    cases: Sequence[tuple[dict[str, Any], Document, tuple[Sentence, ...]]], resolver: Resolver
) -> tuple[list[float], list[float]]:
    """Scores of notes with their own sentences, and for each note the best score with any other (what it gets where its own is missing)."""
    own: list[float] = []
    other: list[float] = []
    for case, document, sentences in cases:
        for label, scores in lost_notes.all_scores(document, sentences, resolver).items():
            wanted = case["gold"].get(label)
            mine = {i for i in scores if wanted is not None and sentences[i].text.startswith(wanted)}
            own += [scores[i] for i in mine]
            other.append(max((score for i, score in scores.items() if i not in mine), default=0.0))
    return sorted(own), sorted(other, reverse=True)


def load() -> list[tuple[dict[str, Any], Document, tuple[Sentence, ...]]]:
    """The cases with their documents and sentences."""
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
    documents = [read(case["text"].encode(), input_id=f"{case['id']}.md") for case in cases]
    return [(case, document, sentences_of(document)) for case, document in zip(cases, documents, strict=True)]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    resolver = Resolver.load()
    for path in options.files:
        document = read(path)
        sentences = sentences_of(document)
        links = linked(document, sentences, resolver)
        for label, scores in lost_notes.all_scores(document, sentences, resolver).items():
            print(f"note {label}: {links.get(label, ('not linked', 0))}")
            for index, score in sorted(scores.items(), key=lambda pair: -pair[1])[:4]:
                print(f"    {score:.3f} {sentences[index].text[:110]!r}")
    if options.files:
        return
    cases = load()
    if options.show:
        for case, document, sentences in cases:
            for label, scores in lost_notes.all_scores(document, sentences, resolver).items():
                print(case["id"], label, "->", case["gold"].get(label))
                for index, score in sorted(scores.items(), key=lambda pair: -pair[1])[:3]:
                    print(f"    {score:.3f} {sentences[index].text[:90]!r}")
    for name, part in (("first five", cases[:SPLIT]), ("others", cases[SPLIT:])):
        own, other = margins(part, resolver)
        print(f"{name}: own sentence, lowest {[round(x, 3) for x in own[:4]]}; another, highest {[round(x, 3) for x in other[:4]]}")
    print(f"threshold in use: {lost_notes.THRESHOLD}")
    print("threshold  first five: right wrong missed alone   others: right wrong missed alone")
    chosen = lost_notes.THRESHOLD
    for step in range(2, 11):
        lost_notes.THRESHOLD = step * 0.05  # type: ignore[misc]
        halves = [[0] * 4, [0] * 4]
        for number, (case, document, sentences) in enumerate(cases):
            half = halves[number >= SPLIT]
            for at, count in enumerate(judge(case, linked(document, sentences, resolver))):
                half[at] += count
        print(f"{step * 0.05:9.2f} " + "   ".join(" ".join(f"{count:5}" for count in half) for half in halves))
    lost_notes.THRESHOLD = chosen  # type: ignore[misc]


if __name__ == "__main__":
    main()
