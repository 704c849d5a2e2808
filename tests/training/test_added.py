"""What each pass takes when a model learns text that was added."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="training needs the extra train")

from dateline.errors import DatelineError
from dateline.training.added import TIMES, Mixture, chosen, mixture
from dateline.training.batches import Encoded, build_vocabulary, encode
from dateline.training.corpus import CorpusFile, load_corpus
from dateline.training.dataset import examples_of
from dateline.training.fit import base_tokenizer

OLD = """=== wire | 2019-03-04 | military
S Ruritania recalled its ambassador from Chad on Monday.
! recalled | SANCTION/withdraw/161 | r=Chad TCD.GOV
S Police in Lagos arrested four men.
! arrested | COERCE/arrest/173 | a=Police in Lagos NGA.COP | r=men NGA.CVL
S Rain fell in the north.
S The minister praised the nurses.
! praised | SUPPORT//051 | r=nurses ---
"""
NEW = """=== wire | 2020-03-04 | military
S Rebels shelled the airport of Goma.
! shelled | ASSAULT/heavy-weapons/194 | a=Rebels COD.REB | r=airport of Goma COD
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[CorpusFile], list[Encoded]]:
    folder = tmp_path_factory.mktemp("added")
    (folder / "old.txt").write_text(OLD, encoding="utf-8")
    (folder / "new.txt").write_text(NEW, encoding="utf-8")
    files = load_corpus(folder)
    found = examples_of(files)
    examples = [*found.train, *found.held_out]
    vocabulary, _ = build_vocabulary(examples)
    tokenizer = base_tokenizer()
    return chosen(files, [folder / "new.txt"]), [encode(e, tokenizer, vocabulary) for e in examples]


def text_of(item: Encoded) -> str:
    return item.example.sentence.sentence.text


def test_the_sentences_of_added_files_stand_apart(made: tuple[list[CorpusFile], list[Encoded]]) -> None:
    new, items = made
    found = mixture(items, new)
    assert [text_of(i) for i in found.added] == ["Rebels shelled the airport of Goma."]
    assert len(found.annotated) == len(items) - 1
    assert found.plain == ()


def test_a_plain_sentence_that_was_annotated_since_is_left_out(made: tuple[list[CorpusFile], list[Encoded]]) -> None:
    new, items = made
    plain = [replace(i, example=replace(i.example, plain=True)) for i in items]
    found = mixture([*items, *plain], new)
    assert len(found.plain) == len(items) - 1
    assert "Rebels shelled the airport of Goma." not in map(text_of, found.plain)


def test_a_pass_takes_added_text_several_times_and_half_of_the_rest(made: tuple[list[CorpusFile], list[Encoded]]) -> None:
    new, items = made
    found = mixture(items, new)
    drawn = found.drawn(random.Random(1))
    assert sum(text_of(i) == text_of(found.added[0]) for i in drawn) == TIMES
    assert len(drawn) == TIMES + len(found.annotated) // 2
    assert {len(found.drawn(random.Random(seed))) for seed in range(5)} == {len(drawn)}
    assert len({tuple(map(text_of, found.drawn(random.Random(seed)))) for seed in range(9)}) > 1


def test_without_added_text_a_pass_draws_from_the_rest_alone() -> None:
    assert Mixture((), (), ()).drawn(random.Random(1)) == []


def test_a_file_that_the_corpus_lacks_is_no_added_file(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "apart").mkdir()
    (tmp_path / "apart" / "new.txt").write_text(NEW, encoding="utf-8")
    files = load_corpus(tmp_path / "old.txt")
    with pytest.raises(DatelineError, match=r"E009 .*new\.txt"):
        chosen(files, [tmp_path / "apart" / "new.txt"])
    assert [file.path.name for file in chosen(load_corpus(tmp_path), [tmp_path / "apart", tmp_path / "apart" / "new.txt"])] == ["new.txt"]
