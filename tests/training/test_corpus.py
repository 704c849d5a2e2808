"""The corpus notation, its checks, and agreement."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.training.agreement import agreement
from dateline.training.corpus import check_corpus, corpus_stats, load_corpus, missing_quotas
from dateline.training.notation import parse_notation

CORPUS = Path(__file__).parents[2] / "corpus"
PASSAGE = """=== wire | 2019-03-04 | military, territory
H Shells hit Somali villages; Kenya denies role
! hit | ASSAULT/heavy-weapons/194 | r=Somali villages SOM.CVL
! denies | REJECT//120 | a=Kenya KEN.GOV
S Kenyan troops shelled two villages on Monday, killing at least nine people, witnesses said.
! shelled | ASSAULT/heavy-weapons/194 | a=Kenyan troops KEN.MIL | r=villages SOM.CVL | d=on Monday = 2019-03-04 | by=witnesses unnamed SOM
! killing | ASSAULT//190 | a=Kenyan troops KEN.MIL | r=people SOM.CVL | q=at least nine people = >=9 persons killed
? outlook | killing at least nine people | cert=possible
"""


def test_spans_are_those_of_the_words() -> None:
    (passage,), errors = parse_notation(PASSAGE)
    assert errors == []
    for sentence in passage.sentences:
        assert passage.text[sentence.start : sentence.end] == sentence.text
        for mention in sentence.mentions:
            parts = [mention["trigger"], *mention["actors"], *mention["recipients"]]
            for part in parts:
                start, end = part["span"]
                assert passage.text[start:end] == part["text"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("! shelled | ASSAULT/visit/194", "no mode visit"),
        ("! bombed | ASSAULT//194", "does not occur"),
        ("! shelled | ATTACK//194", "not a PLOVER type"),
        ("! shelled | ASSAULT//194 | a=Kenyan troops XXX.MIL", "unknown country"),
        ("! shelled | ASSAULT//194 | a=Kenyan troops KEN.ARM", "unknown sector"),
        ("! shelled | ASSAULT//194 | st=past", "not one of"),
        ("! shelled | ASSAULT//194 | d=on Monday = Monday", "a date is"),
        ("! shelled | ASSAULT//194 | x=1", "unknown field"),
        ("Kenyan troops", "a line begins with"),
    ],
)
def test_a_wrong_line_is_named(line: str, words: str) -> None:
    _, errors = parse_notation(PASSAGE.replace("! killing", line + "\n! killing"))
    assert len(errors) == 1
    assert words in errors[0].message
    assert errors[0].line == 7


def test_the_same_annotation_agrees_with_itself_and_a_changed_one_less() -> None:
    passages, _ = parse_notation(PASSAGE)
    same = agreement(passages, passages)
    assert (same.trigger, same.trigger_type, same.triple) == (1.0, 1.0, 1.0)
    assert set(same.alpha.values()) == {1.0}
    changed, _ = parse_notation(PASSAGE.replace("! denies | REJECT//120 | a=Kenya KEN.GOV", "! denies | ACCUSE//110 | a=Kenya KEN.GOV"))
    less = agreement(passages, changed)
    assert less.trigger == 1.0
    assert less.trigger_type == pytest.approx(0.75)


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not part of the source distribution")
def test_the_training_corpus_is_valid_and_large_enough() -> None:
    files = load_corpus(CORPUS / "train")
    assert check_corpus(files) == []
    stats = corpus_stats(files)
    assert (stats.sentences, stats.passages, stats.mentions) >= (5000, 1500, 7000)
    assert all(line.split(":")[0] not in {"sentences", "passages", "mentions", "headlines"} for line in missing_quotas(stats))
