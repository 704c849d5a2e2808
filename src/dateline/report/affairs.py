"""The affairs that the documents of a brief tell of: documents that tell of the same events belong together, and those beside them that are about the same parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.report.acts import Act
from dateline.types import Coded

#: Fewer documents than this that tell of the same events are no affair of their own.
DOCUMENTS: Final = 3
#: More affairs than this are a list, no page.
AFFAIRS: Final = 4
#: Affairs that hold less than this share of the acts, together, do not divide a brief: most of it is of other things.
MOST: Final = 0.75
#: A party in so large a share of the acts is what an affair is about.
ABOUT: Final = 0.5
#: An affair is called after so many parties at most, each in so large a share of the acts of the first.
NAMED: Final = 3
_SHARE: Final = 0.25


@dataclass(frozen=True, slots=True)
class Affair:
    """Documents (their indices) with their acts; ``parties`` those in most of them, the one in most first."""

    documents: tuple[int, ...]
    acts: tuple[Act, ...]
    parties: tuple[str, ...]

    def published(self, coded: Sequence[Coded]) -> tuple[date, date] | None:
        """The first and the last day on which its documents were published, as far as they tell it."""
        days = [day for one in self.documents if (day := coded[one].document.published) is not None]
        return (min(days), max(days)) if days else None


def affairs(found: Sequence[Act]) -> tuple[Affair, ...]:
    """The affairs, the one with most acts first; none where the documents are mostly of other things.

    Documents belong together where they tell of one event, in a row too. What is left joins the affair whose main parties most of its acts are
    about.
    """
    groups = _sharing(found)
    large = [one for one in groups if len(one) >= DOCUMENTS]
    made = [_affair(one, found) for one in large]
    joined: list[set[int]] = [set(one.documents) for one in made]
    for rest in (one for one in groups if len(one) < DOCUMENTS):
        place = _nearest([act for act in found if act.document in rest], made)
        if place is not None:
            joined[place] |= rest
    whole = sorted((_affair(one, found) for one in joined), key=lambda one: (-len(one.acts), one.documents))[:AFFAIRS]
    return tuple(whole) if sum(len(one.acts) for one in whole) >= MOST * len(found) else ()


def tellers(found: Sequence[Act]) -> dict[str, set[int]]:
    """By event the documents that tell it."""
    tell: dict[str, set[int]] = {}
    for act in found:
        tell.setdefault(act.mention.event_id, set()).add(act.document)
    return tell


def _sharing(found: Sequence[Act]) -> list[set[int]]:
    """Documents that tell of one event, in a row too, in the order of the first of each."""
    groups: list[set[int]] = []
    for documents in tellers(found).values():
        apart = [one for one in groups if not one & documents]
        groups = [*apart, documents.union(*(one for one in groups if one & documents))]
    return sorted(groups, key=min)


def _affair(documents: set[int], found: Sequence[Act]) -> Affair:
    own = tuple(act for act in found if act.document in documents)
    counts = _counts(own)
    most = max(counts.values(), default=0)
    named = sorted((name for name, number in counts.items() if number >= _SHARE * most), key=lambda name: (-counts[name], name))
    return Affair(tuple(sorted(documents)), own, tuple(named[:NAMED]))


def _counts(acts: Sequence[Act]) -> Mapping[str, int]:
    return Counter(name for act in acts for name in {*act.doers, *act.targets})


def _nearest(acts: Sequence[Act], made: Sequence[Affair]) -> int | None:
    """The place of the affair whose main parties most of the acts are about."""
    shared = list(_shared(acts, made))
    best = max(shared, default=0)
    return shared.index(best) if best > ABOUT * len(acts) else None


def _shared(acts: Sequence[Act], made: Sequence[Affair]) -> Iterator[int]:
    for one in made:
        main = {name for name, number in _counts(one.acts).items() if number >= ABOUT * len(one.acts)}
        yield sum(bool(main & {*act.doers, *act.targets}) for act in acts)
