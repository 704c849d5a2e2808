"""Who bare leaders, ministers and member states are in a section on one body."""

from __future__ import annotations

from functools import cache

import pytest

from dateline.resolve import Resolver
from dateline.resolve.headed import of_the_heading
from dateline.types import Block, BlockKind, Document, Mention, Phrase, PhraseForm, Sentence, Span


@cache
def _resolver() -> Resolver:
    return Resolver.load()


def _body(heads: list[tuple[int, str]], sentence: str, words: str) -> str | None:
    """The body that some words of a sentence are read as, below headings of these levels."""
    text, blocks = "", []
    for level, head in heads:
        blocks.append(Block(BlockKind.HEADING, Span(len(text), len(text) + len(head)), level))
        text += f"{head}\n"
    start = len(text)
    text += sentence
    blocks.append(Block(BlockKind.PARAGRAPH, Span(start, len(text))))
    at = text.index(words, start)
    phrase = Phrase(Mention(words, Span(at, at + len(words))), words.split()[-1], PhraseForm.NOMINAL, True)
    document = Document("d", "d", text, "0", tuple(blocks))
    found = of_the_heading(document, [Sentence(0, sentence, Span(start, len(text)))], [phrase], _resolver().actor, lambda part: _resolver().sightings(part, 0, 0))
    return found[phrase].entity if phrase in found else None


SUMMIT = "At a summit in Kampala on 3 May, leaders closed the lake to Rwandan ships."


@pytest.mark.parametrize(
    ("heads", "sentence", "words", "found"),
    [
        ([(2, "3 The African Union"), (3, "3.1 Sanctions")], SUMMIT, "leaders", True),
        ([(2, "ASEAN")], "Foreign ministers met in Hanoi and barred the general.", "Foreign ministers", True),
        ([(2, "2. NATO")], "In June member states froze the sale.", "member states", True),
        ([(2, "3 The African Union"), (2, "4 Trade")], SUMMIT, "leaders", False),
        ([(2, "The African Union and its critics")], SUMMIT, "leaders", False),
        ([(2, "2 Uganda")], SUMMIT, "leaders", False),
        ([(2, "3 The African Union")], "In May leaders closed the lake to Rwandan ships.", "leaders", False),
        ([(2, "3 The African Union")], "At a European Union summit in May, leaders closed the lake.", "leaders", False),
    ],
)
def test_leaders_in_a_section_on_a_body(heads: list[tuple[int, str]], sentence: str, words: str, found: bool) -> None:
    assert (_body(heads, sentence, words) is not None) is found
