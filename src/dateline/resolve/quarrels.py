"""Between whom the affair of a text is: "Brazil and Chile condemned the raid. The UN urged **both countries** to talk" means the two that raid and retaliate.

The nearest two states are often those who only comment. Of two the text has told what one did to the other, of commentators it has not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.resolve import sets
from dateline.resolve.belonging import BODIES, Scene
from dateline.resolve.participants import countries_of
from dateline.types import Participant, Phrase, ResolvedMention, Span

#: Nouns for the two between whom something is.
_TWO: Final = sets.STATE_HEADS | frozenset({"sides", "parties"})
#: Score of the countries of a set, see :data:`dateline.resolve.scene.SET_SCORE`.
_SCORE: Final = 0.7
#: From so many acts on it is an affair of two, whoever else is named.
_OFTEN: Final = 2
#: Within so many sentences before a set those who comment together are the nearest.
_BACK: Final = 3
#: Acts that two states do to each other by doing them together ("exchanged fire"), and what they do so of the other types.
_MUTUAL: Final = frozenset({"ASSAULT", "CONSULT", "COOPERATE"})
#: Who brings others together has no quarrel with them.
_MEDIATED: Final = "third-party"
_DEALT: Final = re.compile(r"(?:sign|agree|seal|conclud|ratif|establish|restor|resum|exchang|normali)", re.I)
#: Acts by which states outside an affair turn to one of the two.
_TAKING_SIDES: Final = frozenset({"AID", "REQUEST", "SUPPORT"})


class Quarrels:
    """Which states of a document have acted on each other so far, in text order.

    Args:
        scene: the countries of the document.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._pairs: Counter[frozenset[str]] = Counter()
        #: By the states who did something together, the last sentence in which they did, and that in which the two of the affair were last so called.
        self._together: dict[frozenset[str], int] = {}
        self._called = -1

    def note(self, act: ResolvedMention) -> None:
        """Remembers an act for the sets after it."""
        doers, struck = countries_of(act.actors) - BODIES, countries_of(act.recipients) - BODIES
        outside = act.raw.type in _TAKING_SIDES or _MEDIATED in act.raw.modes
        found = set() if outside else {frozenset({one, two}) for one in doers for two in struck if one != two}
        for pair in sorted(found, key=sorted):
            self._pairs[pair] += 1
        if len(doers) == 2 and not act.recipients:
            if act.raw.type in _MUTUAL or _DEALT.match(act.raw.trigger.text):
                self._pairs[doers] += 1
            self._together[doers] = act.raw.sentence.index

    def two(self, sentence: int) -> tuple[str, ...]:
        """The two who have acted on each other oftenest so far, oftener than any others, where the text names both shortly before or is of no others."""
        ranked = self._pairs.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return ()
        pair = ranked[0][0]
        near = {s.country for at in range(sentence - _BACK, sentence + 1) for s in self._scene.by_sentence.get(at, ())}
        alone = len(ranked) == 1 or ranked[0][1] > _OFTEN * ranked[1][1]
        return tuple(sorted(pair)) if pair <= near or (alone and ranked[0][1] > _OFTEN) else ()

    def meant(self, side: tuple[Participant, ...], phrases: Mapping[Span, Phrase], role: str, other: Sequence[Participant]) -> tuple[Participant, ...]:
        """A side with the two of the affair for "both countries" where those nearest have only commented on it.

        Args:
            side: the parties of the side.
            phrases: their phrases.
            role: ``actors`` or ``recipients``.
            other: the other side.
        """
        if not self._pairs:
            return side
        for span in dict.fromkeys(one.span for one in side):
            phrase = phrases.get(span)
            if phrase is None or phrase.head not in _TWO or sets.number_of(phrase, self._scene.text) != 2:
                continue
            parties = [one for one in side if one.span == span]
            pair = self._instead_of(countries_of(parties), phrase, role, other)
            if pair:
                self._called = phrase.sentence
                named = tuple(replace(parties[0], entity=None, country=code, sector="GOV", sectors=("GOV",), score=_SCORE, method="affair") for code in sorted(pair))
                side = (*(one for one in side if one.span != span), *named)
        return side

    def _instead_of(self, found: frozenset[str], phrase: Phrase, role: str, other: Sequence[Participant]) -> frozenset[str]:
        """The two of the affair where the states that were ``found`` for a set are not of it; nobody where they may be meant."""
        pair, often = max(self._pairs.items(), key=lambda item: item[1])
        if len(found) == 1 or self._pairs[found] or found == pair or pair & countries_of(other):
            return frozenset()
        end = phrase.mention.span.start
        clause = max((one.span.start for one in other if one.span.end <= end), default=0) if often > _OFTEN else 0
        named = {s.country for s in self._scene.by_sentence.get(phrase.sentence, ()) if clause <= s.start and s.end <= end}
        if found and found <= named:
            return frozenset()
        last = self._together.get(found, -_BACK - 1)
        commented = phrase.sentence - last <= _BACK
        if role == "actors":
            return pair if (commented or not found or not found.isdisjoint(pair)) and self._called > max(last, -1) else frozenset()
        return pair if commented or often >= _OFTEN or not found.isdisjoint(pair) else frozenset()
