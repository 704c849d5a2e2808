"""Files of other data sets as batches of cells with line numbers: tab-separated lines or CSV, plain, gzip or zip."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, cast

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]
import pyarrow.compute as pc  # type: ignore[import-untyped,unused-ignore]

from dateline.errors import DatelineError

#: Bytes read at a time: about 60,000 lines of GDELT, which take some 150 MB with their cells; more is not faster.
CHUNK: Final = 24 * 1024 * 1024
#: Rows of a CSV batch.
ROWS: Final = 50_000


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows as they stand in the file: ``number`` (int64, line on which the row begins, from 1) and ``cells`` (list<string>)."""

    table: pa.Table


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The file's bytes, unpacked where it is gzip or a zip of one file.

    Raises:
        DatelineError: E001, E002 or E023 where it is missing, cannot be read or is damaged; E024 for a zip of several files.
    """
    try:
        with path.open("rb") as raw:
            head = raw.read(4)
            raw.seek(0)
            if head.startswith(b"\x1f\x8b"):
                with gzip.open(raw) as unpacked:
                    yield cast(IO[bytes], unpacked)
            elif head.startswith(b"PK\x03\x04"):
                with zipfile.ZipFile(raw) as archive:
                    names = [info for info in archive.infolist() if not info.is_dir()]
                    if len(names) != 1:
                        raise DatelineError("E024", str(path), f"a zip of {len(names)} files", "unpack it and import its files")
                    with archive.open(names[0]) as stream:
                        yield stream
            else:
                yield raw
    except FileNotFoundError as error:
        raise DatelineError("E001", str(path)) from error
    except (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile) as error:
        raise DatelineError("E023", str(path), str(error) or "it ends too early") from error
    except OSError as error:
        raise DatelineError("E002", str(path), error.strerror) from error


def _batch(numbers: pa.Array, cells: pa.Array) -> Batch:
    return Batch(pa.table({"number": numbers, "cells": cells}))


def _decoded(lines: list[bytes]) -> pa.Array:
    """The lines as text; bytes that are not UTF-8 become U+FFFD, as a line is too valuable to lose to one letter of a name."""
    try:
        return pa.array(lines, pa.binary()).cast(pa.string())
    except pa.ArrowInvalid:
        return pa.array([line.decode("utf-8", "replace") for line in lines], pa.string())


def tab_batches(stream: IO[bytes], skip: int, size: int = CHUNK) -> Iterator[Batch]:
    """Lines split at tabs; blank lines are passed over. ``skip`` leading lines (a heading) are left out."""
    number, rest = 1, b""
    while True:
        chunk = stream.read(size)
        lines = (rest + chunk).split(b"\n")
        rest = lines.pop() if chunk else b""
        first = number
        number += len(lines)
        kept = [(first + place, line.rstrip(b"\r")) for place, line in enumerate(lines) if line.strip() and first + place > skip]
        if kept:
            numbers = pa.array([at for at, _ in kept], pa.int64())
            yield _batch(numbers, pc.split_pattern(_decoded([line for _, line in kept]), "\t"))
        if not chunk:
            return


def csv_batches(stream: IO[bytes], skip: int, delimiter: str = ",") -> Iterator[Batch]:
    """Rows of a CSV file with quotes. A row that is no CSV has no cells; ``skip`` leading rows are left out."""
    reader = csv.reader(io.TextIOWrapper(stream, "utf-8-sig", "replace", newline=""), delimiter=delimiter)
    numbers: list[int] = []
    cells: list[list[str]] = []
    row = 0
    while True:
        start = reader.line_num + 1
        try:
            found = next(reader, None)
        except csv.Error:
            found = []
            numbers.append(start)
            cells.append([])
        if found is None:
            break
        row += bool(found)
        if found and row > skip:
            numbers.append(start)
            cells.append(found)
        if len(numbers) >= ROWS:
            yield _batch(pa.array(numbers, pa.int64()), pa.array(cells, pa.list_(pa.string())))
            numbers, cells = [], []
    if numbers:
        yield _batch(pa.array(numbers, pa.int64()), pa.array(cells, pa.list_(pa.string())))


def first_row(path: Path) -> tuple[str, list[str]]:
    """The delimiter (a tab, else a comma or semicolon) and the cells of the first line that is not blank.

    Raises:
        DatelineError: as :func:`opened`; E003 where there is no line.
    """
    with opened(path) as stream:
        for _ in range(100):
            line = stream.readline(1 << 20)
            if not line:
                break
            text = line.decode("utf-8-sig", "replace").rstrip("\r\n")
            if text.strip():
                delimiter = max("\t,;", key=text.count) if "\t" not in text else "\t"
                return delimiter, text.split("\t") if delimiter == "\t" else _cells(text, delimiter)
    raise DatelineError("E003", str(path))


def _cells(text: str, delimiter: str) -> list[str]:
    """Cells of the first row in a text, which may end its lines with a carriage return alone; cut at every delimiter where it is no CSV."""
    try:
        return next((row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row), [])
    except csv.Error:
        return text.split(delimiter)
