"""A rollback journal for DuckDB's checkpoints, which alone are not safe from a kill.

A checkpoint fills partly used blocks of metadata up in place, and only then writes the header that makes the new state
the valid one: a process that is killed within such a write leaves a block that is half old and half new, under a header
that still points at it. So these blocks are copied to ``<database>.journal`` first, and written back on the next opening
where the header was not reached; the log (``<database>.wal``) then holds what the checkpoint would have stored.

Locks of POSIX belong to the process and end when it closes any descriptor of the file. The blocks are therefore read
through the descriptor that DuckDB has open; on Windows, where that is not possible, there is no journal.
"""

from __future__ import annotations

import hashlib
import os
import struct
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path
from typing import BinaryIO, Final

from dateline.errors import DatelineError

if sys.platform != "win32":
    import fcntl

#: Bytes in front of the first block: the main header, with the identifier of the database, and the two that take turns.
HEADERS: Final = 3 * 4096
_MAGIC: Final = b"dateline-journal"
_SIZES: Final = struct.Struct("<QQ")
_OFFSET: Final = struct.Struct("<Q")
_DIGEST: Final = hashlib.sha256().digest_size
_PREFIX: Final = len(_MAGIC) + _SIZES.size + HEADERS


def beside(path: Path, suffix: str) -> Path:
    """The file that belongs to a database: ``.wal`` for DuckDB's log, ``.journal`` for the copies of this module."""
    return path.with_name(path.name + suffix)


@contextmanager
def guarded(path: Path, blocks: Sequence[int], size: int) -> Iterator[None]:
    """A checkpoint that is made inside can be undone after a kill.

    Args:
        path: a database that this process has open for writing.
        blocks: the numbers of its blocks of metadata.
        size: the bytes of a block.

    Raises:
        OSError: the copies could not be written; nothing was done.
    """
    journal = beside(path, ".journal")
    descriptor = _descriptor(path)
    if descriptor is not None and not _covers(journal, os.pread(descriptor, HEADERS, 0)):
        try:
            _write(journal, descriptor, [HEADERS + block * size for block in blocks], size)
        except OSError:
            journal.unlink(missing_ok=True)
            raise
    yield
    journal.unlink(missing_ok=True)  # stays after an error: the checkpoint may have been made in part


def recover(path: Path) -> None:
    """Undoes a checkpoint that was cut off, if one was; called before a database is opened.

    Raises:
        DatelineError: E201 where that is needed and the file cannot be written.
    """
    journal = beside(path, ".journal")
    if not journal.exists() or not path.is_file() or _descriptor(path) is not None:
        return
    try:
        with open(path, "r+b", buffering=0) as database:
            if _alone(database, path, writing=True):
                _restore(journal, database)
                with suppress(OSError):  # one that stays does no harm
                    journal.unlink(missing_ok=True)
    except OSError as error:
        if _torn(journal, path):
            raise DatelineError(
                "E201",
                str(path),
                f"a process was killed while it wrote to it, and mending that failed: {error.strerror}",
                "open it once where it may be written",
            ) from error


def _descriptor(path: Path) -> int | None:
    """The descriptor under which this process has the file open."""
    wanted = os.stat(path)
    for folder in ("/proc/self/fd", "/dev/fd"):
        with suppress(FileNotFoundError):
            for name in os.listdir(folder):
                with suppress(OSError):  # that of the listing is closed by now
                    if os.path.samestat(os.fstat(int(name)), wanted):
                        return int(name)
            return None
    return None


def _write(journal: Path, descriptor: int, offsets: Sequence[int], size: int) -> None:
    """Copies blocks into a journal that is on the disk when this returns; one that was cut off is known by its digest."""
    digest = hashlib.sha256()
    with open(journal, "wb") as file:

        def put(data: bytes) -> None:
            file.write(data)
            digest.update(data)

        put(_MAGIC + _SIZES.pack(len(offsets), size) + os.pread(descriptor, HEADERS, 0))
        for offset in offsets:
            put(_OFFSET.pack(offset))
            put(os.pread(descriptor, size, offset).ljust(size, b"\0"))
        file.write(digest.digest())
        file.flush()
        os.fsync(file.fileno())
    folder = os.open(journal.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _covers(journal: Path, headers: bytes) -> bool:
    """Whether a journal is whole and of the database that has these headers now."""
    with suppress(FileNotFoundError), open(journal, "rb") as file:
        prefix = file.read(_PREFIX)
        if len(prefix) < _PREFIX or not prefix.startswith(_MAGIC) or prefix[-HEADERS:] != headers:
            return False
        count, size = _SIZES.unpack_from(prefix, len(_MAGIC))
        if os.fstat(file.fileno()).st_size != _PREFIX + count * (_OFFSET.size + size) + _DIGEST:
            return False
        digest = hashlib.sha256(prefix)
        for _ in range(count):
            digest.update(file.read(_OFFSET.size + size))
        return file.read() == digest.digest()
    return False


def _copies(journal: Path) -> Iterator[tuple[int, bytes]]:
    """The blocks of a whole journal, with their places."""
    with open(journal, "rb") as file:
        count, size = _SIZES.unpack_from(file.read(_PREFIX), len(_MAGIC))
        for _ in range(count):
            yield _OFFSET.unpack(file.read(_OFFSET.size))[0], file.read(size)


def _restore(journal: Path, database: FileIO) -> None:
    if _covers(journal, database.read(HEADERS)):
        for offset, block in _copies(journal):
            database.seek(offset)
            database.write(block)
        os.fsync(database.fileno())


def _torn(journal: Path, path: Path) -> bool:
    """Whether a database that cannot be written differs from a journal that belongs to it."""
    with suppress(OSError), open(path, "rb") as database:
        if _alone(database, path, writing=False) and _covers(journal, database.read(HEADERS)):
            return any(_at(database, offset, len(block)) != block for offset, block in _copies(journal))
    return False


def _at(file: BinaryIO, offset: int, size: int) -> bytes:
    file.seek(offset)
    return file.read(size)


def _alone(database: FileIO | BinaryIO, path: Path, *, writing: bool) -> bool:
    """Whether no other process has the database open, for any use or for writing; that none opens it until it is closed again."""
    if sys.platform == "win32":  # where another process has it, it could not be opened
        return True
    try:
        fcntl.lockf(database, (fcntl.LOCK_EX if writing else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except OSError:
        return False
    return os.path.samestat(os.fstat(database.fileno()), os.stat(path))
