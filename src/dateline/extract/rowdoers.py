"""Who does what a later verb of a row tells: the subject of the first, "Chad broke off ties, flew its envoys home and, on 3 May, **sued** Togo"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.act import Act
from dateline.extract.arguments import first_of_row, is_passive, verb_arguments
from dateline.extract.tags import SUBJECTS, TENSED


def of_row(act: Act, acts: Sequence[Act]) -> Act:
    """An act for which the coder found no doer, done by the subject of its row where that does an act of the row before it.

    Args:
        act: the act.
        acts: the acts of its sentence.
    """
    sentence, verb = act.sentence, act.sentence.tokens[act.head]
    if act.actors or verb.pos != "VERB" or verb.dep != "conj" or verb.tag not in TENSED or sentence.kids(verb.i, *SUBJECTS) or is_passive(sentence, verb):
        return act
    first = first_of_row(sentence, verb)
    doers = verb_arguments(sentence, verb.i).subjects
    if not doers or set(doers).intersection(act.recipients):
        return act
    row = [one for one in acts if one.head < act.head and first_of_row(sentence, sentence.tokens[one.head]) == first]
    return replace(act, actors=doers) if any(set(doers) <= set(one.actors) for one in row) else act
