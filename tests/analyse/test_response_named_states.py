"""States whose name has a word that societies have in theirs too: the Soviet Union is no union of workers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dateline.analyse.response.judge import _of_society
from dateline.analyse.response.tables import cues
from dateline.types import Participant, Span


def party(text: str, entity: str | None, country: str, sectors: Sequence[str] = ("GOV",)) -> Participant:
    return Participant(text, Span(0, len(text)), entity, country, sectors=tuple(sectors))


@pytest.mark.parametrize(
    ("one", "society"),
    [
        (party("The Soviet Union", "Soviet Union", "SUN"), False),
        (party("the teachers' union", None, "SUN"), True),
        (party("the union", None, "PER"), True),
        (party("Peru", "Peru", "PER"), False),
    ],
)
def test_a_state_is_no_society(one: Participant, society: bool) -> None:
    assert _of_society(one, cues()) is society
