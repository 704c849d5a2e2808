"""Acts with their parties, places and speakers resolved."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.resolve import Resolver, resolve_extraction
from dateline.types import (
    Document,
    Extraction,
    Lean,
    Mention,
    Phrase,
    PhraseForm,
    RawAttribution,
    RawMention,
    ResolvedMention,
    Sentence,
    Span,
)

RESOLVER = Resolver.load()


class Text:
    """A document of some sentences, and phrases and acts of it by their words."""

    def __init__(self, *sentences: str, published: date = date(2020, 5, 5)) -> None:
        self.text = " ".join(sentences)
        self.document = Document("d", "d", self.text, "", published=published)
        starts = [self.text.index(sentence) for sentence in sentences]
        self.sentences = tuple(
            Sentence(i, sentence, Span(start, start + len(sentence))) for i, (sentence, start) in enumerate(zip(sentences, starts, strict=True))
        )

    def mention(self, words: str) -> Mention:
        start = self.text.index(words)
        return Mention(words, Span(start, start + len(words)))

    def phrase(self, words: str, form: PhraseForm = PhraseForm.NAME, *, plural: bool = False, subject: bool = False) -> Phrase:
        mention = self.mention(words)
        number = next(s.index for s in self.sentences if s.span.contains(mention.span))
        return Phrase(mention, words.split()[-1].lower(), form, plural, subject, number, mention.span)

    def resolve(self, raw: RawMention, *phrases: Phrase) -> ResolvedMention:
        (found,) = resolve_extraction(self.document, Extraction(self.sentences, phrases, (raw,)), RESOLVER)
        return found


def test_parties_place_and_speaker() -> None:
    text = Text("Kenyan troops shelled Somali villages near Kismayo, Mogadishu said.")
    actor, recipient = text.phrase("Kenyan troops", PhraseForm.NOMINAL, plural=True), text.phrase("Somali villages", PhraseForm.NOMINAL)
    place, speaker = text.phrase("Kismayo"), text.phrase("Mogadishu")
    raw = RawMention(
        text.sentences[0], text.mention("shelled"), "ASSAULT", actors=(actor,), recipients=(recipient,), places=(place,),
        attribution=RawAttribution("institution", speaker),
    )  # fmt: skip
    found = text.resolve(raw, actor, recipient, place, speaker)
    assert [(p.country, p.sector) for p in found.actors] == [("KEN", "MIL")]
    assert [p.country for p in found.recipients] == ["SOM"]
    assert found.place is not None
    assert found.place.country == "SOM"
    assert found.attribution is not None
    assert found.attribution.country == "SOM"


def test_two_countries_are_two_participants_of_one_span() -> None:
    text = Text("France and Mali quarrelled.", "The two countries signed a treaty.")
    one, two = text.phrase("France", subject=True), text.phrase("Mali")
    both = text.phrase("two countries", PhraseForm.NOMINAL, plural=True, subject=True)
    raw = RawMention(text.sentences[1], text.mention("signed"), "SUPPORT", actors=(both,))
    found = text.resolve(raw, one, two, both)
    assert sorted((p.country or "", p.sector or "") for p in found.actors) == [("FRA", "GOV"), ("MLI", "GOV")]
    assert {p.span for p in found.actors} == {both.mention.span}


def test_a_bare_noun_belongs_where_the_act_happens() -> None:
    text = Text("Police beat protesters in Nairobi.")
    actor = text.phrase("Police", PhraseForm.NOMINAL, plural=True)
    raw = RawMention(text.sentences[0], text.mention("beat"), "ASSAULT", actors=(actor,), places=(text.phrase("Nairobi"),))
    assert [(p.country, p.sector) for p in text.resolve(raw, actor).actors] == [("KEN", "COP")]


def test_an_unknown_party_keeps_its_words_and_nothing_else() -> None:
    text = Text("Xyzzy attacked.")
    actor = text.phrase("Xyzzy")
    (party,) = text.resolve(RawMention(text.sentences[0], text.mention("attacked"), "ASSAULT", actors=(actor,)), actor).actors
    assert (party.text, party.country, party.sector, party.entity) == ("Xyzzy", None, None, None)
    assert text.text[party.span.start : party.span.end] == "Xyzzy"


def test_a_speaker_is_decided_once_for_all_of_its_acts() -> None:
    text = Text("Kenyan troops shelled a camp and Somali police fled, residents said.")
    troops, police = text.phrase("Kenyan troops", PhraseForm.NOMINAL, plural=True), text.phrase("Somali police", PhraseForm.NOMINAL, plural=True)
    said = RawAttribution("unnamed", text.phrase("residents", PhraseForm.NOMINAL, plural=True, subject=True))
    acts = (
        RawMention(text.sentences[0], text.mention("shelled"), "ASSAULT", actors=(troops,), attribution=said),
        RawMention(text.sentences[0], text.mention("fled"), "RETREAT", actors=(police,), attribution=said),
    )
    found = resolve_extraction(text.document, Extraction(text.sentences, (troops, police), acts), RESOLVER)
    countries = [one.attribution.country for one in found if one.attribution]
    assert len(countries) == 2
    assert countries[0] == countries[1] is not None


def test_a_speaker_without_any_country_in_sight_is_of_the_dateline() -> None:
    text = Text("MANAMA - Soldiers beat nurses, the government said.")
    speaker = text.phrase("government", PhraseForm.NOMINAL, subject=True)
    raw = RawMention(text.sentences[0], text.mention("beat"), "ASSAULT", attribution=RawAttribution("institution", speaker))
    extraction = Extraction(text.sentences, (speaker,), (raw,), datelines=(text.mention("MANAMA"),))
    (found,) = resolve_extraction(text.document, extraction, RESOLVER)
    assert found.attribution is not None
    assert found.attribution.country == "BHR"


def test_a_family_name_of_somebody_else_is_no_known_persons() -> None:
    text = Text("The activist Hector Maduro left.", "Colombian police arrested Maduro.")
    full = text.phrase("Hector Maduro", subject=True)
    start = text.text.rindex("Maduro")
    short = Phrase(Mention("Maduro", Span(start, start + 6)), "maduro", PhraseForm.NAME, sentence=1)
    found = text.resolve(RawMention(text.sentences[1], text.mention("arrested"), "COERCE", recipients=(short,)), full, short)
    assert [p.entity for p in found.recipients] == [None]


def test_a_pronoun_beside_its_noun_is_no_second_party() -> None:
    text = Text("Kenyan police said that they had beaten two Somali boys.")
    police = text.phrase("Kenyan police", PhraseForm.NOMINAL, plural=True, subject=True)
    they, boys = text.phrase("they", PhraseForm.PRONOUN, plural=True, subject=True), text.phrase("Somali boys", PhraseForm.NOMINAL, plural=True)
    raw = RawMention(text.sentences[0], text.mention("beaten"), "ASSAULT", actors=(police, they), recipients=(boys,))
    assert [p.text for p in text.resolve(raw, police, they, boys).actors] == ["Kenyan police"]


def test_a_pronoun_of_another_party_stays_in_a_meeting() -> None:
    text = Text("Hard-liners in Tehran blamed him since he met the American envoy.")
    he, envoy = text.phrase("he", PhraseForm.PRONOUN, subject=True), text.phrase("American envoy", PhraseForm.NOMINAL)
    raw = RawMention(text.sentences[0], text.mention("met"), "CONSULT", actors=(he, envoy))
    assert {p.text for p in text.resolve(raw, he, envoy).actors} == {"he", "American envoy"}


def test_those_who_meet_alone_are_of_two_states() -> None:
    text = Text("Peru and Chile share a desert.", "The generals met in Tacna for an hour.")
    names = text.phrase("Peru", subject=True), text.phrase("Chile")
    generals = text.phrase("generals", PhraseForm.NOMINAL, plural=True, subject=True)
    raw = RawMention(text.sentences[1], text.mention("met"), "CONSULT", actors=(generals,))
    assert sorted(p.country or "" for p in text.resolve(raw, *names, generals).actors) == ["CHL", "PER"]
    alone = RawMention(text.sentences[1], text.mention("met"), "PROTEST", actors=(generals,))
    assert len(text.resolve(alone, *names, generals).actors) == 1


def test_an_office_holder_is_of_another_country_than_the_counterpart() -> None:
    text = Text("Denmark said that the chancellor had telephoned the Norwegian counterpart.")
    name, other = text.phrase("Denmark", subject=True), text.phrase("Norwegian counterpart", PhraseForm.NOMINAL)
    chancellor = text.phrase("chancellor", PhraseForm.NOMINAL, subject=True)
    leans = Lean(text.mention("Norwegian").span, 0.99, 0.0), Lean(text.mention("Denmark").span, 0.5, 0.0)
    raw = RawMention(text.sentences[0], text.mention("telephoned"), "CONSULT", actors=(chancellor, other), leans=leans)
    assert [p.country for p in text.resolve(raw, name, chancellor, other).actors] == ["DNK", "NOR"]


def test_we_are_the_country_of_whoever_speaks() -> None:
    text = Text('Chad met Sudan. "We warn Sudan," the Ghanaian envoy said.')
    we, envoy = text.phrase("We", PhraseForm.PRONOUN, plural=True, subject=True), text.phrase("Ghanaian envoy", PhraseForm.NOMINAL, subject=True)
    raw = RawMention(
        text.sentences[0], text.mention("warn"), "THREATEN", actors=(we,), recipients=(text.phrase("Sudan"),),
        attribution=RawAttribution("official", envoy),
    )  # fmt: skip
    assert [(p.text, p.country, p.method) for p in text.resolve(raw, we, envoy).actors] == [("We", "GHA", "speaker")]


def test_an_author_who_is_nobody_known_stays_of_one_country() -> None:
    text = Text("Chad closed its border and I condemn it.", "Norway sent food and Norway sent aid and I thank Norway.")
    chad, norway = text.phrase("Chad", subject=True), text.phrase("Norway", subject=True)
    first = text.phrase("I", PhraseForm.PRONOUN, subject=True)
    at = text.text.rindex("I thank")
    second = Phrase(Mention("I", Span(at, at + 1)), "i", PhraseForm.PRONOUN, subject=True, sentence=1)
    lean = Lean(text.mention("Chad").span, 0.99, 0.0), Lean(text.mention("Norway").span, 0.99, 0.0)
    raws = [
        RawMention(text.sentences[0], text.mention("condemn"), "ACCUSE", actors=(first,), leans=lean[:1]),
        RawMention(text.sentences[1], text.mention("thank"), "SUPPORT", actors=(second,), leans=lean[1:]),
    ]
    found = resolve_extraction(text.document, Extraction(text.sentences, (chad, first, norway, second), tuple(raws)), RESOLVER)
    assert [act.actors[0].country for act in found] == ["TCD", "TCD"]


def test_a_killing_without_a_word_of_who_did_it_is_nobody_s() -> None:
    text = Text("Peru spoke of the killing of a Chilean judge.", "Peru protested against killings by Chilean police.")
    peru, judge = text.phrase("Peru", subject=True), text.phrase("Chilean judge", PhraseForm.NOMINAL)
    lean = (Lean(text.mention("Peru").span, 0.99, 0.0, 0.99, 0.0),)
    raw = RawMention(text.sentences[0], text.mention("killing"), "ASSAULT", recipients=(judge,), leans=lean, voice="noun")
    assert text.resolve(raw, peru, judge).actors == ()


def test_a_court_of_many_states_is_no_place() -> None:
    text = Text("Gabon took the case to the International Court of Justice.")
    gabon, court = text.phrase("Gabon", subject=True), text.phrase("International Court of Justice")
    raw = RawMention(text.sentences[0], text.mention("took"), "ACCUSE", actors=(gabon,), places=(court,))
    assert text.resolve(raw, gabon, court).place is None


def test_an_army_of_a_state_named_behind_it() -> None:
    text = Text("Rebels of Uganda fought the armed forces of the Central African Republic.")
    rebels, army = text.phrase("Rebels", PhraseForm.NOMINAL, plural=True, subject=True), text.phrase("armed forces", PhraseForm.NOMINAL, plural=True)
    raw = RawMention(text.sentences[0], text.mention("fought"), "ASSAULT", actors=(rebels,), recipients=(army,))
    assert [(p.country, p.sector) for p in text.resolve(raw, rebels, army).recipients] == [("CAF", "MIL")]


def test_people_of_a_town_that_is_only_spelt_alike_are_of_no_other_country() -> None:
    text = Text("Congo said that rebels had killed civilians in Mambasa.")
    congo, town = text.phrase("Congo", subject=True), text.phrase("Mambasa")
    civilians = Phrase(text.mention("civilians"), "civilians", PhraseForm.NOMINAL, True, extended=text.mention("civilians in Mambasa").span)
    raw = RawMention(text.sentences[0], text.mention("killed"), "ASSAULT", recipients=(civilians,), places=(town,))
    found = text.resolve(raw, congo, town, civilians)
    assert (found.recipients[0].country, found.place) == ("COD", None)


@pytest.mark.parametrize(
    ("whole", "country", "method"),
    [
        ("officials of neighbouring Togo", "TGO", "extended"),
        ("leaders from warring Sudan", "SDN", "extended"),
        ("officials of shelling Togo", None, None),
    ],
)
def test_a_deed_behind_a_party_tells_no_country_and_a_neighbour_does(whole: str, country: str | None, method: str | None) -> None:
    text = Text(f"In Ghana, {whole} condemned Benin.")
    head = whole.split()[0]
    party = Phrase(text.mention(head), head, PhraseForm.NOMINAL, True, True, extended=text.mention(whole).span)
    raw = RawMention(text.sentences[0], text.mention("condemned"), "ACCUSE", actors=(party,))
    (found,) = text.resolve(raw, party).actors
    if country is None:
        assert found.method != "extended"
    else:
        assert (found.country, found.method) == (country, method)
