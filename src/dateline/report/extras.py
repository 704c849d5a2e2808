"""What a brief may be given beside coded documents: made by other stages, handed over as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.wording import of_which


@dataclass(frozen=True, slots=True)
class TypeAccuracy:
    """How well a type is coded on the model's test split: acts of the type there, codings as it, and how many of both are the same.

    ``acts`` counts the gold acts, ``coded`` the codings, ``right`` those that are acts of the type.
    """

    type: str
    acts: int
    coded: int
    right: int

    @property
    def precision(self) -> float | None:
        """Share of the codings that are right, in [0, 1]."""
        return self.right / self.coded if self.coded else None

    @property
    def recall(self) -> float | None:
        """Share of the acts that are found, in [0, 1]."""
        return self.right / self.acts if self.acts else None


@dataclass(frozen=True, slots=True)
class ResponseAct:
    """An act of a response: its mention id, its day in words, and why it counts; ``again`` where its sentence stands above already."""

    mention_id: str
    when: str
    why: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class ResponseRung:
    """A step of the ladder from words to force; ``latency`` in days after the trigger, ``score`` in [-10, 10] of what is not only ``alleged`` by the other side."""

    name: str
    events: int
    latency: int | None
    score: float | None
    origins: tuple[str, ...]
    acts: tuple[ResponseAct, ...]
    alleged: int = 0

    @property
    def of_which_alleged(self) -> str:
        """How many of the acts only the other side tells, in brackets."""
        return of_which(self.alleged, self.events, "alleged")


@dataclass(frozen=True, slots=True)
class ActorResponse:
    """How one actor responded: its ladder, acts at home, acts that are less sure, what others did and it did not, its past, in words
    what is later than was looked at, and the body meant where several share the code."""

    actor: str
    rungs: tuple[ResponseRung, ...]
    domestic: tuple[ResponseAct, ...] = ()
    unsure: tuple[ResponseAct, ...] = ()
    not_done: tuple[tuple[str, tuple[str, ...]], ...] = ()
    baseline: tuple[str, ...] = ()
    left_out: str = ""
    body: str | None = None


@dataclass(frozen=True, slots=True)
class ResponseReport:
    """The answer to a question: the trigger as asked, the mentions that are it, and each actor's response.

    ``found`` is false where no act matches the trigger, and ``hint`` what to ask for then; ``looked_at`` says until when acts were looked at, ``remark``
    what to know of the trigger.
    """

    trigger: str
    found: bool
    trigger_ids: tuple[str, ...] = ()
    when: str = ""
    actors: tuple[ActorResponse, ...] = ()
    looked_at: str = ""
    hint: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class PageBox:
    """Where an act's words stand on a page: left, top, width, height in points from the upper left corner."""

    mention_id: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page of a PDF: its number from 1, its size in points, its picture as PNG bytes, and the acts on it."""

    number: int
    width: float
    height: float
    png: bytes
    boxes: tuple[PageBox, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding of the source audit about a document's source: the note's label (``None``: the document), and what was found."""

    doc_id: str
    note: str | None
    severity: str
    text: str


@dataclass(frozen=True, slots=True)
class Export:
    """Text to copy or save from the page: its name, the file's name, and the text."""

    name: str
    file: str
    text: str


@dataclass(frozen=True, slots=True)
class GivenFigure:
    """A figure of an event ("7 killed"), the mentions that give it, and who says so; ``corrected`` the one that its source gave in its place."""

    value: str
    mention_ids: tuple[str, ...]
    givers: tuple[str, ...]
    corrected: str = ""


@dataclass(frozen=True, slots=True)
class EventFigures:
    """The figures in which the statements of an event differ, and those that their own source has taken back, which are not among them."""

    event_id: str
    standing: tuple[GivenFigure, ...]
    withdrawn: tuple[GivenFigure, ...] = ()


@dataclass(frozen=True, slots=True)
class Extras:
    """Everything beside the coded documents.

    ``query`` says in words which acts of a database were asked for; ``excerpts`` sets only the paragraphs that hold acts or claims; ``left_out``
    says what a limit left out; ``findings`` is ``None`` where no audit was made; ``pictures`` go by document id;
    ``checked`` counts the acts that a reviewer judged, ``struck`` those of the documents that
    one called wrong, which are not among them; ``independent`` says how many independent sources tell each event that more than one statement
    tells, by the event's id; ``figures`` in what figures the statements of an event differ; ``short`` leaves out all but the head.
    """

    query: str = ""
    excerpts: bool = False
    left_out: tuple[str, ...] = ()
    response: ResponseReport | None = None
    accuracy: tuple[TypeAccuracy, ...] = ()
    pictures: tuple[tuple[str, tuple[PagePicture, ...]], ...] = ()
    findings: tuple[Finding, ...] | None = None
    exports: tuple[Export, ...] = ()
    checked: int = 0
    struck: int = 0
    independent: tuple[tuple[str, int], ...] = ()
    figures: tuple[EventFigures, ...] = ()
    short: bool = False

    def pictures_of(self, doc_id: str) -> tuple[PagePicture, ...]:
        """The pages of a document."""
        return next((pages for one, pages in self.pictures if one == doc_id), ())
