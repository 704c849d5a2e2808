"""To whom a state does the same again: "Peru expelled the Bolivian consul, and Bolivia **retaliated** two days later" is done to Peru; and from whom it
wants amends: "Mali called it an insult and **demanded an apology**" asks whom it blames."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.resolve.participants import countries_of
from dateline.resolve.sides import ELSEWHERE, FILLED_SCORE, told_elsewhere
from dateline.types import Participant, RawMention, ResolvedMention

_RETURNS: Final = re.compile(r"\b(?:retaliat|reciprocat|h[ia]ts? back|str[iu]\w* back|(?:respond|repl|react)\w*\b.*\bin kind)", re.I)

#: What is demanded of who is to blame, right behind the verb.
_AMENDS: Final = re.compile(
    r"\s+(?:for )?(?:(?:an?|the|its|his|their|full|formal|public|immediate|unconditional|prompt|official|financial) )*"
    r"(?:apology|apologies|explanations?|compensation|reparations?|damages|redress|retraction|satisfaction|amends)\b"
)


def answered(raw: RawMention, actors: Sequence[Participant], before: Sequence[ResolvedMention]) -> tuple[Participant, ...]:
    """To whom an act without recipients is done that pays something back or wants amends; the arguments are those of :func:`paid_back`."""
    return paid_back(raw, actors, before) or blamed(raw, actors, before)


def blamed(raw: RawMention, actors: Sequence[Participant], before: Sequence[ResolvedMention]) -> tuple[Participant, ...]:
    """Whom the actors blame earlier in the sentence, where they demand amends of nobody."""
    own, after = countries_of(actors), raw.trigger.span.end - raw.sentence.span.start
    if raw.type != "REQUEST" or raw.voice != "active" or not own or not _AMENDS.match(raw.sentence.text, after):
        return ()
    for act in before:
        if act.raw.type != "ACCUSE" or act.raw.sentence.index != raw.sentence.index or countries_of(act.actors) != own or act.raw.negated:
            continue
        if len(countries_of(act.recipients) - own) == 1:
            return told_elsewhere(p for p in act.recipients if p.country not in own)
    return ()


def paid_back(raw: RawMention, actors: Sequence[Participant], before: Sequence[ResolvedMention]) -> tuple[Participant, ...]:
    """Who did to the actors what they pay back, where the act names nobody.

    Args:
        raw: the act.
        actors: its actors as settled.
        before: the acts told before in its sentence, or else the last of the sentence before, the nearest first.
    """
    own = countries_of(actors)
    if not own or not _RETURNS.match(raw.trigger.text):
        return ()
    for act in before:
        doers = [p for p in act.actors if p.country and p.country not in own]
        if doers and own & countries_of(act.recipients) and not act.raw.negated:
            return tuple(Participant(p.text, p.span, p.entity, p.country, p.sector, p.sectors, FILLED_SCORE, ELSEWHERE) for p in doers)
    return ()
