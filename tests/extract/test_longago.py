"""Deeds of which only the memory is told are history, and no deeds of those whose name they bear."""

from __future__ import annotations

from datetime import date

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.dates import Context, find_dates
from dateline.extract.judgement import judge
from dateline.extract.longago import as_remembered, dates_of_memory, memory_of
from dateline.types import Status


def deed(text: str, word: str, kind: str = "ASSAULT", actors: tuple[str, ...] = ()) -> Act:
    sentence = parse(text)
    head = at(sentence, word)
    return Act(sentence, (head, head), head, kind, (), "", tuple(at(sentence, one) for one in actors), (), (), 0.9)


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Colombia's congress recognised the Armenian genocide on Tuesday.", "genocide", "ASSAULT"),
        ("Belgium's premier condemned denial of the Rwandan genocide.", "genocide", "ASSAULT"),
        ("Canada marked the centenary of the Katyn massacre.", "massacre", "ASSAULT"),
        ("Ukraine marked the seventh anniversary of the annexation of Crimea.", "annexation", "COERCE"),
        ("Kurdish parties commemorated the Halabja attack.", "attack", "ASSAULT"),
        ("Survivors of the Herero genocide met the president on Monday.", "genocide", "ASSAULT"),
        ("Japan's premier visited a museum on the Hiroshima bombing.", "bombing", "ASSAULT"),
    ],
)
def test_what_is_only_remembered_is_history(text: str, word: str, kind: str) -> None:
    act = deed(text, word, kind)
    assert memory_of(act) is not None and judge(act).modality.status is Status.HISTORICAL
    assert dates_of_memory(act.sentence, act.head, find_dates(text, Context(date(2021, 3, 10))), date(2011, 3, 10)) == []


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Burundi's army carried out the massacre of 30 villagers.", "massacre", "ASSAULT"),
        ("Ireland condemned the massacre of protesters in Yangon.", "massacre", "ASSAULT"),
        ("Survivors of the attack met the president on Monday.", "attack", "ASSAULT"),
        ("Chad's genocide in the south must stop, Togo said.", "genocide", "ASSAULT"),
        ("Peru recognised the agreement between Chad and Togo.", "agreement", "SUPPORT"),
        ("Indonesian troops opened fire at the anniversary of the massacre.", "fire", "ASSAULT"),
    ],
)
def test_what_is_done_today_is_not(text: str, word: str, kind: str) -> None:
    assert memory_of(deed(text, word, kind)) is None


def test_who_gives_a_genocide_its_name_suffered_it() -> None:
    act = as_remembered(deed("Colombia recognised the Armenian genocide.", "genocide", actors=("Armenian",)))
    assert act.actors == () and [act.sentence.tokens[i].text for i in act.recipients] == ["Armenian"]


def test_who_gives_an_invasion_its_name_made_it() -> None:
    act = as_remembered(deed("Moscow marked the anniversary of the German invasion.", "invasion", actors=("German",)))
    assert [act.sentence.tokens[i].text for i in act.actors] == ["German"]


def test_a_day_in_the_name_of_a_deed_is_its_own() -> None:
    text = "Brazil marked the anniversary of the October 7 attack on Monday."
    act = deed(text, "attack")
    found = dates_of_memory(act.sentence, act.head, find_dates(text, Context(date(2021, 10, 12))), date(2011, 3, 10))
    assert [(one.earliest.month, one.earliest.day) for one in found] == [(10, 7)]
