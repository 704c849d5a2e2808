"""The steps by which the head of a brief ranks acts are those of the response ladder."""

from __future__ import annotations

from dateline.analyse.response.tables import ladder_table
from dateline.ontology.plover import plover
from dateline.report.acts import Act
from dateline.report.happenings import STEPS, undone
from dateline.types import EventMention, Mention, Participant, Sentence, Span


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


def denied(number: int, trigger: str, event: str, type: str) -> Act:
    text = "Lima did not send the judges that it had promised, nor did it free the sailors."
    start = text.index(trigger)
    sentence = Sentence(0, text, Span(0, len(text)))
    actors = (Participant("Lima", Span(0, 4), country="PER"),)
    mention = EventMention(f"m{number}", event, "d", "i", sentence, Mention(trigger, Span(start, start + len(trigger))), type, actors=actors, negated=True)
    return Act(number, 0, mention, 3, "Lima", "", ("Peru",), (), ("Peru",), (), "", "", "the author", ())


def test_what_the_same_words_leave_undone_is_told_once() -> None:
    acts = [denied(1, "send", "a", "CONSULT"), denied(2, "promised", "b", "REJECT"), denied(3, "free", "c", "RETREAT")]
    assert sorted(one.told.number for one in undone(acts)) in ([1, 3], [2, 3])
