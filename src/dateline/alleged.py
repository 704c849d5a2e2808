"""Deeds that stand on the word of the other side: what an accuser says that the accused did, and what a party says was done to it.

A deed of that kind is told as alleged by that side (in the response ladder, at the head of a brief), and is no plain deed of the accused. What the author tells
himself, what the doer owns up to, what a third party reports, and what a bare speaker says ("the government said") whose side is only guessed are not alleged.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dateline.types import Attribution, EventMention, Participant

#: What a side is said to have done to the one that speaks; its kind words and offers need no second voice.
HOSTILE: Final = frozenset({"THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
#: Speakers that are a side; reporters, documents and polls are none.
SIDES: Final = frozenset({"speaker", "institution"})
#: How the state of a bare speaker ("the government said") is guessed, from what else the passage names; and the chance from which it is sure.
GUESSED: Final = frozenset({"setting", "dateline"})
SURE: Final = 0.85


def is_alleged(mention: EventMention, beside: Iterable[EventMention]) -> bool:
    """Whether only the other side says that the actor of a mention did it.

    Args:
        mention: the deed.
        beside: the other mentions of its sentence, where an accusation of the deed may stand.
    """
    said = mention.attribution
    if said is None or not mention.actors or mention.negated:
        return False
    if any(_accuses(one, mention, said) for one in beside):
        return True
    return said.kind in SIDES and mention.type in HOSTILE and not _is_of(said, mention.actors) and _is_surely_of(said, mention.recipients)


def _accuses(charge: EventMention, deed: EventMention, said: Attribution) -> bool:
    """Whether a charge of the speaker is against the deed's actor."""
    if charge.type != "ACCUSE" or charge.mention_id == deed.mention_id or charge.negated or deed.type == "ACCUSE":
        return False
    accused = any(_is_one(party, other) for party in charge.recipients for other in deed.actors)
    own = any(party.span == other.span for party in charge.actors for other in deed.actors)
    return accused and not own and (_is_of(said, charge.actors) if said.text else not charge.actors)


def _is_one(party: Participant, other: Participant) -> bool:
    return party.span == other.span or (party.country is not None and party.country == other.country)


def _is_of(said: Attribution, parties: Iterable[Participant]) -> bool:
    """Whether a speaker is one of the parties, or of the state of one."""
    return any(said.span == one.span or (said.country is not None and said.country == one.country) for one in parties)


def _is_surely_of(said: Attribution, parties: Iterable[Participant]) -> bool:
    """Whether a speaker is told to be one of the parties, or of the state of one, or surely is: a guess would turn a doer's own word into a charge."""
    guess = said.method in GUESSED and said.score < SURE
    return any(said.span == one.span for one in parties) if guess else _is_of(said, parties)
