"""Tests of clauses whose words are no parties of an act outside them."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.islands import outsiders


@pytest.mark.parametrize(
    ("text", "act", "outside", "inside"),
    [
        ("China, whose nationals were attacked by the BLA, expressed condolences to Pakistan.", "expressed", ["BLA"], ["China", "Pakistan"]),
        ("Japan, whose sailors were seized by Oman, thanked Kenya.", "thanked", ["Oman", "sailors"], ["Japan", "Kenya"]),
        ("Police raided the flat after the mayor accused Hamas of a plot.", "raided", ["mayor", "Hamas"], ["Police", "flat"]),
        ("The bombing came two months after militants killed 70 people in Balochistan.", "bombing", ["militants", "people", "Balochistan"], []),
        ("The blast came weeks after militants of a banned group attacked barracks across Sindh.", "blast", ["militants", "barracks", "Sindh"], []),
        ("Before Iran struck Israel, Jordan closed its airspace.", "closed", ["Iran", "Israel"], ["Jordan"]),
    ],
)
def test_a_clause_of_another_time_or_somebodys_own(text: str, act: str, outside: list[str], inside: list[str]) -> None:
    sentence = parse(text)
    words = outsiders(sentence, at(sentence, act))
    assert all(at(sentence, word) in words for word in outside)
    assert not any(at(sentence, word) in words for word in inside)


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("China, whose nationals were attacked by the BLA, expressed condolences.", "attacked"),
        ("Turkey, which was shelled by Syria, condemned the strike.", "condemned"),
        ("While France hesitated, Italy sent a frigate.", "sent"),
        ("Russia withdrew after talks with Turkey.", "withdrew"),
    ],
)
def test_other_clauses_and_the_own_one(text: str, act: str) -> None:
    sentence = parse(text)
    assert not outsiders(sentence, at(sentence, act))
