"""The figures and lines at the head of the brief: each number is the number of the rows it links to."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from dateline.report.acts import acts
from dateline.report.extras import ActorResponse, ResponseAct, ResponseReport, ResponseRung
from dateline.report.summary import agencies, quads, sources, summarise
from dateline.types import Coded, Source, SourceLink, Status, TimeRef

from . import factory


def test_lines_count_what_they_link_to() -> None:
    coded = [factory.coded()]
    summary = summarise(coded, acts(coded))
    assert len(summary.lines) == 5
    checked = 0
    for piece in (piece for line in summary.lines for piece in line if piece.rows is not None):
        number = re.match(r"(\d+)(?! \w+ \d{4})", piece.text)
        if number:
            assert int(number[1]) == len(piece.rows or ()), piece
            checked += 1
    assert checked >= 12


def test_figures_of_the_invented_affair() -> None:
    coded = [factory.coded()]
    figures = {figure.name: figure for figure in summarise(coded, acts(coded)).figures}
    assert (figures["acts"].value, figures["sources"].value) == ("13", "4")
    assert figures["attributed"].rows == (5, 10) and figures["attributed"].value == "15%"
    assert figures["not certain"].rows == (5, 12)
    assert figures["sourced"].rows == (1, 2, 3, 4, 5, 7, 8, 9)


@pytest.mark.parametrize(("status", "ends"), [(Status.OCCURRED, "published"), (Status.FUTURE, "31 December 2030")])
def test_what_is_told_as_done_does_not_lengthen_the_span_past_the_publication(status: Status, ends: str) -> None:
    coded = factory.coded()
    published = coded.document.published
    assert published is not None
    wide = TimeRef(published, date(2030, 12, 31), "interval", "explicit")
    told = replace(coded, mentions=tuple(replace(one, status=status, date=wide) for one in coded.mentions))
    (line, *_) = summarise([told], acts([told])).lines
    said = "".join(piece.text for piece in line)
    assert ("2030" in said) == (ends != "published") and (ends == "published" or f"to {ends}" in said)


def test_parties_are_counted_by_country() -> None:
    coded = [factory.coded()]
    line = "".join(piece.text for piece in summarise(coded, acts(coded)).lines[1])
    assert line == "Most often acting: Albania (7); most often acted upon: Albania (2)."


def test_what_happened_in_the_invented_affair() -> None:
    coded = [factory.coded()]
    told = ["".join(piece.text for piece in line) for line in summarise(coded, acts(coded)).story]
    assert told[0].startswith("3 March 2024: Aldania")
    assert any(line.startswith("[9 March 2024, by its source]: ") and "possible; according to Norpress, via a coast guard" in line for line in told)
    assert "Refrained from, or denied: The Alliance" in "\n".join(told) and "has not imposed sanctions" in "\n".join(told)
    assert not any("withdraw its ships" in line or "bombed" in line for line in told), "neither plans nor background"


def test_the_strongest_answer_stands_in_the_head_where_one_was_asked_for() -> None:
    coded = [factory.coded()]
    found = acts(coded)
    rungs = tuple(ResponseRung(name, number, number, -2.0, (), (ResponseAct("m02", "5 March 2024", ""),)) for number, name in ((1, "statement"), (2, "threat"), (3, "easing")))
    report = ResponseReport("ALB MOBILIZE *", True, ("m12", "m01"), "", (ActorResponse("BIH", rungs), ActorResponse("USA", ())))
    told = ["".join(piece.text for piece in line) for line in summarise(coded, found, report).story]
    assert any(line.startswith("Strongest answer to ALB MOBILIZE *: Bosnia & Herzegovina: threat (2 acts, 2 days after); United States: none found.") for line in told), told
    assert any("frigates" in line for line in told)


ALONE = "On one source: the event above on this document alone, which cites no source for it."


@pytest.mark.parametrize(
    ("sources_of", "said"),
    [
        (lambda own: own, "On one source: the event above (Norpress)."),
        (lambda own: (), ALONE),
        (lambda own: (*own, SourceLink(factory.KERR, "marker")), "On one source: not the event above."),
        (lambda own: (SourceLink(Source("9", "interview"), "marker"),), "On one source: the event above (interview)."),
        (lambda own: (SourceLink(factory.KERR, "similarity", 0.4),), ALONE),
    ],
)
def test_what_an_event_rests_on(sources_of: Callable[[tuple[SourceLink, ...]], tuple[SourceLink, ...]], said: str) -> None:
    coded = factory.coded()
    told = replace(coded, mentions=(replace(coded.mentions[0], sources=sources_of(coded.mentions[0].sources)),))
    assert "".join(piece.text for piece in summarise([told], acts([told])).story[-1]) == said


def test_nothing_happened_where_all_is_planned_or_denied() -> None:
    coded = factory.coded()
    planned = replace(coded, mentions=tuple(replace(one, status=Status.FUTURE) for one in coded.mentions))
    assert summarise([planned], acts([planned])).story == ()


def test_what_is_no_known_party_is_no_finding() -> None:
    coded = factory.coded()
    strangers = tuple(replace(one, actors=(), recipients=tuple(replace(who, country=None, entity=None) for who in one.recipients)) for one in coded.mentions)
    told = summarise([coded], acts([replace(coded, mentions=strangers)]))
    assert not any("acting" in piece.text or "acted" in piece.text for line in told.lines for piece in line)


def test_voices_divide_the_acts() -> None:
    voices = summarise([factory.coded()], acts([factory.coded()])).voices
    assert {voice.key: voice.rows for voice in voices if voice.rows} == {
        "own": (1, 2, 3, 4, 6, 7, 8, 9, 11, 13), "own unsure": (12,), "told": (10,), "told unsure": (5,),
    }  # fmt: skip
    assert sum(voice.percent for voice in voices) == pytest.approx(100, abs=0.1)


def test_agency_stands_before_outlet_and_shares_are_of_the_sourced_acts() -> None:
    shares = agencies(acts([factory.coded()]))
    assert [(share.name, share.rows, share.percent) for share in shares] == [
        ("The Lumen Times", (2, 3, 4, 7, 8), 62.5), ("Norpress", (1, 5), 25.0), ("Coast Herald", (9,), 12.5),
    ]  # fmt: skip


def test_quad_classes_divide_the_acts() -> None:
    shares = quads(acts([factory.coded()]))
    assert [len(share.rows) for share in shares] == [2, 2, 3, 6]
    assert sorted(number for share in shares for number in share.rows) == list(range(1, 14))


def test_sources_keep_the_order_of_the_document_and_name_their_acts() -> None:
    coded = [factory.coded()]
    rows = sources(coded, acts(coded))
    assert [row.source.note for row in rows] == ["1", "2", "3", "4"]
    assert rows[1].rows == (2, 3, 4, 7, 8) and rows[1].links == ("marker", "sentence")


def test_no_acts_and_no_documents_are_said_plainly() -> None:
    empty = Coded(factory.coded().document)
    assert summarise([empty], ()).lines[0][0].text == "No act was coded in these documents."
    assert summarise([], ()).figures[0].value == "0" and summarise([empty], ()).story == ()


def test_a_copy_is_not_another_report() -> None:
    one = factory.coded()
    other = replace(one, document=replace(one.document, doc_id="f" * 16, input_id="copy of it.md"))
    found = acts([one, other])
    alone, both = summarise([one], acts([one])), summarise([one, other], found)
    words = ["".join(piece.text for piece in line) for line in both.lines]
    assert words[0].startswith("This document reports") and words[0].endswith("; 1 copy of it not counted.")
    assert words[1:] == ["".join(piece.text for piece in line) for line in alone.lines][1:]
    assert [figure.value for figure in both.figures] == [figure.value for figure in alone.figures] and "in 1 document (1 copy apart)" in both.figures[0].detail
    later = replace(other, document=replace(other.document, published=date(1999, 1, 1)))
    assert summarise([one, later], acts([one, later])).lines[0][0].text.startswith("These 2 documents")
