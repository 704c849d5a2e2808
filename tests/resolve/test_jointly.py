"""Plurals of several states that a text does not count, and partners of other states."""

from __future__ import annotations

import pytest
from test_resolve_document import RESOLVER
from test_sets import countries

from dateline.extract.parse import parse_documents
from dateline.extract.phrases import all_phrases
from dateline.resolve.jointly import is_it_of_others, is_of_each
from dateline.resolve.scene import DocumentScene
from dateline.types import (
    Block,
    BlockKind,
    Document,
    Extraction,
    Mention,
    Participant,
    Phrase,
    PhraseForm,
    Span,
)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The raid was condemned by neighbours from Lima to Quito.", "neighbours", ["ECU", "PER"]),
        ("Smugglers moved migrants from Libya to Italy.", "migrants", []),
        ("Unions in Montevideo, Rome and Madrid held rallies.", "Unions", ["ESP", "ITA", "URY"]),
        ("Unions in Lagos and Kano held rallies.", "Unions", []),
        ("Soldiers in Chad and Niger drilled.", "Soldiers", []),
        ("Macron met the presidents of Serbia and Kosovo and urged them to talk.", "them", ["KOS", "SRB"]),
        ("The presidents of Serbia and Kosovo met reporters and told them to leave.", "them", []),
        ("The kings of Jordan and Bahrain flew to Rabat. The leaders condemned the attack.", "leaders", ["BHR", "JOR"]),
        ("The kings of Jordan and Bahrain flew to Rabat. The leaders of the strike were jailed.", "leaders", []),
        ("Peru and Chile quarrel. Both governments were advised by Rome and Oslo, and neither has moved guns.", "neither", []),
    ],
)
def test_plurals_of_several_states(text: str, word: str, expected: list[str]) -> None:
    assert countries(text, word) == expected


def party(text: str, start: int, country: str | None) -> Participant:
    return Participant(text, Span(start, start + len(text)), None, country)


def test_it_is_another_than_the_several_who_act() -> None:
    it = Phrase(Mention("it", Span(20, 22)), "it", PhraseForm.PRONOUN)
    both = (party("both", 0, "TCD"), party("both", 0, "NER"))
    assert is_it_of_others(it, both)
    assert not is_it_of_others(it, both[:1])
    assert not is_it_of_others(it, (both[0], party("Niger", 8, "NER")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad and Niger expelled six diplomats each.", True),
        ("Chad and Niger each expelled six diplomats.", True),
        ("Chad and Niger expelled six diplomats.", False),
    ],
)
def test_what_each_does_to_the_other(text: str, expected: bool) -> None:
    start = text.index("diplomats")
    phrase = Phrase(Mention("diplomats", Span(start, start + 9)), "diplomats", PhraseForm.NOMINAL, plural=True)
    assert is_of_each(phrase, (party("Chad", 0, "TCD"), party("Niger", 9, "NER")), text) is expected
    assert not is_of_each(phrase, (party("Chad", 0, "TCD"),), text)


def test_hosts_and_named_neighbours() -> None:
    text = "Laos will build a dam with its giant neighbour, China."
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    (parsed,) = parse_documents([document])[0]
    phrases = tuple(all_phrases(parsed))
    scene = DocumentScene(document, Extraction((parsed.sentence,), phrases), RESOLVER)
    neighbour = next(p for p in phrases if p.head == "neighbour")
    assert [one.country for one in scene.of(neighbour)] == ["CHN"]
