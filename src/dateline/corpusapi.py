"""The library interface to corpora and databases: ``read_all``, ``code_all``, ``events`` and ``series``; each does what the command does."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from dateline.config import DEFAULT_CODER
from dateline.errors import DatelineError
from dateline.types import Certainty, Coded, Document, Problem, Status

if TYPE_CHECKING:
    import pyarrow as pa

    from dateline.read import ReadOptions

#: What is read or coded: a path, a document that is read already or what went wrong with it, or several.
Input: TypeAlias = str | Path | Document | Problem | Iterable["str | Path | Document | Problem"]


@dataclass(frozen=True, slots=True)
class CorpusRun:
    """What was coded into a database: numbers of documents, acts and claims, and what went wrong, of inputs that failed and of those that were coded."""

    documents: int
    acts: int
    claims: int
    problems: tuple[Problem, ...]


def read_all(
    *inputs: Input,
    published: date | str | None = None,
    columns: Mapping[str, str] | None = None,
    day_first: bool | None = None,
    country: str | None = None,
) -> Iterator[Document | Problem]:
    """Read documents, folders and corpora, one document after the other.

    Args:
        inputs: files, folders, patterns, web addresses, and corpora (``.jsonl``, ``.parquet``, ``.csv``, ``.jsonl.gz``) with ``id``, ``text``
            and ``date``; documents that are read already, and lists or generators of any of these.
        published: the publication date of what does not say it, as for :func:`read`.
        columns: what corpora call their fields, where it is otherwise: ``{"id": "doc_id", "text": "body"}``.
        day_first: whether 3/4/2021 in a corpus is the 3rd of April; where not given, other dates of the file say it.
        country: the country that documents are news of which do not say it, by code or name, as for :func:`read`.

    Returns:
        The documents in order; for a bad input the problem, which does not stop the rest.

    Raises:
        DatelineError: E017 for a publication date that is no day, E205 for a country that is none.
        TypeError: for an input that is none.

    Example::

        for one in dateline.read_all("news.jsonl"):
            print(one.input_id)
    """
    from dateline.read import ReadOptions as _ReadOptions
    from dateline.read import read_inputs
    from dateline.read.givenday import given_day

    options = _ReadOptions(date=given_day(published, "published"), columns=tuple((columns or {}).items()), day_first=day_first, country=country)
    paths = [one for one in inputs if isinstance(one, str | Path)]
    if len(paths) == len(inputs):
        return read_inputs([str(one) for one in paths], options)
    return _each(inputs, options)


def _each(inputs: Iterable[object], options: ReadOptions) -> Iterator[Document | Problem]:
    """What is read already as it stands, and what the paths between hold."""
    from dateline.read import read_inputs

    for are_paths, some in groupby(_listed(inputs), lambda one: isinstance(one, str | Path)):
        if are_paths:
            yield from read_inputs([str(one) for one in some], options)
        else:
            yield from (one for one in some if isinstance(one, Document | Problem))


def _listed(inputs: Iterable[object]) -> Iterator[str | Path | Document | Problem]:
    """The inputs one by one, those in lists, generators and columns of a frame too, which are gone through as they are read.

    Raises:
        TypeError: for what is no input, such as a data frame, whose rows :func:`dateline.read_text` reads.
    """
    for one in inputs:
        if isinstance(one, str | Path | Document | Problem):
            yield one
        elif isinstance(one, Iterable) and not isinstance(one, bytes | Mapping) and not hasattr(one, "columns"):
            yield from _listed(one)
        else:
            fix = "dateline.read_text(text) makes a document of each row of a frame"
            raise TypeError(f"an input is a path, a document, or a list of them, not {type(one).__name__}: {fix}")


def code_all(
    *inputs: Input,
    db: str | Path,
    published: date | str | None = None,
    coder: str = DEFAULT_CODER,
    actors: str | Path | None = None,
    model: str | Path | None = None,
    citations: bool = False,
    columns: Mapping[str, str] | None = None,
    day_first: bool | None = None,
    country: str | None = None,
) -> CorpusRun:
    """Code documents and corpora into a database and merge their statements into events, as ``dateline code --db`` does.

    Args:
        inputs: as for :func:`read_all`.
        db: the database; it is made where it does not exist, and documents that it has are replaced.
        published: the publication date of what does not say it, as for :func:`read`.
        coder: name of the coder.
        actors: a file of one's own actors.
        model: a model folder for the trained coder, as for :func:`code`.
        citations: store the reports that dated headlines in notes make as well.
        columns: as for :func:`read_all`.
        day_first: as for :func:`read_all`.
        country: as for :func:`read_all`.

    Returns:
        How much was coded, and what went wrong.

    Raises:
        DatelineError: E017 for a publication date that is no day, E205 for a country that is none, E201-E203 where the database cannot be written, E301-E303 where a
            model is missing.

    Example::

        run = dateline.code_all("news.jsonl", db="news.duckdb")  # or documents: code_all([dateline.read_text(…), …], db=…)
        print(run.documents, run.acts, [problem.detail for problem in run.problems])
    """
    from dateline.pipeline import CodeOptions, Pipeline
    from dateline.ranon import RanOn
    from dateline.read import ReadOptions
    from dateline.read.givenday import given_day
    from dateline.storing import merged, run_and_store

    found = read_all(*inputs, published=published, columns=columns, day_first=day_first, country=country)
    pipeline = Pipeline(CodeOptions(coder=coder, model=Path(model) if model else None, actors=Path(actors) if actors else None))
    documents = acts = claims = 0
    problems: list[Problem] = []
    named = tuple(str(path) for one in inputs for path in (one if isinstance(one, list | tuple) else (one,)) if isinstance(path, str | Path))
    reading = ReadOptions(date=given_day(published, "published"), columns=tuple((columns or {}).items()), day_first=day_first, country=country)
    for item in run_and_store(pipeline, found, str(db), citations=citations, ran_on=RanOn(named, reading)):
        if isinstance(item, Coded):
            documents, acts, claims = documents + 1, acts + len(item.mentions), claims + len(item.claims)
            problems += item.problems
        else:
            problems.append(item)
    merged([], str(db))
    return CorpusRun(documents, acts, claims, tuple(problems))


def events(
    db: str | Path,
    *,
    actor: str | Sequence[str] | None = None,
    recipient: str | Sequence[str] | None = None,
    either: str | Sequence[str] | None = None,
    types: str | Sequence[str] = (),
    since: str | int | date | None = None,
    until: str | int | date | None = None,
    place: str | Sequence[str] | None = None,
    statuses: str | Sequence[Status | str] = (),
    citations: bool = False,
) -> pa.Table:
    """The coded acts of a database by date, as ``dateline events`` lists them; what is not given does not restrict.

    Args:
        db: a database that ``dateline code`` or :func:`code_all` wrote.
        actor: who did it: a country by code or name, a body, or words of another name; several in a list or by commas.
        recipient: to whom, given so too.
        either: actor or recipient.
        types: PLOVER types, such as ``"ACCUSE"``.
        since: first day, month or year: ``"2024"``, ``"2024-10"``, or a date.
        until: last day, month or year.
        place: where: a country by code or name, or words of the place's name.
        statuses: such as ``"occurred"``.
        citations: with the reports that notes cite, where they were stored.

    Returns:
        An Arrow table in the record contract, one row a statement; statements of one event share ``event_id``. Its
        ``to_pandas()`` needs the extra ``dateline[pandas]``. Rows tell of what was not
        done (``negated``) and of what is only planned or imagined (``status``) as well.

    Raises:
        DatelineError: E201-E203 where the database cannot be read, E205 and E411 for a value that is none, E205 too for a party that nobody knows.

    Example::

        table = dateline.events("news.duckdb", actor="KEN", since="2024")
        done = [row for row in table.to_pylist() if row["status"] == "occurred" and not row["negated"]]
    """
    from dateline.askedactors import refuse_unknown, sought, sought_places
    from dateline.askeddays import day_prefix
    from dateline.reviewed import reviewed
    from dateline.store import EventFilter
    from dateline.store.records import records_to_table

    wanted = EventFilter(
        sought(actor), sought(recipient), sought(either), _codes(types), day_prefix("since", since), day_prefix("until", until), sought_places(place),
        tuple(_status(one) for one in _several(statuses)), citations=citations,
    )  # fmt: skip
    with reviewed(db) as database:
        refuse_unknown(database, actor, recipient, either)
        return records_to_table([row.mention for row in database.iter_events(wanted)])


def series(
    db: str | Path,
    *,
    actor: str | Sequence[str] = (),
    recipient: str | Sequence[str] = (),
    types: str | Sequence[str] = (),
    since: str | int | date | None = None,
    until: str | int | date | None = None,
    unit: str = "dyad",
    level: str = "country",
    undirected: bool = False,
    period: str = "month",
    by: str = "quad",
    count: str = "mentions",
    datasets: str | Sequence[str] = (),
    certainty: Certainty | str = Certainty.POSSIBLE,
    min_confidence: float = 0.0,
    statuses: str | Sequence[Status | str] = (),
    attributed: str | Sequence[str] = (),
    according_to: str | None = None,
    citations: bool = False,
    alleged: bool = False,
    top: int | None = None,
    rates: str | Path | None = None,
) -> pa.Table:
    """Counts of acts by party and period, zero-filled, with the error of the coding, as ``dateline series`` writes them.

    Args:
        db: the database.
        actor: countries, parties or persons, by code or name (``"KEN LAB"``); only their acts.
        recipient: the same; only acts directed at them.
        types: PLOVER types.
        since: first day, month or year, or a date.
        until: last day, month or year.
        unit: ``dyad``, ``actor`` or ``recipient``.
        level: ``country``, or ``sector`` for countries with sectors.
        undirected: both directions of a pair as one series, in which a joint act counts once.
        period: ``day``, ``week``, ``month``, ``quarter`` or ``year``.
        by: counts by ``quad`` class or by ``type``.
        count: ``mentions`` (statements) or ``events``.
        datasets: ``dateline`` (own codings) or names of imported ones; all where not given.
        certainty: the least that is counted of own codings.
        min_confidence: the least confidence of own codings, in [0, 1].
        statuses: such as ``"future"``; what occurred or is ongoing where not given.
        attributed: who says so: ``author``, ``speaker``, ``institution``, ``media``, ``unnamed``, ``document``, ``poll``.
        according_to: a country, by code or name; only what its speakers say.
        citations: count the reports that notes cite as well.
        alleged: count also what only the other side says that an actor did.
        top: only the parties with the most acts, so many of each data set.
        rates: a file of error rates of your own, as ``dateline evaluate --rates`` writes it; the package's where not given.

    Returns:
        An Arrow table (its ``to_pandas()`` needs the extra ``dateline[pandas]``); docs/formats.md describes its columns. What was left out of the
        acts that match stands, a line for each reason, in ``table.schema.metadata[b"left_out"]``; of acts without any date a warning is given as well.

    Raises:
        DatelineError: E201-E203 where the database cannot be read, E205 and E411 for a value that is none, E434 where it would be too long.

    Example::

        table = dateline.series("news.duckdb", actor="KEN", period="quarter")
        print(table.select(["start", "n", "n_low", "n_high"]).to_pylist())
    """
    from dateline.analyse.options import By, SeriesOptions
    from dateline.analyse.series import series as _series
    from dateline.askedcodes import asked_codes, asked_speaker, refuse_unknown
    from dateline.askeddays import day_prefix
    from dateline.reviewed import reviewed
    from dateline.store.actfilter import REPORTED, ActFilter, Count, Cut, Level, Period, Unit
    from dateline.store.acts import cells

    if top is not None and top < 1:
        raise DatelineError("E205", f"top={top!r}", "so many parties are counted", "give 1 or more, or None for all")
    try:
        least = Certainty(certainty)
        cut = Cut(Unit(unit), Level(level), Period(period), Count(count), top, undirected)
        division = By(by)
        told = tuple(Status(one) for one in _several(statuses)) or REPORTED
    except ValueError as error:
        raise DatelineError("E205", str(error)) from error
    asked = [asked_codes(_several(actor)), asked_codes(_several(recipient))]
    wanted = ActFilter(
        _several(datasets), asked[0].codes, asked[1].codes, _codes(types), day_prefix("since", since), day_prefix("until", until),
        told, least, _several(attributed), asked_speaker(according_to), min_confidence, citations, alleged,
    )  # fmt: skip
    options = SeriesOptions(period, division, wanted.first, wanted.last, top, undirected and cut.unit is Unit.DYAD, str(rates) if rates else None)
    with reviewed(db) as database:
        found = cells(database, wanted, cut)
    for one in asked if found.table.num_rows == 0 else ():
        refuse_unknown(one)
    lines = found.left_out.lines(cut.period or "period")
    if found.left_out.undated:
        warnings.warn(lines[0], stacklevel=2)
    return _series(found.table, options.within(found.span)).replace_schema_metadata({"left_out": "\n".join(lines)})


def _several(values: str | Sequence[str]) -> tuple[str, ...]:
    """A value, or values; also in one text, parted by commas."""
    listed = [values] if isinstance(values, str) else values
    return tuple(part.strip() for one in listed for part in one.split(",") if part.strip())


def _codes(values: str | Sequence[str]) -> tuple[str, ...]:
    return tuple(one.upper() for one in _several(values))


def _status(value: str) -> Status:
    try:
        return Status(value)
    except ValueError as error:
        raise DatelineError("E205", value, f"statuses: {', '.join(Status)}") from error
