"""The head of an article as it is typed from a paper: name, town and day with a full stop, and bylines with a post or with none's name."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.api import read_text
from dateline.types import BlockKind

REPORT = "LUSAKA, May 4 -- Zambia protested to Portugal today and closed its consulate in Beira. Tanzania condemned the raid on Monday."


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("THE DAILY TELEGRAPH, THURSDAY, MAY 5, 1966.", "THE DAILY TELEGRAPH"),
        ("THE TIMES THURSDAY MAY 5 1966.", "THE TIMES"),
        ("Manchester Guardian, May 5, 1966.", "Manchester Guardian"),
        ("The Lusaka Herald, Lusaka, Thursday, 5 May 1966.", "The Lusaka Herald"),
        ("New York Herald Tribune, European Edition, May 5, 1966.", "New York Herald Tribune"),
    ],
)
def test_a_papers_name_and_day_may_end_in_a_full_stop(line: str, publisher: str) -> None:
    document = read_text(f"{line}\n\nZAMBIA SENDS NOTE\n\nBy JOHN MARLOWE\nSpecial to The New York Times\n\n{REPORT}")
    assert (document.published, document.publisher, document.title) == (date(1966, 5, 5), publisher, "ZAMBIA SENDS NOTE")
    assert document.authors == ("John Marlowe",)


@pytest.mark.parametrize("line", ["Malawi signed a treaty in Blantyre, May 5, 1966.", "The consul left Beira, May 5, 1966.", "Portuguese forces raided Zambia, May 5, 1966."])
def test_a_sentence_that_ends_in_a_day_is_text(line: str) -> None:
    assert read_text(f"{line}\n\n{REPORT}").published is None


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By JOHN MARLOWE\nDaily Telegraph Special Correspondent", ("John Marlowe",)),
        ("By Anna Weiss, Diplomatic Correspondent", ("Anna Weiss",)),
        ("By Anna Weiss of the Times Bureau", ("Anna Weiss",)),
        ("From our own Correspondent", ()),
        ("By Our Diplomatic Correspondent", ()),
        ("FROM A STAFF REPORTER IN LUSAKA", ()),
        ("From Our Special Correspondent, Lusaka", ()),
    ],
)
def test_a_byline_with_a_post_or_without_a_name_is_no_text(byline: str, authors: tuple[str, ...]) -> None:
    document = read_text(f"The Times, May 5, 1966\n\nZambia sends a note to Lisbon\n\n{byline}\n\n{REPORT}")
    assert document.authors == authors
    assert [document.slice(block.span) for block in document.blocks if block.kind is BlockKind.PARAGRAPH] == [REPORT]


def test_a_sentence_about_a_correspondent_is_text() -> None:
    line = "Our correspondent in Lusaka said the army had fled"
    document = read_text(f"Zambia sends a note to Lisbon\n\n{line}\n\n{REPORT}")
    assert line in [document.slice(block.span) for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
