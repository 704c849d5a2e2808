"""Where a sentence names a country: by its name, adjective, people, capital, a town, an organisation or a person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.namekeys import Word, words
from dateline.ontology.wordlists import pattern_of, words_of
from dateline.resolve.entries import is_forgotten, names_of_the_day
from dateline.resolve.phraseparts import RANKS
from dateline.resolve.scan import Item
from dateline.resolve.treaties import is_named_for
from dateline.types.value import value

_IN: Final = words_of("resolve.sightings.in")
_WAY: Final = words_of("resolve.sightings.way")
_BETWEEN: Final = words_of("resolve.sightings.between")
_JOINS: Final = words_of("resolve.sightings.joins")
#: Nouns of bodies whose names go on with what they are on ("Intergovernmental **Authority on** Development").
_ON: Final = frozenset("authority commission committee conference council forum panel".split())
_AMERICAN: Final = words_of("resolve.sightings.american")
_CANADIAN: Final = words_of("resolve.sightings.canadian")
#: Characters behind a town that may hold its division's abbreviation, or the words before its country.
_BEHIND: Final = 24
#: What stands between a town and the state or division that holds it: "Perth, Scotland", "Tripoli **in northern** Lebanon".
_WITHIN: Final = re.compile(r", | in (?:the )?(?:(?:(?:north|south)(?:-?(?:east|west))?(?:ern)?|(?:east|west)(?:ern)?|central) )?(?:of )?")
#: What a place that may be too small for the gazetteer is called, and what stands between it and the state or division that holds it.
_VILLAGE: Final = rf" (?:{pattern_of('resolve.sightings.villages')})\b"
_HELD: Final = re.compile(
    rf"(?:{_VILLAGE}(?:,| in| of| near)| in) (?:the )?(?:[A-Z][\w'’-]+ (?:[A-Z][\w'’-]+ ){{0,3}}(?:of|in) (?:the )?)?(?:(?:north|south|east|west|central)[a-z-]* )?"
)
_CALLED_VILLAGE: Final = re.compile(rf" (?:{pattern_of('resolve.sightings.hamlets')})\b")
#: A town of so many people is meant by its name whatever stands behind it.
_WORLDLY: Final = 500_000
_FAR: Final = 90
_KINDS: Final = {"country": "country", "adjective": "adjective", "people": "adjective", "group": "adjective", "capital": "capital",
                 "metonym": "capital", "division": "town", "organisation": "body", "person": "person"}  # fmt: skip
#: A town with less than this share of its namesake's population is not meant where a text does not say so.
NAMESAKE: Final = 0.1
#: Sentences longer than this are lists; what stands beyond is not read.
_MAX_WORDS: Final = 400


@value(frozen=True, slots=True)
class Sighting:
    """A country named at ``[start, end)`` of the document. ``kind``: country, adjective, capital, body, person or town.

    ``where`` is the kind of preposition before it: ``in``, ``way`` or nothing. ``name`` is that of a town; ``country`` is empty where the
    name alone does not tell it.
    """

    country: str
    sentence: int
    start: int
    end: int
    kind: str
    where: str = ""
    name: str = ""


def find_sightings(
    text: str, sentence: int, offset: int, day: str, read: Callable[[Sequence[Word], str], Sequence[Item]], country_of: Callable[[str], str | None],
    spoken: str = "",
) -> list[Sighting]:  # fmt: skip
    """The countries that a sentence names, in text order, and the towns after a preposition of which no country is told.

    Args:
        text: the sentence.
        sentence: its index.
        offset: where it starts in the document.
        day: ISO day of publication, or nothing.
        read: the items of a stretch, from its words and its text.
        country_of: country of a town.
        spoken: ISO day on which it was written, where that is another.
    """
    ws = words(text)[:_MAX_WORDS]
    found = []
    for low, high in _stretches(ws):
        part = ws[low:high]
        items = names_of_the_day(read(part, text[part[0].start : part[-1].end]), day, spoken)
        at = 0
        while at < len(items):
            country, kind, size = _read(items, at, day, country_of)
            if (kind in {"capital", "town"} or (kind == "adjective" and country == "EUR")) and is_named_for(ws, low + items[at].start, low + items[at + size - 1].end):
                country, kind = None, ""
            where = _where(ws, low + items[at].start) if country or kind == "town" else ""
            if country or where:
                first, last = items[at], items[at + size - 1]
                start, end = part[first.start].start, part[last.end - 1].end
                name = " ".join(it.key for it in items[at : at + size]) if kind == "town" else ""
                found.append(Sighting(country or "", sentence, offset + start, offset + end, kind, where, name))
            at += size
    return found


def in_division(seen: Sequence[Sighting], written: Callable[[Sighting, int], str], readings: Callable[[str], Mapping[str, int]]) -> list[Sighting]:
    """The sightings with towns and capitals in the country or division that is said to hold them ("**Perth**, Scotland", "**Paris**, Texas",
    "**Pontiac**, Mich.", "**Tripoli** in northern Lebanon"), where that has a town of the name.

    Args:
        seen: the sightings of all sentences in text order.
        written: what stands at a sighting and so many characters behind it.
        readings: population by country of the towns and regions of a name (0 for a region).
    """
    found = list(seen)
    held: dict[tuple[str, str], str] = {}
    for at, one in enumerate(seen):
        if one.kind not in {"town", "capital"}:
            continue
        if code := _held_by(seen, at, written, readings):
            held[one.name, one.country] = code
            found[at] = replace(one, country=code)
            continue
        name, behind = written(one, 0), written(one, _BEHIND)[one.end - one.start :]
        link = _WITHIN.match(behind)
        if link is None:
            continue
        after = seen[at + 1] if at + 1 < len(seen) and seen[at + 1].sentence == one.sentence and seen[at + 1].start == one.end + link.end() else None
        states = _short(behind[link.end() :]) or (_holding(after, written(after, 0), readings) if after else [])
        name = " ".join(word.norm for word in words(name))
        fitting = [code for code in states if code in readings(name)] if states and one.country not in states[:1] else []
        if len(fitting) == 1 and fitting[0] != one.country:
            found[at] = replace(one, country=fitting[0], kind="town", name=name)
    return [replace(one, country=held[one.name, one.country]) if one.kind == "town" and (one.name, one.country) in held else one for one in found]


def _held_by(
    seen: Sequence[Sighting], at: int, written: Callable[[Sighting, int], str], readings: Callable[[str], Mapping[str, int]]
) -> str | None:
    """The state in which a village or town is told to be, though the gazetteer knows none of its name there ("**Kuchi** village in Nigeria's Kebbi State",
    "the village of Kuchi in Kebbi")."""
    one = seen[at]
    if one.kind != "town" or readings(one.name).get(one.country, 0) >= _WORLDLY:
        return None
    link = _HELD.match(written(one, _FAR)[one.end - one.start :])
    reached = one.end + link.end() if link else -1
    after = next((other for other in seen[at + 1 : at + 4] if other.sentence == one.sentence and link and one.end + link.start() < other.start <= reached), None)
    if after is None or after.kind not in {"country", "adjective", "town"} or not after.country:
        return None
    if after.kind == "town" and 0 not in readings(after.name).values():
        return None
    return after.country if after.country != one.country else None


def _short(behind: str) -> list[str]:
    """The state whose division a text abbreviates ("**Mich.**, truck works")."""
    short = behind.partition(" ")[0].rstrip(",;").lower()
    return ["USA"] if short in _AMERICAN else ["CAN"] if short in _CANADIAN else []


def _holding(after: Sighting, text: str, readings: Callable[[str], Mapping[str, int]]) -> list[str]:
    """The states that a name behind a town's comma may say: a country, or those that have a division of the name."""
    key = " ".join(word.norm for word in words(text))
    divisions = [code for code, people in readings(key).items() if not people]
    return [*divisions, after.country] if after.kind == "country" and after.country not in divisions else divisions


def placed(
    seen: Sequence[Sighting],
    readings: Callable[[str], Mapping[str, int]],
    confusable: Callable[[str, str], bool],
    divisions: Callable[[str], Collection[str]] = lambda _: (),
    villages: Callable[[Sighting], bool] = lambda _: False,
) -> list[Sighting]:
    """The sightings of a document with the country of each town settled by those that the document names otherwise.

    A town whose name tells no country takes the one named country that has a town of the name ("in **Hajin**", of a text about Syria). One
    whose name tells a country which the document does not name takes the one that it names and that has a division of the name ("**Bari**" of a
    text about Somalia), else the document's most frequent one, where that has a region or no much smaller town of the name ("**Palma**" beside
    "Pemba"); where it is only spelt like the name of another country's town, it tells nothing. The
    rest are left out.

    Args:
        seen: the sightings of all sentences.
        readings: population by country of the towns and regions of a name.
        confusable: whether a name is only spelt like that of a country's town.
        divisions: the countries that have a first-level division or known region of a name.
        villages: whether a sighting is called a village, which is no town that all know.
    """
    if not any(one.kind == "town" for one in seen):
        return list(seen)
    hamlets = {(one.name, one.country) for one in seen if _is_village(one, seen, villages)}
    seen = [replace(one, country="") if one.kind == "town" and (one.name, one.country) in hamlets else one for one in seen]
    counts = Counter(one.country for one in seen if one.country)
    told: dict[str, set[str]] = {}
    for one in seen:
        if one.country:
            told.setdefault(one.country, set()).add(one.name)
    found = []
    for one in seen:
        country = one.country
        if one.kind == "town" and not (country and told[country] != {one.name}):
            country = _by_division(one, counts, divisions(one.name)) or _by_others(one, counts, readings(one.name))
            if country and counts.keys() - {country} and confusable(one.name, country):
                country = ""
        if country:
            found.append(one if country == one.country else replace(one, country=country))
    return found


def _is_village(one: Sighting, seen: Sequence[Sighting], villages: Callable[[Sighting], bool]) -> bool:
    """Whether a town's name is a village's here, of a text that names other states and not the town's."""
    if one.kind != "town" or not one.country or not villages(one):
        return False
    others = {other.country for other in seen if other.name != one.name or other.kind != "town"} - {""}
    return bool(others) and one.country not in others


def is_village(behind: str) -> bool:
    """Whether what stands behind a name says that it is a village's."""
    return _CALLED_VILLAGE.match(behind) is not None


def _by_division(one: Sighting, counts: Counter[str], divisions: Collection[str]) -> str:
    """The one named country that has a division of the name of a town that another country has."""
    held = [code for code in divisions if counts[code]] if one.country not in divisions else []
    return held[0] if one.country and len(held) == 1 else ""


def _by_others(one: Sighting, counts: Counter[str], known: Mapping[str, int]) -> str:
    """The country of a town by what else the document names: see :func:`placed`."""
    if not one.country:
        named = [code for code in known if counts[code]] if one.name not in _BETWEEN else []
        return named[0] if len(named) == 1 else ""
    if not known.get(one.country, 1):
        same = [code for code in known if code != one.country and not known[code] and counts[code]]
        return max(same, key=lambda code: counts[code], default=one.country)
    top = max((code for code in counts if code != one.country), key=lambda code: (counts[code], code), default="")
    if top not in known or counts[top] < counts[one.country]:
        return one.country
    largest = known.get(one.country, 0)
    return top if largest and (not known[top] or known[top] >= NAMESAKE * largest) else one.country


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
        while after := _joined(ws, end):
            end = after
        yield max(0, at - 1), end
        at = end


def _joined(ws: Sequence[Word], at: int) -> int:
    """Where a name goes on to that has reached a word: behind a capital and up to two words that join it ("Republic **of the Congo**")."""
    for index in range(at, min(at + 3, len(ws))):
        if ws[index].capital:
            return index + 1
        if ws[index].norm not in _JOINS and not (ws[index].norm == "on" and ws[index - 1].norm in _ON):
            break
    return 0


def _read(items: Sequence[Item], at: int, day: str, country_of: Callable[[str], str | None]) -> tuple[str | None, str, int]:
    """Country, kind and number of items of what stands at an item."""
    item = items[at]
    if item.entities and item.kind == "name":
        kind = _KINDS.get(item.entities[0].kind, "")
        if kind in {"country", "adjective", "capital", "town"} and item.capital:
            return item.entities[0].country, kind, 1
        if kind in {"body", "person"}:
            if kind == "person" and day and " " not in item.key and is_forgotten(item.entities, day):
                return None, "", 1
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
    if run - at <= 3 and not (at and items[at - 1].key in RANKS and not items[at].broken):
        country = country_of(" ".join(it.key for it in items[at:run]))
        if run - at > 1 or items[at].start > 0 or items[at].possessive:
            return country, "town", run - at
    return None, "", run - at


def _where(ws: Sequence[Word], at: int) -> str:
    while at and ws[at - 1].norm in _BETWEEN:
        at -= 1
    before = ws[at - 1].norm if at else ""
    return "in" if before in _IN else "way" if before in _WAY else ""
