"""Shares of a public, which belong to what it voted or thinks and to no other act."""

from __future__ import annotations

from typing import Final

from dateline.extract.parse import ParsedSentence
from dateline.extract.quantities.found import FoundQuantity

_SHARES: Final = frozenset({"support", "oppose", "undecided"})


def own_clause_of_share(sentence: ParsedSentence, top: int) -> int | None:
    """The verb of the clause in which a share of a public stands."""
    above = (sentence.tokens[top], *sentence.ancestors(top))
    return next((t.i for t in above if t.pos in {"VERB", "AUX"}), None)


def is_share(quantity: FoundQuantity) -> bool:
    """Whether a quantity is a share of a vote or a poll."""
    return quantity.counts in _SHARES
