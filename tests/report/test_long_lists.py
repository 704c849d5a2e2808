"""Acts of many parties, as the votes of a roll call are, in the lines of a brief."""

from __future__ import annotations

from dateline.report.acts import phrases
from dateline.types import Participant, Span

NAMES = ("Benin", "Chad", "Fiji", "Gabon", "Laos", "Mali", "Nauru", "Oman", "Peru", "Samoa")


def parties(count: int) -> list[Participant]:
    return [Participant(name, Span(10 * n, 10 * n + len(name))) for n, name in enumerate(NAMES[:count])]


def test_a_line_names_half_of_the_most_and_counts_the_others() -> None:
    assert phrases(parties(10), 8) == "Benin, Chad, Fiji, Gabon and 6 others"


def test_a_line_names_all_up_to_the_most() -> None:
    assert phrases(parties(8), 8).endswith("Nauru, Oman")
    assert phrases(parties(10)).endswith("Peru, Samoa")
