"""``dateline code … --out FOLDER`` and ``dateline rerun``: runs over a corpus that write partitioned Parquet."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager, chdir, nullcontext
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from dateline.cli import problems, stopping
from dateline.errors import DatelineError, problem
from dateline.read.repeated import CODE, COPY
from dateline.wording import plural

if TYPE_CHECKING:
    from dateline.scale.manifest import Manifest, Settings
    from dateline.scale.pool import Runner
    from dateline.scale.run import Summary
    from dateline.scale.work import PartDone, PartFailed


#: Endings of files that ``code --out`` writes.
_FILES: Final = (".jsonl", ".csv", ".parquet", ".json", ".txt")
#: What is said beside of --db.
_NO_DATABASE: Final = " and no database; 'dateline code FOLDER --db FILE' makes one of them afterwards, for events, series, export and brief"
#: A log is silent for so many seconds at most between documents or parts.
SILENCE: Final = 60.0
#: So many ids are named that several documents have, and so many inputs with errors.
_NAMED: Final = 3


class Engine(StrEnum):
    """Where parts are coded (``--engine``)."""

    PROCESSES = "processes"
    RAY = "ray"


def is_folder(out: str | None) -> bool:
    """Whether ``--out`` names a folder or another file system, and so a run over a corpus."""
    from dateline.scale.target import is_url

    return out is not None and (out.endswith(("/", "\\")) or is_url(out) or Path(out).is_dir())


def runner_of(engine: Engine, workers: int | None, address: str | None) -> Runner:
    """The runner that the options name."""
    if engine is Engine.RAY:
        from dateline.scale.cluster import RayRunner

        return RayRunner(address, workers)
    from dateline.scale.pool import ProcessRunner

    return ProcessRunner(workers or 1)


def code_corpus(inputs: list[str], out: str, settings: Settings, runner: Runner, *, resume: bool, share: str | None) -> None:
    """Plan and do a run; exit code 1 where an input could not be read or coded."""
    from dateline.read.inputs import Once, listed
    from dateline.scale.run import Share, plan_run, run_manifest

    try:
        mine = None if share is None else Share.parse(share)
    except ValueError as error:
        raise typer.BadParameter("--share is written 3/100") from error
    manifest = plan_run(inputs, settings)
    once = Once()
    problems.tell_all(one for named in inputs if os.path.lexists(named) for one in once.of(listed(named)).problems if one.severity == "warning")
    started = time.monotonic()
    with stopping.told(lambda: _so_far(out, len(manifest.parts))):
        summary = run_manifest(manifest, out, runner, resume=resume, share=mine, seen=_Progress(started))
    _report(summary, out, time.monotonic() - started)
    if summary.failed or summary.counts["errors"]:
        raise typer.Exit(1)


def _so_far(out: str, parts: int) -> str:
    from dateline.scale.run import finished_parts
    from dateline.scale.target import open_target

    done = len(finished_parts(open_target(out)))
    return f"{done} of {plural(parts, 'part')} {'is' if done == 1 else 'are'} done in {out}; the same command with --resume does the others"


def rerun(
    manifest: Annotated[Path, typer.Argument(help="The _manifest.json of a run, or its folder.")],
    out: Annotated[str | None, typer.Option(help="Keep the new output in this folder; a temporary one where not given.")] = None,
    folder: Annotated[Path | None, typer.Option("--folder", help="The folder in which the paths of the manifest begin; this one where not given.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Worker processes.")] = 1,
    engine: Annotated[Engine, typer.Option(help="Where parts are coded.")] = Engine.PROCESSES,
    address: Annotated[str | None, typer.Option(help="Address of the Ray cluster.")] = None,
) -> None:
    """Repeat a run from its manifest and say what differs.

    Exit codes: 0 the records are the same, 1 they differ or the run failed, 2 wrong usage, 130 or 143 it was stopped (Ctrl+C, SIGTERM).
    """
    from dateline.scale.compare import compare, load_run
    from dateline.scale.run import plan_run, run_manifest

    at = str(manifest.parent if manifest.name.endswith(".json") else manifest)
    earlier = load_run(at if folder is None else os.path.abspath(at))
    kept = out if folder is None or out is None or "://" in out else os.path.abspath(out)
    with _inside(folder), tempfile.TemporaryDirectory(prefix="dateline-rerun-") as temporary:
        now = plan_run([one.path for one in earlier.manifest.inputs], earlier.manifest.settings)
        _check_inputs(earlier.manifest, now)
        for line in earlier.manifest.differences(now):
            typer.echo(line)
        where = kept or temporary
        with stopping.told(lambda: _so_far(out, len(now.parts)) if out else "nothing of the new output is kept without --out"):
            summary = run_manifest(now, where, runner_of(engine, workers, address), resume=out is not None, seen=_Progress(time.monotonic()))
        later = load_run(where)
        found = compare(earlier, later)
    for line in found.lines:
        typer.echo(line)
    same = not found.lines and not summary.failed
    typer.echo(f"{found.records} records, the same" if same else f"{found.records} records, {found.different} differ")
    if not same:
        raise typer.Exit(1)


def _inside(folder: Path | None) -> AbstractContextManager[None]:
    """Inside a folder, where one is given: ids of documents depend on the paths of their files, so these must stay as the manifest has them.

    Raises:
        DatelineError: E001 where there is no such folder.
    """
    if folder is None:
        return nullcontext()
    if not folder.is_dir():
        raise DatelineError("E001", str(folder), "no such folder")
    return chdir(folder)


def _check_inputs(earlier: Manifest, now: Manifest) -> None:
    """Stops where an input that the earlier run read is not there: every record of it would be said to be gone.

    Raises:
        DatelineError: E001 for the first of them.
    """
    read = {one.path for one in earlier.inputs if one.sha256 is not None}
    gone = [one.path for one in now.inputs if one.sha256 is None and one.path in read]
    if not gone:
        return
    more = f", and {plural(len(gone) - 1, 'other input')}" if len(gone) > 1 else ""
    here = f"it was looked for in {os.getcwd()}{more}" if not os.path.isabs(gone[0]) else f"an absolute path{more}"
    fix = "give the folder in which the run was started by --folder" if not os.path.isabs(gone[0]) else "put it there again, or code the inputs anew under their new paths"
    raise DatelineError("E001", gone[0], here, fix)


class _Progress:
    """A line of progress, rewritten with each part on a terminal; in a log the plan, and a line a minute. Failures get a line of their own."""

    def __init__(self, started: float) -> None:
        self.started, self.sentences, self.told = started, 0, started

    def __call__(self, result: PartDone | PartFailed | None, done: int, of: int) -> None:
        from dateline.scale.work import PartFailed

        if isinstance(result, PartFailed):
            print(f"dateline: error: part {result.part}: {result.detail} [E406]", file=sys.stderr, flush=True)
            return
        self.sentences += result.sentences if result is not None else 0
        if sys.stderr.isatty():
            print(f"\rdateline: {self._line(done, of)} ", end="", file=sys.stderr, flush=True)
        elif result is None:
            if of > 1:
                print(f"dateline: {plural(of, 'part')} to do", file=sys.stderr, flush=True)
        elif done < of and time.monotonic() - self.told >= SILENCE:
            self.told = time.monotonic()
            print(f"dateline: {self._line(done, of)}", file=sys.stderr, flush=True)

    def _line(self, done: int, of: int) -> str:
        seconds = max(1e-9, time.monotonic() - self.started)
        left = f", about {_span((of - done) * seconds / done)} left" if 0 < done < of else ""
        return f"part {done} of {of}, {self.sentences:,} sentences, {self.sentences / seconds:,.0f}/s{left}"


def _span(seconds: float) -> str:
    """A stretch of time as people say it: in minutes, hours or days."""
    size, name = next((size, name) for size, name in ((86_400, "day"), (3_600, "hour"), (60, "minute")) if seconds >= 2 * size or size == 60)
    return plural(max(1, round(seconds / size)), name)


def _report(summary: Summary, out: str, seconds: float) -> None:
    counts, fresh = summary.counts, summary.fresh
    state = f"records {summary.records_sha256[:16]}" if summary.records_sha256 else f"{summary.done} of {summary.parts} parts"
    rate = fresh["sentences"] / seconds if seconds else 0.0
    line = f"dateline: {plural(counts['documents'], 'document')}, {plural(counts['sentences'], 'sentence')}, {plural(counts['mentions'], 'act')} in {out}; {state}"
    print(f"{line}; now {fresh['sentences']:,} sentences in {seconds:,.1f} s, {rate:,.0f}/s", file=sys.stderr)
    for code, found, rows in ((CODE, summary.repeated, problems.rows(summary.repeats)), (COPY, summary.copies, None)):
        if found:
            problems.tell(problem(code, _named(found, len(found)), rows))
    if counts["errors"]:
        inputs = _named(summary.unread, counts["errors"])
        print(f"dateline: {plural(counts['errors'], 'input')} with errors: {inputs}; see {out.rstrip('/')}/_problems", file=sys.stderr)


def _named(found: Sequence[str], count: int) -> str:
    """The first of so many names, and how many more there are."""
    more = count - min(len(found), _NAMED)
    return ", ".join(found[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")


def is_corpus_run(out: str | None, *, wanted: bool, refused: dict[str, bool]) -> bool:
    """Whether ``--out`` or another option asks for a run into a folder.

    Args:
        out: value of ``--out``.
        wanted: another option asks for it.
        refused: options that do not go with it, and whether they are given.

    Raises:
        typer.BadParameter: an option is missing or does not go with it.
        DatelineError: ``E401`` where ``--out`` is a file.
    """
    if not wanted and not is_folder(out):
        return False
    if out is None:
        raise typer.BadParameter("--workers, --resume, --share and --engine ray need --out FOLDER")
    if wanted and Path(out).suffix.lower() in _FILES and not Path(out).is_dir():
        raise typer.BadParameter(
            f"--workers, --resume, --share and --engine ray write a folder of Parquet files, and --out {out} is a file: "
            "give --out FOLDER/, or leave them out"
        )
    for name, given in refused.items():
        if given:
            more = _NO_DATABASE if name == "--db" else ""
            raise typer.BadParameter(f"{name} does not go with --out FOLDER, which gets Parquet files{more}")
    if Path(out).is_file():
        raise DatelineError("E401", out, "it is a file", "give a folder with --out")
    return True


def are_runs(inputs: Sequence[str], refused: dict[str, bool]) -> bool:
    """Whether the inputs are folders of earlier runs, which are loaded into the database and not coded.

    Args:
        inputs: what was named.
        refused: options that do not go with it, and whether they are given.

    Raises:
        typer.BadParameter: some are and some are not, or an option does not go with it.
    """
    runs = [one for one in inputs if Path(one, "_manifest.json").is_file()]
    if not runs:
        return False
    if len(runs) < len(inputs):
        raise typer.BadParameter(f"{runs[0]} is what a run of 'code --out FOLDER' wrote: name it without other inputs, and its acts go into the database")
    for name, given in refused.items():
        if given:
            raise typer.BadParameter(f"{name} does not go with {runs[0]}, which is coded already: 'dateline code {runs[0]} --db FILE' puts its acts into a database")
    return True


def load_runs(folders: Sequence[str], target: str) -> None:
    """Put the documents and acts of earlier runs into a database and merge them into events; what is said of their inputs is told.

    The exit code is 1 where a part of a run is missing or an input had an error, as if the inputs had been coded into the database.
    """
    from dateline.merging import merge_events
    from dateline.scale.loading import load_run_into
    from dateline.store.duckdb import Database

    with Database(target) as database:
        try:
            loaded = [load_run_into(database, one) for one in folders]
        finally:
            merge_events(database)
    for name, one in zip(folders, loaded, strict=True):
        for said in one.said:
            problems.tell_kind(said.first, said.inputs)
        missing = problems.told_unread(one.unread) + (f"; {one.done} of {one.parts} parts are done, --resume does the others" if one.done < one.parts else "")
        print(f"dateline: {plural(one.documents, 'document')}, {plural(one.mentions, 'act')} of {name}, stored in {target}{missing}", file=sys.stderr)
    if any(one.done < one.parts or one.unread for one in loaded):
        raise typer.Exit(1)
