"""The steps by which the head of a brief ranks acts are those of the response ladder."""

from __future__ import annotations

from dateline.analyse.response.tables import ladder_table
from dateline.ontology.plover import plover
from dateline.report.happenings import STEPS


def test_steps_keep_the_order_of_the_ladder() -> None:
    ladder = ladder_table()
    rung_of = {type: rule.rung for rule in ladder.rules for type in rule.types if not (rule.words or rule.modes or rule.toward or rule.joint or rule.restraint)}
    known = [(place, ladder.rungs.index(rung_of[type])) for place, (_, types) in enumerate(STEPS) for type in types if rung_of.get(type) in ladder.rungs]
    assert len(known) >= 10
    rungs = [rung for _, rung in sorted(known)]
    assert rungs == sorted(rungs)


def test_every_type_but_steps_back_is_a_step() -> None:
    types = [type for _, kinds in STEPS for type in kinds]
    assert len(types) == len(set(types)) and {one.name for one in plover().types} - set(types) == {"CONCEDE", "RETREAT"}
