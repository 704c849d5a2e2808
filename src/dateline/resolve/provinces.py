"""Whose "the governor" and "the mayor" are: of the country where the town or province lies that the text has just named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.anaphora.natures import Lookup
from dateline.resolve.sightings import Sighting
from dateline.types import Phrase, PhraseForm, Resolution

_HEADS: Final = frozenset("governor mayor prefect".split())
_AREAS: Final = words_of("resolve.provinces.areas")


def heads_of_places(
    phrases: Sequence[Phrase], by_sentence: Mapping[int, Sequence[Sighting]], lookup: Lookup, place: Callable[[str], str | None]
) -> dict[Phrase, str]:
    """Governors and mayors without a country of their own, with that of the last town or province named before them.

    Args:
        phrases: the document's noun phrases in text order.
        by_sentence: where each sentence names countries, towns among them.
        lookup: what a phrase refers to by its own words.
        place: the country of a place by its name.
    """
    names: dict[int, list[Phrase]] = {}
    for phrase in phrases:
        if phrase.form is PhraseForm.NAME:
            names.setdefault(phrase.sentence, []).append(phrase)
    found: dict[Phrase, str] = {}
    for phrase in phrases:
        if phrase.form is PhraseForm.PRONOUN or phrase.plural or not _is_head(phrase):
            continue
        own = lookup(phrase).chosen
        if own is None or not own.country:
            code = _nearest(phrase, by_sentence, names, place)
            if code:
                found |= dict.fromkeys((phrase, *_holder(phrase, names.get(phrase.sentence, ()), lookup)), code)
    return found


def _holder(office: Phrase, names: Sequence[Phrase], lookup: Lookup) -> Iterator[Phrase]:
    """The unknown name behind an office's comma ("the governor, **Veniamin Kondratyev**, accused")."""
    for name in names:
        if name.mention.span.start == office.mention.span.end + 2:
            own = lookup(name).chosen
            if own is None or not own.country:
                yield name


def _is_head(phrase: Phrase) -> bool:
    words = phrase.mention.text.lower().split()
    return phrase.head in _HEADS or bool(_HEADS.intersection(words[:2]) and phrase.form is PhraseForm.NAME)


def _nearest(
    phrase: Phrase, by_sentence: Mapping[int, Sequence[Sighting]], names: Mapping[int, Sequence[Phrase]], place: Callable[[str], str | None]
) -> str | None:
    """The country of the last town or area named before a phrase in its sentence or the one before."""
    start = phrase.mention.span.start
    for at in (phrase.sentence, phrase.sentence - 1):
        towns = [(s.start, s.country) for s in by_sentence.get(at, ()) if s.kind == "town" and s.end <= start]
        areas = [p.mention for p in names.get(at, ()) if p.head in _AREAS and " " in p.mention.text and p.mention.span.end <= start]
        towns += [(area.span.start, code) for area in areas if (code := place(area.text))]
        if towns:
            return max(towns)[1]
    return None


def by_the_text(found: Resolution, phrase: Phrase, here: Iterable[Sighting], seen: Sequence[Sighting], totals: Mapping[str, int]) -> str | None:
    """The country of a province that two states have ("**Punjab's** police"), which the text names and not the other that the phrase alone suggests.

    Args:
        found: what the phrase was read as.
        phrase: the phrase.
        here: where its sentence names countries.
        seen: where the document does.
        totals: how often the document names each.
    """
    if found.method != "composition" or found.chosen is None or not found.chosen.country or found.chosen.country in totals:
        return None
    span = phrase.extended or phrase.mention.span
    towns = {(s.country, s.name) for s in here if s.kind == "town" and span.start <= s.start and s.end <= span.end}
    code, name = next(iter(towns)) if len(towns) == 1 else (None, "")
    return code if any(s.country == code and s.name != name for s in seen) else None
