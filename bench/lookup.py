"""Look-ups of actors and places: loading, memory and speed on one core.

    python bench/lookup.py [--mentions N]

News repeats itself: of the mentions of a day's texts most are of a few actors. The stream drawn here has names in proportion to the
inverse of their rank (Zipf's law with exponent 1), over the names of the knowledge base and phrases made of nationalities, modifiers
and nouns. Three speeds are printed: the stream as it comes (what a coder meets, the resolver's cache filling as it goes), every phrase
for the first time (distinct phrases only) and every phrase known (the stream once more).
"""

from __future__ import annotations

import argparse
import itertools
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

SEED = 20261126
DATA = Path(__file__).resolve().parent.parent / "src" / "dateline" / "resolve" / "data"
DAY = date(2020, 6, 1)
MODIFIERS = ("", "", "former", "senior", "riot", "opposition", "armed", "local", "retired")
#: Kept out of a resolver's load: what a fresh process measures.
LOADING = """
import resource, sys, time
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
from dateline.resolve import Resolver
resolver = Resolver.load()
actors = time.perf_counter() - start
resolver.place("Tripoli")
both = time.perf_counter() - start
scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
print(actors, both, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale, before / scale)
"""


@dataclass(frozen=True, slots=True)
class Speeds:
    """Look-ups a second: as news comes, each phrase for the first time, all phrases known."""

    news: float
    first: float
    known: float
    mentions: int
    distinct: int


def column(pattern: str, index: int) -> list[str]:
    """A column of the tables of a name, headers left out."""
    paths = sorted(DATA.glob(pattern))
    return [line.split("\t")[index] for path in paths for line in path.read_text("utf-8").splitlines()[1:] if line and line[0] != "#"]


def phrases() -> list[str]:
    """Distinct phrases: every organisation, person and country, and ten times as many of nationality, modifier and noun."""
    names = [*column("organisations*.tsv", 0), *column("persons*.tsv", 0), *column("countries.tsv", 1)]
    nouns = [term for term, kind in zip(column("sectors.tsv", 0), column("sectors.tsv", 2), strict=True) if kind == "head"]
    peoples = [part for cell in column("countries.tsv", 3) for part in cell.split(";")[:1] if part]
    generator = random.Random(SEED)
    made = {" ".join(filter(None, (generator.choice(peoples), generator.choice(MODIFIERS), generator.choice(nouns)))) for _ in range(10 * len(names))}
    found = sorted({*names, *made})
    generator.shuffle(found)
    return found


def stream(distinct: Sequence[str], count: int) -> list[str]:
    """``count`` mentions of which the n-th most frequent phrase has a share in proportion to 1/n."""
    weights = list(itertools.accumulate(1 / rank for rank in range(1, len(distinct) + 1)))
    return random.Random(SEED).choices(distinct, cum_weights=weights, k=count)


def speeds(kind: str, distinct: Sequence[str], count: int) -> Speeds:
    """Time look-ups of a kind, ``actor`` or ``place``; fresh caches for each measure."""
    mentions = stream(distinct, count)
    news = _seconds(kind, mentions)
    first = _seconds(kind, distinct)
    known = _seconds(kind, mentions, warm=mentions)
    return Speeds(count / news, len(distinct) / first, count / known, count, len(set(mentions)))


def _seconds(kind: str, mentions: Sequence[str], warm: Sequence[str] = ()) -> float:
    from dateline.resolve import Resolver, gazetteer, words

    for cached in (gazetteer._telling, gazetteer._variants, gazetteer._city_of, words.words, words.skeleton, words.singular):
        cached.cache_clear()
    resolver = Resolver.load()
    resolver.place("Tripoli")
    for mention in warm:
        resolver.actor(mention, on=DAY) if kind == "actor" else resolver.place(mention)
    start = time.perf_counter()
    if kind == "actor":
        for mention in mentions:
            resolver.actor(mention, on=DAY)
    else:
        for mention in mentions:
            resolver.place(mention)
    return time.perf_counter() - start


def loading(runs: int = 5) -> tuple[float, float, float, float]:
    """Medians over fresh processes: seconds until actors are ready, until places are too, peak memory and that before, in MB."""
    rows = []
    for _ in range(runs):
        done = subprocess.run([sys.executable, "-c", LOADING], capture_output=True, text=True, check=True)
        rows.append(tuple(map(float, done.stdout.split())))
    actors, both, peak, before = (sorted(column)[runs // 2] for column in zip(*rows, strict=True))
    return actors, both, peak, before


def main() -> int:
    parser = argparse.ArgumentParser(description="Loading, memory and speed of look-ups, on one core.")
    parser.add_argument("--mentions", type=int, default=200_000, help="mentions in the stream (200,000)")
    count = parser.parse_args().mentions
    actors, both, peak, before = loading()
    print("| what | measured |\n|---|---|")
    print(f"| loading, actors / with places, s | {actors:.2f} / {both:.2f} |")
    print(f"| peak memory (of that the interpreter), MB | {peak:.0f} ({before:.0f}) |")
    towns = sorted(column("regions.tsv", 0))
    for kind, distinct in (("actor", phrases()), ("place", [*cities(40_000), *towns])):
        found = speeds(kind, distinct, count)
        print(f"| {kind}s: mentions as news comes ({found.mentions:,}, {found.distinct:,} distinct), a second | {found.news:,.0f} |")
        print(f"| {kind}s: each phrase for the first time ({len(distinct):,}), a second | {found.first:,.0f} |")
        print(f"| {kind}s: all phrases known, a second | {found.known:,.0f} |")
    return 0


def cities(count: int) -> list[str]:
    """Names of the largest cities, in random order."""
    import gzip

    lines = gzip.decompress((DATA / "cities.tsv.gz").read_bytes()).decode("utf-8").split("\n")[:count]
    names = sorted({line.split("\t")[1] for line in lines})
    random.Random(SEED).shuffle(names)
    return names


if __name__ == "__main__":
    sys.exit(main())
