"""Corpus passages as a coder would hand them on: parsed documents whose acts and phrases are the annotated ones.

The resolver is trained and measured on them without a coder's errors: every party that stands in the act's own sentence becomes the
phrase that the parse gives at its head.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.extract.layout import Layout
from dateline.extract.parse import ParsedSentence, parse_documents
from dateline.extract.phrases import all_phrases, phrase_at
from dateline.training.notation import Passage
from dateline.types import (
    Block,
    BlockKind,
    Document,
    Extraction,
    Mention,
    Phrase,
    PhraseForm,
    RawAttribution,
    RawMention,
    Span,
)

#: Passages are parsed this many at a time.
_BATCH = 64


@dataclass(frozen=True, slots=True)
class GoldParty:
    """An annotated party: the act it belongs to (by index), its phrase, and the countries and sector that it should get.

    ``countries`` holds more than one code where a phrase stands for several parties, and none where the country is not known.
    """

    act: int
    role: str
    phrase: Phrase
    countries: frozenset[str]
    sector: str | None


@dataclass(frozen=True, slots=True)
class GoldExtraction:
    """A passage as a document with its annotated acts, and the parties of the acts."""

    document: Document
    extraction: Extraction
    parties: tuple[GoldParty, ...]


def half_of(passage: Passage) -> str:
    """``development`` or ``held-out``, by a hash of the passage's text."""
    return "held-out" if hashlib.sha256(passage.text.encode()).digest()[0] % 2 else "development"


def gold_extractions(passages: Sequence[Passage]) -> Iterator[GoldExtraction]:
    """Parse passages and attach their annotation.

    Args:
        passages: passages of the corpus.

    Yields:
        One value a passage, in order.
    """
    for start in range(0, len(passages), _BATCH):
        batch = passages[start : start + _BATCH]
        documents = [passage_document(passage) for passage in batch]
        for passage, document, sentences in zip(batch, documents, parse_documents(documents), strict=True):
            yield _attach(passage, document, sentences)


def passage_document(passage: Passage) -> Document:
    """A passage as a document: headlines are title blocks, runs of body sentences paragraphs."""
    blocks: list[Block] = []
    for sentence in passage.sentences:
        kind = BlockKind.TITLE if sentence.kind == "headline" else BlockKind.PARAGRAPH
        if blocks and kind is BlockKind.PARAGRAPH and blocks[-1].kind is kind:
            blocks[-1] = Block(kind, Span(blocks[-1].span.start, sentence.end))
        else:
            blocks.append(Block(kind, Span(sentence.start, sentence.end)))
    digest = hashlib.sha256(passage.text.encode()).hexdigest()
    published = date.fromisoformat(passage.date) if passage.date and len(passage.date) == 10 else None
    return Document(digest[:16], digest[:16], passage.text, digest, tuple(blocks), published=published)


def _attach(passage: Passage, document: Document, sentences: Sequence[ParsedSentence]) -> GoldExtraction:
    acts: list[RawMention] = []
    parties: list[GoldParty] = []
    for sentence in passage.sentences:
        for gold in sentence.mentions:
            trigger = _mention(_mapping(gold["trigger"]))
            home = _home(sentences, trigger.span)
            if home is None:
                continue
            found = {role: _parties(gold[role], home) for role in ("actors", "recipients")}
            said = gold["attribution"]
            if isinstance(said, Mapping) and said.get("span") is not None:
                found["speaker"] = _parties([{"sector": None, **said}], home)
            parties += [GoldParty(len(acts), role, *party) for role, group in found.items() for party in group]
            acts.append(
                RawMention(
                    home.sentence,
                    trigger,
                    str(gold["type"]),
                    actors=tuple(phrase for phrase, _, _ in found["actors"]),
                    recipients=tuple(phrase for phrase, _, _ in found["recipients"]),
                    places=_places(gold["place"], home),
                    attribution=_attribution(gold["attribution"], home),
                )
            )
    phrases = tuple(phrase for sentence in sentences for phrase in all_phrases(sentence))
    extraction = Extraction(tuple(s.sentence for s in sentences), phrases, tuple(acts), datelines=tuple(one.place for one in Layout.of(document).datelines.values()))
    return GoldExtraction(document, extraction, tuple(parties))


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _mention(value: Mapping[str, object]) -> Mention:
    span = value["span"]
    assert isinstance(span, list)
    return Mention(str(value["text"]), Span(span[0], span[1]))


def _home(sentences: Sequence[ParsedSentence], span: Span) -> ParsedSentence | None:
    return next((s for s in sentences if s.sentence.span.overlaps(span)), None)


def _parties(rows: object, home: ParsedSentence) -> list[tuple[Phrase, frozenset[str], str | None]]:
    """Phrases of the parties in the act's sentence; rows of one span are one phrase with several countries."""
    found: dict[Span, tuple[Phrase, set[str], str | None]] = {}
    for row in rows if isinstance(rows, list) else []:
        phrase = phrase_of(home, _mention(row).span)
        if phrase is None:
            continue
        entry = found.setdefault(phrase.mention.span, (phrase, set(), row["sector"]))
        if row["country"]:
            entry[1].add(row["country"])
    return [(phrase, frozenset(countries), sector) for phrase, countries, sector in found.values()]


def phrase_of(sentence: ParsedSentence, span: Span) -> Phrase | None:
    """The phrase that the parse gives for annotated words: at the first of their tokens that depends on none of the others.

    Returns:
        ``None`` where the words stand in another sentence.
    """
    if not sentence.sentence.span.contains(span):
        return None
    inside = [token for token in sentence.tokens if token.start < span.end and span.start < token.end]
    indices = {token.i for token in inside}
    head = next((t for t in inside if (t.head not in indices or t.head == t.i) and t.pos not in {"ADP", "DET", "PUNCT"}), None)
    if head is None:
        return None
    phrase = phrase_at(sentence, head.i)
    if phrase is not None and phrase.mention.span.overlaps(span):
        return phrase
    mention = Mention(sentence.text_of(span), span)
    form = PhraseForm.NAME if head.tag.startswith("NNP") else PhraseForm.NOMINAL
    return Phrase(mention, head.lower, form, sentence=sentence.sentence.index, extended=span)


def _places(row: object, home: ParsedSentence) -> tuple[Phrase, ...]:
    if not isinstance(row, Mapping) or row.get("span") is None:
        return ()
    phrase = phrase_of(home, _mention(row).span)
    return (phrase,) if phrase is not None else ()


def _attribution(row: object, home: ParsedSentence) -> RawAttribution | None:
    if not isinstance(row, Mapping):
        return None
    phrase = phrase_of(home, _mention(row).span) if row.get("span") is not None else None
    return RawAttribution(str(row["kind"]), phrase)
