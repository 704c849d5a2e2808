"""Who fights whom in a text, and what follows of the sides of its acts of force."""

from __future__ import annotations

import pytest

from dateline.resolve.enemies import Fights
from dateline.types import Mention, Participant, Phrase, PhraseForm, RawMention, Sentence, Span

WAR = {"MLI": frozenset({"NER"}), "NER": frozenset({"MLI"})}


def act(text: str, trigger: str, voice: str = "active", actor: str = "") -> RawMention:
    sentence = Sentence(0, text, Span(0, len(text)))
    who = (Phrase(mention(text, actor), actor.split()[-1], PhraseForm.NOMINAL),) if actor else ()
    return RawMention(sentence, mention(text, trigger), "ASSAULT", actors=who, voice=voice)


def mention(text: str, words: str) -> Mention:
    start = text.index(words)
    return Mention(words, Span(start, start + len(words)))


def party(text: str, words: str, country: str | None, method: str, sector: str = "MIL") -> Participant:
    one = mention(text, words)
    return Participant(one.text, one.span, None, country, sector, (sector,), 0.6, method)


@pytest.mark.parametrize(("method", "expected"), [("setting", "MLI"), ("composition", "NER")])
def test_forces_do_not_strike_their_own_where_that_was_a_guess(method: str, expected: str) -> None:
    text = "The units dislodged the Nigerien troops."
    actors, _ = Fights(WAR).sides(
        act(text, "dislodged", actor="units"),
        (party(text, "units", "NER", method),),
        (party(text, "Nigerien troops", "NER", "composition"),),
        None,
    )
    assert [p.country for p in actors] == [expected]


def test_the_enemy_is_the_other_side() -> None:
    text = "Malian units drove the enemy from the wells."
    _, recipients = Fights(WAR).sides(
        act(text, "drove"), (party(text, "Malian units", "MLI", "composition"),), (party(text, "the enemy", "MLI", "setting"),), "MLI"
    )
    assert [p.country for p in recipients] == ["NER"]


def test_without_a_war_nobody_is_the_enemy() -> None:
    text = "Malian units drove the enemy from the wells."
    sides = (party(text, "Malian units", "MLI", "composition"),), (party(text, "the enemy", "MLI", "setting"),)
    assert Fights({}).sides(act(text, "drove"), *sides, "MLI") == sides


@pytest.mark.parametrize(
    ("words", "trigger", "voice", "teller", "expected"),
    [
        ("The Nigerien troops were annihilated.", "annihilated", "passive", None, "MLI"),
        ("The Nigerien troops were killed.", "killed", "passive", "MLI", "MLI"),
        ("The Nigerien troops were killed.", "killed", "passive", None, None),
    ],
)
def test_who_beat_forces_that_are_beaten(words: str, trigger: str, voice: str, teller: str | None, expected: str | None) -> None:
    assert (
        Fights(WAR).beaten_by(act(words, trigger, voice), (), (party(words, "Nigerien troops", "NER", "composition"),), teller) == expected
    )


def test_an_offensive_is_against_the_other_side_and_fighting_is_of_both() -> None:
    text = "Niger began a new offensive amid heavy fighting."
    niger = (party(text, "Niger", "NER", "country", "GOV"),)
    fights = Fights(WAR)
    assert (fights.against(act(text, "offensive"), niger, ()), fights.partner(act(text, "offensive"), niger, ())) == ("MLI", None)
    assert (fights.against(act(text, "fighting"), niger, ()), fights.partner(act(text, "fighting"), niger, ())) == (None, "MLI")


def test_a_communique_is_of_the_belligerent_who_told_before() -> None:
    text = "Mali said so. A communique said more."
    fights = Fights(WAR)
    paper = Phrase(mention(text, "communique"), "communique", PhraseForm.NOMINAL)
    untold = (party(text, "communique", None, "unknown"),)
    assert fights.telling(untold, paper)[0].country is None
    fights.telling((party(text, "Mali", "MLI", "country", "GOV"),), Phrase(mention(text, "Mali"), "mali", PhraseForm.NAME))
    assert fights.telling(untold, paper)[0].country == "MLI"
