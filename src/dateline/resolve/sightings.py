"""Where a sentence names a country: by its name, adjective, people, capital, a town, an organisation or a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.resolve.knowledge import Knowledge
from dateline.resolve.scan import Item, foreign_names, scan, surname_items
from dateline.resolve.words import Word, words

#: Prepositions before the place of something, and those before where somebody comes from or goes.
_IN: Final = frozenset("in at near inside across around outside throughout within off".split())
_WAY: Final = frozenset("from to into towards toward through over of on".split())
_BETWEEN: Final = frozenset("the northern southern eastern western central north south east west nearby neighbouring neighboring rural".split())
_KINDS: Final = {"country": "country", "adjective": "adjective", "people": "adjective", "group": "adjective", "capital": "capital",
                 "metonym": "capital", "organisation": "body", "person": "person"}  # fmt: skip
#: Sentences longer than this are lists; what stands beyond is not read.
_MAX_WORDS: Final = 400


@dataclass(frozen=True, slots=True)
class Sighting:
    """A country named at ``[start, end)`` of the document. ``kind``: country, adjective, capital, body, person or town.

    ``where`` is the kind of preposition before it: ``in``, ``way`` or nothing.
    """

    country: str
    sentence: int
    start: int
    end: int
    kind: str
    where: str = ""


def find_sightings(
    text: str, sentence: int, offset: int, day: str, base: Knowledge, country_of: Callable[[str], str | None]
) -> list[Sighting]:
    """The countries that a sentence names, in text order.

    Args:
        text: the sentence.
        sentence: its index.
        offset: where it starts in the document.
        day: ISO day of publication, or nothing.
        base: the knowledge base.
        country_of: country of a town.
    """
    ws = words(text)[:_MAX_WORDS]
    items = surname_items(foreign_names(scan(ws, base), base), ws, base)
    found = []
    at = 0
    while at < len(items):
        country, kind, size = _read(items, at, ws, day, country_of)
        if country:
            first, last = items[at], items[at + size - 1]
            where = _where(ws, first.start)
            found.append(Sighting(country, sentence, offset + ws[first.start].start, offset + ws[last.end - 1].end, kind, where))
        at += size
    return found


def _read(items: Sequence[Item], at: int, ws: Sequence[Word], day: str, country_of: Callable[[str], str | None]) -> tuple[str | None, str, int]:
    """Country, kind and number of items of what stands at an item."""
    item = items[at]
    if item.entities and item.kind == "name":
        kind = _KINDS.get(item.entities[0].kind, "")
        if kind in {"country", "adjective", "capital"} and item.capital:
            return item.entities[0].country, kind, 1
        if kind in {"body", "person"}:
            held = [e for e in item.entities if not day or e.holds(day)] or list(item.entities)
            countries = {e.country for e in held}
            return (countries.pop() if len(countries) == 1 else None), kind, 1
        return None, "", 1
    if item.kind != "word" or not item.capital:
        return None, "", 1
    return (*_town(items, at, ws, country_of),)


def _town(items: Sequence[Item], at: int, ws: Sequence[Word], country_of: Callable[[str], str | None]) -> tuple[str | None, str, int]:
    run = at
    while run < len(items) and items[run].kind == "word" and items[run].capital and (run == at or not items[run].broken):
        run += 1
        if items[run - 1].possessive:
            break
    if run - at <= 3:
        country = country_of(" ".join(it.key for it in items[at:run]))
        if country and (run - at > 1 or items[at].start > 0 or items[at].possessive):
            return country, "town", run - at
    return None, "", run - at


def _where(ws: Sequence[Word], at: int) -> str:
    while at and ws[at - 1].norm in _BETWEEN:
        at -= 1
    before = ws[at - 1].norm if at else ""
    return "in" if before in _IN else "way" if before in _WAY else ""
