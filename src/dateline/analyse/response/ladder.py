"""The response ladder: which rung an act stands on, and what was done on each rung when, how strongly and on whose word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from statistics import fmean
from typing import Final

from dateline.analyse.response.content import step_of
from dateline.analyse.response.evidence import BODIES, MONTH
from dateline.analyse.response.scene import recipients_of
from dateline.analyse.response.tables import LadderRule, cues, ladder_table
from dateline.analyse.response.values import Judged, Label, Origins, Rung, Trigger, codes_of
from dateline.ontology.plover import score
from dateline.types import Certainty

#: Types of what those who act settle with one another.
_SETTLING: Final = frozenset({"AGREE", "SUPPORT"})
#: Characters behind a verb in which its object is looked for.
OBJECT_REACH: Final = 30
#: What is said of a trigger whose acts lie far apart.
FAR_APART: Final = "these acts lie far apart, and all count as the trigger"


def rung_of(one: Judged, trigger: Trigger, clause: str, *, joint: bool) -> str | None:
    """The rung of an act by the first rule of ``ladder.toml`` that fits; ``None`` where none does. What an agreement is to do decides, where
    it is a step of its own."""
    restraint = one.label is Label.RESTRAINT
    toward = directions(one, trigger)
    step = None if one.told.mention.negated else step_of(one.told.mention)
    for rule in ladder_table().rules:
        if _fits(rule, one, step, restraint, joint and step is None, toward, clause):
            return rule.rung
    return None


def _fits(rule: LadderRule, one: Judged, step: str | None, restraint: bool, joint: bool, toward: frozenset[str], clause: str) -> bool:
    mention = one.told.mention
    return (
        (not rule.types or (step or mention.type) in rule.types)
        and (not rule.modes or bool(rule.modes & set(mention.modes)))
        and rule.restraint in (None, restraint)
        and rule.joint in (None, joint)
        and rule.undone in (None, mention.negated)
        and (not rule.toward or bool(rule.toward & toward))
        and (rule.words is None or rule.words.search(clause) is not None)
        and (rule.verb is None or rule.verb.match(mention.sentence.text, mention.trigger.span.start - mention.sentence.span.start) is not None)
    )


def is_joint(one: Judged, clause: str) -> bool:
    """Whether several countries act together: by the words, or because they settle something with one another. Two that accuse each other, or
    demand the same, do not."""
    mention = one.told.mention
    alone = len(mention.actors) > 1 and codes_of(mention.actors) == {one.actor}  # two officers of one body
    if not alone and ladder_table().joint_words.search(clause) is not None:
        return True
    return mention.type in _SETTLING and not mention.recipients and len(codes_of(mention.actors)) > 1


def directions(one: Judged, trigger: Trigger) -> frozenset[str]:
    """Towards whom an act goes, in the words of the ladder's rules."""
    at = recipients_of(one.told.mention, one.actor)
    found = set()
    if at & trigger.parties:
        found.add("party")
    elif at & BODIES:
        found.add("organisation")
    elif at:
        found.add("third")
    else:
        found.add("none")
    if at & (trigger.others - trigger.doers) and one.actor not in trigger.parties:
        found.add("victim")
    return frozenset(found)


def trigger_days(trigger: Trigger, form: Callable[[date], str]) -> str:
    """When the trigger was, in words; where its reports do not say, the day by which it is told."""
    if trigger.first is None or trigger.last is None:
        return "no date given"
    if not trigger.dated:
        return f"no date given, told by {form(trigger.first)}"
    return form(trigger.first) if trigger.first == trigger.last else f"{form(trigger.first)} to {form(trigger.last)}"


def far_apart(trigger: Trigger) -> bool:
    """Whether the trigger is several acts over more than a month: perhaps only one of them is meant."""
    acts = len({one.mention.event_id for one in trigger.reports})
    return trigger.first is not None and trigger.last is not None and acts > 1 and (trigger.last - trigger.first).days > MONTH


def ladder_of(acts: Sequence[Judged], trigger: Trigger, origins: Origins) -> tuple[Rung, ...]:
    """The rungs on which something was done, in the ladder's order, restraint and easing last."""
    table = ladder_table()
    found = []
    for name in (*table.rungs, *table.beside):
        group = [one for one in acts if one.rung == name]
        if group:
            found.append(_rung(name, group, trigger, origins))
    return tuple(found)


def _enacts(one: Judged) -> bool:
    """Whether an act of approval makes a rule at home ("signed a law"): the score of what is done for another does not measure it."""
    mention = one.told.mention
    if mention.type not in ("SUPPORT", "AGREE") or recipients_of(mention, one.actor) - {one.actor}:
        return False
    at = mention.trigger.span.start - mention.sentence.span.start
    behind = mention.sentence.text[at : at + len(mention.trigger.text) + OBJECT_REACH]
    return cues().own_rules.search(behind) is not None


def _admits(one: Judged) -> bool:
    """Whether somebody owns up to a deed: the score of what is conceded to another does not measure it."""
    return one.rung == "statement" and one.told.mention.type == "CONCEDE"


def _score(one: Judged) -> float:
    """The score of an act, or of the step that it settles."""
    mention = one.told.mention
    step = step_of(mention)
    return score(mention.type, mention.modes) if step is None else score(step, ())


def begun(one: Judged, trigger: Trigger) -> date | None:
    """The first day of an act; where none is known, the first of those that the text gives beside it. ``None`` where it gives no more than a year, or a
    day before the trigger: an act that answers it was done on some day after, and which is not told."""
    when = one.told.mention.date
    if one.day is not None and when is not None and when.earliest == when.latest == one.day:
        return one.day
    given = one.told.since if one.told.near is not None or when is None or one.day is None else when.earliest
    day = one.day if one.day is not None else given
    early = given is not None and trigger.first is not None and given < trigger.first == max(trigger.first, day or given)
    return None if early else day


def _surest(acts: Sequence[Judged]) -> dict[str, Certainty]:
    """For each event what its surest report says of it: several reports of one act are one act."""
    found: dict[str, Certainty] = {}
    ranks = list(Certainty)
    for one in acts:
        told, event = one.told.mention.certainty, one.told.mention.event_id
        found[event] = min(found.get(event, told), told, key=ranks.index)
    return found


def _rung(name: str, group: Sequence[Judged], trigger: Trigger, origins: Origins) -> Rung:
    days = {id(one): day for one in group if (day := begun(one, trigger)) is not None}
    ordered = tuple(sorted(group, key=lambda one: (days.get(id(one), one.day or date.max), one.told.document.doc_id, one.told.mention.trigger.span)))
    plain = {one.told.mention.event_id for one in ordered if not one.alleged}
    scores = [_score(one) for one in ordered if not one.alleged and not one.told.mention.negated and not _enacts(one) and not _admits(one)]
    surest = _surest(ordered)
    counts = [sum(kind is told for told in surest.values()) for kind in Certainty]
    first = min(days.values(), default=None)
    return Rung(
        name,
        ordered,
        len(surest),
        first,
        max(days.values(), default=None),
        (first - trigger.first).days if first is not None and trigger.dated and trigger.first is not None else None,
        max(scores, key=abs, default=None),
        round(fmean(scores), 2) if scores else None,
        origins([one.told for one in ordered]),
        (counts[0], counts[1], counts[2]),
        len(surest.keys() - plain),
    )
