"""The country of a side of an act: features of its options, and what a choice makes of its parties."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.resolve import belonging, sides
from dateline.resolve.belonging import NONE
from dateline.resolve.sided import Sided, Sides
from dateline.resolve.sightings import Sighting
from dateline.types import Candidate, Lean, Mention, Participant, Phrase, PhraseForm, RawMention, ResolvedMention, Sentence, Span

TEXT = "Kenya shut the border. Police beat villagers in Garissa while Somali elders watched."
SENTENCES = (Sentence(0, TEXT[:22], Span(0, 22)), Sentence(1, TEXT[23:], Span(23, len(TEXT))))


def span(word: str) -> Span:
    return Span(TEXT.index(word), TEXT.index(word) + len(word))


def phrase(word: str, sentence: int, form: PhraseForm = PhraseForm.NOMINAL) -> Phrase:
    return Phrase(Mention(word, span(word)), word.lower(), form, subject=True, sentence=sentence)


SIGHTINGS = [
    Sighting("KEN", 0, 0, 5, "country"),
    Sighting("KEN", 1, span("Garissa").start, span("Garissa").end, "town", "in"),
    Sighting("SOM", 1, span("Somali").start, span("Somali").end, "adjective"),
]
NAMED = {0: [(phrase("Kenya", 0, PhraseForm.NAME), Candidate("Kenya", "KEN", ("GOV",), 1.0))]}
POLICE = Participant("Police", span("Police"), sector="COP")
KENYA = Participant("Kenya", span("Kenya"), "Kenya", "KEN", "GOV", ("GOV",), 1.0)
SOMALIS = Participant("Somali elders", span("Somali elders"), country="SOM", sector="CVL")
LEANS = (Lean(span("Police"), 0.0, 0.0, 0.9, 0.1), Lean(span("Somali"), 0.2, 0.6))


def act(party: Participant | None = None, *other: Participant, role: str = "actors") -> Sided:
    raw = RawMention(SENTENCES[1], Mention("beat", span("beat")), "ASSAULT", leans=LEANS, voice="active")
    known = belonging.Known("ASSAULT", role, None)
    case = belonging.Case(phrase("Police", 1), "police", "COP", known) if party else None
    return Sided(raw, known, party, case, other)


def reader() -> Sides:
    return Sides(belonging.Scene(TEXT, SENTENCES, SIGHTINGS), NAMED)


def test_chances_are_those_of_the_words_and_turn_with_the_role() -> None:
    assert sides.chances(LEANS, [span("Somali elders")], "actors") == sides.Chances(0.2, 0.6)
    assert sides.chances(LEANS, [span("Police")], "recipients") == sides.Chances(0.0, 0.0, 0.1, 0.9)
    assert sides.chances(LEANS, [span("Kenya")], "actors") == sides.Chances()


def test_a_side_without_a_phrase_is_seen_from_its_trigger() -> None:
    side = reader().side(act())
    assert (side.form, side.case.phrase.mention.text, side.trigger) == ("absent", "beat", "beat")
    table = sides.features(belonging.Scene(TEXT, SENTENCES, SIGHTINGS), side)
    assert "absent top" in table["SOM"]
    assert "here absent actors" in table["KEN"]
    assert "none absent actors active" in table[NONE]


@pytest.mark.parametrize(
    ("party", "code", "expected"),
    [
        (POLICE, "KEN", [("Police", "KEN")]),
        (POLICE, NONE, [("Police", None)]),
        (None, NONE, []),
        (None, "KEN", [("Garissa", "KEN")]),
        (None, "SOM", [("Somali", "SOM")]),
        (None, "PER", []),
    ],
)
def test_what_a_choice_makes_of_a_side(party: Participant | None, code: str, expected: list[tuple[str, str | None]]) -> None:
    found = reader().settle(act(party), lambda side, table: code)
    assert [(p.text, p.country) for p in found] == expected
    assert all(TEXT[p.span.start : p.span.end] == p.text for p in found)


def test_the_words_of_the_other_side_do_not_stand_for_this_one() -> None:
    assert reader().settle(act(None, SOMALIS, role="recipients"), lambda side, table: "SOM") == ()


def test_a_bare_noun_of_a_text_that_names_no_country_takes_the_datelines() -> None:
    scene = belonging.Scene(TEXT, SENTENCES, [])
    (found,) = Sides(scene, {}, "KEN").settle(act(POLICE), lambda side, table: NONE)
    assert (found.country, found.method) == ("KEN", "dateline")


def test_a_party_named_in_the_sentence_before_stands_where_the_act_names_none() -> None:
    scene = belonging.Scene(TEXT, SENTENCES, SIGHTINGS[:1])
    (found,) = Sides(scene, NAMED).settle(act(), lambda side, table: "KEN")
    assert (found.text, found.entity, found.method) == ("Kenya", "Kenya", "named elsewhere")


def test_what_was_settled_before_is_remembered() -> None:
    sided = reader()
    sided.note(ResolvedMention(act().raw, (replace(POLICE, country="KEN"),), (SOMALIS,), None, None))
    side = sided.side(act(POLICE))
    assert (side.past.head, side.past.sector, side.past.here, side.past.only_here) == ("KEN", "KEN", "KEN", True)
    assert side.before == sides.Before(frozenset({"KEN"}), frozenset({"SOM"}), True, True)


def test_the_packaged_weights_give_police_the_country_where_things_happen() -> None:
    assert len(sides.weights()) > 1000
    side = reader().side(act(POLICE))
    assert sides.likeliest(sides.features(belonging.Scene(TEXT, SENTENCES, SIGHTINGS), side), sides.weights()) == "KEN"
