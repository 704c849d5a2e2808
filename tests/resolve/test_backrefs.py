"""Bare nouns that come back to a deed told before have its parties."""

from __future__ import annotations

import pytest

from dateline.resolve.backrefs import with_those_of_before
from dateline.types import Mention, Participant, RawMention, ResolvedMention, Sentence, Span


def told(text: str, index: int, trigger: str, *parties: str, kind: str = "ASSAULT", modes: tuple[str, ...] = ()) -> ResolvedMention:
    """An act of the sentence of a number; the parties are the codes of actor and recipient, "" for none."""
    at = text.rindex(trigger) if index else text.index(trigger)
    raw = RawMention(Sentence(index, text, Span(0, len(text))), Mention(trigger, Span(at, at + len(trigger))), kind, modes=modes)
    sides = [(Participant(code, Span(0, 1), None, code),) if code else () for code in (*parties, "", "")[:2]]
    return ResolvedMention(raw, *sides)


def codes(act: ResolvedMention) -> tuple[list[str | None], list[str | None]]:
    return [one.country for one in act.actors], [one.country for one in act.recipients]


@pytest.mark.parametrize(
    ("text", "noun", "back", "expected"),
    [
        ("Jets bombed a camp. Amman condemned the strike.", "strike", 1, (["TUR"], ["IRQ"])),
        ("Jets bombed a camp. Amman spoke. Doha condemned that attack.", "attack", 2, (["TUR"], ["IRQ"])),
        ("Jets bombed a camp. Amman condemned the strike.", "strike", 3, ([], [])),
        ("Jets bombed a camp. Amman condemned the strike on Gao.", "strike", 1, ([], [])),
        ("Jets bombed a camp. Amman fears a strike.", "strike", 1, ([], [])),
        ("Jets bombed a camp. Amman condemned the earlier strike.", "strike", 1, ([], [])),
    ],
)
def test_the_parties_of_the_deed_told_before(text: str, noun: str, back: int, expected: object) -> None:
    found = with_those_of_before([told(text, 0, "bombed", "TUR", "IRQ"), told(text, back, noun)], text)
    assert codes(found[1]) == expected


def test_of_two_sides_it_is_nobodys_unless_the_word_is_the_same() -> None:
    text = "Togo shelled a post and Mali raided a camp. Accra condemned the attack and the raid."
    before = [told(text, 0, "shelled", "TGO", "MLI"), told(text, 0, "raided", "MLI", "TGO", kind="COERCE", modes=("seize",))]
    found = with_those_of_before([*before, told(text, 1, "attack"), told(text, 1, "raid")], text)
    assert codes(found[2]) == (["TGO"], ["MLI"])
    assert (found[3].raw.type, codes(found[3])) == ("COERCE", (["MLI"], ["TGO"]))
    both = [told(text, 0, "shelled", "TGO", "MLI"), told(text, 0, "raided", "MLI", "TGO")]
    assert codes(with_those_of_before([*both, told(text, 1, "attack")], text)[2]) == ([], [])
