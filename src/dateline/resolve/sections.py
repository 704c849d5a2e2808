"""Where the acts below a heading or behind a lead-in took place: "## Niger / ### Diffa", "Diffa – Gunmen killed", "BORNO STATE: Troops", "Tame (15 May): ...".

A heading holds for what stands below it up to the next of its rank, a lead-in for its paragraph. The first town of a text with a dash or colon behind it
may be a dateline, which is where a report was written; a division is none, nor are two and more such paragraphs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.datelines import opens_clause
from dateline.ontology.wordlists import pattern_of
from dateline.resolve.belonging import BODIES
from dateline.resolve.gazetteer import PlaceResult
from dateline.resolve.participants import to_place
from dateline.resolve.sightings import Sighting
from dateline.types import Block, BlockKind, Document, Mention, Place, RawMention, Span

#: The place of a name, given the countries in play.
Find = Callable[[str, Sequence[str]], PlaceResult | None]

_NAME: Final = r"[^\W\d_a-z][\w.'’-]*(?: (?:(?:da|de|del|do|al|el|la|le|the|of|and|sur)[ -]){0,2}[^\W\d_a-z][\w.'’-]*){0,4}"
#: A lead-in: names of places with a day in brackets or without, and what parts them from the text.
_LEAD: Final = re.compile(
    rf"(?P<names>{_NAME}(?:(?:,| /|/) ?{_NAME}){{0,3}}(?: \({_NAME}(?:, {_NAME})?\))?)(?: \([^()\n]*\d[^()\n]*\))?(?P<mark>:| [–—-]|\.)\s+(?=\S)"
)
_PARTS: Final = re.compile(r"\s*[,/()]\s*|\s[–—-]\s|:\s")
#: What a place's name has behind it that the gazetteer does not.
_KIND: Final = re.compile(rf"\s(?:{pattern_of('resolve.sections.kinds')})$", re.IGNORECASE)
#: Around the place's name in a heading: its number, and "Security situation in ...".
_HEAD: Final = re.compile(r"^(?:\d+(?:\.\d+)*\.?\s+|[IVX]+\.\s+)?(?:(?:[\w-]+\s+){1,3}(?:in|of)\s+(?=[A-Z]))?(?:the\s+)?")
_LONGEST: Final = 60
_LEAST: Final = 2
#: Kinds of places that report nothing: a text is not sent from a region.
_WIDE: Final = frozenset({"division", "region"})
_ONE_LINE: Final = 5
#: Types of acts that are done somewhere, whatever is said or signed elsewhere.
_ON_THE_GROUND: Final = frozenset({"AID", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"})


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under a place: where, from where on it is the text, the place and its kind."""

    span: Span
    start: int
    place: Place
    kind: str


class Sections:
    """The places of a document's headings and lead-ins.

    Args:
        document: the document.
        sightings: where its sentences name countries.
        find: the place of a name.
        datelines: the places that its datelines name.
    """

    def __init__(self, document: Document, sightings: Sequence[Sighting], find: Find, datelines: Sequence[Mention] = ()) -> None:
        headed = list(_headed(document, find))
        named = {one.country for one in sightings} - BODIES
        leads = _leads(document, headed, named, find)
        if len(leads) < _LEAST and not headed:
            leads = _without_dateline(leads, document, {one.span.start for one in datelines})
        self._headed, self._leads = headed, leads
        self._starts = [one.span.start for one in leads]
        codes = {one.place.country for one in headed if one.place.country}
        self._only = {
            code for code in codes if len(codes) > 1 and all(self.state(one.start) == code for one in sightings if one.country == code)
        }

    def _heading(self, place: int) -> Section | None:
        """The innermost heading's section in which a place of the text lies."""
        return max((one for one in self._headed if one.span.start <= place < one.span.end), key=lambda one: one.start, default=None)

    def lead(self, place: int) -> Section | None:
        """The paragraph with a lead-in in which a place of the text lies."""
        at = bisect_right(self._starts, place) - 1
        return self._leads[at] if at >= 0 and place < self._leads[at].span.end else None

    def place_of(self, raw: RawMention, named: Collection[str]) -> Place | None:
        """Where an act without a place of its own took place.

        Args:
            raw: the act; what is only said or agreed is nowhere.
            named: the states that its sentence names: of a heading's section it is no part where they are others.
        """
        at = raw.trigger.span.start
        if raw.type not in _ON_THE_GROUND:
            return None
        if (lead := self.lead(at)) is not None:
            return lead.place
        heading = self._heading(at)
        return heading.place if heading is not None and not set(named) - BODIES - {heading.place.country} else None

    def state(self, at: int) -> str | None:
        """The state that a heading or lead-in tells for a place of the text."""
        lead, heading = self.lead(at), self._heading(at)
        return next((one.place.country for one in (lead, heading) if one is not None and one.place.country), None)

    def is_label(self, span: Span) -> bool:
        """Whether words are of a lead-in that does nothing: a capital may be its state ("Moscow: Recalled its envoy")."""
        lead = self.lead(span.start)
        return lead is not None and span.end <= lead.start and lead.kind != "capital"

    def elsewhere(self, at: int) -> frozenset[str]:
        """The states that the text names under their own headings alone, none of which is that at a place of the text."""
        return frozenset(self._only - {self.state(at)}) if self._only else frozenset()

    def are_apart(self, one: int, other: int) -> bool:
        """Whether two places of the text stand under headings of two states."""
        states = {self._state_headed(one), self._state_headed(other)}
        return len(states) > 1 and None not in states

    def _state_headed(self, at: int) -> str | None:
        heading = self._heading(at)
        return heading.place.country if heading is not None else None


def _headed(document: Document, find: Find) -> Iterator[Section]:
    """The sections under headings that are a place's name."""
    open_: list[tuple[int, Block, PlaceResult | None]] = []
    for block in document.blocks:
        rank = _rank(document, block, find)
        if rank is None:
            continue
        while open_ and open_[-1][0] >= rank:
            yield from _closed(document, open_.pop(), block.span.start)
        within = next((found.country for _, _, found in reversed(open_) if found is not None and found.country), None)
        open_.append((rank, block, _of_heading(document.slice(block.span), within, find)))
    while open_:
        yield from _closed(document, open_.pop(), len(document.text))


def _rank(document: Document, block: Block, find: Find) -> int | None:
    """The rank of a heading; a line that is nothing but the name of a country or region is one below all that are marked."""
    if block.kind is BlockKind.HEADING:
        return block.level or 1
    text = document.slice(block.span).strip()
    if block.kind is not BlockKind.PARAGRAPH or len(text.split()) > _ONE_LINE or not re.fullmatch(rf"{_NAME}:?", text):
        return None
    found = find(_plain(text), ())
    if found is None or found.kind not in {"country", *_WIDE}:
        return None
    return 90 if found.kind == "country" else 91


def _closed(document: Document, heading: tuple[int, Block, PlaceResult | None], end: int) -> Iterator[Section]:
    _, block, found = heading
    if found is not None:
        words = Mention(document.slice(block.span), block.span)
        yield Section(Span(block.span.end, max(end, block.span.end)), block.span.end, to_place(words, found), found.kind)


def _of_heading(text: str, within: str | None, find: Find) -> PlaceResult | None:
    """The place that a heading names, one of the state of the heading above it."""
    text = _HEAD.sub("", text.strip())
    if len(text) > _LONGEST:
        return None
    first = _PARTS.split(text)[0]
    names = [first] if re.fullmatch(_NAME, first) else []
    near = (within,) if within else ()
    for name in names:
        found = _in_state(find(_plain(name), near), within)
        if found is not None and (within or found.kind in {"country", *_WIDE}):
            return found
    return None


def _plain(name: str) -> str:
    """A name as the gazetteer has it: not in capitals throughout, nor with what it is behind it."""
    name = _KIND.sub("", name.strip(" :.*"))
    return name.title() if name.isupper() else name


def _in_state(found: PlaceResult | None, code: str | None) -> PlaceResult | None:
    """A place, or its namesake in a state, where one is told."""
    if found is None or code is None or found.country == code:
        return found
    return next((replace(one, score=found.score) for one in found.candidates if one.country == code), None)


def _leads(document: Document, headed: Sequence[Section], named: Collection[str], find: Find) -> list[Section]:
    """The paragraphs with a lead-in of places in states that the text names."""
    prose = [block for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    found = []
    for block in prose:
        match = _LEAD.match(document.text, block.span.start, min(block.span.end, block.span.start + 2 * _LONGEST))
        if match is None or not _opens(document.text, match, block.span.end):
            continue
        own = next((one.place.country for one in reversed(headed) if one.place.country and one.span.contains(block.span)), None)
        place = _of_names(match["names"], own, named, find)
        if place is not None:
            words = Mention(match["names"], Span(*match.span("names")))
            found.append(Section(block.span, match.end(), to_place(words, place), place.kind))
    return found


def _without_dateline(leads: Sequence[Section], document: Document, reports: Collection[int]) -> list[Section]:
    """A lone lead-in, unless it is the dateline that opens a text."""
    first = next((block.span for block in document.blocks if block.kind is BlockKind.PARAGRAPH), None)
    return [one for one in leads if one.span != first or (one.kind in _WIDE and one.span.start not in reports)]


def _opens(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the text goes on behind a lead-in's mark as a text of its own."""
    after = text[match.end() : match.end() + 1]
    if match["mark"] == ":":
        return True
    if match["mark"] == ".":
        return not after.islower()
    return opens_clause(text, match.end(), end)


def _of_names(names: str, own: str | None, named: Collection[str], find: Find) -> PlaceResult | None:
    """The narrowest place that a lead-in names, in the heading's state or one that the text names."""
    parts = [_plain(part) for part in _PARTS.split(names) if part.strip()]
    near = (own,) if own else tuple(sorted(named))
    found = [place for part in parts if (place := find(part, near)) is not None]
    codes = [one.country for one in found if one.kind in _WIDE and one.country in near]
    state = own or (codes[0] if codes else None)
    fitting = [place for one in found if (place := _in_state(one, state)) is not None and place.country in near and place.kind != "country"]
    return min(fitting, key=lambda one: one.kind in _WIDE, default=None)
