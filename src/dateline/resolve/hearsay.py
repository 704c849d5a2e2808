"""Whom "they", "some" and "others" stand for in what an official says: not the official's own state, unless the text has spoken of several of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.types import Phrase, PhraseForm

#: Words for somebody out of several, or for nobody that is named.
_ANYBODY: Final = frozenset("some others many several somebody someone few another certain".split())
_THEY: Final = frozenset({"they"})
#: Sectors of those who speak for a state.
_OFFICIAL: Final = frozenset({"GOV", "MIL", "LEG", "SPY", "COP"})


def is_official(speaker: Phrase, sectors: Sequence[str]) -> bool:
    """Whether one person or office speaks for a state ("the interior minister", not "soldiers")."""
    return not speaker.plural and speaker.form is not PhraseForm.PRONOUN and bool(_OFFICIAL.intersection(sectors[:1]))


def is_anybody(phrase: Phrase) -> bool:
    """Whether a phrase is a bare word for somebody out of several ("**some** have attacked our convoys")."""
    return phrase.mention.text.lower() in _ANYBODY


def is_they(phrase: Phrase) -> bool:
    """Whether a phrase is "they"."""
    return phrase.form is PhraseForm.PRONOUN and phrase.mention.text.lower() in _THEY


def several_before(phrase: Phrase, plurals: Sequence[Phrase], speaker: Phrase) -> list[Phrase]:
    """Those of whom the text has spoken in the sentence so far and the one before, and of whom the phrase may be or be part."""
    start = phrase.mention.span.start
    return [
        p
        for p in plurals
        if p.mention.span.end <= start
        and p.sentence >= phrase.sentence - 1
        and p.form is not PhraseForm.PRONOUN
        and not is_anybody(p)
        and not p.mention.span.overlaps(speaker.mention.span)
    ]
