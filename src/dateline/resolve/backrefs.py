"""Acts told before and meant again by a bare noun: "Jets bombed Sinjar. Baghdad condemned **the strike**" is the same deed, by and on the same parties.

Of ten such nouns without parties in the held-out passages eight have those of the deed told before, one has none and one is no act; without them each
would stand as an event of its own that nobody did to nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.ontology.bare import comes_back
from dateline.ontology.inflect import forms_of_nouns
from dateline.types import ResolvedMention

_STORMING: Final = forms_of_nouns("raid storming incursion")
#: Sentences back to which a bare noun refers.
REACH: Final = 2
#: Letters by which a noun and a verb are one word ("raid", "raided"; "bombing", "bombed").
_STEM: Final = 4
#: What else than force a raid or an incursion may have been told as.
_TOLD_AS: Final = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})


def with_those_of_before(acts: Sequence[ResolvedMention], text: str) -> list[ResolvedMention]:
    """The acts of a document, those without parties that only name again what was done with the parties of the deed.

    Args:
        acts: in the order of the text.
        text: the document's.
    """
    found: list[ResolvedMention] = []
    deeds: list[ResolvedMention] = []
    for act in acts:
        if (act.actors or act.recipients) and act.raw.type in _TOLD_AS and not act.raw.negated:
            deeds.append(act)
        before = _meant(act, deeds) if _names_again(act, text) else None
        found.append(act if before is None else _same(act, before))
    return found


def _names_again(act: ResolvedMention, text: str) -> bool:
    """Whether an act is a bare definite noun for a deed that says of nobody who did it to whom."""
    raw = act.raw
    return raw.type == "ASSAULT" and not act.actors and not act.recipients and comes_back(text, raw.trigger.span.start, raw.trigger.span.end)


def _meant(act: ResolvedMention, deeds: Sequence[ResolvedMention]) -> ResolvedMention | None:
    """The deed of the nearest sentence before: one told by the same word, else the one of force; ``None`` where several sides did some."""
    here = act.raw.sentence.index
    near: list[ResolvedMention] = []
    for one in reversed(deeds):
        back = here - one.raw.sentence.index
        if back > REACH or (near and one.raw.sentence.index != near[0].raw.sentence.index):
            break
        if back > 0 and (one.raw.type == "ASSAULT" or _is_retold(act, one)):
            near.append(one)
    same = [one for one in near if _is_one_word(act, one)]
    sides = {frozenset(party.country for party in one.actors) for one in near if one.actors}
    if same:
        return same[0]
    return max(near, key=lambda one: (bool(one.actors), bool(one.recipients))) if near and len(sides) < 2 else None


def _is_one_word(act: ResolvedMention, deed: ResolvedMention) -> bool:
    noun, verb = act.raw.trigger.text.lower(), deed.raw.trigger.text.lower()
    return noun[:_STEM] in {word[:_STEM] for word in verb.split()}


def _is_retold(act: ResolvedMention, deed: ResolvedMention) -> bool:
    """Whether a deed that was told as no force is the one meant: by its word, or as the storming of a place that a raid is."""
    return _is_one_word(act, deed) or ("seize" in deed.raw.modes and act.raw.trigger.text.lower() in _STORMING)


def _same(act: ResolvedMention, deed: ResolvedMention) -> ResolvedMention:
    raw = act.raw
    if _is_retold(act, deed):
        raw = replace(raw, type=deed.raw.type, modes=deed.raw.modes)
    return replace(act, raw=raw, actors=deed.actors, recipients=deed.recipients)
