"""Nouns that are no act in their sentence, and acts that somebody says are not his."""

from __future__ import annotations

from dataclasses import replace

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.disowned import disowned
from dateline.extract.unpolitical import is_no_act_here


def act(text: str, word: str, *actors: str) -> Act:
    sentence = parse(text)
    head = at(sentence, word)
    return Act(sentence, (head, head), head, "PROTEST", (), "", tuple(at(sentence, one) for one in actors), (), (), 0.9)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The release of the sailors was put off in Lagos.", "release", False),
        ("The recall of the envoy came from Turin.", "recall", False),
        ("The shooting of the judge took seconds.", "shooting", False),
        ("The hijacking thriller won a prize.", "hijacking", True),
        ("Naval drills were held off Porto.", "drills", False),
        ("The coups were the work of majors.", "coups", False),
    ],
)
def test_nouns_that_are_no_act(text: str, word: str, expected: bool) -> None:
    assert is_no_act_here(act(text, word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "doer", "left"),
    [
        ("The party denied responsibility for the riot.", "riot", "party", False),
        ("The guild denied having a hand in the strike.", "strike", "guild", False),
        ("We did not organise the march.", "march", "We", False),
        ("The party claimed responsibility for the riot.", "riot", "party", True),
        ("The guild organised the march.", "march", "guild", True),
    ],
)
def test_who_denies_a_part_held_none(text: str, word: str, doer: str, left: bool) -> None:
    assert bool(disowned(act(text, word, doer)).actors) is left


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("Lima obtained its apology in March.", "apology", None),
        ("Kenya secured an apology for the raid.", "apology", None),
        ("Denmark issued an apology to Iran.", "apology", "Denmark"),
    ],
)
def test_who_gets_an_apology_has_not_made_it(text: str, word: str, doer: str | None) -> None:
    sentence = parse(text)
    head = next(t.i for t in sentence.tokens if t.text == word)
    found = disowned(replace(act(text, word, sentence.tokens[0].text), type="CONCEDE"))
    assert [sentence.tokens[i].text for i in found.actors] == ([doer] if doer else [])
    assert bool(found.recipients) is (doer is None) and found.head == head
