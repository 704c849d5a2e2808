"""The command line: one module a command, registered here. Nothing heavy is imported before a command runs."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from typing import Final

import typer

from dateline.cli import problems
from dateline.cli.audit import audit
from dateline.cli.brief import brief
from dateline.cli.code import code
from dateline.cli.corpora import rerun
from dateline.cli.corpus import corpus
from dateline.cli.evaluate import evaluate
from dateline.cli.events import events
from dateline.cli.export import export
from dateline.cli.forget import forget
from dateline.cli.imports import import_
from dateline.cli.leaving import leave
from dateline.cli.letters import keep_all_letters
from dateline.cli.response import response
from dateline.cli.review import review
from dateline.cli.series import series
from dateline.cli.sources import sources
from dateline.cli.sql import sql
from dateline.cli.train import train
from dateline.cli.usage import Command, Group
from dateline.cli.watch import watch
from dateline.cli.when import when
from dateline.cli.where import where
from dateline.cli.who import who
from dateline.errors import DatelineError
from dateline.process import keep_to_one_thread
from dateline.version import __version__

app = typer.Typer(
    name="dateline",
    cls=Group,
    help="Who did what to whom, when, where, according to whom, how certain, and from which source.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for _command in (
    audit, code, events, sources, watch, rerun, series, review, response, sql, export, brief, import_, forget, evaluate, train, who, where, when,
):  # fmt: skip
    app.command(_command.__name__.rstrip("_"), cls=Command)(_command)
app.add_typer(corpus, name="corpus")


def _version(value: bool) -> None:
    if value:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit()


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version and stop."),
) -> None:
    """Dateline codes political events from documents, with attribution, certainty and sources."""


#: What writing says where there is no room for it: disk, quota, largest size of a file, read-only.
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO})


#: What a shell says of a program whose reader has gone (128 and the number of SIGPIPE), so that 'dateline ... | head' fails no other way than others do.
_READER_GONE: Final = 141


def _drop_output() -> None:
    """Points standard output to nowhere, so that what it still holds is not tried again on leaving."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run() -> None:
    """Entry point of the console script: :func:`main` in a process of its own, which ends with it."""
    try:
        main()
    except SystemExit as end:
        leave(end.code)
    leave(0)


def main() -> None:
    """One command, by ``sys.argv``; a coded error is one line on standard error and exit code 1.

    Raises:
        SystemExit: at its end, with the exit code.
    """
    keep_to_one_thread()
    keep_all_letters(sys.stdout, sys.stderr)
    try:
        try:
            app()
        finally:
            sys.stdout.flush()  # what is still held back must not fail unseen when the interpreter ends
    except DatelineError as error:
        problems.tell(error)
        raise SystemExit(1) from None
    except BrokenPipeError:
        _drop_output()
        raise SystemExit(_READER_GONE) from None
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # typer has made an exit code 1 of it
            _drop_output()
            raise SystemExit(_READER_GONE) from None
        raise
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        problems.tell(DatelineError("E401", str(error.filename or "standard output"), error.strerror))
        _drop_output()
        raise SystemExit(1) from None
