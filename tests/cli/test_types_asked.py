"""Types that are asked for: several by commas, and what is meant by a word that is none."""

from __future__ import annotations

import pytest

from dateline.analyse.response import parse_trigger
from dateline.askedcodes import asked_types
from dateline.errors import DatelineError
from dateline.ontology.plover import event_type


def test_several_types_may_stand_in_one_value() -> None:
    assert asked_types(["aid, Consult", "AID"]) == ("AID", "CONSULT")
    assert asked_types(None) == ()


@pytest.mark.parametrize(
    ("name", "told"),
    [("ARREST", "arrest is a mode of THREATEN and COERCE"), ("THREATENS", "perhaps THREATEN"), ("WEATHER", None)],
)
def test_what_is_meant_is_told(name: str, told: str | None) -> None:
    with pytest.raises(DatelineError) as caught:
        event_type(name)
    assert (caught.value.code, caught.value.found) == ("E411", told)
    assert caught.value.fix is not None and "CONSULT" in caught.value.fix and "ASSAULT" in caught.value.fix


@pytest.mark.parametrize(("name", "told"), [("EMBARGO", "embargo is SANCTION"), ("TARIFFS", "tariffs is SANCTION"), ("visit", "visit is a mode of CONSULT")])
def test_a_word_for_an_act_is_told_by_its_type(name: str, told: str) -> None:
    with pytest.raises(DatelineError) as caught:
        event_type(name)
    assert caught.value.found == told


@pytest.mark.parametrize(
    ("trigger", "said", "fix"),
    [
        ("IND EMBARGO NPL", "EMBARGO is no type, embargo is SANCTION", "SANCTION"),
        ("IND embargoes NPL", "EMBARGOES is no type", "SANCTION"),
        ("IND ACUSE NPL", "perhaps ACCUSE", "ACCUSE"),
        ("IND WEATHER NPL", "ACTOR TYPE OTHER", "CONSULT"),
        ("IND NPL", "ACTOR TYPE OTHER", None),
    ],
)
def test_a_trigger_without_a_type_is_told_what_types_there_are(trigger: str, said: str, fix: str | None) -> None:
    with pytest.raises(DatelineError) as caught:
        parse_trigger(trigger)
    assert caught.value.code == "E205" and said in (caught.value.found or "")
    assert fix is None or fix in (caught.value.fix or "")
