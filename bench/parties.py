"""Which side of an act is wrong, and how, on the passages held out of the coder's training, from raw text.

    python bench/parties.py [--model FOLDER] [--news FILE] [--list N] [--seed N]

Of the annotated acts that the coder finds with the right type: how many have both sides right, and for each side that is not, what went wrong
(:func:`fault`) by the kind of its phrase (:func:`kind_of`). Before that the figures of ``dateline evaluate`` on the same passages, and on ``--news`` (a
gold file). ``--list`` prints so many wrong sides drawn at random, with their passage up to the act.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.evaluation import Report, evaluate_documents, load_gold, match_document
from dateline.evaluation.gold import EMPTY, GoldDocument, gold_mention, plain_document, predicted
from dateline.extract.attribution import is_office
from dateline.pipeline import CodeOptions, Pipeline
from dateline.training.corpus import load_corpus
from dateline.training.dataset import is_held_out
from dateline.training.notation import Passage
from dateline.types import EventMention, Mention, Participant, Phrase, PhraseForm, Span

ROOT = Path(__file__).resolve().parent.parent
ROWS = ("trigger+type", "actor country", "recipient country", "triple")
PRONOUNS = frozenset("he him his she her it its they them their we us our who which that this these those both".split())
Party = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A side with a wrong country: passage, act, role, what is wrong, the kind of its phrase, and what was wanted and found."""

    passage: Passage
    act: EventMention
    role: str
    fault: str
    kind: str
    gold: Sequence[Party]
    found: Sequence[Participant]


def held_out(folder: Path) -> list[Passage]:
    """The passages that no coder is trained on."""
    return [p for file in load_corpus(folder) for p in file.passages if is_held_out(p.text)]


def gold_of(passage: Passage) -> list[dict[str, object]]:
    """The annotated acts of a passage."""
    return [m for sentence in passage.sentences for m in sentence.mentions]


def report_of(gold: Sequence[GoldDocument], coded: Sequence[Sequence[EventMention]]) -> Report:
    """The figures of ``dateline evaluate``, without intervals."""
    return evaluate_documents(gold, [[predicted(m) for m in found] for found in coded], draws=1)


def wrong_sides(passages: Sequence[Passage], coded: Sequence[Sequence[EventMention]]) -> tuple[int, int, list[Wrong]]:
    """How many acts have the right type, how many of them both sides, and the wrong sides."""
    acts = right = 0
    found: list[Wrong] = []
    for passage, mentions in zip(passages, coded, strict=True):
        rows = gold_of(passage)
        gold, ours = [gold_mention(row) for row in rows], [predicted(m) for m in mentions]
        for wanted, got in match_document(gold, ours).pairs:
            if wanted.type != got.type:
                continue
            row = rows[next(i for i, one in enumerate(gold) if one is wanted)]
            act = mentions[next(i for i, one in enumerate(ours) if one is got)]
            here = list(_compare(passage, row, act))
            acts, right = acts + 1, right + (not here)
            found += here
    return acts, right, found


def _compare(passage: Passage, row: Mapping[str, object], act: EventMention) -> Iterator[Wrong]:
    for role, ours in (("actors", act.actors), ("recipients", act.recipients)):
        rows = row[role]
        gold = rows if isinstance(rows, list) else []
        if _codes([p["country"] for p in gold]) != _codes([p.country for p in ours]):
            yield Wrong(passage, act, role, fault(gold, ours, act), kind_of(gold, ours), gold, ours)


def _codes(codes: Sequence[object]) -> frozenset[object]:
    return frozenset(code or EMPTY for code in codes) or frozenset({EMPTY})


def fault(gold: Sequence[Party], ours: Sequence[Participant], act: EventMention) -> str:
    """What is wrong with a side whose countries differ."""
    wanted = {p["country"] for p in gold if p["country"]}
    got = {p.country for p in ours if p.country}
    if not wanted:
        return "a country where the annotation has none" + ("" if gold else ", nor anybody")
    if len(wanted) > 1 or len(got) > 1:
        return "several countries, some missed" if got < wanted else "several countries, some too many" if got > wanted else "several countries, others"
    if not ours:
        here = any(act.sentence.span.contains(_span(p)) for p in gold)
        return "nobody found, party in the sentence" if here else "nobody found, party in an earlier sentence"
    if any(p.span.overlaps(_span(g)) for p in ours for g in gold):
        return "right phrase, other country" if got else "right phrase, no country"
    return "other phrase" if got else "other phrase, no country"


def _span(party: Party) -> Span:
    span = party["span"]
    assert isinstance(span, list)
    return Span(*span)


def kind_of(gold: Sequence[Party], ours: Sequence[Participant]) -> str:
    """The kind of the annotated phrase, of the one found where none is annotated."""
    words = [str(p["text"]) for p in gold] or [p.text for p in ours]
    if not words:
        return "none"
    text, head = words[0], words[0].rpartition(" ")[2]
    if text.lower() in PRONOUNS:
        return "pronoun"
    if is_office(Phrase(Mention(text, Span(0, len(text))), head.lower(), PhraseForm.NOMINAL)):
        return "office"
    if head[:1].isupper():
        return "name"
    return "plural noun" if head.endswith("s") or head in {"people", "police", "men", "women"} else "noun"


def table(found: Sequence[Wrong]) -> Iterator[str]:
    """The faults by role and kind of phrase."""
    kinds = ("name", "office", "noun", "plural noun", "pronoun", "none")
    yield "| side | fault | all | " + " | ".join(kinds) + " |"
    yield "|---" * (3 + len(kinds)) + "|"
    counts = Counter((one.role, one.fault) for one in found)
    cells = Counter((one.role, one.fault, one.kind) for one in found)
    for (role, name), count in sorted(counts.items(), key=lambda item: (item[0][0], -item[1])):
        yield f"| {role} | {name} | {count} | " + " | ".join(str(cells[role, name, kind] or "") for kind in kinds) + " |"


def shown(one: Wrong) -> str:
    """A wrong side with its passage up to the act, the act's trigger in brackets."""
    text, trigger = one.passage.text, one.act.trigger.span
    before = text[: trigger.start] + "[" + text[trigger.start : trigger.end] + "]" + text[trigger.end : one.act.sentence.span.end]
    gold = "; ".join(f"{p['text']} {p['country'] or EMPTY}" for p in one.gold) or "-"
    found = "; ".join(f"{p.text} {p.country or EMPTY} ({p.method})" for p in one.found) or "-"
    return f"{one.act.type} {one.role}: {one.fault} ({one.kind})\n  gold {gold} | found {found}\n  {before!r}"


def main() -> None:
    """Prints the figures, the table and the list."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--model", type=Path)
    arguments.add_argument("--news", type=Path)
    arguments.add_argument("--folder", type=Path, default=ROOT / "corpus" / "train")
    arguments.add_argument("--list", type=int, default=0)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    pipeline = Pipeline(CodeOptions(model=given.model))
    passages = held_out(given.folder)
    gold = [GoldDocument(str(i), p.text, p.date, tuple(map(gold_mention, gold_of(p)))) for i, p in enumerate(passages)]
    sets = [("held-out passages", gold), *((name.stem, load_gold(name)) for name in (given.news,) if name)]
    coded = []
    for title, documents in sets:
        found = pipeline.code([plain_document(d.id, d.text, d.published) for d in documents])
        coded.append([one.mentions for one in found])
        figures = {row.name: row.f1.value for row in report_of(documents, coded[-1]).rows}
        print(f"{title}: " + ", ".join(f"{name} {figures[name]:.3f}" for name in ROWS))
    acts, right, wrong = wrong_sides(passages, coded[0])
    print(f"{acts} acts with the right type, {right} with both sides right ({right / acts:.3f})\n")
    print("\n".join(table(wrong)))
    for one in random.Random(given.seed).sample(wrong, min(given.list, len(wrong))):
        print("\n" + shown(one))


if __name__ == "__main__":
    main()
