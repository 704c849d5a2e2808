"""Whose the diplomats of a story are: the one state that it says sends them, not the one that they are in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.anaphora.natures import Lookup, by_sentence
from dateline.resolve.anaphora.words import SAYING
from dateline.resolve.belonging import BODIES
from dateline.types import Phrase, PhraseForm, Span

_POSTED: Final = words_of("resolve.missions.posted")
_HEADS: Final = frozenset("head chief deputy".split())
_OF_MISSION: Final = re.compile(r"\b(?:head|chief|deputy) of (?:the |its )?(?:diplomatic )?(?:mission|embassy|consulate)$", re.I)
#: Sentences from a lone diplomat within which the sending state is named.
_REACH: Final = 4
_NAME_AFTER: Final = re.compile(r",?\s+")
_NAME_BEFORE: Final = re.compile(r",\s+(?:the |its |an? |[A-Z]\w+['’]s )?")


def of_the_sending_state(phrases: Sequence[Phrase], text: str, lookup: Lookup) -> dict[Phrase, str]:
    """Diplomats without a country of their own, and the names beside them, with the one state that the story says sends any.

    Whoever only says something is left out: diplomats without a name speak for any state.

    Args:
        phrases: the document's noun phrases in text order.
        text: the canonical text.
        lookup: what a phrase refers to by its own words.
    """
    posted = [p for p in phrases if p.form is PhraseForm.NOMINAL and _is_posted(p)]
    sent = {p: code for p in posted if (code := _country(p, lookup)) and code not in BODIES}
    if not sent:
        return {}
    states, found = set(sent.values()), {}
    near = {one.sentence + step for one in sent for step in range(-_REACH, _REACH + 1)}
    for phrase in posted if len(states) == 1 else ():
        if phrase.sentence in near and not _country(phrase, lookup) and not _owned(phrase) and not _speaks(phrase, text):
            found[phrase] = next(iter(states))
    beside = by_sentence(p for p in phrases if p.form is PhraseForm.NAME)
    for phrase, code in {**sent, **found}.items():
        found |= dict.fromkeys(_names(phrase, beside.get(phrase.sentence, ()), text, lookup), code)
    return found


def _is_posted(phrase: Phrase) -> bool:
    return phrase.head in _POSTED or (phrase.head in _HEADS and _OF_MISSION.search(phrase.mention.text) is not None)


def _country(phrase: Phrase, lookup: Lookup) -> str | None:
    chosen = lookup(phrase).chosen
    return chosen.country if chosen else None


def _owned(phrase: Phrase) -> bool:
    """Whether words beside a noun may say whose it is: "its embassy", "Western diplomats", "an embassy of"."""
    words = phrase.mention.text.split()
    led = phrase.extended is not None and phrase.extended.end > phrase.mention.span.end
    return any(word[0].isupper() for word in words[:-1]) or (led and phrase.head in _POSTED)


def _speaks(phrase: Phrase, text: str) -> bool:
    return SAYING.match(text, phrase.mention.span.end + 1) is not None


def _names(office: Phrase, names: Sequence[Phrase], text: str, lookup: Lookup) -> Iterator[Phrase]:
    """The unknown names right beside an office: "its ambassador, **Raquel Serur**", "**Roberto Canseco**, the head of the mission"."""
    own = office.mention.span
    for name in names if not office.plural else ():
        if _country(name, lookup):
            continue
        at = name.mention.span
        after = own.end < at.start and _is_between(_NAME_AFTER, text, Span(own.end, at.start))
        if after or (at.end < own.start and _is_between(_NAME_BEFORE, text, Span(at.end, own.start))):
            yield name


def _is_between(pattern: re.Pattern[str], text: str, span: Span) -> bool:
    return pattern.fullmatch(text, span.start, span.end) is not None
