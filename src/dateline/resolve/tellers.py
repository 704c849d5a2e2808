"""Who tells of his own deeds: "**we** shot first", "the rebels said **they** had burned a boat", with the country that the speaker was given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from dateline.resolve import firstperson
from dateline.types import Participant, Phrase, Span

#: Score of the country of a speaker for a pronoun that means him.
TELLER_SCORE: Final = 0.6
_THIRD: Final = frozenset({"they", "he", "she", "it"})


def with_teller(own: tuple[Participant, ...], said: Sequence[Participant], antecedents: Callable[[Span], Sequence[Phrase]]) -> tuple[Participant, ...]:
    """An act's actors with the speaker's country for a lone "we" or "I", or a pronoun that means the speaker, of whom nothing else is known.

    Args:
        own: the actors.
        said: the speaker.
        antecedents: what a pronoun means.
    """
    if len(own) != 1 or own[0].country or not (said and said[0].country):
        return own
    word = own[0].text.lower()
    if word in _THIRD:
        meant = antecedents(own[0].span)
        if len(meant) != 1 or meant[0].mention.span != said[0].span:
            return own
    elif word not in firstperson.SUBJECTS:
        return own
    return (replace(own[0], country=said[0].country, sector=said[0].sector, sectors=said[0].sectors, score=TELLER_SCORE, method="speaker"),)
