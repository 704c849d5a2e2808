"""Which reader reads which format: by suffix, by content, and through the entry point group ``dateline.readers``.

A reader takes the decoded, normalised text or the raw bytes and gives a :class:`dateline.read.draft.Draft`; a package adds one by an
entry point whose value is a :class:`Reader`. The package's own readers go through the same table.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline.read.draft import Draft
from dateline.read.markdown import read_markdown
from dateline.read.plaintext import read_plain
from dateline.read.textmap import Mapped

ENTRY_POINTS: Final = "dateline.readers"


@dataclass(frozen=True, slots=True)
class Reader:
    """A format's reader.

    Args:
        name: the format's name, as in ``Document.format``.
        suffixes: lower-case file suffixes with their dot.
        from_text: reads normalised text; offsets of the draft count its code points. Or
        from_bytes: reads raw bytes, for formats that are not text.
        signatures: bytes a file of this format begins with.
    """

    name: str
    suffixes: tuple[str, ...]
    from_text: Callable[[Mapped], Draft] | None = None
    from_bytes: Callable[[bytes], Draft] | None = None
    signatures: tuple[bytes, ...] = ()


def _read_pdf(data: bytes) -> Draft:
    """Loads the PDF reader when the first PDF comes."""
    from dateline.read.pdf.reader import read_pdf

    return read_pdf(data)


MARKDOWN: Final = Reader("markdown", (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"), from_text=read_markdown)
PLAIN: Final = Reader("text", (".txt", ".text"), from_text=read_plain)
PDF: Final = Reader("pdf", (".pdf",), from_bytes=_read_pdf, signatures=(b"%PDF-",))
_BUILT_IN: Final = (MARKDOWN, PLAIN, PDF)

#: Formats that are recognised so that the refusal can name them (``E008``): name, suffixes, first bytes.
_RECOGNISED: Final = (
    ("Word", (".docx", ".doc", ".odt", ".rtf"), (b"\xd0\xcf\x11\xe0", b"{\\rtf")),
    ("EPUB", (".epub",), ()),
    ("ZIP", (".zip", ".xlsx", ".pptx"), (b"PK\x03\x04",)),
    ("gzip", (".gz",), (b"\x1f\x8b",)),
    ("HTML", (".html", ".htm", ".xhtml"), ()),
    ("Parquet", (), (b"PAR1",)),
    ("mail", (".eml", ".mbox"), ()),
)
_HTML_STARTS: Final = (b"<!doctype html", b"<html", b"<?xml")


@cache
def readers() -> tuple[Reader, ...]:
    """Installed readers, those of other packages first, by name."""
    from importlib.metadata import entry_points

    added = sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name)
    loaded = (point.load() for point in added)
    return (*(reader for reader in loaded if isinstance(reader, Reader)), *_BUILT_IN)


def find_reader(suffix: str, data: bytes) -> Reader | None:
    """The reader of a file: by signature, else by suffix; ``None`` where neither says anything."""
    for reader in readers():
        if any(data.startswith(signature) for signature in reader.signatures):
            return reader
    return next((reader for reader in readers() if suffix.lower() in reader.suffixes), None)


def recognised(suffix: str, data: bytes) -> str | None:
    """The name of a format that no installed reader reads; content decides before the suffix."""
    for name, _, signatures in _RECOGNISED:
        if any(data.startswith(signature) for signature in signatures):
            return name
    if data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_HTML_STARTS):
        return "HTML"
    return next((name for name, suffixes, _ in _RECOGNISED if suffix.lower() in suffixes), None)


def document_suffixes() -> frozenset[str]:
    """Suffixes that a folder is searched for: those of installed readers, and of documents that need one (which is then said)."""
    own = {suffix for reader in readers() for suffix in reader.suffixes}
    return frozenset(own | {".pdf", ".docx", ".doc", ".odt", ".rtf", ".epub", ".html", ".htm", ".eml"})


def sniff_text(text: Mapped) -> Reader:
    """Markdown or plain text, for text whose name says nothing: Markdown where its line starts or links show it."""
    sample = text.text[:20_000]
    signs = re.search(r"(?m)^#{1,6} \S|\]\(https?://|^\[\^[^\]]+\]:|<sup>|\*\*[^*\n]+\*\*|^---\n[\w-]+:", sample)
    return MARKDOWN if signs else PLAIN
