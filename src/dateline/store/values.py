"""Values that go into the store and come out of it, beside those of :mod:`dateline.types`."""

from __future__ import annotations

import calendar
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from dateline.errors import DatelineError
from dateline.ontology.plover import event_type
from dateline.types import Coded, Document, EventMention, Status

#: The database that commands use where ``--db`` and ``DATELINE_DB`` name none; in the current folder.
DEFAULT_DB: Final = "dateline.duckdb"

_PREFIX = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Model:
    """A model that took part in a run."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class InputFile:
    """An input of a run with the hash of its raw bytes."""

    input_id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class RunCounts:
    """What a run wrote."""

    documents: int = 0
    sentences: int = 0
    mentions: int = 0
    claims: int = 0
    problems: int = 0


@dataclass(frozen=True, slots=True)
class RunInfo:
    """One start of the program: what it ran on and with.

    ``started`` is in UTC (a zone is converted), ``settings`` a JSON object as text.
    """

    run_id: str
    started: datetime
    program: str
    settings: str = "{}"
    models: tuple[Model, ...] = ()
    inputs: tuple[InputFile, ...] = ()


def new_run(
    program: str,
    started: datetime,
    *,
    settings: str = "{}",
    models: tuple[Model, ...] = (),
    inputs: tuple[InputFile, ...] = (),
) -> RunInfo:
    """A run with an id hashed from its start (to the microsecond) and what it ran on and with."""
    parts = [started.isoformat(), program, settings, *(f"{file.input_id}\0{file.sha256}" for file in inputs)]
    run_id = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return RunInfo(run_id, started, program, settings, models, inputs)


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What is said of a document beside its text."""

    doc_id: str
    input_id: str
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    lang: str | None = None
    format: str = "text"

    @classmethod
    def of(cls, document: Document) -> DocumentInfo:
        """The information of a document that is at hand."""
        return cls(
            document.doc_id,
            document.input_id,
            document.title,
            document.published,
            document.publisher,
            document.url,
            document.lang,
            document.format,
        )


@dataclass(frozen=True, slots=True)
class EventRow:
    """A mention with the document it stands in."""

    mention: EventMention
    document: DocumentInfo


def rows_of(coded: Coded) -> Iterator[EventRow]:
    """The mentions of a coded document, each with its document, in the document's order."""
    info = DocumentInfo.of(coded.document)
    return (EventRow(mention, info) for mention in coded.mentions)


def utc(moment: datetime) -> datetime:
    """The moment in UTC without a zone, as the table has it; one without a zone is taken as UTC."""
    return moment if moment.tzinfo is None else moment.astimezone(UTC).replace(tzinfo=None)


def first_day(prefix: str) -> date:
    """The first day of a year, month or day given as an ISO prefix.

    >>> first_day("2024-10")
    datetime.date(2024, 10, 1)

    Raises:
        DatelineError: E205 where it is not a prefix of an ISO date.
    """
    match = _PREFIX.fullmatch(prefix)
    try:
        if match is None:
            raise ValueError(prefix)
        return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError as error:
        raise DatelineError("E205", prefix, "a date is written 2024, 2024-10 or 2024-10-05") from error


def last_day(prefix: str) -> date:
    """The last day of a year, month or day given as an ISO prefix.

    >>> last_day("2024-02")
    datetime.date(2024, 2, 29)

    Raises:
        DatelineError: E205 where it is not a prefix of an ISO date.
    """
    first = first_day(prefix)
    if len(prefix) == 4:
        return date(first.year, 12, 31)
    if len(prefix) == 7:
        return date(first.year, first.month, calendar.monthrange(first.year, first.month)[1])
    return first


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which mentions are wanted; what is ``None`` or empty does not restrict.

    ``actor``, ``recipient`` and ``either`` (one of the two) are three-letter codes in capitals or words of a
    name (whole words, any case), parted by commas: one of them. ``since`` and ``until`` are prefixes of ISO dates, both included; a mention matches
    where its days overlap theirs, and where it has no date its document's publication date counts. ``place`` is such a list of
    country codes or words of a place's name, ``doc`` a document id or an input id. ``citations``: with the reports that notes cite.

    Raises:
        DatelineError: E205 for an empty value or a date that is none, E411 for an unknown type, on construction.
    """

    actor: str | None = None
    recipient: str | None = None
    either: str | None = None
    types: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    place: str | None = None
    statuses: tuple[Status, ...] = ()
    doc: str | None = None
    limit: int | None = None
    citations: bool = False

    def __post_init__(self) -> None:
        for name in self.types:
            event_type(name)
        for words in (self.actor, self.recipient, self.either, self.place, self.doc):
            if words is not None and not words.strip(" ,"):
                raise DatelineError("E205", repr(words), "it is empty")
        first = None if self.since is None else first_day(self.since)
        last = None if self.until is None else last_day(self.until)
        if first is not None and last is not None and first > last:
            raise DatelineError("E205", f"{self.since} to {self.until}", "the first day is after the last")
        if self.limit is not None and self.limit < 1:
            raise DatelineError("E205", str(self.limit), "a limit is 1 or more")
