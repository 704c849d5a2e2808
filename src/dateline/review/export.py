"""What was decided, as passages of the corpus, as a gold file, and as the plain list of decisions.

A passage is a run of sentences of one block that were reviewed as a whole: every record of the sentence was judged, or somebody said
that no act is missing in the document. So a passage holds all acts of its text, which training and scoring both take for granted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final, TypeAlias

from dateline.decisions.ledger import Ledger
from dateline.decisions.values import Decision, Record
from dateline.review.desk import Desk
from dateline.review.notation import iso_days, passage_lines
from dateline.types import Block, BlockKind, Coded, Sentence, SentenceKind, Span

#: What parts the paragraphs of a gold file's text.
PARAGRAPH: Final = "\n\n"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A reviewed sentence with the records that count in it; those on which reviewers differ without a ruling are ``open``."""

    sentence: Sentence
    records: tuple[Record, ...]
    open: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewedPassage:
    """Reviewed sentences that follow one another in a block of a document."""

    coded: Coded
    sentences: tuple[Reviewed, ...]

    @property
    def text(self) -> str:
        """The text from the first sentence to the last."""
        document = self.coded.document
        return document.text[self.sentences[0].sentence.span.start : self.sentences[-1].sentence.span.end]

    @property
    def start(self) -> int:
        """Where it begins in the document."""
        return self.sentences[0].sentence.span.start


def reviewed_passages(desk: Desk) -> Iterator[ReviewedPassage]:
    """All reviewed passages, by document, in the order of the text. Documents that are no longer stored are left out."""
    docs = {one.doc_id: None for one in desk.ledger.decisions}
    stored = {info.doc_id for info in desk.database.documents(list(docs))} if docs else set()
    for doc_id in sorted(stored):
        yield from _passages(desk, desk.coded(doc_id))


def _passages(desk: Desk, coded: Coded) -> Iterator[ReviewedPassage]:
    run: list[Reviewed] = []
    last: Block | None = None
    for sentence in coded.sentences:
        block = coded.document.block_of(sentence.span)
        reviewed = _reviewed(desk, coded, sentence)
        if run and (reviewed is None or block != last or sentence.kind is SentenceKind.HEADLINE):
            yield ReviewedPassage(coded, tuple(run))
            run = []
        if reviewed is not None:
            run.append(reviewed)
        last = block
    if run:
        yield ReviewedPassage(coded, tuple(run))


def _reviewed(desk: Desk, coded: Coded, sentence: Sentence) -> Reviewed | None:
    """The sentence with what counts in it, or ``None`` where it was not reviewed as a whole."""
    ledger, doc_id = desk.ledger, coded.document.doc_id
    ids = [one.mention_id for one in coded.mentions if sentence.span.contains(one.trigger.span)]
    others = [one for one in ledger.mentions_of(doc_id) if one not in set(ids) and _stands_in(ledger, one, sentence)]
    finals = {one: final for one in (*ids, *others) if (final := ledger.final(one)) is not None}
    complete = all(one in finals for one in ids)
    if not complete or not (finals or ledger.done(doc_id)):
        return None
    settled = [final.record for final in finals.values() if final.record is not None and _inside(final.record, sentence)]
    order = sorted(settled, key=lambda one: (one["trigger"]["span"], one["mention_id"]))
    unsettled = (record for final in finals.values() if not final.settled for record in final.held)
    return Reviewed(sentence, tuple(order), tuple(one for one in unsettled if _inside(one, sentence)))


def _inside(record: Record, sentence: Sentence) -> bool:
    start, end = record["trigger"]["span"]
    return bool(sentence.span.start <= start and end <= sentence.span.end)


def _stands_in(ledger: Ledger, mention_id: str, sentence: Sentence) -> bool:
    """Whether anybody has the act in the sentence, or it stood there before it was struck out."""
    final = ledger.final(mention_id)
    if final is not None and final.held:
        return any(_inside(one, sentence) for one in final.held)
    records = (one.after or one.before for one in reversed(ledger.history(mention_id)))
    record = next((one for one in records if one is not None), None)
    return record is not None and _inside(record, sentence)


@dataclass(frozen=True, slots=True)
class CorpusExport:
    """The text of a notation file, its passages, and what could not be written in it, one line each."""

    text: str
    passages: int
    left_out: tuple[str, ...]


def to_corpus(desk: Desk) -> CorpusExport:
    """Reviewed passages in the notation of the corpus (``corpus/GUIDELINES.md`` section 9), ready for ``dateline train``.

    A passage with a record on which reviewers differ is left out until somebody rules: the notation has no place for doubt.
    """
    parts: list[str] = ["# Reviewed passages, exported by 'dateline review'"]
    left_out: list[str] = []
    count = 0
    for passage in reviewed_passages(desk):
        where = f"{passage.coded.document.input_id} at {passage.start}"
        if any(one.open for one in passage.sentences):
            left_out.append(f"{where}: reviewers differ and nobody has ruled")
            continue
        lines, lost = passage_lines(passage)
        parts.append("\n".join(lines))
        left_out += [f"{where}: {line}" for line in lost]
        count += 1
    return CorpusExport("\n\n".join([*parts, *(f"# left out: {line}" for line in left_out)]) + "\n", count, tuple(left_out))


def to_gold(desk: Desk) -> Iterator[str]:
    """Reviewed passages as lines of a gold file for ``dateline evaluate``; unsettled records are optional in it.

    A document that somebody called complete, and of which every sentence was reviewed, is one line: the coder finds out whom "the decision" or
    "he" means from what stands before, as it did when the acts were judged.
    """
    for coded, found in groupby(reviewed_passages(desk), key=lambda one: one.coded):
        passages = tuple(found)
        whole = sum(len(one.sentences) for one in passages) == len(coded.sentences) and desk.ledger.done(coded.document.doc_id)
        for text in [passages] if whole else [(one,) for one in passages]:
            name = coded.document.input_id if whole else f"{coded.document.input_id}:{text[0].start}"
            yield json.dumps(_gold_row(name, text), ensure_ascii=False)


def _gold_row(name: str, passages: Sequence[ReviewedPassage]) -> dict[str, Any]:
    """A line of the gold file: the passages as paragraphs of one text."""
    document = passages[0].coded.document
    parts = [part for passage in passages for part in passage.sentences]
    records = [(one, False) for part in parts for one in part.records] + [(one, True) for part in parts for one in part.open]
    records.sort(key=lambda pair: (pair[0]["trigger"]["span"], pair[0]["mention_id"]))
    pieces = _pieces(passages)
    return {
        "id": name,
        "published": document.published.isoformat() if document.published else None,
        "text": PARAGRAPH.join(one.text for one in passages),
        "mentions": [{**_gold(one, pieces), **({"optional": True} if optional else {})} for one, optional in records],
    }


#: Pieces of a document's text that stand in a line of the gold file, and how far each lies from its place in the document.
_Pieces: TypeAlias = Sequence[tuple[Span, int]]


def _pieces(passages: Iterable[ReviewedPassage]) -> _Pieces:
    pieces, at = [], 0
    for one in passages:
        pieces.append((Span(one.start, one.start + len(one.text)), at - one.start))
        at += len(one.text) + len(PARAGRAPH)
    return pieces


def _gold(record: Record, pieces: _Pieces) -> dict[str, Any]:
    """A record with its spans counted from the start of the text that goes out, and its date as a gold file has it.

    Parts outside that text lose their span, a place outside it is left out; a date that rests on no words is none.
    """
    row: dict[str, Any] = _moved(dict(record), pieces)
    if row["place"] is not None and row["place"]["span"] is None:
        row["place"] = None
    when = row["date"]
    row["date"] = None if when is None or when["basis"] == "document" else {**when, "value": iso_days(when)}
    return row


def _moved(value: Any, pieces: _Pieces) -> Any:
    if isinstance(value, list):
        return [_moved(one, pieces) for one in value]
    if not isinstance(value, dict):
        return value
    span = value.get("span")
    if isinstance(span, list):
        by = next((by for piece, by in pieces if piece.contains(Span(*span))), None)
        value = {**value, "span": None if by is None else [span[0] + by, span[1] + by]}
    return {name: part if name == "span" else _moved(part, pieces) for name, part in value.items()}


def to_lines(decisions: Sequence[Decision]) -> Iterator[str]:
    """Every decision as a JSON line: who, when, before, after."""
    for one in decisions:
        row = {
            "decision_id": one.decision_id,
            "position": one.position,
            "batch": one.batch,
            "reviewer": one.reviewer,
            "made": one.made.isoformat(),
            "kind": one.kind.value,
            "doc_id": one.doc_id,
            "input_id": one.input_id,
            "mention_id": one.mention_id,
            "before": one.before,
            "after": one.after,
            "base": one.base,
            "undoes": one.undoes,
        }
        yield json.dumps(row, ensure_ascii=False)


def is_headline(coded: Coded, sentence: Sentence) -> bool:
    """Whether a sentence is written as a headline."""
    block = coded.document.block_of(sentence.span)
    return sentence.kind is SentenceKind.HEADLINE or (block is not None and block.kind is BlockKind.TITLE)
