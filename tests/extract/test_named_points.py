"""Running lists behind a colon: clauses are cut from their stem, bare names of things stay in their sentence."""

from __future__ import annotations

import pytest

from dateline.extract.clausemarks import clauses
from dateline.read import read


def count(text: str) -> int:
    return len(clauses(read(f"Talks in Dakar\n\n{text}\n\nMali agreed on 3 May 2019.".encode(), input_id="a.txt")))


@pytest.mark.parametrize(
    "text",
    [
        "Three ways are left: (1) a new treaty, (2) the arrest of the colonel, and (3) sanctions by the Union.",
        "Mali names two causes: (a) the closure of the port; (b) the raids of May; and (c) the embargo.",
        "What is missing: a) a date, b) an envoy, c) money.",
    ],
)
def test_names_of_things_are_no_clauses(text: str) -> None:
    assert count(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "The Authority decides to: (1) close all borders, (2) suspend trade, and (3) recall its envoys.",
        "The panel found the following: (a) the army shelled the port; (b) the rebels took the town; and (c) both sides looted.",
        "The court heard that: (a) the ship was seized, (b) the crew was beaten, and (c) no charge was made.",
    ],
)
def test_clauses_are(text: str) -> None:
    assert count(text) == 3
