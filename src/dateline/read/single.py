"""One input -> one document."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final

from dateline.errors import DatelineError
from dateline.read.assemble import Origin, assemble, with_known
from dateline.read.decode import decode
from dateline.read.draft import Draft, Metadata
from dateline.read.exportlines import Article
from dateline.read.exports import article_draft, article_hash, article_keys, article_known, article_text, articles_of
from dateline.read.options import ReadOptions
from dateline.read.packed import ending
from dateline.read.registry import CORPUS, FEED, HTML, JSON, MAIL, MAILBOX, MARKDOWN, PLAIN, Reader, find_reader, recognised, sniff_text
from dateline.read.repaired import Repaired, repaired
from dateline.read.stories import day_of, stories
from dateline.read.textmap import has_surrogates, writable
from dateline.types import Document, Problem

STDIN: Final = "-"
_TEXTS: Final = (MARKDOWN.name, PLAIN.name)
_CORPUS_FIX: Final = "name it on the command line, or in Python give it to dateline.read_all, which reads each of them"
_TEXTS_FIX: Final = (
    "export the articles with their full text: as .docx or .rtf from Nexis Uni, .rtf from Factiva, text (.txt) from ProQuest, EBSCO and NewsBank, HTML from Europresse"
)
_XLS_FIX: Final = "save it as .xlsx, or as CSV where each row is a document; articles of ProQuest: export them as text (.txt)"
_ARCHIVE_FIX: Final = "unpack it, and name its folder"
#: What to do with files of other kinds than documents, by their endings.
_FIXES: Final = {
    ".xls": _XLS_FIX,
    **dict.fromkeys((".zip", ".gz", ".7z", ".rar"), _ARCHIVE_FIX),
    **dict.fromkeys((".ris", ".enw", ".nbib"), _TEXTS_FIX),
}
#: What a reader does not foresee may be a damaged file or its own fault.
_FAULT_FIX: Final = "save it anew in the program that made it, or in another format; if it opens well there, the reader is at fault: report it with the file"
_JSON_FIX: Final = "write one object a line, with id, text and date, into a .jsonl file"


def read(
    source: str | Path | bytes, *, options: ReadOptions | None = None, input_id: str | None = None, known: Metadata | None = None
) -> Document:
    """Read one document.

    Args:
        source: a path, ``"-"`` for standard input, or the raw bytes themselves.
        options: see :class:`dateline.read.options.ReadOptions`.
        input_id: the document's input id; where it is not set, the path as given with forward slashes, and ``"-"`` for bytes. Its
            suffix says which format bytes are in.
        known: what is known of the document from elsewhere; it wins over what the text says.

    Returns:
        The document; its ``problems`` hold what was wrong but not fatal.

    Raises:
        DatelineError: ``E001`` missing, ``E002`` unreadable, ``E003`` empty, ``E004`` not text, ``E005`` too large, ``E006`` not
            English, ``E008`` a format without a reader, ``E024`` a corpus, mailbox or feed.

    Example:
        >>> read(b"# Truce holds\\n\\nRebels signed a truce in March.").title
        'Truce holds'
    """
    options = options or ReadOptions()
    where = writable(input_id or (STDIN if isinstance(source, bytes) else str(source).replace("\\", "/")))
    data = source if isinstance(source, bytes) else load(source, where, options.max_bytes)
    if len(data) > options.max_bytes:
        raise too_large(where, options.max_bytes)
    return _read(_opened(data, Path(where).suffix, where), Origin(where, hashlib.sha256(data).hexdigest(), 0, known or Metadata()), options)


def _read(opened: _Opened, origin: Origin, options: ReadOptions) -> Document:
    if len(opened.articles) > 1:
        raise DatelineError("E024", origin.input_id, f"an export of {len(opened.articles)} articles", _CORPUS_FIX)
    origin = replace(origin, replaced=opened.replaced)
    if opened.articles:
        return _article(opened.articles[0], origin, options)
    return _document(opened.draft(), origin, options)


def _article(article: Article, origin: Origin, options: ReadOptions) -> Document:
    """The document of an article, which is the same in whatever export of it."""
    with _faults_told(origin.input_id, "reading"):
        draft, said = article_draft(article), article_known(article)
    return _document(draft, replace(origin, raw_sha256=article_hash(article), known=with_known(said, origin.known)), options)


def read_text(text: str, *, input_id: str, options: ReadOptions, known: Metadata) -> Document:
    """Read a text that is decoded already, such as a corpus line's; its UTF-8 bytes count as the raw bytes.

    Raises:
        DatelineError: ``E003``, ``E005``, ``E006``.
    """
    data = text.encode("utf-8", "surrogatepass")
    if len(data) > options.max_bytes:
        raise too_large(input_id, options.max_bytes)
    if not text.strip():
        raise DatelineError("E003", input_id)
    made = repaired(text)
    draft = _from_text(made, _reader_of(made, None), input_id)
    replaced = sum(0xD800 <= ord(character) <= 0xDFFF for character in text) if has_surrogates(text) else 0
    return _document(draft, Origin(input_id, hashlib.sha256(data).hexdigest(), replaced, known), options)


def read_file(path: str, options: ReadOptions) -> Iterator[Document | Problem]:
    """Read a file: one document, each of the articles of a news database's export, or each of the reports that a text file holds, counted from 1.

    Each report has the day and the agency of its own head (:mod:`dateline.read.stories`), before ``options.date``; offsets count the whole file.

    Raises:
        DatelineError: as :func:`read`.
    """
    where = writable(path.replace("\\", "/"))
    data = load(path, where, options.max_bytes)
    opened = _opened(data, Path(where).suffix, where)
    sha, before = hashlib.sha256(data).hexdigest(), options.date
    if len(opened.articles) > 1:
        yield from _articles(opened, where, options)
        return
    parts = () if opened.articles else _reports(opened, where)
    if not parts:
        yield _read(opened, Origin(where, sha), options)
        return
    dated = any(words for _, _, words in parts)
    for number, (reader, text, words) in enumerate(parts, 1):
        origin = Origin(f"{where}:{number}", sha, 0, Metadata(published=day_of(words, before) if words else None if dated else before))
        try:
            document = _assembled(reader, text, origin, options)
            day = day_of(words, document.published) if words else None
            if day is not None and day != document.published:
                document = _assembled(reader, text, replace(origin, known=Metadata(published=day)), options)
        except DatelineError as error:
            yield error.to_problem()
            continue
        before = document.published or before
        yield document


def _assembled(reader: Reader, text: Repaired, origin: Origin, options: ReadOptions) -> Document:
    return _document(_from_text(text, reader, origin.input_id), origin, options)


def _articles(opened: _Opened, where: str, options: ReadOptions) -> Iterator[Document | Problem]:
    """The articles of an export, each under a key that it has in every export of it."""
    for article, key in zip(opened.articles, article_keys(opened.articles), strict=True):
        try:
            yield _article(article, Origin(f"{where}:{key}", "", opened.replaced), options)
        except DatelineError as error:
            yield error.to_problem()


def own_text(data: bytes, input_id: str) -> str | None:
    """The raw text of the article of an export that an input id names; ``None`` for what is no export, or where the id names none of its articles."""
    path, _, key = input_id.rpartition(":")
    try:
        articles = _opened(data, Path(path or input_id).suffix, input_id).articles
    except DatelineError:
        return None
    if len(articles) == 1:
        return article_text(articles[0])
    return next((article_text(one) for one, its in zip(articles, article_keys(articles), strict=True) if its == key), None)


def _reports(opened: _Opened, where: str) -> tuple[tuple[Reader, Repaired, str | None], ...]:
    """The reports of a text file, each with the words of its day; nothing where it is one document. What was repaired is told once."""
    made = opened.text
    if made is None or opened.reader.name not in _TEXTS:
        return ()
    with _faults_told(where, "reading"):
        found = list(stories(made.text.text))
    told = [made.remarks, *[()] * len(found)]
    parts = [replace(made, text=made.text.slice(one.start, one.end), remarks=said) for one, said in zip(found, told, strict=False)]
    return tuple((_reader_of(part, opened.reader), part, one.words) for part, one in zip(parts, found, strict=True))


def read_message(data: bytes, where: str, options: ReadOptions) -> Document:
    """Read one message of a mailbox.

    Raises:
        DatelineError: ``E003``, ``E006``, ``E021``, ``E023``.
    """
    draft = _from_bytes(MAIL, data, where)
    return _document(draft, Origin(where, hashlib.sha256(data).hexdigest()), options)


def too_large(where: str, max_bytes: int) -> DatelineError:
    """The error for an input above the limit."""
    return DatelineError("E005", where, f"the limit is {max_bytes / 1_000_000:g} MB")


def load(source: str | Path, where: str, max_bytes: int) -> bytes:
    """The bytes of a file or of standard input.

    Raises:
        DatelineError: ``E001``, ``E002``, ``E005``.
    """
    data = _bytes_of(source, where, max_bytes)
    if len(data) > max_bytes:
        raise too_large(where, max_bytes)
    return data


def _bytes_of(source: str | Path, where: str, max_bytes: int) -> bytes:
    if str(source) == STDIN:
        return _limited(sys.stdin.buffer, max_bytes)
    try:
        with open(source, "rb") as stream:
            return _limited(stream, max_bytes)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise DatelineError("E001", where) from error
    except OSError as error:
        raise DatelineError("E002", where, error.strerror) from error


def _limited(stream: BinaryIO, max_bytes: int) -> bytes:
    """At most one byte more than the limit, which is enough to refuse the input without loading it."""
    return stream.read(max_bytes + 1)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file's reader, its text where it is one, the articles where it is an export, and what makes one draft of it otherwise."""

    reader: Reader
    draft: Callable[[], Draft]
    text: Repaired | None = None
    articles: tuple[Article, ...] = ()
    replaced: int = 0


def _opened(data: bytes, suffix: str, where: str) -> _Opened:
    reader = find_reader(suffix, data)
    foreign = None if reader and reader.tells(data) else recognised("" if reader else suffix, data)
    if foreign in (MAILBOX, FEED):
        raise DatelineError("E024", where)
    packed = foreign == "gzip" and recognised(ending(where), b"") == CORPUS
    if foreign == CORPUS or packed or (foreign == "Parquet" and suffix.lower() == ".parquet"):
        raise DatelineError("E024", where, fix=_CORPUS_FIX)
    if foreign == JSON:
        raise DatelineError("E008", where, foreign, _JSON_FIX)
    if foreign is not None and (reader is None or reader.from_bytes is None):
        raise DatelineError("E008", where, foreign, _FIXES.get(suffix.lower()))
    if reader is not None and reader.from_bytes is not None:
        draft = _from_bytes(reader, data, where)
        with _faults_told(where, "reading"):
            return _Opened(reader, lambda: draft, articles=articles_of(draft.written) if draft.written is not None else ())
    decoded = decode(data, where)
    if reader is not None and suffix.lower() in {"", ".txt", ".text"} and not reader.tells(data):
        reader = None
    made = repaired(decoded.text, markup=_is_bare(reader))
    shown = _reader_of(made, reader)
    with _faults_told(where, "reading"):
        found = articles_of(made.text, page=shown.name == HTML.name) if shown.name in (*_TEXTS, HTML.name) else ()
    return _Opened(shown, lambda: _from_text(made, shown, where), made, found, decoded.replaced)


def _is_bare(reader: Reader | None) -> bool:
    """Whether a text has no markup by its format, so that what there is of it was left over."""
    return reader is None or reader.name == PLAIN.name


def _reader_of(made: Repaired, reader: Reader | None) -> Reader:
    """The reader of a repaired text: its format's, or that of what the text shows where its format says nothing."""
    if reader is not None and not _is_bare(reader):
        return reader
    return HTML if made.page else sniff_text(made.text)


def _from_text(made: Repaired, reader: Reader, where: str) -> Draft:
    """The draft of a repaired text."""
    assert reader.from_text is not None, f"the reader {reader.name} reads neither text nor bytes"
    with _faults_told(where, f"the {reader.name} reader"):
        draft = reader.from_text(made.text)
    return replace(draft, remarks=(*draft.remarks, *made.remarks))


def _from_bytes(reader: Reader, data: bytes, where: str) -> Draft:
    with _faults_told(where, f"the {reader.name} reader"):
        return reader.from_bytes(data) if reader.from_bytes is not None else Draft(reader.name)


def _document(draft: Draft, origin: Origin, options: ReadOptions) -> Document:
    with _faults_told(origin.input_id, "reading"):
        return assemble(draft, origin, options)


@contextmanager
def _faults_told(where: str, what: str) -> Iterator[None]:
    """Whatever fails inside is an error of this input: one bad file, or a fault of a reader, must not stop a run."""
    try:
        yield
    except DatelineError as error:
        raise error.at(where) if error.where == STDIN else error from error.__cause__
    except Exception as error:
        raise DatelineError("E023", where, f"{what} failed: {type(error).__name__}: {error}", _FAULT_FIX) from error
