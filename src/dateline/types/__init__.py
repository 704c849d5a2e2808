"""The immutable values that pass between stages.

Every claim about a text cites a :class:`Span` of it. Offsets are Unicode code points of the document's canonical text, start
inclusive, end exclusive. Values are frozen, slotted dataclasses with tuples, so a stage is a pure function of its input and the
same code serves the command line, a process pool and a cluster.
"""

from __future__ import annotations

from dateline.types.addresses import site_of
from dateline.types.document import (
    PRESS,
    REPORTING,
    Block,
    BlockKind,
    Document,
    MapSegment,
    Marker,
    Note,
    Problem,
    Source,
    TextMap,
)
from dateline.types.extraction import Extraction, Lean, RawAttribution, RawClaim, RawMention, ResolvedMention
from dateline.types.phrases import Candidate, Phrase, PhraseForm, PlaceCandidate, Resolution
from dateline.types.record import (
    DONE,
    TOLD,
    UNDONE,
    Attribution,
    Bearing,
    Certainty,
    Claim,
    Coded,
    Cues,
    EventMention,
    Participant,
    Place,
    Quantity,
    SourceLink,
    Status,
    TimeRef,
)
from dateline.types.text import Mention, Sentence, SentenceKind, Span

__all__ = [
    "DONE",
    "PRESS",
    "REPORTING",
    "TOLD",
    "UNDONE",
    "Attribution",
    "Bearing",
    "Block",
    "BlockKind",
    "Candidate",
    "Certainty",
    "Claim",
    "Coded",
    "Cues",
    "Document",
    "EventMention",
    "Extraction",
    "Lean",
    "MapSegment",
    "Marker",
    "Mention",
    "Note",
    "Participant",
    "Phrase",
    "PhraseForm",
    "Place",
    "PlaceCandidate",
    "Problem",
    "Quantity",
    "RawAttribution",
    "RawClaim",
    "RawMention",
    "Resolution",
    "ResolvedMention",
    "Sentence",
    "SentenceKind",
    "Source",
    "SourceLink",
    "Span",
    "Status",
    "TextMap",
    "TimeRef",
    "site_of",
]
