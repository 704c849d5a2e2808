"""Events: mentions merged as the gold clusters say, from gold records and from raw text; and the time for up to a million.

    python bench/events.py [--half open|sealed] [--cases clusters|same_act]
                                                    score gold records with the packaged weights
    python bench/events.py --cross [--cases ...]    open half, each affair scored by weights of the others
    python bench/events.py --train                  write the packaged weights from the open halves
    python bench/events.py --raw [--half ...]       the same mentions as the coder finds them in the raw sentences
    python bench/events.py --speed [--least N] [--most N] [--workers N]
                                                    10^3 to N made-up mentions, seconds each, on one thread or two

The sealed half is scored rarely and never read.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, islice
from pathlib import Path

import numpy as np

from dateline.evaluation.clusters import ClusterScore, score_clusters
from dateline.extract.dates import Context, find_dates
from dateline.merge.blocking import candidate_pairs
from dateline.merge.cluster import cluster
from dateline.merge.columns import Columns, to_columns
from dateline.merge.features import UNLEARNED, excluded, pair_features
from dateline.merge.item import MergeItem, Number, hints_of
from dateline.merge.scorer import Weights
from dateline.merge.threads import usable
from dateline.merge.types import compatible, type_names

ROOT = Path(__file__).resolve().parent.parent
WEIGHTS = ROOT / "src" / "dateline" / "merge" / "data" / "pair_weights.tsv"
#: Strength of the ridge penalty; 0.5, 0.8 and 1 differ by less than a point in cross-validation.
RIDGE = 0.8
#: Sets of gold mentions: news of many affairs, and acts of one kind and pair that are or are not the same.
CASES = ("clusters", "same_act", "same_verb")
#: Draws of affairs for the interval.
DRAWS = 1000


@dataclass(frozen=True, slots=True)
class Gold:
    """Gold mentions with their clusters and affairs, in the order of the mentions' ids."""

    items: tuple[MergeItem, ...]
    clusters: tuple[str, ...]
    affairs: tuple[str, ...]
    rows: tuple[dict[str, object], ...]


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None


def _place(value: object) -> tuple[str | None, str | None]:
    if not value:
        return None, None
    name, _, country = str(value).partition("/")
    alone = len(name) == 3 and name.isupper()
    return name.lower(), country or (name if alone else None)


def _item(row: dict, sentence: int) -> MergeItem:
    published = _day(row["published"])
    first, _, last = str(row["event_date"] or "").partition("/")
    place, country = _place(row["place"])
    number = row["quantity"]
    found = find_dates(row["sentence"], Context(published))
    return MergeItem(
        mention_id=row["id"],
        doc_id=row["document"],
        sentence=sentence,
        text=row["sentence"],
        trigger=row["trigger"],
        type=row["type"],
        actors=tuple(row["actor"]),
        recipients=tuple(row["recipient"]),
        first=_day(first),
        last=_day(last or first),
        hints=hints_of((one.earliest, one.latest) for one in found),
        published=published,
        place=place,
        place_country=country,
        numbers=(Number(float(number["value"]), number["counts"]),) if number else (),
        planned=row.get("status") == "planned",
    )


def load_gold(half: str, cases: str = "clusters") -> Gold:
    """The gold mentions of a half."""
    path = ROOT / "tests" / "cases" / f"{cases}.{half}.jsonl"
    rows = sorted((json.loads(line) for line in path.read_text("utf-8").splitlines()), key=lambda row: row["id"])
    sentences: dict[tuple[str, str], int] = {}
    items = [_item(row, sentences.setdefault((row["document"], row["sentence"]), len(sentences))) for row in rows]
    return Gold(tuple(items), tuple(row["cluster"] for row in rows), tuple(row["affair"] for row in rows), tuple(rows))


def joined(*parts: Gold) -> Gold:
    """Several sets of gold mentions as one."""
    rows = sorted(
        ((item, cluster, affair, row) for one in parts for item, cluster, affair, row in zip(one.items, one.clusters, one.affairs, one.rows, strict=True)),
        key=lambda row: row[0].mention_id,
    )
    return Gold(*(tuple(column) for column in zip(*rows, strict=True)))


def score_gold(gold: Gold, weights: Weights | None = None) -> ClusterScore:
    """Scores of the gold records merged in one pool."""
    events, _ = cluster(to_columns(gold.items), weights)
    return score_clusters(gold.clusters, events.tolist())


def train(columns: Columns, clusters: Sequence[str], rows: np.ndarray) -> Weights:
    """Weights from the candidate pairs among some rows."""
    from scipy.optimize import minimize

    part = columns.take(rows)
    labels = np.array(clusters)[rows]
    left, right = np.triu_indices(len(rows), 1)
    fits = compatible()[part.type[left], part.type[right]]
    left, right = left[fits], right[fits]
    features = pair_features(part, left, right)
    kept = features["share a party"] & ~excluded(features)
    names = [name for name in features if name not in UNLEARNED]
    table = np.stack([features[name][kept].astype(float) for name in names], axis=1)
    sign = np.where(labels[left[kept]] == labels[right[kept]], 1.0, -1.0)

    def loss(point: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (table @ point[:-1] + point[-1])
        slope = -sign / (1 + np.exp(margin))
        gradient = np.append(table.T @ slope + RIDGE * point[:-1], slope.sum())
        return float(np.logaddexp(0, -margin).sum() + RIDGE / 2 * (point[:-1] ** 2).sum()), gradient

    point = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 1000}).x
    used = table.any(axis=0)
    of = {name: round(float(value), 3) for name, value, hit in zip(names, point, used, strict=False) if hit}
    return Weights(round(float(point[-1]), 3), of)


def cross(gold: Gold, more: Gold | None = None) -> ClusterScore:
    """Each affair merged by weights that the other affairs gave, and ``more``, which is trained on only."""
    wanted = sorted(set(gold.affairs))
    size = len(gold.items)
    if more is not None:
        gold = Gold(gold.items + more.items, gold.clusters + more.clusters, gold.affairs + more.affairs, gold.rows + more.rows)
    columns = to_columns(gold.items)
    affairs = np.array(gold.affairs)
    found: list[object] = [None] * size
    for affair in wanted:
        weights = train(columns, gold.clusters, np.flatnonzero(affairs != affair))
        rows = np.flatnonzero(affairs == affair)
        events, _ = cluster(columns.take(rows), weights)
        for row, event in zip(rows, events, strict=True):
            found[row] = (affair, int(event))
    return score_clusters(gold.clusters[:size], found)


def interval(gold: Gold, found: Sequence[object], seed: int = 0) -> tuple[tuple[float, float], tuple[float, float]]:
    """95% intervals of B-cubed F1 and pairwise precision, by draws of affairs."""
    draw = random.Random(seed)
    names = sorted(set(gold.affairs))
    members = {name: [i for i, affair in enumerate(gold.affairs) if affair == name] for name in names}
    scores = []
    for _ in range(DRAWS):
        rows = [(n, i) for n, name in enumerate(draw.choices(names, k=len(names))) for i in members[name]]
        scores.append(score_clusters([(n, gold.clusters[i]) for n, i in rows], [(n, found[i]) for n, i in rows]))
    low, high = int(0.025 * DRAWS), int(0.975 * DRAWS)
    first, second = sorted(s.b_f1 for s in scores), sorted(s.pair_precision for s in scores)
    return (first[low], first[high]), (second[low], second[high])


def raw_events(gold: Gold) -> tuple[list[int | None], int]:
    """The event that the coder's mention at each gold trigger gets from raw text, ``None`` where it codes none there."""
    from dateline.evaluation.gold import plain_document
    from dateline.merge.item import to_item
    from dateline.pipeline import Pipeline

    texts: dict[str, list[str]] = {}
    published: dict[str, str | None] = {}
    for item in gold.items:
        known = texts.setdefault(item.doc_id, [])
        if item.text not in known:
            known.append(item.text)
        published[item.doc_id] = item.published.isoformat() if item.published else None
    documents = [plain_document(name, " ".join(sentences), published[name]) for name, sentences in texts.items()]
    items, at = [], {}
    for coded in Pipeline().code(documents):
        for mention in coded.mentions:
            days = find_dates(mention.sentence.text, Context(coded.document.published))
            items.append(to_item(mention, coded.document.published, hints_of((one.earliest, one.latest) for one in days)))
            at.setdefault(coded.document.input_id, []).append((mention.trigger.span, mention.mention_id))
    items.sort(key=lambda one: one.mention_id)
    events, _ = cluster(to_columns(items))
    event_of = {one.mention_id: int(event) for one, event in zip(items, events, strict=True)}
    found: list[int | None] = []
    for item in gold.items:
        start = " ".join(texts[item.doc_id]).index(item.text) + item.text.index(item.trigger)
        end = start + len(item.trigger)
        hits = [mention for span, mention in at.get(item.doc_id, ()) if span.start < end and start < span.end]
        found.append(event_of[hits[0]] if hits else None)
    return found, len(items)


def raw(gold: Gold, half: str) -> int:
    """Print the scores from raw text."""
    found, coded = raw_events(gold)
    rows = [row for row, event in enumerate(found) if event is not None]
    print(f"{half} half, raw text: {coded} mentions coded; {len(rows)} of {len(found)} gold triggers among them")
    show("  these", score_clusters([gold.clusters[row] for row in rows], [found[row] for row in rows]))
    alone = [("none", row) if event is None else event for row, event in enumerate(found)]
    show("  all, those not coded alone", score_clusters(gold.clusters, alone))
    return 0


def show(name: str, score: ClusterScore) -> None:
    """One line."""
    print(
        f"{name}: B-cubed F1 {score.b_f1:.3f} (P {score.b_precision:.3f}, R {score.b_recall:.3f}), "
        f"pairwise P {score.pair_precision:.3f}, R {score.pair_recall:.3f}"
    )


def blocked(gold: Gold) -> float:
    """Share of the gold pairs that blocking offers for comparison."""
    columns = to_columns(gold.items)
    offered = {(int(a), int(b)) for left, right in candidate_pairs(columns) for a, b in zip(left, right, strict=True)}
    size = len(gold.items)
    wanted = [(i, j) for i in range(size) for j in range(i + 1, size) if gold.clusters[i] == gold.clusters[j]]
    return sum(pair in offered for pair in wanted) / len(wanted)


def write_weights(weights: Weights) -> None:
    """Write the packaged weights."""
    head = "# log-odds that two mentions report one act; made by bench/events.py --train on tests/cases/clusters.open.jsonl and same_act.open.jsonl\n"
    lines = [f"bias\t{weights.bias}\n", *(f"{name}\t{value}\n" for name, value in weights.of.items())]
    WEIGHTS.write_text(head + "".join(lines), encoding="utf-8")


#: Made-up news: mentions a day over all countries, and how many of them report one act (a few acts fill the papers for days).
MENTIONS_A_DAY = 270
#: Sentences made into columns at a time, so that a million need not be held.
COLUMN_CHUNK = 20_000


@dataclass(frozen=True, slots=True)
class _Act:
    """A made-up act that several statements report."""

    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    day: date
    place: str
    words: tuple[str, ...]
    number: float


def _vocabulary() -> tuple[list[str], list[float], list[str]]:
    from dateline.merge.words import _frequencies

    found = sorted(_frequencies().items())
    countries = [f"C{number:02d}" for number in range(180)]
    return [word for word, _ in found], list(accumulate(float(np.exp(-value)) for _, value in found)), countries


def made_up(size: int, seed: int = 1) -> Iterator[tuple[MergeItem, int]]:
    """``size`` statements with the number of the act that each reports: parties, types and reports an act by Zipf's law."""
    draw = random.Random(seed)
    words, shares, countries = _vocabulary()
    zipf = [1 / (rank + 1) for rank in range(len(countries))]
    types = type_names()
    type_shares = [1 / (rank + 1) for rank in range(len(types))]
    made = act_number = 0
    while made < size:
        actor, recipient = draw.choices(countries, zipf, k=2)
        day = date(2000, 1, 1) + timedelta(days=made // MENTIONS_A_DAY)
        own = tuple(draw.choices(words, cum_weights=shares, k=9))
        act = _Act(draw.choices(types, type_shares)[0], (actor,), (recipient,), day, f"{recipient} town {draw.randrange(30)}", own, draw.randint(1, 99))
        reports = min(int(draw.paretovariate(1.1)), 300, size - made)
        for _ in range(reports):
            yield _report(act, made, draw, words, shares), act_number
            made += 1
        act_number += 1


def _report(act: _Act, number: int, draw: random.Random, words: Sequence[str], shares: Sequence[float]) -> MergeItem:
    told = draw.random() < 0.5
    lag = min(int(draw.expovariate(0.3)), 60)
    text = [*draw.sample(act.words, 6), *draw.choices(words, cum_weights=shares, k=12)]
    draw.shuffle(text)
    return MergeItem(
        mention_id=f"{number:08d}",
        doc_id=f"d{number // 4}",
        sentence=number % 4,
        text=" ".join(text),
        trigger=text[0],
        type=act.type,
        actors=act.actors,
        recipients=act.recipients if draw.random() < 0.7 else (),
        first=act.day if told else None,
        last=act.day if told else None,
        published=act.day + timedelta(days=lag),
        place=act.place if draw.random() < 0.4 else None,
        place_country=act.recipients[0],
        numbers=(Number(float(act.number), "troops"),) if draw.random() < 0.3 else (),
    )


Seconds = tuple[float, float]


def _now() -> Seconds:
    return time.perf_counter(), time.process_time()


def _since(start: Seconds) -> Seconds:
    clock, processor = _now()
    return clock - start[0], processor - start[1]


def made_up_columns(size: int) -> tuple[Columns, np.ndarray, Seconds]:
    """The columns of made-up statements, the number of each one's act, and the time that the columns took without making up the text."""
    parts, acts = [], []
    clock = processor = 0.0
    statements = made_up(size)
    while batch := list(islice(statements, COLUMN_CHUNK)):
        acts += [act for _, act in batch]
        start = _now()
        parts.append(to_columns([item for item, _ in batch]))
        took = _since(start)
        clock, processor = clock + took[0], processor + took[1]
    return Columns.joined(parts), np.array(acts), (clock, processor)


@dataclass(frozen=True, slots=True)
class Timed:
    """Seconds on the clock and of one processor, for the columns and for merging."""

    columns: Seconds
    merging: Seconds
    events: int
    score: ClusterScore


def timed(size: int, workers: int) -> Timed:
    """Merge ``size`` made-up mentions."""
    columns, acts, making = made_up_columns(size)
    start = _now()
    events, _ = cluster(columns, workers=workers)
    merging = _since(start)
    return Timed(making, merging, len(np.unique(events)), score_clusters(acts.tolist(), events.tolist()))


def speed(size: int, most: int, workers: int) -> int:
    """Print the time for ``size``, ten times as many ... made-up mentions."""
    import resource

    while size <= most:
        one = timed(size, workers)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(
            f"{size:>9} mentions: columns {one.columns[0]:.1f} s ({one.columns[1]:.1f} of a processor), merging on {workers} {one.merging[0]:.1f} s"
            f" ({one.merging[1]:.1f} of a processor), {one.events} events, {memory:.2f} GB",
            flush=True,
        )
        show("          made-up acts", one.score)
        size *= 10
    return 0


def main(argv: Sequence[str] | None = None) -> int:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", default="open", choices=("open", "sealed"))
    parser.add_argument("--cases", default="clusters", choices=CASES)
    for flag in ("--cross", "--train", "--raw", "--speed"):
        parser.add_argument(flag, action="store_true")
    parser.add_argument("--least", type=int, default=10**3)
    parser.add_argument("--most", type=int, default=10**6)
    parser.add_argument("--workers", type=int, default=usable())
    given = parser.parse_args(argv)
    if given.speed:
        return speed(given.least, given.most, given.workers)
    if given.train:
        taught = joined(*(load_gold("open", cases) for cases in CASES))
        write_weights(train(to_columns(taught.items), taught.clusters, np.arange(len(taught.items))))
    gold = load_gold(given.half, given.cases)
    if given.raw:
        return raw(gold, given.half)
    if given.cross:
        other = joined(*(load_gold("open", cases) for cases in CASES if cases != given.cases))
        show("open half, cross-validated by affair", cross(load_gold("open", given.cases), other))
        return 0
    events, _ = cluster(to_columns(gold.items))
    show(f"{given.half} half, gold records", score_clusters(gold.clusters, events.tolist()))
    (low, high), (low2, high2) = interval(gold, events.tolist())
    print(f"  95% by draws of affairs: B-cubed F1 {low:.3f} to {high:.3f}, pairwise P {low2:.3f} to {high2:.3f}")
    print(f"  pairs offered by blocking: {blocked(gold):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
