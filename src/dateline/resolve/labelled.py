"""The items of a roundup, each labelled with who acts in it: "**Chile:** The foreign ministry condemned the raid. It recalled its envoy."

Each is a statement of its own: what "it" or "the ministry" stands for is not looked for in another item, and a state that is named nowhere but in its own
item has no part in the others.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.resolve.sections import Sections
from dateline.resolve.sightings import Sighting
from dateline.types import BlockKind, Document, Participant, Phrase, Span

#: So many labelled paragraphs are a roundup: one alone may be a headline ("Chile: the long road back").
_LEAST: Final = 2
#: A label, with what parts it from its item; a hyphen does so between spaces only.
_LABEL: Final = re.compile(r"([^\n:.;–—]{2,60}?)(?::| [–—-])\s")
#: What stands in a label beside names.
_BETWEEN: Final = re.compile(r"(?:\s|,|&|/|\*|\b(?:and|the)\b)*", re.IGNORECASE)
_LABELS: Final = frozenset({"country", "capital", "body"})
#: Sectors of what is a state's own.
_OFFICES: Final = frozenset({"GOV", "MIL", "LEG", "JUD"})
#: Score of whom a label names for what goes on behind it.
_SCORE: Final = 0.7


@dataclass(frozen=True, slots=True)
class Item:
    """A labelled paragraph: where it stands, where its text begins behind the label, and the codes of those whom the label names."""

    span: Span
    start: int
    codes: frozenset[str]


class Items:
    """The items of a document, none where it is no roundup.

    Args:
        document: the document.
        sightings: where it names countries and bodies, in text order.
        names: where its names that tell a country stand, with that.
        sections: what stands under headings of places.
    """

    def __init__(
        self, document: Document, sightings: Sequence[Sighting], names: Iterable[tuple[Span, str]] = (), sections: Sections | None = None
    ) -> None:
        self._sections = sections
        seen = ((one.start, one.end, one.country) for one in sightings if one.kind in _LABELS)
        found = list(_labelled(document, sorted({*seen, *((span.start, span.end, code) for span, code in names)})))
        self._items = found if len({one.codes for one in found}) >= _LEAST else []
        self._starts = [one.span.start for one in self._items]
        told: dict[str, set[Item | None]] = {}
        for one in sightings if self._items else ():
            told.setdefault(one.country, set()).add(self._at(one.start))
        #: The item in which alone a state is named that labels it.
        self._only = {code: one for one in self._items for code in one.codes if told.get(code) == {one}}

    def _at(self, place: int) -> Item | None:
        """The item in which a place of the text lies."""
        at = bisect_right(self._starts, place)
        return self._items[at - 1] if at and place < self._items[at - 1].span.end else None

    def elsewhere(self, place: int) -> frozenset[str]:
        """The states that are named in items of their own alone, none of which is that at a place of the text."""
        here = self._at(place) if self._only else None
        headed = self._sections.elsewhere(place) if self._sections else frozenset()
        return headed | frozenset(code for code, item in self._only.items() if item is not here)

    def within(self, references: Mapping[Span, tuple[Phrase, ...]]) -> dict[Span, tuple[Phrase, ...]]:
        """References without those to what stands in another item, or under the heading of another state."""
        if not self._items and not self._sections:
            return dict(references)
        return {span: found for span, found in references.items() if all(self._is_open(span.start, one.mention.span.start) for one in found)}

    def _is_open(self, place: int, antecedent: int) -> bool:
        if self._sections and self._sections.are_apart(place, antecedent):
            return False
        there = self._at(antecedent)
        return there is None or there is self._at(place)

    def going_on(self, phrase: Phrase, parties: Sequence[Participant], before: Sequence[Participant]) -> tuple[Participant, ...]:
        """The party of an item's "it" that opens it, or that nothing else tells: whom its label names, where that is one, and it is one of the parties
        ``before`` it.

        Args:
            phrase: the pronoun.
            parties: what it stands for so far.
            before: the subjects of the sentence before, where that is of the item; none at the head of the item.
        """
        item = self._at(phrase.mention.span.start) if phrase.subject and phrase.mention.text.lower() == "it" else None
        if item is None or len(item.codes) != 1 or len(parties) != 1 or (parties[0].country is not None and phrase.mention.span.start > item.start):
            return tuple(parties)
        if before and not any(one.country in item.codes or (one.country is None and one.sector in _OFFICES) for one in before):
            return tuple(parties)
        return (replace(parties[0], entity=None, country=next(iter(item.codes)), sector="GOV", sectors=("GOV",), score=_SCORE, method="reference", candidates=()),)

    def together(self, one: int, other: int) -> bool:
        """Whether two places of the text lie in one item."""
        item = self._at(one)
        return item is not None and item is self._at(other)


def _labelled(document: Document, names: Sequence[tuple[int, int, str]]) -> Iterator[Item]:
    """The paragraphs that open with names of states or bodies alone, parted from what follows; ``names`` are start, end and code, in text order."""
    for block in document.blocks:
        label = _LABEL.match(document.text, block.span.start, block.span.end) if block.kind is BlockKind.PARAGRAPH else None
        if label is None:
            continue
        first, last = label.span(1)
        here = [one for one in names[bisect_left(names, (first, 0, "")) : bisect_left(names, (last, 0, ""))] if one[1] <= last]
        rest = list(document.text[first:last])
        for start, end, _ in here:
            rest[start - first : end - first] = " " * (end - start)
        if here and _BETWEEN.fullmatch("".join(rest)) is not None:
            yield Item(block.span, label.end(), frozenset(code for _, _, code in here))
