"""Whose the bare offices of an official paper are."""

from __future__ import annotations

from functools import cache

import pytest

from dateline.resolve import Resolver
from dateline.resolve.issuer import is_office, offices_of_issuer
from dateline.types import Block, BlockKind, Document, Mention, Phrase, PhraseForm, Resolution, Sentence, Span


@cache
def _resolver() -> Resolver:
    return Resolver.load()


def _phrase(text: str, words: str, sentence: int = 0) -> Phrase:
    start = text.rindex(words)
    head = words.split(" for ")[0].rpartition(" ")[2].lower()
    return Phrase(Mention(words, Span(start, start + len(words))), head, PhraseForm.NOMINAL, head.endswith("s"), sentence=sentence)


def _state(body: str, words: str, *, heading: str = "", title: str | None = None, publisher: str | None = None, other: str = "") -> str | None:
    """The state of some words of a paper with a heading above its one sentence."""
    start = len(heading) + 1 if heading else 0
    text = f"{heading}\n{body}" if heading else body
    blocks = [Block(BlockKind.PARAGRAPH, Span(start, len(text)))]
    if heading:
        blocks.insert(0, Block(BlockKind.HEADING, Span(0, len(heading)), 2))
    document = Document("d", "d", text, "0", tuple(blocks), title=title, publisher=publisher)
    phrases = [_phrase(text, one) for one in (other, words) if one]

    def lookup(phrase: Phrase) -> Resolution:
        return _resolver().actor(phrase.mention.text)

    found = offices_of_issuer(
        document, [Sentence(0, body, Span(start, len(text)))], phrases, _resolver().actor, lambda part: _resolver().sightings(part, 0, 0), lookup
    )
    return found.get(phrases[-1])


@pytest.mark.parametrize(
    ("front", "state"),
    [
        ({"heading": "3. The Dutch position"}, "NLD"),
        ({"heading": "B. Response of Norway"}, "NOR"),
        ({"title": "Sudan: famine, and Ireland's response"}, "IRL"),
        ({"publisher": "Congressional Research Service"}, "USA"),
        ({"publisher": "House of Commons Library", "heading": "Myanmar"}, "GBR"),
        ({"heading": "Relations with Iran"}, None),
        ({"heading": "France and Mali"}, None),
        ({"publisher": "Reuters"}, None),
        ({}, None),
    ],
)
def test_the_offices_are_of_the_state_that_issues_the_paper(front: dict[str, str], state: str | None) -> None:
    assert _state("Aid was doubled and the Government has condemned the coup.", "Government", **front) == state


def test_the_crown_issues_its_own_papers() -> None:
    assert _state("His Majesty's Government will review this. On 2 May the Minister for Africa met the envoy.", "Minister for Africa") == "GBR"


def test_an_office_that_names_its_state_is_left_to_it() -> None:
    assert _state("Last week the Chadian Government protested.", "Chadian Government", heading="The Dutch position") is None


def test_a_lone_noun_stays_the_state_s_that_was_just_named() -> None:
    body = "The Chadian Government protested and the Government closed the border."
    assert _state(body, "Government", heading="The Dutch position", other="Chadian Government") is None
    assert _state(body, "Government", publisher="House of Commons Library", other="Chadian Government") is None


def test_an_american_paper_s_ministers_are_not_american() -> None:
    body = "Aid was cut and the Minister resigned."
    assert _state(body, "Minister", publisher="Congressional Research Service") is None


@pytest.mark.parametrize(
    ("text", "words", "office"),
    [
        ("Then the House voted.", "House", True),
        ("Then the house burned.", "house", False),
        ("Opposition Members have called for a ban.", "Opposition Members", True),
        ("Members left.", "Members", False),
        ("They urged ministers to act.", "ministers", True),
        ("Calls by the All-Party Parliamentary Group grew.", "Party Parliamentary Group", True),
        ("Then the Bank paid.", "Bank", False),
    ],
)
def test_an_office_is_written_with_a_capital(text: str, words: str, office: bool) -> None:
    assert is_office(_phrase(text, words), text) is office
