"""The text to which a document's raw offsets refer."""

from __future__ import annotations

from pathlib import PurePath

from dateline.read.decode import decode
from dateline.read.docx import raw_docx
from dateline.read.epub import raw_epub
from dateline.read.mail import raw_mail
from dateline.read.ods import raw_ods
from dateline.read.odt import raw_odt
from dateline.read.registry import EPUB, MAIL, ODS, ODT, RTF, WORD, XLSX, find_reader
from dateline.read.rtf import raw_rtf
from dateline.read.single import own_text
from dateline.read.xlsx import raw_xlsx


def raw_text(data: bytes, *, input_id: str = "-") -> str:
    """The raw text of an input: ``Document.textmap.to_raw(offset)`` counts its code points.

    For text formats (plain text, Markdown, HTML) it is the decoded input itself, without its byte order mark. For Word files it is the
    XML of the main part, the footnotes and the endnotes, one after another; for OpenDocument texts ``content.xml``; for spreadsheets their rows, cells
    parted by bars; for RTF
    the bytes of the file, each a code point; for EPUBs the content documents in the order of the spine; for an article
    of a news database's export its title and text; for mail the decoded text of the part that was read.

    Args:
        data: the raw bytes.
        input_id: what they were read as; its suffix counts as in :func:`dateline.read.read`.

    Raises:
        DatelineError: as :func:`dateline.read.read`, for inputs that cannot be decoded or unpacked.

    Example:
        >>> raw_text(b"# Truce holds")
        '# Truce holds'
    """
    article = own_text(data, input_id)
    if article is not None:
        return article
    reader = find_reader(PurePath(input_id).suffix, data)
    for known, raw in ((WORD, raw_docx), (ODT, raw_odt), (XLSX, raw_xlsx), (ODS, raw_ods), (RTF, raw_rtf), (EPUB, raw_epub), (MAIL, raw_mail)):
        if reader is known:
            return raw(data)
    return decode(data, input_id).text
