"""Documents that come twice in a run: no worker sees the parts of others, so it is found over all parts when they are done."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

from dateline.read.repeated import Twice, text_key
from dateline.scale.target import Target
from dateline.scale.work import PartDone, checkpoint_name, table_of
from dateline.types import Problem


def twice_in(target: Target, parts: Mapping[int, PartDone], stored: Callable[[], Mapping[str, str]] = dict) -> dict[int, tuple[Problem, ...]]:
    """What is said of documents that come twice (W105, W133), by part, as coding all of them into a database would have said it.

    Args:
        target: the folder of the run.
        parts: those that are done; their checkpoints are read one after the other, their texts are not.
        stored: as for :class:`dateline.read.repeated.Twice`.
    """
    twice = Twice(stored)
    last: dict[str, tuple[int, tuple[Problem, ...]]] = {}  # of a document that stands twice the later is stored
    for number in sorted(parts):
        for doc_id, input_id, key in _texts(target, parts[number]):
            found = tuple(one for one in (twice.repeated(doc_id, input_id), twice.copied(doc_id, input_id, key)) if one is not None)
            if found or doc_id in last:
                last[doc_id] = number, found
    by_part: dict[int, tuple[Problem, ...]] = {}
    for number, found in last.values():
        by_part[number] = (*by_part.get(number, ()), *found)
    return dict(sorted(by_part.items()))


def _texts(target: Target, part: PartDone) -> Iterator[tuple[str, str, str]]:
    """Id, input id and key of the text of each document of a part; a checkpoint of version 1 has none, so that the texts themselves are read."""
    content = target.read(checkpoint_name(part.part))
    kept = json.loads(content).get("texts") if content is not None else None
    if kept is not None:
        yield from ((doc_id, input_id, key) for doc_id, input_id, key in kept)
        return
    table = table_of(target, part, "documents", ["doc_id", "input_id", "text", "published"])
    for row in table.to_pylist() if table is not None else ():
        yield row["doc_id"], row["input_id"], text_key(row["text"], row["published"])
