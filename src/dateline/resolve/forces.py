"""A state's own forces and offices, "the army", "the armed forces of the Sudan": told apart from the armed groups that a text names."""

from __future__ import annotations

import re
from typing import Final

from dateline.resolve.belonging import Scene
from dateline.types import Phrase, PhraseForm, Span

_STATES: Final = frozenset(
    " ".join(one.split())
    for one in """army, military, navy, air force, armed forces, security forces, government forces, police, police force, gendarmerie, authorities,
    national army, national police, national guard, army troops, security services, defence forces, defense forces, government, government troops,
    government soldiers""".split(",")
)
_OF: Final = re.compile(r"\s+of\s+(?:the\s+)?")


def is_states_force(phrase: Phrase) -> bool:
    """Whether a lone noun is that of a state's forces or government ("the army"), whatever group was named before."""
    return phrase.form is PhraseForm.NOMINAL and phrase.mention.text.lower() in _STATES


def with_state(phrase: Phrase, extended: Span, text: str, scene: Scene) -> Span:
    """The whole of a phrase with the state that follows a force after "of", which a parse may have hung elsewhere."""
    of = _OF.match(text, phrase.mention.span.end) if is_states_force(phrase) else None
    if of is None:
        return extended
    states = (s for s in scene.by_sentence.get(phrase.sentence, ()) if s.kind == "country" and s.start <= of.end() < s.end)
    return Span(extended.start, max([extended.end, *(s.end for s in states)]))
