"""The country of a side of an act: features of its options, and what a choice makes of its parties."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.resolve import belonging, sides
from dateline.resolve.belonging import NONE
from dateline.resolve.sided import Sided, Sides
from dateline.resolve.sightings import Sighting
from dateline.types import Candidate, Lean, Mention, Participant, Phrase, PhraseForm, RawMention, Sentence, Span

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


def act(*parties: Participant, leans: tuple[Lean, ...] = LEANS, role: str = "actors") -> Sided:
    raw = RawMention(SENTENCES[1], Mention("beat", span("beat")), "ASSAULT", leans=leans, voice="active")
    own = frozenset(p.country for p in parties if p.country)
    known = belonging.Known("ASSAULT", role, None, own)
    case = belonging.Case(phrase("Police", 1), "police", "COP", known) if parties else None
    return Sided(raw, known, parties, parties, case)


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


def test_a_phrase_that_names_its_country_is_an_option_of_its_own() -> None:
    one = reader().side(act(SOMALIS))
    assert one.form == "own"
    assert "own" in sides.features(belonging.Scene(TEXT, SENTENCES, SIGHTINGS), one)["SOM"]
    assert sides.AS_FOUND not in sides.features(belonging.Scene(TEXT, SENTENCES, SIGHTINGS), one)
    several = reader().side(act(SOMALIS, KENYA))
    assert "as found 2" in sides.features(belonging.Scene(TEXT, SENTENCES, SIGHTINGS), several)[sides.AS_FOUND]


@pytest.mark.parametrize(
    ("parties", "option", "expected"),
    [
        ((POLICE,), "KEN", [("Police", "KEN")]),
        ((POLICE,), NONE, [("Police", None)]),
        ((SOMALIS,), NONE, []),
        ((SOMALIS, KENYA), "KEN", [("Kenya", "KEN")]),
        ((SOMALIS, KENYA), sides.AS_FOUND, [("Somali elders", "SOM"), ("Kenya", "KEN")]),
        ((), "KEN", [("Garissa", "KEN")]),
        ((), "SOM", [("Somali", "SOM")]),
        ((), "PER", []),
    ],
)
def test_what_a_choice_makes_of_the_parties(parties: tuple[Participant, ...], option: str, expected: list[tuple[str, str | None]]) -> None:
    found = reader().settle(act(*parties), lambda side, table: option)
    assert [(p.text, p.country) for p in found] == expected
    assert all(TEXT[p.span.start : p.span.end] == p.text for p in found)


def test_a_party_named_in_the_sentence_before_stands_where_the_act_names_none() -> None:
    scene = belonging.Scene(TEXT, SENTENCES, SIGHTINGS[:1])
    (found,) = Sides(scene, NAMED).settle(act(), lambda side, table: "KEN")
    assert (found.text, found.entity, found.method) == ("Kenya", "Kenya", "named elsewhere")


def test_a_sure_phrase_stands_and_an_unsure_one_is_weighed() -> None:
    sure = (Lean(span("Somali"), 0.8, 0.0, 0.2), Lean(span("elders"), 0.1, 0.0, 0.9))
    assert reader().settle(act(SOMALIS, leans=sure), lambda side, table: NONE) == (SOMALIS,)
    assert reader().settle(act(SOMALIS, leans=sure[:1]), lambda side, table: NONE) == ()


def test_without_leanings_parties_stay_as_they_are() -> None:
    assert reader().settle(act(SOMALIS, leans=()), lambda side, table: NONE) == (SOMALIS,)


def test_what_was_settled_before_is_remembered() -> None:
    from dateline.types import ResolvedMention

    sided = reader()
    sided.note(ResolvedMention(act().raw, (replace(POLICE, country="KEN"),), (SOMALIS,), None, None))
    side = sided.side(act(POLICE))
    assert (side.past.head, side.past.sector, side.past.here, side.past.only_here) == ("KEN", "KEN", "KEN", True)
    assert side.before == sides.Before(frozenset({"KEN"}), frozenset({"SOM"}), True, True)


def test_the_packaged_weights_keep_what_a_phrase_says_of_itself() -> None:
    weights = sides.weights()
    assert len(weights) > 1000
    sure = (Lean(span("Somali"), 0.97, 0.02, 0.1), Lean(span("elders"), 0.1, 0.0, 0.98))
    side = reader().side(act(SOMALIS, leans=sure))
    assert sides.likeliest(sides.features(belonging.Scene(TEXT, SENTENCES, SIGHTINGS), side), weights) == "SOM"
