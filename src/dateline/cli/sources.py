"""``dateline sources``: what documents cite, as a table or for a reference manager."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from dateline.cli import problems
from dateline.cli.asked import refuse_unknown_document
from dateline.cli.endings import format_for
from dateline.cli.grid import Column, print_table
from dateline.errors import DatelineError
from dateline.store import DEFAULT_DB
from dateline.store.output import check_place
from dateline.types import Problem, Source


class SourcesFormat(StrEnum):
    """Formats of ``--format``."""

    TABLE = "table"
    JSONL = "jsonl"
    CSL_JSON = "csl-json"
    BIBTEX = "bibtex"
    RIS = "ris"


#: Endings of ``--out``.
_ENDINGS: Final = {
    SourcesFormat.TABLE: (".tsv", ".tab", ".txt"), SourcesFormat.JSONL: (".jsonl", ".ndjson"), SourcesFormat.CSL_JSON: (".json",),
    SourcesFormat.BIBTEX: (".bib",), SourcesFormat.RIS: (".ris",),
}  # fmt: skip
_COLUMNS: Final = (
    Column("document", share=3),
    Column("note", width=6),
    Column("kind", width=9),
    Column("by", share=4),
    Column("title", share=8),
    Column("in", share=4),
    Column("date", width=10),
)


def sources(
    inputs: Annotated[list[str] | None, typer.Argument(help="Files to read; without any, the sources in the database.")] = None,
    form: Annotated[
        SourcesFormat | None,
        typer.Option("--format", help="A table, records, or csl-json, bibtex or ris for Zotero and its like; by default what --out ends in, else a table."),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Write here instead of to standard output.")] = None,
    doc: Annotated[str | None, typer.Option(help="Only this document of the database: its id, or the file it came from.")] = None,
    db: Annotated[str, typer.Option("--db", envvar="DATELINE_DB", help="The database.")] = DEFAULT_DB,
) -> None:
    """List or export the sources that documents cite.

    Table and jsonl list every citation; csl-json, bibtex and ris give each source once, with the notes that cite it.

    Exit codes: 0 done (also where there are none), 1 an input or the database failed, 2 wrong usage.
    """
    if inputs and doc:
        raise typer.BadParameter("--doc goes with the database, not with files")
    form = format_for(out, form, _ENDINGS, SourcesFormat.TABLE)
    failed: list[Problem] = []
    try:
        check_place(out)
        cited = list(_of_files(inputs, failed) if inputs else _of_database(db, doc))
        _write(cited, form, out)
    except DatelineError as error:
        problems.tell(error, "sources")
        raise typer.Exit(1) from error
    for item in failed:
        problems.tell(item)
    if not cited:
        typer.echo("no sources", err=True)
    if failed:
        raise typer.Exit(1)


def _of_files(inputs: list[str], failed: list[Problem]) -> Iterator[tuple[str, Source]]:
    from dateline.read import read_inputs

    for item in read_inputs(inputs):
        if isinstance(item, Problem):
            failed.append(item)
        else:
            yield from ((item.input_id, source) for source in item.sources)


def _of_database(db: str, doc: str | None) -> Iterator[tuple[str, Source]]:
    from dateline.store.duckdb import Database

    with Database(db, read_only=True) as database:
        refuse_unknown_document(database, doc)
        yield from database.sources(database.find(doc) if doc is not None else None)


def _write(cited: list[tuple[str, Source]], form: SourcesFormat, out: Path | None) -> None:
    if form is SourcesFormat.TABLE and out is None:
        print_table(_COLUMNS, (_cells(input_id, source) for input_id, source in cited))
        return
    text = _text(cited, form)
    if out is None:
        sys.stdout.write(text)
        return
    from dateline.store.output import write_text

    write_text(text, out)


def _text(cited: list[tuple[str, Source]], form: SourcesFormat) -> str:
    import json

    from dateline.store.bibliography import BibliographyFormat, bibliography

    match form:
        case SourcesFormat.JSONL:
            return "".join(json.dumps(_record(*pair), ensure_ascii=False) + "\n" for pair in cited)
        case SourcesFormat.TABLE:
            lines = ("\t".join(cells) for cells in (tuple(column.heading for column in _COLUMNS), *(_cells(*pair) for pair in cited)))
            return "".join(line + "\n" for line in lines)
        case _:
            return bibliography(cited, BibliographyFormat(form.value))


def _record(input_id: str, source: Source) -> dict[str, object]:
    fields = asdict(source)
    fields["authors"] = list(source.authors)
    fields["span"] = [source.span.start, source.span.end] if source.span else None
    return {"input_id": input_id, **fields}


def _cells(input_id: str, source: Source) -> tuple[str, ...]:
    by = "; ".join((*source.authors, *((source.agency,) if source.agency else ())))
    title = source.title or source.url or ""
    where = source.outlet or source.publisher or (source.site if not by else None) or ""
    return (input_id, source.note or "", source.kind, by, " ".join(title.split()), where, source.published or "")
