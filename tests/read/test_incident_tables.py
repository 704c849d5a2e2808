"""Tests of tables of incidents: the columns of places and of counts are part of the statement of their row."""

from __future__ import annotations

import pytest
from readtext import paragraphs

from dateline.pipeline import CodeOptions, Pipeline
from dateline.read import read

_BARRED = """# Incidents

| Date | Province | Territory | Event | Killed | No. injured | Remarks |
|---|---|---|---|---|---|---|
| 3 May 2023 | Ituri | Bunia | CODECO militiamen attacked Drodro village | 12 | 0 | verified |
| 4 May 2023 | Nord-Kivu | Rutshuru | Suspected rebels ambushed an army convoy [^1] | n/a | 7 | |
| 5 May 2023 | Nord-Kivu | - | Residents marched against the mission | 0 | 0 | |

[^1]: Reuters, 5 May 2023.
"""


def _statements(text: str) -> list[str]:
    return [one for one in paragraphs(read(text.encode(), input_id="t.md")) if one[0].isdigit()]


def test_places_and_counts_stand_in_the_statement() -> None:
    told = _statements(_BARRED)
    assert told[0] == "3 May 2023: CODECO militiamen attacked Drodro village in Bunia, Ituri. Killed: 12."
    assert told[1].startswith("4 May 2023: Suspected rebels ambushed an army convoy in Rutshuru, Nord-Kivu")
    assert told[1].endswith("Injured: 7.")
    assert told[2] == "5 May 2023: Residents marched against the mission in Nord-Kivu."


def test_a_state_before_predicates_still_acts() -> None:
    text = "| Date | State | Measure |\n|---|---|---|\n| 2 May 2020 | Texas | reopened its restaurants |\n| 3 May 2020 | Ohio | closed its schools |\n"
    assert _statements(text) == ["2 May 2020: Texas reopened its restaurants.", "3 May 2020: Ohio closed its schools."]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(CodeOptions())


def test_place_and_numbers_are_those_of_the_act(pipeline: Pipeline) -> None:
    (coded,) = pipeline.code([read(_BARRED.encode(), input_id="t.md")])
    acts = {one.trigger.text: one for one in coded.mentions}
    assert [(q.value, q.counts) for q in acts["attacked"].quantities] == [(12, "killed")]
    assert [(q.value, q.counts) for q in acts["ambushed"].quantities] == [(7, "wounded")]
    assert acts["attacked"].place is not None and acts["attacked"].place.name == "Bunia"
    assert not any(one.trigger.text in ("Killed", "Injured") for one in coded.mentions)
