"""Who takes measures that a passive or a line of a list tells without a doer: the state that is just said to answer, or that heads the list."""

from __future__ import annotations

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import Pipeline
from dateline.read import read


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


@pytest.mark.parametrize(
    ("text", "trigger", "countries"),
    [
        ("Paris expelled two Malian diplomats.\n\nBamako reacted at once. Visas for French citizens were suspended.", "suspended", {"MLI"}),
        ("Oslo recalled its envoy. What followed from Minsk was swift. Norwegian fish imports were banned.", "banned", {"BLR"}),
        ("Peru hit back the same day. Two Bolivian envoys were expelled and trade talks were suspended.", "expelled", {"PER"}),
        ("Kenya condemned a raid in Somalia on Monday. Three students were arrested in Nairobi.", "arrested", set()),
        ("Peru hit back the same day. Two Peruvian envoys were expelled in turn.", "expelled", set()),
    ],
)  # fmt: skip
def test_measures_after_a_state_that_answers(pipeline: Pipeline, text: str, trigger: str, countries: set[str]) -> None:
    (coded,) = pipeline.code([plain_document("d", text, "2015-10-05")])
    found = [m for m in coded.mentions if trigger in m.trigger.text]
    assert found and {p.country for p in found[0].actors} == countries


LIST = b"""# Steps after the raid

### Ecuador

- Recall of the ambassador from Bogota (3 March)
- Expulsion of two Colombian diplomats (4 March)

### Reactions

- Recall of the ambassador from Bogota (3 March)
"""


def test_lines_under_the_heading_of_a_state(pipeline: Pipeline) -> None:
    (coded,) = pipeline.code([read(LIST, input_id="list.md")])
    found = [(m.trigger.text, sorted(p.country or "" for p in m.actors)) for m in coded.mentions]
    assert found[:2] == [("Recall", ["ECU"]), ("Expulsion", ["ECU"])]
    assert all("ECU" not in actors for _, actors in found[2:])
