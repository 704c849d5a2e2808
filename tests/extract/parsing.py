"""Parses for the tests of extraction: the real parser's, and hand-built ones."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from dateline.extract.act import Act
from dateline.extract.clauses import told_by_clause
from dateline.extract.lexical import LexiconCoder
from dateline.extract.parse import ParsedSentence, Token, parse_documents
from dateline.extract.phrases import phrase_at
from dateline.types import Block, BlockKind, Document, Sentence, SentenceKind, Span


def document(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Document:
    """A document of one block."""
    return Document("0" * 16, "test", text, "0" * 64, (Block(kind, Span(0, len(text))),))


@lru_cache(maxsize=1024)
def parse(text: str, *, headline: bool = False) -> ParsedSentence:
    """The only sentence of a text, by the real parser."""
    (found,) = parse_documents([document(text, BlockKind.TITLE if headline else BlockKind.PARAGRAPH)])
    assert len(found) == 1, f"the parser cut {text!r} into {len(found)}"
    return found[0]


def build(text: str, rows: str, *, kind: SentenceKind = SentenceKind.BODY, offset: int = 0) -> ParsedSentence:
    """A parse built by hand.

    Args:
        text: the sentence.
        rows: one ``form tag dep head`` a line; the head is the 0-based index of a token.
        offset: where the sentence starts in the canonical text.
    """
    tokens: list[Token] = []
    at = 0
    for i, row in enumerate(line.split() for line in rows.strip().splitlines()):
        form, tag, dep, head = row
        start = text.index(form, at)
        at = start + len(form)
        tokens.append(Token(i, form, offset + start, offset + at, tag, dep, int(head)))
    return ParsedSentence(Sentence(0, text, Span(offset, offset + len(text)), kind), tuple(tokens))


def at(sentence: ParsedSentence, word: str, nth: int = 0) -> int:
    """Index of the nth token of that form."""
    found = [token.i for token in sentence.tokens if token.text == word]
    assert len(found) > nth, f"{word!r} is no token of {sentence.sentence.text!r}"
    return found[nth]


def words(sentence: ParsedSentence, indices: Iterable[int]) -> list[str]:
    """The phrases headed by tokens, as text."""
    phrases = [phrase_at(sentence, i) for i in indices]
    return [p.mention.text for p in phrases if p is not None]


def acts(text: str, *, headline: bool = False) -> list[Act]:
    """The acts that the lexicon coder finds in a sentence."""
    return list(LexiconCoder().acts([parse(text, headline=headline)])[0])


def coded(text: str, *, headline: bool = False) -> list[tuple[str, list[str], list[str]]]:
    """(type, actors, recipients) of the acts of a sentence, in text order."""
    sentence = parse(text, headline=headline)
    found = sorted(acts(text, headline=headline), key=lambda act: act.head)
    return [(a.type, words(sentence, a.actors), words(sentence, a.recipients)) for a in found]


def told(text: str, trigger: str, kind: str, actors: list[str], recipients: list[str], *, headline: bool = False) -> tuple[list[str], list[str]]:
    """The heads of an act's actors and recipients after the rules, from those of a coder."""
    sentence = parse(text, headline=headline)
    head = at(sentence, trigger)
    parties = [tuple(at(sentence, word) for word in words) for words in (actors, recipients)]
    found = told_by_clause(Act(sentence, (head, head), head, kind, (), "", parties[0], parties[1], (), 0.9))
    return [sentence.tokens[i].text for i in found.actors], [sentence.tokens[i].text for i in found.recipients]
