"""Corpora as archives keep them: gzip of JSONL, CSV or TSV, unpacked as they are read."""

from __future__ import annotations

import gzip
import io
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, cast

from dateline.errors import DatelineError

#: What a packed corpus ends in, behind the ending of what it holds.
PACKED: Final = ".gz"
_BUFFER: Final = 65_536


def ending(path: str) -> str:
    """The ending of a file in small letters, that of what is in it where it is packed.

    >>> ending("news/2021.JSONL.gz"), ending("news.csv"), ending("notes.gz")
    ('.jsonl', '.csv', '')
    """
    stem, suffix = os.path.splitext(path)
    return os.path.splitext(stem)[1].lower() if suffix.lower() == PACKED else suffix.lower()


@contextmanager
def opened(path: str) -> Iterator[io.BufferedReader]:
    """The bytes of a corpus, unpacked where it is packed.

    Raises:
        DatelineError: E023 where what is packed is damaged or cut, which may show only when it is read.
        OSError: where it cannot be opened.
    """
    if not path.lower().endswith(PACKED):
        with open(path, "rb") as stream:
            yield stream
        return
    try:
        with gzip.open(path, "rb") as unpacked, io.BufferedReader(unpacked, _BUFFER) as stream:
            yield cast(io.BufferedReader, stream)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        fix = "pack or fetch it anew; the lines before the damage were read"
        raise DatelineError("E023", path.replace("\\", "/"), str(error) or type(error).__name__, fix) from error
