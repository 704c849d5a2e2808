"""States that do as another of the sentence did."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.likewise import with_repeated


def told(text: str, word: str, actor: str, recipient: str) -> list[tuple[str, list[str], list[str]]]:
    """Trigger, actors and recipients of what repeats the act of a word."""
    sentence = parse(text)
    head = at(sentence, word)
    act = Act(sentence, (head, head), head, "SANCTION", (), "", (at(sentence, actor),), (at(sentence, recipient),), (), 0.9)
    found = with_repeated([act])[1:]
    assert all(one.type == "SANCTION" for one in found)
    words = [t.text for t in sentence.tokens]
    return [(" ".join(words[one.trigger[0] : one.trigger[1] + 1]), [words[i] for i in one.actors], [words[i] for i in one.recipients]) for one in found]


@pytest.mark.parametrize(
    ("text", "word", "actor", "recipient", "trigger", "actors", "recipients"),
    [
        ("Chile closed its embassy in Kabul a month after Peru did the same.", "closed", "Chile", "Kabul", "did the same", ["Peru"], ["Kabul"]),
        ("Oman recalled its envoy from Quito, and Kuwait and Jordan did likewise.", "recalled", "Oman", "Quito", "did likewise", ["Kuwait", "Jordan"], ["Quito"]),
        ("Ghana banned Ivorian poultry; Togo followed suit in May.", "banned", "Ghana", "poultry", "followed suit", ["Togo"], ["poultry"]),
        ("Sweden expelled five Iranian envoys; Denmark followed with two.", "expelled", "Sweden", "envoys", "followed with two", ["Denmark"], ["envoys"]),
        ("Peru expelled the Libyan envoy on Friday, followed within hours by Chile and Bolivia.", "expelled", "Peru", "envoy", "followed", ["Chile", "Bolivia"], ["envoy"]),
        ("Kenya cut its aid to Kabul in May, followed a month later by its partners from Togo.", "cut", "Kenya", "Kabul", "followed", ["partners"], ["Kabul"]),
        ("Norway froze its aid to Lima in 2011, and Sweden did too.", "froze", "Norway", "Lima", "did too", ["Sweden"], ["Lima"]),
        ("India expelled six Pakistani envoys after Pakistan had done the same.", "expelled", "India", "envoys", "done the same", ["Pakistan"], ["India"]),
        ("Kenya condemned the Somali raid on Monday, followed on Tuesday by Uganda.", "condemned", "Kenya", "raid", "followed", ["Uganda"], ["raid"]),
    ],
)  # fmt: skip
def test_who_does_likewise_does_the_act_before(
    text: str, word: str, actor: str, recipient: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    assert told(text, word, actor, recipient) == [(trigger, actors, recipients)]


@pytest.mark.parametrize(
    ("text", "word", "actor", "recipient"),
    [
        ("Chile recalled its envoy from Quito and urged Peru to do the same.", "recalled", "Chile", "Quito"),
        ("Chile recalled its envoy from Quito; Peru did not follow suit.", "recalled", "Chile", "Quito"),
        ("Chile recalled its envoy from Quito and demanded that Peru do the same.", "recalled", "Chile", "Quito"),
        ("Chile recalled its envoy from Quito, and Peru would do the same.", "recalled", "Chile", "Quito"),
        ("Chile banned Peruvian grapes, and the storm did too.", "banned", "Chile", "grapes"),
        ("Chile banned Peruvian grapes, and tests did the same damage.", "banned", "Chile", "grapes"),
        ("Chile banned Peruvian grapes; a storm followed with hail.", "banned", "Chile", "grapes"),
        ("Chile shut its missions in Quito, followed by Lima and Bogota.", "shut", "Chile", "Quito"),
        ("Chile shut its mission in Quito on Monday, followed by two days of talks.", "shut", "Chile", "Quito"),
        ("Chile banned Peruvian grapes, followed by a ban on figs.", "banned", "Chile", "grapes"),
        ("Chile banned Peruvian grapes after Chile did the same with figs.", "banned", "Chile", "grapes"),
    ],
)
def test_who_does_something_else(text: str, word: str, actor: str, recipient: str) -> None:
    assert told(text, word, actor, recipient) == []
