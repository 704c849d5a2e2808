"""States that a home story names in passing, against those that a report from a neighbour's capital is about."""

from __future__ import annotations

import pytest
from test_resolve_document import RESOLVER

from dateline.evaluation.gold import plain_document
from dateline.pipeline import Pipeline
from dateline.resolve.belonging import Scene
from dateline.resolve.inpassing import named_in_passing
from dateline.types import Sentence, SentenceKind, Span


def _countries(text: str) -> dict[str, set[str | None]]:
    """The countries that each party of a text was given, by its words."""
    found: dict[str, set[str | None]] = {}
    for act in Pipeline().code([plain_document("a", text, "2023-05-04")])[0].mentions:
        for party in (*act.actors, *act.recipients):
            found.setdefault(party.text.lower(), set()).add(party.country)
    return found


def _in_passing(text: str) -> frozenset[str]:
    sentence = Sentence(0, Span(0, len(text)), text, SentenceKind.BODY)
    return named_in_passing(Scene(text, (sentence,), RESOLVER.sightings(text, 0, 0)))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("HARARE, May 4 (AFP) - The opposition on Thursday accused the government of hiding a loan from Japan. Police held nine nurses.", "opposition police nurses", "ZWE"),
        ("ZAGREB, May 4 (AP) - Dockers blocked a shipment of corn from Moldova. The agriculture minister promised talks. Unions threatened a strike.", "dockers unions", "HRV"),
        ("LIMA, May 4 (Reuters) - Lawmakers on Thursday rejected a Spanish-style law on strikes. Police beat teachers.", "lawmakers police teachers", "PER"),
        ("RABAT, May 4 (AFP) - Prosecutors charged the transport minister over a contract with Turkish firms. Students protested.", "prosecutors students", "MAR"),
        ("LISBON, May 4 (AFP) - Protesters demanded talks over the war in Yemen. Police arrested six students.", "police students", "PRT"),
        ("ASUNCION, May 4 (AFP) - Farmers blocked a road.\n\nThe government accused farmers of greed. Imports of rice from Brazil have doubled.", "government farmers", "PRY"),
        ("ROME, May 4 (AFP) - A court on Thursday blocked the Albania plan. The opposition hailed the judges. Police beat students.", "opposition police students", "ITA"),
        ("SAN JOSE, May 4 (AFP) - Unions condemned gold exports to the United States. Police arrested six miners.", "unions police miners", "CRI"),
    ],
)  # fmt: skip
def test_bare_nouns_are_of_the_dateline_where_another_state_is_a_topic(text: str, words: str, expected: str) -> None:
    found = _countries(text)
    assert {word: found[word] for word in words.split()} == {word: {expected} for word in words.split()}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("NAIROBI, May 4 (AFP) - Soldiers shot six students in Burundi. The opposition condemned the president. Police arrested nurses.", "opposition police", "BDI"),
        ("ANKARA, May 4 (AP) - Iraqi police beat six students on Thursday. The opposition condemned the government.", "opposition government", "IRQ"),
        ("BUENOS AIRES, May 4 (AFP) - Bolivia's parliament dismissed the interior minister. Unions called a strike. Police beat miners.", "unions police", "BOL"),
        ("MIAMI, May 4 (AP) - Gunmen attacked a market in Port-au-Prince. The opposition accused the government of murder.", "opposition", "HTI"),
    ],
)  # fmt: skip
def test_they_are_of_the_neighbour_that_a_report_is_about(text: str, words: str, expected: str) -> None:
    found = _countries(text)
    assert {word: found[word] for word in words.split()} == {word: {expected} for word in words.split()}


def test_what_holds_the_name_of_a_state_is_still_its() -> None:
    found = _countries("HARARE, May 4 (AFP) - The opposition on Thursday accused Japanese firms of bribery. Unions condemned a loan from Japan.")
    assert found["unions"] == {"ZWE"}
    assert found["japanese firms"] == {"JPN"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The court stopped a tunnel to Morocco.", {"MAR"}),
        ("Lawmakers held a debate on Chad.", {"TCD"}),
        ("The court stopped the Albania plan.", {"ALB"}),
        ("Lawmakers delayed the Ukraine aid bill.", {"UKR"}),
        ("The rebels left the Chad camp.", set()),
        ("A law lets Chinese firms run the port.", {"CHN"}),
        ("Unions condemned gold exports to Dubai.", {"ARE"}),
        ("The army shelled the road to Khartoum.", set()),
        ("The army fired on troops from Chad.", set()),
        ("The rebels ended talks with Chad.", set()),
        ("The rebels vowed to shell Chad.", set()),
        ("The rebels went to talks with Chad.", set()),
        ("The rebels opened fire on Chad.", set()),
        ("The rebels fought with Chadian soldiers.", set()),
        ("The rebels fled to a Chadian village.", set()),
        ("The rebels fought in Chad over a loan from Chad.", set()),
    ],
)
def test_a_state_is_named_in_passing_where_nothing_more_is_told_of_it(text: str, expected: set[str]) -> None:
    assert _in_passing(text) == expected
