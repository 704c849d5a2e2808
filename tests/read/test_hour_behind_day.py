"""Lines of edited documents that name town, day and hour: "Washington, June 18, 1963, 4 p.m."."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.api import read_text

BODY = "Peruvian police arrested three Chilean miners yesterday. Chile protested to Peru on Monday, and the two governments agreed to hold talks."


@pytest.mark.parametrize(
    "line",
    [
        "Lima, March 4, 1961.",
        "Lima, 4 March 1961.",
        "Lima, March 4, 1961, 4 p.m.",
        "Lima, March 4, 1961—7 p.m.",
        "Lima, March 4, 1961, 4–5:15 p.m.",
        "Buenos Aires, March 4, 1961, noon.",
        "Lima, March 4, 1961, 0823Z.",
    ],
)
def test_the_day_is_the_documents(line: str) -> None:
    assert read_text(f"31. Memorandum of Conversation\n\n{line}\n\n{BODY}").published == date(1961, 3, 4)


@pytest.mark.parametrize("line", ["The talks resumed, March 4, 1961.", "Chile closed the border on March 4, 1961.", "Chile closed the border, March 4, 1961, noon."])
def test_a_sentence_that_ends_in_a_day_is_no_head(line: str) -> None:
    assert read_text(f"Border trouble\n\n{line}\n\n{BODY}").published is None
