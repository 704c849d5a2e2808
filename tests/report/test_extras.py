"""What a brief is given beside its documents: a response, findings, accuracies, page pictures, citations, excerpts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dateline.report import render_brief
from dateline.report.extras import (
    ActorResponse,
    Export,
    Extras,
    Finding,
    PageBox,
    PagePicture,
    ResponseAct,
    ResponseReport,
    ResponseRung,
    TypeAccuracy,
)
from dateline.types import Coded, TimeRef

from . import factory
from .test_brief import Page


def brief(extras: Extras, *coded: Coded) -> str:
    html = render_brief(list(coded) or [factory.with_claims()], program="p", extras=extras)
    assert Page(html).open == []
    return html


def section(html: str, name: str) -> str:
    return html.split(f'<section id="{name}"')[1].split("</section>")[0]


def test_response_shows_the_ladder_with_reasons_and_links() -> None:
    answer = ResponseAct("m02", "5 March 2024", "directed at Albania")
    actor = ActorResponse("BIH", (ResponseRung("statement", 1, 2, -2.0, ("Norpress",), (answer,)),), not_done=(("sanction", ("USA", "IGO")),))
    html = section(brief(Extras(response=ResponseReport("ALB MOBILIZE *", True, ("m01", "m03"), "3 March 2024", (actor,)))), "response")
    assert 'data-rows="1 3"' in html and "directed at Albania" in html and "−2.0" in html and 'data-act="2"' in html
    assert "sanction (United States, international bodies)" in html


def test_a_sentence_stands_once_in_a_response() -> None:
    first, second = ResponseAct("m02", "5 March 2024", "-"), ResponseAct("m02", "6 March 2024", "-", again=True)
    rungs = tuple(ResponseRung(name, 1, 2, -2.0, (), (act,)) for name, act in (("statement", first), ("demand", second)))
    html = section(brief(Extras(response=ResponseReport("ALB MOBILIZE *", True, ("m01",), "", (ActorResponse("BIH", rungs),)))), "response")
    assert html.count('<span class="quote">') == 1 and html.count("(in the sentence above)") == 1 and "from −10 (attack)" in html


def test_no_trigger_and_no_response_are_said() -> None:
    assert "No act in these documents matches the trigger" in brief(Extras(response=ResponseReport("ALB AID *", False)))
    none = brief(Extras(response=ResponseReport("ALB AID *", True, ("m01",), "", (ActorResponse("USA", ()),))))
    assert "No response of United States was found" in none


def test_findings_stand_beside_their_source_and_their_absence_is_said() -> None:
    found = (Finding("d1", "2", "warning", "the title says otherwise"), Finding("d1", None, "info", "half rests on one agency"), Finding("dx", "1", "info", "of another"))
    html = section(brief(Extras(findings=found)), "sources")
    row = next(part for part in html.split("<tr>") if 'data-label="Note">2<' in part)
    assert "warning: the title says otherwise" in row and "half rests on one agency" in html and "of another" not in html
    assert "not part of this brief" not in html and "not part of this brief" in brief(Extras())


def test_accuracy_is_shown_by_type_with_how_many_acts_here() -> None:
    html = section(brief(Extras(accuracy=(TypeAccuracy("MOBILIZE", 40, 50, 30), TypeAccuracy("PROTEST", 0, 0, 0)))), "method")
    row = next(part for part in html.split("<tr>") if "mobilize" in part)
    assert [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<td.*?</td>", row)] == ["60%", "75%", "40", "2"]
    assert "–" in next(part for part in html.split("<tr>") if "protest" in part)


PNG = b"\x89PNG\r\n\x1a\nfake"


def test_page_pictures_are_data_urls_that_the_policy_allows_only_then() -> None:
    picture = PagePicture(1, 420.0, 595.0, PNG, (PageBox("m05", 50.0, 60.0, 40.0, 10.0), PageBox("mx", 1.0, 1.0, 1.0, 1.0)))
    html = brief(Extras(pictures=(("d1", (picture,)),)))
    images = list(Page(html).all("img"))
    assert len(images) == 1 and (images[0]["src"] or "").startswith("data:image/png;base64,") and images[0]["alt"]
    assert "img-src data:" in html and "img-src" not in brief(Extras())
    assert html.count('class="onpage') == 1 and 'stroke-dasharray="3 2"/><text' in html, "an act on somebody else's word has a broken box"


def test_exports_are_text_to_copy_or_save() -> None:
    html = brief(Extras(exports=(Export("BibTeX", "citations.bib", f"@misc{{x, title={{{factory.CLOSER}}}}}"),)))
    assert 'data-file="citations.bib"' in html and factory.CLOSER not in html and "@misc" in html


def test_excerpts_leave_out_what_holds_no_act() -> None:
    coded = factory.with_claims()
    one = replace(coded, mentions=coded.mentions[-1:], claims=())
    html = section(brief(Extras(excerpts=True, query="type ASSAULT", left_out=("The latest 1 of 13 acts that match.",)), one), "text")
    assert "bombed" in html and "Talks were held" not in html and "[…]" in html and "Notes" not in html
    assert "Asked for: type ASSAULT" in brief(Extras(query="type ASSAULT"))


def test_the_acts_of_a_query_stand_by_day() -> None:
    one = factory.coded()
    days = [date(2031, 5, 9), date(2031, 5, 2), None, date(2031, 5, 2)]
    dated = [
        replace(mention, date=None if day is None else TimeRef(day, day, "day", "explicit"))
        for mention, day in zip(one.mentions[:4], days, strict=True)
    ]
    acts = replace(one, mentions=tuple(dated))
    shown = [int(number) for number in re.findall(r'<tr id="act-(\d+)"', brief(Extras(excerpts=True, query="actor KOR"), acts))]
    expected = sorted(range(1, len(dated) + 1), key=lambda number: (days[number - 1] or date.max, number))
    assert len(dated) == 4 and shown == expected == [2, 4, 1, 3]
    assert [int(number) for number in re.findall(r'<tr id="act-(\d+)"', brief(Extras(), acts))] == [1, 2, 3, 4]


def test_many_documents_fold_their_list() -> None:
    many = [replace(factory.coded(), document=replace(factory.coded().document, doc_id=f"d{number}")) for number in range(9)]
    html = brief(Extras(), *many)
    assert "<summary>9 documents</summary>" in html and html.count('<article class="page"') == 9
