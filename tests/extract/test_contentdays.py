"""Days of what is asked for, promised, threatened or planned, which are not those on which that was said."""

from __future__ import annotations

from datetime import date

import pytest
from parsing import at, parse

from dateline.extract.datereach import reaches
from dateline.extract.dates import Context, find_dates
from dateline.types import Status


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "reached"),
    [
        ("Bolivia invited Peru to a summit in November.", "invited", "AGREE", False),
        ("Bolivia invited Peru in November to a summit.", "invited", "AGREE", True),
        ("Iran threatened to close the border in December.", "threatened", "THREATEN", False),
        ("The unions threatened a nationwide strike from Sunday.", "threatened", "THREATEN", False),
        ("The unions threatened on Sunday to strike.", "threatened", "THREATEN", True),
        ("The general vowed to crush the rebels before the end of the year.", "vowed", "THREATEN", False),
        ("Hungary demanded the release of its pilots by Friday.", "demanded", "REQUEST", False),
        ("Hungary demanded on Friday the release of its pilots.", "demanded", "REQUEST", True),
        ("Hungary appealed to Serbia in November.", "appealed", "REQUEST", True),
        ("Parties plan a march on Friday although a court has banned it.", "banned", "COERCE", False),
        ("A court met on Friday and banned it.", "banned", "COERCE", True),
        ("Shops closed on Tuesday in protest at the wave of abductions.", "abductions", "ASSAULT", False),
        ("Shops closed on Tuesday after a wave of abductions in the north.", "closed", "PROTEST", True),
    ],
)
def test_a_day_of_the_content_is_not_that_of_the_saying(text: str, trigger: str, kind: str, reached: bool) -> None:
    sentence = parse(text)
    found = find_dates(text, Context(published=date(2004, 5, 19)))
    assert reaches(sentence, at(sentence, trigger), kind, Status.OCCURRED, found[0]) is reached
