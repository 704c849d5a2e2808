"""Reads the characters of PDF files with pdfium; the only importer of pypdfium2.

Runs as a process of its own (``python worker.py``), because a hostile file may make a C++ parser crash, loop or swallow memory: then only
this process is lost. It imports nothing of Dateline. Requests on standard input are an 8-byte length and the file; answers on standard
output are an 8-byte length and a message: a JSON header, a line end, and arrays (see :func:`messages`). With ``render DPI PAGES`` as arguments
(``render 100 1,2,5``) the answers are pictures of these pages instead (see :func:`pictures`).
"""

from __future__ import annotations

import ctypes
import json
import math
import struct
import sys
import zlib
from array import array
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO, Final

#: A yearbook has 2,000 pages; files above this are page-tree bombs or archives.
MAX_PAGES: Final = 5_000
#: Six million characters are a million words, three times a long book.
MAX_CHARS: Final = 6_000_000
#: One page of a newspaper broadsheet has 30,000 characters.
MAX_PAGE_CHARS: Final = 300_000
#: Thin rules are looked for among so many objects of a page; maps and charts have 10^5.
_MAX_OBJECTS: Final = 4_000
#: A page of a well-linked text has 60 links; so many are read, and fewer where so many comparisons with its characters would be made.
_MAX_LINKS: Final = 500
_MAX_COMPARED: Final = 5_000_000
#: Longer addresses (bytes) are none that people cite.
_MAX_ADDRESS: Final = 1_500
_MEMORY: Final = 3_000_000_000
#: Radians; text turned further than this is a watermark or an axis label.
_TURNED: Final = 0.1
_THIN: Final = 2.0
#: Points: discs and squares that browsers draw before the items of a list, in type of 7 to 30 points; as wide as high within this share.
_DOT: Final = (1.2, 14.0)
_ROUND: Final = 0.2
#: Digits whose ink begins this share of the size above the baseline are superscript glyphs of the font, which have this share of its size.
_GLYPH_RAISED: Final = 0.2
_GLYPH_SIZE: Final = 0.6

#: A page of more pixels (an A0 poster at 100 dots an inch has 15 million) is drawn smaller.
_MAX_PIXELS: Final = 4_000_000
GENERATED: Final = 1
BOLD: Final = 2
TURNED: Final = 4
UNMAPPED: Final = 8


def messages(data: bytes) -> Iterator[bytes]:
    """The messages for a file.

    First ``{"pages": n, "info": {...}}`` or ``{"error": kind, "detail": ...}`` (kinds ``encrypted``, ``damaged``, ``large``); then one a
    page: ``{"width", "height", "chars", "rules", "dots", "images", "links"}`` and arrays: code points (uint32), then left, right, bottom, top, baseline
    and size in points (float32 each), flags (uint8), and left, bottom, right, top (float32) of the rules, of the dots and of the boxes of the links,
    whose addresses are ``"links"``, one a box; last ``{"end": true}``.
    """
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as error:
        text = str(error).lower()
        yield _header({"error": "encrypted" if "password" in text or "security" in text else "damaged", "detail": str(error)[:200]})
        return
    try:
        if not 0 < count <= MAX_PAGES:
            yield _header({"error": "large" if count else "damaged", "detail": f"{count:,} pages"})
            return
        yield _header({"pages": count, "info": {key: str(value)[:500] for key, value in document.get_metadata_dict().items()}})
        total = 0
        for index in range(count):
            message, chars = _page(document, index)
            total += chars
            if total > MAX_CHARS:
                yield _header({"error": "large", "detail": f"more than {MAX_CHARS:,} characters"})
                return
            yield message
        yield _header({"end": True})
    finally:
        document.close()


def _header(values: dict[str, Any]) -> bytes:
    return json.dumps(values).encode() + b"\n"


def _page(document: Any, index: int) -> tuple[bytes, int]:
    """A page's message, and how many characters it has; a page that cannot be loaded is an empty one."""
    import pypdfium2 as pdfium

    try:
        page = document[index]
    except pdfium.PdfiumError:
        return _header({"width": 0, "height": 0, "chars": 0, "rules": 0, "dots": 0, "images": 0, "links": [], "damaged": True}), 0
    try:
        width, height = page.get_size()
        arrays, count = _characters(page)
        rules, dots, images = _drawings(page)
        addresses, boxes = _links(page, count)
        head = {"width": width, "height": height, "chars": count, "rules": len(rules) // 4, "dots": len(dots) // 4, "images": images, "links": addresses}
        return _header(head) + b"".join(part.tobytes() for part in (*arrays, rules, dots, boxes)), count
    finally:
        page.close()


def _characters(page: Any) -> tuple[list[Any], int]:
    import pypdfium2.raw as raw

    text = page.get_textpage()
    handle = text.raw
    count = min(max(0, raw.FPDFText_CountChars(handle)), MAX_PAGE_CHARS)
    codes, flags = array("I", bytes(4 * count)), array("B", bytes(count))
    left, right, bottom, top, baseline, size = (array("f", bytes(4 * count)) for _ in range(6))
    matrix, box, x, y = raw.FS_MATRIX(), raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    edges = [ctypes.c_double() for _ in range(4)]
    seen: dict[int, int] = {}
    for i in range(count):
        codes[i] = raw.FPDFText_GetUnicode(handle, i) & 0x1FFFFF
        if raw.FPDFText_IsGenerated(handle, i):
            flags[i] = GENERATED
            continue
        raw.FPDFText_GetLooseCharBox(handle, i, box)
        raw.FPDFText_GetCharOrigin(handle, i, x, y)
        raw.FPDFText_GetMatrix(handle, i, matrix)
        left[i], right[i], bottom[i], top[i], baseline[i] = box.left, box.right, box.bottom, box.top, y.value
        size[i] = raw.FPDFText_GetFontSize(handle, i) * math.hypot(matrix.c, matrix.d)
        if 48 <= codes[i] <= 57 and raw.FPDFText_GetCharBox(handle, i, *edges) and edges[2].value > y.value + _GLYPH_RAISED * size[i]:
            baseline[i], size[i] = edges[2].value, _GLYPH_SIZE * size[i]
        turned = abs(matrix.b) > _TURNED * max(abs(matrix.a), 1e-6)
        flags[i] = _bold(handle, i, seen) | (TURNED if turned else 0) | (UNMAPPED if raw.FPDFText_HasUnicodeMapError(handle, i) == 1 else 0)
    text.close()
    return [codes, left, right, bottom, top, baseline, size, flags], count


def _bold(handle: Any, index: int, seen: dict[int, int]) -> int:
    """``BOLD`` for a character in a bold font, by the font's name; asked once for each run of text."""
    import pypdfium2.raw as raw

    run = ctypes.cast(raw.FPDFText_GetTextObject(handle, index), ctypes.c_void_p).value or 0
    if run not in seen:
        buffer, flag = ctypes.create_string_buffer(128), ctypes.c_int()
        raw.FPDFText_GetFontInfo(handle, index, buffer, 128, flag)
        name = buffer.value.lower()
        seen[run] = BOLD if b"bold" in name or b"black" in name or b"heavy" in name or name.startswith(b"cmb") or b"+cmb" in name else 0
    return seen[run]


def _drawings(page: Any) -> tuple[Any, Any, int]:
    """Thin horizontal lines, and dots as wide as they are high, as left, bottom, right, top; and how many images stand on the page."""
    import pypdfium2.raw as raw

    rules, dots, images = array("f"), array("f"), 0
    a, b, c, d = (ctypes.c_float() for _ in range(4))
    for index in range(min(raw.FPDFPage_CountObjects(page.raw), _MAX_OBJECTS)):
        item = raw.FPDFPage_GetObject(page.raw, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            images += 1
        elif kind == raw.FPDF_PAGEOBJ_PATH and raw.FPDFPageObj_GetBounds(item, a, b, c, d):
            wide, high = c.value - a.value, abs(d.value - b.value)
            if high <= _THIN and wide >= 10:
                rules.extend((a.value, b.value, c.value, d.value))
            elif _DOT[0] <= high <= _DOT[1] and abs(wide - high) <= _ROUND * high:
                dots.extend((a.value, b.value, c.value, d.value))
    return rules, dots, images


def _links(page: Any, chars: int) -> tuple[list[str], Any]:
    """The addresses that a page's links lead to, one for each box that can be clicked (a link over two lines has two), and the boxes as left, bottom, right, top."""
    import pypdfium2.raw as raw

    addresses: list[str] = []
    boxes = array("f")
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    most = min(_MAX_LINKS, _MAX_COMPARED // max(chars, 1))
    while len(addresses) < most and raw.FPDFLink_Enumerate(page.raw, position, link):
        address = _address(page, link)
        if address is None:
            continue
        for box in _boxes(link):
            addresses.append(address)
            boxes.extend(box)
    return addresses[:most], boxes[: 4 * most]


def _address(page: Any, link: Any) -> str | None:
    """The address on the web that a link leads to; ``None`` for jumps inside the file, mail and what is too long to be cited."""
    import pypdfium2.raw as raw

    action = raw.FPDFLink_GetAction(link)
    if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
        return None
    buffer = ctypes.create_string_buffer(_MAX_ADDRESS)
    length = raw.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, _MAX_ADDRESS)
    if not 1 < length <= _MAX_ADDRESS:
        return None
    address = buffer.value.decode("utf-8", "replace")
    return address if address.startswith(("http://", "https://")) else None


def _boxes(link: Any) -> Iterator[tuple[float, float, float, float]]:
    """The boxes of a link: those of its lines where the file says them, else its own."""
    import pypdfium2.raw as raw

    quad, whole = raw.FS_QUADPOINTSF(), raw.FS_RECTF()
    count = min(max(0, raw.FPDFLink_CountQuadPoints(link)), _MAX_LINKS)
    for index in range(count):
        if raw.FPDFLink_GetQuadPoints(link, index, quad):
            across, up = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield min(across), min(up), max(across), max(up)
    if not count and raw.FPDFLink_GetAnnotRect(link, whole):
        yield whole.left, min(whole.bottom, whole.top), whole.right, max(whole.bottom, whole.top)


def pictures(data: bytes, dpi: float, pages: Sequence[int]) -> Iterator[bytes]:
    """Pictures of pages (numbers from 1) in sixteen greys.

    One message a page, ``{"page", "width", "height", "left", "bottom", "turned"}`` (size and lower left corner in points; whether the page is
    shown turned) and a PNG; a page that cannot be drawn has none. Last ``{"end": true}``.
    """
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as error:
        yield _header({"error": "damaged", "detail": str(error)[:200]})
        return
    try:
        for number in pages:
            if 1 <= number <= count:
                try:
                    yield _picture(document[number - 1], number, dpi)
                except (pdfium.PdfiumError, ValueError):
                    continue
        yield _header({"end": True})
    finally:
        document.close()


def _picture(page: Any, number: int, dpi: float) -> bytes:
    try:
        width, height = page.get_size()
        left, bottom, _, _ = page.get_cropbox()
        scale = min(dpi / 72, math.sqrt(_MAX_PIXELS / max(width * height, 1.0)))
        bitmap = page.render(scale=scale, grayscale=True)
        try:
            image = png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
        finally:
            bitmap.close()
        head = {"page": number, "width": width, "height": height, "left": left, "bottom": bottom, "turned": page.get_rotation() != 0}
        return _header(head) + image
    finally:
        page.close()


#: A grey of 0-255 as the upper and as the lower half of a byte.
_UPPER: Final = bytes(value & 0xF0 for value in range(256))
_LOWER: Final = bytes(value >> 4 for value in range(256))


def png(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """A PNG in sixteen greys of rows of one byte a pixel, ``stride`` bytes apart (ISO/IEC 15948)."""
    rows = []
    for row in range(height):
        line = pixels[row * stride : row * stride + width] + b"\xff" * (width % 2)
        upper, lower = line[0::2].translate(_UPPER), line[1::2].translate(_LOWER)
        rows.append(b"\0" + (int.from_bytes(upper, "big") | int.from_bytes(lower, "big")).to_bytes(len(upper), "big"))

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 4, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"".join(rows), 9)) + chunk(b"IEND", b"")


def _exactly(stream: BinaryIO, count: int) -> bytes:
    parts = []
    while count:
        part = stream.read(min(count, 1 << 20))
        if not part:
            return b""
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def main() -> None:
    """Serve requests until standard input ends."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, ValueError, OSError):
        pass  # systems without limits on memory rely on the limits on pages and characters
    source, out = sys.stdin.buffer, sys.stdout.buffer
    drawing = sys.argv[1:2] == ["render"]
    while head := _exactly(source, 8):
        data = _exactly(source, struct.unpack("<Q", head)[0])
        answer = pictures(data, float(sys.argv[2]), [int(page) for page in sys.argv[3].split(",")]) if drawing else messages(data)
        for message in answer:
            out.write(struct.pack("<Q", len(message)) + message)
        out.flush()


if __name__ == "__main__":
    main()
