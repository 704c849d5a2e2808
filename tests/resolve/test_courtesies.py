"""Forms of address of a chamber are of its own state, never of the state that is spoken about."""

from __future__ import annotations

from functools import lru_cache

import pytest

import dateline
from dateline.pipeline import Pipeline

_HEADS = {"NZL": "HOUSE OF REPRESENTATIVES OF NEW ZEALAND", "GBR": "HOUSE OF LORDS", "CAN": "SENATE OF CANADA"}


@lru_cache(maxsize=1)
def _pipeline() -> Pipeline:
    return Pipeline()


def _actors(head: str, words: str) -> set[str | None]:
    """The countries of the actors of a member's words on Fiji and Tonga."""
    text = f"{head}\n\nTuesday 4 June 2024\n\nAnne Dubois: Fiji closed its border with Tonga.\n\nPaul Royce: {words}\n\nAnne Dubois: I agree.\n"
    acts = _pipeline().code([dateline.read_text(text, id="t")])[0].mentions
    return {one.country for act in acts if act.trigger.text in {"visited", "accused", "condemned"} for one in act.actors}


@pytest.mark.parametrize("state", sorted(_HEADS))
@pytest.mark.parametrize(
    "who",
    [
        "My right hon. Friend", "The hon. Gentleman", "The honourable Lady", "My hon. and learned Friend", "The noble Lord", "The noble Baroness", "The Rt Hon Member for Wells",
        "The hon. Member for Wells", "My hon. Friend the Leader of the Opposition", "The honourable senator", "The Hon'ble Member",
    ],
)  # fmt: skip
def test_members_are_of_the_chamber(state: str, who: str) -> None:
    assert _actors(_HEADS[state], f"{who} visited Tonga in May.") == {state}


def test_members_of_congress() -> None:
    assert _actors("UNITED STATES SENATE", "The gentleman from Ohio condemned Fiji.") == {"USA"}


def test_whoever_names_another_state_is_its_own() -> None:
    assert _actors(_HEADS["GBR"], "The Tongan member condemned Fiji.") == {"TON"}
    assert _actors(_HEADS["GBR"], "President Rabuka condemned Tonga.") == {"FJI"}
    assert _actors(_HEADS["GBR"], "My hon. Friend said that a gentleman from Fiji accused Tonga.") != {"GBR"}
