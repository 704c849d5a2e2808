"""Offices of the state of a story, where others are told of by their nationals, and the two between whom its affair is."""

from __future__ import annotations

import pytest
from test_resolve_document import RESOLVER, Text

from dateline.evaluation.gold import plain_document
from dateline.pipeline import Pipeline
from dateline.resolve import resolve_extraction
from dateline.resolve.domestic import national
from dateline.types import Extraction, Participant, Phrase, PhraseForm, RawMention


def _party(text: Text, words: str, verb: str, *, plural: bool = False, dateline: str | None = None) -> Participant:
    """A subject as settled, of a document with a dateline."""
    name = words.istitle() and " " in words
    who = text.phrase(words, PhraseForm.NAME if name else PhraseForm.NOMINAL, plural=plural, subject=True)
    raw = RawMention(text.sentences[who.sentence], text.mention(verb), "ACCUSE", actors=(who,))
    lines = (text.mention(dateline),) if dateline else ()
    (found,) = resolve_extraction(text.document, Extraction(text.sentences, (who,), (raw,), datelines=lines), RESOLVER)
    return found.actors[0]


@pytest.mark.parametrize(
    ("first", "second", "words", "expected"),
    [
        ("ACCRA A Danish geologist was seized on Sunday.", "Senator Kofi Boahen criticised the army.", "Senator Kofi Boahen", "GHA"),
        ("ACCRA Two Danish geologists were seized on Sunday.", "The police chief criticised the army.", "police chief", "GHA"),
        ("ACCRA A Danish geologist was seized on Sunday.", "The Danish ambassador criticised the army.", "Danish ambassador", "DNK"),
    ],
)
def test_offices_are_of_the_dateline_where_foreigners_are_told_of(first: str, second: str, words: str, expected: str) -> None:
    assert _party(Text(first, second), words, "criticised", dateline="ACCRA").country == expected


def test_offices_are_of_the_state_where_foreigners_are() -> None:
    text = Text("Two Danish geologists were seized in Ghana on Sunday.", "The interior ministry criticised the guards.")
    assert _party(text, "interior ministry", "criticised").country == "GHA"


def test_of_another_state_in_the_sentence() -> None:
    text = Text("MORONI The Comoros closed its port.", "In Kenya, lawmakers criticised it.")
    assert _party(text, "lawmakers", "criticised", plural=True, dateline="MORONI").method != "dateline"


def test_lawmakers_are_of_the_state_of_the_story_though_another_acts() -> None:
    text = Text("MORONI France sent a frigate to the Comoros.", "Paris condemned the coup.", "Lawmakers criticised the step.")
    assert _party(text, "Lawmakers", "criticised", plural=True, dateline="MORONI").country == "COM"


@pytest.mark.parametrize(
    ("behind", "expected"),
    [(" engineer was", "engineer"), (" mine managers", "manager"), (" troops", None), (" army officer", None), (" trawler sank", None), (" embassy clerk", None)],
)
def test_nationals(behind: str, expected: str | None) -> None:
    assert national("Korean" + behind, 6) == expected


def _urged(*sentences: str) -> list[str]:
    """The countries of "both countries", urged in the last sentence, after the acts of the others, each of the first name on the last or of both."""
    text = Text(*sentences)
    acts, names = [], []
    for sentence in text.sentences[:-1]:
        subject, verb, *rest = sentence.text.rstrip(".").split()
        doers = tuple(_name(text, sentence.index, word) for word in subject.split("+"))
        struck = (_name(text, sentence.index, rest[-1]),) if rest and rest[-1].istitle() else ()
        names += [*doers, *struck]
        acts.append(RawMention(sentence, text.mention(verb), "ACCUSE", actors=doers, recipients=struck))
    both = text.phrase("countries", PhraseForm.NOMINAL, plural=True)
    acts.append(RawMention(text.sentences[-1], text.mention("urged"), "REQUEST", recipients=(both,)))
    found = resolve_extraction(text.document, Extraction(text.sentences, (*names, both), tuple(acts)), RESOLVER)
    return sorted(p.country or "" for p in found[-1].recipients)


def _name(text: Text, sentence: int, word: str) -> Phrase:
    start = text.text.index(word, text.sentences[sentence].span.start)
    phrase = text.phrase(word)
    span = type(phrase.mention.span)(start, start + len(word))
    return Phrase(type(phrase.mention)(word, span), word.lower(), PhraseForm.NAME, False, True, sentence, span)


def test_both_countries_are_the_two_of_the_affair() -> None:
    text = ("Peru expelled Ecuador.", "Ecuador sued Peru.", "Brazil+Chile deplored it.", "The court urged both countries to talk.")
    assert _urged(*text) == ["ECU", "PER"]


def test_both_countries_are_the_nearest_two_where_they_deal_with_each_other() -> None:
    text = ("Peru expelled Ecuador.", "Brazil thanked Chile.", "The court urged both countries to talk.")
    assert _urged(*text) == ["BRA", "CHL"]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # before any other state is told of
        ("LOME - The governor's secretary said that Beninese soldiers had burned two boats on Sunday.", "burned", "TGO"),
        # of the only other state, behind it
        ("MINSK - Poland expelled the consul on Monday. The interior minister said that the police had arrested two Polish students.", "arrested", "BLR"),
        ("PARAMARIBO, Suriname - A military spokesman here said that Guyanese soldiers had shelled a village.", "shelled", "SUR"),
        # a town from which the press tells of the states around
        ("NAIROBI - Somalia is at war with its own north. The army said that Somalia had bombed a town of smugglers.", "bombed", "SOM"),
        # a town of bodies
        ("GENEVA - A senior official said that Beninese soldiers had burned two boats on Sunday.", "burned", None),
        # who names a body speaks for it
        ("LOME - A spokesman for the United Nations said that Beninese soldiers had burned two boats.", "burned", "UNO"),
    ],
)
def test_an_office_speaks_for_the_state_of_the_dateline(text: str, trigger: str, expected: str | None) -> None:
    found = Pipeline().code([plain_document("a", text, "2011-02-07")])[0]
    (act,) = [one for one in found.mentions if trigger in one.trigger.text]
    assert act.attribution is not None
    if expected is not None:
        assert act.attribution.country == expected
    else:
        assert act.attribution.country != "CHE"


def test_they_who_say_what_they_did_are_who_speaks() -> None:
    text = "ABUJA, Nigeria - The rebels said they had killed a Danish sailor and burned his boat."
    found = Pipeline().code([plain_document("a", text, "2011-02-07")])[0]
    (act,) = [one for one in found.mentions if one.trigger.text == "killed"]
    assert [one.country for one in act.actors] == ["NGA"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Libyan soldiers shelled a village, said Idriss Moussa, a spokesman for the Chadian army.", "TCD"),
        ("Thai soldiers shelled a village, according to Hor Sam, an adviser to the president of Laos.", "LAO"),
        ("Thai soldiers shelled a village, said Ana Wirth, an envoy to the government of Laos.", "THA"),
    ],
)
def test_who_speaks_for_a_force_is_of_its_state(text: str, expected: str) -> None:
    found = Pipeline().code([plain_document("a", text, "2011-02-07")])[0]
    (act,) = [one for one in found.mentions if one.trigger.text.startswith("shelled")]
    assert act.attribution is not None
    assert act.attribution.country == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("SOFIA, May 4 (AFP) - Serbia on Thursday closed the border. The opposition condemned the prime minister.", "condemned", "BGR"),
        ("RIGA, May 4 (AP) - Russia recalled its ambassador on Thursday. The foreign ministry summoned Russia's envoy.", "summoned", "LVA"),
        ("ALGIERS, May 4 (AFP) - The president met the Danish prime minister on Thursday. Unions condemned the government.", "condemned", "DZA"),
        ("KIGALI, May 4 (AFP) - Burundi's parliament adopted a law on strikes. The opposition condemned the president.", "condemned", "BDI"),
        ("NAIROBI, May 4 (AFP) - Ethiopia on Thursday closed two newspapers. The opposition condemned the government.", "condemned", "ETH"),
    ],
)
def test_offices_are_of_the_dateline_where_the_others_are_whole_states(text: str, trigger: str, expected: str) -> None:
    found = Pipeline().code([plain_document("a", text, "2023-05-04")])[0]
    (act,) = [one for one in found.mentions if one.trigger.text == trigger]
    assert [one.country for one in act.actors] == [expected]
