"""Which reader reads which format: by suffix, by content, and through the entry point group ``dateline.readers``.

A reader takes the decoded, normalised text or the raw bytes and gives a :class:`dateline.read.draft.Draft`; a package adds one by an
entry point whose value is a :class:`Reader`. The package's own readers go through the same table.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final

from dateline.read.archive import is_epub, is_odt, is_word
from dateline.read.docx import read_docx
from dateline.read.draft import Draft
from dateline.read.epub import read_epub
from dateline.read.feedroot import is_feed
from dateline.read.mail import is_mail, is_mbox, read_mail
from dateline.read.markdown import read_markdown
from dateline.read.ods import is_ods, read_ods
from dateline.read.odt import read_odt
from dateline.read.plaintext import read_plain
from dateline.read.rtf import read_rtf
from dateline.read.textmap import Mapped
from dateline.read.web import is_html, read_web
from dateline.read.xlsx import is_xlsx, read_xlsx

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
        sniff: says of a file's bytes whether they are in this format, for formats that no signature tells.
    """

    name: str
    suffixes: tuple[str, ...]
    from_text: Callable[[Mapped], Draft] | None = None
    from_bytes: Callable[[bytes], Draft] | None = None
    signatures: tuple[bytes, ...] = ()
    sniff: Callable[[bytes], bool] | None = None

    def tells(self, data: bytes) -> bool:
        """Whether the bytes themselves show that they are in this format."""
        return any(data.startswith(signature) for signature in self.signatures) or (self.sniff is not None and self.sniff(data))


def _read_pdf(data: bytes) -> Draft:
    """Loads the PDF reader when the first PDF comes."""
    from dateline.read.pdf.reader import read_pdf

    return read_pdf(data)


MARKDOWN: Final = Reader("markdown", (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"), from_text=read_markdown)
PLAIN: Final = Reader("text", (".txt", ".text"), from_text=read_plain)
HTML: Final = Reader("html", (".html", ".htm", ".xhtml"), from_text=read_web, sniff=is_html)
WORD: Final = Reader("docx", (".docx", ".docm", ".dotx"), from_bytes=read_docx, sniff=is_word)
ODT: Final = Reader("odt", (".odt", ".ott"), from_bytes=read_odt, sniff=is_odt)
XLSX: Final = Reader("xlsx", (".xlsx", ".xlsm"), from_bytes=read_xlsx, sniff=is_xlsx)
ODS: Final = Reader("ods", (".ods",), from_bytes=read_ods, sniff=is_ods)
RTF: Final = Reader("rtf", (".rtf",), from_bytes=read_rtf, signatures=(b"{\\rtf",))
EPUB: Final = Reader("epub", (".epub",), from_bytes=read_epub, sniff=is_epub)
MAIL: Final = Reader("mail", (".eml", ".mhtml", ".mht", ".email"), from_bytes=read_mail, sniff=is_mail)
PDF: Final = Reader("pdf", (".pdf",), from_bytes=_read_pdf, signatures=(b"%PDF-",))
_BUILT_IN: Final = (PDF, WORD, ODT, XLSX, ODS, RTF, EPUB, MAIL, HTML, MARKDOWN, PLAIN)

#: Files of data: a table or lines of records that each hold a document, and one record or list.
CORPUS: Final = "corpus"
JSON: Final = "JSON"
MAILBOX: Final = "mailbox"
FEED: Final = "feed"
#: What reference managers take from data bases: titles and abstracts, not the texts.
REFERENCES: Final = "references without their texts"
#: Formats that are recognised so that the refusal can name them (``E008``): name, suffixes, first bytes.
_RECOGNISED: Final = (
    ("Word 97", (".doc",), (b"\xd0\xcf\x11\xe0",)),
    ("OpenDocument", (".odp",), ()),
    ("ZIP", (".zip", ".pptx"), (b"PK\x03\x04",)),
    ("gzip", (".gz",), (b"\x1f\x8b",)),
    ("7-Zip", (), (b"7z\xbc\xaf\x27\x1c",)),
    ("RAR", (), (b"Rar!\x1a\x07",)),
    ("Parquet", (), (b"PAR1",)),
    (MAILBOX, (".mbox",), ()),
    (FEED, (".rss", ".atom"), ()),
    (CORPUS, (".jsonl", ".ndjson", ".csv", ".tsv"), ()),
    (JSON, (".json", ".geojson"), ()),
    (REFERENCES, (".ris", ".enw", ".nbib"), ()),
)


@cache
def readers() -> tuple[Reader, ...]:
    """Installed readers, those of other packages first, by name."""
    from importlib.metadata import entry_points

    added = sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name)
    loaded: list[Reader] = []
    for point in added:
        try:
            reader = point.load()
        except (ImportError, AttributeError) as error:  # a package that is broken must not stop the reading of everything else
            warnings.warn(f"the reader {point.name} of another package cannot be loaded: {error}", stacklevel=2)
            continue
        if isinstance(reader, Reader):
            loaded.append(reader)
    return (*loaded, *_BUILT_IN)


def find_reader(suffix: str, data: bytes) -> Reader | None:
    """The reader of a file: by signature or content, else by suffix; ``None`` where neither says anything."""
    for reader in readers():
        if reader.tells(data):
            return reader
    return next((reader for reader in readers() if suffix.lower() in reader.suffixes), None)


def recognised(suffix: str, data: bytes) -> str | None:
    """The name of a format that no installed reader reads; content decides before the suffix."""
    if suffix.lower() == ".xls":
        return "Excel 97"
    if data[:4] == b"PK\x03\x04" and b"mimetypeapplication/vnd.oasis.opendocument" in data[:120]:
        return "OpenDocument"
    for name, _, signatures in _RECOGNISED:
        if any(data.startswith(signature) for signature in signatures):
            return name
    if is_mbox(data):
        return MAILBOX
    if is_feed(data):
        return FEED
    return next((name for name, suffixes, _ in _RECOGNISED if suffix.lower() in suffixes), None)


def document_suffixes() -> frozenset[str]:
    """Suffixes that a folder is searched for: those of installed readers, and of documents that need one (which is then said)."""
    own = {suffix for reader in readers() for suffix in reader.suffixes}
    return frozenset(own | {".doc", ".mbox"})


def sniff_text(text: Mapped) -> Reader:
    """Markdown or plain text, for text whose name says nothing: Markdown where its line starts or links show it."""
    sample = text.text[:20_000]
    signs = re.search(r"(?m)^#{1,6} \S|\]\(https?://|^\[\^[^\]]+\]:|<sup>|\*\*[^*\n]+\*\*|^---\n[\w-]+:", sample)
    return MARKDOWN if signs else PLAIN
