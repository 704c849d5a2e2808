"""The acts of a document with their parties, places and speakers resolved."""

from __future__ import annotations

from dateline.resolve import enemies
from dateline.resolve.backrefs import with_those_of_before
from dateline.resolve.resolver import Resolver
from dateline.resolve.scene import DocumentScene
from dateline.resolve.settling import Settler
from dateline.resolve.speakers import with_speakers
from dateline.types import Document, Extraction, ResolvedMention


def resolve_extraction(document: Document, extraction: Extraction, resolver: Resolver) -> list[ResolvedMention]:
    """Resolve the phrases of every act of a document.

    Args:
        document: the document; the time of which a sentence tells, or else its publication, decides who held an office.
        extraction: its acts and noun phrases.
        resolver: the loaded knowledge base.

    Returns:
        One resolved mention an act, in order.
    """
    if not extraction.mentions:
        return []
    scene = DocumentScene(document, extraction, resolver)
    acts = [scene.act(raw) for raw in extraction.mentions]
    wars = enemies.wars((act.raw.type, act.actors, act.recipients, act.country) for act in acts)
    settler = Settler(scene, wars)
    settled = [settler.settle(act) for act in acts]
    return with_speakers(settler, with_those_of_before(settled, document.text))
