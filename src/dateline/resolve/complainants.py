"""Whose an officer is who tells what one state did to another that has just complained of it: the other's ("Lima accused Quito of raids. Soldiers from Ecuador
burned a Peruvian post, said **General Soto**, the chief of staff")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.belonging import BODIES
from dateline.resolve.participants import countries_of
from dateline.types import Phrase, ResolvedMention

_OFFICERS: Final = words_of("resolve.complainants.officers")
_DEEDS: Final = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
#: Whom an officer names as hit by his own side.
_FOES: Final = frozenset({"CRM", "INS", "REB", "SEP", "UAF"})
#: Sentences between the complaint and what an officer tells.
_REACH: Final = 3


def complainant(phrase: Phrase, told: Sequence[ResolvedMention], acts: Sequence[ResolvedMention]) -> str | None:
    """The state that a speaker is of by whom the deeds that it tells are done to.

    Args:
        phrase: the speaker, of whom no words say whose it is.
        told: the acts that it tells.
        acts: the acts of the document.
    """
    if phrase.plural or not _OFFICERS.intersection(phrase.mention.text.lower().split()):
        return None
    doers = frozenset().union(*(countries_of(act.actors) for act in told))
    if len(doers) != 1 or BODIES & doers or any(act.raw.type not in _DEEDS or act.raw.negated for act in told):
        return None
    hit = frozenset(one.country for act in told for one in act.recipients if one.country and one.sector not in _FOES) - doers
    last = told[0].raw.sentence.index
    before = [act for act in acts if last - _REACH <= act.raw.sentence.index <= last and act.raw.trigger.span.start < told[0].raw.trigger.span.start]
    accused = [one for act in before for one in _complaint(act)]
    return next((who for who, whom in reversed(accused) if whom in doers and who in hit and (whom, who) not in accused), None)


def _complaint(act: ResolvedMention) -> list[tuple[str, str]]:
    """Who blames whom in an act: who accuses, or says so of a deed."""
    if act.raw.type == "ACCUSE":
        return [(who, whom) for who in sorted(countries_of(act.actors)) for whom in sorted(countries_of(act.recipients))]
    voice = act.attribution.country if act.attribution is not None else None
    return [(voice, whom) for whom in sorted(countries_of(act.actors))] if voice and act.raw.type in _DEEDS else []
