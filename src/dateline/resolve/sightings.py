"""Where a sentence names a country: by its name, adjective, people, capital, a town, an organisation or a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.resolve.knowledge import Knowledge
from dateline.resolve.scan import Item, foreign_names, scan, surname_items
from dateline.resolve.words import Word, words

#: Prepositions before the place of something, and those before where somebody comes from or goes.
_IN: Final = frozenset("in at near inside across around outside throughout within off".split())
_WAY: Final = frozenset("from to into towards toward through over of on".split())
_BETWEEN: Final = frozenset("the northern southern eastern western central north south east west nearby neighbouring neighboring rural".split())
#: Words inside names ("Ministry of the Interior", "Muammar al-Gaddafi").
_JOINS: Final = frozenset("of the and for al el de da do dos la le du del der van von bin ibn ul".split())
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
    found = []
    for low, high in _stretches(ws):
        part = ws[low:high]
        items = surname_items(foreign_names(scan(part, base), base), part, base)
        at = 0
        while at < len(items):
            country, kind, size = _read(items, at, day, country_of)
            if country:
                first, last = items[at], items[at + size - 1]
                start, end = part[first.start].start, part[last.end - 1].end
                found.append(Sighting(country, sentence, offset + start, offset + end, kind, _where(ws, low + first.start)))
            at += size
    return found


def _stretches(ws: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that may hold names: runs of capitals with what joins them, and the word before.

    Reading these alone takes a third of the time of reading whole sentences, and no name of a country stands elsewhere.
    """
    at = 0
    while at < len(ws):
        if not ws[at].capital:
            at += 1
            continue
        end = at + 1
        while end < len(ws) and (ws[end].capital or (ws[end].norm in _JOINS and end + 1 < len(ws) and ws[end + 1].capital)):
            end += 1
        yield max(0, at - 1), end
        at = end


def _read(items: Sequence[Item], at: int, day: str, country_of: Callable[[str], str | None]) -> tuple[str | None, str, int]:
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
    return _town(items, at, country_of)


def _town(items: Sequence[Item], at: int, country_of: Callable[[str], str | None]) -> tuple[str | None, str, int]:
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
