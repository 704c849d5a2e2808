"""Tests of mines and bombs that lie in wait: whoever meets one suffers it, and nobody is named for having laid it."""

from __future__ import annotations

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import CodeOptions, Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(CodeOptions())


def _parties(pipeline: Pipeline, text: str, word: str) -> tuple[list[str], list[str]]:
    (coded,) = pipeline.code([plain_document("d", text, "2021-05-04")])
    act = next(one for one in coded.mentions if word in one.trigger.text and one.type == "ASSAULT")
    return [one.text for one in act.actors], [one.text for one in act.recipients]


@pytest.mark.parametrize(
    ("text", "word", "victims"),
    [
        ("A police van struck a landmine near Mocimboa da Praia.", "struck", ["police van"]),
        ("A supply convoy hit an IED outside Beni, wounding six drivers.", "hit", ["supply convoy"]),
        ("A supply convoy hit an IED outside Beni, wounding six drivers.", "wounding", ["drivers"]),
        ("Four marines died after their jeep ran over an improvised explosive device in Sulu.", "ran over", ["jeep"]),
        ("A patrol triggered a booby trap in Marawi.", "triggered", ["patrol"]),
        ("Troops triggered a mine in Kachin.", "triggered", ["Troops"]),
        ("A German frigate hit a mine in the Red Sea.", "hit", ["German frigate"]),
    ],
)
def test_who_meets_a_mine_is_its_victim(pipeline: Pipeline, text: str, word: str, victims: list[str]) -> None:
    assert _parties(pipeline, text, word) == ([], victims)


@pytest.mark.parametrize(
    ("text", "word", "doers"),
    [
        ("Separatists detonated a mine under a bus in Anglophone Cameroon.", "detonated", ["Separatists"]),
        ("Saudi jets hit a mine in Saada.", "hit", ["Saudi jets"]),
        ("Ethiopian forces struck a gold mine in Amhara.", "struck", ["Ethiopian forces"]),
        ("A convoy hit a mine laid by Renamo near Gorongosa.", "hit", ["Renamo"]),
        ("Turkish drones struck a bomb factory in Qamishli.", "struck", ["Turkish drones"]),
    ],
)
def test_who_sets_one_off_or_attacks_a_pit_is_its_doer(pipeline: Pipeline, text: str, word: str, doers: list[str]) -> None:
    assert _parties(pipeline, text, word)[0] == doers
