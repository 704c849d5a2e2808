"""Whose "the rebels", "the group" and "the insurgents" are: of the country of the armed group that the text has named, whoever backs it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dateline.resolve.anaphora.natures import Lookup
from dateline.resolve.belonging import BODIES
from dateline.resolve.nounsectors import ARMED
from dateline.types import Phrase, PhraseForm

#: Nouns for an armed group and for its members.
_NOUNS: Final = frozenset("rebels insurgents guerrillas paramilitaries militiamen fighters militants".split())
#: Nouns for a group of any kind, so that the nearest body of any kind is meant.
_GROUPS: Final = frozenset("group movement militia organisation organization".split())
_READ: Final = frozenset({"organisation", "composition", "group"})
#: How many sentences back the group may be named.
_REACH: Final = 4


def of_the_group(phrases: Sequence[Phrase], text: str, lookup: Lookup) -> dict[Phrase, str]:
    """Definite nouns for an armed group without a country, with that of the last armed group named before, where its sentence names those of one country.

    Args:
        phrases: the document's noun phrases in text order.
        text: the canonical text.
        lookup: what a phrase refers to by its own words.
    """
    named: dict[int, list[str | None]] = {}
    found: dict[Phrase, str] = {}
    for phrase in phrases:
        if phrase.form is PhraseForm.PRONOUN:
            continue
        read = lookup(phrase)
        own = read.chosen
        if own and own.country and read.method in _READ and not _is_states(own.sectors):
            armed = own.sectors[:1] and own.sectors[0] in ARMED and own.country not in BODIES
            named.setdefault(phrase.sentence, []).append(own.country if armed else None)
        elif (own is None or not own.country) and _is_bare(phrase, text) and (code := _last(phrase, named)):
            found[phrase] = code
    return found


def _is_states(sectors: Sequence[str]) -> bool:
    return bool(sectors) and sectors[0] in {"GOV", "MIL", "COP", "LEG", "JUD", "SPY"}


def _is_bare(phrase: Phrase, text: str) -> bool:
    """Whether a phrase is "the" and the noun alone."""
    span = phrase.mention.span
    if (phrase.head not in _NOUNS and phrase.head not in _GROUPS) or phrase.mention.text.lower() != phrase.head:
        return False
    if phrase.extended is not None and phrase.extended.end > span.end:
        return False
    return text[max(0, span.start - 4) : span.start].lower() == "the "


def _last(phrase: Phrase, named: Mapping[int, Sequence[str | None]]) -> str | None:
    """The country of the last armed group: for "the group" no other body may be named since."""
    for at in range(phrase.sentence, phrase.sentence - _REACH - 1, -1):
        found = [code for code in named.get(at, ()) if code or phrase.head not in _NOUNS]
        if found:
            return found[-1] if len({code for code in found if code}) == 1 else None
    return None
