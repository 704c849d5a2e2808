"""The items of a roundup ("Brazil: ... It urged ..."): each is a statement of its own."""

from __future__ import annotations

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import Pipeline
from dateline.types import EventMention

COUP = """World reacts to the coup in Niger

Governments have reacted to Wednesday's coup in Niger.

Norway: Oslo suspended its aid on Friday. It also recalled its ambassador.

Brazil: The foreign ministry condemned the coup. It urged the army to release the president.

African Union: It suspended Niger.
"""
STRIKE = """Reactions to the strike on Damascus

Israel: Israeli jets struck a depot in Damascus on Sunday, killing six.

Jordan: Amman condemned the strike.

Cuba – The foreign ministry condemned the strike. It recalled its envoy.

Egypt – Cairo summoned the Israeli ambassador. The strike killed six people. It wounded nine.
"""
RAID = """World reacts to the raid on the embassy in Riga

Governments around the world have reacted to Sunday's raid on the embassy in Riga.

Kenya: Nairobi banned its citizens from travelling.

Peru: Foreign Minister Ana Torres condemned the raid.

NATO: The alliance condemned the raid.
"""


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def acts(pipeline: Pipeline, text: str) -> tuple[EventMention, ...]:
    (coded,) = pipeline.code([plain_document("d", text, "2023-08-02")])
    return coded.mentions


def of(found: tuple[EventMention, ...], words: str, trigger: str) -> tuple[set[str | None], set[str | None]]:
    (one,) = [m for m in found if words in m.sentence.text and m.trigger.text.startswith(trigger)]
    return {p.country for p in one.actors}, {p.country for p in one.recipients}


def test_it_is_of_its_item(pipeline: Pipeline) -> None:
    found = acts(pipeline, COUP)
    assert of(found, "It urged", "urged") == ({"BRA"}, {"NER"})
    assert of(found, "also recalled", "recalled")[0] == {"NOR"}
    assert of(found, "suspended Niger", "suspended")[1] == {"NER"}


def test_it_that_opens_an_item_is_whom_the_label_names(pipeline: Pipeline) -> None:
    text = "Chile expelled two Peruvian diplomats on Monday.\n\nPeru: It condemned the expulsion.\n\nBolivia and Peru: They recalled their envoys."
    assert of(acts(pipeline, text), "It condemned", "condemned") == ({"PER"}, {"CHL"})


def test_a_deed_told_in_another_item_is_still_the_one_condemned(pipeline: Pipeline) -> None:
    found = acts(pipeline, STRIKE)
    assert of(found, "Amman condemned", "condemned") == ({"JOR"}, {"ISR"})
    assert of(found, "Cuba", "condemned") == ({"CUB"}, {"ISR"})
    assert of(found, "recalled its envoy", "recalled")[0] == {"CUB"}


def test_it_behind_a_deed_is_the_deed(pipeline: Pipeline) -> None:
    assert of(acts(pipeline, STRIKE), "It wounded", "wounded")[0] != {"EGY"}


def test_a_state_of_another_item_is_not_whose_deed_is_condemned(pipeline: Pipeline) -> None:
    found = acts(pipeline, RAID)
    for words in ("Ana Torres", "The alliance condemned"):
        assert not of(found, words, "condemned")[1] & {"KEN", "PER", "NOR"}


def test_one_label_makes_no_roundup(pipeline: Pipeline) -> None:
    text = "Chile: the long road back.\n\nPeru expelled two diplomats on Monday. It accused them of spying."
    assert of(acts(pipeline, text), "accused", "accused")[0] == {"PER"}
