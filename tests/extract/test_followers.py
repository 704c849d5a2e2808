"""States that do as another did in the sentence before."""

from __future__ import annotations

from datetime import date

import pytest
from tests.extract.dating import acts_of


def again(text: str) -> list[tuple[str, str, list[str], list[str]]]:
    """Trigger, type, actors and recipients of what a sentence repeats of the one before."""
    return [
        (one.trigger.text, one.type, [p.mention.text for p in one.actors], [p.mention.text for p in one.recipients])
        for one in acts_of(text, published=date(2024, 9, 10))
        if one.trigger.text.split()[0] in {"followed", "did", "So", "done"}
    ]


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "actors", "recipients"),
    [
        ("Qatar condemned Iran on 3 January. Bahrain and Sudan followed suit.", "followed suit", "ACCUSE", ["Bahrain", "Sudan"], ["Iran"]),
        ("Kuwait condemned Israel. The Emirates did likewise the next day.", "did likewise", "ACCUSE", ["Emirates"], ["Israel"]),
        ("Iran expelled two Danish diplomats. Denmark did the same.", "did the same", "SANCTION", ["Denmark"], ["Iran"]),
        ("Egypt condemned Sudan. So did Kenya.", "So did", "ACCUSE", ["Kenya"], ["Sudan"]),
    ],
)
def test_who_follows_suit_does_the_act_of_the_sentence_before(text: str, trigger: str, kind: str, actors: list[str], recipients: list[str]) -> None:
    assert again(text) == [(trigger, kind, actors, recipients)]


def test_several_follow_one_another() -> None:
    found = again("Qatar condemned Iran. Bahrain followed suit on 4 January. So did Sudan.")
    assert [(actors, recipients) for _, _, actors, recipients in found] == [(["Bahrain"], ["Iran"]), (["Sudan"], ["Iran"])]


@pytest.mark.parametrize(
    "text",
    [
        "Qatar condemned Iran. Bahrain did not follow suit.",
        "Qatar condemned Iran. Bahrain could follow suit.",
        "Qatar did not condemn Iran. Bahrain followed suit.",
        "The minister said that Qatar had condemned Iran. Bahrain followed suit.",
        "Qatar condemned Iran. His deputy followed suit.",
        "Qatar condemned Iran. Traders sold oil. Bahrain followed suit.",
        "Qatar condemned Iran. Qatar did the same in 2019.",
    ],
)
def test_nothing_follows_what_was_not_done_or_stands_elsewhere(text: str) -> None:
    assert again(text) == []
