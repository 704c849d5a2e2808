"""Where a run writes: a local folder, or any path that fsspec knows. The only importer of fsspec.

A file is there as a whole or not at all: local files are written beside their place and moved there, object stores put whole objects,
and other file systems are given a file under another name that is then moved.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Protocol

from dateline.errors import DatelineError, install

_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+::?//|[A-Za-z][A-Za-z0-9+.-]+::")
#: Protocols whose writes are atomic: an object is seen when all of it has arrived. There a move is a copy and costs as much as the write.
_OBJECT_STORES: Final = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "adl", "oss", "oci", "r2", "memory"})


class Target(Protocol):
    """A folder of files that are written whole."""

    @property
    def url(self) -> str:
        """The folder as it was named."""
        ...

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, ``None`` where it is not there."""
        ...

    def write(self, name: str, content: bytes) -> None:
        """Write a file whole, in place of an earlier one."""
        ...

    def sizes(self, folder: str) -> dict[str, int]:
        """The sizes of the files in a folder below the target by their names; empty where there is no such folder."""
        ...


def open_target(url: str) -> Target:
    """The target of a path or URL.

    Raises:
        DatelineError: ``E402`` for a URL where fsspec or the package of its protocol is missing, ``E401`` where it is refused.
    """
    if not is_url(url):
        return LocalTarget(url)
    if url.startswith("file://"):
        return LocalTarget(url.removeprefix("file://"))
    return FsspecTarget(url)


def is_url(path: str) -> bool:
    """Whether a path names a file system that is not the local one (``s3://bucket/folder``)."""
    return _URL.match(path) is not None


class LocalTarget:
    """A folder of the local file system, or of one that is mounted.

    Args:
        url: its path; it is made with the first file.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self._root = Path(url)

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, ``None`` where it is not there."""
        try:
            return (self._root / name).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise DatelineError("E002", str(self._root / name), error.strerror) from error

    def write(self, name: str, content: bytes) -> None:
        """Write a file beside its place, see it on the disk, and move it there; what killed writers left of it is removed."""
        path = self._root / name
        for tries_left in (1, 0):
            try:
                self._put(path, content)
                return
            except FileNotFoundError as error:  # another process of the same run took ours for what a killed one left
                if not tries_left:
                    raise DatelineError("E401", str(path), error.strerror) from error
            except OSError as error:
                raise DatelineError("E401", str(path), error.strerror) from error

    @staticmethod
    def _put(path: Path, content: bytes) -> None:
        fresh = path.with_name(f".{path.name}.new-{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            for left in path.parent.glob(f".{path.name}.new-*"):
                left.unlink(missing_ok=True)
            with fresh.open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(fresh, path)
        except OSError:
            with suppress(OSError):
                fresh.unlink()
            raise

    def sizes(self, folder: str) -> dict[str, int]:
        """The sizes of the files in a folder below the target by their names."""
        try:
            with os.scandir(self._root / folder) as entries:
                return {entry.name: entry.stat().st_size for entry in entries if entry.is_file()}
        except (FileNotFoundError, NotADirectoryError):
            return {}


class FsspecTarget:
    """A folder on a file system that fsspec knows.

    Args:
        url: as fsspec takes it (``s3://bucket/folder``); credentials come from the places its package documents.
    """

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        try:
            import fsspec
        except ImportError as error:
            raise DatelineError("E402", url, "fsspec", install("storage")) from error
        try:
            self._fs, self._root = fsspec.core.url_to_fs(self.url)
        except ImportError as error:
            raise DatelineError("E402", url, str(error)) from error
        except ValueError as error:
            raise DatelineError("E401", url, str(error)) from error

    def read(self, name: str) -> bytes | None:
        """The bytes of a file, ``None`` where it is not there."""
        try:
            content: bytes = self._fs.cat_file(f"{self._root}/{name}")
        except FileNotFoundError:
            return None
        except OSError as error:
            raise DatelineError("E002", f"{self.url}/{name}", str(error)) from error
        return content

    def write(self, name: str, content: bytes) -> None:
        """Put a file whole: an object store does so itself, elsewhere the file is moved to its place when it is complete."""
        path = f"{self._root}/{name}"
        protocols = self._fs.protocol if isinstance(self._fs.protocol, tuple | list) else (self._fs.protocol,)
        try:
            if _OBJECT_STORES.intersection(protocols):
                self._fs.pipe_file(path, content)
                return
            folder, _, last = path.rpartition("/")
            self._fs.makedirs(folder, exist_ok=True)
            fresh = f"{folder}/.{last}.new-{os.getpid()}"
            self._fs.pipe_file(fresh, content)
            if self._fs.exists(path):
                self._fs.rm_file(path)
            self._fs.mv(fresh, path)
        except OSError as error:
            raise DatelineError("E401", f"{self.url}/{name}", str(error)) from error

    def sizes(self, folder: str) -> dict[str, int]:
        """The sizes of the files in a folder below the target by their names."""
        path = f"{self._root}/{folder}".rstrip("/")
        try:
            self._fs.invalidate_cache()
            listed: list[dict[str, Any]] = self._fs.ls(path, detail=True)
        except (FileNotFoundError, NotADirectoryError):
            return {}
        return {str(one["name"]).rpartition("/")[2]: int(one["size"] or 0) for one in listed if one["type"] == "file"}
