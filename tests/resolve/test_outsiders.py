"""Phrases that stand for no single state of the story, by the real parser's phrases."""

from __future__ import annotations

import pytest
from tests.extract.parsing import at, parse

from dateline.extract.phrases import phrase_at
from dateline.resolve import Resolver, resolve_extraction
from dateline.resolve.outsiders import is_minister, is_onlooker, is_outsider, is_state, is_whoever
from dateline.types import Document, Extraction, Mention, RawMention, Span


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Mali refused foreign mediators.", "mediators"),
        ("Western banks left Sudan.", "banks"),
        ("Donors met in Nairobi.", "Donors"),
        ("Chad thanked the international community.", "community"),
        ("The West imposed sanctions on Belarus.", "West"),
        ("Fiji asked other governments for help.", "governments"),
        ("Nepal wrote to its creditors.", "creditors"),
        ("Sweden and most countries joined.", "countries"),
    ],
)
def test_outsiders(text: str, head: str) -> None:
    sentence = parse(text)
    phrase = phrase_at(sentence, at(sentence, head))
    assert phrase is not None and is_outsider(phrase)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Mali's foreign minister resigned.", "minister"),
        ("Iraq wants foreign troops to leave.", "troops"),
        ("They handed back the western end of the island.", "end"),
        ("Police arrested the international chess player.", "player"),
        ("The neighbours complained.", "neighbours"),
        ("The government resigned.", "government"),
        ("Western Province voted.", "Province"),
        ("He left.", "He"),
    ],
)
def test_no_outsiders(text: str, head: str) -> None:
    sentence = parse(text)
    phrase = phrase_at(sentence, at(sentence, head))
    assert phrase is not None and not is_outsider(phrase)


@pytest.mark.parametrize("who", ["foreign observers", "donors", "Western envoys"])
def test_an_outsider_has_no_country_of_the_story(who: str) -> None:
    text = f"Zambia criticised {who}."
    sentence = parse(text)
    actor, recipient = phrase_at(sentence, 0), phrase_at(sentence, at(sentence, who.split()[-1]))
    assert actor is not None and recipient is not None
    trigger = Mention("criticised", Span(7, 17))
    raw = RawMention(sentence.sentence, trigger, "ACCUSE", actors=(actor,), recipients=(recipient,))
    (found,) = resolve_extraction(Document("d", "d", text, ""), Extraction((sentence.sentence,), (actor, recipient), (raw,)), Resolver.load())
    assert [p.country for p in found.actors] == ["ZMB"]
    assert not {p.country for p in found.recipients} & {"ZMB"}


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Several analysts left.", "analysts", True),
        ("A diplomat left.", "diplomat", True),
        ("Western officials left.", "officials", True),
        ("Two officials left.", "officials", False),
        ("Residents left.", "Residents", False),
    ],
)
def test_onlookers(text: str, head: str, expected: bool) -> None:
    sentence = parse(text)
    phrase = phrase_at(sentence, at(sentence, head))
    assert phrase is not None and is_onlooker(phrase) is expected


@pytest.mark.parametrize("what", ["country", "junta", "government"])
def test_a_state_is_no_body_s(what: str) -> None:
    text = f"ECOWAS suspended the {what}."
    sentence = parse(text)
    actor, recipient = phrase_at(sentence, 0), phrase_at(sentence, at(sentence, what))
    assert actor is not None and recipient is not None and is_state(recipient)
    raw = RawMention(sentence.sentence, Mention("suspended", Span(7, 16)), "SANCTION", actors=(actor,), recipients=(recipient,))
    (found,) = resolve_extraction(Document("d", "d", text, ""), Extraction((sentence.sentence,), (actor, recipient), (raw,)), Resolver.load())
    assert [p.country for p in found.recipients] == [None]


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Ghana urged all parties to talk.", "parties", True),
        ("It warned any countries that trade.", "countries", True),
        ("Ghana urged the parties to talk.", "parties", False),
        ("Ghana urged all soldiers to talk.", "soldiers", False),
    ],
)
def test_whoever(text: str, head: str, expected: bool) -> None:
    sentence = parse(text)
    phrase = phrase_at(sentence, at(sentence, head))
    assert phrase is not None and is_whoever(phrase, text) is expected


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("Labour Minister Rosa Vega promised Brussels to comply.", "Vega", True),
        ("The foreign minister wrote to the Union.", "minister", True),
        ("The Union's foreign ministers met.", "ministers", False),
        ("Commissioner Rosa Vega wrote to Lima.", "Vega", False),
    ],
)
def test_a_minister_is_a_states(text: str, head: str, expected: bool) -> None:
    sentence = parse(text)
    phrase = phrase_at(sentence, at(sentence, head))
    assert phrase is not None and is_minister(phrase) is expected
