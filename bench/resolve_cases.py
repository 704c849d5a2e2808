"""Accuracy of the resolver on the hand-written cases under ``tests/cases``, open and sealed halves apart.

    python bench/resolve_cases.py [--show] [--half open|sealed|seen|written|sets|fresh]

``--show`` prints what failed of the open half; of the sealed half only totals are printed, so that nobody tunes on it. References need
the parser model.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dateline.resolve import Resolver, resolve_references
from dateline.types import Block, BlockKind, Document, Phrase, Resolution, Span

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases"
#: Two gazetteers disagree by a few kilometres on a town; half a degree is some 50 km.
DEGREES = 0.5
#: Further files of references: written beside the rules, for the model, for "both sides" and the like, and for scoring alone.
MORE = ("seen", "written", "sets", "fresh")
#: A link answers a case where it ends with the mention, give or take "'s": that of "her" is no answer for "her successor".
_TAIL = 2
#: Words that stand before a phrase and that an annotator may or may not include.
_ARTICLES = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class Score:
    """Right answers, cases, and what failed."""

    right: int
    total: int
    failed: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.right}/{self.total} = {self.right / max(1, self.total):.3f}"


@dataclass(frozen=True, slots=True)
class Links:
    """Right links, links given, links wanted, and what failed."""

    right: int
    given: int
    wanted: int
    failed: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Right of the links given; 1.0 where none is given."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Right of the links wanted."""
        return self.right / max(1, self.wanted)

    def __str__(self) -> str:
        return f"precision {self.right}/{self.given} = {self.precision:.3f}, recall {self.right}/{self.wanted} = {self.recall:.3f}"


def read(name: str, half: str) -> list[dict[str, Any]]:
    """The cases of a file."""
    return [json.loads(line) for line in (CASES / f"{name}.{half}.jsonl").read_text("utf-8").splitlines() if line.strip()]


def _score(results: Iterator[tuple[bool, str]]) -> Score:
    rows = list(results)
    return Score(sum(ok for ok, _ in rows), len(rows), tuple(text for ok, text in rows if not ok))


def actors(half: str, resolver: Resolver) -> Score:
    """Country and primary sector of phrases; a case's context gives the countries in play."""

    def run() -> Iterator[tuple[bool, str]]:
        for case in read("actors", half):
            day = date.fromisoformat(case["date"]) if case["date"] else None
            near = resolver.countries_in(case["context"]) if case.get("context") else ()
            chosen = resolver.actor(case["phrase"], on=day, near=near).chosen
            got = (chosen.country, chosen.sectors[0] if chosen.sectors else None) if chosen else (None, None)
            yield got == (case["country"], case["sector"]), f"{case['phrase']} {case['date']}: {got}, not {case['country']} {case['sector']}"

    return _score(run())


def places(half: str, resolver: Resolver) -> Score:
    """Country and coordinates of places, within half a degree where the case gives any."""

    def run() -> Iterator[tuple[bool, str]]:
        for case in read("places", half):
            got = resolver.place(case["phrase"], near=case["near"])
            ok = got is not None and got.country == case["country"] and _close(got.lat, got.lon, case)
            yield ok, f"{case['phrase']} {case['near']}: {got and (got.name, got.country, got.lat, got.lon)}, not {case}"

    return _score(run())


def place_countries(half: str, resolver: Resolver) -> Score:
    """Country of places alone."""

    def run() -> Iterator[tuple[bool, str]]:
        for case in read("places", half):
            got = resolver.place(case["phrase"], near=case["near"])
            yield got is not None and got.country == case["country"], f"{case['phrase']}: {got and got.country}, not {case['country']}"

    return _score(run())


def place_points(half: str, resolver: Resolver) -> Score:
    """Distance of places that have coordinates, whatever their country."""

    def run() -> Iterator[tuple[bool, str]]:
        for case in read("places", half):
            if case["lat"] is not None:
                got = resolver.place(case["phrase"], near=case["near"])
                yield got is not None and _close(got.lat, got.lon, case), f"{case['phrase']}: {got and (got.lat, got.lon)}, not {case}"

    return _score(run())


def _close(lat: float | None, lon: float | None, case: dict[str, Any]) -> bool:
    if case["lat"] is None:
        return True
    return lat is not None and lon is not None and math.hypot(lat - case["lat"], lon - case["lon"]) <= DEGREES


def _bare(text: str) -> str:
    for article in _ARTICLES:
        text = text[len(article) :] if text.lower().startswith(article) else text
    return text


def phrases_of(text: str) -> list[Phrase]:
    """The noun phrases of a text, as the extraction stage gives them."""
    from dateline.extract.parse import parse_documents
    from dateline.extract.phrases import all_phrases

    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    return [phrase for parsed in parse_documents([document]) for sentence in parsed for phrase in all_phrases(sentence)]


def references(half: str, resolver: Resolver) -> Links:
    """Antecedents of pronouns and definite phrases; a case without any counts against precision where one is given."""
    given = wanted = right = 0
    failed: list[str] = []
    for case in read("references", half):
        day = date.fromisoformat(case["published"])

        def lookup(phrase: Phrase, day: date = day) -> Resolution:
            return resolver.actor(phrase.mention.text, on=day)

        links = resolve_references(phrases_of(case["text"]), case["text"], lookup)
        start, end = case["span"]
        got = next((targets for span, targets in links.items() if start <= span.end - 1 < end <= span.end + _TAIL), ())
        have, gold = sorted(_bare(target.mention.text) for target in got), sorted(case["antecedents"])
        given, wanted = given + bool(have), wanted + bool(gold)
        right += bool(gold) and _same(have, gold)
        if not _same(have, gold):
            failed.append(f"{case['mention']!r} -> {have}, not {gold} in: {case['text']}")
    return Links(right, given, wanted, tuple(failed))


def _same(have: list[str], gold: list[str]) -> bool:
    if len(have) != len(gold):
        return False
    return all(any(_bare(g).endswith(h) or h.endswith(_bare(g)) or h in g or g in h for g in gold) for h in have)


KINDS: dict[str, Callable[[str, Resolver], Score | Links]] = {
    "actors": actors,
    "places": places,
    "countries": place_countries,
    "points": place_points,
    "references": references,
}


def main() -> int:
    """Prints the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print what failed of the open half")
    parser.add_argument("kinds", nargs="*", help=f"any of {', '.join(KINDS)} (all)")
    parser.add_argument("--half", choices=["open", "sealed", *MORE], help="only this half; the others are references (tests/cases/README.md)")
    options = parser.parse_args()
    resolver = Resolver.load()
    for kind in options.kinds or list(KINDS):
        for half in [options.half] if options.half else ["open", "sealed"]:
            score = KINDS[kind](half, resolver)
            print(f"{kind:<11}{half:<7} {score}")
            if options.show and half != "sealed":
                print(*(f"   {line}" for line in score.failed), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
