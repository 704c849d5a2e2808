"""Whose clause an act stands in: who does it, and to whom, where the form of the clause leaves no choice.

"Belgium saw **Rwanda** expel its diplomats", "the mission, whose soldiers **the rebels** have barred", "Berlin froze aid; **London** halted payments".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dateline.extract.act import Act
from dateline.extract.clauses.absolute import absolute
from dateline.extract.clauses.accompanied import accompanied
from dateline.extract.clauses.addressed import joining, notified
from dateline.extract.clauses.apposed import apposed
from dateline.extract.clauses.asked import answering_offer, asked_for, at_behest, helped_by
from dateline.extract.clauses.breached import breached
from dateline.extract.clauses.brokered import brokered, outcome, resigned
from dateline.extract.clauses.calls import call_from, whose_bid
from dateline.extract.clauses.caused import brings_about, brought_about
from dateline.extract.clauses.complements import closed_to, counted_alone, helped_against, own_complement
from dateline.extract.clauses.doingso import done_so
from dateline.extract.clauses.hosted import hosted, visited
from dateline.extract.clauses.inserted import (
    behind_own_relative,
    inserted,
    judged_after,
    taken_from_relative,
    text_that_says,
    without_asking,
)
from dateline.extract.clauses.parties import Parties, with_parties
from dateline.extract.clauses.perceived import perceived
from dateline.extract.clauses.relative import object_relative, second_of_relative, whose
from dateline.extract.clauses.rescued import rescued
from dateline.extract.clauses.rows import beside_conjunct, named_among, next_passive
from dateline.extract.clauses.said import beaten_back, said_of_own
from dateline.extract.clauses.staged import staged
from dateline.extract.clauses.subjects import next_clause, other_subjects, passive
from dateline.extract.clauses.sufferers import driven_out, suffered
from dateline.extract.clauses.threatened import threatened

_RULES: Final[tuple[Callable[[Act], Parties | None], ...]] = (
    perceived, whose, object_relative, passive, suffered, other_subjects, asked_for, apposed,
    next_passive, own_complement, helped_against, closed_to, said_of_own, threatened, brokered, outcome, resigned, notified, joining,
    call_from, whose_bid, beside_conjunct, breached, next_clause, inserted,
    text_that_says, taken_from_relative, judged_after, without_asking, accompanied, staged,
    hosted, visited, at_behest, helped_by, answering_offer, second_of_relative, beaten_back,
    behind_own_relative, brings_about, brought_about, rescued,
    named_among, done_so, absolute, driven_out, counted_alone,
)  # fmt: skip


def told_by_clause(act: Act) -> Act:
    """The act with the parties that its clause leaves it."""
    for rule in _RULES:
        found = rule(act)
        if found is not None:
            act = with_parties(act, found)
    return act
