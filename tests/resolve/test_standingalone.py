"""Whom "it", "both sides", "the bloc" and peoples abroad mean beside several states."""

from __future__ import annotations

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def acts(pipeline: Pipeline, text: str) -> dict[str, tuple[set[str | None], set[str | None]]]:
    (coded,) = pipeline.code([plain_document("d", text, "2023-10-05")])
    return {m.trigger.text: ({p.country for p in m.actors}, {p.country for p in m.recipients}) for m in coded.mentions}


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        ("Poland and Germany criticised Hungary. It expelled two Polish diplomats on Friday.", "expelled", {"HUN"}, {"POL"}),
        ("Turkey and Russia condemned Sweden. They accused it of allowing protests.", "accused", {"TUR", "RUS"}, {"SWE"}),
        ("Britain and France have backed the accord since Washington left it. Hungary was criticised by Poland and Germany. It summoned the German ambassador.",
         "summoned", {"HUN"}, {"DEU"}),
        ("China's foreign minister met his Philippine counterpart in Jakarta. The two sides agreed to ease tensions.", "agreed", {"CHN", "PHL"}, set()),
        ("Russian troops shelled a Ukrainian town. Turkey urged both sides to talk.", "urged", {"TUR"}, {"RUS", "UKR"}),
        ("Police in Quito fired at protesters. The UN urged both sides to show restraint.", "urged", {"UNO"}, {"ECU"}),
        ("Ecuador recalled its ambassador from Mexico on Friday. Both governments accused each other of interference.", "accused", {"ECU", "MEX"}, {"ECU", "MEX"}),
        ("ASEAN barred Myanmar's generals from its summit. The junta accused the bloc of breaking its own rules.", "accused", {"MMR"}, {"IGO"}),
        ("Hungary blocked a new package of EU sanctions. The bloc condemned Budapest on Thursday.", "condemned", {"EUR"}, {"HUN"}),
        ("In India police arrested leaders of the opposition alliance. The alliance condemned the arrests.", "condemned", {"IND"}, {"IND"}),
        ("Ethnic Hungarians marched in the Romanian town of Cluj.", "marched", {"ROU"}, set()),
        ("Hungary helped ethnic Hungarians in Slovakia.", "helped", {"HUN"}, {"SVK"}),
        ("The Workers' Party of Korea blamed Seoul for the crash.", "blamed", {"PRK"}, {"KOR"}),
    ],
)  # fmt: skip
def test_parties(pipeline: Pipeline, text: str, trigger: str, actors: set[str | None], recipients: set[str | None]) -> None:
    assert acts(pipeline, text)[trigger] == (actors, recipients)
