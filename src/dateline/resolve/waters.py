"""Names of waters, which are of none of the states that they are called after: "the Strait of **Tiran**", "the Sea of **Japan**", "**Norwegian** Sea"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.ontology.namekeys import Word

#: Words with which such names begin before "of", and those that need no "of" ("**Lake** Chad").
_BEGIN: Final = frozenset({"strait", "straits", "gulf", "bay", "sea"})
_ALONE: Final = frozenset({"lake"})
#: Words with which they end.
_END: Final = frozenset({"strait", "straits", "sea", "ocean", "channel", "gulf"})
#: What is done in these is done to the state.
_OWNED: Final = frozenset({"taiwan"})
#: Words of a name at most ("South China Sea").
_LONGEST: Final = 3


def waters_end(ws: Sequence[Word], at: int) -> int:
    """Where the name of waters ends that begins at a word; ``at`` itself where none does.

    Args:
        ws: the words of a phrase or sentence.
        at: index of a word.
    """
    if not ws[at].capital:
        return at
    if ws[at].norm in _ALONE or (ws[at].norm in _BEGIN and at + 1 < len(ws) and ws[at + 1].norm == "of"):
        end = at + (2 if ws[at].norm in _ALONE else 3)
    else:
        end = next((stop for stop in range(at + 2, min(len(ws), at + _LONGEST) + 1) if ws[stop - 1].norm in _END), len(ws) + 1)
        if ws[at].norm in _OWNED or any(not word.capital for word in ws[at + 1 : end]):
            return at
    inside = ws[at : min(end, len(ws))]
    if end > len(ws) or not inside[-1].capital or any(word.possessive for word in inside[:-1]) or any(word.broken for word in inside[1:]):
        return at
    is_longer_name = end < len(ws) and ws[end].capital and not inside[-1].possessive and not ws[end].broken
    return at if is_longer_name else end
