"""Portion marks of classified papers are no text."""

from __future__ import annotations

import pytest

from dateline.read import ReadOptions
from dateline.read.corpus import record_document


def paragraphs(*texts: str) -> list[str]:
    document = record_document({"id": "a", "text": "\n\n".join(texts)}, "a", ReadOptions())
    return [document.slice(block.span) for block in document.blocks]


@pytest.mark.parametrize(("one", "two"), [("(C)", "(C)"), ("(U)", "(S//NF)"), ("(SBU)", "(U//FOUO)"), ("(TS/NOFORN)", "(S//REL TO USA, GBR)")])
def test_marks_are_cut(one: str, two: str) -> None:
    assert paragraphs(f"1. {one} Chad expelled two envoys.", f"2. {two} Niger protested on Monday.") == ["Chad expelled two envoys.", "Niger protested on Monday."]
    assert paragraphs(f"{one} Chad expelled two envoys.", f"{two} Niger protested on Monday.") == ["Chad expelled two envoys.", "Niger protested on Monday."]


def test_items_of_a_list_and_a_single_mark_stay() -> None:
    listed = ["(A) Chad expelled two envoys.", "(B) Niger protested.", "(C) Mali waited.", "(C) Togo waited."]
    assert [text[:3] for text in paragraphs(*listed)] == ["(A)", "(B)", "(C)", "(C)"]
    assert paragraphs("(C) Chad expelled two envoys.", "Niger protested on Monday.")[0].startswith("(C)")
