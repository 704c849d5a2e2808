"""Whose a bare ministry is that tells what a state gives, concedes or agrees to: that state's ("Brazil sent tents to Mozambique, **the foreign ministry** said");
and those who give beside a giver, to whom he gives nothing ("**Cuban doctors** are on the way, and Bonn has given two field kitchens").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.ontology.inflect import singular
from dateline.ontology.wordlists import words_of
from dateline.resolve.belonging import BODIES
from dateline.resolve.participants import countries_of
from dateline.types import Participant, Phrase, PhraseForm, RawMention, ResolvedMention

#: Steps of which whoever takes them tells first. Of such speakers in the corpus 35 of about 40 are the actor's; where the weights decided otherwise,
#: three of three. Of attacks and demands the other side tells as often.
_STEPS: Final = frozenset({"AGREE", "AID", "CONCEDE", "COOPERATE", "RETREAT"})
#: Words by which help is promised.
_PROMISED: Final = frozenset("promise promised promises pledge pledged pledges offer offered offers".split())
_OFFICES: Final = words_of("resolve.givers.offices")
_LOCAL: Final = words_of("resolve.givers.local")
#: Ways in which a party's own words name its state.
_NAMED: Final = frozenset({"country", "capital", "composition", "adjective", "metonym"})


def giver(phrase: Phrase, told: Sequence[ResolvedMention]) -> str | None:
    """The state that takes the steps that a speaker tells of, where it is a state's office and one state, named before it, takes them all.

    Args:
        phrase: the speaker.
        told: the acts that it tells.
    """
    if phrase.form is not PhraseForm.NOMINAL or singular(phrase.head) not in _OFFICES or _LOCAL & set(phrase.mention.text.lower().split()):
        return None
    if any(act.raw.type not in _STEPS or act.raw.sentence.index != phrase.sentence for act in told):
        return None
    actors = [one for act in told for one in act.actors]
    named = any(one.method in _NAMED and one.span.end <= phrase.mention.span.start for one in actors)
    countries = countries_of(actors)
    return next(iter(countries)) if named and len(countries) == 1 and not BODIES & countries else None


def others(raw: RawMention, before: Sequence[ResolvedMention]) -> frozenset[str]:
    """Those who give in the sentence, or in the one before, as the actor of an act does, which names nobody whom its own gifts are for.

    Args:
        raw: the act.
        before: the acts told before it.
    """
    if not _is_gift(raw):
        return frozenset()
    gifts = [act for act in before if act.raw.type == "AID"]
    return countries_of(p for act in gifts for p in act.actors) - countries_of(p for act in gifts for p in act.recipients)


def same_need(raw: RawMention, actors: Sequence[Participant], here: Sequence[ResolvedMention]) -> tuple[Participant, ...]:
    """Whom another's gift told before in the sentence is for, for one of which nothing says that ("Indian helicopters dropped food on **the east coast**, and
    Norway has pledged ten million dollars").

    Args:
        raw: an act without a recipient.
        actors: who does it.
        here: the acts told before in its sentence, the last one first.
    """
    own = countries_of(actors)
    gift = next((act for act in here if act.raw.type == "AID" and not act.raw.negated), None)
    if not own or raw.negated or gift is None or not _is_gift(raw):
        return ()
    needy = countries_of(gift.recipients)
    return gift.recipients if len(needy) == 1 and not needy & own and not countries_of(gift.actors) & own else ()


def _is_gift(raw: RawMention) -> bool:
    """Whether an act is help or the promise of help."""
    return raw.type == "AID" or (raw.type == "AGREE" and not _PROMISED.isdisjoint(raw.trigger.text.lower().split()))
