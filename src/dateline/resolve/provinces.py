"""Whose "the governor" and "the mayor" are: of the country where the town or province lies that the text has just named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dateline.resolve.natures import Lookup
from dateline.resolve.sightings import Sighting
from dateline.types import Phrase, PhraseForm

_HEADS: Final = frozenset("governor mayor prefect".split())
#: Before a town's name they open an office of it ("governor of Tula", "Mayor Klitschko").
_PLACES: Final = frozenset({"town"})


def heads_of_places(phrases: Sequence[Phrase], by_sentence: Mapping[int, Sequence[Sighting]], lookup: Lookup) -> dict[Phrase, str]:
    """Governors and mayors without a country of their own, with that of the last town or province named before them.

    Args:
        phrases: the document's noun phrases in text order.
        by_sentence: where each sentence names countries, towns among them.
        lookup: what a phrase refers to by its own words.
    """
    found: dict[Phrase, str] = {}
    for phrase in phrases:
        if phrase.form is PhraseForm.PRONOUN or phrase.plural or not _is_head(phrase):
            continue
        own = lookup(phrase).chosen
        if own is None or not own.country:
            code = _nearest(phrase, by_sentence)
            if code:
                found[phrase] = code
    return found


def _is_head(phrase: Phrase) -> bool:
    words = phrase.mention.text.lower().split()
    return phrase.head in _HEADS or bool(_HEADS.intersection(words[:2]) and phrase.form is PhraseForm.NAME)


def _nearest(phrase: Phrase, by_sentence: Mapping[int, Sequence[Sighting]]) -> str | None:
    start = phrase.mention.span.start
    for back in (0, 1):
        towns = [s for s in by_sentence.get(phrase.sentence - back, ()) if s.kind in _PLACES and s.end <= start]
        if towns:
            return towns[-1].country
    return None
