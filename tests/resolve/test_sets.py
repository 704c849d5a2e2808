"""Phrases that stand for several countries, by the real parser's phrases."""

from __future__ import annotations

import pytest

from dateline.extract.parse import parse_documents
from dateline.extract.phrases import all_phrases
from dateline.resolve import Resolver
from dateline.resolve.scene import DocumentScene
from dateline.types import Block, BlockKind, Document, Extraction, Span

RESOLVER = Resolver.load()


def countries(text: str, word: str) -> list[str]:
    """The countries of the parties for which the last phrase that holds a word stands, where they are several."""
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    parsed = parse_documents([document])[0]
    phrases = tuple(phrase for sentence in parsed for phrase in all_phrases(sentence))
    scene = DocumentScene(document, Extraction(tuple(s.sentence for s in parsed), phrases), RESOLVER)
    start = text.rindex(word)
    phrase = next(p for p in reversed(phrases) if p.mention.span.start <= start < p.mention.span.end)
    found = sorted({party.country or "" for party in scene.of(phrase)})
    return found if len(found) > 1 else []


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Uganda and Congo quarrelled for years. The two armies have now met in Garamba.", "armies", ["COD", "UGA"]),
        ("Kenya restored relations with Somalia. Talks between the two countries' diplomats are planned.", "diplomats", ["KEN", "SOM"]),
        ("Peru sued Chile. Both nations' foreign ministers will meet in Bogota.", "ministers", ["CHL", "PER"]),
        ("Peru sued Chile. The two countries' many Bolivian workers struck.", "workers", ["CHL", "PER"]),
        ("Peru sued Chile. The two brothers' firms struck.", "firms", []),
        ("Japan and Russia talk again. Foreign ministers of the two met in Nagoya.", "ministers", ["JPN", "RUS"]),
        ("Kenya has feuded with Uganda over milk. Neither side gave way.", "side", ["KEN", "UGA"]),
        ("Algeria threatened to drop its mediation between Eritrea and Ethiopia after both armies moved guns.", "armies", ["ERI", "ETH"]),
        ("Patrol boats of China, Laos and Thailand made a joint run.", "boats", ["CHN", "LAO", "THA"]),
        ("India and Bangladesh met. The two governments signed a pact. They will build a dam.", "They", ["BGD", "IND"]),
        ("India and Bangladesh met. The two ministers signed a pact. The ministers will meet again.", "ministers", ["BGD", "IND"]),
        ("Peru arrested a smuggler whom Chile wanted. The envoy praised a treaty between the neighbours.", "neighbours", ["CHL", "PER"]),
        ("The South Korea–Canada Foreign Ministers' Meeting was held in Ottawa.", "Ministers", ["CAN", "KOR"]),
        ("Fighting broke out between Peru and Chile. Each side accused the other of firing first.", "other", ["CHL", "PER"]),
        ("The leaders of Kenya, Uganda and Rwanda met in Arusha. They will lift tariffs.", "They", ["KEN", "RWA", "UGA"]),
        (
            "Manila summoned the envoy of China. The Philippines said that Chinese ships had fired on its boats. China denied it. "
            "The United States and Japan backed Manila. The two governments had agreed to talk.",
            "governments",
            ["CHN", "PHL"],
        ),
        ("Kenya received both Macron and Scholz in Nairobi. The three leaders dined.", "leaders", ["DEU", "FRA", "KEN"]),
        ("Chad shelled Sudan. The two governments met. Then Mali shelled Togo. Peru spoke to both sides.", "sides", ["MLI", "TGO"]),
        ("Kenya, Kenya and Chad argued. Kenya pressed Chad. Sisi hosted Mohamud. The two presidents dined.", "presidents", ["EGY", "SOM"]),
        ("South Korea and North Korea agreed to talk. China hosted the two Korean leaders.", "leaders", ["KOR", "PRK"]),
        ("Brazil, Colombia and Mexico were calm, and their foreign ministers spoke.", "ministers", ["BRA", "COL", "MEX"]),
        ("Chad and Niger reopened the road. Their customs officers share lists.", "officers", ["NER", "TCD"]),
        ("The two neighbours of Mali, Niger and Algeria, met. The leaders of North and South Korea wrote.", "leaders", ["KOR", "PRK"]),
        ("Chilean minister Juan Soto called on Peru's envoy Ana Ruiz. The ministers smiled.", "ministers", []),
        ("Chad, Mali, Niger and Togo cut ties with Benin. Ghana sent rice to Peru. Fiji and Oman spoke. The four states closed the port.", "states", ["MLI", "NER", "TCD", "TGO"]),
        ("Chad, Mali, Niger and Togo cut ties with Benin. Ghana sent rice. Benin wrote a reply, which the four rejected.", "four", ["MLI", "NER", "TCD", "TGO"]),
        ("Chile spoke to Togo. Peru was silent on Fiji. The bloc, which the three coastal states left, met. Benin, Togo and Gabon regret it.", "states", ["BEN", "GAB", "TGO"]),
        ("Peru, Chile and Bolivia signed. Kenya, Uganda and Rwanda met. The three countries will lift tariffs.", "countries", ["KEN", "RWA", "UGA"]),
        ("Uganda, Rwanda and Burundi signed a pact. Kenya praised its neighbours.", "neighbours", ["BDI", "RWA", "UGA"]),
        ("Ankara was silent. He called his counterparts in Moscow and Kyiv.", "counterparts", ["RUS", "UKR"]),
    ],
)
def test_sets_of_countries(text: str, word: str, expected: list[str]) -> None:
    assert countries(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Kenya expelled the two Ugandan diplomats.", "diplomats"),
        ("Kenya Expels Two Ugandan Diplomats, Ministry Says", "Diplomats"),
        ("Peru's president met both Chilean ministers.", "ministers"),
        ("Kenya, Uganda and Tanzania met. The two countries will send troops.", "countries"),
        ("India and Pakistan spoke to China and Russia. The two governments were concerned.", "governments"),
        ("Kenya tried the two detainees.", "detainees"),
        ("Kenya and Uganda met. Soldiers fired.", "Soldiers"),
        ("Kenya freed two men. One soldier hit the other.", "other"),
        ("Kenya and Uganda met. The ministers of Kenya spoke. The ministers left.", "ministers"),
        ("Kenya recalled students from schools in Uganda and Rwanda.", "students"),
        ("The attack on Kenyan troops in Somalia and Ethiopia was condemned.", "troops"),
        ("Chad, Mali, Niger and Togo cut ties with Benin. Four soldiers died. Ghana spoke. Police said the four were shot.", "four"),
        ("Chad and Mali met in Benin. Peru spoke. Benin told Ghana that the participating countries were wrong.", "countries"),
        ("Chad and Mali cut ties with Benin. Peru spoke. Benin told Ghana that blockading countries were wrong.", "countries"),
        ("Kenya and Uganda signed a pact. Kenya praised its neighbours.", "neighbours"),
        ("Kenya and Uganda met. The woman accused her neighbours.", "neighbours"),
    ],
)
def test_no_set(text: str, word: str) -> None:
    assert countries(text, word) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru has a new head of state. He dissolved Congress.", None),
        ("Peru and the United States quarrel. He wrote to Congress.", "USA"),
        ("He wrote to Congress.", "USA"),
    ],
)
def test_bare_congress(text: str, expected: str | None) -> None:
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    parsed = parse_documents([document])[0]
    phrases = tuple(phrase for sentence in parsed for phrase in all_phrases(sentence))
    scene = DocumentScene(document, Extraction(tuple(s.sentence for s in parsed), phrases), RESOLVER)
    chosen = scene.lookup(next(p for p in phrases if p.mention.text == "Congress")).chosen
    assert chosen is not None and chosen.country == expected
