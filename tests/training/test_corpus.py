"""The corpus notation, its checks, and agreement."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import DatelineError
from dateline.training.agreement import agreement
from dateline.training.corpus import CorpusFile, check_corpus, corpus_stats, load_corpora, load_corpus, missing_quotas, sound_corpus
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


OTHER = """=== lead | 2021-06-01 | diplomatic
S Chile recalled its ambassador from Lima on Tuesday.
! recalled | SANCTION/withdraw/ | a=Chile CHL.GOV | r=Lima PER.GOV
"""


def made(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("read", [load_corpus, sound_corpus])
def test_a_path_that_is_missing_or_empty_is_no_corpus(tmp_path: Path, read: Callable[[Path], list[CorpusFile]]) -> None:
    (tmp_path / "notes.md").write_text("x")
    for path, code in ((tmp_path / "none", "E001"), (tmp_path, "E009")):
        with pytest.raises(DatelineError) as raised:
            read(path)
        assert raised.value.code == code


def test_malformed_lines_are_named_and_nothing_is_made_of_the_rest(tmp_path: Path) -> None:
    folder = made(tmp_path / "c", a=PASSAGE, b=OTHER.replace("! recalled", "! withdrew"))
    with pytest.raises(DatelineError, match=r"E502 .*b\.txt:3: 'withdrew' \(occurrence 1\) does not occur"):
        sound_corpus(folder)
    with pytest.raises(DatelineError, match="E502"):
        load_corpora([tmp_path / "c" / "a.txt", tmp_path / "c" / "b.txt"])
    assert check_corpus(load_corpus(folder)) and sound_corpus(folder / "a.txt")


def test_more_malformed_lines_than_are_named_are_counted(tmp_path: Path) -> None:
    folder = made(tmp_path / "c", a=PASSAGE + "! no such word | AID//\n" * 9)
    with pytest.raises(DatelineError, match="and 4 more"):
        sound_corpus(folder)


def test_a_byte_order_mark_is_passed_over_and_another_encoding_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(("\ufeff" + OTHER + "\n\ufeff" + PASSAGE).encode())
    (file,) = load_corpus(path)
    assert file.errors == () and len(file.passages) == 2
    path.write_bytes(OTHER.replace("Chile", "Chilé").encode("latin-1"))
    (file,) = load_corpus(path)
    assert [(one.line, one.message) for one in file.errors] == [(2, "not UTF-8")]


def test_lines_without_a_passage_are_one_error() -> None:
    passages, errors = parse_notation("S One.\nS Two.\n! Two | AID//\n" + OTHER)
    assert [(one.line, one.message[:10]) for one in errors] == [(1, "the file m")] and len(passages) == 1
    passages, errors = parse_notation(OTHER + PASSAGE.replace("wire", "telegram") + OTHER)
    assert [one.line for one in errors] == [4] and [one.genre for one in passages] == ["lead", "lead"]


@pytest.mark.parametrize("day", ["2021-02-30", "2021-13-01", "2021", "2021-06", "1 June 2021"])
def test_a_passage_is_of_a_day_of_the_calendar(day: str) -> None:
    _, errors = parse_notation(OTHER.replace("2021-06-01", day))
    assert [one.message for one in errors] == [f"date {day!r} is no day written YYYY-MM-DD"]


@pytest.mark.parametrize(("day", "sound"), [("2021-06-01", True), ("2021-06", True), ("2020..2021-06-01", True), ("2021-06-31", False), ("2021-00", False)])
def test_an_act_is_of_a_day_of_the_calendar(day: str, sound: bool) -> None:
    _, errors = parse_notation(OTHER.rstrip() + f" | d=on Tuesday = {day}\n")
    assert (not errors) is sound


def test_few_sentences_are_not_stamped(tmp_path: Path) -> None:
    few = made(tmp_path / "few", a=OTHER, b=PASSAGE)
    assert check_corpus(load_corpus(few)) == []
    stamped = "".join(f"=== lead | 2021-06-01 |\nS The ministry said on Tuesday that convoy {number} had left.\n" for number in range(12))
    told = check_corpus(load_corpus(made(tmp_path / "many", a=OTHER + stamped)))
    assert "12 sentences share 'the ministry said ...'" in told and not [line for line in told if line.startswith("1 ")]


def test_agreement_rests_on_something() -> None:
    (first, second), _ = parse_notation(PASSAGE + OTHER)
    with pytest.raises(DatelineError, match="E504"):
        agreement([first], [second])
    with pytest.raises(DatelineError, match="E504"):
        agreement([], [])
    found = agreement([first, second], [second])
    assert (found.sentences, found.alone, found.trigger) == (1, (1, 0), 1.0)
    (bare,), _ = parse_notation("".join(line for line in OTHER.splitlines(keepends=True) if not line.startswith("!")))
    empty = agreement([bare], [bare])
    assert (empty.trigger, empty.trigger_type, empty.triple, set(empty.alpha.values())) == (None, None, None, {None})


def test_the_example_of_the_page_is_sound() -> None:
    page = (CORPUS.parent / "docs" / "corpus.md").read_text("utf-8")
    passages, errors = parse_notation(page.split("```text\n")[1].split("```")[0])
    assert errors == [] and [len(one.mentions) for one in passages[0].sentences] == [2, 2, 3]
