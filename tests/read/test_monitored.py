"""Reports of services that read the world's press: the line of the source gives day and publisher, the marks in brackets are no text."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.api import read_text
from dateline.datelines import dateline_of
from dateline.extract.reportday import day_of_report
from dateline.read.monitored import kept_mark, source_heard, tells_of_source
from dateline.types import BlockKind, Document

REPORT = "Laos closed its border with Thailand yesterday. Cambodia condemned the raid, and Burma recalled its envoy from Vientiane."


def told(document: Document) -> list[str]:
    """The paragraphs that are text."""
    return [document.slice(block.span) for block in document.blocks if block.kind is BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("line", "source", "day"),
    [
        ("BK091402 Vientiane KPL in English 0911 GMT 9 May 84", "KPL", "1984-05-09"),
        ("LD182030 Tehran Domestic Service in Persian 1630 GMT 18 Feb 86", "Tehran Domestic Service", "1986-02-18"),
        ("Belgrade BORBA in Serbo-Croatian 12 Apr 81 pp 1, 5", "BORBA", "1981-04-12"),
        ("(Peking) NCNA International Service in English 1613 GMT 2 Jul 69 B", "NCNA International Service", "1969-07-02"),
        ("Source: Xinhua news agency, Beijing, in English 0830 gmt 3 Mar 2003", "Xinhua news agency", "2003-03-03"),
        ("Excerpt from report by Georgian TV station Rustavi-2 on 3 March 2003", None, "2003-03-03"),
    ],
)
def test_the_line_of_the_source_dates_the_report(line: str, source: str | None, day: str) -> None:
    heard = source_heard(line)
    assert heard is not None and heard.day is not None
    assert (heard.source, heard.day.iso) == (source, day)
    document = read_text(f"{line}\n\n[Excerpts] {REPORT}\n\n[Description of Source: official organ]")
    assert (document.published, document.publisher, told(document)) == (date.fromisoformat(day), source, [REPORT])


@pytest.mark.parametrize(
    "line",
    [
        "Police arrested monks in Burma 3 May 2007",
        "Troops fired in Sudan 3 May 2007 (AFP)",
        "Laos signed a treaty in Russian on 3 May 2007 and left.",
        "Human Rights in English Law, 3 May 2007",
    ],
)
def test_other_lines_with_a_day_are_none(line: str) -> None:
    assert source_heard(line) is None


@pytest.mark.parametrize(
    ("paragraph", "mark"),
    [
        ("[Text] Laos closed", "[Text] "),
        ("(Excerpts) Laos closed", "(Excerpts) "),
        ("[Article by Ivan Petrov: What Laos wants] Laos closed", "[Article by Ivan Petrov: What Laos wants] "),
        ("[Report by Petr Novak] [Excerpt] Laos closed", "[Report by Petr Novak] [Excerpt] "),
        ("[Presenter] Laos closed", "[Presenter] "),
        ("[The] Laos closed", ""),
        ("(Laos) closed", ""),
    ],
)
def test_what_was_kept_of_a_source_is_cut_off(paragraph: str, mark: str) -> None:
    assert paragraph[: kept_mark(paragraph)] == mark


def test_lines_about_the_source_are_no_text_and_other_brackets_are() -> None:
    assert tells_of_source('["Own correspondent" dispatch: "Laos Attacks Thailand"]')
    assert tells_of_source("Text of report in English by Lao news agency KPL on 3 March")
    assert not tells_of_source("[Laos attacked Thailand, and its report was confirmed.] Burma left.")
    assert not tells_of_source("Text of report by Laos reached Burma, and the minister resigned on Friday because of what it said.")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Vientiane, May 8", date(1984, 5, 8)),
        ("VIENTIANE, TUESDAY", date(1984, 5, 8)),
        ("Vientiane, Tuesday, May 8", date(1984, 5, 8)),
        ("From our own Correspondent\nVientiane, May 8", date(1984, 5, 8)),
        ("By ANN LEE\n\nVientiane, 8 May", date(1984, 5, 8)),
    ],
)
def test_a_town_and_a_day_above_a_report_are_its_dateline(line: str, day: date) -> None:
    document = read_text(f"Laos closes its border\n\n{line}\n\n{REPORT}", published="1984-05-09")
    found = dateline_of(told(document)[-1])
    assert found is not None and found.place.text.lower() == "vientiane"
    assert told(document)[-1][found.end :] == REPORT
    assert day_of_report([found], document.published) == day


@pytest.mark.parametrize("below", ["Talks resume", "Dear Sir,"])
def test_a_town_and_a_day_above_a_title_or_greeting_stay_apart(below: str) -> None:
    document = read_text(f"Vientiane, May 8\n\n{below}\n\n{REPORT}", published="1984-05-09")
    assert document.slice(next(block.span for block in document.blocks if block.kind is BlockKind.PARAGRAPH and REPORT in document.slice(block.span))) == REPORT


def test_several_of_them_head_the_entries_of_a_list() -> None:
    document = read_text(f"Incidents of the week\n\nPakse, 3 May\n\n{REPORT}\n\nVientiane, 4 May\n\n{REPORT}")
    assert REPORT in told(document)
