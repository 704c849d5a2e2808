"""``dateline audit``: what an editor should look at before a text with notes goes out."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from dateline.cli import problems
from dateline.cli.endings import check_ending, format_for
from dateline.cli.phrases import to_day
from dateline.config import DEFAULT_CODER
from dateline.errors import DatelineError
from dateline.types import Document, Problem

if TYPE_CHECKING:
    from dateline.audit import Audit


class AuditFormat(StrEnum):
    """Formats of ``--format``."""

    TERMINAL = "terminal"
    JSON = "json"


#: Endings of ``--out``.
_ENDINGS: Final = {AuditFormat.TERMINAL: (".txt", ".md"), AuditFormat.JSON: (".json", ".jsonl", ".ndjson")}


def audit(
    inputs: Annotated[list[str], typer.Argument(help="Files, folders or patterns.")],
    form: Annotated[
        AuditFormat | None, typer.Option("--format", help="A report to read, or one JSON object a document; by default what --out ends in, else a report.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="Write the report or the JSON here instead of to standard output.")] = None,
    html: Annotated[Path | None, typer.Option(help="Also write one offline HTML page here.")] = None,
    comments: Annotated[Path | None, typer.Option(help="Also write copies of the Word files here, with the findings as comments: a .docx, or a folder.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 where anything was found.")] = False,
    published: Annotated[str | None, typer.Option("--date", help="Publication date of the files (YYYY-MM-DD).")] = None,
    coder: Annotated[str, typer.Option(help="Which coder to use.")] = DEFAULT_CODER,
    actors: Annotated[Path | None, typer.Option(help="A file of your own actors (TOML, table or TABARI/PETRARCH).")] = None,
) -> None:
    """Audit the sources of documents: statements without any, lost notes, and where text and cited headline disagree.

    Exit codes: 0 done, 1 an input failed (or, with --strict, something was found), 2 wrong usage.
    """
    from dateline.audit import audit_documents
    from dateline.audit.findings import warnings_of
    from dateline.pipeline import CodeOptions, Pipeline
    from dateline.read import ReadOptions, read_inputs
    from dateline.store.output import check_place

    form = format_for(out, form, _ENDINGS, AuditFormat.TERMINAL, "; --html FILE writes the page")
    check_ending(html, (".html", ".htm"), "--html")
    check_place(out, html)
    failed: list[Problem] = []
    documents: list[Document] = []
    for item in read_inputs(inputs, ReadOptions(date=to_day(published, "--date"))):
        if isinstance(item, Problem):
            failed.append(item)
        else:
            documents.append(item)
    _check(comments, documents)
    pipeline = Pipeline(CodeOptions(coder=coder, actors=actors))
    audits = [found for document in documents for found in audit_documents(pipeline, [document])]
    _print(audits, form, out)
    if html is not None:
        from dateline.audit.page import render_page
        from dateline.store.output import write_bytes

        write_bytes(render_page(audits, program=pipeline.coder_name).encode("utf-8", "replace"), html)
    if comments is not None:
        _comment(audits, comments)
    for line in problems.lines([*failed, *(one for document in documents for one in warnings_of(document))]):
        print(f"dateline: {line}", file=sys.stderr)
    if any(one.severity == "error" for one in failed) or (strict and any(one.findings for one in audits)):
        raise typer.Exit(1)


def _check(comments: Path | None, documents: list[Document]) -> None:
    """``--comments`` needs Word files, and a folder for several."""
    if comments is None:
        return
    words = [document for document in documents if document.format == "docx"]
    if not words:
        raise typer.BadParameter("--comments needs a Word file (.docx) among the inputs")
    if len(words) > 1 and comments.suffix:
        raise typer.BadParameter("--comments needs a folder where several Word files are audited")


def _comment(audits: list[Audit], target: Path) -> None:
    from dateline.audit.comments import with_comments
    from dateline.store.output import write_bytes

    for one in audits:
        if one.document.format != "docx":
            continue
        source = Path(one.document.input_id)
        path = target if target.suffix else target / f"{source.stem}.audited.docx"
        if path.exists() and source.exists() and path.samefile(source):
            raise typer.BadParameter("--comments would overwrite the file itself")
        try:
            data = source.read_bytes()
        except OSError as error:
            raise DatelineError("E002", str(source), error.strerror) from error
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(with_comments(data, one), path)


def _print(audits: list[Audit], form: AuditFormat, out: Path | None) -> None:
    from dateline.store.output import write_bytes

    if form is AuditFormat.JSON:
        import json

        from dateline.audit.record import audit_to_record

        lines = "".join(json.dumps(audit_to_record(one), ensure_ascii=out is None) + "\n" for one in audits)
        if out is None:
            sys.stdout.write(lines)
        else:
            write_bytes(lines.encode("utf-8", "replace"), out)
        return
    from dateline.cli.auditreport import print_audits, report_lines

    if out is None:
        print_audits(audits)
    else:
        write_bytes("".join(line + "\n" for one in audits for line in report_lines(one)).encode("utf-8", "replace"), out)
