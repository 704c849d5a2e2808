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


def with_repeated_ids(stream: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
    """The stream with a warning (W105) at each document whose id an earlier one has.

    Args:
        stream: what was read; only a number an id is kept of it.
    """
    ids: set[int] = set()
    documents: set[int] = set()
    for item in stream:
        if isinstance(item, Problem):
            yield item
            continue
        key, document = hash(item.input_id), hash(item.doc_id)
        if key in ids:
            found = problem(CODE, item.input_id, SAME if document in documents else None, doc_id=item.doc_id)
            item = replace(item, problems=(*item.problems, found))
        ids.add(key)
        documents.add(document)
        yield item


def text_key(text: str, published: date | None) -> str:
    """What two documents share of which one is a copy: the MD5 of the text's UTF-8 (as a database can tell it too) and the day.

    A text that is published again on another day is a report of that day.
    """
    digest = hashlib.md5(text.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
    return f"{digest} {published or ''}"


def with_copies(stream: Iterable[Document | Problem], stored: Callable[[], Mapping[str, str]] = dict) -> Iterator[Document | Problem]:
    """The stream with a warning (W133) at each document that has text and day of another, whatever the files are called.

    Args:
        stream: what was read; a key and an id of each text are kept of it.
        stored: the ids of documents of earlier runs by :func:`text_key`, without copies; asked when the first document comes.
    """
    firsts: dict[str, str] | None = None
    for item in stream:
        if isinstance(item, Problem):
            yield item
            continue
        firsts = dict(stored()) if firsts is None else firsts
        first = firsts.setdefault(text_key(item.text, item.published), item.input_id)
        if first != item.input_id:
            item = replace(item, problems=(*item.problems, problem(COPY, item.input_id, first, doc_id=item.doc_id)))
        yield item
