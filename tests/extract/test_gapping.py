"""Clauses that leave out the verb of the clause before them."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.gapping import with_gapped

Told = list[tuple[str, str, list[str], list[str]]]


def told(text: str, word: str, kind: str, actors: str, recipients: str) -> Told:
    """Trigger, type, actors and recipients of an act and of what goes on with it."""
    sentence = parse(text)
    head = at(sentence, word)
    sides = [tuple(at(sentence, one) for one in names.split()) for names in (actors, recipients)]
    acts = with_gapped([Act(sentence, (head, head), head, kind, (), "", sides[0], sides[1], (), 0.9)])
    words = [t.text for t in sentence.tokens]
    return [(" ".join(words[a.trigger[0] : a.trigger[1] + 1]), a.type, [words[i] for i in a.actors], [words[i] for i in a.recipients]) for a in acts]


@pytest.mark.parametrize(
    ("text", "word", "kind", "actors", "recipients", "found"),
    [
        (
            "Spain expelled twelve Libyan diplomats; Italy nine; Austria and Malta two each.", "expelled", "SANCTION", "Spain", "diplomats",
            [("expelled", "SANCTION", ["Spain", "Italy", "Austria", "Malta"], ["diplomats"])],
        ),
        (
            "Poland shelters 4,000 refugees, the Czech Republic 900, Slovakia barely 50.", "shelters", "AID", "Poland", "refugees",
            [("shelters", "AID", ["Poland", "Republic", "Slovakia"], ["refugees"])],
        ),
        (
            "The army detained forty Kenyans, the police another nineteen.", "detained", "COERCE", "army", "Kenyans",
            [("detained", "COERCE", ["army", "police"], ["Kenyans"])],
        ),
        (
            "Oman promised the Yemenis 30 buses; Qatar, ten clinics.", "promised", "AGREE", "Oman", "Yemenis",
            [("promised", "AGREE", ["Oman", "Qatar"], ["Yemenis"])],
        ),
        (
            "Burundi sent troops in 1993, Togo in 1999 and Kenya a year later.", "sent", "AID", "Burundi", "",
            [("sent", "AID", ["Burundi"], []), ("Togo in", "AID", ["Togo"], []), ("Kenya a", "AID", ["Kenya"], [])],
        ),
        (
            "Iraq released three pilots on Monday, Iran two on Tuesday.", "released", "RETREAT", "Iraq", "pilots",
            [("released", "RETREAT", ["Iraq"], ["pilots"]), ("Iran two", "RETREAT", ["Iran"], ["pilots"])],
        ),
        (
            "Turkey condemned the coup in Thailand, and Iran the killing of monks in Burma.", "condemned", "ACCUSE", "Turkey", "coup",
            [("condemned", "ACCUSE", ["Turkey"], ["coup"]), ("Iran the", "ACCUSE", ["Iran"], ["killing"])],
        ),
        (
            "Egypt voted for the resolution, Morocco against it.", "voted", "SUPPORT", "Egypt", "resolution",
            [("voted", "SUPPORT", ["Egypt"], ["resolution"]), ("Morocco against", "REJECT", ["Morocco"], ["resolution"])],
        ),
        (
            "Finland has appealed to Moscow for help, Poland to Washington.", "appealed", "REQUEST", "Finland", "Moscow",
            [("appealed", "REQUEST", ["Finland"], ["Moscow"]), ("Poland to", "REQUEST", ["Poland"], ["Washington"])],
        ),
        (
            "Greece bought two frigates from Holland and Turkey three from Germany.", "bought", "COOPERATE", "Greece Holland", "",
            [("bought", "COOPERATE", ["Greece", "Holland"], []), ("Turkey three", "COOPERATE", ["Turkey", "Germany"], [])],
        ),
    ],
)  # fmt: skip
def test_whoever_is_named_does_the_act_before(text: str, word: str, kind: str, actors: str, recipients: str, found: Told) -> None:
    assert told(text, word, kind, actors, recipients) == found


@pytest.mark.parametrize(
    ("text", "word", "kind", "actors", "recipients"),
    [
        ("The presidents of France and Germany on Monday condemned Togo.", "condemned", "ACCUSE", "presidents", "Togo"),
        ("Washington gave France, Germany and Italy the right to buy uranium.", "gave", "AGREE", "Washington", "France"),
        ("Talks were held with Italy, Germany in the chair, on Monday.", "held", "CONSULT", "Italy", ""),
        ("Chile closed its missions in Ghana on 3 May, Togo on 5 May.", "closed", "SANCTION", "Chile", "Ghana"),
        ("Chile expelled two envoys, and Peru recalled three.", "expelled", "SANCTION", "Chile", "envoys"),
        ("Chile did not expel two envoys, Peru three.", "expel", "SANCTION", "Chile", "envoys"),
        ("Chile expelled the envoy of Peru, Bolivia three days later said.", "expelled", "SANCTION", "Chile", "envoy"),
    ],
)
def test_names_that_leave_out_no_verb(text: str, word: str, kind: str, actors: str, recipients: str) -> None:
    (act,) = told(text, word, kind, actors, recipients)
    assert (act[2], act[3]) == (actors.split(), recipients.split())
