"""Who is of no state in sight or of another than the last named: the host, the crew, an idea, no country at all."""

from __future__ import annotations

import pytest
from test_resolve_document import RESOLVER, Text

from dateline.resolve.crews import Crews
from dateline.resolve.outsiders import is_nobodys
from dateline.types import Participant, Phrase, PhraseForm, RawMention, ResolvedMention

NOUN = PhraseForm.NOMINAL


def party(phrase: Phrase, country: str | None) -> Participant:
    return Participant(phrase.mention.text, phrase.mention.span, None, country, "GOV", ("GOV",), 0.8)


def acted(text: Text, word: str, kind: str, who: Participant, whom: Participant, sentence: int = 0) -> ResolvedMention:
    return ResolvedMention(RawMention(text.sentences[sentence], text.mention(word), kind, voice="active"), (who,), (whom,), None, None)


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Austria ruled out the idea of training recruits.", "idea", True),
        ("Chad dismissed a proposal to lease the port.", "proposal", True),
        ("Chad dismissed the proposal to lease the port.", "proposal", False),
        ("Chad liked the idea.", "idea", False),
        ("Chad dismissed its idea of leasing the port.", "idea", False),
        ("No country recognised the junta.", "country", True),
        ("Voters said no other country would help.", "country", True),
        ("The country recognised the junta.", "country", False),
    ],
)
def test_of_nobody(text: str, noun: str, expected: bool) -> None:
    assert is_nobodys(Text(text).phrase(noun, NOUN), text) is expected


def test_an_idea_of_somebody_is_his() -> None:
    text = Text("Chad dismissed the idea of leasing the port by Togo.")
    phrase = text.phrase("idea", NOUN)
    whole = Phrase(phrase.mention, "idea", NOUN, extended=text.mention("the idea of leasing the port by Togo").span)
    assert not is_nobodys(whole, text.document.text)


@pytest.mark.parametrize(
    ("craft", "crew", "kind", "country"),
    [
        ("Omani tanker", "captain", "COERCE", "OMN"),
        ("Omani MiG-23", "pilot", "ASSAULT", "OMN"),
        ("Omani plane", "crew members", "ASSAULT", "OMN"),
        ("Omani village", "pilot", "ASSAULT", None),
        ("Omani tanker", "mayor", "COERCE", None),
        ("Omani tanker", "captain", "SUPPORT", None),
    ],
)
def test_a_crew_is_of_its_craft(craft: str, crew: str, kind: str, country: str | None) -> None:
    text = Text(f"Yemen hit an {craft} off Aden.", f"The {crew} was hurt.")
    before = acted(text, "hit", kind, party(text.phrase("Yemen"), "YEM"), party(text.phrase(craft, NOUN), "OMN"))
    phrase = text.phrase(crew, NOUN)
    crews = Crews({}, text.document.text)
    crews.note(before)
    raw = RawMention(text.sentences[1], text.mention("hurt"), "ASSAULT")
    assert crews.settled(raw, (party(phrase, None),), (phrase,), "recipients")[0].country == country


@pytest.mark.parametrize(
    ("name", "country"),
    [("World Health Assembly", "UNO"), ("International Labour Conference", "UNO"), ("World Heritage Committee", "UNO"), ("Assembly of States Parties", "IGO")],
)
def test_assemblies_of_bodies_of_many_states_are_no_states(name: str, country: str) -> None:
    found = RESOLVER.actor(name).chosen
    assert found is not None and found.country == country
