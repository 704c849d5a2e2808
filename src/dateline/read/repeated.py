"""What comes twice: ids that several lines of a corpus share, and texts that several files hold.

Both documents are kept, and it is said: whoever looks one up by its id gets all of them, and a copy tells nothing again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from dateline.errors import problem
from dateline.types import Document, Problem

CODE: Final = "W105"
#: The code of a document whose text an earlier one has.
COPY: Final = "W133"
#: What is said of a line that is the earlier one again.
SAME: Final = "with the same text, which is stored once"


class Twice:
    """What is said of documents that come one after the other: whether an earlier one has the id, or the text and day. It keeps a number of each id,
    document and text, and the id of the first document of each text.

    Args:
        stored: the ids of documents of earlier runs by :func:`text_key`, without copies; asked when the first text comes.
    """

    def __init__(self, stored: Callable[[], Mapping[str, str]] = dict) -> None:
        self._stored = stored
        self._ids: set[int] = set()
        self._documents: set[int] = set()
        self._firsts: dict[int, str] | None = None

    def repeated(self, doc_id: str, input_id: str) -> Problem | None:
        """A warning (W105) where an earlier document has the id."""
        key, document = hash(input_id), hash(doc_id)
        found = problem(CODE, input_id, SAME if document in self._documents else None, doc_id=doc_id) if key in self._ids else None
        self._ids.add(key)
        self._documents.add(document)
        return found

    def copied(self, doc_id: str, input_id: str, key: str) -> Problem | None:
        """A warning (W133) where another document has the text and day that the key tells."""
        if self._firsts is None:
            self._firsts = {hash(text): first for text, first in self._stored().items()}
        first = self._firsts.setdefault(hash(key), input_id)
        return problem(COPY, input_id, first, doc_id=doc_id) if first != input_id else None


def with_repeated_ids(stream: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
    """The stream with a warning (W105) at each document whose id an earlier one has."""
    twice = Twice()
    for item in stream:
        yield item if isinstance(item, Problem) else _with(item, twice.repeated(item.doc_id, item.input_id))


def _with(document: Document, found: Problem | None) -> Document:
    return document if found is None else replace(document, problems=(*document.problems, found))


def text_key(text: str, published: date | None) -> str:
    """What two documents share of which one is a copy: the MD5 of the text's UTF-8 (as a database can tell it too) and the day.

    A text that is published again on another day is a report of that day.
    """
    digest = hashlib.md5(text.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
    return f"{digest} {published or ''}"


def with_copies(stream: Iterable[Document | Problem], stored: Callable[[], Mapping[str, str]] = dict) -> Iterator[Document | Problem]:
    """The stream with a warning (W133) at each document that has text and day of another, whatever the files are called.

    Args:
        stream: what was read.
        stored: as for :class:`Twice`.
    """
    twice = Twice(stored)
    for item in stream:
        yield item if isinstance(item, Problem) else _with(item, twice.copied(item.doc_id, item.input_id, text_key(item.text, item.published)))
