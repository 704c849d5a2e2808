"""Parties told from themselves and from those whose own they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_resolve_document import Text

from dateline.resolve.itself import of_one_person, of_superior
from dateline.types import Lean, Participant, Phrase, PhraseForm, RawMention

NOUN, PRONOUN = PhraseForm.NOMINAL, PhraseForm.PRONOUN


def wide(text: Text, phrase: Phrase, words: str) -> Phrase:
    """A phrase that the given words hold."""
    return replace(phrase, extended=text.mention(words).span)


def test_nobody_threatens_his_own_state() -> None:
    text = Text("Vladimir Putin warned that Russia would leave the pact with Berlin.")
    who, own = text.phrase("Vladimir Putin", subject=True), text.phrase("Russia", subject=True)
    leans = (Lean(own.mention.span, 0.1, 0.9), Lean(text.mention("Berlin").span, 0.1, 0.3))
    raw = RawMention(text.sentences[0], text.mention("warned"), "THREATEN", actors=(who,), recipients=(own,), leans=leans)
    assert "RUS" not in [p.country for p in text.resolve(raw, who, own, text.phrase("Berlin")).recipients]


@pytest.mark.parametrize(("words", "country"), [("members of his own guard", "GIN"), ("members of the guard", None)])
def test_his_own_guard_is_of_his_country(words: str, country: str | None) -> None:
    text = Text("Guinea's president was seized by " + words + ".", "Nobody spoke.")
    who = text.phrase("Guinea's president", NOUN, subject=True)
    guard = wide(text, text.phrase("members", NOUN, plural=True), words)
    raw = RawMention(text.sentences[0], text.mention("seized"), "COERCE", actors=(guard,), recipients=(who,))
    found = text.resolve(raw, who, guard)
    assert (found.actors[0].country if found.actors[0].method == "owner" else None) == country


@pytest.mark.parametrize(("kind", "home", "own"), [("AID", "home", True), ("AID", "away", False), ("COERCE", "home", False)])
def test_who_is_brought_home_is_of_who_brings_them(kind: str, home: str, own: bool) -> None:
    text = Text(f"Ghana flew students {home}.")
    actor, people = text.phrase("Ghana", subject=True), text.phrase("students", NOUN, plural=True)
    raw = RawMention(text.sentences[0], text.mention("flew"), kind, actors=(actor,), recipients=(people,))
    (party,) = text.resolve(raw, actor, people).recipients
    assert ((party.country, party.method) == ("GHA", "owner")) is own


@pytest.mark.parametrize(
    ("sentence", "noun", "found"),
    [
        ("Police arrested him along with two other mayors.", "two other mayors", ["him", "mayors"]),
        ("Police arrested him and his brothers, the mayors.", "his brothers, the mayors", ["him", "mayors"]),
        ("Police hit him, the oldest of the mayors.", "the mayors", ["mayors"]),
    ],
)
def test_who_is_joined_to_a_pronoun_is_somebody_else(sentence: str, noun: str, found: list[str]) -> None:
    text = Text(sentence)
    him, mayors = text.phrase("him", PRONOUN), wide(text, text.phrase("mayors", NOUN, plural=True), noun)
    raw = RawMention(text.sentences[0], text.mention("Police"), "COERCE", recipients=(him, mayors))
    assert [p.text for p in text.resolve(raw, him, mayors).recipients] == found


@pytest.mark.parametrize(("owned", "method"), [("their crew", "owner"), ("their captors", "setting")])
def test_a_trawler_and_its_crew(owned: str, method: str) -> None:
    text = Text(f"Kenya's navy seized two Somali trawlers and {owned}.")
    navy, boats = text.phrase("Kenya's navy", NOUN, subject=True), text.phrase("Somali trawlers", NOUN, plural=True)
    crew = wide(text, text.phrase(owned.split()[1], NOUN, plural=True), owned)
    raw = RawMention(text.sentences[0], text.mention("seized"), "COERCE", actors=(navy,), recipients=(boats, crew))
    one, two = text.resolve(raw, navy, boats, crew).recipients
    assert one.country == "SOM"
    assert (two.method == "owner") is (method == "owner")
    assert method != "owner" or two.country == "SOM"


@pytest.mark.parametrize(
    ("mention", "whole", "codes"),
    [
        ("citizens of Iraq", "citizens of Iraq, Syria and Yemen", ["IRQ", "SYR", "YEM"]),
        ("citizens of Iraq", "citizens of Iraq", ["IRQ"]),
    ],
)
def test_a_list_of_countries_is_read_to_its_end(mention: str, whole: str, codes: list[str]) -> None:
    text = Text("Ghana expelled citizens of Iraq, Syria and Yemen.")
    actor, people = text.phrase("Ghana", subject=True), wide(text, text.phrase(mention, NOUN, plural=True), whole)
    raw = RawMention(text.sentences[0], text.mention("expelled"), "COERCE", actors=(actor,), recipients=(people,))
    assert [p.country for p in text.resolve(raw, actor, people).recipients] == codes




@pytest.mark.parametrize(
    ("text", "words", "verb", "expected"),
    [
        ("Paris froze the accounts. Togo's president sacked the navy commander.", "navy commander", "sacked", "TGO"),
        ("Paris froze the accounts. Togo's president suspended two judges.", "judges", "suspended", "TGO"),
        ("Paris froze the accounts. Togo's president suspended the ambassador.", "ambassador", "suspended", None),
        ("Paris froze the accounts. Togo's president criticised the navy commander.", "navy commander", "criticised", None),
    ],
)
def test_who_is_dismissed_is_of_the_state_that_dismisses(text: str, words: str, verb: str, expected: str | None) -> None:
    told = Text(text)
    who, phrase = told.phrase("Togo's president", PhraseForm.NOMINAL, subject=True), told.phrase(words, PhraseForm.NOMINAL)
    raw = RawMention(told.sentences[0], told.mention(verb), "SANCTION", actors=(who,), recipients=(phrase,))
    party = Participant(words, phrase.mention.span, sector="MIL")
    actor = Participant("Togo's president", who.mention.span, country="TGO")
    assert of_superior(raw, party, phrase, (actor,)).country == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("The army chief, Colonel Ali Mze, fled.", "Colonel Ali Mze", "COM"),
        ("The army chief and Colonel Ali Mze fled.", "Colonel Ali Mze", "FRA"),
        ("The army chief, Colonel Ali Mze and a judge fled.", "Colonel Ali Mze", "FRA"),
    ],
)
def test_a_name_behind_its_office_is_of_the_same_country(text: str, name: str, expected: str) -> None:
    told = Text(text)
    phrases = {p.mention.span: p for p in (told.phrase("army chief", PhraseForm.NOMINAL), told.phrase(name))}
    spans = list(phrases)
    own = [Participant("army chief", spans[0], country="COM"), Participant(name, spans[1], country="FRA", method="setting")]
    assert of_one_person(own, phrases, told.text)[1].country == expected
