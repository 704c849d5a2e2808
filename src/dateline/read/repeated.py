"""Ids that several lines of a corpus share: both documents are kept, and it is said, as whoever looks one up by its id gets all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from dateline.errors import problem
from dateline.types import Document, Problem

CODE: Final = "W105"
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
