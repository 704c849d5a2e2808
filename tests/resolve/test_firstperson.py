"""Whose the first persons of a report are."""

from __future__ import annotations

from functools import cache

import pytest

from dateline.resolve import Resolver
from dateline.resolve.firstperson import issuing_body, of_the_issuer
from dateline.types import Block, BlockKind, Document, Mention, Phrase, PhraseForm, Sentence, Span


@cache
def _resolver() -> Resolver:
    return Resolver.load()


def _document(*lines: str, title: str | None = None, publisher: str | None = None, kind: BlockKind = BlockKind.PARAGRAPH) -> Document:
    text, blocks = "\n".join(lines), []
    for line in lines:
        start = text.index(line)
        blocks.append(Block(kind, Span(start, start + len(line))))
    return Document("d", "d", text, "0", tuple(blocks), title=title, publisher=publisher)


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (_document("Report of the Secretary-General", "I urge Chad to wait."), "UNO"),
        (_document("S/2023/801", "I urge Chad to wait."), "UNO"),
        (_document("United Nations A/HRC/52/66 General Assembly", "We visited camps."), "UNO"),
        (_document("COM(2022) 404 final", "We call on Serbia to act."), "EUR"),
        (_document("Report of the Chairperson of the Commission", "I call on Sudan to act."), "IGO"),
        (_document("We interviewed witnesses.", publisher="Amnesty International"), "NGO"),
        (_document("African Union", "We call on Sudan to act.", kind=BlockKind.HEADING), "IGO"),
        (_document("We will sanction Iran.", publisher="Congressional Research Service"), "USA"),
        (_document("We called him.", publisher="Reuters"), None),
        (_document("Envoys read a report of the Secretary-General.", "We called him."), None),
        (_document("Report of the Secretary-General of NATO", "I thank Norway."), "IGO"),
        (_document("I met rebels near Goma."), None),
    ],
)
def test_the_issuing_body(document: Document, code: str | None) -> None:
    assert issuing_body(document, _resolver().actor) == code


def _given(body: str, *words: str, heading: str = "Report of the Secretary-General") -> dict[str, str]:
    document = _document(heading, body)
    at = document.text.index(body)
    phrases = []
    for one in words:
        start = document.text.index(one, at)
        own = one.startswith(("My ", "our "))
        mention = Span(start + one.index(" ") + 1 if own else start, start + len(one))
        form = PhraseForm.PRONOUN if one in {"I", "we"} else PhraseForm.NOMINAL if own else PhraseForm.NAME
        text = document.text[mention.start : mention.end]
        phrases.append(Phrase(Mention(text, mention), text.split()[-1].lower(), form, extended=Span(start, mention.end)))
    found = of_the_issuer(document, [Sentence(0, body, Span(at, at + len(body)))], phrases, _resolver().actor)
    return {phrase.mention.text: code for phrase, code in found.items()}


def test_the_body_s_own_staff_and_their_names() -> None:
    found = _given("My Special Envoy, Hanna Berg, met rebels, and I thank Oman, our region's host.", "My Special Envoy", "Hanna Berg", "I", "our region")
    assert found == {"Special Envoy": "UNO", "Hanna Berg": "UNO", "I": "UNO"}


def test_a_quoted_first_person_is_somebody_else_s() -> None:
    assert _given('The minister of Chad said: "Today we will close the camp."', "we") == {}


def test_nobody_s_where_no_body_is_named() -> None:
    assert _given("Then I thanked Oman.", "I", heading="Notes of a journey") == {}
