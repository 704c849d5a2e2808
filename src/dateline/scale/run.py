"""A run over a corpus: plan, manifest, missing parts, summary."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from dateline.errors import DatelineError
from dateline.read.parts import Part, plan_parts
from dateline.read.repeated import CODE, COPY
from dateline.scale.manifest import NAME, Manifest, Settings
from dateline.scale.pool import Runner
from dateline.scale.target import Target, open_target
from dateline.scale.twice import twice_in
from dateline.scale.work import DONE, TABLES, PartDone, PartFailed, Work, parquet, part_name, table_of

SUMMARY: Final = "_summary.json"
#: What is said of documents that come twice over all parts, beside the problems of the parts.
_TWICE: Final = "_problems/twice.parquet"
#: So many inputs with errors are named.
NAMED: Final = 3
_COUNTS: Final = ("documents", "sentences", "mentions", "claims", "problems", "errors")


@dataclass(frozen=True, slots=True)
class Share:
    """One of several runs that divide the parts among them, as tasks of a job array do: parts ``number, number + of, …``.

    Args:
        number: from 1.
        of: how many runs share the work.
    """

    number: int = 1
    of: int = 1

    @classmethod
    def parse(cls, text: str) -> Share:
        """A share written ``3/100``.

        Raises:
            ValueError: it is not written so, or the number is not in 1 to the count.
        """
        number, _, count = text.partition("/")
        share = cls(int(number), int(count))
        if not 1 <= share.number <= share.of:
            raise ValueError(text)
        return share

    def holds(self, part: Part) -> bool:
        """Whether a part belongs to this share."""
        return part.number % self.of == self.number - 1


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run has written so far.

    ``records_sha256`` is the hash of all records, ``None`` until every part is done; ``failed`` are parts that could not be coded;
    ``repeated`` the ids that several documents of a whole run have, and ``repeats`` how many of them have that of an earlier one;
    ``unread`` the first inputs that had errors, each with the code of its error; ``copies`` the ids of its documents that have text and day of another;
    ``counts`` are of all parts that are done, ``fresh`` of those that this start did.
    """

    run_id: str
    parts: int
    done: int
    counts: dict[str, int]
    fresh: dict[str, int]
    records_sha256: str | None = None
    repeated: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    failed: tuple[PartFailed, ...] = ()
    repeats: int = 0
    unread: tuple[str, ...] = ()


def run_manifest(
    manifest: Manifest, url: str, runner: Runner, *, resume: bool = False, share: Share | None = None,
    seen: Callable[[PartDone | PartFailed | None, int, int], None] | None = None,
) -> Summary:  # fmt: skip
    """Do what a manifest says and is not done yet.

    Args:
        manifest: what to do.
        url: the folder to write to, a path or what fsspec takes.
        runner: where parts are coded.
        resume: continue a run that the folder holds.
        share: do only these parts; several shares may run at once, on several machines.
        seen: called with each result, the number of parts done and of parts to do; with no result before the first.

    Raises:
        DatelineError: ``E403``, ``E404`` where the folder holds another run, ``E401`` where it cannot be written, and what a runner raises.
    """
    target = open_target(url)
    _claim(target, manifest, resume=resume or share is not None)
    known = finished_parts(target)
    mine = [part for part in manifest.parts if share is None or share.holds(part)]
    missing = [part for part in mine if part.number not in known]
    settings = manifest.settings
    work = Work(settings.code_options(), settings.read_options(), url, manifest.run_id)
    failed: list[PartFailed] = []
    fresh: list[PartDone] = []
    if seen is not None:
        seen(None, 0, len(missing))
    for result in runner.run(work, missing) if missing else ():
        if isinstance(result, PartDone):
            known[result.part] = result
            fresh.append(result)
        else:
            failed.append(result)
        if seen is not None:
            seen(result, len(fresh) + len(failed), len(missing))
    if share is not None:
        known = finished_parts(target)  # other shares have gone on meanwhile
    return _summary(target, manifest, known, fresh, tuple(failed))


def plan_run(inputs: Sequence[str], settings: Settings) -> Manifest:
    """Hash and cut the inputs and look up the versions of program, coder and parser.

    Raises:
        DatelineError: ``E014`` for standard input, and as for the loading of the models.
    """
    return Manifest.of(settings.code_options(), settings.read_options(), plan_parts(inputs, settings.read_options()))


def _claim(target: Target, manifest: Manifest, *, resume: bool) -> None:
    """Write the manifest to a fresh folder, or see that the one that is there is the same."""
    content = target.read(NAME)
    if content is None:
        target.write(NAME, manifest.to_json())
        return
    if not resume:
        raise DatelineError("E403", target.url)
    earlier = Manifest.from_json(content, f"{target.url}/{NAME}")
    if earlier.run_id != manifest.run_id:
        raise DatelineError("E404", target.url, "; ".join(earlier.differences(manifest)[:5]))


def finished_parts(target: Target) -> dict[int, PartDone]:
    """The parts whose checkpoint and files are all there."""
    sizes = {folder: target.sizes(folder) for folder in ("", *(f"_{name}" for name in TABLES))}
    found = {}
    for name in target.sizes(DONE):
        content = target.read(f"{DONE}/{name}") if name.endswith(".json") and not name.startswith(".") else None
        done = None if content is None else PartDone.from_json(content)
        if done is not None and name == f"{part_name(done.part)}.json" and _whole(done, sizes):
            found[done.part] = done
    return found


def _whole(done: PartDone, sizes: dict[str, dict[str, int]]) -> bool:
    for file in done.files:
        folder, _, name = file.name.rpartition("/")
        if sizes.get(folder, {}).get(name) != file.size:
            return False
    return True


def _totals(parts: Iterable[PartDone]) -> dict[str, int]:
    totals = dict.fromkeys(_COUNTS, 0)
    for one in parts:
        for name in _COUNTS:
            totals[name] += getattr(one, name)
    return totals


def _summary(
    target: Target, manifest: Manifest, known: dict[int, PartDone], fresh: Sequence[PartDone], failed: tuple[PartFailed, ...]
) -> Summary:
    from dateline.store.rows import problems_to_table

    counts = _totals(known.values())
    complete = all(part.number in known for part in manifest.parts)
    digest = records_hash(known) if complete else None
    twice = [one for found in twice_in(target, known).values() for one in found] if complete else []
    repeated, copies = (tuple(sorted({one.input_id for one in twice if one.code == code})) for code in (CODE, COPY))
    counts["problems"] += len(twice)
    repeats, unread = sum(one.code == CODE for one in twice), tuple(islice(_unread(target, known), NAMED))
    summary = Summary(manifest.run_id, len(manifest.parts), len(known), counts, _totals(fresh), digest, repeated, copies, failed, repeats, unread)
    if twice:
        target.write(_TWICE, parquet([problems_to_table(twice, manifest.run_id, "read").table]))
    if complete:
        content = {"run_id": manifest.run_id, "parts": len(known), **counts, "repeated_ids": len(repeated), "copies": len(copies), "records_sha256": digest}
        target.write(SUMMARY, (json.dumps(content, indent=1) + "\n").encode())
    return summary


def _unread(target: Target, known: dict[int, PartDone]) -> Iterator[str]:
    """The inputs that had errors, each with the code of its error."""
    for number in sorted(one for one, part in known.items() if part.errors):
        table = table_of(target, known[number], "problems", ["input_id", "code", "severity"])
        rows = [row for row in table.to_pylist() if row["severity"] == "error"] if table is not None else []
        yield from dict.fromkeys(f"{row['input_id']} [{row['code']}]" for row in rows)


def records_hash(parts: dict[int, PartDone]) -> str:
    """The hash over the parts' hashes in order: equal for equal records, whoever coded them and on how many workers."""
    return hashlib.sha256("".join(f"{number} {parts[number].records_sha256}\n" for number in sorted(parts)).encode()).hexdigest()
