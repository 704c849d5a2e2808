"""Pages that word processors save: the title that a style marks, and comments in the margin, which are no notes and no text."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.read import read
from dateline.types import BlockKind, Document

TEXT = (
    "<p class='c1'><span>Egypt condemned the second filling of the dam on 6 July 2021 and appealed to the Security Council.</span>{marks}"
    "<span> Sudan warned of floods along the Blue Nile and asked the African Union for a new round of talks.</span></p>"
)


def page(body: str, head: str = "") -> Document:
    return read(f"<html><head>{head}</head><body class='c3 doc-content'>{body}</body></html>".encode(), input_id="page.html")


def blocks(document: Document, kind: BlockKind) -> list[str]:
    return [document.slice(block.span) for block in document.blocks if block.kind is kind]


def test_a_google_document_has_its_title_author_and_day() -> None:
    head = "<p class='c9 title'><span>Slow Water: Ethiopia and Egypt</span></p>"
    head += "<p class='c9 subtitle'><span>Draft for comments – Marta Okello, Nile Desk, 14 July 2021</span></p>"
    text = TEXT.format(marks="")
    document = page(head + "<h1 id='h.a1'><span>A dam and its neighbours</span></h1>" + text + "<h1 id='h.a2'><span>What Cairo can do</span></h1>" + text)
    assert (document.title, document.authors, document.published, document.publisher) == ("Slow Water: Ethiopia and Egypt", ("Marta Okello",), date(2021, 7, 14), None)
    assert blocks(document, BlockKind.HEADING) == ["A dam and its neighbours", "What Cairo can do"]


def test_a_google_document_with_one_section() -> None:
    document = page("<p class='title'>Slow Water: Ethiopia and Egypt</p><h1 id='h.2f'>A dam</h1>" + TEXT.format(marks=""))
    assert (document.title, blocks(document, BlockKind.HEADING)) == ("Slow Water: Ethiopia and Egypt", ["A dam"])


def test_comments_of_google_documents_are_no_notes_and_no_text() -> None:
    marks = "<sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup><sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup><sup><a href='#cmnt2' id='cmnt_ref2'>[b]</a></sup>"
    notes = (
        "<hr><div><p class='c2'><a href='#ftnt_ref1' id='ftnt1'>[1]</a><span> Ahram Online, 7 July 2021.</span></p></div>"
        "<div class='c5'><p class='c2'><a href='#cmnt_ref1' id='cmnt1'>[a]</a><span>Israel shelled nothing here, did it?</span></p>"
        "<p class='c2'><span>Marked as resolved</span></p></div>"
        "<div class='c5'><p class='c2'><a href='#cmnt_ref2' id='cmnt2'>[b]</a><span>Ethiopia invaded?</span></p></div>"
    )
    document = page("<p class='title'>Slow Water: Ethiopia and Egypt</p>" + TEXT.format(marks=marks) + TEXT.format(marks="") + notes)
    assert [document.slice(note.span) for note in document.notes] == ["Ahram Online, 7 July 2021."]
    assert "Council. Sudan" in document.text
    assert not any(words in document.text for words in ("shelled", "resolved", "invaded", "[a]", "sup"))
    assert [problem.detail for problem in document.problems if problem.code == "W122"] == ["comments were left out (2 comments)"]


def test_comments_of_word_pages_are_no_text() -> None:
    anchor = (
        "<span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id='_anchor_1' href='#_msocom_1' name='_msoanchor_1'>[LO1]</a>"
        "<span style='mso-special-character:comment'>&nbsp;</span></span></span>"
    )
    listed = (
        "<div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><div id='_com_1' class=msocomtxt>"
        "<p class=MsoCommentText><a name='_msocom_1'></a><a href='#_msoanchor_1' class=msocomoff>[LO1]</a>Turkey attacked no pipe.</p></div></div></div>"
    )
    document = page("<div class=WordSection1><p class=MsoTitle>The Corridor Bargain</p>" + TEXT.format(marks=anchor) + "</div>" + listed)
    assert (document.title, document.notes) == ("The Corridor Bargain", ())
    assert "Turkey" not in document.text
    assert "LO1" not in document.text


def test_notes_with_letters_stay_notes() -> None:
    body = "<h1>Slow Water</h1>" + TEXT.format(marks="<sup><a href='#fa' id='ra'>[a]</a></sup>") + "<p id='fa'><a href='#ra'>[a]</a> Ahram Online, 7 July 2021.</p>"
    assert [document_note.label for document_note in page(body).notes] == ["a"]


@pytest.mark.parametrize("line", ['<div class="headline">Riga recalls its envoy from Minsk</div>', '<p class="article-title">Riga recalls its envoy from Minsk</p>'])
def test_content_systems_mark_the_title_with_a_class(line: str) -> None:
    document = page(f"<p>Baltic wire service</p>{line}<p class='by'>By Janis Kalns</p>" + TEXT.format(marks="") * 2)
    assert (document.title, document.authors) == ("Riga recalls its envoy from Minsk", ("Janis Kalns",))


def test_boxes_with_titles_do_not_give_the_title() -> None:
    cards = '<div class="card"><p class="title">Sweden shuts a consulate</p></div><div class="card"><p class="title">Finland bans a ferry line</p></div>'
    assert page("<h1>Norway expels two diplomats</h1>" + TEXT.format(marks="") * 2 + cards).title == "Norway expels two diplomats"
    site = '<div class="title">The Tromso Dispatch and Courier</div><h1>Norway expels two diplomats</h1>'
    assert page(site + TEXT.format(marks="") * 2).title == "Norway expels two diplomats"
    assert "Sweden shuts a consulate" not in (page(TEXT.format(marks="") * 2 + '<p class="title">Sweden shuts a consulate</p>').title or "")


@pytest.mark.parametrize(
    ("line", "publisher"),
    [("Working draft | Institute of River Law | 3 May 2024", "Institute of River Law"), ("Draft for discussion – do not cite – 3 May 2024", None), ("DRAFT, 3 May 2024", None)],
)
def test_a_draft_is_no_publisher(line: str, publisher: str | None) -> None:
    document = page(f"<h1>Slow Water</h1><p>{line}</p>" + TEXT.format(marks="") * 2)
    assert (document.publisher, document.published) == (publisher, date(2024, 5, 3))


def test_a_draft_resolution_is_text() -> None:
    assert "Draft resolution submitted by Algeria" in page("<h1>Slow Water</h1><p>Draft resolution submitted by Algeria</p>" + TEXT.format(marks="") * 2).text
