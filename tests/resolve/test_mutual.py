"""What takes two by its nature, told of one plural that no word gives to a state."""

from __future__ import annotations

import pytest
from test_resolve_document import RESOLVER, Text
from test_sets import countries

from dateline.resolve import resolve_extraction
from dateline.types import Extraction, Mention, Phrase, PhraseForm, RawMention, ResolvedMention, Span


def act(text: Text, who: str, trigger: str, kind: str, names: list[str], object_: str | None = None) -> ResolvedMention:
    at = text.text.rindex(trigger)
    sentence = next(s for s in text.sentences if s.span.start <= at < s.span.end)
    phrases = [text.phrase(name, subject=True) for name in names]
    doer = text.phrase(who, PhraseForm.NOMINAL, plural=True, subject=True)
    things = (text.phrase(object_, PhraseForm.NOMINAL),) if object_ else ()
    raw = RawMention(sentence, Mention(trigger, Span(at, at + len(trigger))), kind, actors=(doer,), recipients=things)
    return text.resolve(raw, *phrases, doer, *things)


@pytest.mark.parametrize(
    ("before", "sentence", "who", "trigger", "kind"),
    [
        ("Peru and Chile dispute the bay.", "Delegations have met six times.", "Delegations", "met", "CONSULT"),
        ("Peru and Chile dispute the bay.", "On Monday border guards exchanged fire.", "border guards", "exchanged fire", "ASSAULT"),
        ("Peru and Chile dispute the bay.", "A week later soldiers traded shots.", "soldiers", "traded shots", "ASSAULT"),
        ("Peru and Chile fought in May.", "The parties agreed a truce.", "parties", "agreed", "AGREE"),
        ("A mill divides Peru from Chile.", "The foreign ministers put their names to a pact.", "foreign ministers", "put their names", "SUPPORT"),
    ],
)  # fmt: skip
def test_a_plural_of_nobody_stands_for_both(before: str, sentence: str, who: str, trigger: str, kind: str) -> None:
    found = act(Text(before, sentence), who, trigger, kind, ["Peru", "Chile"])
    assert sorted(p.country or "" for p in found.actors) == ["CHL", "PER"]
    assert not found.recipients


@pytest.mark.parametrize(
    ("before", "sentence", "who", "trigger", "kind"),
    [
        ("Peru and Chile dispute the bay.", "Some soldiers traded shots.", "soldiers", "traded shots", "ASSAULT"),
        ("Peru and Chile dispute the bay.", "Soldiers exchanged fire with smugglers.", "Soldiers", "exchanged fire", "ASSAULT"),
        ("Peru and Chile dispute the bay.", "Delegations of miners met.", "Delegations", "met", "CONSULT"),
        ("Peru and Chile dispute the bay.", "Soldiers shot a farmer.", "Soldiers", "shot", "ASSAULT"),
        ("Peru's rebels have fled to Chile.", "Envoys met in Quito.", "Envoys", "met", "CONSULT"),
    ],
)
def test_a_plural_of_some_or_of_others_does_not(before: str, sentence: str, who: str, trigger: str, kind: str) -> None:
    found = act(Text(before, sentence), who, trigger, kind, ["Peru", "Chile"])
    assert len({p.country for p in found.actors}) == 1


def test_what_two_break_off_is_done_to_nobody() -> None:
    found = act(Text("Peru and Chile dispute the bay.", "The parties broke off the talks."), "parties", "broke off", "SANCTION", ["Peru", "Chile"], "talks")
    assert (sorted(p.country or "" for p in found.actors), found.recipients) == (["CHL", "PER"], ())


def test_two_who_sign_an_accord_have_no_recipient() -> None:
    text = Text("Peru and Chile signed the accord.")
    one, two, accord = text.phrase("Peru", subject=True), text.phrase("Chile", subject=True), text.phrase("accord", PhraseForm.NOMINAL)
    found = text.resolve(RawMention(text.sentences[0], text.mention("signed"), "SUPPORT", actors=(one, two), recipients=(accord,)), one, two, accord)
    assert not found.recipients
    alone = text.resolve(RawMention(text.sentences[0], text.mention("signed"), "SUPPORT", actors=(one,), recipients=(accord,)), one, two, accord)
    assert [p.text for p in alone.recipients] == ["accord"]


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        ("The guns fell silent at noon.", "guns fell silent", ["CHL", "PER"]),
        ("The radio fell silent at noon.", "radio fell silent", []),
        ("Peru's guns fell silent at noon.", "guns fell silent", []),
    ],
)
def test_guns_that_fall_silent_are_of_both(sentence: str, trigger: str, expected: list[str]) -> None:
    text = Text("Peru and Chile fought for a week.", sentence)
    names = [text.phrase("Peru", subject=True), text.phrase("Chile", subject=True)]
    raw = RawMention(text.sentences[1], text.mention(trigger), "RETREAT")
    assert sorted(p.country or "" for p in text.resolve(raw, *names).actors) == expected


def test_the_two_of_the_affair_are_meant_and_not_who_helps() -> None:
    text = Text("Libya attacked Chad.", "France and Niger helped.", "Envoys met in Libreville.")
    libya, chad = text.phrase("Libya", subject=True), text.phrase("Chad")
    helpers = (text.phrase("France", subject=True), text.phrase("Niger", subject=True))
    envoys = text.phrase("Envoys", PhraseForm.NOMINAL, plural=True, subject=True)
    acts = (
        RawMention(text.sentences[0], text.mention("attacked"), "ASSAULT", actors=(libya,), recipients=(chad,)),
        RawMention(text.sentences[2], text.mention("met"), "CONSULT", actors=(envoys,)),
    )
    found = resolve_extraction(text.document, Extraction(text.sentences, (libya, chad, *helpers, envoys), acts), RESOLVER)
    assert sorted(p.country or "" for p in found[1].actors) == ["LBY", "TCD"]


@pytest.mark.parametrize(
    ("text", "who", "names", "expected"),
    [
        ("The two ministers, Sergei Lavrov and John Kerry, signed.", "ministers", ["Sergei Lavrov", "John Kerry"], ["Sergei Lavrov", "John Kerry"]),
        ("Both leaders, Sergei Lavrov and Ann Doe, signed.", "leaders", ["Sergei Lavrov", "Ann Doe"], ["leaders", "Sergei Lavrov", "Ann Doe"]),
        ("The ministers and Sergei Lavrov signed.", "ministers", ["Sergei Lavrov"], ["ministers", "Sergei Lavrov"]),
    ],
)
def test_names_of_all_whom_a_plural_means_stand_for_it(text: str, who: str, names: list[str], expected: list[str]) -> None:
    one = Text(text)
    plural = one.phrase(who, PhraseForm.NOMINAL, plural=True, subject=True)
    named: list[Phrase] = [one.phrase(name) for name in names]
    raw = RawMention(one.sentences[0], one.mention("signed"), "SUPPORT", actors=(plural, *named))
    assert list(dict.fromkeys(p.text for p in one.resolve(raw, plural, *named).actors)) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Qatar hosted the two Sudans.", "Sudans", ["SDN", "SSD"]),
        ("The Koreas have not met.", "Koreas", ["KOR", "PRK"]),
        ("Both Congos closed the bridge.", "Congos", ["COD", "COG"]),
        ("Ministers in Oslo and, more quietly, in Bern accused Minsk.", "Ministers", ["CHE", "NOR"]),
        ("Ministers in Oslo met in Bern.", "Ministers", []),
    ],
)
def test_plurals_of_two_states(text: str, word: str, expected: list[str]) -> None:
    assert countries(text, word) == expected
