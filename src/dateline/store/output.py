"""Files that are written as a whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final, TypeAlias

from dateline.errors import DatelineError
from dateline.store.leftovers import fresh_beside

Target: TypeAlias = str | os.PathLike[str] | IO[Any]

#: Folders of the system whose entries name streams that are open already (``/dev/stdout``, ``/dev/fd/63``), whatever stands behind them.
_STREAMS: Final = ("/dev", "/proc")


@contextmanager
def opened(target: Target, binary: bool) -> Iterator[IO[Any]]:
    """The target as a stream.

    A path is written beside its place and moved there when all is written; a link stays a link, its file is replaced. Pipes and devices
    cannot be moved into place, so they are written as it comes.

    Raises:
        DatelineError: E401 where the path cannot be written; an existing file is then left as it was.
    """
    if not isinstance(target, str | os.PathLike):
        yield target
        return
    path = Path(target)
    try:
        if _is_stream(path):
            with _open(path, binary) as stream:
                yield stream
        else:
            with _beside(path.resolve(), binary) as stream:
                yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        check_place(path)
        raise DatelineError("E401", str(path), error.strerror) from error


def check_place(*paths: str | os.PathLike[str] | None) -> None:
    """Refuses a place where nothing can be written, before the work is done that is to be written there.

    Raises:
        DatelineError: E401 where the folder does not exist or cannot be written to, or the path itself is a folder.
    """
    for path in (Path(one) for one in paths if one is not None):
        folder = path.absolute().parent
        if _is_stream(path):
            continue
        if path.is_dir():
            raise DatelineError("E401", str(path), "it is a folder", "give the path of a file")
        if not folder.is_dir():
            what = "is a file" if folder.exists() else "does not exist"
            raise DatelineError("E401", str(path), f"the folder {path.parent} {what}", "make the folder, or give another path")
        if not os.access(folder, os.W_OK):
            raise DatelineError("E401", str(path), f"you may not write in the folder {path.parent}", "give another path")


def write_text(text: str, path: str | os.PathLike[str]) -> None:
    """Writes a text to a file as a whole or not at all.

    Raises:
        DatelineError: E401 where the path cannot be written; an existing file is then left as it was.
    """
    with opened(path, False) as stream:
        stream.write(text)


def write_bytes(data: bytes, path: str | os.PathLike[str]) -> None:
    """The same for bytes.

    Raises:
        DatelineError: E401 where the path cannot be written; an existing file is then left as it was.
    """
    with opened(path, True) as stream:
        stream.write(data)


def _is_stream(path: Path) -> bool:
    """Whether a path names something that is no file of a folder: a pipe, a device, or a stream of this process."""
    if path.absolute().as_posix().startswith(tuple(f"{folder}/" for folder in _STREAMS)):
        return True
    return path.exists() and not path.is_file() and not path.is_dir()


def _open(path: Path, binary: bool) -> IO[Any]:
    return path.open("wb") if binary else path.open("w", encoding="utf-8", newline="")


@contextmanager
def _beside(path: Path, binary: bool) -> Iterator[IO[Any]]:
    fresh = fresh_beside(path, ".")
    try:
        with _open(fresh, binary) as stream:
            yield stream
        os.replace(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)
