"""Dates by the cited source, checked against what is told around the act."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.sourcedates import is_long_past, is_reported_long_ago, source_date
from dateline.types import Mention, RawMention, Sentence, SentenceKind, Source, SourceLink, Span, TimeRef


def links(*days: str, link: str = "marker") -> tuple[SourceLink, ...]:
    return tuple(SourceLink(Source("1", "news", published=day), link, 1.0) for day in days)


def told(first: date, last: date | None = None, precision: str = "day") -> TimeRef:
    return TimeRef(first, last or first, precision, "explicit")


def test_one_full_day_is_the_acts() -> None:
    assert source_date(links("2019-06-04", "2019"), (), None) == TimeRef(date(2019, 6, 4), date(2019, 6, 4), "day", "source")
    assert source_date(links("2019-06-04", link="sentence"), (), None) is None


def test_several_reports_bound_the_act_whatever_their_order() -> None:
    expected = TimeRef(date(2019, 6, 4), date(2019, 6, 7), "interval", "source")
    assert source_date(links("2019-06-07", "2019-06-04"), (), None) == expected
    assert source_date(links("2019-06-07", "2016-06-04"), (), None) is None


def test_a_report_older_than_its_sentence_is_passed_over() -> None:
    beside = (told(date(2019, 6, 4)),)
    assert source_date(links("2019-05-30"), beside, None) is None
    assert source_date(links("2019-05-30", "2019-06-09"), beside, None) == TimeRef(date(2019, 6, 4), date(2019, 6, 9), "interval", "source")


def test_the_month_told_in_the_sentence_beats_a_late_report() -> None:
    month = told(date(2019, 6, 1), date(2019, 6, 30), "month")
    assert source_date(links("2019-08-20", "2019-06-09"), (month,), None) == TimeRef(month.earliest, month.latest, "month", "source")
    assert source_date(links("2019-08-20"), (month,), None) == TimeRef(date(2019, 6, 1), date(2019, 8, 20), "interval", "source")
    assert source_date(links("2019-07-02"), (month,), None) == TimeRef(date(2019, 7, 2), date(2019, 7, 2), "day", "source")


def test_a_report_from_long_before_the_paragraphs_time_is_passed_over() -> None:
    assert source_date(links("2018-06-04"), (), date(2019, 6, 4)) is None
    assert source_date(links("2019-05-28"), (), date(2019, 6, 4)) == TimeRef(date(2019, 5, 28), date(2019, 5, 28), "day", "source")


def test_what_was_done_before_its_sentence_has_no_day_of_the_text() -> None:
    sentence = Sentence(0, "Lima tore up in 2021 the pact that it had signed.", Span(0, 49), SentenceKind.BODY)
    tore = RawMention(sentence, Mention("tore up", Span(5, 12)), "SANCTION", time=told(date(2021, 1, 1), date(2021, 12, 31), "year"))
    signed = RawMention(sentence, Mention("signed", Span(42, 48)), "AGREE", older=True)
    assert is_long_past(signed, (tore, signed), date(2024, 6, 14))
    assert not is_long_past(signed, (tore, signed), date(2022, 1, 14))
    assert not is_long_past(replace(signed, older=False), (tore, signed), date(2024, 6, 14))


def test_a_report_of_what_had_been_done_says_only_by_when() -> None:
    sentence = Sentence(0, "The UN found that troops had burned a village.", Span(0, 46), SentenceKind.BODY)
    act = RawMention(sentence, Mention("burned", Span(29, 35)), "ASSAULT", reported=True)
    assert is_reported_long_ago(act, links("2019-06-04"), date(2021, 6, 4))
    assert not is_reported_long_ago(act, links("2019-06-04"), date(2019, 6, 14))
    assert not is_reported_long_ago(act, links("2019"), date(2021, 6, 4))
    assert not is_reported_long_ago(replace(act, reported=False), links("2019-06-04"), date(2021, 6, 4))
