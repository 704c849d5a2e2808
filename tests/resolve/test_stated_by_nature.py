"""Whose a phrase is by what it is: offices of states, epithets, parties of shared names, states in brackets."""

from __future__ import annotations

from datetime import date

import pytest
from test_whose import RESOLVER, country, scene_of

from dateline.resolve import counterparts, epithets, owners, stateoffices
from dateline.resolve.belonging import BODIES, Known
from dateline.types import Mention, Participant, Phrase, PhraseForm, Span


def noun(text: str, words: str, form: PhraseForm = PhraseForm.NOMINAL, *, plural: bool = False) -> Phrase:
    start = text.index(words)
    span = Span(start, start + len(words))
    return Phrase(Mention(words, span), words.split()[-1].lower(), form, plural, True, 0, span)


def resolved(words: str, day: str = "2024-05-24") -> str | None:
    chosen = RESOLVER.actor(words, on=date.fromisoformat(day)).chosen
    return chosen.country if chosen else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("EU Member States", "EUR"),
        ("NATO Member States", "IGO"),
        ("Arab States", None),
        ("States Parties", None),
        ("United States", "USA"),
        ("the Maduro government", "VEN"),
        ("Maduro's government", "VEN"),
        ("López Obrador", "MEX"),
        ("President Lopez Obrador", "MEX"),
        ("23 March Movement", "COD"),
        ("Labour ministry", None),
        ("Congolese Tutsi", "COD"),
        ("Tutsi traders", "RWA"),
        ("Sikh leader", None),
        ("Ms. Shea", None),
        ("Jamie Shea", "IGO"),
        ("Mr. Blinken", "USA"),
        ("President Arévalo de León", None),
    ],
)
def test_names_and_look_alikes(words: str, expected: str | None) -> None:
    assert resolved(words) == expected


def test_a_government_is_of_whoever_holds_office_that_day() -> None:
    assert (resolved("the Maduro government", "2003-05-01"), resolved("the Maduro government")) == ("HND", "VEN")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The EU fined Malta. Malta sued the Commission.", "Commission", "EUR"),
        ("ECOWAS warned Togo. The Community was calm.", "Community", "IGO"),
        ("Kenya has an Electoral Commission. The EU spoke. Kenya sued the Commission.", "Commission", None),
        ("Qatar and France spoke. The emirate was calm.", "emirate", "QAT"),
        ("Chile and France spoke. The emirate was calm.", "emirate", None),
        ("China blamed Australia. The Asian giant was calm.", "giant", "CHN"),
        ("China blamed Japan. The Asian giant was calm.", "giant", None),
        ("Mr. Diallo (Guinea) thanked Ms. Shea (United States of America).", "Shea", "USA"),
        ("Mr. Diallo (Guinea) thanked Ms. Shea.", "Diallo", "GIN"),
        ("Ms. Shea (United States of America) left. Mr. Diallo (Guinea) thanked Ms. Shea.", "Shea", "USA"),
        ("Mr. Lee (Guinea) left. Mr. Lee (Malta) left. Mr. Lee spoke.", "Lee", None),
        ("Dutch voters and the Netherlands spoke. The Freedom Party was calm.", "Party", None),
        ("Oslo and Norway spoke. The Labour government left.", "government", None),
        ("London and Britain spoke. The Labour government left.", "government", "GBR"),
        ("Austria spoke. The Freedom Party was calm.", "Party", "AUT"),
        ("India and Canada spoke. Police in Punjab left. Punjab's police came.", "police", "IND"),
        ("Rwanda was calm. Tutsi traders left Bukavu in Congo.", "traders", "COD"),
        ("Burundi said that Hutu rebels left.", "rebels", "BDI"),
        ("Rwanda and Congo said that Tutsi traders left.", "traders", "RWA"),
        ("Tutsi traders left.", "traders", "RWA"),
        ("Pakistan and Canada spoke. Punjab's police came.", "police", "PAK"),
        ("Peru and Argentina met. The CGT was calm in Argentina.", "CGT", "ARG"),
    ],
)
def test_by_the_text(text: str, word: str, expected: str | None) -> None:
    assert country(text, word) == expected


@pytest.mark.parametrize(
    ("words", "expected"), [("a new era with Morocco", "MAR"), ("a new era in Morocco", None), ("a new era. With Morocco", None)]
)
def test_a_thing_shared_with_somebody(words: str, expected: str | None) -> None:
    text = f"Madrid lauded {words}."
    thing, start = noun(text, "new era"), text.index("Morocco")
    parties = (Participant("new era", thing.mention.span), Participant("Morocco", Span(start, start + 7), "Morocco", "MAR"))
    assert counterparts.with_whom_it_is(parties, {thing.mention.span: thing}, text)[0].country == expected


@pytest.mark.parametrize(
    ("text", "act", "expected"),
    [
        ("Sonatrach and Qualitex signed.", "SUPPORT", True),
        ("Sonatrach and Qualitex signed.", "ACCUSE", False),
        ("Sonatrach, which owns Qualitex, signed.", "SUPPORT", False),
    ],
)
def test_the_unknown_partner_of_a_deal(text: str, act: str, expected: bool) -> None:
    phrase = noun(text, "Qualitex", PhraseForm.NAME)
    known = Known(act, "actors", same=frozenset({"DZA"}))
    assert counterparts.is_other_party(known, phrase, Participant("Qualitex", phrase.mention.span), text) is expected


@pytest.mark.parametrize(
    ("words", "form", "text", "expected"),
    [
        ("junta", PhraseForm.NAME, "junta", True),
        ("Government", PhraseForm.NAME, "Government", True),
        ("military authorities", PhraseForm.NOMINAL, "military authorities", True),
        ("foreign ministry", PhraseForm.NAME, "foreign ministry", True),
        ("spokesman Col. Issa Diallo", PhraseForm.NAME, "spokesman Col. Issa Diallo", True),
        ("spokesman Col. Issa Diallo", PhraseForm.NAME, "spokesman Col. Issa Diallo of NATO", False),
        ("commissioner", PhraseForm.NOMINAL, "commissioner", False),
        ("foreign ministers", PhraseForm.NOMINAL, "foreign ministers", False),
    ],
)
def test_offices_of_states(words: str, form: PhraseForm, text: str, expected: bool) -> None:
    assert (stateoffices.bodies_barred(noun(text, words, form), text) == BODIES) is expected


@pytest.mark.parametrize(
    ("words", "out", "kept"),
    [
        ("Asian power", {"USA", "UNO"}, {"CHN"}),
        ("emir", {"USA"}, {"KWT", "QAT", "NGA"}),
        ("state governments", set(), {"USA", "NGA"}),
        ("States Parties", {"USA"}, set()),
        ("Alpine country", {"USA"}, {"SVN"}),
        ("Gulf states", {"KWT", "EUR"}, set()),
        ("Coastal States", {"USA"}, set()),
        ("same network", {"GBR"}, set()),
        ("network", set(), {"GBR"}),
        ("European states", set(), {"EUR"}),
    ],
)
def test_epithets(words: str, out: set[str], kept: set[str]) -> None:
    found = epithets.ruled_out(noun(words, words), {"USA", "CHN", "KWT", "QAT", "GBR", "NGA", "SVN"})
    assert out <= found
    assert not kept & found


def party(code: str) -> Participant:
    return Participant(code, Span(0, 1), None, code)


@pytest.mark.parametrize(("text", "expected"), [("Pence blamed his old rival.", True), ("Peru blamed its old rival.", False), ("Pence blamed his old enemy.", False)])
def test_a_politicians_rival_is_at_home(text: str, expected: bool) -> None:
    _, extraction = scene_of(text)
    phrase = next(p for p in extraction.phrases if p.mention.text.startswith("old "))
    assert owners.is_rival_at_home(phrase, text) is expected
