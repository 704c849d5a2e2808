"""Values that are frozen to the type checker alone."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from dateline.types import Lean, Mention, Phrase, PhraseForm, Span


def test_equal_values_are_one_key_and_travel_between_processes() -> None:
    one = Lean(Span(3, 9), 0.1, 0.2, 0.3, 0.4)
    assert {one: "a"}[replace(one)] == "a"
    assert pickle.loads(pickle.dumps(one)) == one != replace(one, span=Span(3, 8))


def test_a_hash_of_its_own_is_kept() -> None:
    one = Phrase(Mention("troops", Span(4, 10)), "troops", PhraseForm.NOMINAL)
    assert hash(one) == hash(replace(one, plural=True))


def test_spans_keep_their_order_and_refuse_what_is_none() -> None:
    assert sorted([Span(4, 9), Span(4, 6), Span(1, 2)]) == [Span(1, 2), Span(4, 6), Span(4, 9)]
    with pytest.raises(ValueError, match="start < end"):
        Span(5, 5)


def test_fields_are_all_there_is() -> None:
    with pytest.raises(AttributeError):
        Lean(Span(1, 2), 0.1, 0.2).length = 1  # type: ignore[attr-defined]
