"""Whose offices, first names, juntas and soldiers are by what the text said before, by the real parser's phrases."""

from __future__ import annotations

import pytest
from test_sets import RESOLVER, countries

from dateline.extract.parse import parse_documents
from dateline.extract.phrases import all_phrases
from dateline.resolve.answers import state_that_answers
from dateline.resolve.crossfire import is_over_border
from dateline.resolve.hosts import without_host
from dateline.resolve.outsiders import are_other_members
from dateline.resolve.scene import DocumentScene
from dateline.types import Block, BlockKind, Document, Extraction, Mention, Phrase, PhraseForm, RawMention, Sentence, Span


def scene_of(text: str) -> DocumentScene:
    """A text with what its phrases stand for."""
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    parsed = parse_documents([document])[0]
    phrases = tuple(phrase for sentence in parsed for phrase in all_phrases(sentence))
    return DocumentScene(document, Extraction(tuple(s.sentence for s in parsed), phrases), RESOLVER)


def phrase(text: str, words: str, form: PhraseForm = PhraseForm.NOMINAL) -> Phrase:
    start = text.rindex(words)
    return Phrase(Mention(words, Span(start, start + len(words))), words.split()[-1].lower(), form, words.endswith("s"), True, 0)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Quito tore up the pact with Peru. Lima's reply came the next day. The cabinet recalled the envoy.", "cabinet", "PER"),
        ("Sudan expelled the envoy of Chad. London's response was swift. The government summoned the envoy.", "government", "GBR"),
        ("Quito tore up the pact with Peru. Lima's mines were closed. The cabinet recalled the envoy.", "cabinet", None),
        ("Quito tore up the pact with Peru. Lima's reply came the next day. The cabinet of Chile met.", "cabinet", None),
        ("Quito tore up the pact. Lima's reply came the next day. In Chile the cabinet met.", "cabinet", None),
    ],
)
def test_an_office_after_an_answer(text: str, word: str, expected: str | None) -> None:
    scene = scene_of(text)
    office = next(p for p in scene.phrases if p.head == word)
    assert state_that_answers(office, scene.belonging) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Abiy Ahmed met Isaias Afwerki. Abiy thanked Turkey.", "ETH"),
        ("Abiy Ahmed met Abiy Tesfaye. Abiy thanked Turkey.", None),
        ("Isaias Afwerki flew to Rome. Abiy thanked Turkey.", None),
    ],
)
def test_a_first_name_alone(text: str, expected: str | None) -> None:
    scene = scene_of(text)
    chosen = scene.lookup(next(p for p in scene.phrases if p.mention.text == "Abiy")).chosen
    assert (chosen.country if chosen else None) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The rulers of Mali and Niger quit. Togo regretted it. The juntas blamed France.", "juntas", ["MLI", "NER"]),
        ("The presidents of Mali and Niger met. The rulers of the sea fled.", "rulers", []),
        ("Togo warned Benin. Fear grew when two Kenyan ships brought arms to Benin under a pact signed by the two governments.", "governments", ["BEN", "KEN"]),
        ("Kenya and Uganda talked. Togo urged the two governments to sign.", "governments", ["KEN", "UGA"]),
    ],
)
def test_sets_by_their_own_sentence(text: str, word: str, expected: list[str]) -> None:
    assert countries(text, word) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Interstate Commission", "IGO"), ("Multilateral Bank", "IGO"), ("Electoral Commission", None), ("Intergovernmental Authority", "IGO")],
)
def test_bodies_of_several_states_by_name(words: str, expected: str | None) -> None:
    scene = scene_of(f"The {words} on Development condemned the raid.")
    chosen = scene.lookup(next(p for p in scene.phrases if words in p.mention.text)).chosen
    assert (chosen.country if chosen else None) == expected


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("After talks hosted by Costa, Sousa and Silva agreed.", ["Costa", "Sousa", "Silva"], ["Sousa", "Silva"]),
        ("After talks brokered by President Ana Costa, Sousa and Silva agreed.", ["Ana Costa", "Sousa", "Silva"], ["Sousa", "Silva"]),
        ("After talks about Costa, Sousa and Silva agreed.", ["Costa", "Sousa", "Silva"], ["Costa", "Sousa", "Silva"]),
        ("In talks hosted by Costa it agreed.", ["Costa"], ["Costa"]),
    ],
)
def test_hosts_do_not_agree(text: str, names: list[str], expected: list[str]) -> None:
    start = text.index("agreed")
    actors = tuple(phrase(text, name, PhraseForm.NAME) for name in names)
    raw = RawMention(Sentence(0, text, Span(0, len(text))), Mention("agreed", Span(start, start + 6)), "AGREE", actors=actors)
    assert [p.mention.text for p in without_host(raw, text).actors] == expected


@pytest.mark.parametrize(
    ("text", "who", "trigger", "expected"),
    [
        ("Troops exchanged fire across the border.", "Troops", "exchanged fire", True),
        ("Guards traded shots along the ceasefire line.", "Guards", "traded shots", True),
        ("Troops exchanged fire in the market.", "Troops", "exchanged fire", False),
        ("Peruvian troops exchanged fire across the border.", "Peruvian troops", "exchanged fire", False),
        ("Troops opened fire across the border.", "Troops", "opened fire", False),
    ],
)
def test_fire_over_a_border_has_two_sides(text: str, who: str, trigger: str, expected: bool) -> None:
    start = text.index(trigger)
    raw = RawMention(Sentence(0, text, Span(0, len(text))), Mention(trigger, Span(start, start + len(trigger))), "ASSAULT")
    assert is_over_border(raw, phrase(text, who)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the other 14 members of the 15-nation council", True),
        ("the remaining 26 countries", True),
        ("the other four members of parliament", False),
        ("the 14 members of the council", False),
    ],
)
def test_the_other_members_are_of_no_one_state(text: str, expected: bool) -> None:
    noun = next(word for word in ("members", "countries") if word in text)
    start = text.index(noun)
    one = Phrase(Mention(noun, Span(start, start + len(noun))), noun, PhraseForm.NOMINAL, True, True, 0, Span(0, len(text)))
    assert are_other_members(one, text) is expected
