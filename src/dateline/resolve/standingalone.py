"""What "it" stands for beside states that act together: of "Niger and Mali condemned Togo. **It** recalled ..." only Togo is one.

A pronoun for one thing means none of the states that are joined as one party; where exactly one state stands apart from them in the sentence before
(or in the clause before), it is that one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.resolve.belonging import BODIES, Scene
from dateline.resolve.sets import touch
from dateline.resolve.sightings import Sighting
from dateline.types import Participant, Phrase, PhraseForm

_IT: Final = frozenset({"it", "itself"})
_STATES: Final = frozenset({"country", "capital"})
_SCORE: Final = 0.7


def state_apart(phrase: Phrase, scene: Scene) -> tuple[str | None, frozenset[str]]:
    """The only state that stands apart from joined ones right before "it", and the joined ones, which it cannot be."""
    if phrase.form is not PhraseForm.PRONOUN or phrase.mention.text.lower() not in _IT:
        return None, frozenset()
    start = phrase.mention.span.start
    for back in (0, 1):
        seen = [s for s in scene.by_sentence.get(phrase.sentence - back, ()) if s.end <= start]
        if not seen:
            continue
        if not back and not phrase.subject:
            break
        joined = _joined(seen, scene.text)
        apart = {s.country for s in seen if s.country not in joined and s.where != "in" and s.kind != "town"}
        named = {s.country for s in seen if s.kind in _STATES}
        return (next(iter(apart)) if joined and len(apart) == 1 and apart <= named - BODIES else None), joined
    return None, frozenset()


def _joined(seen: Sequence[Sighting], text: str) -> frozenset[str]:
    """The states of a sentence that are joined by "and" or commas as its first party."""
    run = [seen[0]]
    for one in seen[1:]:
        if not touch(run[-1], one, text):
            break
        run.append(one)
    codes = {s.country for s in run if s.kind in _STATES}
    return frozenset(codes) if len(run) > 1 and len(codes) == len(run) else frozenset()


def settled(parties: Sequence[Participant], phrase: Phrase, scene: Scene) -> tuple[Participant, ...]:
    """The party of "it" with the state that stands apart, where it has none or that of a joined one."""
    apart, joined = state_apart(phrase, scene)
    if apart is None or len(parties) != 1 or parties[0].country not in {None, *joined}:
        return tuple(parties)
    return (_of_state(parties[0], apart),)


def _of_state(one: Participant, code: str) -> Participant:
    return replace(one, entity=None, country=code, sector="GOV", sectors=("GOV",), score=_SCORE, method="reference", candidates=())
