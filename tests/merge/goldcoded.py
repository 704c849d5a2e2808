"""Gold mentions as coded documents, so that they pass through the store as a coder's would."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

from dateline.types import (
    Block,
    BlockKind,
    Coded,
    Document,
    EventMention,
    Mention,
    Participant,
    Place,
    Quantity,
    Sentence,
    Span,
    Status,
    TimeRef,
)

CASES = Path(__file__).resolve().parents[1] / "cases" / "clusters.open.jsonl"
Row = dict[str, Any]


def gold_rows(*affairs: str) -> list[Row]:
    rows = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]
    return [row for row in rows if not affairs or row["affair"] in affairs]


def _span(sentence: Sentence, words: str) -> Span:
    start = sentence.span.start + sentence.text.index(words)
    return Span(start, start + len(words))


def _parties(codes: list[str], sentence: Sentence) -> tuple[Participant, ...]:
    words = sentence.text.split()[0]
    return tuple(Participant(words, _span(sentence, words), country=code, sector="GOV", score=1.0) for code in codes)


def _mention(row: Row, sentence: Sentence) -> EventMention:
    word = sentence.text.split()[0]
    here = _span(sentence, word)
    day = date.fromisoformat(row["event_date"]) if row["event_date"] else None
    place, _, country = (row["place"] or "").partition("/")
    country = country or (place if len(place) == 3 and place.isupper() else "")
    number = row["quantity"]
    identity = hashlib.sha256(row["id"].encode()).hexdigest()[:16]
    return EventMention(
        mention_id=identity,
        event_id=identity,
        doc_id=row["document"],
        input_id=row["document"],
        sentence=sentence,
        trigger=Mention(row["trigger"], _span(sentence, row["trigger"])),
        type=row["type"],
        actors=_parties(row["actor"], sentence),
        recipients=_parties(row["recipient"], sentence),
        date=TimeRef(day, day, "day", "explicit", word, here) if day else None,
        place=Place(word, here, place, country or None) if place else None,
        status=Status.FUTURE if row.get("status") else Status.OCCURRED,
        quantities=(Quantity(word, here, float(number["value"]), counts=number["counts"]),) if number else (),
        confidence=0.9,
        coder="gold",
    )


def coded_documents(rows: list[Row]) -> list[Coded]:
    """One coded document for each of the rows' documents, in their order."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["document"], []).append(row)
    return [_coded(doc_id, group) for doc_id, group in groups.items()]


def _coded(doc_id: str, rows: list[Row]) -> Coded:
    texts = list(dict.fromkeys(row["sentence"] for row in rows))
    sentences, start = [], 0
    for index, text in enumerate(texts):
        sentences.append(Sentence(index, text, Span(start, start + len(text))))
        start += len(text) + 1
    text = " ".join(texts)
    row = rows[0]
    document = Document(
        doc_id,
        doc_id,
        text,
        hashlib.sha256(text.encode()).hexdigest(),
        blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),),
        authors=(row["agency"],) if row["agency"] else (),
        published=date.fromisoformat(row["published"]),
        publisher=row["outlet"],
    )
    mentions = tuple(_mention(one, sentences[texts.index(one["sentence"])]) for one in rows)
    return Coded(document, tuple(sentences), mentions)


def gold_events(rows: list[Row]) -> dict[str, str]:
    """Gold cluster of each mention id that :func:`coded_documents` gives."""
    return {hashlib.sha256(row["id"].encode()).hexdigest()[:16]: row["cluster"] for row in rows}
