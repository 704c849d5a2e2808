"""To whom a state does the same again: "Peru expelled the Bolivian consul, and Bolivia **retaliated** two days later" is done to Peru, and so is what
it answers with, "**a ban of its own**"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.resolve.participants import countries_of
from dateline.resolve.sides import told_elsewhere
from dateline.types import Participant, RawMention, ResolvedMention

_RETURNS: Final = re.compile(r"\b(?:retaliat|reciprocat|h[ia]ts? back|str[iu]\w* back|(?:respond|repl|react)\w*\b.*\bin kind)", re.I)
_OF_ITS_OWN: Final = re.compile(r"\s+of\s+(?:its|their|his|her)\s+own\b")
#: Types of acts that are done to somebody: "a **test** of its own" is on nobody.
_AT_SOMEBODY: Final = frozenset({"SANCTION", "COERCE", "ACCUSE"})



def paid_back(
    raw: RawMention, actors: Sequence[Participant], recipients: Sequence[Participant], before: Sequence[ResolvedMention]
) -> tuple[Participant, ...]:
    """The recipients of an act, or who did to the actors what they pay back, where the act names nobody but their own.

    Args:
        raw: the act.
        actors: its actors as settled.
        recipients: its recipients as settled.
        before: the acts told before in its sentence, or else the last of the sentence before, the nearest first.
    """
    own, settled = countries_of(actors), tuple(recipients)
    of_its_own = raw.type in _AT_SOMEBODY and _OF_ITS_OWN.match(raw.sentence.text, raw.trigger.span.end - raw.sentence.span.start) is not None
    if not own or not (of_its_own or _RETURNS.match(raw.trigger.text)) or (settled and not (of_its_own and countries_of(settled) == own)):
        return settled
    for act in before:
        if of_its_own and act.recipients and _RETURNS.match(act.raw.trigger.text) and countries_of(act.actors) == own:
            return told_elsewhere(act.recipients)
        doers = [p for p in act.actors if p.country and p.country not in own]
        if doers and own & countries_of(act.recipients) and not act.raw.negated:
            return told_elsewhere(doers)
    return settled
