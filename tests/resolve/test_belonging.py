"""Countries of phrases without one of their own: features, probabilities and the packaged weights."""

from __future__ import annotations

import pytest

from dateline.resolve import belonging
from dateline.resolve.sightings import Sighting
from dateline.types import Mention, Phrase, PhraseForm, Sentence, Span

TEXT = "Kenya shut the border. Police beat villagers while Somali elders watched."
SENTENCES = (Sentence(0, TEXT[:22], Span(0, 22)), Sentence(1, TEXT[23:], Span(23, len(TEXT))))


def sighting(word: str, country: str, sentence: int, kind: str = "country") -> Sighting:
    start = TEXT.index(word)
    return Sighting(country, sentence, start, start + len(word), kind)


def case(word: str, **known: object) -> belonging.Case:
    start = TEXT.index(word)
    phrase = Phrase(Mention(word, Span(start, start + len(word))), word.lower(), PhraseForm.NOMINAL, True, True, 1)
    return belonging.Case(phrase, word.lower(), "COP", belonging.Known("ASSAULT", "actors", **known))  # type: ignore[arg-type]


SCENE = belonging.Scene(TEXT, SENTENCES, [sighting("Kenya", "KEN", 0), sighting("Somali", "SOM", 1, "adjective")])


def test_candidates_are_the_countries_in_sight_those_of_the_act_and_none() -> None:
    codes = set(belonging.features(SCENE, case("Police", place="ETH")))
    assert codes - set(belonging.TELLING) == {belonging.NONE, "KEN", "SOM", "ETH"}


def test_features_say_where_a_country_stands() -> None:
    table = belonging.features(SCENE, case("Police", place="KEN"))
    assert {"nearest", "back 1", "back 1 alone", "place"} <= set(table["KEN"])
    assert {"after", "after adjective"} <= set(table["SOM"])
    assert "place" not in table["SOM"]


def test_probabilities_sum_to_one_and_follow_the_weights() -> None:
    chances = belonging.probabilities({"A": ["x", "y"], "B": ["y"], "": ["none"]}, {"x": 1.0, "none": -1.0})
    assert sum(chances.values()) == pytest.approx(1.0)
    assert chances["A"] > chances["B"] > chances[""]


def test_unknown_features_weigh_nothing() -> None:
    assert belonging.probabilities({"A": ["?"], "B": []}, {}) == {"A": 0.5, "B": 0.5}


def test_the_packaged_weights_prefer_the_place_of_the_act() -> None:
    weights = belonging.weights()
    assert len(weights) > 500
    assert weights["place"] > 0
    near, far = (belonging.probabilities(belonging.features(SCENE, case("Police", place=code)), weights) for code in ("SOM", None))
    assert near["SOM"] > far["SOM"]


def test_kinds_of_reference() -> None:
    text = "its minister met the general; police fled"
    for word, extended, kind in (("minister", 0, "owned"), ("general", 17, "definite"), ("police", 30, "bare")):
        start = text.index(word)
        phrase = Phrase(Mention(word, Span(start, start + len(word))), word, PhraseForm.NOMINAL, extended=Span(extended, start + len(word)))
        assert belonging.kind_of(belonging.Case(phrase, word, None, belonging.Known("CONSULT", "actors")), text) == kind


def test_the_coder_s_leaning_counts_only_for_countries_of_the_sentence() -> None:
    table = {belonging.NONE: ["none"], "TCD": ["near"], "MLI": ["near"], "NER": ["far"]}
    added = belonging.leaning(table, {"TCD": 0.9, "MLI": 0.05})
    assert added["TCD"] > 0 > added["MLI"] and "NER" not in added and belonging.NONE not in added
    chances = belonging.probabilities(table, {"near": 1.0, "far": 1.0, "none": 1.0}, added)
    assert chances["TCD"] > chances["NER"] > chances["MLI"]
    assert belonging.leaning(table, {}) == {}
