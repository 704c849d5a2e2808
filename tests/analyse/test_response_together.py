"""Readings of one event that are each unsure: what several independent sources tell counts together."""

from __future__ import annotations

from affairs import LANDING, Act, countries, document

from dateline.analyse.response import Options, parse_trigger, respond
from dateline.analyse.response.jsonform import act_to_dict
from dateline.analyse.response.values import ActorReport
from dateline.reasons import why
from dateline.responses import origins_of
from dateline.types import Coded, Source

CUT = "Arland cut off flights to Borduria over the landing of the marines."
HALTED = "On Monday the cabinet of Arland halted all traffic with Borduria, whose marines stay."


def paper(name: str, sentence: str, words: str, confidence: float, **more: str) -> Coded:
    act = Act(words, more.get("type", "SANCTION"), more.get("actors", "ARL"), "BOR", "2031-05-05", confidence=confidence, event=more.get("event", "00000000000000cc"))
    return document(name, "2031-05-06", f"Flights of the week, by {name}", [[(sentence, [act])]], publisher=more.get("publisher", name))


def arland(*papers: Coded) -> ActorReport:
    report = respond((LANDING, *papers), parse_trigger("BOR MOBILIZE SYL"), ("ARL",), countries, Options(origins=origins_of))
    return report.actors[0]


def sanctioned(report: ActorReport) -> list[str]:
    return [one.told.mention.trigger.text for rung in report.ladder if rung.name == "sanction" for one in rung.acts]


def test_two_papers_that_are_each_unsure_are_sure_together() -> None:
    report = arland(paper("Morning Post", CUT, "cut off", 0.4), paper("Evening Star", HALTED, "halted", 0.3))
    assert sorted(sanctioned(report)) == ["cut off", "halted"] and not report.unsure
    one = next(one for rung in report.ladder if rung.name == "sanction" for one in rung.acts)
    assert one.together == 0.58 and act_to_dict(one)["together"] == 0.58
    assert "(0.40), with the other reports of it 0.58" in why(one) or "(0.30), with the other reports of it 0.58" in why(one)


def test_one_paper_alone_stays_unsure() -> None:
    report = arland(paper("Morning Post", CUT, "cut off", 0.4))
    assert not sanctioned(report) and [one.together for one in report.unsure] == [None]


def test_a_copy_is_no_second_source() -> None:
    report = arland(paper("Morning Post", CUT, "cut off", 0.4), paper("Evening Star", CUT, "cut off", 0.4))
    assert not sanctioned(report) and len(report.unsure) == 2


def test_two_reports_of_one_paper_are_one_source() -> None:
    report = arland(paper("first", CUT, "cut off", 0.4, publisher="Post"), paper("second", HALTED, "halted", 0.4, publisher="Post"))
    assert not sanctioned(report) and len(report.unsure) == 2


def test_other_events_and_other_rungs_count_apart() -> None:
    first = paper("Morning Post", CUT, "cut off", 0.4)
    assert not sanctioned(arland(first, paper("Evening Star", HALTED, "halted", 0.4, event="00000000000000dd")))
    assert not sanctioned(arland(first, paper("Evening Star", HALTED, "halted", 0.4, type="ACCUSE")))
    assert not sanctioned(arland(first, paper("Evening Star", HALTED, "halted", 0.4, actors="KHE")))


def test_without_the_ground_told_by_anybody_they_prove_nothing() -> None:
    stopped = "Arland stopped traffic with Borduria, whose marines it fears."
    report = arland(paper("Morning Post", stopped, "stopped", 0.4), paper("Evening Star", HALTED, "halted", 0.4))
    assert not sanctioned(report)


def test_very_unsure_readings_of_two_stay_unsure() -> None:
    assert not sanctioned(arland(paper("Morning Post", CUT, "cut off", 0.25), paper("Evening Star", HALTED, "halted", 0.25)))


def test_beside_a_sure_report_an_unsure_one_adds_nothing() -> None:
    report = arland(paper("Morning Post", HALTED, "halted", 0.8), paper("Evening Star", CUT, "cut off", 0.2))
    assert sanctioned(report) == ["halted"] and [one.together for one in report.unsure] == [None]


def test_one_document_that_tells_it_twice_is_one_witness() -> None:
    acts = [[(CUT, [Act("cut off", "SANCTION", "ARL", "BOR", "2031-05-05", confidence=0.4, event="00000000000000cc", source=Source("1", "agency", agency="AFP"))])],
            [(HALTED, [Act("halted", "SANCTION", "ARL", "BOR", "2031-05-05", confidence=0.4, event="00000000000000cc")])]]  # fmt: skip
    assert not sanctioned(arland(document("study", "2031-05-06", "A study", acts, publisher="Institute")))
