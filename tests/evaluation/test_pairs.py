"""Marked pairs: reading the table, scoring, and writing predictions."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.coders import load_coder
from dateline.errors import DatelineError
from dateline.evaluation.pairs import QUADS, _document, load_pairs, predict_pairs, score, write_predictions

ROWS = [
    ("<s>Kenya</s> expelled <t>two Somali diplomats</t> on Monday.", "SANCTION"),
    ("<s>Police in Lima</s> arrested 40 people.", "COERCE"),
    ("Rebels freed <t>nine hostages</t>.", "YIELD"),
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.tsv"
    lines = ["marked_sentence\troot", *("\t".join(row) for row in ROWS)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_marks_become_spans(table: Path) -> None:
    first, second, third = load_pairs(table)
    assert first.source is not None and first.target is not None
    assert first.text[first.source.start : first.source.end] == "Kenya"
    assert first.text[first.target.start : first.target.end] == "two Somali diplomats"
    assert second.target is None and third.source is None
    assert [p.root for p in (first, second, third)] == ["SANCTION", "COERCE", "YIELD"]


@pytest.mark.parametrize(("content", "words"), [("sentence\troot\nx\ty\n", "marked_sentence"), ("marked_sentence\nno marks\n", ":2"),
    ("marked_sentence\troot\n<s>Kenya</s> sent aid.\tAID\n\n<s>Kenya</s> left.\tLEAVE\n", ":4.*'LEAVE' is none of AGREE"),
    ("root\tmarked_sentence\nAID\n", ":2")])
def test_a_malformed_table_names_what_is_wrong(tmp_path: Path, content: str, words: str) -> None:
    path = tmp_path / "bad.tsv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DatelineError, match=f"E503.*{words}"):
        load_pairs(path)


def test_roots_are_those_of_the_data(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    rows = [f"<s>Kenya</s> acted\u2028here.\t{root}" for root in ("RETREAT", "CONCEDE", "YIELD", "AID ", "")]
    path.write_bytes("\r\n".join(["\ufeffmarked_sentence\troot", *rows]).encode())
    assert [one.root for one in load_pairs(path)] == ["YIELD", "YIELD", "YIELD", "AID", None]


@pytest.mark.parametrize(("content", "code"), [(b"", "E003"), (b"marked_sentence\troot\n", "E003"), (b"marked_sentence\n<s>Per\xfa</s> left.\n", "E503.*not UTF-8")])
def test_a_table_without_pairs_or_of_another_encoding(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_bytes(content)
    with pytest.raises(DatelineError, match=code):
        load_pairs(path)


@pytest.mark.parametrize("coder", ["trained", "lexicon"])
def test_plain_pairs_are_typed(table: Path, coder: str) -> None:
    assert predict_pairs(load_pairs(table), load_coder(coder)) == ["SANCTION", "COERCE", "YIELD"]


def test_scores_count_classes_of_the_gold() -> None:
    found = score(["AID", "AID", "ACCUSE"], ["AID", "", "ACCUSE"], draws=20)
    assert found.accuracy == pytest.approx(2 / 3)
    assert found.classes == {"ACCUSE": 1.0, "AID": pytest.approx(2 / 3)}
    assert found.low <= found.macro <= found.high
    assert found.confusion["AID", ""] == 1


def test_predictions_go_beside_the_rows(table: Path, tmp_path: Path) -> None:
    pairs = load_pairs(table)
    out = tmp_path / "out.tsv"
    write_predictions(out, pairs, ["SANCTION", "", "YIELD"])
    header, *lines = out.read_text(encoding="utf-8").splitlines()
    assert header.split("\t")[-2:] == ["pred_root", "pred_quad"]
    assert [line.split("\t")[-2:] for line in lines] == [["SANCTION", "4"], ["", ""], ["YIELD", "2"]]


def test_every_root_has_a_quad() -> None:
    assert len(QUADS) == 15 and set(QUADS.values()) == {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("sentence", "shouted"),
    [
        ("<s>Norway</s> recalls envoy from <t>Hungary</t> over spy row", "<s>NORWAY</s> RECALLS ENVOY FROM <t>HUNGARY</t> OVER SPY ROW"),
        ("<s>Chile</s> sends food aid to <t>Haiti</t>", "<s>Chile</s> Sends Food Aid to <t>Haiti</t>"),
    ],
)
def test_headlines_in_capitals_and_title_case_are_read_as_sentences(tmp_path: Path, sentence: str, shouted: str) -> None:
    path = tmp_path / "pairs.tsv"
    path.write_text(f"marked_sentence\n{sentence}\n{shouted}\n", encoding="utf-8")
    pairs = load_pairs(path)
    assert _document("a", pairs[1].text).text == pairs[0].text != pairs[1].text
    assert len(set(predict_pairs(pairs, load_coder("trained")))) == 1


def test_a_sentence_keeps_its_case() -> None:
    text = "The Foreign Minister of Peru met Bolivian officials in La Paz."
    assert _document("a", text).text == text
