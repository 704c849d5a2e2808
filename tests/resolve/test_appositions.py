"""An office and its holder between commas, by the real parser's phrases."""

from __future__ import annotations

import pytest

from dateline.extract.parse import parse_documents
from dateline.extract.phrases import all_phrases
from dateline.resolve import Resolver
from dateline.resolve.scene import DocumentScene
from dateline.types import Block, BlockKind, Document, Extraction, Span

RESOLVER = Resolver.load()


@pytest.mark.parametrize(
    ("text", "head", "parties"),
    [
        ("Chad spoke. Its guest and the president, Emmanuel Macron, left.", "president", [("Emmanuel Macron", "FRA")]),
        ("Mali was quiet. The chancellor, Olaf Scholz, left.", "chancellor", [("Olaf Scholz", "DEU")]),
        ("Kenya's president, William Ruto, left.", "president", [("Kenya's president", "KEN"), ("William Ruto", "KEN")]),
        ("The president praised Emmanuel Macron.", "president", [("president", None), ("Emmanuel Macron", "FRA")]),
    ],
)
def test_an_office_and_its_holder_are_one_party(text: str, head: str, parties: list[tuple[str, str | None]]) -> None:
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    parsed = parse_documents([document])[0]
    phrases = tuple(phrase for sentence in parsed for phrase in all_phrases(sentence))
    scene = DocumentScene(document, Extraction(tuple(s.sentence for s in parsed), phrases), RESOLVER)
    name = next(p for p in phrases if p.mention.text == parties[-1][0])
    office = next(p for p in phrases if p.head == head)
    assert [(p.text, p.country) for p in scene.participants([office, name])] == parties
    assert scene.of(office)[0].country == (parties[-1][1] if len(parties) == 1 else parties[0][1])
