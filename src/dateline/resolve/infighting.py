"""Whose "both sides" are where a state fights within itself: "Fighting broke out in Khartoum; **each side** accuses the other" is one country's affair."""

from __future__ import annotations

import re
from typing import Final

from dateline.resolve.belonging import BODIES, Scene
from dateline.types import Phrase

_SIDES: Final = frozenset("side sides parties party camp camps".split())
_FIGHT: Final = re.compile(
    r"\b(?:fighting|clash(?:es|ed)?|battles?|gun ?battles?|gunfire|civil war|at war|fought|hostilities|shoot-?outs?|firefights?|skirmish\w*|violence)\b", re.I
)
#: A state's own forces, which fight whoever is in the same country.
_OWN_FORCES: Final = re.compile(
    r"\bbetween (?:the |its |rival )?(?:army|military|government(?: forces)?|junta|armed forces|security forces|regime|police|ruling \w+|president\w*) and\b", re.I
)
#: Kinds of sighting by which a text speaks of a second state.
_STATES: Final = frozenset({"country", "adjective", "capital", "person"})
#: Sentences back in which the fight may be told, and in which no second state may be named.
_BACK: Final = 2
_ALONE: Final = 1


def country(phrase: Phrase, scene: Scene) -> str | None:
    """The one country whose own sides fight each other, for a phrase that stands for both or each of them; ``None`` where two states may be meant."""
    if phrase.head not in _SIDES:
        return None
    told = [at for at in range(phrase.sentence, max(-1, phrase.sentence - _BACK - 1), -1) if _FIGHT.search(_before(phrase, scene, at))]
    if not told:
        return None
    start, at = phrase.mention.span.start, told[0]
    own = _OWN_FORCES.search(_before(phrase, scene, at)) is not None
    first = at if own else max(0, min(at, phrase.sentence - _ALONE))
    near = [s for n in range(first, phrase.sentence + 1) for s in scene.by_sentence.get(n, ()) if s.end <= start and s.country not in BODIES]
    if own:
        near = [s for s in near if s.sentence == at]
    codes = {s.country for s in near if s.kind in _STATES or s.kind == "town"}
    here = {s.country for s in near if s.sentence == at}
    return next(iter(codes)) if len(codes) == 1 and here == codes else None


def _before(phrase: Phrase, scene: Scene, at: int) -> str:
    """The words of a sentence that stand before a phrase."""
    span = scene.sentences[at].span
    return scene.text[span.start : min(span.end, phrase.mention.span.start)]
