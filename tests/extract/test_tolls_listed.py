"""Tests of tolls in lists and headings, and of tolls told in a sentence of their own behind the attack."""

from __future__ import annotations

import pytest

from dateline.evaluation.gold import plain_document
from dateline.extract.quantities import find_quantities
from dateline.pipeline import CodeOptions, Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(CodeOptions())


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("9 killed, 22 wounded, 17 kidnapped", ["killed", "wounded", "detained"]),
        ("Raiders burned the hamlet: 3 killed, 8 injured, 250 displaced.", ["killed", "wounded", "refugees"]),
        ("Three rangers KIA, two WIA and one MIA.", ["killed", "wounded", "missing"]),
        ("Deaths: 11. Injuries: 29.", ["killed", "wounded"]),
        ("Killed = 6 / Wounded = 14 / Abducted = 3", ["killed", "wounded", "detained"]),
        ("Casualties – 40", ["casualties"]),
        ("The quarter brought 51 fatalities and 64 abducted women.", ["killed", "detained"]),
        ("1 killed and 2 injured", ["killed", "wounded"]),
        ("40 dead and wounded were left behind.", ["casualties"]),
        ("The unit freed 30 hostages and 12 kidnapped girls.", ["released", "released"]),
        ("Thieves took 12 Kia pickups.", [None]),
        ("Notes on the dead: 5 essays are collected.", [None]),
    ],
)
def test_each_number_of_a_list_has_its_own_outcome(text: str, counts: list[str | None]) -> None:
    assert [one.counts for one in find_quantities(text)] == counts


def _of_acts(pipeline: Pipeline, text: str) -> dict[str, list[tuple[str, str | None]]]:
    (coded,) = pipeline.code([plain_document("d", text, "2021-05-04")])
    return {one.trigger.text: [(q.text, q.counts) for q in one.quantities] for one in coded.mentions}


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        ("Raiders stormed the town: 14 killed, 6 injured, 7 abducted.", "killed", [("14", "killed"), ("6", "wounded")]),
        ("Raiders stormed the town: 14 killed, 6 injured, 7 abducted.", "abducted", [("7", "detained")]),
        ("In Gao 11 people were killed and 20 were wounded.", "wounded", [("20", "wounded")]),
        ("Rebels shelled a barracks near Goma. Fatalities: 12. Injured: 31.", "shelled", [("12", "killed"), ("31", "wounded")]),
        ("A suicide bomber attacked a mosque in Kabul. The death toll rose to 34 on Sunday.", "attacked", [("34", "killed")]),
        ("Fighters ambushed a patrol in Cabo Delgado. At least six soldiers lost their lives.", "ambushed", [("At least six soldiers", "killed")]),
        ("Fighters ambushed a patrol in Cabo Delgado. The toll of the war has risen to 6,000 since 2017.", "ambushed", []),
        ("Fighters ambushed a patrol in Cabo Delgado. Nine people died in floods in Beira.", "ambushed", []),
        ("Police arrested two men in Lagos. Nine people died.", "arrested", [("two men", "detained")]),
        ("Fighters ambushed a patrol in Cabo Delgado.\n\nNine people died.", "ambushed", []),
    ],
)
def test_a_toll_belongs_to_the_act_that_it_tells_of(pipeline: Pipeline, text: str, trigger: str, told: list[tuple[str, str | None]]) -> None:
    assert _of_acts(pipeline, text)[trigger] == told
