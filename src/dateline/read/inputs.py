"""What a command line names -> documents: files, folders, patterns, standard input, corpora."""

from __future__ import annotations

import glob
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BufferedReader
from typing import BinaryIO, Final

from dateline.errors import DatelineError, problem
from dateline.read.corpus import CORPUS_SUFFIXES, read_jsonl, read_parquet
from dateline.read.draft import Metadata
from dateline.read.feed import feed_documents
from dateline.read.feedroot import is_feed
from dateline.read.fetch import Fetcher, FetchOptions, is_address
from dateline.read.mail import is_mbox, messages
from dateline.read.options import ReadOptions
from dateline.read.othersuffixes import OTHER_SUFFIXES, UNREAD_SUFFIXES, tells_document
from dateline.read.packed import ending, opened
from dateline.read.registry import document_suffixes
from dateline.read.sheet import SHEET_SUFFIXES, is_sheet, read_sheet
from dateline.read.single import STDIN, load, read, read_file, read_message, too_large
from dateline.read.textmap import writable
from dateline.types import Document, Problem

#: So many bytes show whether a file is a mailbox.
_HEAD: Final = 4096


def read_inputs(args: Sequence[str], options: ReadOptions | None = None) -> Iterator[Document | Problem]:
    """Read everything that the arguments name, in order; a bad input is one problem and does not stop the rest.

    Args:
        args: files, folders (searched recursively; hidden files, Word's lock files, pipes and devices, and what is no document by its
            ending, such as pictures, are left out; a link that leads out of the folder is ``W107``), patterns, ``-`` for standard input (a
            document, JSONL, or CSV whose first line names ``id`` and ``text``), corpora (``.jsonl``, ``.ndjson``, ``.parquet``,
            ``.csv``, ``.tsv``, and all but Parquet also packed, ``.jsonl.gz``), which give one document a line, and web addresses. A page is
            one document; a feed, saved or at its address, one for each of its items.
            A file of a folder that cannot be read is a problem as well; one that is named by two paths is read once (``W135``).
        options: see :class:`dateline.read.options.ReadOptions`.

    Yields:
        A document, or the problem for which there is none.
    """
    options = options or ReadOptions()
    fetcher: Fetcher | None = None
    once = Once()
    for arg in args:
        if arg == STDIN:
            yield from _standard_input(sys.stdin.buffer, options)
            continue
        if is_address(arg):
            fetcher = fetcher or Fetcher(FetchOptions(options.allow_private, options.max_bytes))
            yield from _address(arg, fetcher, options)
            continue
        try:
            found = once.of(listed(arg))
        except DatelineError as error:
            yield error.to_problem()
            continue
        yield from found.problems
        for path in found.paths:
            yield from _read_path(path, options)


def _standard_input(stream: BinaryIO | BufferedReader, options: ReadOptions) -> Iterator[Document | Problem]:
    head = stream.peek(_HEAD) if isinstance(stream, BufferedReader) else b""
    if head[:1] == b"{":
        yield from read_jsonl(stream, STDIN, options)
        return
    try:
        if isinstance(stream, BufferedReader) and is_sheet(head, options):
            yield from read_sheet(stream, STDIN, options)
            return
        content = stream.read(options.max_bytes + 1)
        if is_feed(content) and len(content) <= options.max_bytes:
            yield from feed_documents(content, STDIN, options)
        else:
            yield read(content, options=options, input_id=STDIN)
    except DatelineError as error:
        yield error.to_problem()


def _address(url: str, fetcher: Fetcher, options: ReadOptions) -> Iterator[Document | Problem]:
    try:
        page = fetcher.fetch(url)
        if is_feed(page.content):
            yield from feed_documents(page.content, page.url, options)
        else:
            yield read(page.content, options=options, input_id=url, known=Metadata(url=page.url))
    except DatelineError as error:
        yield error.to_problem()


def _read_path(path: str, options: ReadOptions) -> Iterator[Document | Problem]:
    where = writable_path(path)
    suffix = ending(path)
    try:
        if path.lower().endswith(".parquet"):
            yield from read_parquet(path, where, options)
        elif suffix in CORPUS_SUFFIXES - {".parquet"}:
            with opened(path) as stream:
                yield from read_jsonl(stream, where, options, path=path)
        elif suffix in SHEET_SUFFIXES - document_suffixes():
            with opened(path) as stream:
                yield from read_sheet(stream, where, options, path)
        else:
            yield from _documents(path, where, options)
    except DatelineError as error:
        yield error.to_problem()
    except (FileNotFoundError, NotADirectoryError):
        yield DatelineError("E001", where).to_problem()
    except OSError as error:
        yield DatelineError("E002", where, error.strerror).to_problem()


def _documents(path: str, where: str, options: ReadOptions) -> Iterator[Document | Problem]:
    """A document, each message of a mailbox or item of a feed, which their first lines tell, or each report of a text; they are counted from 1."""
    head = _head(path)
    if is_feed(head):
        yield from feed_documents(load(path, where, options.max_bytes), where, options)
        return
    if not is_mbox(head):
        yield from read_file(path, options)
        return
    with open(path, "rb") as stream:
        for number, message in enumerate(messages(stream, options.max_bytes), 1):
            try:
                if message is None:
                    raise too_large(f"{where}:{number}", options.max_bytes)
                yield read_message(message, f"{where}:{number}", options)
            except DatelineError as error:
                yield error.to_problem()


def _head(path: str) -> bytes:
    """The first bytes of a file; nothing where it cannot be read, which :func:`read` then says."""
    try:
        with open(path, "rb") as stream:
            return stream.read(_HEAD)
    except (OSError, ValueError):
        return b""


@dataclass(frozen=True, slots=True)
class Listing:
    """The files that an argument names, sorted; the links of its folders that were not followed, and that there is no file."""

    paths: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def listed(arg: str) -> Listing:
    """The files an argument names. A pipe or device is one only where it is named itself: reading it may never end.

    Raises:
        DatelineError: ``E001`` for a path that is not there.
    """
    where = writable_path(arg)
    try:
        if os.path.isdir(arg):
            found = list(_folder(arg))
        elif os.path.lexists(arg) or not glob.has_magic(arg):
            return Listing((arg,))
        else:
            matches = sorted(glob.glob(arg, recursive=True))
            found = [one for match in matches for one in (_folder(match) if os.path.isdir(match) else (match,) if _ends(match) else ())]
    except ValueError as error:
        raise DatelineError("E001", where) from error
    paths = tuple(dict.fromkeys(one for one in found if isinstance(one, str)))
    problems = tuple(dict.fromkeys(one for one in found if isinstance(one, Problem)))
    return Listing(paths, problems if paths else (*problems, problem("E009", where)))


class Once:
    """Which files were named already, by whatever path: a file that is named by several (``./a.txt``, a link to it, another name of the same file)
    is read by the first, and in a folder by its own name before that of a link to it."""

    def __init__(self) -> None:
        self._paths: dict[tuple[int, int], str] = {}

    def of(self, found: Listing) -> Listing:
        """The files of a listing that were not named before, and a problem (W135) for each path of those that were."""
        before = dict(self._paths)
        files = {path: _file(path) for path in found.paths}
        for path in sorted(files, key=os.path.islink):
            if (file := files[path]) is not None:
                self._paths.setdefault(file, path)
        again = {path: self._paths[file] for path, file in files.items() if file is not None and (file in before or self._paths[file] != path)}
        told = (problem("W135", writable_path(path), f"as {writable_path(first)}") for path, first in again.items())
        return Listing(tuple(path for path in found.paths if path not in again), (*found.problems, *told))


def _file(path: str) -> tuple[int, int] | None:
    """What a file is whatever its path; ``None`` for what is none, such as a pipe, which gives something else each time, or where nothing tells it."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) and found.st_ino else None


def writable_path(path: str) -> str:
    """What a file is called in ids and problems: its path with forward slashes, in characters that can be written."""
    return writable(path.replace("\\", "/"))


def _folder(folder: str) -> Iterator[str | Problem]:
    """The files of a folder that may be documents, and a problem for each link that leads out of it.

    They are all but hidden ones, those of other kinds by their ending, binary files of no known kind, pipes and devices. Whoever can put a
    file into a folder must not be able to have another file of the machine read.
    """
    known = document_suffixes() | CORPUS_SUFFIXES | SHEET_SUFFIXES | UNREAD_SUFFIXES
    inside = os.path.realpath(folder)
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if _leads_out(path := os.path.join(parent, name), inside):
                yield _not_followed(path)
        for name in sorted(names):
            suffix, path = os.path.splitext(name)[1].lower(), os.path.join(parent, name)
            if name.startswith((".", "~$")) or suffix in OTHER_SUFFIXES - known:
                continue
            if _leads_out(path, inside):
                yield _not_followed(path)
            elif _ends(path) and (suffix in known or tells_document(_head(path), suffix)):
                yield path


def _leads_out(path: str, folder: str) -> bool:
    """Whether a path is a link to something that does not lie in the folder."""
    return os.path.islink(path) and not f"{os.path.realpath(path)}{os.sep}".startswith(os.path.join(folder, ""))


def _not_followed(path: str) -> Problem:
    return problem("W107", writable_path(path))


def _ends(path: str) -> bool:
    """Whether a path is a file, which has an end; so counts a link to nothing, of which reading tells that."""
    return os.path.isfile(path) or not os.path.exists(path)
