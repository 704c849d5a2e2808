"""Countries of speakers who name none for sure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import Pipeline
from dateline.resolve import Resolver, belonging, speaking
from dateline.resolve.scene import DocumentScene
from dateline.resolve.settling import Settler
from dateline.resolve.speakers import media_alone, with_speakers
from dateline.resolve.speaking import Reported, Speaker
from dateline.types import (
    Attribution,
    Document,
    Extraction,
    Mention,
    Participant,
    Phrase,
    PhraseForm,
    RawAttribution,
    RawMention,
    ResolvedMention,
    Sentence,
    Span,
)

TEXT = "Chad shelled a camp. Niger's envoy left, officials said."
SENTENCES = (Sentence(0, TEXT[:20], Span(0, 20)), Sentence(1, TEXT[21:], Span(21, len(TEXT))))
SCENE = belonging.Scene(TEXT, SENTENCES, [])


def speaker(told: Reported, *others: Reported, own: str | None = None, method: str = "", home: str | None = None) -> Speaker:
    start = TEXT.index("officials")
    phrase = Phrase(Mention("officials", Span(start, start + 9)), "officials", PhraseForm.NOMINAL, True, True, 1)
    case = belonging.Case(phrase, "officials", "GOV", belonging.Known(told.type, "speaker"))
    return Speaker(case, (told,), others, own, method, home)


def act(sentence: int, actor: str, recipient: str = "", place: str | None = None) -> Reported:
    return Reported("ASSAULT", sentence, frozenset({actor}), frozenset({recipient} - {""}), place)


def test_a_candidate_is_told_by_its_part_in_the_acts() -> None:
    one = speaker(act(1, "NER", "MLI", "MLI"), act(0, "TCD"), own="BEL", method="extended", home="FRA")
    table = speaking.features(SCENE, one)
    assert {"told actor", "told actor ASSAULT", "not told recipient"} <= set(table["NER"])
    assert {"told recipient", "told place", "not told actor"} <= set(table["MLI"])
    assert "own extended" in table["BEL"]
    assert "not own extended" in table["NER"]
    assert "home" in table["FRA"]
    assert "TCD" not in table


def test_acts_around_count_by_where_they_stand() -> None:
    one = speaker(act(1, "NER"), act(0, "TCD"), act(1, "MLI"), act(2, "MLI"), home="MLI")
    found = speaking.features(SCENE, speaker(act(1, "NER"), act(0, "TCD"), home="TCD"))["TCD"]
    assert {"before actor", "just before actor"} <= set(found)
    assert {"here actor", "later actor"} <= set(speaking.features(SCENE, one)["MLI"])


def test_a_speaker_is_never_decided_to_belong_nowhere() -> None:
    table = {belonging.NONE: ["none"], "A": ["a"], "B": ["b"]}
    code, chance = speaking.decide(table, {"none": 5.0, "b": 1.0})
    assert code == "B"
    assert chance < 0.1
    assert speaking.decide({belonging.NONE: ["none"]}, {}) == (belonging.NONE, 1.0)


@pytest.mark.parametrize("fact", ["home", "own composition"])
def test_the_packaged_weights_follow_what_a_speaker_says_of_itself(fact: str) -> None:
    assert speaking.weights()[fact] > 0


def test_an_onlooker_is_of_a_body_or_of_the_state_that_its_words_tell() -> None:
    one = replace(speaker(act(1, "NER", "MLI"), own="LVA", method="complement"), onlooker=True)
    codes = speaking.features(SCENE, one).keys()
    assert "LVA" in codes and "UNO" in codes
    assert not codes & {"NER", "MLI"}


def test_the_state_of_the_medium_spoken_to_is_not_the_speakers_unless_it_takes_part() -> None:
    told = replace(speaker(act(1, "NER"), home="GBR"), media=frozenset({"GBR"}))
    assert "GBR" not in speaking.features(SCENE, told)
    assert "GBR" in speaking.features(SCENE, replace(told, told=(act(1, "NER", "GBR"),)))


@pytest.mark.parametrize(
    ("text", "media"),
    [("Chad shelled a camp, an aide told Reuters.", {"GBR"}), ("Britain shelled a camp, an aide told Reuters.", set())],
)
def test_countries_named_by_their_media_alone(text: str, media: set[str]) -> None:
    scene = DocumentScene(Document("d", "d", text, ""), Extraction((Sentence(0, text, Span(0, len(text))),)), Resolver.load())
    assert media_alone(scene) == media


@pytest.mark.parametrize(("word", "form", "expected"), [("officials", PhraseForm.NOMINAL, "FRA"), ("they", PhraseForm.PRONOUN, "NER")])
def test_a_pronoun_that_acts_and_speaks_is_one_party(word: str, form: PhraseForm, expected: str) -> None:
    text = f"Niger was calm. On Monday {word} condemned it."
    sentences = (Sentence(0, text[:15], Span(0, 15)), Sentence(1, text[16:], Span(16, len(text))))
    start = text.index(word)
    mention = Mention(word, Span(start, start + len(word)))
    phrase = Phrase(mention, word, form, True, True, 1, mention.span)
    settler = Settler(DocumentScene(Document("d", "d", text, ""), Extraction(sentences, (phrase,)), Resolver.load()))
    raw = RawMention(sentences[1], mention, "ACCUSE", actors=(phrase,), attribution=RawAttribution("speaker", phrase))
    acting = Participant(word, mention.span, None, "NER", score=0.7, method="setting")
    acts = [ResolvedMention(raw, (acting,), (), None, Attribution("speaker", word, mention.span))]
    (found,) = with_speakers(settler, acts, lambda *_: ("FRA", 0.9))
    assert found.attribution is not None
    assert found.attribution.country == expected


def test_who_says_i_is_who_speaks() -> None:
    text = '"Chad expelled me," said Rojas.'
    sentence = Sentence(0, text, Span(0, len(text)))
    start = text.index("Rojas")
    phrase = Phrase(Mention("Rojas", Span(start, start + 5)), "Rojas", PhraseForm.NAME, False, True, 0)
    settler = Settler(DocumentScene(Document("d", "d", text, ""), Extraction((sentence,), (phrase,)), Resolver.load()))
    raw = RawMention(sentence, Mention("expelled", Span(6, 14)), "SANCTION", attribution=RawAttribution("speaker", phrase))
    me = Participant("me", Span(15, 17), None, "PER", score=0.6, method="setting")
    acts = [ResolvedMention(raw, (), (me,), None, Attribution("speaker", "Rojas", phrase.mention.span))]
    (found,) = with_speakers(settler, acts, lambda *_: ("FRA", 0.9))
    (apart,) = with_speakers(settler, [replace(acts[0], recipients=(replace(me, text="us"),))], lambda *_: ("FRA", 0.9))
    assert found.attribution is not None and apart.attribution is not None
    assert (found.attribution.country, apart.attribution.country) == ("PER", "FRA")


@pytest.mark.parametrize(
    ("text", "speaker", "country"),
    [
        ("Russian forces left Minsk on Monday after talks with the Belarusian leader, according to his office.", "office", "BLR"),
        ("France closed its hospital in Mali, and an aid group said it had left too.", "aid group", "NGO"),
    ],
)
def test_whose_a_speaker_is(text: str, speaker: str, country: str) -> None:
    found = [m.attribution for m in Pipeline().code([plain_document("d", text, "2020-05-05")])[0].mentions if m.attribution]
    assert {one.country for one in found if one.text == speaker} == {country}
