"""Plain texts, what a coder proposes in them, and variants of sentences for teachers."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="training needs the extra train")

from dateline.extract.classifier.coder import TrainedCoder
from dateline.training.augment import variant, word_table
from dateline.training.batches import build_vocabulary, collate, encode
from dateline.training.plain import load_plain, passages, propose, stored_proposals

TEXT = """H: Ruritania recalls envoy
Ruritania recalled its ambassador from Zubrowka on Monday.
The ministry gave no reason.

Police arrested four protesters in Lagos.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("plain")
    (made / "a.txt").write_text(TEXT, encoding="utf-8")
    return made


def test_a_passage_is_a_headline_and_its_sentences(folder: Path) -> None:
    assert passages([folder]) == [
        "Ruritania recalls envoy\n\nRuritania recalled its ambassador from Zubrowka on Monday. The ministry gave no reason.",
        "Police arrested four protesters in Lagos.",
    ]


def test_proposals_come_back_from_their_file(folder: Path) -> None:
    found = propose([folder], TrainedCoder())
    arrested = found[-1]
    assert "arrested" in {arrested.sentence.tokens[t.head].lower for t in arrested.targets}
    assert arrested.plain and arrested.pairs
    again = load_plain([folder], stored_proposals(found))
    assert [e.targets for e in again] == [e.targets for e in found]
    assert [e.pairs for e in again] == [e.pairs for e in found]


def test_a_sentence_without_proposals_is_left_out(folder: Path) -> None:
    assert load_plain([folder], stored_proposals(propose([folder], TrainedCoder())[:1]))[0].sentence.sentence.text == "Ruritania recalls envoy"
    assert load_plain([folder], stored_proposals([])) == []


def test_a_variant_keeps_the_places_of_acts_and_no_label(folder: Path) -> None:
    from tokenizers import Tokenizer

    examples = propose([folder], TrainedCoder())
    vocabulary, leaves = build_vocabulary(examples)
    coder = TrainedCoder()
    tokenizer: Tokenizer = coder.model.tokenizer
    items = [encode(e, tokenizer, vocabulary) for e in examples] * 3
    rows = np.random.default_rng(3).normal(size=(30522, 8)).astype(np.float32)
    words = word_table(items * 20, rows, list(vocabulary.tags))
    changed = [variant(item, words, random.Random(seed)) for seed in range(20) for item in items]
    assert any(a.pieces.ids != b.pieces.ids for a, b in zip(changed, items * 20, strict=True)) == bool(words.neighbours)
    for one, item in zip(changed, items * 20, strict=True):
        assert one.pieces.words == item.pieces.words
        assert [(t.head, t.type) for t in one.example.targets] == [(t.head, t.type) for t in item.example.targets]
        assert one.example.plain and not any(t.roles or t.modes for t in one.example.targets)
    batch = collate(changed[:2], {leaf: i for i, leaf in enumerate(leaves)}, taught=0.5)
    assert batch.shares.tolist() == [1.0] * len(batch.rows)
