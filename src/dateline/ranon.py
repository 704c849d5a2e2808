"""What a run into a database ran on and with, for the table ``runs``: settings as the user gave them, and the corpora with their hashes."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Final

from dateline.errors import DatelineError
from dateline.pipeline import CodeOptions
from dateline.read import ReadOptions
from dateline.read.corpus import CORPUS_SUFFIXES
from dateline.read.inputs import Once, listed
from dateline.read.sheet import SHEET_SUFFIXES
from dateline.scale.manifest import Settings

#: Files that hold many documents.
_MANY: Final = CORPUS_SUFFIXES | SHEET_SUFFIXES | {".mbox"}


@dataclass(frozen=True, slots=True)
class RanOn:
    """What a user named and how it was to be read.

    Args:
        inputs: files, folders, patterns and addresses as they were named.
        reading: the options of reading.
    """

    inputs: tuple[str, ...] = ()
    reading: ReadOptions = field(default_factory=ReadOptions)

    def settings(self, options: CodeOptions, *, citations: bool) -> str:
        """A JSON object: the settings of a manifest, ``citations``, and ``files``, the corpora with ``path``, ``size`` and ``sha256``.

        A file that is one document is no corpus: the run's inputs have its name and hash, and lose them where it is forgotten.
        """
        known = {**asdict(Settings.of(options, self.reading)), "citations": citations, "files": corpora(self.inputs)}
        return json.dumps(known, sort_keys=True)


def corpora(inputs: Sequence[str]) -> list[dict[str, str | int]]:
    """The corpus files that inputs name, each once, with size in bytes and SHA-256; what cannot be read is told when it is read."""
    once, found = Once(), list[dict[str, str | int]]()
    for named in inputs:
        try:
            paths = once.of(listed(named)).paths
        except DatelineError:
            continue
        for path in paths:
            suffix = os.path.splitext(path.lower().removesuffix(".gz"))[1]
            if suffix in _MANY and os.path.isfile(path):  # a pipe gives its bytes only once
                found += _hashed(path)
    return found


def _hashed(path: str) -> list[dict[str, str | int]]:
    try:
        with open(path, "rb") as stream:
            digest = hashlib.file_digest(stream, "sha256")
            return [{"path": path, "size": stream.tell(), "sha256": digest.hexdigest()}]
    except OSError:
        return []
