"""What a worker does: read a part, code it, write its files, and last of all its checkpoint."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from dateline.errors import problem
from dateline.pipeline import CodeOptions
from dateline.read import ReadOptions
from dateline.read.parts import Part, read_part
from dateline.read.repeated import text_key
from dateline.scale.target import Target
from dateline.types import Coded, Document, Problem

if TYPE_CHECKING:
    import pyarrow as pa

    from dateline.pipeline import Pipeline

#: Folders of the tables beside the records. Readers of partitioned data leave out names that begin with an underscore.
TABLES: Final = (
    "documents", "sentences", "notes", "sources", "mentions", "participants", "quantities", "mention_sources", "claims", "claim_sources",
    "events", "problems", "resolutions",
)  # fmt: skip
DONE: Final = "_done"
#: Version of the checkpoints: the first had no ``texts``.
VERSION: Final = 2
#: Coded documents turned into rows at a time: what is held as Python objects.
_ROWS_BATCH: Final = 64


@dataclass(frozen=True, slots=True)
class Work:
    """What all parts of a run share: how to code, how to read, where to write, and the run's id."""

    options: CodeOptions
    reading: ReadOptions
    target: str
    run_id: str


@dataclass(frozen=True, slots=True)
class FileHash:
    """A written file with its size in bytes and SHA-256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PartDone:
    """The checkpoint of a part: what it gave, the hash of its records, and its files.

    ``records_sha256`` is over the records, claims and problems as JSON lines in order: it depends neither on the Parquet library
    nor on how the part was worked on.
    """

    part: int
    documents: int
    sentences: int
    mentions: int
    claims: int
    problems: int
    errors: int
    records_sha256: str
    files: tuple[FileHash, ...]

    def to_json(self, texts: Sequence[tuple[str, str, str]]) -> bytes:
        """The checkpoint file.

        Args:
            texts: id, input id and :func:`dateline.read.repeated.text_key` of each document. They stay in the file, so that what is held of a run
                does not grow with its documents.
        """
        return (json.dumps({"version": VERSION, **asdict(self), "texts": texts}, sort_keys=True) + "\n").encode()

    @classmethod
    def from_json(cls, content: bytes) -> PartDone | None:
        """The checkpoint of a file, ``None`` where the file is not one, or is of a later version: its part is then done anew."""
        try:
            found = json.loads(content)
            if found.pop("version", 1) > VERSION:
                return None
            found.pop("texts", None)
            files = tuple(FileHash(**one) for one in found.pop("files"))
            return cls(**found, files=files)
        except (ValueError, TypeError, KeyError, AttributeError):
            return None


@dataclass(frozen=True, slots=True)
class PartFailed:
    """A part that could not be coded after repeated tries, and why."""

    part: int
    detail: str


def part_name(number: int) -> str:
    """The stem of a part's files: sorts by number up to a million parts."""
    return f"part-{number:06d}"


def checkpoint_name(number: int) -> str:
    """The file of a part's checkpoint."""
    return f"{DONE}/{part_name(number)}.json"


def table_of(target: Target, part: PartDone, name: str, columns: Sequence[str] | None = None) -> pa.Table | None:
    """A table of a part; ``None`` where the part wrote none."""
    import pyarrow.parquet as pq

    path = f"_{name}/{part_name(part.part)}.parquet"
    content = target.read(path) if any(file.name == path for file in part.files) else None
    return None if content is None else pq.read_table(io.BytesIO(content), columns=None if columns is None else list(columns))


def code_part(
    pipeline: Pipeline, work: Work, part: Part, target: Target, *, watched: Callable[[int], None] | None = None,
    skip: frozenset[int] = frozenset(),
) -> PartDone:  # fmt: skip
    """Code a part and write its files; the checkpoint comes last, so that a part is done or not begun.

    Args:
        pipeline: with its models loaded.
        work: what all parts share.
        part: which part.
        target: where the files go.
        watched: called with the number of each input before it is coded, alone; for parts on which a process has ended.
        skip: numbers of inputs that ended a process; each becomes a problem ``E312``.

    Raises:
        DatelineError: ``E401`` where a file cannot be written.
    """
    inputs = read_part(part, work.reading)
    stream = pipeline.code_stream(inputs) if watched is None else _one_by_one(pipeline, inputs, watched, skip)
    tally = _Tally(work.run_id)
    for item in stream:
        tally.add(item)
    name = part_name(part.number)
    files = []
    for path, content in tally.files(name):
        target.write(path, content)
        files.append(FileHash(path, len(content), hashlib.sha256(content).hexdigest()))
    done = tally.done(part.number, tuple(files))
    target.write(checkpoint_name(part.number), done.to_json(tally.texts))
    return done


def _one_by_one(
    pipeline: Pipeline, inputs: Iterable[Document | Problem], watched: Callable[[int], None], skip: frozenset[int]
) -> Iterator[Coded | Problem]:
    for number, item in enumerate(inputs):
        if number in skip and isinstance(item, Document):
            yield problem("E312", item.input_id, doc_id=item.doc_id)
            continue
        watched(number)
        yield from pipeline.code_stream([item])


class _Tally:
    """The rows of a part as they come, their hash and counts."""

    def __init__(self, run_id: str) -> None:
        self.run_id = run_id
        self.hash = hashlib.sha256()
        self.tables: dict[str, list[pa.Table]] = {"": [], **{name: [] for name in TABLES}}
        self.batch: list[Coded] = []
        self.failed: list[Problem] = []
        self.texts: list[tuple[str, str, str]] = []
        self.counts = dict.fromkeys(("documents", "sentences", "mentions", "claims", "problems", "errors"), 0)

    def add(self, item: Coded | Problem) -> None:
        """Take a coded document or a problem."""
        if isinstance(item, Problem):
            self.failed.append(item)
            self._problem(item)
            return
        self.batch.append(item)
        self._counted(item)
        if len(self.batch) >= _ROWS_BATCH:
            self._flush()

    def _counted(self, coded: Coded) -> None:
        from dateline.record import claim_to_record, mention_to_record

        for mention in coded.mentions:
            self._hashed(mention_to_record(mention))
        for claim in coded.claims:
            self._hashed(claim_to_record(claim))
        for name, values in (("sentences", coded.sentences), ("mentions", coded.mentions), ("claims", coded.claims)):
            self.counts[name] += len(values)
        document = coded.document
        self.texts.append((document.doc_id, document.input_id, text_key(document.text, document.published)))
        self.counts["documents"] += 1
        for one in dict.fromkeys((*document.problems, *coded.problems)):
            self._problem(one)

    def _problem(self, found: Problem) -> None:
        self.counts["problems"] += 1
        self.counts["errors"] += found.severity == "error"
        self._hashed({"problem": found.code, "input_id": found.input_id, "detail": found.detail})

    def _hashed(self, record: dict[str, object]) -> None:
        self.hash.update(json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n")

    def _flush(self) -> None:
        from dateline.store.records import records_to_table
        from dateline.store.rows import coded_to_tables

        mentions = [mention for coded in self.batch for mention in coded.mentions]
        self.tables[""].append(records_to_table(mentions))
        for part in coded_to_tables(self.batch, self.run_id, TABLES):
            self.tables[part.name].append(part.table)
        self.batch = []

    def files(self, name: str) -> Iterator[tuple[str, bytes]]:
        """The files of the part: the records, which are always there, and the tables that have rows."""
        from dateline.store.rows import problems_to_table

        self._flush()
        self.tables["problems"].append(problems_to_table(self.failed, self.run_id).table)
        for folder, tables in self.tables.items():
            if not folder or any(table.num_rows for table in tables):
                yield f"_{folder}/{name}.parquet" if folder else f"{name}.parquet", parquet(tables)

    def done(self, part: int, files: tuple[FileHash, ...]) -> PartDone:
        """The checkpoint."""
        return PartDone(part, **self.counts, records_sha256=self.hash.hexdigest(), files=files)


def parquet(tables: Sequence[pa.Table]) -> bytes:
    """Tables of the same columns as the bytes of one file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    stream = io.BytesIO()
    pq.write_table(pa.concat_tables(tables), stream, compression="zstd")
    return stream.getvalue()

