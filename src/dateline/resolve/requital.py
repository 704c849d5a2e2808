"""To whom a state does the same again: "Peru expelled the Bolivian consul, and Bolivia **retaliated** two days later" is done to Peru."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.resolve.participants import countries_of
from dateline.resolve.sides import ELSEWHERE, FILLED_SCORE
from dateline.types import Participant, RawMention, ResolvedMention

_RETURNS: Final = re.compile(r"\b(?:retaliat|reciprocat|h[ia]ts? back|str[iu]\w* back|(?:respond|repl|react)\w*\b.*\bin kind)", re.I)


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
