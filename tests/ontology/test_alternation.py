"""Alternatives grouped by their first letters find what the plain list finds."""

import re

from hypothesis import given
from hypothesis import strategies as st

from dateline.ontology.alternation import any_of

WORDS = st.lists(st.text("abS", min_size=1, max_size=4), min_size=1, max_size=8, unique=True)


@given(WORDS, st.text("abs ", max_size=20))
def test_the_same_matches_with_the_same_preference(words: list[str], text: str) -> None:
    plain = re.compile(rf"(?<!\w)(?:{'|'.join(words)})", re.IGNORECASE)
    grouped = re.compile(rf"(?<!\w){any_of(words)}", re.IGNORECASE)
    assert [m.span() for m in grouped.finditer(text)] == [m.span() for m in plain.finditer(text)]


def test_what_begins_with_no_letter_or_has_alternatives_of_its_own_stays_as_it_is() -> None:
    assert any_of(["a|b", "ac"]) == "(?:a|b|ac)"
    assert any_of([r"\d+ dead", "dozens"]) == r"(?:\d+ dead|dozens)"
    assert any_of(["as?", "ab"]) == "(?:a(?:s?|b))"
    assert any_of(["a?b", "ac"]) == "(?:a?b|ac)"


def test_a_mark_behind_the_first_letter_keeps_its_letter() -> None:
    assert re.fullmatch(any_of(["ab*", "abc", "ab{2}c"]), "abbc") is not None
    assert re.fullmatch(any_of(["ab*", "abc"]), "a") is not None
