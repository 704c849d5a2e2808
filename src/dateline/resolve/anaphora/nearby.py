"""Where the antecedents of a reference may stand, and which of them are one party."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.resolve.anaphora.antecedents import Candidates
from dateline.resolve.anaphora.companions import outside_companions
from dateline.resolve.anaphora.relatives import outside_relative
from dateline.resolve.anaphora.words import (
    OBJECTS,
    WINDOW,
)
from dateline.types import Phrase


class Nearby(Candidates):
    """The sentences before a reference, and the only party among their phrases."""

    def _back(self, phrase: Phrase, reach: int = WINDOW) -> Iterable[list[Phrase]]:
        """The phrases of the sentence so far, then of each sentence before it."""
        for number in range(phrase.sentence, max(-1, phrase.sentence - reach - 1), -1):
            if number in self._sentences:
                yield self._sentences[number]

    def _free(self, phrase: Phrase, sentence: Sequence[Phrase]) -> list[Phrase]:
        """A sentence's phrases without the subject of the clause whose object the pronoun is, or those of the clause put before the subject that it is."""
        if phrase.subject or phrase.mention.text.lower() not in OBJECTS:
            own = sentence and sentence[0].sentence == phrase.sentence
            return outside_relative(phrase, self._text, outside_companions(phrase, self._text, sentence)) if own else list(sentence)
        subjects = [p for p in sentence if p.subject and p.sentence == phrase.sentence]
        return [p for p in sentence if not subjects or not (p is subjects[-1] or self._stands_for(p, subjects[-1]))]

    def _distinct(self, phrases: Iterable[Phrase]) -> list[Phrase]:
        """One phrase a party, subjects first kept, at its first name."""
        found: dict[str, Phrase] = {}
        for phrase in phrases:
            root = self._root(phrase)
            key = self._party(root)
            if key not in found or (phrase.subject and not found[key].subject):
                found[key] = phrase
        return list(found.values())

    def _one(self, phrases: Iterable[Phrase], *, inside: bool) -> tuple[Phrase, ...]:
        """The only candidate, or (``inside`` one sentence) the only subject among several; nothing where it is joined or unclear."""
        candidates = self._distinct(phrases)
        if len(candidates) > 1 and inside:
            candidates = [p for p in candidates if p.subject]
        if len(candidates) != 1 or self._is_joined(candidates[0]) or candidates[0].mention.span in self._unclear:
            return ()
        return (self._root(candidates[0]),)
