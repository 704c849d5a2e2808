"""How many did it is not to how many it was done: "was kidnapped by five men"."""

from __future__ import annotations

from datetime import date

import pytest

import dateline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A mayor was shot dead by two gunmen in Manta, Ecuador, on Monday.", []),
        ("A priest was kidnapped by five men in Port-au-Prince, Haiti, on Monday.", []),
        ("A guard was stabbed to death by three attackers in Multan, Pakistan, on Monday.", []),
        ("Two soldiers were killed and a village was raided by at least 40 rebels in Ituri, Congo, on Monday.", [("Two soldiers", "killed")]),
        ("Nine people were killed by gunmen in Ituri, Congo, on Monday.", [("Nine people", "killed")]),
        ("The army detained eight protesters wounded by police in Harare, Zimbabwe, on Monday.", [("eight protesters", "detained")]),
        ("An attack by rebels on a bus left six people dead in Kasese, Uganda, on Monday.", [("six people", "killed")]),
    ],
)
def test_the_number_of_those_by_whom_it_is_done(text: str, expected: list[tuple[str, str]]) -> None:
    found = dateline.code(dateline.read_text(text, published=date(2024, 3, 12))).mentions
    told = {(one.text, one.counts) for act in found for one in act.quantities if one.counts in {"killed", "wounded", "detained", "casualties"}}
    assert sorted(told) == expected
