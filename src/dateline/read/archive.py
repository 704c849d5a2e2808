"""Documents that are ZIP archives: parts read in memory, within limits, by exact name. Nothing is ever written.

The *raw text* of such a document, to which its raw offsets refer, is the XML text of the parts that were read, one after another without
anything between them, in the order that the format's reader documents.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Final

from dateline.errors import DatelineError
from dateline.read.decode import decode
from dateline.read.markup import Element, parse
from dateline.read.textmap import Mapped

#: A book of 3 million words has 30 MB of XHTML; all parts that are read come to no more than this.
MAX_UNPACKED: Final = 100_000_000
#: XML of documents packs 5 to 40 times, style sheets that repeat themselves 100 times; bombs 1,000 times.
MAX_RATIO: Final = 250
#: Below this size no ratio is a bomb.
_SMALL: Final = 1_000_000
#: Word files have some 20 parts, picture books a few thousand.
MAX_PARTS: Final = 20_000

SIGNATURE: Final = b"PK\x03\x04"


class Archive:
    """The parts of an archive by name.

    Raises:
        DatelineError: ``E021`` for an archive that unpacks to more than the limits, ``E023`` for a damaged one.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise DatelineError("E023", "-", str(error)) from error
        infos = self._archive.infolist()
        if len(infos) > MAX_PARTS:
            raise DatelineError("E021", "-", f"{len(infos):,} parts in one archive")
        self._infos = {info.filename: info for info in infos}
        self._unpacked = 0

    def __contains__(self, name: str) -> bool:
        return name in self._infos

    def names(self) -> tuple[str, ...]:
        """The names of all parts, as they stand in the archive."""
        return tuple(self._infos)

    def read(self, name: str) -> bytes:
        """The bytes of a part; ``b""`` where there is none.

        Raises:
            DatelineError: ``E021``, ``E023``.
        """
        info = self._infos.get(name)
        if info is None:
            return b""
        left = MAX_UNPACKED - self._unpacked
        if info.file_size > _SMALL and info.file_size > MAX_RATIO * max(1, info.compress_size):
            raise DatelineError("E021", "-", f"{name} unpacks to {info.file_size / 1e6:,.0f} MB from {info.compress_size / 1e3:,.0f} kB")
        try:
            with self._archive.open(info) as stream:
                content = stream.read(min(left, max(_SMALL, MAX_RATIO * info.compress_size)) + 1)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError, OSError, ValueError) as error:
            raise DatelineError("E023", "-", f"{name}: {error}") from error
        self._unpacked += len(content)
        if len(content) > min(left, max(_SMALL, MAX_RATIO * info.compress_size)):
            raise DatelineError("E021", "-", f"{name} unpacks to more than {MAX_UNPACKED / 1e6:.0f} MB or {MAX_RATIO} times its size")
        return content


def part_tree(data: bytes, name: str) -> Element:
    """The root of a part's XML.

    Args:
        data: the bytes of the part.
        name: what to call it in an error.

    Raises:
        DatelineError: as :func:`dateline.read.decode.decode` and :func:`dateline.read.markup.parse`.
    """
    return parse(Mapped.whole(decode(data, name).text), xml=True).root


def is_word(data: bytes) -> bool:
    """Whether bytes are a Word file: an archive with a ``document`` part of WordprocessingML."""
    return data.startswith(SIGNATURE) and b"[Content_Types].xml" in data and b"word/document" in data


def is_odt(data: bytes) -> bool:
    """Whether bytes are an OpenDocument text or a template of one: an archive that says so in its first part."""
    return data.startswith(SIGNATURE) and b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:140]


def is_epub(data: bytes) -> bool:
    """Whether bytes are an EPUB: an archive that says so in its first part, or has the container file that names its package."""
    return data.startswith(SIGNATURE) and (b"application/epub+zip" in data[:200] or b"META-INF/container.xml" in data)
