"""Plurals of several states that a text does not count, partners of other states, and officials who announce a measure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_resolve_document import RESOLVER, Text
from test_sets import countries

from dateline.extract.parse import parse_documents
from dateline.extract.phrases import all_phrases
from dateline.resolve.announced import with_announcers
from dateline.resolve.counterparts import is_partner_of_body
from dateline.resolve.jointly import is_it_of_others, is_of_each
from dateline.resolve.otherthan import is_another_than, reopened
from dateline.resolve.scene import DocumentScene
from dateline.types import (
    Attribution,
    Block,
    BlockKind,
    Document,
    Extraction,
    Mention,
    Participant,
    Phrase,
    PhraseForm,
    RawAttribution,
    RawMention,
    ResolvedMention,
    Span,
)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The raid was condemned by neighbours from Lima to Quito.", "neighbours", ["ECU", "PER"]),
        ("Smugglers moved migrants from Libya to Italy.", "migrants", []),
        ("Unions in Montevideo, Rome and Madrid held rallies.", "Unions", ["ESP", "ITA", "URY"]),
        ("Unions in Lagos and Kano held rallies.", "Unions", []),
        ("Soldiers in Chad and Niger drilled.", "Soldiers", []),
        ("Macron met the presidents of Serbia and Kosovo and urged them to talk.", "them", ["KOS", "SRB"]),
        ("The presidents of Serbia and Kosovo met reporters and told them to leave.", "them", []),
        ("The kings of Jordan and Bahrain flew to Rabat. The leaders condemned the attack.", "leaders", ["BHR", "JOR"]),
        ("The kings of Jordan and Bahrain flew to Rabat. The leaders of the strike were jailed.", "leaders", []),
        ("China has good ties with both Armenia and Azerbaijan, and neither has criticised it.", "neither", ["ARM", "AZE"]),
        ("Peru and Chile quarrel. Both governments were advised by Rome and Oslo, and neither has moved guns.", "neither", []),
        ("Chad and Niger quarrel. Paris keeps bases in each country, and neither has asked it to leave.", "neither", ["NER", "TCD"]),
    ],
)
def test_plurals_of_several_states(text: str, word: str, expected: list[str]) -> None:
    assert countries(text, word) == expected


def party(text: str, start: int, country: str | None) -> Participant:
    return Participant(text, Span(start, start + len(text)), None, country)


def test_it_is_another_than_the_several_who_act() -> None:
    it = Phrase(Mention("it", Span(20, 22)), "it", PhraseForm.PRONOUN)
    both = (party("both", 0, "TCD"), party("both", 0, "NER"))
    assert is_it_of_others(it, both)
    assert not is_it_of_others(it, both[:1])
    assert not is_it_of_others(it, (both[0], party("Niger", 8, "NER")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad and Niger expelled six diplomats each.", True),
        ("Chad and Niger each expelled six diplomats.", True),
        ("Chad and Niger expelled six diplomats.", False),
    ],
)
def test_what_each_does_to_the_other(text: str, expected: bool) -> None:
    start = text.index("diplomats")
    phrase = Phrase(Mention("diplomats", Span(start, start + 9)), "diplomats", PhraseForm.NOMINAL, plural=True)
    assert is_of_each(phrase, (party("Chad", 0, "TCD"), party("Niger", 9, "NER")), text) is expected
    assert not is_of_each(phrase, (party("Chad", 0, "TCD"),), text)


def test_hosts_and_named_neighbours() -> None:
    text = "Laos will build a dam with its giant neighbour, China."
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    (parsed,) = parse_documents([document])[0]
    phrases = tuple(all_phrases(parsed))
    scene = DocumentScene(document, Extraction((parsed.sentence,), phrases), RESOLVER)
    neighbour = next(p for p in phrases if p.head == "neighbour")
    assert [one.country for one in scene.of(neighbour)] == ["CHN"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The Danish foreign minister said that the Russian envoy would be expelled.", ["DNK"]),
        ("The Danish foreign minister said that the Russian envoy would be expelled from Poland.", []),
        ("The Danish foreign minister said that the Russian envoy would be praised.", []),
        ("The Danish foreign minister said that the Danish envoy would be expelled.", []),
    ],
)
def test_the_official_who_announces_a_measure_takes_it(told: str, expected: list[str]) -> None:
    text = Text(told)
    nation = "Danish" if "the Danish envoy" in told else "Russian"
    speaker, envoy = text.phrase("Danish foreign minister", PhraseForm.NOMINAL), text.phrase(f"{nation} envoy", PhraseForm.NOMINAL)
    done = told.rstrip(".").split("would be ")[1].split()[0]
    raw = RawMention(
        text.sentences[0], text.mention(done), "SANCTION", recipients=(envoy,), attribution=RawAttribution("speaker", speaker), voice="passive"
    )
    scene = DocumentScene(text.document, Extraction(text.sentences, (speaker, envoy), (raw,)), RESOLVER)
    aimed = Participant(envoy.mention.text, envoy.mention.span, None, "DNK" if nation == "Danish" else "RUS")
    said = Attribution("speaker", speaker.mention.text, speaker.mention.span, None, "DNK")
    act = ResolvedMention(raw, (), (aimed,), None, said)
    (found,) = with_announcers(scene, [act])
    assert [one.country for one in found.actors] == expected
    (kept,) = with_announcers(scene, [replace(act, attribution=None)])
    assert kept.actors == ()


@pytest.mark.parametrize(
    ("told", "kind", "method", "expected"),
    [
        ("Sonatrach and Qualitex agreed.", "AGREE", "organisation", True),
        ("Sonatrach and Qualitex sued.", "ACCUSE", "organisation", False),
        ("Sonatrach, with Qualitex, agreed.", "AGREE", "organisation", False),
        ("Tebboune and Qualitex agreed.", "AGREE", "person", False),
    ],
)
def test_an_unknown_partner_of_a_body_need_not_be_its_countryman(told: str, kind: str, method: str, expected: bool) -> None:
    text = Text(told)
    first = told.replace(",", "").split()[0]
    known = replace(party(first, 0, "DZA"), method=method)
    partner = replace(party("Qualitex", told.index("Qualitex"), None), method="unknown")
    raw = RawMention(text.sentences[0], text.mention(told.rstrip(".").split()[-1]), kind)
    assert is_partner_of_body(partner, raw, (known, partner), told) is expected


@pytest.mark.parametrize(
    ("told", "kind", "sector", "expected"),
    [
        ("Kosovo raised tariffs. Serbia accused it of greed.", "ACCUSE", "GOV", True),
        ("Kosovo raised tariffs. Serbia accused it of greed.", "ASSAULT", "GOV", False),
        ("Kosovo raised tariffs. Serbia accused it of greed.", "ACCUSE", "PTY", False),
        ("Kosovo raised tariffs. Serbia accused the day it fell.", "ACCUSE", "GOV", False),
    ],
)
def test_a_state_does_not_accuse_itself(told: str, kind: str, sector: str, expected: bool) -> None:
    first, second = told.split(". ")
    text = Text(f"{first}.", second)
    it = text.phrase("it ", PhraseForm.PRONOUN)
    it = replace(it, mention=Mention("it", Span(it.mention.span.start, it.mention.span.end - 1)))
    raw = RawMention(text.sentences[1], text.mention("accused"), kind)
    serbia = Participant("Serbia", text.mention("Serbia").span, None, "SRB", "GOV", ("GOV",), 1.0, "country")
    pronoun = Participant("it", it.mention.span, None, "SRB", sector)
    assert is_another_than(raw, pronoun, it, (serbia,), (), lambda _: RESOLVER.actor(""), text.text) is expected
    assert reopened(pronoun, (serbia,)).country is None
    assert reopened(replace(pronoun, country="KOS"), (serbia,)).country == "KOS"
