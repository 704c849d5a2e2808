"""Candidates of a reference, their probabilities, and the tables they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import weights as weight_tables
from dateline.errors import DatelineError
from dateline.ontology import tables
from dateline.resolve.anaphora import references
from dateline.resolve.anaphora.choice import Choice, Option, probabilities, weights
from dateline.resolve.anaphora.given_names import genders
from dateline.types import Mention, Phrase, PhraseForm, Span

TEXT = "Kenya closed the border. It blamed smugglers."


def phrase(word: str, form: PhraseForm, sentence: int) -> Phrase:
    start = TEXT.index(word)
    return Phrase(Mention(word, Span(start, start + len(word))), word.lower(), form, subject=True, sentence=sentence)


KENYA, IT = phrase("Kenya", PhraseForm.NAME, 0), phrase("It", PhraseForm.PRONOUN, 1)


def choice(kind: str = "it", *names: str) -> Choice:
    return Choice(IT, kind, (Option(KENYA, (KENYA,), ("near", *names)),), ("none",))


def test_probabilities_of_the_options_and_none_add_up() -> None:
    chances = probabilities(choice(), {"near": 2.0, "none": 0.0})
    assert chances == pytest.approx([0.8808, 0.1192], abs=1e-4)


@pytest.mark.parametrize(
    ("kind", "by_rule", "weight", "linked"),
    [
        ("it", (KENYA,), 1.0, True),  # 0.73, and the rules agree
        ("it", (), 1.0, False),
        ("it", (), 2.0, True),  # 0.88 is enough alone
        ("they", (), 2.0, False),
        ("it", (KENYA,), 0.0, False),
    ],
)
def test_rules_and_model_together(kind: str, by_rule: tuple[Phrase, ...], weight: float, linked: bool) -> None:
    assert references.settle(choice(kind), by_rule, {"near": weight}) == ((KENYA,) if linked else ())


def test_an_office_goes_to_nobody_who_is_known_for_others() -> None:
    assert references.settle(choice("role", "office not held"), (KENYA,), {"near": 9.0}) == ()
    assert references.settle(choice("role", "office held"), (KENYA,), {"near": 9.0}) == (KENYA,)


def test_given_names_have_one_gender_each() -> None:
    table = genders()
    assert {table["angela"], table["roza"]} == {"f"} and {table["viktor"], table["recep"]} == {"m"}
    assert "kim" not in table and len(table) > 1500


def test_the_package_has_weights() -> None:
    assert len(weights()) > 300


@pytest.fixture
def damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "antecedents.tsv").write_text("feature\tweight\nnear\tmuch\n")
    (tmp_path / "resolve" / "data").mkdir(parents=True)
    (tmp_path / "resolve" / "data" / "given_names.tsv").write_text("name\tgender\nangela\tx\n")
    for reader in (weight_tables, tables):
        monkeypatch.setattr(reader, "files", lambda _: tmp_path)
    for cached in (weights, genders):
        cached.cache_clear()
    yield
    for cached in (weights, genders):
        cached.cache_clear()


def test_a_damaged_table_is_told(damaged: None) -> None:
    for load in (weights, genders):
        with pytest.raises(DatelineError, match="E311"):
            load()
