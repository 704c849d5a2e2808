"""Texts without capitals: nothing tells there that a paragraph goes on, and a title begins small."""

from __future__ import annotations

from dateline.read import ReadOptions
from dateline.read.corpus import record_document
from dateline.types import Document

TEXT = "Peru recalls envoy from Quito\n\nPeru recalled its envoy on Monday after a raid\n\necuador closed the border and sent police"


def read(text: str) -> Document:
    return record_document({"id": "a", "text": text}, "a", ReadOptions())


def test_a_text_without_capitals_keeps_its_title_and_its_paragraphs() -> None:
    document = read(TEXT.lower())
    assert [document.slice(block.span) for block in document.blocks] == TEXT.lower().split("\n\n")
    assert document.title == "peru recalls envoy from quito"


def test_a_paragraph_that_goes_on_small_in_other_texts_is_joined() -> None:
    document = read(TEXT)
    assert document.slice(document.blocks[-1].span) == "Peru recalled its envoy on Monday after a raid ecuador closed the border and sent police"
