"""A state's own forces and offices, "the army", "the armed forces of the Sudan": told apart from the armed groups that a text names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.resolve.anaphora.natures import Lookup
from dateline.resolve.belonging import Scene
from dateline.types import Candidate, Phrase, PhraseForm, Span

_STATES: Final = frozenset(
    " ".join(one.split())
    for one in """army, military, navy, air force, armed forces, security forces, government forces, police, police force, gendarmerie, authorities,
    national army, national police, national guard, army troops, security services, defence forces, defense forces, government, government troops,
    government soldiers""".split(",")
)
#: How many sentences back the force may be named whose "officers" are.
_REACH: Final = 4
_OF: Final = re.compile(r"\s+of\s+(?:the\s+)?")


def is_states_force(phrase: Phrase) -> bool:
    """Whether a lone noun is that of a state's forces or government ("the army"), whatever group was named before."""
    return phrase.form is PhraseForm.NOMINAL and phrase.mention.text.lower() in _STATES


def police_of_officers(phrases: Sequence[Phrase], lookup: Lookup) -> dict[Phrase, Candidate]:
    """Lone "officers" with the police that the text named before, where it named one state's alone and no soldiers."""
    found, sentences = {}, [p.sentence for p in phrases]
    for at, phrase in enumerate(phrases):
        if phrase.form is PhraseForm.NOMINAL and phrase.mention.text.lower() == "officers":
            before = [lookup(p).chosen for p in phrases[bisect_left(sentences, phrase.sentence - _REACH) : at]]
            forces = [c for c in before if c and c.sectors[:1] in {("COP",), ("MIL",)}]
            if len({c.country for c in forces} - {None}) == 1 and all(c.sectors[0] == "COP" for c in forces):
                found[phrase] = replace(next(c for c in forces if c.country), entity="", detail="")
    return found


def with_state(phrase: Phrase, extended: Span, text: str, scene: Scene) -> Span:
    """The whole of a phrase with the state that follows a force after "of", which a parse may have hung elsewhere."""
    of = _OF.match(text, phrase.mention.span.end) if is_states_force(phrase) else None
    if of is None:
        return extended
    states = (s for s in scene.by_sentence.get(phrase.sentence, ()) if s.kind == "country" and s.start <= of.end() < s.end)
    return Span(extended.start, max([extended.end, *(s.end for s in states)]))
