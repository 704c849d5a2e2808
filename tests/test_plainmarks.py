"""Full-width marks, unbreaking hyphens, sentences that run out in dots and signs of emphasis are read as sentences have them."""

from __future__ import annotations

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import CodeOptions, Pipeline
from dateline.plainform.marks import with_plain_marks

PIPELINE = Pipeline(CodeOptions())
PLAIN = "Kenya expelled two Ugandan envoys, state-run media said. Uganda protested."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman denied it… Yemen did not.", "Oman denied it. Yemen did not."),
        ("Oman denied it... Yemen did not.", "Oman denied it.   Yemen did not."),
        ("“Oman waits…” Yemen did not.", "“Oman waits.” Yemen did not."),
        ("Oman（and Yemen）met，talked：ＵＮ。", "Oman(and Yemen)met,talked:UN."),
        ("a cease\u2011fire, a no\u2010fly zone", "a cease-fire, a no-fly zone"),
        ("_The Sentinel_ said *all* of **Oman's** envoys left", " The Sentinel  said  all  of   Oman's   envoys left"),
    ],
)
def test_marks_are_those_of_sentences(text: str, expected: str) -> None:
    found = with_plain_marks(text)
    assert found == expected and len(found) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "“The raid … Russia knew of it” was shelled",
        "they waited… and left",
        "* Oman met Yemen\n* Qatar did not",
        "Mr Nasser* and Mr Saleh* met",
        "signed: ____ and ____",
        "see file_name_one and 2*3*4",
        "the town – a port — fell",
        "",
    ],
)
def test_other_marks_stay(text: str) -> None:
    assert with_plain_marks(text) == text


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace(". ", "… "),
        PLAIN.replace(",", "，"),
        PLAIN.replace("-", "\u2011"),
        PLAIN.replace("expelled", "*expelled*"),
        PLAIN.replace("Ugandan envoys", "_Ugandan envoys_"),
    ],
)
def test_records_are_those_of_the_plain_text_in_its_own_words(text: str) -> None:
    plain, found = (PIPELINE.code([plain_document("a", one, "2019-05-07")])[0] for one in (PLAIN, text))
    assert [(m.type, [p.country for p in (*m.actors, *m.recipients)]) for m in found.mentions] == [
        (m.type, [p.country for p in (*m.actors, *m.recipients)]) for m in plain.mentions
    ]
    assert all(text[m.sentence.span.start : m.sentence.span.end] == m.sentence.text for m in found.mentions)
