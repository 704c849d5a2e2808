"""Short forms of headline writers and posts are read as the words they are short for."""

from __future__ import annotations

import pytest

from dateline.evaluation.gold import plain_document
from dateline.extract.boundaries import sentence_starts
from dateline.pipeline import CodeOptions, Pipeline

PIPELINE = Pipeline(CodeOptions())


def acts(text: str) -> list[tuple[object, ...]]:
    found = PIPELINE.code([plain_document("a", text, "2019-05-09")])[0]
    assert all(text[m.trigger.span.start : m.trigger.span.end] == m.trigger.text for m in found.mentions)
    return [
        (m.type, m.status, [p.country for p in m.actors], [p.country for p in m.recipients], m.date and (m.date.earliest, m.date.latest)) for m in found.mentions
    ]


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Kenya expelled two Ugandan envoys on Wed. after a raid.", "Kenya expelled two Ugandan envoys on Wednesday after a raid."),
        ("Kenya expelled two envoys & closed its embassy in Uganda.", "Kenya expelled two envoys and closed its embassy in Uganda."),
        ("Kenya signed a pact w/ Uganda, its govt said.", "Kenya signed a pact with Uganda, its government said."),
        ("The talks b/w Kenya & Uganda failed.", "The talks between Kenya and Uganda failed."),
    ],
)
def test_a_short_form_is_its_word(text: str, full: str) -> None:
    assert acts(text) == acts(full) != []


def test_a_sentence_that_opens_with_a_short_day_is_one_sentence() -> None:
    found = PIPELINE.code([plain_document("a", "On Tues. Kenya's president expelled two Ugandan envoys.", "2019-05-09")])[0]
    assert [(m.sentence.span.start, m.type, m.actors[0].country, m.recipients[0].country) for m in found.mentions] == [(0, "SANCTION", "KEN", "UGA")]


@pytest.mark.parametrize(
    ("words", "starts"),
    [
        ("It halted on Thurs. Peru left .", [4]),
        ("On Sun. Peru left .", []),
        ("They came on Mon. Nov. 5 .", []),
        ("He told The Sun. Peru left .", [4]),
        ("It halted on Fri. after talks .", []),
    ],
)
def test_a_day_of_the_week_ends_a_sentence_before_a_capital_but_not_where_it_opens_one(words: str, starts: list[int]) -> None:
    assert sentence_starts(words.split()) == starts
