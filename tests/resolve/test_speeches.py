"""Whose "we", "our government" and "I" are where one person speaks throughout: testimony, remarks, and what the user tells of the country."""

from __future__ import annotations

from functools import lru_cache

import pytest

from dateline.pipeline import Pipeline
from dateline.read import read
from dateline.read.options import ReadOptions
from dateline.resolve import Resolver
from dateline.resolve.speeches import state_of_speech
from dateline.types import Block, BlockKind, Document, Span

BODY = "Chairman Vance, I thank you. Iran has seized a Greek tanker. We have sent a frigate to the strait. Our government condemned Iran on Monday."


@lru_cache(maxsize=1)
def _pipeline() -> Pipeline:
    return Pipeline()


@lru_cache(maxsize=1)
def _resolver() -> Resolver:
    return Resolver.load()


def _document(*lines: str) -> Document:
    text, blocks, at = "\n".join(lines), [], 0
    for line in lines:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(line))))
        at += len(line) + 1
    return Document("d", "d", text, "0", tuple(blocks), title=lines[0])


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        (("STATEMENT OF EVA M. LIND", "SENIOR FELLOW, GULF CENTER", "BEFORE THE COMMITTEE ON ARMED SERVICES", "UNITED STATES SENATE", BODY), "USA"),
        (("Testimony of Ian Lo, Director, Iran Program, before the Senate Foreign Relations Committee", BODY), "USA"),
        (("Written evidence by Ana Ruiz to the Foreign Affairs Committee, House of Commons", BODY), "GBR"),
        (("Statement of Ambassador of Greece Nikos Dara before the Committee on Foreign Affairs, U.S. House of Representatives", BODY), "GRC"),
        (("Prepared Statement of Ian Lo", "Assistant Secretary for Near Eastern Affairs, U.S. Department of State", BODY), "USA"),
        (("Address by the Minister of Defence of Latvia", BODY), "LVA"),
        (("Remarks by Ian Lo, Senior Fellow, Iran Program", BODY), None),
        (("Statement of Ian Lo before the United Nations Security Council", BODY), None),
        (("Iran and the strait", "By Ian Lo, Ambassador of Greece", BODY), None),
        (("A statement on the strait", BODY), None),
    ],
)
def test_the_head_of_a_speech_tells_whose_it_is(lines: tuple[str, ...], state: str | None) -> None:
    assert state_of_speech(_document(*lines), _resolver().actor, lambda text: _resolver().sightings(text, 0, 0)) == state


def _parties(text: str, country: str | None = None) -> dict[str, list[str | None]]:
    document = read(text.encode(), input_id="speech.txt", options=ReadOptions(country=country))
    return {one.text: [one.country] for act in _pipeline().code([document])[0].mentions for one in act.actors}


def test_first_persons_of_testimony_are_of_the_state_before_whose_committee_it_is() -> None:
    head = "STATEMENT OF\nEVA M. LIND\nSENIOR FELLOW, GULF CENTER\nBEFORE THE COMMITTEE ON ARMED SERVICES\nUNITED STATES SENATE\nMarch 5, 2020\n\n"
    found = _parties(head + BODY)
    assert (found["We"], found["government"]) == (["USA"], ["USA"])
    assert found.get("Chairman Vance", ["USA"]) == ["USA"]


def test_first_persons_are_of_the_country_that_the_user_tells() -> None:
    text = "The strait\nBy Eva Lind\n5 March 2020\n\nIran has seized a Greek tanker. We have sent a frigate to the strait."
    assert _parties(text, "Portugal")["We"] == ["PRT"]
