"""Whose first names, juntas and bodies are by what the text said before, by the real parser's phrases."""

from __future__ import annotations

import pytest
from test_sets import RESOLVER, countries

from dateline.extract.parse import parse_documents
from dateline.extract.phrases import all_phrases
from dateline.resolve.scene import DocumentScene
from dateline.types import Block, BlockKind, Document, Extraction, Span


def scene_of(text: str) -> DocumentScene:
    """A text with what its phrases stand for."""
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    parsed = parse_documents([document])[0]
    phrases = tuple(phrase for sentence in parsed for phrase in all_phrases(sentence))
    return DocumentScene(document, Extraction(tuple(s.sentence for s in parsed), phrases), RESOLVER)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abiy Ahmed met Isaias Afwerki. Abiy thanked Turkey.", "ETH"),
        ("Abiy Ahmed met Abiy Tesfaye. Abiy thanked Turkey.", None),
        ("Isaias Afwerki flew to Rome. Abiy thanked Turkey.", None),
    ],
)
def test_a_first_name_alone(text: str, expected: str | None) -> None:
    scene = scene_of(text)
    chosen = scene.lookup(next(p for p in scene.phrases if p.mention.text == "Abiy")).chosen
    assert (chosen.country if chosen else None) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The presidents of Mali and Niger met. The rulers of the sea fled.", "rulers", []),
        ("Kenya and Uganda talked. Togo urged the two governments to sign.", "governments", ["KEN", "UGA"]),
    ],
)
def test_sets_by_their_own_sentence(text: str, word: str, expected: list[str]) -> None:
    assert countries(text, word) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Interstate Commission", "IGO"), ("Multilateral Bank", "IGO"), ("Electoral Commission", None), ("Intergovernmental Authority", "IGO")],
)
def test_bodies_of_several_states_by_name(words: str, expected: str | None) -> None:
    scene = scene_of(f"The {words} on Development condemned the raid.")
    chosen = scene.lookup(next(p for p in scene.phrases if words in p.mention.text)).chosen
    assert (chosen.country if chosen else None) == expected
