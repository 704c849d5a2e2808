"""Names of outlets that are words of headings too: which name the publisher of a text, and which head a section of it."""

from __future__ import annotations

import pytest

from dateline.read import read
from dateline.types import BlockKind, Document

TITLE = "# Fiji and the Fishing Treaty"
FIRST = "Tonga signed the treaty on 4 May."
LAST = "Samoa has asked Fiji for talks."


def document_of(*parts: str, suffix: str = "md") -> Document:
    return read("\n\n".join(parts).encode(), input_id=f"a.{suffix}")


@pytest.mark.parametrize(
    "parts",
    [
        (TITLE, "Mere Tui, 9 May 2021", FIRST, "## Outlook", LAST),
        (TITLE, "Mere Tui, 9 May 2021", "## Outlook", FIRST, "## Sources of the quarrel", LAST),
        (TITLE, "9 May 2021", FIRST, "## The Mirror", LAST),
        (TITLE, "9 May 2021", FIRST, "**Time**", LAST),
        (TITLE, "9 May 2021", "## Background", "### Reuters", LAST),
        (TITLE, "## Time", FIRST, "## Place", LAST),
        (TITLE, "9 May 2021", FIRST, "Outlook", LAST),
    ],
)
def test_a_heading_of_the_text_names_no_publisher(parts: tuple[str, ...]) -> None:
    document = document_of(*parts)
    assert document.publisher is None
    name = next(part for part in parts if part.strip("#* ") in {"Outlook", "The Mirror", "Time", "Reuters"}).strip("#* ")
    assert [document.slice(block.span) for block in document.blocks if block.kind is not BlockKind.BOILERPLATE].count(name) == 1


@pytest.mark.parametrize(
    ("parts", "publisher"),
    [
        ((TITLE, "Reuters", "9 May 2021", FIRST, LAST), "Reuters"),
        (("Outlook", TITLE, "9 May 2021", FIRST, LAST), "Outlook"),
        ((TITLE, "Samoa asks for talks over tuna.", "The Guardian", "9 May 2021", FIRST, LAST), "The Guardian"),
        ((TITLE, "## The Economist", "9 May 2021", FIRST, LAST), "The Economist"),
        ((TITLE, "9 May 2021", FIRST, LAST, "Reuters"), "Reuters"),
        ((TITLE, "Time", FIRST, LAST), "Time"),
    ],
)
def test_a_line_of_the_head_or_a_credit_names_it(parts: tuple[str, ...], publisher: str) -> None:
    assert document_of(*parts).publisher == publisher
