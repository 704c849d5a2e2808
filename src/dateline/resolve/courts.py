"""Courts of several states, told by the town in which they sit, which is not their state ("judges in The Hague"), or by a chamber that no other has."""

from __future__ import annotations

from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.phraseparts import Parts
from dateline.resolve.scan import Item

#: Towns of which the courts that a text names by them are those of several states.
_SEATS: Final = frozenset({"hague", "strasbourg"})
#: Those whose court has prosecutors.
_PROSECUTING: Final = frozenset({"hague"})
_AT: Final = frozenset({"in", "at"})
#: Beside a court that is the state's own all the same ("the Dutch district court in The Hague").
_OWN: Final = words_of("resolve.courts.own")
#: Chambers that courts of several states have, and no court of one by these names alone (Rome Statute, article 34; European Convention, article 26).
_CHAMBERS: Final = frozenset({"trial chamber", "pre trial chamber", "pretrial chamber", "appeals chamber", "grand chamber"})
#: The code of bodies of several states.
BODY: Final = "IGO"


def code_of_court(sectors: tuple[str, ...], parts: Parts) -> str | None:
    """The code of a court, its judges or prosecutors, told by the town where courts of several states sit ("judges **in The Hague**", "**Strasbourg** judges").

    In the corpus 14 of 15 such parties are bodies, one is Dutch.
    """
    if sectors[0] != "JUD" or any(_OWN.intersection(it.key.split()) or it.kind == "name" for it in parts.core):
        return None
    seats = _PROSECUTING if any(it.key.startswith("prosecut") for it in parts.core) else _SEATS
    if any(seats.intersection(it.key.split()) for it in parts.core):
        return BODY
    seated = (it for prep, tail in parts.tails if prep in _AT for it in tail)
    return BODY if any(seats.intersection(it.key.split()) for it in seated) else None


def code_of_chamber(head: Item) -> str | None:
    """The code of a chamber of a court of several states, where no words beside its noun tell a state ("the **Appeals Chamber**")."""
    return BODY if head.key.removesuffix("s") in _CHAMBERS else None
