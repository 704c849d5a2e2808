"""What stages hand on before actors, places and references are resolved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.types.document import Problem
from dateline.types.phrases import Phrase
from dateline.types.record import NO_CUES, Attribution, Certainty, Cues, Participant, Place, Quantity, Status, TimeRef
from dateline.types.text import Mention, Sentence, Span
from dateline.types.value import value


@dataclass(frozen=True, slots=True)
class RawAttribution:
    """An attribution as extracted: kind, who is said to say it, and through whom; phrases are not resolved yet."""

    kind: str
    phrase: Phrase | None = None
    via: Phrase | None = None


@value(frozen=True, slots=True)
class Lean:
    """A word that may name a party of an act or its country, with probabilities in [0, 1].

    ``actor`` and ``recipient``: that it names the country of one; ``acting`` and ``affected``: that it is the word of one itself.
    """

    span: Span
    actor: float
    recipient: float
    acting: float = 0.0
    affected: float = 0.0


@value(frozen=True, slots=True)
class RawMention:
    """An act as extracted from one sentence, before actors, places and references are resolved.

    ``places`` are candidates in order of preference; the first that the gazetteer knows becomes the place. ``voice`` says how the act is told:
    ``active``, ``passive``, ``agent`` (a passive with its agent), ``noun``, or nothing where that is not known. ``around`` are the days that the
    text tells of before and after an act of which no words say when. ``older``: told as done before what the sentence tells.
    ``untimed``: told in the past by a history of times long past that does not say when. ``reported``: told with "had" as what somebody found or
    said had been done. ``charged``: told by a charge or a verdict, whose day is none of its own.
    """

    sentence: Sentence
    trigger: Mention
    type: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[Phrase, ...] = ()
    recipients: tuple[Phrase, ...] = ()
    places: tuple[Phrase, ...] = ()
    time: TimeRef | None = None
    status: Status = Status.OCCURRED
    negated: bool = False
    certainty: Certainty = Certainty.CERTAIN
    attribution: RawAttribution | None = None
    cues: Cues = NO_CUES
    quantities: tuple[Quantity, ...] = ()
    confidence: float = 0.0
    leans: tuple[Lean, ...] = ()
    voice: str = ""
    around: TimeRef | None = None
    older: bool = False
    untimed: bool = False
    reported: bool = False
    charged: bool = False


@dataclass(frozen=True, slots=True)
class RawClaim:
    """A claim as extracted, its holder not resolved yet; ``governor`` is the word whose clause it explains or qualifies."""

    kind: str
    text: str
    span: Span
    sentence: int
    holder: Phrase | None = None
    subject: str | None = None
    object: str | None = None
    certainty: Certainty = Certainty.CERTAIN
    attribution: RawAttribution | None = None
    governor: Span | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """What ``extract`` finds: sentences, noun phrases in text order (for references), acts, claims, and where datelines say it was written.

    ``days`` has for each sentence a day of the time it tells of where that is another than the publication.
    """

    sentences: tuple[Sentence, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    mentions: tuple[RawMention, ...] = ()
    claims: tuple[RawClaim, ...] = ()
    problems: tuple[Problem, ...] = ()
    datelines: tuple[Mention, ...] = ()
    days: tuple[date | None, ...] = ()


@value(frozen=True, slots=True)
class ResolvedMention:
    """An act with its parties, place and speaker resolved."""

    raw: RawMention
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    place: Place | None = None
    attribution: Attribution | None = None
