"""Whose somebody is, by the real parser's phrases."""

from __future__ import annotations

import pytest

from dateline.extract.parse import parse_documents
from dateline.extract.phrases import all_phrases
from dateline.resolve import Resolver
from dateline.resolve.scene import DocumentScene
from dateline.types import Block, BlockKind, Document, Extraction, Span


def country(text: str, word: str, *, last: bool = False) -> str | None:
    """The country of the party that the first (or ``last``) phrase with a head word is by its own words and references."""
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    parsed = parse_documents([document])[0]
    phrases = tuple(phrase for sentence in parsed for phrase in all_phrases(sentence))
    scene = DocumentScene(document, Extraction(tuple(s.sentence for s in parsed), phrases), Resolver.load())
    (party,) = scene.of([p for p in phrases if p.head.lower() == word][-1 if last else 0])
    return party.country


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kenya warned Uganda, whose soldiers had crossed the lake.", "soldiers", "UGA"),
        ("The shells came from Lima, whose gunners denied it.", "gunners", "PER"),
        ("Norway thanked the president of Chile, whose envoys had brought the papers.", "envoys", "CHL"),
        ("Oxfam has left Chad. Oxfam said its director would return.", "director", "NGO"),
        ("Addis Ababa spoke to Ghana, whose negotiators in Lagos had walked out.", "negotiators", "GHA"),
    ],
)
def test_whose(text: str, word: str, expected: str) -> None:
    assert country(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("ECOWAS wrote to Guinea-Bissau. The bloc's parliament criticised it.", "parliament", "IGO"),
        ("The EU wrote to Minsk. The union's envoys left.", "envoys", "EUR"),
        ("NATO planes left Latvia. The alliance's spokeswoman was silent.", "spokeswoman", "IGO"),
        ("The bloc's parliament criticised Togo.", "parliament", None),
        ("Amnesty wrote to Togo. The organisation's lawyers left.", "lawyers", None),
    ],
)
def test_organs_of_a_body(text: str, word: str, expected: str | None) -> None:
    assert country(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Kenya warned Uganda, whose enemies had crossed the lake.", "enemies"),
        ("Kenya warned Uganda. Soldiers had crossed the lake.", "soldiers"),
        ("A smuggler in Uganda, whose brother fled, was shot.", "brother"),
        ("Kenya warned a man whose brother fled to Uganda.", "brother"),
    ],
)
def test_not_known_by_whose(text: str, word: str) -> None:
    assert country(text, word) is None


def test_whose_is_no_part_of_the_phrase() -> None:
    text = "Kenya warned Uganda, whose soldiers had crossed the lake."
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    (sentence,) = parse_documents([document])[0]
    assert "soldiers" in {phrase.mention.text for phrase in all_phrases(sentence)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana suspended trade with Togo, its commerce ministry said.", "GHA"),
        ("Norway closed the strait to Russia, its defence ministry announced on Friday.", "NOR"),
        ("On 4 May Peru froze the funds of Chile, its foreign ministry confirmed.", "PER"),
    ],
)
def test_the_ministry_that_ends_a_sentence_is_its_subject_s(text: str, expected: str) -> None:
    assert country(text, "ministry") == expected


@pytest.mark.parametrize("text", ["Ghana was struck off the list by Togo, its foreign ministry said.", "Envoys left Togo, its foreign ministry said."])
def test_whoever_undergoes_it_or_is_no_state_owns_no_ministry(text: str) -> None:
    assert country(text, "ministry") != "GHA"
