"""What is new in a folder or a feed since the last look; each document once."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final, Protocol

from dateline.errors import DatelineError
from dateline.read import ReadOptions, read, read_inputs
from dateline.read.feed import Feed, FeedItem, item_document, known_of, parse_feed
from dateline.read.feedroot import is_feed
from dateline.read.fetch import Fetcher, is_address
from dateline.read.inputs import Once, listed, writable_path
from dateline.types import Document, Problem

#: Seconds since its last change after which a file counts as written to its end.
SETTLED: Final = 2.0
#: Documents that are looked up, coded and stored together: what a killed process may have to do again.
BATCH: Final = 64
#: Problems that may be gone at the next look, or with other options: the item is tried again.
PASSING: Final = frozenset({"E011", "E012"})


@dataclass(frozen=True, slots=True)
class Known:
    """What a database tells of earlier looks.

    Args:
        ids: of the documents and inputs that are stored, and of those that cannot be read or coded.
        told: the problems that are stored, by input, code and detail, with the moment when their run began (seconds since 1970, UTC).
    """

    ids: frozenset[str] = frozenset()
    told: Mapping[tuple[str, str, str], float] = field(default_factory=dict)

    def has_told(self, problem: Problem, changed: float) -> bool:
        """Whether a problem was told already and its file has not changed since; that of a line of a file stays told while the line stays so.

        Args:
            problem: of a file, or of a line of it.
            changed: when the file was changed last; nothing (0) for a line.
        """
        at = self.told.get((problem.input_id, problem.code, problem.detail))
        return at is not None and changed < at


class Source(Protocol):
    """Something that gets new documents.

    ``mended`` are inputs of which a database tells a problem that they had no more when they were read again.
    """

    mended: set[str]

    def look(self, known: Known) -> Iterator[Document | Problem]:
        """What has come since the last look and is not stored."""
        ...


def open_source(name: str, options: ReadOptions, fetcher: Fetcher, *, follow: bool = False, settle: bool = True) -> Source:
    """The source that a path or an address names.

    Args:
        name: a folder, or a feed's file or address.
        options: how to read.
        fetcher: fetches a feed's address, and the pages where ``follow`` is set.
        follow: code the pages that a feed links to instead of the text in the feed.
        settle: leave files alone that were changed in the last seconds.

    Raises:
        DatelineError: ``E001`` for a path that is not there, ``E015`` for a file that is no feed.
    """
    if is_address(name):
        return FeedSource(name, options, fetcher, follow=follow)
    if os.path.isdir(name):
        return FolderSource(name, options, settle=settle)
    if not os.path.exists(name):
        raise DatelineError("E001", name)
    if not is_feed(_bytes_of(name)):
        raise DatelineError("E015", name)
    return FeedSource(name, options, fetcher, follow=follow)


@dataclass(slots=True)
class FolderSource:
    """A folder with its subfolders: new files and files that have changed.

    What is stored is told by the document's id, a hash of its bytes among others; what was seen in this process by size and time.
    """

    folder: str
    options: ReadOptions
    settle: bool = True
    seen: dict[str, tuple[int, int]] = field(default_factory=dict)
    mended: set[str] = field(default_factory=set)

    def look(self, known: Known) -> Iterator[Document | Problem]:
        """Documents of files that are new or have changed; lines of a corpus one by one."""
        found = Once().of(listed(self.folder))
        for problem in found.problems:
            if problem.code != "E009" and not known.has_told(problem, _changed(problem.input_id)):  # that nothing has come yet is no problem
                yield problem
        for path in found.paths:
            stamp = self._stamp(path)
            if stamp is None or self.seen.get(path) == stamp:
                continue
            changed, lines = _changed(path), f"{writable_path(path)}:"
            self.mended |= {one for one, _, _ in known.told if one == writable_path(path) or one.startswith(lines)}
            for item in read_inputs([path], self.options):
                of_line = item.input_id.startswith(lines)
                self.mended.discard(item.input_id)
                if not (known.has_told(item, 0 if of_line else changed) if isinstance(item, Problem) else item.doc_id in known.ids):
                    yield item
            self.seen[path] = stamp

    def _stamp(self, path: str) -> tuple[int, int] | None:
        """Size and time of a file; ``None`` while it may still be written to, or where it has gone."""
        try:
            found = os.stat(path)
        except OSError:
            return None
        if self.settle and abs(time.time() - found.st_mtime) < SETTLED:
            return None
        return found.st_size, found.st_mtime_ns


@dataclass(slots=True)
class FeedSource:
    """An RSS or Atom feed: items whose id is not stored yet, the oldest first."""

    name: str
    options: ReadOptions
    fetcher: Fetcher
    follow: bool = False
    seen: set[str] = field(default_factory=set)
    mended: set[str] = field(default_factory=set)

    def look(self, known: Known) -> Iterator[Document | Problem]:
        """Documents of items that have come; a feed that cannot be fetched is one problem."""
        try:
            content = self.fetcher.fetch(self.name).content if is_address(self.name) else _bytes_of(self.name)
            feed = parse_feed(content, self.name)
        except DatelineError as error:
            yield error.to_problem()
            return
        yield from feed.problems
        for item in reversed(feed.items):
            if not {item.key, item.marked}.isdisjoint(self.seen) or not known.ids.isdisjoint({item.key, item.marked}):
                continue
            try:
                yield self._document(item, feed)
            except DatelineError as error:
                problem = error.at(item.key).to_problem()
                yield problem
                if error.code in PASSING:
                    continue
            self.seen.add(item.key)

    def _document(self, item: FeedItem, feed: Feed) -> Document:
        if not self.follow or item.page is None:
            return item_document(item, feed, self.options)
        page = self.fetcher.fetch(item.page)
        return read(page.content, options=self.options, input_id=item.key, known=replace(known_of(item, feed), url=page.url))


def batches(items: Iterator[Document | Problem]) -> Iterator[list[Document | Problem]]:
    """Items in lists of :data:`BATCH`."""
    while batch := list(islice(items, BATCH)):
        yield batch


def _changed(path: str) -> float:
    """When a file or link was changed or put in its place last, in seconds since 1970; 0 where nothing tells it."""
    try:
        found = os.lstat(path)
    except (OSError, ValueError):
        return 0
    return max(found.st_mtime, found.st_ctime)


def _bytes_of(path: str) -> bytes:
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except OSError as error:
        raise DatelineError("E002", path, error.strerror) from error
