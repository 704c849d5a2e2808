"""Who speaks in quotations that run over several sentences."""

from __future__ import annotations

import pytest

from dateline.evaluation.gold import plain_document
from dateline.extract.discourse import quotations
from dateline.extract.parse import parse_documents


def voices(text: str) -> list[str | None]:
    """By sentence, who is carried into it from another one."""
    found = quotations(parse_documents([plain_document("case", text, "2021-06-05")])[0])
    return [frame.carried.phrase.mention.text if frame is not None and frame.carried is not None else None for _, frame in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"They raided the camp. They burned the school. They took our herds," a Malian official said.', ["Malian official", "Malian official", None]),
        ('“They raided the camp. They burned the school. They took our herds,” a Malian official said.', ["Malian official", "Malian official", None]),
        ('"They raided the camp," a Malian official said. "They burned the school. They took our herds."', [None, "Malian official", "Malian official"]),
        ("They raided the camp. They burned the school, a Malian official said.", [None, None]),
    ],
)
def test_each_sentence_of_a_quotation_has_its_speaker(text: str, expected: list[str | None]) -> None:
    assert voices(text) == expected


def test_a_mark_that_was_left_out_does_not_turn_quotations_over() -> None:
    text = '"They raided the camp. They burned the school. They took our herds. "They left at dawn," a Malian official said. The army denied it.'
    assert voices(text)[-1] is None


def test_what_nothing_closes_ends_after_some_sentences() -> None:
    text = '"They raided the camp," a Malian official said. "They burned it. Rain fell. Roads were closed. Troops came. Schools stayed shut.'
    assert voices(text)[-2:] == [None, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"They raided the camp. They burned the school. They took our herds.\n\n"They left at dawn," a Malian official said.',
            ["Malian official", "Malian official", "Malian official", None],
        ),
        (
            'The minister spoke for an hour on Friday.\n\n"They raided the camp. They burned the school.\n\n"They left at dawn."\n\nRain fell.',
            [None, "minister", "minister", "minister", None],
        ),
        ('"They raided the camp. They burned the school.\n\nRain fell, a Malian official said.', [None, None, None]),
        ('The minister spoke for an hour on Friday.\n\nOn Sunday "rebels" burned the school.', [None, None]),
    ],
)
def test_a_quotation_of_several_paragraphs_opens_each_of_them_and_closes_once(text: str, expected: list[str | None]) -> None:
    assert voices(text) == expected
