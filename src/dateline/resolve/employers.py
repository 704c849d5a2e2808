"""Against whom a strike is: the company at whose works it is ("workers at a **Ford** plant walked off the job"), where the text names nobody else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.ontology.wordlists import pattern_of
from dateline.resolve.sides import ELSEWHERE
from dateline.types import Candidate, Participant, Phrase, PhraseForm, RawMention

#: Score of the company at whose works a strike is.
EMPLOYER_SCORE: Final = 0.7
_BUSINESS: Final = frozenset({"BUS"})
#: Between a strike or strikers and the works: no other clause, no other party.
_AT: Final = re.compile(
    rf"(?:\s+(?:the\s+job|{pattern_of('resolve.employers.between')}|\w+day))*\s+(?:at|against|by\s+\w+\s+at)\s+"
    r"(?:an?\s+|the\s+|two\s+|three\s+|several\s+|all\s+)?", re.I
)  # fmt: skip


def employer(raw: RawMention, named: Sequence[tuple[Phrase, Candidate]], text: str) -> Participant | None:
    """The company at whose works a strike is, right behind the words for the strike or the strikers; ``None`` where none is named there.

    Args:
        raw: the act, of which no recipient was found.
        named: the phrases of its sentence that name their country, with what they refer to.
        text: the document's text.
    """
    if raw.type != "PROTEST" or "strike" not in raw.modes:
        return None
    ends = [raw.trigger.span.end, *(one.mention.span.end for one in raw.actors)]
    for phrase, chosen in named:
        at = phrase.mention.span
        if not chosen.country or not _BUSINESS.intersection(chosen.sectors[:1]) or phrase.form is PhraseForm.PRONOUN:
            continue
        if any(_AT.fullmatch(text, end, at.start) for end in ends if end < at.start):
            return Participant(
                text[at.start : at.end], at, chosen.entity or None, chosen.country, chosen.sectors[0], chosen.sectors, EMPLOYER_SCORE, ELSEWHERE
            )
    return None
