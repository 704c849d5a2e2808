"""What somebody was brought to do was done, on the day of what brought it about; what somebody may be brought to do was not."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.broughtabout import was_brought_about


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        ("The verdict on Monday prompted farmers to march through Cusco.", "march", True),
        ("The arrest on Tuesday forced the party to hold a rally in Accra.", "rally", True),
        ("The decree drove nurses to stage a protest on Friday.", "protest", True),
        ("Teachers were driven on Tuesday to hold a rally.", "rally", True),
        ("Congress shelved the bill on Tuesday, prompting students of the state university in Lima to stage a sit-in.", "stage", True),
        ("The shelling on Monday forced farmers to sell cattle and hold a rally.", "rally", True),
        ("The law could prompt farmers to march on Monday.", "march", False),
        ("The decree did not prompt farmers to march.", "march", False),
        ("The cabinet will raise taxes, prompting farmers to march.", "march", False),
        ("The union urged farmers to march on Monday.", "march", False),
        ("The party pushed its members to hold a rally.", "rally", False),
        ("The verdict prompted farmers to hold a rally next week.", "rally", False),
        ("The verdict prompted unions to call a strike for Friday.", "strike", False),
        ("The verdict prompted unions to plan a rally.", "rally", False),
        ("The farmers want to march on Monday.", "march", False),
    ],
)
def test_what_was_brought_about_is_no_plan(text: str, head: str, expected: bool) -> None:
    sentence = parse(text)
    assert was_brought_about(sentence, at(sentence, head)) is expected
