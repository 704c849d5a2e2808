"""``dateline code``: read documents, code their acts, store them, and show or write them."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from dateline.cli import stopping
from dateline.cli.corpora import SILENCE, Engine, are_runs, code_corpus, is_corpus_run, load_runs, runner_of
from dateline.cli.endings import format_for
from dateline.cli.phrases import to_columns, to_country, to_day
from dateline.config import DEFAULT_CODER, BriefFormat
from dateline.errors import DatelineError
from dateline.process import keep_for_good
from dateline.storing import merged, run_and_store
from dateline.types import Coded, Document, Problem
from dateline.wording import plural

if TYPE_CHECKING:
    from dateline.pipeline import Pipeline
    from dateline.ranon import RanOn
    from dateline.read import ReadOptions
    from dateline.scale.pool import Runner


#: A text of so many characters is coded in minutes.
_LONG: Final = 500_000


class OutputFormat(StrEnum):
    """Formats of ``--format``."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    PLOVER = "plover"


#: Endings of ``--out`` that name a format.
_ENDINGS: Final = {
    OutputFormat.TABLE: (".txt", ".md"), OutputFormat.JSONL: (".jsonl", ".ndjson", ".json"), OutputFormat.CSV: (".csv",),
    OutputFormat.PARQUET: (".parquet", ".pq"), OutputFormat.PLOVER: (".json", ".jsonl"),
}  # fmt: skip


def code(
    inputs: Annotated[
        list[str],
        typer.Argument(
            help="Files, folders, patterns, a corpus (.jsonl, .parquet, .csv, also .jsonl.gz), web addresses, - for standard input; or what --out FOLDER/ wrote, for the database."
        ),
    ],
    brief: Annotated[Path | None, typer.Option(help="Write the brief here: .html (one offline file), .docx, .md or .pdf.")] = None,
    form: Annotated[
        OutputFormat | None, typer.Option("--format", help="What to print: a table, or records; by default what --out ends in, else a table.")
    ] = None,
    out: Annotated[
        str | None, typer.Option(help="Write the records to this file, or as Parquet with checkpoints into this folder/ or URL.")
    ] = None,
    db: Annotated[str | None, typer.Option(help="The database.", envvar="DATELINE_DB", show_default="dateline.duckdb")] = None,
    no_db: Annotated[bool, typer.Option("--no-db", help="Do not store.")] = False,
    published: Annotated[str | None, typer.Option("--date", help="Publication date of the files (YYYY-MM-DD).")] = None,
    columns: Annotated[str | None, typer.Option(help="What a corpus calls its fields: id=doc_id,text=body,date=pubdate.")] = None,
    day_first: Annotated[
        bool | None,
        typer.Option("--day-first/--month-first", help="3/4/2021 in a corpus is the 3rd of April, or March 4th.", show_default="as other dates of the file show"),
    ] = None,
    country: Annotated[
        str | None, typer.Option(help="Country that the files are news of (code of three letters, or name): whose \"the government\" is, before any dateline.")
    ] = None,
    coder: Annotated[str, typer.Option(help="Which coder to use.")] = DEFAULT_CODER,
    model: Annotated[Path | None, typer.Option(help="Model folder for the trained coder; the package's own where not given.")] = None,
    actors: Annotated[Path | None, typer.Option(help="A file of your own actors (TOML, table or TABARI/PETRARCH).")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Print what was considered in each sentence and why, and store nothing.")] = False,
    claims: Annotated[bool, typer.Option("--claims", help="Add claims to the records (jsonl only).")] = False,
    citations: Annotated[bool, typer.Option("--citations", help="Add the reports that notes cite: dated headlines, kind citation.")] = False,
    parser: Annotated[str | None, typer.Option(help="Package of the spaCy pipeline.", envvar="DATELINE_PARSER")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Worker processes (with --engine ray: actors) for --out FOLDER/.")] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Continue the run in --out FOLDER/: only what is missing is done.")] = False,
    engine: Annotated[Engine, typer.Option(help="Where the parts of a run into a folder are coded.")] = Engine.PROCESSES,
    address: Annotated[str | None, typer.Option(help="Address of the Ray cluster; one on this machine where not given.")] = None,
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Fetch addresses of your own machine and network too.")] = False,
    share: Annotated[str | None, typer.Option(help="Do every 100th part from the third: 3/100; for job arrays.")] = None,
) -> None:
    """Code documents: who did what to whom, when, where, according to whom, how certain and from which source.

    Exit codes: 0 done, 1 an input was not read or coded, or the database or an output failed (the rest is done), 2 wrong usage, 130 or 143 it
    was stopped (Ctrl+C, SIGTERM).
    """
    from dateline.ranon import RanOn
    from dateline.read import ReadOptions, read_inputs
    from dateline.store import DEFAULT_DB

    coding = {"--out": out is not None, "--no-db": no_db, "--brief": brief is not None, "--explain": explain, "--claims": claims, "--citations": citations}
    coding |= {"--resume": resume, "--workers": workers is not None, "--share": share is not None, "--date": published is not None}
    coding |= {"--columns": columns is not None, "--day-first": day_first is not None, "--country": country is not None}
    if are_runs(inputs, coding):
        load_runs(inputs, db or DEFAULT_DB)
        return
    options = ReadOptions(
        date=to_day(published, "--date"), allow_private=allow_private, columns=to_columns(columns), day_first=day_first, country=to_country(country, "--country")
    )
    refused = {
        "--explain": explain, "--citations": citations, "--brief": brief is not None, "--db": db is not None and db != os.environ.get("DATELINE_DB"),
        f"--format {form}": form not in (None, OutputFormat.TABLE, OutputFormat.PARQUET),
    }  # fmt: skip
    if is_corpus_run(out, wanted=bool(workers or resume or share or engine is Engine.RAY), refused=refused):
        settings = (coder, model, actors, parser)
        _into_folder(inputs, out or "", settings, options, runner_of(engine, workers, address), resume=resume, share=share)
        return
    result = _Result.of(form, Path(out) if out is not None else None, brief, claims=claims, citations=citations)
    stream = _progress(read_inputs(inputs, options))
    if explain:
        _explain(stream, coder, model, parser)
    else:
        _into_database(_pipeline(coder, actors, parser, model), stream, None if no_db else (db or DEFAULT_DB), result, RanOn(tuple(inputs), options))


@dataclass(frozen=True, slots=True)
class _Result:
    """What is shown of the coded documents, and where it is written."""

    form: OutputFormat
    file: Path | None
    brief: Path | None
    claims: bool
    citations: bool
    brief_form: BriefFormat = BriefFormat.HTML

    @classmethod
    def of(cls, form: OutputFormat | None, file: Path | None, brief: Path | None, *, claims: bool, citations: bool) -> _Result:
        """What is asked for, with the formats that the files' endings name; nothing is coded for a file that cannot be written.

        Raises:
            typer.BadParameter: an ending names no format that is written here, or options do not go together.
            DatelineError: E401 where there is no such folder.
        """
        from dateline.cli.brief import target
        from dateline.store.output import check_place

        chosen = format_for(file, form, _ENDINGS, OutputFormat.TABLE, "; 'dateline export' writes .xlsx and the formats of the field")
        brief_form = target(None, brief)[0] if brief is not None else BriefFormat.HTML
        if chosen is OutputFormat.PARQUET and file is None:
            raise typer.BadParameter("--format parquet needs --out FILE")
        if claims and chosen is not OutputFormat.JSONL:
            raise typer.BadParameter("--claims goes with --format jsonl")
        check_place(file, brief)
        return cls(chosen, file, brief, claims=claims, citations=citations, brief_form=brief_form)


def _into_database(pipeline: Pipeline, stream: Iterable[Document | Problem], target: str | None, result: _Result, ran_on: RanOn) -> None:
    """Codes documents, stores them unless there is no database, and shows what was asked for."""
    from dateline.citedreports import with_citations

    kept = f"documents coded before are in {target}, not yet merged into events" if target else "nothing is kept without a database"
    with stopping.told(lambda: f"{kept}; the same command codes all of them anew"):
        results = list(run_and_store(pipeline, stream, target, citations=result.citations, ran_on=ran_on))
        coded = merged([item for item in results if isinstance(item, Coded)], target)
    failed = [item for item in results if isinstance(item, Problem)]
    try:
        show([with_citations(item) for item in coded] if result.citations else coded, result.form, result.file, claims=result.claims)
        if result.brief is not None and coded:
            _write_brief(coded, failed, result.brief, result.brief_form, pipeline.coder_name)
    except DatelineError:
        _report_problems(coded, failed, target, replace(result, file=None, brief=None), always=True)  # so that nobody thinks the work lost
        raise
    _report_problems(coded, failed, target, result)
    if result.brief is not None and not coded:
        print(f"dateline: error: {result.brief}: no brief is written, as no document could be read", file=sys.stderr)
        raise typer.Exit(1)
    if any(item.severity == "error" for item in failed):
        raise typer.Exit(1)


def _pipeline(coder: str, actors: Path | None, parser: str | None, model: Path | None) -> Pipeline:
    from dateline.pipeline import CodeOptions, Pipeline

    pipeline = Pipeline(CodeOptions(coder=coder, actors=actors, parser=parser, model=model))
    keep_for_good()
    return pipeline


def _into_folder(
    inputs: list[str], out: str, coding: tuple[str, Path | None, Path | None, str | None], reading: ReadOptions, runner: Runner, *,
    resume: bool, share: str | None,
) -> None:  # fmt: skip
    from dateline.pipeline import CodeOptions
    from dateline.scale.manifest import Settings

    coder, model, actors, parser = coding
    settings = Settings.of(CodeOptions(coder=coder, model=model, actors=actors, parser=parser), reading)
    code_corpus(inputs, out, settings, runner, resume=resume, share=share)


def _explain(stream: Iterable[Document | Problem], coder: str, model: Path | None, parser: str | None) -> None:
    from dateline.cli.explain import explanation
    from dateline.coders import load_coder

    for line in explanation(load_coder(coder, model), stream, parser):
        typer.echo(line)


def _progress(items: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
    """Pass the inputs on: with a progress line on a terminal, elsewhere with a line a minute."""
    if not sys.stderr.isatty():
        yield from _told(items)
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} documents"), TimeElapsedColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading")
        for item in items:
            bar.update(task, advance=1, description=item.input_id[-60:])
            yield item


def _told(items: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
    """Pass the inputs on; a log says once a minute how many there were, and of a very long one that it takes its time."""
    last = time.monotonic()
    for number, item in enumerate(items, 1):
        if isinstance(item, Document) and len(item.text) > _LONG:
            print(f"dateline: {item.input_id}: {len(item.text) / 1e6:.1f} million characters; this takes some minutes", file=sys.stderr, flush=True)
        elif time.monotonic() - last > SILENCE:
            print(f"dateline: {number:,} documents, now {item.input_id}", file=sys.stderr, flush=True)
            last = time.monotonic()
        yield item


def show(coded: list[Coded], form: OutputFormat, out: Path | None, *, claims: bool) -> None:
    """Print the acts of coded documents, or write them to a file, with their claims where asked for."""
    if form is OutputFormat.TABLE:
        from dateline.cli.acts import print_acts

        print_acts(coded, out)
        return
    from dateline.store.export import ExportFormat, export
    from dateline.store.output import opened
    from dateline.store.values import rows_of

    rows = [row for item in coded for row in rows_of(item)]
    with opened(out if out is not None else sys.stdout, form is OutputFormat.PARQUET) as stream:
        export(rows, stream, ExportFormat(form.value))
        if claims:
            stream.writelines(_claim_lines(coded))


def _claim_lines(coded: list[Coded]) -> Iterator[str]:
    import json

    from dateline.record import claim_to_record

    return (json.dumps(claim_to_record(claim), ensure_ascii=False) + "\n" for item in coded for claim in item.claims)


def _write_brief(coded: list[Coded], failed: list[Problem], path: Path, form: BriefFormat, program: str) -> None:
    from dateline.briefs import WHOLE, Selection, make_extras, render, unread_line
    from dateline.store.output import write_bytes

    selection = Selection(tuple(coded), excerpts=len(coded) > WHOLE, left_out=unread_line(failed))
    page = render(selection, make_extras(selection, with_pictures=form in (BriefFormat.HTML, BriefFormat.PDF)), form, title=None, program=program)
    write_bytes(page, path)


def _report_problems(coded: list[Coded], failed: list[Problem], target: str | None, result: _Result, *, always: bool = False) -> None:
    """A line for each kind of problem of an input on standard error, then what was done."""
    from dateline.cli import problems

    problems.tell_all([*failed, *(p for c in coded for p in c.problems)])
    counts = ((len(coded), "document"), (sum(len(c.mentions) for c in coded), "act"), (sum(len(c.claims) for c in coded), "claim"))
    done = ", ".join(plural(number, one) for number, one in counts)
    where = f", stored in {target}" if target and Path(target).exists() else ""
    written = ((result.file, "records"), (result.brief if coded else None, "brief"))
    shown = "".join(f"; {what}: {path}" for path, what in written if path is not None)
    if sys.stderr.isatty() or failed or shown or always:
        print(f"dateline: {done}{where}{shown}{problems.unread(failed)}", file=sys.stderr)
