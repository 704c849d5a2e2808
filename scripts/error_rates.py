"""Write the shipped model's error rates anew: the confusion table, the tables of the page on error rates, and the figures that other pages repeat.

    dateline corpus gold corpus/test --out gold.jsonl
    PYTHONPATH=src python scripts/error_rates.py --test gold.jsonl --news news_dev.jsonl

Scores the test split, so it is run once a release.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from dateline.extract.classifier.layout import TYPES

ROOT: Final = Path(__file__).parents[1]
CONFUSION: Final = ROOT / "src/dateline/extract/classifier/data/confusion.tsv"
PAGE: Final = ROOT / "docs/explanation/error-rates.md"
Scores = Mapping[str, Any]


def evaluated(gold: str) -> Scores:
    """What ``dateline evaluate`` finds."""
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "evaluate", gold, "--confusion", "--format", "json"], capture_output=True, text=True, check=True
    )
    scores: Scores = json.loads(done.stdout)
    return scores


def f1(scores: Scores, name: str) -> str:
    """An F1 with its interval."""
    found = scores["measures"][name]
    return f"{found['f1']:.2f} ({found['low']:.2f}-{found['high']:.2f})"


def figure(scores: Scores, name: str) -> str:
    """A mean or share with its interval."""
    found = scores["figures"][name]
    return f"{found['value']:.2f} ({found['low']:.2f}-{found['high']:.2f})"


def by_type(test: Scores) -> str:
    """Rows of the types, best first."""
    acts: Counter[str] = Counter()
    for row in test["confusion"]:
        acts[row["gold"]] += row["count"]
    found = sorted(((test["measures"][name], name) for name in TYPES), key=lambda one: -one[0]["f1"])
    return "".join(
        f"| {name} | {one['precision']:.2f} | {one['recall']:.2f} | {one['f1']:.2f} | {one['low']:.2f}-{one['high']:.2f} | {acts[name]} |\n"
        for one, name in found
    )


def by_field(test: Scores, news: Scores) -> str:
    """Rows of the fields, on both kinds of text."""
    rows = (
        ("trigger and type, F1", f1(test, "trigger+type"), f1(news, "trigger+type")),
        ("(actor country, type, recipient country), F1", f1(test, "triple"), f1(news, "triple")),
        ("type, mean F1 over types", figure(test, "type macro-F1"), "not given: too few acts of most types"),
        ("attributed, F1", f1(test, "attributed"), f1(news, "attributed")),
        ("negated, F1 (14 acts)", f1(test, "negated"), ""),
        ("not certain, F1 (9 acts)", f1(test, "not certain"), f1(news, "not certain")),
        ("status, mean F1", figure(test, "status macro-F1"), ""),
        ("modes, mean F1", figure(test, "modes macro-F1"), figure(news, "modes macro-F1")),
        ("speaker's country, share right", figure(test, "speaker country accuracy"), ""),
        ("date, share right", figure(test, "date accuracy"), figure(news, "date accuracy")),
        ("place, share right", figure(test, "place accuracy"), figure(news, "place accuracy")),
        (
            "confidence, expected calibration error",
            f"{test['figures']['calibration error']['value']:.2f}",
            f"{news['figures']['calibration error']['value']:.2f}",
        ),
    )
    return "".join(f"| {' | '.join(row)} |\n".replace("|  |", "| |") for row in rows)


def table(text: str, head: str, rows: str) -> str:
    """A page with the rows of the table exchanged whose first line starts with ``head``."""
    return replaced(text, rf"(\| {head}.*\n\|---.*\n)(\|.*\n)+", lambda found: found[1] + rows)


def replaced(text: str, pattern: str, by: Callable[[re.Match[str]], str]) -> str:
    """The text with the one place that fits exchanged."""
    text, count = re.subn(pattern, by, text, count=1)
    if not count:
        raise SystemExit(f"nothing fits {pattern!r}: the page was rewritten, mend this script")
    return text


def edit(path: Path, *changes: tuple[str, Callable[[re.Match[str]], str]]) -> None:
    """Exchange places of a page."""
    text = path.read_text("utf-8")
    for pattern, by in changes:
        text = replaced(text, pattern, by)
    path.write_text(text, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--test", required=True, help="the corpus test split in gold form")
    parser.add_argument("--news", required=True, help="the development news in gold form")
    options = parser.parse_args()
    test, news = evaluated(options.test), evaluated(options.news)
    CONFUSION.write_text("gold\tcoded\tcount\n" + "".join(f"{row['gold']}\t{row['coded']}\t{row['count']}\n" for row in test["confusion"]), "utf-8")
    page = table(PAGE.read_text("utf-8"), r"type \| precision", by_type(test))
    PAGE.write_text(table(page, "measure", by_field(test, news)), "utf-8")
    acts, triples = (tuple(f"{one['measures'][name]['f1']:.2f}" for one in (test, news)) for name in ("trigger+type", "triple"))
    edit(
        ROOT / "README.md",
        (r"(act at F1 )[\d.]+\d( on our)", lambda m: f"{m[1]}{acts[0]}{m[2]}"),
        (r"[\d.]+\d( on a small set of real news openings; with both countries right )[\d.]+\d( and )[\d.]+\d", lambda m: f"{acts[1]}{m[1]}{triples[0]}{m[2]}{triples[1]}"),
    )
    edit(ROOT / "docs/comparison.md", (r"(from raw text, test split, F1 \| )[\d.]+ \([\d.-]+\)", lambda m: m[1] + f1(test, "trigger+type")))


if __name__ == "__main__":
    main()
