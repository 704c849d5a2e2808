"""Bold questions of interviews, credits in headings, and marks of institutes that are links."""

from __future__ import annotations

import pytest

from dateline.read import read
from dateline.types import BlockKind, Document

ANSWERS = (
    "The ships left at two. Russia withdrew its guards and we closed the gates behind them, with nobody to stop us.",
    "No. We arrested two sailors and let them go in the morning, after their consul had called the governor.",
    "Moscow condemned us, as it does. The ministry summoned our envoy and handed him a note of protest.",
)
OPENING = "The harbour master of Tartus spoke to this paper about the night on which the Russian ships left the port and about what came after it."


def page(body: str) -> Document:
    return read(f"<html><body><article><h1>The night of the port</h1>{body}</article></body></html>".encode(), input_id="page.html")


def blocks(document: Document, kind: BlockKind) -> list[str]:
    return [document.slice(block.span) for block in document.blocks if block.kind is kind]


def asked(questions: tuple[str, ...], answers: tuple[str, ...] = ANSWERS) -> Document:
    return page(f"<p>{OPENING}</p>" + "".join(f"<p><strong>{question}</strong></p><p>{answer}</p>" for question, answer in zip(questions, answers, strict=True)))


EXPLAINED = (
    'The ships left at two. Russia withdrew its guards and the master closed the gates behind them. "We saw it all," he said later.',
    "The governor did. Two sailors were arrested and let go in the morning, after their consul had called him, and the port was closed.",
    "Moscow condemned the arrest, as it does. The ministry summoned the Syrian envoy and handed him a note of protest on the same day.",
)


def test_bold_questions_of_an_interview_are_text() -> None:
    questions = ("You were in the port that night. What did you see?", "Did your men fire?", "Has Moscow answered?")
    document = asked(questions)
    assert blocks(document, BlockKind.HEADING) == []
    assert set(questions) < set(blocks(document, BlockKind.PARAGRAPH))


def test_questions_in_markdown() -> None:
    questions = ("What did you see?", "Did your men fire?", "Has Moscow answered?")
    text = "# The night of the port\n\n" + OPENING + "\n\n" + "\n\n".join(f"**{one}**\n\n{two}" for one, two in zip(questions, ANSWERS, strict=True))
    assert blocks(read(text.encode(), input_id="page.md"), BlockKind.HEADING) == []


def test_questions_of_an_explainer_stay_headings() -> None:
    questions = ("What happened in the port?", "Who gave the order?", "Why does it matter?")
    assert blocks(asked(questions, EXPLAINED), BlockKind.HEADING) == list(questions)


def test_questions_to_nobody_are_an_interview_s_where_the_answers_are_in_the_first_person_or_labelled() -> None:
    two = ("What happened in the port?", "Who gave the order?")
    assert blocks(asked(two, ANSWERS[:2]), BlockKind.HEADING) == []
    labelled = tuple(f"HM: {one}" for one in EXPLAINED)
    assert blocks(asked(tuple(f"TP: {one}" for one in (*two, "Why does it matter?")), labelled), BlockKind.HEADING) == []


@pytest.mark.parametrize("line", ["Reporting by Jo Lind in Beirut", "Additional reporting by Jo Lind and Ana Reyes", "Edited by Ana Reyes", "Translated by: Jo Lind"])
def test_a_credit_in_a_heading_is_no_text(line: str) -> None:
    document = page("".join(f"<p>{one}</p>" for one in (OPENING, *ANSWERS)) + f"<h4>{line}</h4>")
    assert blocks(document, BlockKind.HEADING) == []
    assert line in blocks(document, BlockKind.BOILERPLATE)


@pytest.mark.parametrize("line", ["Reporting from Aleppo", "Reporting by the Truce Commission", "Writing by Candlelight"])
def test_a_heading_about_reporting_stays(line: str) -> None:
    document = page(f"<p>{OPENING}</p><h3>{line}</h3>" + "".join(f"<p>{one}</p>" for one in ANSWERS))
    assert blocks(document, BlockKind.HEADING) == [line]


@pytest.mark.parametrize("name", ["aff", "Aff-", "affiliation"])
def test_linked_marks_of_institutes_are_no_notes(name: str) -> None:
    head = (
        f'<p class="authors">Ana Reyes<sup><a href="#{name}1">1</a></sup>, Li Wei<sup><a href="#{name}2">2</a>,<a href="#cor1">*</a></sup></p>'
        f'<p id="{name}1"><sup>1</sup>University of Chile, Santiago</p><p id="{name}2"><sup>2</sup> Peking University, Beijing</p>'
        '<p id="cor1"><sup>*</sup> Corresponding author</p>'
    )
    notes = '<div class="footnotes"><ol><li id="fn1">The Monitor, 4 March 2022. <a href="#r1">back</a></li></ol></div>'
    document = page(head + f'<p>{OPENING}<sup><a href="#fn1" id="r1">1</a></sup></p><p>{ANSWERS[0]}</p>' + notes)
    assert [document.slice(note.span) for note in document.notes] == ["The Monitor, 4 March 2022."]
    assert document.authors == ("Ana Reyes", "Li Wei")
    assert blocks(document, BlockKind.PARAGRAPH) == [OPENING, ANSWERS[0]]


def test_the_history_of_a_page_is_no_text() -> None:
    document = page("".join(f"<p>{one}</p>" for one in (OPENING, *ANSWERS)) + "<h2>Updates to this page</h2><p>4 March 2024: Added the names of two firms.</p>")
    assert blocks(document, BlockKind.PARAGRAPH) == [OPENING, *ANSWERS]


@pytest.mark.parametrize("label", ["From:", "Published", "Last updated", "LIVE", "See all updates"])
def test_bare_labels_of_a_page_are_no_text(label: str) -> None:
    document = page(f"<dl><dt>{label}</dt><dd>4 March 2024</dd></dl>" + "".join(f"<p>{one}</p>" for one in (OPENING, *ANSWERS)))
    assert blocks(document, BlockKind.PARAGRAPH) == [OPENING, *ANSWERS]
