"""The acts of a document with their parties, places and speakers resolved."""

from __future__ import annotations

from dateline.resolve import bystanders, enemies
from dateline.resolve.announced import with_announcers
from dateline.resolve.backrefs import with_those_of_before
from dateline.resolve.reprisals import with_takers
from dateline.resolve.resolver import Resolver
from dateline.resolve.scene import DocumentScene
from dateline.resolve.settling import Settler
from dateline.resolve.speakers import with_speakers
from dateline.resolve.usandthem import set_against_us
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
    friends = bystanders.friends((act.raw, act.recipients) for act in acts)
    settler = Settler(scene, wars, friends, set_against_us(extraction.mentions, scene.plurals, document.text))
    settled = [settler.settle(bystanders.cleared(act, friends, document.text)) for act in acts]
    settled = with_speakers(settler, with_those_of_before(settled, document.text))
    return with_takers(scene, with_announcers(scene, settled))
