"""To whom one is paid back."""

from __future__ import annotations

import pytest

from dateline.resolve.requital import paid_back
from dateline.types import Mention, Participant, RawMention, ResolvedMention, Sentence, Span


def act(text: str, trigger: str, kind: str, voice: str = "active") -> RawMention:
    return RawMention(Sentence(0, text, Span(0, len(text))), Mention(trigger, Span(text.index(trigger), text.index(trigger) + len(trigger))), kind, voice=voice)


def party(text: str, words: str, country: str) -> Participant:
    return Participant(words, Span(text.index(words), text.index(words) + len(words)), None, country, "GOV", ("GOV",), 1.0)


@pytest.mark.parametrize(
    ("second", "trigger", "doer", "country", "expected"),
    [
        ("Chile retaliated", "retaliated", "Chile", "CHL", ["PER"]),
        ("Chile replied in kind", "replied in kind", "Chile", "CHL", ["PER"]),
        ("Chile protested", "protested", "Chile", "CHL", []),
        ("Haiti retaliated", "retaliated", "Haiti", "HTI", []),
        ("Peru retaliated", "retaliated", "Peru retaliated", "PER", []),
        ("Chile issued a ban of its own", "ban", "Chile", "CHL", ["PER"]),
        ("Chile issued a ban of whisky", "ban", "Chile", "CHL", []),
    ],
)
def test_whoever_began_is_paid_back(second: str, trigger: str, doer: str, country: str, expected: list[str]) -> None:
    text = f"Peru expelled the Chilean consul, and {second}."
    first = ResolvedMention(act(text, "expelled", "SANCTION"), (party(text, "Peru", "PER"),), (party(text, "Chilean consul", "CHL"),), None, None)
    assert [p.country for p in paid_back(act(text, trigger, "SANCTION"), (party(text, doer, country),), (), [first])] == expected


@pytest.mark.parametrize(("words", "country", "expected"), [("Chilean banks", "CHL", "PER"), ("Danish banks", "DNK", "DNK")])
def test_who_answers_with_a_list_of_its_own_lists_the_other(words: str, country: str, expected: str) -> None:
    text = "Peru banned Chilean banks and Danish banks, and Lima was answered by Chile with a blacklist of its own."
    banks, chile = party(text, words, country), party(text, "Chile with", "CHL")
    first = ResolvedMention(act(text, "banned", "COERCE"), (party(text, "Peru", "PER"),), (party(text, "Chilean banks", "CHL"),), None, None)
    assert [p.country for p in paid_back(act(text, "blacklist", "COERCE"), (chile,), (banks,), [first])] == [expected]
