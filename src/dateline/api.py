"""The library interface: ``read`` and ``code``. Heavy libraries load at the first call, not at import."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.config import DEFAULT_CODER
from dateline.process import CODING
from dateline.types import Claim, Coded, Document, EventMention, Problem, Sentence

if TYPE_CHECKING:
    import pyarrow as pa

    from dateline.pipeline import Pipeline
    from dateline.responses import Response


def read(path: str | Path, *, published: date | str | None = None) -> Document:
    """Read a document.

    Args:
        path: a file that Dateline reads: PDF, Word, HTML, EPUB, mail, Markdown or text.
        published: its publication date, where the file does not say it: a date, or a text that is one ("2024-12-05"). Of a moment
            (``datetime``, pandas' ``Timestamp``) its day counts, and a missing value of a column (``NaT``) is none.

    Returns:
        The document: canonical text, blocks, notes and sources.

    Raises:
        DatelineError: E001-E008, with what is wrong and what to do; E017 for a publication date that is no day.
        TypeError: where the path is none.

    Example::

        doc = dateline.read("samples/seoul-response.md")
        print(doc.title, doc.published, len(doc.notes))
    """
    if not isinstance(path, str | Path):
        raise TypeError(f"dateline.read takes the path of a file, not {type(path).__name__}")
    from dateline.read import ReadOptions
    from dateline.read import read as _read
    from dateline.read.givenday import given_day

    return _read(path, options=ReadOptions(date=given_day(published, "published")))


@lru_cache(maxsize=4)
def _pipeline(coder: str, actors: str | None) -> Pipeline:
    from dateline.pipeline import CodeOptions, Pipeline

    return Pipeline(CodeOptions(coder=coder, actors=Path(actors) if actors else None))


def code(document: Document, *, coder: str = DEFAULT_CODER, actors: str | Path | None = None) -> CodedDocument:
    """Code the acts of a document.

    Args:
        document: what :func:`read` returned.
        coder: name of the coder.
        actors: a file of one's own actors.

    Returns:
        The document with its acts and claims.

    Raises:
        DatelineError: E301-E303, where a model is missing.
        TypeError: where it is no document.
    """
    if not isinstance(document, Document):
        raise TypeError(f"dateline.code takes a document, not {type(document).__name__}: dateline.code(dateline.read(path))")
    with CODING:  # threads that begin together load the models once
        pipeline = _pipeline(coder, str(actors) if actors else None)
    return CodedDocument(pipeline.code([document])[0])


def response(
    source: str | Path | CodedDocument | Sequence[CodedDocument],
    *,
    actor: str | Sequence[str],
    to: str,
    since: str | int | date | None = None,
    until: str | int | date | None = None,
    within: int | None = None,
    confidence: float | None = None,
) -> Response:
    """How actors responded to what others did.

    Args:
        source: a database that ``dateline code`` wrote, or coded documents.
        actor: codes or names of the actors asked, in a list or parted by commas.
        to: the trigger: actor, type, and recipient or place (``"PRK MOBILIZE RUS"``; ``*`` for any), or the id of an event.
        since: first day of the trigger: a date, or ``"2024"``, ``"2024-10"``.
        until: last day of the trigger.
        within: days after the trigger in which acts are looked for; where not given half a year, and in a text that tells of the
            trigger and dates what followed all of it.
        confidence: least confidence of a coded act, in [0, 1]; 0.5 where not given.

    Returns:
        The trigger, and for each actor the response ladder, domestic acts, claims, what was not done, and the baseline.

    Raises:
        DatelineError: E201-E203 where the database cannot be read, E205 where the trigger or an actor is malformed.

    Example::

        answer = dateline.response(dateline.code(doc), actor="KOR", to="PRK MOBILIZE *")
        for rung in answer.actors[0].ladder:
            print(rung.name, rung.events, rung.first, rung.latency)
    """
    from dateline.askeddays import day_prefix
    from dateline.responses import Response as _Response
    from dateline.responses import ResponseOptions, respond_in_database, respond_in_documents
    from dateline.store.values import first_day, last_day

    first, last = day_prefix("since", since), day_prefix("until", until)
    options = ResponseOptions(first_day(first) if first else None, last_day(last) if last else None, within, confidence)
    if isinstance(source, str | Path):
        return _Response(respond_in_database(source, actor, to, options))
    documents = [source] if isinstance(source, CodedDocument) else source
    return _Response(respond_in_documents([one.coded for one in documents], actor, to, options))


class CodedDocument:
    """A coded document with its tables and its view in a notebook.

    Args:
        coded: the value the pipeline returned.
    """

    def __init__(self, coded: Coded) -> None:
        self.coded = coded

    @property
    def document(self) -> Document:
        """The document that was coded."""
        return self.coded.document

    @property
    def sentences(self) -> Sequence[Sentence]:
        """Its sentences in text order."""
        return self.coded.sentences

    @property
    def mentions(self) -> Sequence[EventMention]:
        """Its acts in text order."""
        return self.coded.mentions

    @property
    def citations(self) -> Sequence[EventMention]:
        """The acts that dated headlines in its notes report; they are not among ``mentions``."""
        return self.coded.citations

    @property
    def claims(self) -> Sequence[Claim]:
        """Its claims in text order."""
        return self.coded.claims

    @property
    def problems(self) -> Sequence[Problem]:
        """What went wrong or is uncertain about the document."""
        return self.coded.problems

    def to_records(self) -> list[dict[str, object]]:
        """One dict per act, in the record contract."""
        from dateline.record import mention_to_record

        return [mention_to_record(mention) for mention in self.coded.mentions]

    def to_arrow(self) -> pa.Table:
        """The acts as an Arrow table in the record contract, one row an act."""
        from dateline.store.records import records_to_table

        return records_to_table(self.coded.mentions)

    def to_polars(self) -> Any:
        """The acts as a polars frame.

        Raises:
            DatelineError: E402 where polars is not installed.
        """
        return _library("polars", "to_polars()").from_arrow(self.to_arrow())

    def to_pandas(self) -> Any:
        """The acts as a pandas frame.

        Raises:
            DatelineError: E402 where pandas is not installed.
        """
        _library("pandas", "to_pandas()")
        return self.to_arrow().to_pandas()

    def _repr_html_(self) -> str:
        from dateline.report import html_repr

        return html_repr(self.coded)


def _library(name: str, wanted_by: str) -> Any:
    """A library of the user's own choice.

    Raises:
        DatelineError: E402 where it is not installed.
    """
    from importlib import import_module

    from dateline.errors import DatelineError

    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise DatelineError("E402", wanted_by, name, f"install it: python -m pip install {name}, or the extra dateline[{name}]") from error
