"""Scenes that a text asks its reader to picture, up to where it comes back to what is."""

from __future__ import annotations

from datetime import date

import pytest
from dating import CODER

from dateline.extract.extractor import extract
from dateline.types import Block, BlockKind, Document, RawMention, Span, Status

_PUBLISHED = date(2019, 4, 5)


def acts(*paragraphs: str, published: date | None = _PUBLISHED) -> list[RawMention]:
    text, blocks = "", []
    for one in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(len(text), len(text) + len(one))))
        text += one + "\n"
    return list(extract([Document("d", "d", text, "", blocks=tuple(blocks), published=published)], CODER)[0].mentions)


def status(word: str, *paragraphs: str, published: date | None = _PUBLISHED) -> Status:
    return next(one.status for one in acts(*paragraphs, published=published) if word in one.trigger.text)


@pytest.mark.parametrize(
    "opening",
    [
        "Picture the scene.", "Imagine this:", "Imagine a world in which water has run out.", "Picture this: it is 2033.", "It is March 2033.", "The year is 2040.", "It's 2033.",
        "Fast-forward to 2035.", "Consider the following scenario.", "Suppose it is a cold day in 2031.",
        "Now imagine the not too distant future.", "Let us imagine a morning in Lima.",
    ],
)  # fmt: skip
def test_what_is_pictured_is_not_told_as_done(opening: str) -> None:
    assert status("bombed", f"{opening} Chile has bombed a Peruvian port.") is Status.HYPOTHETICAL


@pytest.mark.parametrize(
    "back",
    ["Last week Peru expelled the envoy.", "Back to today. Peru expelled the envoy.", "Far-fetched? Peru expelled the envoy in May.", "So far, Peru expelled the envoy."],
)
def test_the_text_comes_back(back: str) -> None:
    words = f"Picture the scene. Chile has bombed a Peruvian port. {back}"
    assert (status("bombed", words), status("expelled", words)) == (Status.HYPOTHETICAL, Status.OCCURRED)


def test_a_paragraph_that_is_but_the_cue_opens_the_next() -> None:
    paragraphs = ("Picture the scene.", "It is raining. Chile has bombed a Peruvian port.", "Bolivia expelled the envoy.")
    assert (status("bombed", *paragraphs), status("expelled", *paragraphs)) == (Status.HYPOTHETICAL, Status.OCCURRED)


@pytest.mark.parametrize(
    "text",
    [
        "Consider this: Chile has bombed a Peruvian port.", "Imagine what Lima felt when Chile bombed a Peruvian port.",
        "It is 2019. Chile has bombed a Peruvian port.",
        "By 2033 the treaty ends. Chile has bombed a Peruvian port.", "The deal is worth 2031 dollars. Chile bombed a Peruvian port.",
        "Picture books burned when Chile bombed a port.",
        "He could not imagine the scene that Chile left when it bombed a port.",
    ],
)  # fmt: skip
def test_what_only_sounds_so_is_told(text: str) -> None:
    assert status("bombed", text) is Status.OCCURRED


def test_a_year_to_come_needs_the_day_of_the_text() -> None:
    assert status("bombed", "It is 2033. Chile has bombed a Peruvian port.", published=None) is Status.OCCURRED
