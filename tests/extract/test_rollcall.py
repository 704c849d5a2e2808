"""Votes that a record lists by name."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.classifier.formlifts import allowed
from dateline.extract.parse import ParsedSentence
from dateline.extract.phrases import phrase_at
from dateline.extract.rollcall import with_roll_calls

Told = list[tuple[str, str, list[str]]]


def votes(*texts: str) -> Told:
    """Trigger, type and voters of what sentences list of which nothing else is known."""
    return told([(parse(text), ()) for text in texts])


def told(known: list[tuple[ParsedSentence, tuple[Act, ...]]]) -> Told:
    found = with_roll_calls([one for one, _ in known], [acts for _, acts in known])
    return [(trigger(act), act.type, [named(act, i) for i in act.actors]) for acts in found for act in acts]


def trigger(act: Act) -> str:
    return " ".join(t.text for t in act.sentence.tokens[act.trigger[0] : act.trigger[1] + 1])


def named(act: Act, index: int) -> str:
    phrase = phrase_at(act.sentence, index)
    assert phrase is not None
    return phrase.mention.text


def adopted(text: str, verb: str, kind: str, thing: str) -> tuple[ParsedSentence, tuple[Act, ...]]:
    sentence = parse(text)
    head = at(sentence, verb)
    return sentence, (Act(sentence, (head, head), head, kind, (), "", (), (at(sentence, thing),), (), 0.9),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In favour: Gabon, Malta, Norway", [("In favour", "SUPPORT", ["Gabon", "Malta", "Norway"])]),
        (
            "In favour: Gabon, Republic of Korea and Norway Against: Eritrea, Mali Abstaining: Laos",
            [("In favour", "SUPPORT", ["Gabon", "Republic of Korea", "Norway"]), ("Against", "REJECT", ["Eritrea", "Mali"])],
        ),
        ("Voting against (2): Bolivia (Plurinational State of), Cuba.", [("Voting against", "REJECT", ["Bolivia", "Cuba"])]),
        ("Abstentions: Laos, Vietnam.", []),
        ("Against: None.", []),
        ("In favour: the chairman, the two clerks.", []),
        ("She spoke in favour: Gabon and Malta should join.", []),
        ("The council voted, 9 in favour to 2 against (Eritrea, Mali).", [("against", "REJECT", ["Eritrea", "Mali"])]),
        ("It passed by a vote of 40 in favour (Gabon, Malta) to none.", [("in favour", "SUPPORT", ["Gabon", "Malta"])]),
        ("The council voted, with two abstentions (Laos, Mali).", []),
        ("Troops fought against (Eritrea, Mali) rebels.", []),
        ("They voted against it in two towns (Lima and Cusco).", []),
    ],
)
def test_who_is_listed_voted_so(text: str, found: Told) -> None:
    assert votes(text) == found


def test_a_heading_in_a_line_of_its_own_is_that_of_the_names_below() -> None:
    assert votes("Against:", "Eritrea, Mali, Syria") == [("Eritrea", "REJECT", ["Eritrea", "Mali", "Syria"])]
    assert votes("Abstaining:", "Laos, Nepal") == []
    assert votes("Against:", "Eritrea and Mali sent troops to Syria.") == []


@pytest.mark.parametrize(
    ("text", "verb", "kind", "side"),
    [
        ("The text was adopted by 80 votes to 2 (Eritrea, Mali).", "adopted", "SUPPORT", "REJECT"),
        ("The text was rejected by 80 votes to 2 (Eritrea, Mali).", "rejected", "REJECT", "SUPPORT"),
        ("The text was rejected by a vote of 2 in favour (Eritrea, Mali) to 80 against.", "rejected", "REJECT", "SUPPORT"),
    ],
)
def test_a_count_names_those_of_the_other_side(text: str, verb: str, kind: str, side: str) -> None:
    sentence, known = adopted(text, verb, kind, "text")
    (found,) = with_roll_calls([sentence], [known])
    assert [(act.type, act.recipients) for act in found] == [(kind, known[0].recipients), (side, known[0].recipients)]
    assert [named(found[1], i) for i in found[1].actors] == ["Eritrea", "Mali"]


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The Senate passed the bill by a vote of 51 to 48.", "passed", "SUPPORT"),
        ("The committee rejected the amendment by 9 votes to 7.", "rejected", "REJECT"),
        ("The resolution was adopted in a recorded vote.", "adopted", "SUPPORT"),
        ("China exercised its veto against the draft.", "exercised", "REJECT"),
        ("The couple adopted a child before the vote.", "adopted", None),
        ("The chamber adopted a resolution on votes for prisoners.", "adopted", None),
        ("China did not use its veto.", "use", None),
    ],
)
def test_what_is_carried_by_votes_is_an_act(text: str, word: str, kind: str | None) -> None:
    sentence = parse(text)
    lift = allowed(sentence, sentence.tokens[at(sentence, word)])
    assert (lift.type if lift is not None else None) == kind
