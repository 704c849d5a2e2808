"""Which acts answer a trigger, on the hand-written response cases under ``tests/cases/response``, open and sealed halves apart.

    python bench/response.py [--half open|sealed] [--coded|--both] [--show] [--fit] [--leave-out]

Without ``--coded`` the acts are the labels' own (type, actor, recipient, date; the actor's phrase and sector as the parse and the
resolver read the sentence), so that what is measured is the response logic alone. The trigger's record is made from the query, the
day that the cases' README gives, and the first sentence from that day on that names both parties. With ``--coded`` the documents are
coded by the shipped coder; ``--both`` prints both. ``--show`` prints what failed (open half only), ``--fit`` prints weights fitted on the open half by
logistic regression, ``--leave-out`` judges each affair by weights fitted on the other two.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import numpy as np

from dateline.analyse.response import parse_trigger
from dateline.analyse.response import tables as tables_module
from dateline.analyse.response.judge import Scope, judge
from dateline.analyse.response.query import all_told, find_trigger
from dateline.analyse.response.report import place
from dateline.analyse.response.together import with_together
from dateline.analyse.response.values import Judged, Label, Trigger
from dateline.extract.parse import ParsedSentence, parse_documents
from dateline.extract.phrases import phrase_at
from dateline.merging import with_events
from dateline.pipeline import Pipeline
from dateline.read import read
from dateline.resolve import Resolver
from dateline.responses import origins_of
from dateline.types import Coded, Document, EventMention, Mention, Participant, Sentence, SentenceKind, Span, TimeRef

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases" / "response"
#: Days of the triggers, from the README of the cases.
DAYS = {
    **dict.fromkeys(("t01", "t02", "t03"), date(2031, 2, 10)),
    "t04": date(2031, 2, 26),
    **dict.fromkeys(("t05", "t06", "t07"), date(2030, 8, 13)),
    "t08": date(2030, 8, 20),
    **dict.fromkeys(("t09", "t10", "t11"), date(2032, 5, 4)),
    **dict.fromkeys(("t12", "t14"), date(2029, 10, 9)),
    "t13": date(2029, 10, 15),
    **dict.fromkeys(("t15", "t16"), date(2033, 3, 8)),
    "t17": date(2033, 3, 21),
    **dict.fromkeys(("t18", "t19"), date(2030, 1, 12)),
    "t20": date(2030, 1, 24),
}
#: Verbs that deny an act when they govern it; the labels carry the type of what was not done.
POSITIVE = ("response", "restraint")
BOOTSTRAP = 1000
Countries = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """A label."""

    trigger_id: str
    query: str
    actor: str
    since: str | None
    until: str | None
    document: str
    sentence: str
    trigger: str
    type: str
    recipient: tuple[str, ...]
    date: str
    label: str
    rung: str | None

    @property
    def affair(self) -> str:
        return self.document[:2]


@dataclass(frozen=True, slots=True)
class Answer:
    """A label with what the program says of it; ``None`` where the act was not coded (or its date lies before the trigger)."""

    row: Row
    found: Judged | None
    coded: bool

    @property
    def kept(self) -> bool:
        return self.found is not None and self.found.label in (Label.RESPONSE, Label.RESTRAINT) and Scope().sure(self.found)


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over labelled acts; domestic ones that are kept count as wrong."""

    right: int
    kept: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.kept if self.kept else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0


def rows_of(half: str) -> list[Row]:
    """The labels of a half."""
    lines = (CASES / f"labels.{half}.jsonl").read_text("utf-8").splitlines()
    return [Row(**{**json.loads(line), "recipient": tuple(json.loads(line)["recipient"])}) for line in lines]


@lru_cache(maxsize=2)
def documents_of(half: str) -> dict[str, Document]:
    """The documents of a half by file name."""
    return {path.name: read(path) for path in sorted((CASES / half).glob("*.md"))}


@lru_cache(maxsize=2)
def parsed_of(half: str) -> dict[str, tuple[ParsedSentence, ...]]:
    documents = documents_of(half)
    return dict(zip(documents, parse_documents(list(documents.values())), strict=True))


def _at(parsed: Sequence[ParsedSentence], offset: int) -> ParsedSentence:
    return next(one for one in parsed if one.sentence.span.start <= offset < one.sentence.span.end)


def offset_of(row: Row, document: Document) -> int:
    """Where the act's words begin in the document."""
    return document.text.index(row.sentence) + row.sentence.index(row.trigger)


def actor_phrase(sentence: ParsedSentence, offset: int) -> Mention | None:
    """The subject of the act's verb, or of the verb it hangs on; where the parse has none, the words before the act."""
    token = next((one for one in sentence.tokens if one.start <= offset < one.end), None)
    chain = [token, *sentence.ancestors(token.i)] if token is not None else []
    for one in chain:
        for subject in sentence.kids(one.i, "nsubj", "nsubjpass"):
            phrase = phrase_at(sentence, subject.i)
            if phrase is not None:
                return phrase.mention
    before = sentence.sentence.text[: offset - sentence.sentence.span.start]
    start = before.rfind(",") + 1
    words = before[start:].strip()
    if not words:
        return None
    at = sentence.sentence.span.start + start + before[start:].index(words)
    return Mention(words, Span(at, at + len(words)))


def actor_of(row: Row, sentence: ParsedSentence, offset: int, resolver: Resolver, on: date | None) -> Participant:
    """The actor with the label's country and the sector that the resolver reads."""
    mention = actor_phrase(sentence, offset) or Mention(row.trigger, Span(offset, offset + len(row.trigger)))
    chosen = resolver.actor(mention.text, on=on).chosen
    sectors = chosen.sectors if chosen is not None else ()
    return Participant(mention.text, mention.span, chosen.entity if chosen else None, row.actor, sectors[0] if sectors else None, sectors, 1.0)


def gold_mentions(half: str, resolver: Resolver) -> dict[str, tuple[EventMention, ...]]:
    """The labelled acts as records, by document; rows of one act are one record, its actors joined."""
    documents, parsed = documents_of(half), parsed_of(half)
    found: dict[tuple[str, int], EventMention] = {}
    for row in rows_of(half):
        document = documents[row.document]
        offset = offset_of(row, document)
        sentence = _at(parsed[row.document], offset)
        actor = actor_of(row, sentence, offset, resolver, document.published)
        known = found.get((row.document, offset))
        if known is not None:
            actors = known.actors if any(one.country == row.actor for one in known.actors) else (*known.actors, actor)
            found[row.document, offset] = replace(known, actors=actors)
            continue
        found[row.document, offset] = _mention(row, document, sentence.sentence, offset, actor)
    grouped: dict[str, list[EventMention]] = {name: [] for name in documents}
    for (name, _), mention in sorted(found.items()):
        grouped[name].append(mention)
    return {name: tuple(group) for name, group in grouped.items()}


def _mention(row: Row, document: Document, sentence: Sentence, offset: int, actor: Participant) -> EventMention:
    day = date.fromisoformat(row.date)
    span = Span(offset, offset + len(row.trigger))
    identity = f"{document.doc_id[:8]}{offset:08x}"
    recipients = tuple(Participant(row.trigger, span, None, code, "GOV", ("GOV",), 1.0) for code in row.recipient)
    negated = row.label == "restraint" and row.type != "REJECT"
    return EventMention(
        identity, identity, document.doc_id, document.input_id, sentence, Mention(row.trigger, span), row.type,
        actors=(actor,), recipients=recipients, date=TimeRef(day, day, "day", "explicit"), negated=negated, confidence=1.0,
    )  # fmt: skip


def trigger_mention(row: Row, half: str, countries: Countries) -> tuple[str, EventMention]:
    """The trigger's record: the first sentence from its day on that names both parties, in the words of the query."""
    actor, kind, other = row.query.split()
    day = DAYS[row.trigger_id]
    documents, parsed = documents_of(half), parsed_of(half)
    later = sorted((doc.published, name) for name, doc in documents.items() if name[:2] == row.affair and doc.published and doc.published >= day)
    for _, name in later:
        for one in parsed[name]:
            if one.sentence.kind is SentenceKind.BODY and {actor, other} <= set(countries(one.sentence.text)):
                span = Span(one.sentence.span.start, one.sentence.span.start + 1)
                word = Mention(one.sentence.text[:1], span)
                who, whom = (Participant(word.text, span, None, code, "GOV", ("GOV",), 1.0) for code in (actor, other))
                identity = f"{documents[name].doc_id[:8]}trigger{row.trigger_id[1:]}"
                return name, EventMention(
                    identity, identity, documents[name].doc_id, documents[name].input_id, one.sentence, word, kind,
                    actors=(who,), recipients=(whom,), date=TimeRef(day, day, "day", "explicit"),
                )  # fmt: skip
    raise LookupError(f"no sentence names the parties of {row.query}")


def gold_coded(half: str, first: Row, mentions: dict[str, tuple[EventMention, ...]], countries: Countries) -> list[Coded]:
    """The documents of an affair with the labelled acts and the trigger's record."""
    at, trigger = trigger_mention(first, half, countries)
    found = []
    for name, document in documents_of(half).items():
        if name[:2] == first.affair:
            acts = (*((trigger,) if name == at else ()), *mentions[name])
            sentences = tuple(one.sentence for one in parsed_of(half)[name])
            found.append(Coded(document, sentences, tuple(sorted(acts, key=lambda one: one.trigger.span))))
    return found


def machine_coded(half: str, affair: str, coded: Sequence[Coded]) -> list[Coded]:
    names = {doc.doc_id for name, doc in documents_of(half).items() if name[:2] == affair}
    return list(with_events([one for one in coded if one.document.doc_id in names]))


def _find(row: Row, judged: Sequence[Judged], coded: Sequence[Coded], document: Document) -> Answer:
    start = offset_of(row, document)
    span = Span(start, start + len(row.trigger))
    fits = [
        one for one in judged
        if one.actor == row.actor and one.told.document.doc_id == document.doc_id and one.told.mention.trigger.span.overlaps(span)
    ]  # fmt: skip
    there = any(
        mention.trigger.span.overlaps(span)
        for item in coded if item.document.doc_id == document.doc_id for mention in item.mentions
        if any(party.country == row.actor for party in mention.actors)
    )  # fmt: skip
    best = max(fits, key=lambda one: one.score, default=None)
    return Answer(row, best, there)


def answers(half: str, resolver: Resolver, *, coded: bool = False) -> list[Answer]:
    """The program's word on every label of a half."""
    rows = rows_of(half)
    mentions = {} if coded else gold_mentions(half, resolver)
    machine = Pipeline().code(list(documents_of(half).values())) if coded else []
    found = []
    for name in sorted({row.trigger_id for row in rows}):
        own = [row for row in rows if row.trigger_id == name]
        query = parse_trigger(own[0].query, since=_day(own[0].since), until=_day(own[0].until))
        items = machine_coded(half, own[0].affair, machine) if coded else gold_coded(half, own[0], mentions, resolver.countries_in)
        told = all_told(items)
        trigger = find_trigger(query, told if coded else [one for one in told if "trigger" in one.mention.mention_id])
        judged = _judged(trigger, items, resolver.countries_in)
        found += [_find(row, judged, items, documents_of(half)[row.document]) for row in own]
    return found


def _judged(trigger: Trigger | None, items: Sequence[Coded], countries: Countries) -> tuple[Judged, ...]:
    if trigger is None:
        return ()
    placed = place(judge(trigger, items, all_told(items), countries), trigger, countries)
    return with_together(placed, Scope(), origins_of)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def score(found: Sequence[Answer]) -> Score:
    """Precision and recall over the labelled acts."""
    right = sum(one.kept for one in found if one.row.label in POSITIVE)
    return Score(right, sum(one.kept for one in found), sum(one.row.label in POSITIVE for one in found))


def interval(found: Sequence[Answer], measure: Callable[[Score], float]) -> tuple[float, float]:
    """The 95% interval by bootstrap over triggers."""
    chooser = random.Random(17)
    groups = [[one for one in found if one.row.trigger_id == name] for name in sorted({one.row.trigger_id for one in found})]
    values = sorted(measure(score([one for _ in groups for one in chooser.choice(groups)])) for _ in range(BOOTSTRAP))
    return values[int(0.025 * BOOTSTRAP)], values[int(0.975 * BOOTSTRAP)]


def describe(found: Sequence[Answer]) -> str:
    """Precision, recall, rungs, restraint and domestic acts in lines."""
    result = score(found)
    low_p, high_p = interval(found, lambda one: one.precision)
    low_r, high_r = interval(found, lambda one: one.recall)
    hits = [one for one in found if one.kept and one.row.label in POSITIVE and one.found is not None]
    rungs = [one for one in hits if one.row.rung is not None]
    same = sum(one.found is not None and one.found.rung == one.row.rung for one in rungs)
    domestic = [one for one in found if one.row.label == "domestic"]
    apart = sum(one.found is not None and one.found.label is Label.DOMESTIC for one in domestic)
    restraint = [one for one in found if one.row.label == "restraint"]
    held = sum(one.found is not None and one.found.label is Label.RESTRAINT for one in restraint)
    return "\n".join(
        (
            f"precision {result.precision:.3f} [{low_p:.2f}, {high_p:.2f}] ({result.right} of {result.kept} kept)",
            f"recall    {result.recall:.3f} [{low_r:.2f}, {high_r:.2f}] ({result.right} of {result.wanted})",
            f"acts found {sum(one.coded for one in found)} of {len(found)}",
            f"rung right {same} of {len(rungs)}; restraint seen as such {held} of {len(restraint)}; domestic apart {apart} of {len(domestic)}",
        )
    )


def failures(found: Sequence[Answer]) -> list[str]:
    """What was wrong, with the reasons."""
    lines = []
    for one in found:
        row = one.row
        wanted = row.label in POSITIVE
        if one.kept == wanted and (row.label != "domestic" or (one.found is not None and one.found.label is Label.DOMESTIC)):
            continue
        why = "; ".join(f"{r.kind} {r.weight:+.1f} {r.words}".strip() for r in one.found.reasons) if one.found else f"no candidate (coded {one.coded})"
        said = f"{one.found.label.value} {one.found.score:+.2f}" if one.found else "nothing"
        lines.append(f"{row.trigger_id} {row.actor} {row.document} {row.label.upper()} -> {said}: [{row.trigger}] {row.sentence[:170]}\n      {why}")
    return lines


def fit(found: Sequence[Answer], strength: float = 1.0) -> dict[str, float]:
    """Weights by logistic regression with the square of each weight's distance from its present value as penalty."""
    kinds = sorted(tables_module.cues().weights)
    present = np.array([tables_module.cues().weights[kind] for kind in kinds])
    rows = [one for one in found if one.found is not None and one.row.label != "domestic"]
    x = np.array([[amount(one.found, kind) for kind in kinds] for one in rows if one.found is not None])
    y = np.array([one.row.label in POSITIVE for one in rows], dtype=float)
    w = present.copy()
    for _ in range(4000):
        p = 1 / (1 + np.exp(-x @ w))
        w -= 0.02 * (x.T @ (p - y) / len(y) * 10 + strength * (w - present) / len(y) * 10)
    return dict(zip(kinds, np.round(w, 2).tolist(), strict=True))


def amount(found: Judged, kind: str) -> float:
    """How much of a kind of evidence an act has."""
    weight = tables_module.cues().weights[kind]
    return sum(reason.weight / weight for reason in found.reasons if reason.kind == kind)


def leave_out(half: str, resolver: Resolver) -> list[Answer]:
    """Each affair judged by weights fitted on the others."""
    base = answers(half, resolver)
    result: list[Answer] = []
    table = tables_module.cues()
    for affair in sorted({one.row.affair for one in base}):
        weights = fit([one for one in base if one.row.affair != affair])
        table.weights.update(weights)
        result += [one for one in answers(half, resolver) if one.row.affair == affair]
        tables_module.cues.cache_clear()
        table = tables_module.cues()
    return result


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", default="open", choices=("open", "sealed"))
    parser.add_argument("--coded", action="store_true")
    parser.add_argument("--both", action="store_true", help="gold acts, then raw documents")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--leave-out", action="store_true")
    options = parser.parse_args()
    resolver = Resolver.load()
    for coded in (False, True) if options.both else (options.coded,):
        found = answers(options.half, resolver, coded=coded)
        print(f"{options.half} half, {'raw documents' if coded else 'gold acts'}")
        print(describe(found))
    if options.half == "open":
        if options.show:
            print("\n".join(failures(found)))
        if options.fit:
            print(json.dumps(fit(found), indent=1))
        if options.leave_out:
            print("each affair by the other two:")
            print(describe(leave_out("open", resolver)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
