"""The library interface: ``read``, ``read_text`` and ``code``. Heavy libraries load at the first call, not at import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from numbers import Integral
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from dateline.config import DEFAULT_CODER
from dateline.errors import CATALOGUE, DatelineError
from dateline.process import CODING
from dateline.types import Claim, Coded, Document, EventMention, Problem, Sentence
from dateline.wording import plural

if TYPE_CHECKING:
    import pyarrow as pa

    from dateline.pipeline import Pipeline
    from dateline.responses import Response

#: So much of a text is shown where it was given for the path of a file.
_SHOWN: Final = 40


def read(path: str | Path, *, published: date | str | None = None, country: str | None = None) -> Document:
    """Read a document.

    Args:
        path: a file that Dateline reads: PDF, Word, HTML, EPUB, mail, Markdown or text.
        published: its publication date, where the file does not say it: a date, or a text that is one ("2024-12-05"). Of a moment
            (``datetime``, pandas' ``Timestamp``) its day counts, and a missing value of a column (``NaT``) is none.
        country: the country that it is news of, a code ("KEN") or a name: that of bare nouns ("the government"), before that of a dateline.

    Returns:
        The document: canonical text, blocks, notes and sources.

    Raises:
        DatelineError: E001-E008, with what is wrong and what to do; E017 for a publication date that is no day, E205 for a country that is none.
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

    try:
        return _read(path, options=ReadOptions(date=given_day(published, "published"), country=country))
    except DatelineError as error:
        if error.code in {"E001", "E002"} and isinstance(path, str) and _is_prose(path):
            raise DatelineError("E001", f"{path.strip()[:_SHOWN]}…", fix="this takes a path; dateline.read_text takes a text itself") from error
        raise


def _is_prose(path: str) -> bool:
    """Whether what was given for a path is a text: it has blanks or lines, and does not end as the name of a file does."""
    return len(path.split()) > 1 and ("\n" in path.strip() or not Path(path).suffix[1:].isalnum())


def read_text(
    text: str,
    *,
    id: str | int | UUID = "-",
    published: date | str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    country: str | None = None,
) -> Document:
    """Read a text that is in memory, such as a value of a data frame's column.

    The document is that of a corpus line with these fields (:func:`read_all`), its ids included.

    Args:
        text: the text of one document, paragraphs parted by blank lines; Markdown is read as such.
        id: what your data call it: ``input_id`` of the records. In a database a document replaces those that earlier runs stored under its id.
        published: its publication date, as for :func:`read`.
        title: its headline, where the text does not begin with it. A missing value of a column is none, here and below.
        publisher: the outlet.
        url: its address.
        country: the country that it is news of, a code ("KEN") or a name: that of bare nouns ("the government"), before that of a dateline;
            one that is none tells nothing and is a problem (W160) of the document.

    Returns:
        The document; its ``text`` begins with the title that was given.

    Raises:
        DatelineError: E003 for an empty text or a missing value, E005 for one too large, E006 for one that is not English, E017 for a publication date that is
            no day.
        TypeError: where the text is none.

    Example::

        report = dateline.read_text("Kenya expelled two envoys on Monday.", id="n1", published="2023-05-03")
        print(dateline.code(report).to_records()[0]["date"])
    """
    from dateline.read import ReadOptions
    from dateline.read.corpus import record_document
    from dateline.read.givenday import given_day, is_missing, plain_value

    name, words = _name(id), plain_value(text)
    if is_missing(words):
        raise DatelineError("E003", name, "no text", "leave out rows without a text, such as with pandas' dropna")
    if not isinstance(words, str):
        raise TypeError(f"dateline.read_text takes a text, not {type(text).__name__}")
    fields = {field: plain_value(value) for field, value in {"title": title, "publisher": publisher, "url": url, "country": country}.items()}
    for field, value in fields.items():
        if not is_missing(value) and not isinstance(value, str):
            raise TypeError(f"{field} is a text, not {type(value).__name__}")
    known = {field: value for field, value in fields.items() if not is_missing(value)}
    record = {"id": name, "text": words, "date": given_day(published, "published"), **known}
    made = record_document(record, name, ReadOptions())
    return replace(made, problems=tuple(replace(one, fix=CATALOGUE[one.code][2]) if one.code == "W102" else one for one in made.problems))


def _name(value: object) -> str:
    """The id of a document as text; a column of whole numbers in which some are missing has them as 3.0.

    Raises:
        TypeError: where it is none.
    """
    from dateline.read.givenday import plain_value

    found = plain_value(value)
    if isinstance(found, UUID) or (isinstance(found, str) and found):
        return str(found)
    if isinstance(found, bool) or not (isinstance(found, Integral) or (isinstance(found, float) and found.is_integer())):
        raise TypeError(f"id is a name or a number of the document, not {value!r}")
    return str(int(found))


@lru_cache(maxsize=4)
def _pipeline(coder: str, actors: str | None, model: str | None) -> Pipeline:
    from dateline.pipeline import CodeOptions, Pipeline

    return Pipeline(CodeOptions(coder=coder, model=Path(model) if model else None, actors=Path(actors) if actors else None))


def code(
    document: Document, *, coder: str = DEFAULT_CODER, actors: str | Path | None = None, model: str | Path | None = None, country: str | None = None
) -> CodedDocument:
    """Code the acts of a document.

    Args:
        document: what :func:`read` or :func:`read_text` returned.
        coder: name of the coder.
        actors: a file of one's own actors.
        model: a model folder for the trained coder, as ``dateline train`` writes it; the package's own where not given.
        country: the country that the document is news of, as for :func:`read`, in place of one that it was read with.

    Returns:
        The document with its acts and claims.

    Raises:
        DatelineError: E205 for a country that is none, E301-E303, where a model is missing.
        TypeError: where it is no document.
    """
    if not isinstance(document, Document):
        raise TypeError(f"dateline.code takes a document, not {type(document).__name__}: dateline.read(path) and dateline.read_text(text) make one")
    if country is not None:
        from dateline.ontology.fieldcodes import COUNTRY_FIX, country_given

        if country_given(country) is None:
            raise DatelineError("E205", "country", f"{country!r} is no country", COUNTRY_FIX)
        document = replace(document, country=country)
    with CODING:  # threads that begin together load the models once
        pipeline = _pipeline(coder, str(actors) if actors else None, str(model) if model else None)
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

    def __repr__(self) -> str:
        counts = ((self.sentences, "sentence"), (self.mentions, "act"), (self.claims, "claim"), (self.problems, "problem"))
        return f"<CodedDocument {self.document.input_id}: {', '.join(plural(len(listed), one) for listed, one in counts)}>"

    def __eq__(self, other: object) -> bool:
        return self.coded == other.coded if isinstance(other, CodedDocument) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.coded)

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

    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise DatelineError("E402", wanted_by, name, f"install it: python -m pip install {name}, or the extra dateline[{name}]") from error
