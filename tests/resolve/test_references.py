"""Antecedents of pronouns and descriptions, by the real parser's phrases."""

from __future__ import annotations

import pytest

from dateline.extract.parse import parse_documents
from dateline.extract.phrases import all_phrases
from dateline.resolve import Resolver, resolve_references
from dateline.types import Block, BlockKind, Document, Phrase, Resolution, Span

RESOLVER = Resolver.load()


def lookup(phrase: Phrase) -> Resolution:
    return RESOLVER.actor(phrase.mention.text)


def antecedents(text: str, word: str) -> list[str]:
    """The antecedents of the last phrase that begins with or holds the word."""
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    phrases = [phrase for parsed in parse_documents([document]) for sentence in parsed for phrase in all_phrases(sentence)]
    start = text.rindex(word)
    links = resolve_references(phrases, text, lookup)
    found = [targets for span, targets in links.items() if span.overlaps(Span(start, start + len(word)))]
    return [target.mention.text for target in found[0]] if found else []


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Kenya closed the border on Friday. It blamed smugglers.", "It", ["Kenya"]),
        ("Kenyan troops left the town. They had held it for a year.", "They", ["Kenyan troops"]),
        ("France and Mali signed a treaty. The two countries also agreed on patrols.", "two countries", ["France", "Mali"]),
        ("Thai and Cambodian troops exchanged fire. Both sides claimed success.", "sides", ["Thai", "Cambodian"]),
        ("Police detained the journalist Nazli Ilicak. Prosecutors accused her of spying.", "her", ["Nazli Ilicak"]),
        ("Angela Merkel visited a camp. She praised the volunteers.", "She", ["Angela Merkel"]),
        ("Angela Merkel visited a camp on Monday. Officials said that Merkel was moved.", "Merkel", ["Angela Merkel"]),
        ("Sudan's defence ministry denied the raid. The ministry blamed rebels.", "ministry", ["Sudan's defence ministry"]),
        ("The Swiss prosecutor in Bern thanked the court. He has asked for files.", "He", ["Swiss prosecutor"]),
        ("The Somali militia freed the prisoners it had taken.", "it", ["Somali militia"]),
        ("Haiti's police chief, Leon Charles, resigned. He had been criticised.", "He", ["Leon Charles"]),
        ("Chadian soldiers marched into Adre. They had sealed off the town.", "They", ["Chadian soldiers"]),
        ("Chad and Sudan signed. China had urged the two countries to talk.", "two countries", ["Chad", "Sudan"]),
        ("Slovenia ratified a free trade pact with Bosnia. Deputies voted against the pact.", "pact", ["free trade pact"]),
    ],
)
def test_safe_antecedents(text: str, word: str, expected: list[str]) -> None:
    assert antecedents(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Sergei Lavrov and John Kerry met in Geneva. He spoke first.", "He"),
        ("Kenya, Uganda and Tanzania met. The two countries will send troops.", "two countries"),
        ("Kenya closed the border. It is not clear who gave the order.", "It"),
        ("It was raining.", "It"),
        ("Uzbeks and Kyrgyz fled from the city. They had been warned.", "They"),
        ("The ministry denied it.", "ministry"),
        ("Amnesty International and Human Rights Watch accused Egypt. The organisation named names.", "organisation"),
        ("Iran's parliament passed a bill. It must be approved by the Guardian Council.", "It"),
        ("Ukraine's army dug in. France and Germany urged both sides to talk.", "both sides"),
        ("India shot down a Pakistani jet; China urged restraint. The two powers closed their airspace.", "two powers"),
        ("Hun Sen's soldiers fought those of the prince. They looted the airport.", "They"),
        ("Envoys of Obama and of Castro met in Ottawa. He wanted a deal.", "He"),
        ("Riots broke out in Tak Bai. He ruled out an inquiry.", "He"),
        ("Clinton pressed Delhi to talk. A council asked the governor for weapons.", "governor"),
    ],
)
def test_abstains(text: str, word: str) -> None:
    assert antecedents(text, word) == []


def test_an_object_is_not_the_subject_of_its_own_clause() -> None:
    assert antecedents("Rebels took the town. The soldiers pursued them.", "them") != ["soldiers"]


def test_antecedents_stand_before_the_reference() -> None:
    text = "Ukraine asked for help. It said that Russia was massing troops. The two countries share a border."
    for word in ("It", "two countries"):
        assert all(text.index(found) < text.index(word) for found in antecedents(text, word))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Foreign Minister Ahmed Attaf rejected the list. Algerian police arrested the novelist Boualem Sansal. Prosecutors charged him.", {"Boualem Sansal"}),
        ("Interior Minister Bruno Retailleau threatened the men. Police in Lyon arrested the blogger Karim Zeidan. A court jailed him.", {"Karim Zeidan"}),
        ("Justice Minister Yassin Fall announced a reform. Gendarmes detained the rapper Nitt Doff. They beat him.", {"rapper Nitt Doff", "Nitt Doff"}),
    ],
)
def test_an_arrested_man_with_his_trade_before_his_name_is_not_the_minister(text: str, expected: set[str]) -> None:
    assert set(antecedents(text, "him")) <= expected


def test_a_noun_before_a_name_refers_to_nobody_before() -> None:
    assert antecedents("President Daniel Noboa visited Manta. Gunmen shot the councillor Luis Vera.", "councillor") == []
