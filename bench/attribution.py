"""How acts are told: attribution, certainty, negation, status and contexts, each figure beside the majority class, with confusion tables.

    python bench/attribution.py [--dev FOLDER] [--model FOLDER] [--deletion] [--rows N]

Measures the corpus test split and, where it is present, ``news_dev.jsonl`` of ``--dev``, on matched mentions of the right type, from raw text.
``--deletion`` takes away the own weights of one entry of the word lists at a time and prints the falls of more than a point in any figure on acts
of held-out passages (the entry stays in its list, so its class and the frames it opens remain); ``--rows`` limits the entries tried.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from dateline.evaluation import load_gold, match_document
from dateline.evaluation.gold import GoldDocument, GoldMention, plain_document, predicted
from dateline.extract import combine
from dateline.pipeline import CodeOptions, Pipeline
from dateline.training.corpus import gold_rows, load_corpus
from dateline.training.dataset import is_held_out
from dateline.training.telling import Told, best_frame, told_acts
from dateline.types import Coded

ROOT = Path(__file__).resolve().parent.parent
#: A deletion may cost this much of a figure.
MOST = 0.01
Pair = tuple[GoldMention, GoldMention]


def pairs_of(gold: Sequence[GoldDocument], coded: Sequence[Coded]) -> list[Pair]:
    """Matched mentions of the right type."""
    found = []
    for document, one in zip(gold, coded, strict=True):
        matched = match_document(document.mentions, [predicted(m) for m in one.mentions])
        found += [(g, f) for g, f in matched.pairs if g.type == f.type]
    return found


def f1(pairs: Sequence[tuple[object, object]], label: object) -> float:
    """F1 of one label over (gold, found) pairs; 0 where it never occurs."""
    hits = sum(g == f == label for g, f in pairs)
    total = sum(g == label for g, _ in pairs) + sum(f == label for _, f in pairs)
    return 2 * hits / total if total else 0.0


def judgements(pairs: Sequence[Pair]) -> dict[str, list[tuple[object, object]]]:
    """(gold, found) of each judgement where the gold gives it."""
    return {
        "negated": [(g.negated, f.negated) for g, f in pairs if g.negated is not None],
        "not certain": [(g.certainty != "certain", f.certainty != "certain") for g, f in pairs if g.certainty is not None],
        "attributed": [(g.attributed, f.attributed) for g, f in pairs if g.attributed is not None],
        "status": [(g.status, f.status) for g, f in pairs if g.status is not None],
    }


def rows(pairs: Sequence[Pair]) -> Iterator[str]:
    """The table of figures, each beside what the majority class reaches."""
    table = judgements(pairs)
    yield "| figure | value | majority class | gold items |"
    yield "|---|---|---|---|"
    for name in ("negated", "not certain", "attributed"):
        usual = Counter(g for g, _ in table[name]).most_common(1)[0][0] if table[name] else False
        majority = f1([(g, usual) for g, _ in table[name]], True)
        yield f"| F1 {name} | {f1(table[name], True):.3f} | {majority:.3f} | {sum(bool(g) for g, _ in table[name])} |"
    labels = sorted({str(g) for g, _ in table["status"]})
    macro = sum(f1(table["status"], label) for label in labels) / max(1, len(labels))
    usual = sum(f1([(g, "occurred") for g, _ in table["status"]], label) for label in labels) / max(1, len(labels))
    yield f"| status macro-F1 | {macro:.3f} | {usual:.3f} | {len(table['status'])} |"
    yield from _speakers(pairs)
    for name in ("not certain", "attributed", "status"):
        yield from confusion(name, table[name])


def _speakers(pairs: Sequence[Pair]) -> Iterator[str]:
    said = [(g, f) for g, f in pairs if f.attributed]
    spans = [(g.speaker, f.speaker) for g, f in said if g.speaker is not None]
    hits = sum(f is not None and f[0] < g[1] and g[0] < f[1] for g, f in spans)
    yield f"| speaker span overlap | {hits / max(1, len(spans)):.3f} | - | {len(spans)} |"
    countries = [(g.speaker_country, f.speaker_country) for g, f in said if g.speaker_country is not None]
    most = Counter(g for g, _ in countries).most_common(1)
    right = sum(g == f for g, f in countries)
    yield f"| speaker's country | {right / max(1, len(countries)):.3f} | {most[0][1] / len(countries) if most else 0:.3f} | {len(countries)} |"


def confusion(name: str, pairs: Sequence[tuple[object, object]]) -> Iterator[str]:
    """A table of gold labels (rows) against found ones."""
    labels = sorted({str(v) for pair in pairs for v in pair})
    counts = Counter((str(g), str(f)) for g, f in pairs)
    yield f"\n{name}: gold in rows, found in columns\n"
    yield "| | " + " | ".join(labels) + " |"
    yield "|---|" + "---|" * len(labels)
    for gold in labels:
        yield f"| {gold} | " + " | ".join(str(counts[gold, found]) for found in labels) + " |"


def contexts(wanted: Sequence[frozenset[str]], found: Sequence[frozenset[str]]) -> Iterator[str]:
    """Micro and macro F1 of the passages' context tags over all of a document's acts; the majority class is the most frequent tag."""
    names = sorted({name for tags in wanted for name in tags})
    usual = frozenset(name for name, _ in Counter(n for tags in wanted for n in tags).most_common(1))
    for title, guess in (("contexts", found), ("contexts, majority class", [usual] * len(wanted))):
        hits = sum(len(w & g) for w, g in zip(wanted, guess, strict=True))
        micro = 2 * hits / max(1, sum(map(len, wanted)) + sum(map(len, guess)))
        macro = sum(f1([(n in w, n in g) for w, g in zip(wanted, guess, strict=True)], True) for n in names) / max(1, len(names))
        yield f"| {title} | micro F1 {micro:.3f} | macro F1 {macro:.3f} | {sum(map(len, wanted))} tags |"


def report(title: str, gold: Sequence[GoldDocument], coded: Sequence[Coded]) -> Iterator[str]:
    yield f"\n### {title}\n"
    yield from rows(pairs_of(gold, coded))


def figures(acts: Sequence[Told], use: combine.Tables) -> dict[str, float]:
    """The figures on annotated acts (gold triggers and types), without reading or coding anything."""
    told = [(a.attributed, combine.attributed(best_frame(a, use.weights), a.odds, use)) for a in acts]
    chosen = {j: [(a.labels[j], combine.chosen(j, a.features, a.odds, use)) for a in acts] for j in combine.LABELS}
    certain = [(g != "certain", f != "certain") for g, f in chosen["certainty"]]
    labels = combine.LABELS["status"]
    return {
        "attributed": f1(told, True),
        "negated": f1(chosen["negated"], "negated"),
        "not certain": f1(certain, True),
        "status": sum(f1(chosen["status"], label) for label in labels) / len(labels),
    }


def without(use: combine.Tables, word: str) -> combine.Tables:
    """Tables in which an entry of the word lists has no weight of its own: its ``word`` features are gone."""
    gone = f"word {word}"
    kept = {
        key: {name: w for name, w in weights.items() if name != gone and not name.startswith(f"{gone} ")} for key, weights in use.weights.items()
    }
    return combine.Tables(kept, use.combination)


def words_of(use: combine.Tables) -> list[str]:
    """The entries with weights of their own; all others act through their class alone."""
    return sorted({name.split()[1] for weights in use.weights.values() for name in weights if name.startswith("word ")})


def falls(acts: Sequence[Told], use: combine.Tables, words: Sequence[str]) -> Iterator[tuple[str, str, float]]:
    """(word, figure, fall) where deleting an entry costs more than :data:`MOST`."""
    whole = figures(acts, use)
    for word in words:
        for name, value in figures(acts, without(use, word)).items():
            if whole[name] - value > MOST:
                yield word, name, whole[name] - value


def _held_out(model: Path | None) -> list[Told]:
    from dateline.extract.classifier.coder import TrainedCoder

    passages = [p for file in load_corpus(ROOT / "corpus" / "train") for p in file.passages if is_held_out(p.text)]
    return list(told_acts(passages, TrainedCoder(model)))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--dev", type=Path, default=ROOT.parent / "shared" / "dev")
    arguments.add_argument("--model", type=Path)
    arguments.add_argument("--deletion", action="store_true")
    arguments.add_argument("--rows", type=int)
    given = arguments.parse_args()
    if given.deletion:
        use, acts = combine.tables(), _held_out(given.model)
        words = words_of(use)[: given.rows]
        found = list(falls(acts, use, words))
        print(f"{len(words)} entries deleted one at a time on {len(acts)} acts: {len(found)} falls of more than {MOST:.2f}")
        for word, name, fall in found:
            print(f"| {word} | {name} | -{fall:.3f} |")
        return
    pipeline = Pipeline(CodeOptions(model=given.model))
    files = load_corpus(ROOT / "corpus" / "test")
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "test.jsonl"
        path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in gold_rows(files)) + "\n", encoding="utf-8")
        gold = load_gold(path)
    coded = pipeline.code([plain_document(d.id, d.text, d.published) for d in gold])
    print("\n".join(report("Corpus test split, from raw text", gold, coded)))
    wanted = [frozenset(p.contexts) for file in files for p in file.passages]
    print("\n| figure | | | |\n|---|---|---|---|")
    print("\n".join(contexts(wanted, [frozenset(c for m in one.mentions for c in m.contexts) for one in coded])))
    news = given.dev / "news_dev.jsonl"
    if not news.exists():
        print(f"\n{news.name} is not here, not measured")
        return
    gold = load_gold(news)
    print("\n".join(report("Development news, from raw text", gold, pipeline.code([plain_document(d.id, d.text, d.published) for d in gold]))))


if __name__ == "__main__":
    main()
