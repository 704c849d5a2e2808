"""Who does what a state's official announces without saying who: "the minister said that **Oslo's envoy would be expelled**"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.inflect import forms_of_verbs
from dateline.resolve.participants import countries_of
from dateline.resolve.scene import DocumentScene
from dateline.resolve.voices import with_party
from dateline.types import Participant, ResolvedMention

#: Score of the announcing state.
SCORE: Final = 0.6
#: What one state does to another's envoys, money or goods.
_MEASURES: Final = forms_of_verbs("summon expel recall cut suspend freeze halt impose ban deport bar")
_TYPES: Final = frozenset({"SANCTION", "ACCUSE"})


def with_announcers(scene: DocumentScene, acts: Sequence[ResolvedMention]) -> list[ResolvedMention]:
    """The acts with the official who announces a measure as its actor, where nobody is told to take it.

    Args:
        scene: what is known of the document.
        acts: its acts with settled parties and speakers.
    """
    return [_with_announcer(scene, act) if _is_open_measure(act) else act for act in acts]


def _is_open_measure(act: ResolvedMention) -> bool:
    """Whether a passive tells a measure that nobody is told to take."""
    raw = act.raw
    return not act.actors and raw.voice == "passive" and raw.type in _TYPES and not _MEASURES.isdisjoint(raw.trigger.text.lower().split())


def _with_announcer(scene: DocumentScene, act: ResolvedMention) -> ResolvedMention:
    said, phrase = act.attribution, act.raw.attribution.phrase if act.raw.attribution else None
    if said is None or phrase is None or said.country is None or said.span is None or said.text is None:
        return act
    aimed, named = countries_of(act.recipients), set(scene.belonging.countries.get(act.raw.sentence.index, ()))
    office = scene.of(phrase)[0]
    if office.sector != "GOV" or not aimed or said.country in aimed or not named <= aimed | {said.country}:
        return act
    actor = Participant(said.text, said.span, said.entity, said.country, office.sector, office.sectors, SCORE, "speaker")
    return replace(act, actors=(actor,), attribution=with_party(said, (actor,), act.recipients))
