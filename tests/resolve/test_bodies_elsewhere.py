"""Bodies by whose name another country's body is better known."""

from __future__ import annotations

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import CodeOptions, Pipeline
from dateline.resolve import Resolver

PIPELINE, RESOLVER = Pipeline(CodeOptions()), Resolver.load()


def _party(text: str, trigger: str, words: str) -> tuple[str | None, str | None]:
    """Country and sector of the party of an act that has certain words."""
    (coded,) = PIPELINE.code([plain_document("d", text, "2023-05-08")])
    parties = (p for m in coded.mentions if m.trigger.text.startswith(trigger) for p in (*m.actors, *m.recipients))
    return next((p.country, p.sector) for p in parties if words in p.text)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Tunisia declared a curfew. The National Guard arrested nine migrants in Sfax, Tunisia.", "TUN"),
        ("Tunisia declared a curfew. Members of the National Guard arrested nine migrants in Sfax, Tunisia.", "TUN"),
        ("The National Guard arrested nine migrants in Texas. The United States deported them.", "USA"),
        ("Soldiers of the National Guard of Ukraine arrested nine men. Ukraine praised them.", "UKR"),
    ],
)
def test_the_national_guard_is_of_a_named_state(text: str, country: str) -> None:
    assert _party(text, "arrested", "")[0] == country


@pytest.mark.parametrize(("phrase", "country"), [("Nasa people", None), ("the Nasa tribe", None), ("Nasa engineers", "USA"), ("Nasa", "USA"), ("NASA", "USA")])
def test_a_people_is_no_agency(phrase: str, country: str | None) -> None:
    chosen = RESOLVER.actor(phrase).chosen
    assert (chosen.country if chosen else None) == country


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("The Maritime Surveillance Support force (MSS) of Kenya met. The MSS arrested nine men in Mombasa, Kenya.", "MSS", ("KEN", None)),
        ("The Ministry of State Security (MSS) of China met. The MSS arrested nine men.", "MSS", ("CHN", "SPY")),
        ("The Chadian Army (ANTc) met. ANTc arrested nine men in Moundou.", "ANTc", ("TCD", "MIL")),
    ],
)
def test_an_acronym_is_the_body_before_its_bracket(text: str, words: str, party: tuple[str | None, str | None]) -> None:
    assert _party(text, "arrested", words) == party
