"""Phrases to country and sector, places to coordinates, references inside a document; all from data in the package.

The public names load on first use, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.resolve.anaphora.references import resolve_references
    from dateline.resolve.calendar import Calendar
    from dateline.resolve.document import resolve_extraction
    from dateline.resolve.gazetteer import PlaceResult
    from dateline.resolve.lost_notes import link_lost_notes
    from dateline.resolve.ownwords import COMPLEMENT_SCORE
    from dateline.resolve.participants import to_participant
    from dateline.resolve.resolver import Resolver

__all__ = [
    "COMPLEMENT_SCORE", "Calendar", "PlaceResult", "Resolver", "link_lost_notes", "resolve_extraction", "resolve_references", "to_participant",
]  # fmt: skip

_HOMES = {
    "COMPLEMENT_SCORE": "dateline.resolve.ownwords",
    "Calendar": "dateline.resolve.calendar",
    "PlaceResult": "dateline.resolve.gazetteer",
    "Resolver": "dateline.resolve.resolver",
    "link_lost_notes": "dateline.resolve.lost_notes",
    "resolve_extraction": "dateline.resolve.document",
    "resolve_references": "dateline.resolve.anaphora.references",
    "to_participant": "dateline.resolve.participants",
}


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(name)
