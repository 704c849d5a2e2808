"""Whether who says so is a party to the act: "the ministry said **it** had struck the depot" is one side's word about its own deed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.types import Attribution, Participant

#: Sectors that say too little for two phrases of them to be one party.
VAGUE = frozenset({"UNK", "UAF", "CVL"})
#: Speakers without a name of their own, who may be anybody of their country.
NAMELESS = frozenset({"unnamed", "document", "poll"})


def with_party(said: Attribution | None, actors: Sequence[Participant], recipients: Sequence[Participant]) -> Attribution | None:
    """The attribution with ``speaker_is_party`` filled in.

    Args:
        said: who says so, ``None`` for the author.
        actors: who acts.
        recipients: who is acted upon.
    """
    return None if said is None else replace(said, speaker_is_party=is_party(said, (*actors, *recipients)))


def is_party(said: Attribution, parties: Sequence[Participant]) -> bool | None:
    """Whether the speaker is one of the parties; ``None`` where nobody is named or nothing is known of the speaker.

    The speaker is a party where its words are (or lie in) those of a party, where both are the same entity, or where country and a sector
    agree ("Israel's defence minister" and "Israel", both ISR GOV). A country alone does not make a newspaper or a witness a party.
    """
    if said.span is None and said.entity is None:
        return None
    sectors = sectors_of(said)
    for party in parties:
        if said.span is not None and said.span.overlaps(party.span):
            return True
        if said.entity is not None and said.entity == party.entity:
            return True
        same = said.country is not None and said.country == party.country
        if same and said.kind not in NAMELESS and sectors & frozenset(party.sectors or (party.sector or "",)) - VAGUE:
            return True
    return False


def sectors_of(said: Attribution) -> frozenset[str]:
    """The sectors of the reading of the speaker that was chosen."""
    return frozenset(said.candidates[0].sectors) if said.candidates else frozenset()
