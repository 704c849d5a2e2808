"""A noun phrase and what it may refer to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.types.text import Mention, Span
from dateline.types.value import value


class PhraseForm(StrEnum):
    """How a phrase refers."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@value(frozen=True, slots=True)
class Phrase:
    """A noun phrase that may name a party: the unit that ``resolve`` resolves.

    ``head`` is the lower-case head word, ``plural`` its number; ``extended`` the whole phrase with its modifiers, of which
    ``mention`` is the part that is reported; ``subject`` says whether it is the subject of its clause.
    """

    mention: Mention
    head: str
    form: PhraseForm
    plural: bool = False
    subject: bool = False
    sentence: int = 0
    extended: Span | None = None

    @property
    def end(self) -> int:
        """Where it ends with its modifiers, in code points of the document."""
        return max(self.mention.span.end, self.extended.end) if self.extended else self.mention.span.end

    def __hash__(self) -> int:
        """By place: hardly two phrases of a document stand in one, and phrases are keys in many tables."""
        span = self.mention.span
        return span.start * 8191 + span.end


@value(frozen=True, slots=True)
class Candidate:
    """One reading of a phrase that was considered, with its score in [0, 1]."""

    entity: str
    country: str | None
    sectors: tuple[str, ...]
    score: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A place that a phrase may mean: as :class:`Place`, with its kind (city, division, country ...) and a score in [0, 1]."""

    name: str
    country: str | None
    geonames_id: int | None
    lat: float | None
    lon: float | None
    kind: str
    score: float


@value(frozen=True, slots=True)
class Resolution:
    """What a phrase refers to, what else was considered, and by which method; ``chosen`` is ``None`` where it abstained."""

    chosen: Candidate | None
    candidates: tuple[Candidate, ...] = ()
    method: str = "unknown"
