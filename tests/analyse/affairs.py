"""Coded documents made by hand, and a stand-in for the resolver that knows a few countries."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.types import (
    Block,
    BlockKind,
    Certainty,
    Coded,
    Document,
    EventMention,
    Mention,
    Participant,
    Place,
    Sentence,
    SentenceKind,
    Source,
    SourceLink,
    Span,
    Status,
    TimeRef,
)

NAMES = {
    "Arland": "ARL", "Arlandish": "ARL", "Borduria": "BOR", "Bordurian": "BOR", "Syldavia": "SYL", "Syldavian": "SYL",
    "Costa Verde": "COV", "Khemed": "KHE",
}  # fmt: skip


def countries(text: str) -> tuple[str, ...]:
    """Codes of the invented countries that a text names."""
    found = sorted((match.start(), code) for name, code in NAMES.items() for match in re.finditer(rf"\b{name}\b", text))
    return tuple(dict.fromkeys(code for _, code in found))


@dataclass(frozen=True)
class Act:
    """An act of a sentence: its words, type, actor and recipient codes, and what differs from the plain case."""

    words: str
    type: str
    actors: str
    recipients: str = ""
    day: str | None = None
    sector: str = "GOV"
    negated: bool = False
    status: Status = Status.OCCURRED
    place: str | None = None
    certainty: Certainty = Certainty.CERTAIN
    confidence: float = 0.9
    modes: tuple[str, ...] = ()
    source: Source | None = None
    event: str | None = None


def _parties(codes: str, mention: Mention, sector: str) -> tuple[Participant, ...]:
    return tuple(Participant(mention.text, mention.span, None, code, sector, (sector,), 1.0) for code in codes.split())


def _mention(act: Act, sentence: Sentence, doc_id: str) -> EventMention:
    start = sentence.span.start + sentence.text.index(act.words)
    mention = Mention(act.words, Span(start, start + len(act.words)))
    identity = f"{zlib.crc32(doc_id.encode()):08x}{start:08x}"
    day = date.fromisoformat(act.day) if act.day else None
    return EventMention(
        identity, act.event or identity, doc_id, doc_id, sentence, mention, act.type,
        modes=act.modes,
        actors=_parties(act.actors, mention, act.sector),
        recipients=_parties(act.recipients, mention, "GOV"),
        date=TimeRef(day, day, "day", "explicit") if day else None,
        place=Place(act.place, mention.span, act.place, act.place) if act.place else None,
        status=act.status, negated=act.negated, certainty=act.certainty, confidence=act.confidence,
        sources=(SourceLink(act.source, "marker"),) if act.source else (),
    )  # fmt: skip


def document(
    name: str, published: str, title: str, paragraphs: Sequence[Sequence[tuple[str, Sequence[Act]]]], publisher: str | None = None
) -> Coded:
    """A coded document: paragraphs of sentences, each with its acts."""
    text, sentences, blocks, mentions = title, [], [], []
    sentences.append(Sentence(0, title, Span(0, len(title)), SentenceKind.HEADLINE))
    blocks.append(Block(BlockKind.TITLE, Span(0, len(title))))
    for paragraph in paragraphs:
        text += "\n\n"
        begin = len(text)
        for words, acts in paragraph:
            text += "" if len(text) == begin else " "
            sentence = Sentence(len(sentences), words, Span(len(text), len(text) + len(words)))
            text += words
            sentences.append(sentence)
            mentions += [_mention(act, sentence, name) for act in acts]
        blocks.append(Block(BlockKind.PARAGRAPH, Span(begin, len(text))))
    made = Document(name, name, text, "", tuple(blocks), title=title, published=date.fromisoformat(published), publisher=publisher)
    return Coded(made, tuple(sentences), tuple(mentions))


LANDING = document(
    "landing",
    "2031-05-03",
    "Bordurian marines land in Syldavia",
    [
        [
            (
                "Borduria landed 2,000 marines in Syldavia on Friday.",
                [Act("landed", "MOBILIZE", "BOR", "SYL", "2031-05-02", event="00000000000000aa")],
            ),
            ("Arland condemned the landing as an outrage.", [Act("condemned", "ACCUSE", "ARL", "BOR", "2031-05-03")]),
            ("Arland ruled out sending troops of its own.", [Act("ruled out", "REJECT", "ARL", "", "2031-05-03")]),
        ],
        [
            (
                "Separately, Arland fined a Bordurian brewery for watering its beer.",
                [Act("fined", "SANCTION", "ARL", "BOR", "2031-05-03")],
            ),
            (
                "The Arlandish Workers' Party accused the cabinet of sleeping while marines landed.",
                [Act("accused", "ACCUSE", "ARL", "ARL", "2031-05-03", sector="PTY")],
            ),
        ],
    ],
    publisher="Herald",
)
LATER = document(
    "later",
    "2031-05-12",
    "A week after the landing",
    [
        [
            (
                "Arland urged Khemed to press Borduria over the marines.",
                [Act("urged", "REQUEST", "ARL", "KHE", "2031-05-10", certainty=Certainty.PROBABLE)],
            ),
            ("Khemed sent two frigates towards the marines.", [Act("sent", "MOBILIZE", "KHE", "BOR", "2031-05-11")]),
            ("Arland and Khemed called in a joint statement for a withdrawal of the marines.", [Act("called", "REQUEST", "ARL KHE", "BOR", "2031-05-12")]),
        ],
        [("Arland asked Khemed for cheaper almonds.", [Act("asked", "REQUEST", "ARL", "KHE", "2031-05-12")])],
        [("Arland may already have cut off flights over the landing.", [Act("cut off", "SANCTION", "ARL", "BOR", "2031-05-12", confidence=0.2)])],
    ],
    publisher="Courier",
)
BEFORE = document(
    "before",
    "2031-03-20",
    "Old quarrels",
    [
        [
            ("Arland accused Borduria of fishing in its waters.", [Act("accused", "ACCUSE", "ARL", "BOR", "2031-03-20")]),
            ("Borduria plans manoeuvres in Syldavia.", [Act("plans", "MOBILIZE", "BOR", "SYL", "2031-03-20", status=Status.HYPOTHETICAL)]),
        ]
    ],
)
ALL = (BEFORE, LANDING, LATER)
