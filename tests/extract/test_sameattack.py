"""Tests of sentences that go on telling of the attack before them: they have its day and place, others do not."""

from __future__ import annotations

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import CodeOptions, Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(CodeOptions())


def _day_and_place(pipeline: Pipeline, text: str, word: str) -> tuple[str, str | None]:
    (coded,) = pipeline.code([plain_document("d", text, "2023-08-21")])
    act = [one for one in coded.mentions if word in one.trigger.text and one.type == "ASSAULT"][-1]
    assert act.date is not None
    return act.date.earliest.isoformat(), act.place.name if act.place else None


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Rebels shelled Goma on 9 August. Six civilians were killed and nine wounded.", "killed", "2023-08-09"),
        ("Raiders stormed Agadez on 2 August; two guards were wounded.", "wounded", "2023-08-02"),
        ("A bomber struck a mosque in Quetta on Friday. A hospital spokesman confirmed the blast.", "blast", "2023-08-18"),
        ("Gunmen attacked a bus in Acapulco on Saturday. The prosecutor confirmed the attack and said three passengers were injured.", "injured", "2023-08-19"),
    ],
)
def test_what_goes_on_has_the_day_of_the_attack(pipeline: Pipeline, text: str, word: str, day: str) -> None:
    assert _day_and_place(pipeline, text, word)[0] == day


def test_it_has_its_place_too(pipeline: Pipeline) -> None:
    assert _day_and_place(pipeline, "Rebels shelled Goma on 9 August. Six civilians were killed.", "killed")[1] == "Goma"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Rebels shelled Goma on 9 August. Six civilians were killed in Bukavu.", "killed"),
        ("Rebels shelled Goma on 9 August. The army killed six rebels.", "killed"),
        ("Rebels shelled Goma on 9 August. Six civilians were killed in another attack.", "killed"),
        ("Rebels shelled Goma on 9 August.\n\nSix civilians were killed.", "killed"),
        ("The rebels met in Goma on 9 August. Six civilians were killed.", "killed"),
    ],
)
def test_other_acts_keep_the_day_of_the_report(pipeline: Pipeline, text: str, word: str) -> None:
    assert _day_and_place(pipeline, text, word)[0] == "2023-08-21"
