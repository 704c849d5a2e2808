"""Which acts stand at the head of a brief: who did them or whom they befell, what is told in passing, and the strongest steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.report.acts import Act, acts
from dateline.report.asides import asides
from dateline.report.happenings import chosen
from dateline.report.story import story
from dateline.types import Certainty, Coded, Document, EventMention, Mention, Participant, Sentence, Span, TimeRef

CODES = {"Peru": "PER", "Chile": "CHL", "police": "PER", "soldiers": "PER", "monk": "CHL", "Oslo": "NOR"}
#: Words, type, actor, recipient.
Row = tuple[str, str, str, str]


def coded(*told: tuple[str, list[Row]], certainty: Certainty = Certainty.CERTAIN, days: bool = True) -> Coded:
    text, sentences, mentions = "", [], []
    for number, (words, rows) in enumerate(told):
        sentence = Sentence(number, words, Span(len(text), len(text) + len(words)))
        sentences.append(sentence)
        for trigger, kind, actor, recipient in rows:
            start = len(text) + words.index(trigger)
            parties = [tuple(Participant(one, Span(at := len(text) + words.index(one), at + len(one)), one, CODES[one]) for one in [name] if name) for name in (actor, recipient)]
            day = date(2031, 5, number + 1)
            mentions.append(
                EventMention(
                    f"m{start}", f"m{start}", "d", "d", sentence, Mention(trigger, Span(start, start + len(trigger))), kind, actors=parties[0], recipients=parties[1],
                    date=TimeRef(day, day, "day", "explicit") if days else None, certainty=certainty,
                )
            )  # fmt: skip
        text += words + " "
    return Coded(Document("d", "d", text, ""), tuple(sentences), tuple(mentions))


def of(found: Coded) -> tuple[Act, ...]:
    return acts([found])


@pytest.mark.parametrize(
    ("text", "rows", "passing"),
    [
        ("A monk banned by Peru is shot dead in Arica.", [("banned", "COERCE", "Peru", "monk"), ("shot dead", "ASSAULT", "", "monk")], ["banned"]),
        ("Hours after Oslo had praised it, Peru broke the pact.", [("praised", "SUPPORT", "Oslo", "Peru"), ("broke", "SANCTION", "Peru", "")], ["praised"]),
        ("The monk was banned by Peru and shot in Arica.", [("banned", "COERCE", "Peru", "monk"), ("shot", "ASSAULT", "", "monk")], []),
        ("Two men freed by Peru landed in Oslo.", [("freed", "RETREAT", "Peru", "")], []),
    ],
)
def test_what_a_sentence_tells_in_passing(text: str, rows: list[Row], passing: list[str]) -> None:
    found = of(coded((text, rows)))
    numbers = asides(found)
    assert [one.mention.trigger.text for one in found if one.number in numbers] == passing


def test_a_killing_stands_at_the_head_though_nobody_is_named_for_it() -> None:
    lead = ("A monk banned by Peru is shot dead in Chile.", [("banned", "COERCE", "Peru", "monk"), ("shot dead", "ASSAULT", "", "monk")])
    rest = [(f"Peru warned Chile again in week {n}.", [("warned", "THREATEN", "Peru", "Chile")]) for n in range(9)]
    shown = [one.told.mention.trigger.text for one in chosen(of(coded(lead, *rest)))]
    assert "shot dead" in shown and "banned" not in shown


def test_both_halves_of_an_exchange_are_told() -> None:
    halves = (("The monk flew to freedom from Oslo.", [("flew to freedom", "RETREAT", "", "monk")]), ("Chile freed two spies of Peru.", [("freed", "RETREAT", "Chile", "Peru")]))
    assert {one.told.mention.trigger.text for one in chosen(of(coded(*halves, days=False)))} == {"flew to freedom", "freed"}


def head(found: Coded) -> list[str]:
    return ["".join(piece.text for piece in line) for line in story([found], of(found), lambda act: ())]


def told_by(published: date, number: int, words: str, trigger: str, actor: str, event: str, day: date | None = None) -> Coded:
    made = coded((words, [(trigger, "SANCTION", actor, "")]))
    ref = TimeRef(day or published, day or published, "day", "explicit" if day else "document")
    one = replace(made.mentions[0], mention_id=f"m{number}", event_id=event, doc_id=f"d{number}", date=ref)
    return replace(made, document=replace(made.document, doc_id=f"d{number}", published=published), mentions=(one,))


def test_what_is_only_known_by_its_document_stands_at_that_day_and_is_told_by_the_first_of_them() -> None:
    found = [
        told_by(date(2031, 5, 20), 1, "Peru froze the funds.", "froze", "Peru", "e1"),
        told_by(date(2031, 5, 19), 2, "Peru has frozen all the funds.", "frozen", "Peru", "e1"),
        told_by(date(2031, 5, 20), 3, "Chile closed a port on 16 May.", "closed", "Chile", "e2", date(2031, 5, 16)),
        told_by(date(2031, 5, 21), 4, "Oslo shut a mine on 20 May.", "shut", "Oslo", "e3", date(2031, 5, 20)),
    ]
    heads = [line[0].text for line in story(found, acts(found), lambda _: ())]
    assert heads[:3] == ["16 May 2031: ", "[by 19 May 2031]: ", "20 May 2031: "]


def test_steps_are_of_those_who_act_most_for_certain_and_at_home_where_most_are() -> None:
    home = [(f"The soldiers seized the police post {n}.", [("seized", "COERCE", "soldiers", "police")]) for n in range(4)]
    abroad = [(f"Chile condemned Peru in week {n}.", [("condemned", "ACCUSE", "Chile", "Peru")]) for n in range(2)]
    once = [("Oslo met Peru.", [("met", "CONSULT", "Oslo", "Peru")])]
    line = next(one for one in head(coded(*home, *abroad)) if one.startswith("Strongest"))
    assert line.startswith("Strongest step of the main actors: Peru: coercion at home (4 acts, from 1 May 2031); Chile: statements (2 acts")
    many = [*home, *abroad, ("The soldiers seized a police car.", [("seized", "COERCE", "soldiers", "police")]), *once]
    assert "Norway" not in next(one for one in head(coded(*many)) if one.startswith("Strongest"))
    assert not any(one.startswith("Strongest") for one in head(coded(*home, *abroad, certainty=Certainty.POSSIBLE)))
