"""Acts that a sentence tells without their verb."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.ellipsis import with_left_out

Told = list[tuple[str, list[str], list[str]]]


def told(text: str, word: str, actors: str, recipients: str, kind: str = "SANCTION") -> Told:
    """Trigger, actors and recipients of an act and of what repeats it."""
    sentence = parse(text)
    head = at(sentence, word)
    sides = [tuple(at(sentence, one) for one in names.split()) for names in (actors, recipients)]
    acts = with_left_out([Act(sentence, (head, head), head, kind, (), "", sides[0], sides[1], (), 0.9)])
    words = [t.text for t in sentence.tokens]
    return [(" ".join(words[a.trigger[0] : a.trigger[1] + 1]), [words[i] for i in a.actors], [words[i] for i in a.recipients]) for a in acts]


@pytest.mark.parametrize(
    ("text", "word", "actors", "recipients", "kind", "found"),
    [
        (
            "Peru condemned the raid on Monday, as did Bolivia and Chile.", "condemned", "Peru", "raid Bolivia", "ACCUSE",
            [("condemned", ["Peru"], ["raid"]), ("as did", ["Bolivia", "Chile"], ["raid"])],
        ),
        (
            "The editor was arrested at the airport, as was his lawyer.", "arrested", "", "editor lawyer", "COERCE",
            [("arrested", [], ["editor"]), ("as was", [], ["lawyer"])],
        ),
        (
            "Oslo rejected the offer, and so did Stockholm.", "rejected", "Oslo", "offer", "REJECT",
            [("rejected", ["Oslo"], ["offer"]), ("so did", ["Stockholm"], ["offer"])],
        ),
        (
            "Lithuania expelled four diplomats, Latvia three and Estonia two.", "expelled", "Lithuania", "diplomats Latvia", "SANCTION",
            [("expelled", ["Lithuania", "Latvia", "Estonia"], ["diplomats"])],
        ),
        (
            "Ghana declared an emergency on 3 May, Togo on 5 May.", "declared", "Ghana", "", "COERCE",
            [("declared", ["Ghana"], []), ("Togo on", ["Togo"], [])],
        ),
        (
            "Oslo recognised Lithuania on Monday; so, within hours, did Malta and Hungary.", "recognised", "Oslo", "Lithuania", "SUPPORT",
            [("recognised", ["Oslo"], ["Lithuania"]), ("did", ["Malta", "Hungary"], ["Lithuania"])],
        ),
        (
            "Merkel telephoned Assad on 15 November and again two days later.", "telephoned", "Merkel", "Assad", "CONSULT",
            [("telephoned", ["Merkel"], ["Assad"]), ("again", ["Merkel"], ["Assad"])],
        ),
        (
            "Moscow vetoed the draft, as it had in 2017.", "vetoed", "Moscow", "draft", "REJECT",
            [("vetoed", ["Moscow"], ["draft"]), ("had", ["Moscow"], ["draft"])],
        ),
    ],
)  # fmt: skip
def test_what_is_left_of_a_clause_repeats_the_act_before(text: str, word: str, actors: str, recipients: str, kind: str, found: Told) -> None:
    assert told(text, word, actors, recipients, kind) == found


@pytest.mark.parametrize(
    ("text", "word", "actors", "recipients"),
    [
        ("Chile expelled the envoy, as was its right.", "expelled", "Chile", "envoy"),
        ("Chile expelled the envoy, as was agreed in Lima.", "expelled", "Chile", "envoy"),
        ("Chile did not expel the envoy, and so did Peru.", "expel", "Chile", "envoy"),
        ("Chile closed its missions in Ghana on 3 May, Togo on 5 May.", "closed", "Chile", "Ghana"),
        ("Chile expelled two envoys, and Peru recalled three.", "expelled", "Chile", "envoys"),
        ("Chile expelled the envoy on 3 May and again refused to talk.", "expelled", "Chile", "envoy"),
        ("Chile expelled the envoy, as it had for years threatened.", "expelled", "Chile", "envoy"),
    ],
)
def test_clauses_that_tell_something_else(text: str, word: str, actors: str, recipients: str) -> None:
    assert len(told(text, word, actors, recipients)) == 1


def test_no_act_repeats_nothing() -> None:
    assert with_left_out([]) == []
