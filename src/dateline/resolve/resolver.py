"""The resolver: a phrase to an entity, a country and sectors; a place name to coordinates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Final

from dateline.ontology.fieldcodes import country_given
from dateline.ontology.namekeys import Word, key_of, words
from dateline.resolve.compose import OTHERS, Composer, Reading
from dateline.resolve.divisions import with_divisions
from dateline.resolve.entries import names_of_the_day
from dateline.resolve.gazetteer import Gazetteer, PlaceResult
from dateline.resolve.knowledge import Knowledge, load, packaged
from dateline.resolve.namesakes import family_name_of
from dateline.resolve.scan import Item, foreign_names, scan, surname_items
from dateline.resolve.sightings import Sighting, find_sightings, in_division, is_village, placed
from dateline.resolve.treaties import without_towns
from dateline.types import Candidate, Resolution, Sentence

#: Resolutions kept per resolver: a news document has under 2,000 different phrases.
_CACHE = 50_000
#: Readings of phrases kept, under one day where they are the same on all.
_READINGS: Final = 20_000
#: Stands for the day of publication in phrases that mean the same on all.
_ANY_DAY: Final = "2000-01-01"
#: Candidates kept beside the chosen one: a surname such as Kim has dozens of entries, and nobody reads past these.
MAX_CANDIDATES = 9
#: A sentence names few actors; more matches than this are a list.
_MAX_NAMES = 400
#: People of a town that is no village.
_TOWN: Final = 20_000
#: Names offered for one that nobody bears, and how alike they must be: "Algria" and "Algeria" are 0.92, "Uruguay" and "Paraguay" 0.8.
MAX_CLOSE: Final = 3
_CLOSE: Final = 0.75
#: Characters behind a name that may say that it is a village's.
_BEHIND: Final = 12
#: Kinds of entities that are actors by their own names.
_NAMED: Final = frozenset({"country", "organisation"})


class Resolver:
    """Resolves phrases from the package's knowledge base; no server, no network.

    Example:
        >>> Resolver.load().actor("South Korean Defense Minister").chosen.country
        'KOR'
    """

    def __init__(self, base: Knowledge, gazetteer: Gazetteer) -> None:
        self._base = base
        self._gazetteer = gazetteer
        self._composer = Composer(base, gazetteer.country_of)
        self._cached = lru_cache(maxsize=_CACHE)(self._actor)
        self._cached_items = lru_cache(maxsize=_CACHE)(self._items)
        self._cached_reading = lru_cache(maxsize=_READINGS)(self._reading)
        self._cached_place = lru_cache(maxsize=_CACHE)(self._place)
        self._stretches: dict[tuple[str, bool, bool], tuple[Item, ...]] = {}

    @classmethod
    def load(cls, *, actors_file: Path | None = None) -> Resolver:
        """A resolver over the package's data.

        Args:
            actors_file: a file of one's own actors (``docs/actors.md``), which replace the package's of the same names.

        Raises:
            DatelineError: E001 where the file does not exist, E320 where it is malformed, E311 where a table is damaged.
        """
        return cls(packaged() if actors_file is None else load([actors_file]), Gazetteer())

    def actor(
        self,
        text: str,
        *,
        on: date | None = None,
        head: str | None = None,
        extended: str | None = None,
        near: Sequence[str] = (),
        spoken: date | None = None,
    ) -> Resolution:
        """What a phrase refers to.

        Args:
            text: the phrase ("Ukrainian President Volodymyr Zelenskyy").
            on: the day of which the text tells, which decides between a person's offices.
            head: the lower-case head word, where a parse knows it.
            extended: the phrase with its modifiers, searched for a country where the phrase itself gives none.
            near: codes of the countries in play; a bare noun gets the country where there is exactly one.
            spoken: the day on which it was written, where that is another: "Russia" is the Soviet Union in what was written in its days.

        Returns:
            A resolution whose ``chosen`` is ``None`` where nothing in the phrase is known.
        """
        return self._cached(text, _iso(on), extended, tuple(near), _iso(spoken))

    def _actor(self, text: str, day: str, extended: str | None, near: tuple[str, ...], spoken: str) -> Resolution:
        reading = self._read(text, day, near, spoken)
        if reading.country is None and extended and extended != text and reading.method not in {"unknown", "igo", OTHERS}:
            wider = self._read(extended, day, near, spoken)
            if wider.country is not None and wider.method != "near":
                reading = reading.with_country(wider.country, "extended", 0.7)
        if reading.country is None and reading.method not in {"unknown", "ambiguous", OTHERS} and len(set(near)) == 1:
            reading = reading.with_country(near[0], "near", 0.6)
        return _resolution(reading)

    def _read(self, text: str, day: str, near: tuple[str, ...], spoken: str) -> Reading:
        dated = not day or self._is_dated(text)
        return self._cached_reading(text, day if dated else _ANY_DAY, near, spoken if dated else "")

    def _is_dated(self, text: str) -> bool:
        """Whether a phrase names something that is not the same on all days: somebody with offices, a body that was founded or dissolved."""
        return any(e.kind == "person" or e.start or e.stop for item in self._cached_items(text)[1] for e in item.entities)

    def _reading(self, text: str, day: str, near: tuple[str, ...], spoken: str) -> Reading:
        ws, items = self._cached_items(text)
        return self._composer.read(names_of_the_day(items, day, spoken), ws, day, near) if ws else Reading()

    def _items(self, text: str) -> tuple[tuple[Word, ...], tuple[Item, ...]]:
        """The words of a phrase and what the knowledge base makes of them, which depends neither on the day nor on other countries."""
        ws = tuple(words(text))
        return ws, tuple(without_towns(self._scanned(ws), ws)) if ws else ()

    def _scanned(self, ws: Sequence[Word]) -> list[Item]:
        items = surname_items(foreign_names(scan(ws, self._base), self._base), ws, self._base)
        return with_divisions(items, ws, self._gazetteer.divisions_of)

    def family_name(self, text: str) -> str | None:
        """The family name at the end of a phrase that names in full somebody who is not filed, where somebody filed bears it too."""
        _, items = self._cached_items(text)
        return family_name_of(items, self._base.surnames.__contains__)

    def country(self, written: str) -> str | None:
        """The country that a code of three letters or a name says; ``None`` where it is neither."""
        if (code := country_given(written)) is not None:
            return code
        found = self.actor(written)
        return found.chosen.country if found.chosen and found.method == "country" else None

    def place(self, text: str, *, near: Sequence[str] = ()) -> PlaceResult | None:
        """Where a place is; ``near`` prefers its countries. ``None`` where the gazetteer does not know it."""
        return self._cached_place(text, tuple(near))

    def is_filed(self, name: str) -> bool:
        """Whether the knowledge base has a name."""
        return key_of(name) in self._base.names

    def town_tells(self, text: str) -> str | None:
        """The country that a town or region tells by its name alone, or that alone has a town of the name that is no village; ``None`` where it is
        unknown, small or shared."""
        known = self._gazetteer.countries_of(text)
        alone = next(iter(known)) if len(known) == 1 and next(iter(known.values())) >= _TOWN else None
        return self._gazetteer.country_of(text) or alone

    def _place(self, text: str, near: tuple[str, ...]) -> PlaceResult | None:
        return self._gazetteer.place(text, near=near, base=self._base)

    def countries_in(self, text: str) -> tuple[str, ...]:
        """Codes of the countries that a text names (by name, adjective, capital, metonym), the most frequent first."""
        counts: dict[str, int] = {}
        for item in foreign_names(scan(words(text), self._base)[:_MAX_NAMES], self._base):
            if item.is_a("country", "adjective", "people", "capital", "metonym") and item.capital:
                country = item.entities[0].country
                if country:
                    counts[country] = counts.get(country, 0) + 1
        return tuple(sorted(counts, key=lambda code: -counts[code]))

    def sightings(self, text: str, sentence: int, offset: int, *, on: date | None = None, spoken: date | None = None) -> list[Sighting]:
        """Where a sentence that starts at ``offset`` of its document names countries, towns, organisations and persons included."""
        return [one for one in self._sightings(text, sentence, offset, on, spoken) if one.country]

    def document_sightings(
        self, sentences: Sequence[Sentence], *, on: Callable[[int], date | None], spoken: date | None = None
    ) -> list[Sighting]:
        """Where the sentences of a document that was written on a day name countries, read on the day of each; a town of which its name does not tell
        the country has it from the others."""
        seen = [one for s in sentences for one in self._sightings(s.text, s.index, s.span.start, on(s.index), spoken)]
        texts = {s.index: s for s in sentences}

        def written(one: Sighting, behind: int) -> str:
            sentence = texts[one.sentence]
            return sentence.text[one.start - sentence.span.start : one.end - sentence.span.start + behind]

        seen = in_division(seen, written, self._gazetteer.countries_of)
        known = self._gazetteer
        return placed(
            seen, known.countries_of, known.is_confusable, known.divisions_of, lambda one: is_village(written(one, _BEHIND)[one.end - one.start :])
        )

    def _sightings(self, text: str, sentence: int, offset: int, on: date | None, spoken: date | None = None) -> list[Sighting]:
        return find_sightings(text, sentence, offset, _iso(on), self._stretch, self._gazetteer.country_of, _iso(spoken))

    def _stretch(self, ws: Sequence[Word], text: str) -> tuple[Item, ...]:
        """What the knowledge base makes of a stretch of a sentence; its words follow from its text, and from what stands right around it."""
        key = (text, ws[0].broken, ws[-1].glued)
        found = self._stretches.get(key)
        if found is None:
            if len(self._stretches) >= _CACHE:
                self._stretches.clear()
            found = self._stretches[key] = tuple(self._scanned(ws))
        return found

    def spellings(self, name: str, country: str | None) -> tuple[str, ...]:
        """All names under which an organisation or person of a country is filed, its usual name last."""
        filed = {one.spelling for names in self._base.names.values() for one in names if (one.entity.name, one.entity.country) == (name, country)}
        return (*sorted(filed - {name, ""}), name)

    def close_names(self, text: str) -> tuple[tuple[str, str], ...]:
        """Countries and organisations whose names are spelt like a text, the closest first, with their codes."""
        known = [key for key, names in self._base.names.items() if any(one.entity.kind in _NAMED and one.entity.country for one in names)]
        keys = get_close_matches(key_of(text), known, MAX_CLOSE, _CLOSE)
        entities = (next(one.entity for one in self._base.names[key] if one.entity.kind in _NAMED) for key in keys)
        return tuple(dict.fromkeys((one.name, one.country) for one in entities if one.country))

    def country_name(self, code: str) -> str | None:
        """The usual English name of a country code; ``None`` for an unknown code."""
        return self._base.codes.get(code)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _resolution(reading: Reading) -> Resolution:
    entities = list(dict.fromkeys(reading.others))[:MAX_CANDIDATES]
    share = reading.score / 2 or 1 / (len(entities) + 1)  # where it abstains they are all as good
    others = tuple(Candidate(e.name, e.country, e.sectors, round(share, 3), e.detail) for e in entities)
    if reading.method in {"unknown", "ambiguous"} and reading.country is None and not reading.sectors:
        return Resolution(None, others, reading.method)
    chosen = Candidate(reading.entity, reading.country, reading.sectors, round(reading.score, 3), reading.chosen.detail if reading.chosen else "")
    return Resolution(chosen, (chosen, *others), reading.method)
