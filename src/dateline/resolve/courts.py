"""Courts that are called by the town in which they sit: those of several states in The Hague and Strasbourg are not Dutch or French."""

from __future__ import annotations

from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.phraseparts import Parts

#: Towns of which the courts that a text names by them are those of several states.
_SEATS: Final = frozenset({"hague", "strasbourg"})
_AT: Final = frozenset({"in", "at"})
#: Beside a court that is the state's own all the same ("the Dutch district court in The Hague").
_OWN: Final = words_of("resolve.courts.own")
#: The code of bodies of several states.
BODY: Final = "IGO"


def code_of_court(sectors: tuple[str, ...], parts: Parts) -> str | None:
    """The code of a court, its judges or prosecutors, told by the town where courts of several states sit ("judges **in The Hague**").

    In the corpus 14 of 15 such parties are bodies, one is Dutch.
    """
    if sectors[0] != "JUD" or any(_OWN.intersection(it.key.split()) or it.kind == "name" for it in parts.core):
        return None
    seated = (it for prep, tail in parts.tails if prep in _AT for it in tail)
    return BODY if any(_SEATS.intersection(it.key.split()) for it in seated) else None
