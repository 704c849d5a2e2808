"""How far acts are looked for, who stands behind the trigger, what is elsewhere, and which of several bodies is meant; by hand-made documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from affairs import LANDING, Act, countries, document

from dateline.analyse.response import Options, parse_trigger, respond
from dateline.analyse.response.judge import Scope
from dateline.analyse.response.query import all_told, find_trigger
from dateline.analyse.response.reach import left_out, looked_at
from dateline.analyse.response.values import ActorReport, ResponseReport
from dateline.types import Coded


def ask(*coded: Coded, within: int | None = None, to: str = "BOR MOBILIZE SYL", actor: str = "ARL") -> ResponseReport:
    return respond(coded, parse_trigger(to), (actor,), countries, Options(Scope(within)))


def on_ladder(report: ActorReport) -> dict[str, str]:
    return {one.told.mention.trigger.text: rung.name for rung in report.ladder for one in rung.acts}


def chronicle(*more: tuple[str, list[Act]], title: str = "A long year") -> Coded:
    lines = [
        ("Borduria landed marines in Syldavia in May.", [Act("landed", "MOBILIZE", "BOR", "SYL", "2031-05-02")]),
        ("Arland condemned Borduria over the marines.", [Act("condemned", "ACCUSE", "ARL", "BOR", "2031-05-20")]),
        ("Arland froze Bordurian accounts over the marines.", [Act("froze", "SANCTION", "ARL", "BOR", "2031-07-01")]),
        ("Arland expelled the Bordurian envoy over the marines.", [Act("expelled", "SANCTION", "ARL", "BOR", "2032-04-03")]),
    ]
    return document("chronicle", "2032-06-01", title, [[*lines, *more]])


def test_a_text_that_recounts_what_followed_is_read_to_its_end() -> None:
    report = ask(chronicle())
    assert on_ladder(report.actors[0])["expelled"] == "sanction"
    assert looked_at(report, str) == "acts to 2031-11-01, 183 days after it; in a text that recounts what followed, to 2032-06-01"
    assert report.actors[0].beyond == ()


def test_days_beyond_the_calendar_are_as_far_as_it_goes() -> None:
    report = ask(chronicle(), within=10**10)
    assert report.until == date.max
    assert "expelled" in on_ladder(report.actors[0])


def test_a_text_that_names_the_trigger_as_background_is_not() -> None:
    late = chronicle()
    kept = replace(late, mentions=(late.mentions[0], late.mentions[3]))
    (arland,) = ask(kept).actors
    assert "expelled" not in on_ladder(arland)
    assert [one.told.mention.trigger.text for one in arland.beyond] == ["expelled"]
    assert "expelled" in on_ladder(ask(replace(kept, document=replace(kept.document, title="How Arland responded"))).actors[0])


def test_what_is_later_than_was_asked_for_is_counted() -> None:
    report = ask(chronicle(), within=30)
    assert on_ladder(report.actors[0]) == {"condemned": "statement"}
    assert report.trigger is not None
    said = left_out(report.actors[0], report.trigger, str)
    assert said == "2 later acts that would count left out (2031-07-01 to 2032-04-03): --within 337 shows them"
    assert set(on_ladder(ask(chronicle(), within=337).actors[0])) == {"condemned", "froze", "expelled"}


def test_acts_without_any_day_are_counted() -> None:
    paper = document("u", "2031-05-09", "Notes", [[("Arland froze Bordurian accounts over the marines.", [Act("froze", "SANCTION", "ARL", "BOR")])]])
    report = ask(LANDING, replace(paper, document=replace(paper.document, published=None)))
    assert report.trigger is not None
    assert left_out(report.actors[0], report.trigger, str) == "1 act without any day left out: give the documents their dates"


def test_an_earlier_report_without_a_day_begins_the_trigger() -> None:
    before = document("b", "2030-12-11", "Marines", [[("Borduria landed marines in Syldavia.", [Act("landed", "MOBILIZE", "BOR", "SYL")])]])
    trigger = find_trigger(parse_trigger("BOR MOBILIZE SYL"), all_told((before, LANDING)))
    assert trigger is not None and (trigger.first, trigger.last) == (date(2030, 12, 11), date(2031, 5, 2))


GUERRILLAS = ("Guerrillas backed by Khemed shelled Port Verde.", [Act("Guerrillas", "ASSAULT", "SYL", "SYL", "2031-05-02", sector="REB")])


@pytest.mark.parametrize(
    ("trigger", "kept"),
    [
        (GUERRILLAS, True),
        (("The Khemed-armed Guerrillas shelled Port Verde.", [Act("Guerrillas", "ASSAULT", "SYL", "SYL", "2031-05-02", sector="REB")]), True),
        (("Guerrillas shelled Port Verde.", [Act("Guerrillas", "ASSAULT", "SYL", "SYL", "2031-05-02", sector="REB")]), False),
    ],
    ids=["backed by", "armed", "nobody behind them"],
)
def test_a_step_against_who_stands_behind_the_doer_answers(trigger: tuple[str, list[Act]], kept: bool) -> None:
    line = ("Arland froze the accounts of two Khemed generals.", [Act("froze", "SANCTION", "ARL", "KHE", "2031-05-09")])
    (arland,) = ask(document("d", "2031-05-10", "War", [[trigger, line]]), to="SYL ASSAULT SYL").actors
    assert ("froze" in on_ladder(arland)) is kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Arland called for calm after troops fired on a crowd in Costa Verde.", False),
        ("Arland called for a session in Costa Verde over the marines.", True),
    ],
)
def test_an_appeal_about_what_happens_elsewhere_answers_nobody(said: str, kept: bool) -> None:
    line = (said, [Act("called", "REQUEST", "ARL", "", "2031-05-05")])
    (arland,) = ask(document("d", "2031-05-06", "Notes", [[("Borduria landed marines in Syldavia.", [Act("landed", "MOBILIZE", "BOR", "SYL", "2031-05-02")]), line]])).actors
    assert ("called" in on_ladder(arland)) is kept


def test_one_body_does_not_answer_for_another() -> None:
    act = Act("condemned", "ACCUSE", "IGO", "BOR", "2031-05-04")
    lines = [[("The League condemned Borduria over the marines.", [act])], [("The Pact condemned Borduria over the marines again.", [act])]]
    coded = document("b", "2031-05-05", "Bodies", lines)
    named = [replace(one, actors=tuple(replace(p, entity=name) for p in one.actors)) for one, name in zip(coded.mentions, ("League", "Pact"), strict=True)]
    report = respond((LANDING, replace(coded, mentions=tuple(named))), parse_trigger("BOR MOBILIZE SYL"), ("IGO", "IGO"), countries, Options(bodies=("League", None)))
    assert [(one.name, sum(len(rung.acts) for rung in one.ladder)) for one in report.actors] == [("League", 1), ("IGO", 2)]
