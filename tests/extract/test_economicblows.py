"""Blows that are struck with tariffs, bans and fines: one measure each, and no attack; blows with arms stay attacks."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.classifier.framelifts import framed
from dateline.extract.roles import settled


def _act(text: str, word: str, kind: str, modes: tuple[str, ...] = ()) -> Act:
    sentence = parse(text)
    head = at(sentence, word)
    return Act(sentence, (head, head), head, kind, modes, "", (), (), (), 0.9)


@pytest.mark.parametrize(
    ("text", "word", "measure", "kind"),
    [
        ("Ghana strikes back at Togo with duties on rice", "strikes", "duties", "SANCTION"),
        ("Oslo hit a Cypriot network with sanctions.", "hit", "sanctions", "SANCTION"),
        ("Chile fires back at Peru with a copper probe", "fires", "probe", "ACCUSE"),
        ("Seoul hit Tokyo with a seafood ban.", "hit", "ban", "SANCTION"),
        ("Judges hit the Danish bank with a fine.", "hit", "fine", "SANCTION"),
        ("Lagos lashed out at Accra with import curbs.", "lashed", "curbs", "SANCTION"),
    ],
)
def test_a_blow_with_a_measure_is_that_measure_once(text: str, word: str, measure: str, kind: str) -> None:
    blow, told = _act(text, word, "ASSAULT", ("aerial",)), _act(text, measure, kind, ("discontinue",))
    (act,) = settled([blow, told])
    assert (act.head, act.type, act.modes) == (told.head, kind, ("discontinue",))
    (alone,) = settled([blow])
    assert alone.type == kind and "aerial" not in alone.modes


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ghana hits Togolese exporters over smuggled cocoa", "hits"),
        ("Canberra targets Fijian chipmakers", "targets"),
    ],
)
def test_firms_that_a_state_strikes_are_punished(text: str, word: str) -> None:
    (act,) = settled([_act(text, word, "ASSAULT", ("aerial",))])
    assert (act.type, act.modes) == ("SANCTION", ("discontinue",))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Ghana strikes back at Togo with rockets", "strikes"),
        ("Iraq hits Iranian refineries", "hits"),
        ("Iraq hits Iranian refiners in drone attack", "hits"),
        ("Gunmen hit the convoy with explosive charges.", "hit"),
        ("Gunmen struck the bank with grenades.", "struck"),
        ("Iraq struck an Iranian port as Brussels prepared sanctions.", "struck"),
        ("Iraq struck Iranian exporters with missiles.", "struck"),
    ],
)
def test_blows_with_arms_stay_attacks(text: str, word: str) -> None:
    (act,) = settled([_act(text, word, "ASSAULT")])
    assert act.type == "ASSAULT"


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Washington takes a swipe at Korean yards with port fees", "takes", "SANCTION"),
        ("Canberra targets Fijian chipmakers", "targets", "SANCTION"),
        ("Canberra hits Fiji in 3rd sanctions package", "hits", "SANCTION"),
        ("Inflation hit Turkish exporters.", "hit", None),
        ("The bank hit its target with fees.", "hit", None),
        ("Canberra targets Fijian students", "targets", None),
        ("Canberra wants to hit Fiji with tariffs.", "hit", None),
    ],
)
def test_a_coder_that_misses_such_a_blow_is_helped(text: str, word: str, kind: str | None) -> None:
    sentence = parse(text)
    lift = framed(sentence, sentence.tokens[at(sentence, word)])
    assert (lift.type if lift else None) == kind
