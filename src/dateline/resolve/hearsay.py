"""Whom "they", "some" and "others" stand for in what an official says: not the official's own state, unless the text has spoken of several of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.anaphora.natures import Lookup
from dateline.resolve.belonging import Known
from dateline.types import Phrase, PhraseForm, RawMention, Span

_ANYBODY: Final = words_of("resolve.hearsay.anybody")
#: Sectors of those who speak for a state.
_OFFICIAL: Final = frozenset({"GOV", "MIL", "LEG", "SPY", "COP"})


@dataclass(frozen=True, slots=True)
class Hearsay:
    """Judges the actors of acts of which officials speak.

    Args:
        plurals: the plural phrases of the document.
        lookup: what a phrase refers to by its own words.
        antecedents: what the phrase of a span refers to.
    """

    plurals: Sequence[Phrase]
    lookup: Lookup
    antecedents: Callable[[Span], tuple[Phrase, ...]]

    def is_anybody(self, raw: RawMention) -> bool:
        """Whether an act is done by "some" or "others" of whom an official speaks, or who come to another's aid, and the text does not say out of whom."""
        if raw.type == "AID" and len(raw.actors) == 1 and raw.recipients and is_anybody(raw.actors[0]):
            return not self._several_before(raw.actors[0])
        speaker = self._official(raw) if len(raw.actors) == 1 and is_anybody(raw.actors[0]) else None
        return speaker is not None and not self._several_before(raw.actors[0], speaker)

    def not_they(self, raw: RawMention, phrase: Phrase, known: Known) -> frozenset[str]:
        """The speaker's own state, where an official's "they" acts and the text has not spoken of several of that state."""
        theirs = known.role == "actors" and phrase.mention.text.lower() == "they" and not self.antecedents(phrase.mention.span)
        speaker = self._official(raw) if theirs else None
        if speaker is None or known.speaker is None:
            return frozenset()
        before = [self.lookup(one).chosen for one in self._several_before(phrase, speaker)]
        return frozenset() if any(one is None or one.country in {None, known.speaker} for one in before) else frozenset({known.speaker})

    def _official(self, raw: RawMention) -> Phrase | None:
        """The one person or office that speaks for a state and says that an act was done ("the interior minister", not "soldiers")."""
        speaker = raw.attribution.phrase if raw.attribution else None
        if speaker is None or speaker.plural or speaker.form is PhraseForm.PRONOUN:
            return None
        chosen = self.lookup(speaker).chosen
        return speaker if chosen is not None and _OFFICIAL.intersection(chosen.sectors[:1]) else None

    def _several_before(self, phrase: Phrase, speaker: Phrase | None = None) -> list[Phrase]:
        """Those of whom the text has spoken in the sentence so far and the one before, and of whom the phrase may be or be part."""
        start, said_by = phrase.mention.span.start, speaker.mention.span if speaker is not None else None
        near = [p for p in self.plurals if p.mention.span.end <= start and p.sentence >= phrase.sentence - 1]
        return [p for p in near if p.form is not PhraseForm.PRONOUN and not is_anybody(p) and (said_by is None or not p.mention.span.overlaps(said_by))]


def is_anybody(phrase: Phrase) -> bool:
    """Whether a phrase is a bare word for somebody out of several ("**some** have attacked our convoys")."""
    return phrase.mention.text.lower() in _ANYBODY
