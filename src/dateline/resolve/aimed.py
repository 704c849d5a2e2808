"""Acts that are done to somebody by nature, and who is across: "Benin expelled two consuls. Lome **demanded** an explanation" asks Benin for it.

A sentence often leaves out whom a demand, an offer, a refusal, a threat or a measure is for where the text has just named him. Which verbs are of this
kind, and how much more likely they make the states in sight, was measured on acts without a recipient in the held-out passages (of 54 such sides for
which a state is named now, 38 are that of the annotation, 10 have none there).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of
from dateline.resolve.participants import countries_of
from dateline.resolve.sightings import Sighting
from dateline.types import Participant, RawMention, ResolvedMention

_ALWAYS: Final = words_of("resolve.aimed.types")
_NOUNS: Final = text_of("resolve.aimed.nouns")
#: By type of act, the verbs of the kind.
_VERBS: Final = {
    "REQUEST": text_of("resolve.aimed.REQUEST"),
    "AGREE": text_of("resolve.aimed.AGREE"),
    "REJECT": text_of("resolve.aimed.REJECT"),
    "ACCUSE": text_of("resolve.aimed.ACCUSE"),
    "CONCEDE": text_of("resolve.aimed.CONCEDE"),
    "ASSAULT": text_of("resolve.aimed.ASSAULT"),
}
#: "declined **to comment**" refuses nothing to another state.
_SAYS_NOTHING: Final = re.compile(r"\s+(?:to (?:comment|say|discuss|elaborate|disclose|name|give|identify|reveal|speculate|speak|be)|comment)\b")


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    nouns = forms_of_nouns(_NOUNS)
    return {kind: forms_of_verbs(verbs) | nouns for kind, verbs in _VERBS.items()}


def is_aimed(raw: RawMention, actors: Sequence[Participant]) -> bool:
    """Whether an act is done to somebody by nature: all threats, measures against states and aid, of words those with which somebody is addressed, and
    the fire that soldiers open.

    Args:
        raw: an act without a recipient.
        actors: who does it, as settled.
    """
    if raw.type in _ALWAYS:
        return "convict" not in raw.modes
    words = _words().get(raw.type)
    if words is None or "investigate" in raw.modes or words.isdisjoint(raw.trigger.text.lower().split()):
        return False
    if raw.type == "ASSAULT":
        return all(one.sector == "MIL" for one in actors)
    return raw.type != "REJECT" or _SAYS_NOTHING.match(raw.sentence.text, raw.trigger.span.end - raw.sentence.span.start) is None


def told_of(own: frozenset[str], before: Sequence[Sighting]) -> frozenset[str]:
    """Whom the sentence before an act is about: the state that it names first, unless that is the actor's own or only a place.

    Args:
        own: the countries of the act's actors.
        before: where the sentence before names states.
    """
    first = min(before, key=lambda one: one.start, default=None)
    return frozenset({first.country} if first and first.where != "in" else ()) - own


def opposite(own: frozenset[str], before: Sequence[ResolvedMention]) -> frozenset[str]:
    """Who did the nearest act before to those that now do one that is aimed at somebody, or to whom they did it.

    Args:
        own: the countries of its actors.
        before: the acts told before in its sentence, or else those of the sentence before, the nearest first.
    """
    for act in before:
        doers, hit = countries_of(act.actors), countries_of(act.recipients)
        if own & hit and doers - own:
            return doers - own
        if own & doers and hit - own:
            return hit - own
    return frozenset()
