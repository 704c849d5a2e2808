"""Types that are asked for: several by commas, and what is meant by a word that is none."""

from __future__ import annotations

import pytest

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
