"""The label sets of the model's heads, in the order of their columns."""

from __future__ import annotations

from typing import Final

from dateline.ontology.plover import plover
from dateline.types import Certainty, Status

_PLOVER = plover()
#: Column 0 of the trigger head is "no act".
TYPES: Final = tuple(kind.name for kind in _PLOVER.types)
#: ``TYPE/mode``.
MODES: Final = tuple(f"{kind.name}/{mode.name}" for kind in _PLOVER.types for mode in kind.modes)
STATUSES: Final = tuple(str(s) for s in Status)
CERTAINTIES: Final = tuple(str(c) for c in Certainty)
#: Column 0: the author says it.
ATTRIBUTIONS: Final = ("", "speaker", "institution", "media", "unnamed", "document", "poll")
CONTEXTS: Final = tuple(term.name for term in _PLOVER.contexts)
#: What a word can be to a trigger: ``part`` belongs to the trigger's own words; three are the cues of judgements; ``actor_country`` and
#: ``recipient_country`` are words that name the country of a party, whether or not they are part of its phrase.
ROLES: Final = ("actor", "recipient", "place", "date", "speaker", "part", "negated", "status", "certainty", "actor_country", "recipient_country")
