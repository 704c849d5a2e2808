"""Inputs -> parts of about equal size that can be read alone: the unit of checkpoints and of parallel work.

A JSONL corpus is cut at line ends, a CSV, TSV or Parquet corpus at rows, and documents are put together by their size. The plan depends on
the inputs alone, so that every machine that plans the same inputs gets the same parts.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dateline.errors import DatelineError
from dateline.read.corpus import CORPUS_SUFFIXES, open_parquet, read_jsonl, read_parquet, text_bytes
from dateline.read.inputs import Once, listed, read_inputs
from dateline.read.options import ReadOptions
from dateline.read.sheet import SHEET_SUFFIXES, read_rows, sheet_cuts
from dateline.read.single import STDIN
from dateline.types import Document, Problem

#: A corpus is cut into about so many parts, so that several workers end at about the same time ...
PARTS: Final = 64
#: ... but a part has at least these bytes (some 110 sentences, a second or two of work: a small run, too, is resumed where it was killed)
MIN_BYTES: Final = 16_384
#: ... and at most these (some 28,000 sentences, about five minutes of work: what a killed worker may lose).
MAX_BYTES: Final = 4_194_304
#: Documents in one part of files at most: a PDF of 20 kB may hold as much work as a text of its size many times over.
MAX_FILES: Final = 64
_CHUNK: Final = 1 << 20


class PartKind(StrEnum):
    """What the bounds of a part count."""

    FILES = "files"
    LINES = "lines"
    ROWS = "rows"
    CELLS = "cells"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the inputs.

    Args:
        number: place in the plan, from 0.
        kind: ``files``: all of ``paths``; ``lines``: bytes ``[start, stop)`` of the JSONL file, after ``before`` lines; ``rows``: rows
            ``[start, stop)`` of the Parquet file; ``cells``: bytes ``[start, stop)`` of the CSV or TSV file, after ``before`` rows.
        paths: files as they were named.
        start: first byte or row.
        stop: the byte or row after the last.
        before: lines or rows of the file before ``start``.
    """

    number: int
    kind: PartKind
    paths: tuple[str, ...]
    start: int = 0
    stop: int = 0
    before: int = 0


@dataclass(frozen=True, slots=True)
class InputHash:
    """An input file as it was named, its size in bytes and the SHA-256 of its bytes; both ``None`` where it cannot be read."""

    path: str
    size: int | None
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    """The input files with their hashes, and the parts they are cut into."""

    inputs: tuple[InputHash, ...]
    parts: tuple[Part, ...]


def plan_parts(args: Sequence[str], options: ReadOptions = ReadOptions()) -> Plan:  # noqa: B008
    """Cut what a command line names into parts; files are read once, to hash them and to find their line ends.

    Args:
        args: files, folders, patterns and corpora, as for :func:`dateline.read.read_inputs`. Standard input cannot be read twice and so not
            be cut.
        options: what the columns of corpora are called.

    Raises:
        DatelineError: ``E014`` for standard input.
    """
    if STDIN in args:
        raise DatelineError("E014", STDIN)
    once = Once()
    paths = [path for arg in args for path in _expanded(arg, once)]
    target = _target(sum(_size(path) for path in paths))
    inputs: list[InputHash] = []
    drafts: list[Part] = []
    pending: list[str] = []
    filled = 0
    for path in dict.fromkeys(paths):
        suffix = os.path.splitext(path)[1].lower()
        cuts = _cuts(path, suffix, target, options)
        inputs.append(cuts.file)
        if cuts.parts:
            drafts += [*_files(pending), *cuts.parts]
            pending, filled = [], 0
            continue
        pending.append(path)
        filled += cuts.file.size or 0
        if filled >= target or len(pending) >= MAX_FILES:
            drafts += _files(pending)
            pending, filled = [], 0
    drafts += _files(pending)
    parts = tuple(Part(n, d.kind, d.paths, d.start, d.stop, d.before) for n, d in enumerate(drafts))
    return Plan(tuple(inputs), parts)


def read_part(part: Part, options: ReadOptions) -> Iterator[Document | Problem]:
    """Read a part; a bad input is one problem, and what is read is the same as without parts."""
    if part.kind is PartKind.FILES:
        yield from read_inputs(part.paths, options)
        return
    path = part.paths[0]
    where = path.replace("\\", "/")
    try:
        if part.kind is PartKind.ROWS:
            yield from read_parquet(path, where, options, rows=(part.start, part.stop))
            return
        with open(path, "rb") as stream:
            if part.kind is PartKind.CELLS:
                yield from read_rows(stream, where, options, start=part.start, stop=part.stop, before=part.before, path=path)
                return
            stream.seek(part.start)
            content = io.BytesIO(stream.read(part.stop - part.start))
        yield from read_jsonl(content, where, options, before=part.before, path=path)
    except DatelineError as error:
        yield error.to_problem()
    except (FileNotFoundError, NotADirectoryError):
        yield DatelineError("E001", where).to_problem()
    except OSError as error:
        yield DatelineError("E002", where, error.strerror).to_problem()


def _expanded(arg: str, once: Once) -> tuple[str, ...]:
    """The files of an argument that were not named before; one that names none stands for itself, so that reading its part says what is wrong."""
    try:
        found = listed(arg)
        return once.of(found).paths if found.paths else (arg,)
    except DatelineError:
        return (arg,)


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except (OSError, ValueError):
        return 0


def _target(total: int) -> int:
    return min(MAX_BYTES, max(MIN_BYTES, total // PARTS))


def _files(paths: Sequence[str]) -> list[Part]:
    return [Part(0, PartKind.FILES, tuple(paths))] if paths else []


@dataclass(frozen=True, slots=True)
class _Cuts:
    """An input with its hash and, for a corpus that can be cut, its parts."""

    file: InputHash
    parts: tuple[Part, ...] = ()


def _cuts(path: str, suffix: str, target: int, options: ReadOptions) -> _Cuts:
    cutter = _LineCutter(path, target) if suffix in CORPUS_SUFFIXES and suffix != ".parquet" else None
    digest, size = hashlib.sha256(), 0
    try:
        with open(path, "rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
                if cutter is not None:
                    cutter.feed(chunk)
    except (OSError, ValueError):
        return _Cuts(InputHash(path, None, None))
    file = InputHash(path, size, digest.hexdigest())
    if cutter is not None:
        return _Cuts(file, cutter.parts())
    if suffix in SHEET_SUFFIXES and size > target:
        return _Cuts(file, _cell_parts(path, size, target, options))
    return _Cuts(file, _row_parts(path, target, options) if suffix == ".parquet" else ())


class _LineCutter:
    """Finds cuts at line ends in a stream of chunks; a part has at least one line that is not blank."""

    def __init__(self, path: str, target: int) -> None:
        self.path, self.target = path, target
        self.cuts: list[tuple[int, int]] = [(0, 0)]
        self.at = self.lines = 0
        self.filled = False

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes of the file."""
        done = 0
        while True:
            need = self.cuts[-1][0] + self.target - (self.at + done)
            if need > len(chunk) - done:
                break
            end = chunk.find(b"\n", done + max(0, need - 1))
            if end < 0:
                break
            self._count(chunk, done, end + 1)
            done = end + 1
            if self.filled:
                self.cuts.append((self.at + done, self.lines))
                self.filled = False
        self._count(chunk, done, len(chunk))
        self.at += len(chunk)

    def _count(self, chunk: bytes, start: int, end: int) -> None:
        self.lines += chunk.count(b"\n", start, end)
        self.filled = self.filled or bool(chunk[start:end].strip())

    def parts(self) -> tuple[Part, ...]:
        """The parts of the file; bytes after the last cut that are all blank belong to the part before them."""
        cuts = self.cuts if self.filled or len(self.cuts) == 1 else self.cuts[:-1]
        stops = [cut[0] for cut in cuts[1:]] + [self.at]
        return tuple(
            Part(0, PartKind.LINES, (self.path,), start, stop, before) for (start, before), stop in zip(cuts, stops, strict=True)
        )


def _cell_parts(path: str, size: int, target: int, options: ReadOptions) -> tuple[Part, ...]:
    """Parts of whole rows of a CSV or TSV file; none where it gives only one."""
    try:
        with open(path, "rb") as stream:
            cuts = sheet_cuts(stream, target, options)
    except OSError:
        return ()
    stops = [start for start, _ in cuts[1:]] + [size]
    parts = tuple(Part(0, PartKind.CELLS, (path,), start, stop, before) for (start, before), stop in zip(cuts, stops, strict=True))
    return parts if len(parts) > 1 else ()


def _row_parts(path: str, target: int, options: ReadOptions) -> tuple[Part, ...]:
    """Parts of whole rows; none where the file is damaged or empty, which reading it then says."""
    try:
        groups = text_bytes(open_parquet(path, path, options), options)
    except (DatelineError, OSError):
        return ()
    total = sum(rows for rows, _ in groups)
    if not total:
        return ()
    rows = max(1, total * target // max(1, sum(size for _, size in groups)))
    return tuple(Part(0, PartKind.ROWS, (path,), start, min(start + rows, total)) for start in range(0, total, rows))
