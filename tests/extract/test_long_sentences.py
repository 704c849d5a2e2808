"""Sentences that are too long to be read at once are read in parts, and none of their acts is lost."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.extract.parsing import document

from dateline.extract.longsentences import LONGEST, beginnings
from dateline.extract.parse import parse_documents
from dateline.pipeline import Pipeline

ACTS = ("Chad expelled the Libyan consul", "Niger closed its border with Mali", "Togo condemned the raid on Benin", "Peru recalled its envoy from Chile")
RESOLUTION = "The Assembly notes that " + ", that ".join(f"{ACTS[n % 4]} on {n % 28 + 1} May 2021" for n in range(32)) + ", and calls for restraint."


def test_a_resolution_of_one_sentence_is_coded() -> None:
    (coded,) = Pipeline().code([document(RESOLUTION)])
    assert len(coded.mentions) >= 25
    assert {m.type for m in coded.mentions} >= {"SANCTION", "COERCE", "ACCUSE"}
    assert [p.code for p in coded.problems] == ["W102"] * len(coded.problems)


def test_parts_hold_every_word_once_and_in_order() -> None:
    (sentences,) = parse_documents([document(RESOLUTION)])
    assert len(sentences) > 1
    assert " ".join(s.sentence.text for s in sentences) == RESOLUTION
    assert all(RESOLUTION[s.sentence.span.start : s.sentence.span.end] == s.sentence.text for s in sentences)
    assert all(token.head < len(s.tokens) for s in sentences for token in s.tokens)


def test_parts_end_behind_semicolons_where_there_are_any() -> None:
    text = "; ".join(f"{ACTS[n % 4]}, which {ACTS[(n + 1) % 4].split()[0]} had feared, on {n + 1} May" for n in range(20)) + "."
    (sentences,) = parse_documents([document(text)])
    assert len(sentences) > 1
    assert all(s.sentence.text.endswith((";", ".")) for s in sentences)


def test_sentences_of_ordinary_length_are_read_at_once() -> None:
    assert beginnings(["word"] * LONGEST, [0] * LONGEST) == [0]


@settings(deadline=None)
@given(st.integers(LONGEST + 1, 900), st.randoms(use_true_random=False))
def test_no_part_is_too_long_or_too_short(count: int, chance: object) -> None:
    words = [chance.choice([";", ",", "a", "b", "c"]) for _ in range(count)]  # type: ignore[attr-defined]
    starts = [*beginnings(words, [chance.randrange(count) for _ in range(count)]), count]  # type: ignore[attr-defined]
    assert all(30 <= end - start <= 120 for start, end in pairwise(starts))
