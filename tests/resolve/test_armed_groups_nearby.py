"""Soldiers, police and people are not of the jihadists whom a text names beside them."""

from __future__ import annotations

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import CodeOptions, Pipeline
from dateline.resolve.armedgroups import is_against_them, unless_theirs
from dateline.resolve.belonging import Case, Known
from dateline.types import Mention, Phrase, PhraseForm, Span


def _case(noun: str, sector: str | None, *, owner: str = "", form: PhraseForm = PhraseForm.NOMINAL, other: str = "") -> Case:
    phrase = Phrase(Mention(noun, Span(0, len(noun))), noun.split()[-1], form)
    known = Known("ASSAULT", "recipients", other=frozenset({other} - {""}))
    return Case(phrase, phrase.head, sector, known, owner=frozenset({owner} - {""}))


@pytest.mark.parametrize(
    ("noun", "sector", "owner", "against"),
    [("troops", "MIL", "", True), ("gendarmes", "COP", "", True), ("its soldiers", "MIL", "IMG", False), ("commander", "MIL", "", False), ("militants", "REB", "", False)],
)
def test_forces_are_a_states(noun: str, sector: str, owner: str, against: bool) -> None:
    assert is_against_them(_case(noun, sector, owner=owner)) is against


@pytest.mark.parametrize(
    ("noun", "sector", "other", "country"),
    [
        ("villagers", "CVL", "", ""), ("traders", "BUS", "", ""), ("a truck", "UNK", "IMG", ""), ("a truck", "UNK", "", "IMG"),
        ("jihadists", "REB", "IMG", "IMG"), ("suspects", "CVL", "", "IMG"),
    ],
)
def test_people_and_what_is_struck_are_nobodys_rather(noun: str, sector: str, other: str, country: str) -> None:
    case = _case(noun, sector, other=other)
    assert unless_theirs(case, "IMG") == country
    assert unless_theirs(case, "NER") == "NER"


def test_a_pronoun_may_be_theirs() -> None:
    assert unless_theirs(_case("they", "CVL", form=PhraseForm.PRONOUN), "IMG") == "IMG"


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Islamic State fighters stormed an outpost. Troops repelled the raid. Shopkeepers fled.", {"IMG"}),
        ("Islamic State fighters stormed an outpost in Iraq. Troops repelled the raid. Shopkeepers fled.", {"IMG", "IRQ"}),
    ],
)
def test_a_text_of_jihadists_and_soldiers(text: str, countries: set[str]) -> None:
    (coded,) = Pipeline(CodeOptions()).code([plain_document("d", text, "2021-03-04")])
    parties = [p for m in coded.mentions for p in (*m.actors, *m.recipients)]
    assert {p.country for p in parties if p.country} <= countries
    assert all(p.country != "IMG" for p in parties if p.sector in {"MIL", "COP", "CVL", "BUS"})
