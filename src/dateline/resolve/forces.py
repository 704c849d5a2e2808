"""A state's own forces and offices, "the army", "the armed forces of the Sudan": told apart from the armed groups that a text names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from dateline.resolve.belonging import Scene
from dateline.resolve.crews import CREW, is_craft
from dateline.resolve.participants import countries_of
from dateline.types import Participant, Phrase, PhraseForm, RawMention, Span

_STATES: Final = frozenset(
    " ".join(one.split())
    for one in """army, military, navy, air force, armed forces, security forces, government forces, police, police force, gendarmerie, authorities,
    national army, national police, national guard, army troops, security services, defence forces, defense forces, government, government troops,
    government soldiers""".split(",")
)
#: Those of them that fight states, and words by which they fight their like.
_FIGHTING: Final = frozenset({"army", "military", "navy", "air force", "armed forces", "artillery", "infantry", "coast guard", "gunners", "air defences", "air defenses"})
_OWN_QUARREL: Final = re.compile(r"\b(?:mutin|coup|putsch|rebel|loyal|defect|desert|plot|renegade|faction|by mistake|friendly fire)", re.I)
_OF: Final = re.compile(r"\s+of\s+(?:the\s+)?")


def is_states_force(phrase: Phrase) -> bool:
    """Whether a lone noun is that of a state's forces or government ("the army"), whatever group was named before."""
    return phrase.form is PhraseForm.NOMINAL and phrase.mention.text.lower() in _STATES


def struck_by(raw: RawMention, phrase: Phrase, other: Sequence[Participant], stands_for: Callable[[Span], Sequence[Phrase]]) -> frozenset[str]:
    """The state whose forces or craft a lone force strikes, which is not its own ("Pakistani troops hold the ridge. **The air force** has bombed them").

    Args:
        raw: the act.
        phrase: who strikes.
        other: whom, as far as they are known.
        stands_for: for what a pronoun may stand.
    """
    if raw.type != "ASSAULT" or phrase.form is not PhraseForm.NOMINAL or phrase.mention.text.lower() not in _FIGHTING:
        return frozenset()
    forces = bool(other) and all(p.country and (p.sector == "MIL" or p.method == CREW or any(is_craft(one.mention.text) for one in stands_for(p.span))) for p in other)
    return countries_of(other) if forces and not _OWN_QUARREL.search(raw.sentence.text) else frozenset()


def with_state(phrase: Phrase, extended: Span, text: str, scene: Scene) -> Span:
    """The whole of a phrase with the state that follows a force after "of", which a parse may have hung elsewhere."""
    of = _OF.match(text, phrase.mention.span.end) if is_states_force(phrase) else None
    if of is None:
        return extended
    states = (s for s in scene.by_sentence.get(phrase.sentence, ()) if s.kind == "country" and s.start <= of.end() < s.end)
    return Span(extended.start, max([extended.end, *(s.end for s in states)]))
