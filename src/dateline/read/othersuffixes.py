"""Which files of a folder are no documents though nobody has told so: their endings, or their first bytes where the ending says nothing."""

from __future__ import annotations

import re
from typing import Final

from dateline.read.registry import find_reader, recognised

#: Tables, slides, archives and lists of references: they hold or stand for texts that are not read, which is said of each.
UNREAD_SUFFIXES: Final = frozenset({".xls", ".pptx", ".ppt", ".odp", ".json", ".zip", ".gz", ".7z", ".rar", ".pages", ".msg", ".ris", ".enw", ".nbib"})
#: Pictures, sound, styles, programs and databases.
OTHER_SUFFIXES: Final = frozenset(
    ".png .jpg .jpeg .gif .bmp .tif .tiff .webp .svg .ico .heic .avif .psd .mp3 .mp4 .m4a .wav .ogg .mov .avi .mkv .webm"
    " .css .js .mjs .map .woff .woff2 .ttf .otf .eot .py .pyc .r .ipynb .do .sh .bat .ps1 .c .h .cpp .rs .go .java .exe .dll .so .dylib .bin .o .jar .class"
    " .duckdb .db .sqlite .wal .lock .tmp .bak .log .cfg .ini .toml .yaml .yml .xsl .bib .tex .sav .dta .rds .rdata .arrow .feather .geojson .kml"
    " .shp .dbf .prj .shx .ds_store .url .lnk .webloc .ics .vcf .sha256 .sig .asc .pem".split()
)
_WORD: Final = re.compile(rb"[A-Za-z]{2,}[,.]? +[A-Za-z]{2,}")


def tells_document(head: bytes, suffix: str) -> bool:
    """Whether a file whose ending names no format is a document: by its signature, or, without an ending, as text with words.

    Args:
        head: its first bytes.
        suffix: its ending with the dot, which may be empty.

    Example:
        >>> tells_document(b"%PDF-1.7", ".download"), tells_document(b"Chad closes a border.", ""), tells_document(bytes(9), "")
        (True, True, False)
        >>> tells_document(b"<rss version='2.0'>", ".xml"), tells_document(b"<settings>Save all files</settings>", ".xml")
        (True, False)
    """
    if find_reader("", head) is not None or recognised("", head) is not None:
        return True
    return not suffix and b"\0" not in head and _WORD.search(head) is not None
