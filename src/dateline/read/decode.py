"""Raw bytes -> text."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from dateline.errors import DatelineError

#: Byte order marks, longest first: UTF-32's little-endian mark begins with UTF-16's.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Bytes that cp1252 text uses for curly quotes, dashes, ellipsis, bullet, euro and letters with accents.
_CP1252_TYPICAL: Final = frozenset([0x80, 0x85, 0x8A, 0x8C, 0x8E, *range(0x91, 0x98), 0x99, 0x9A, 0x9C, 0x9E, 0x9F, *range(0xA0, 0x100)])
#: Text has hardly any control characters; files above this share are not text (measured: executables, images and archives have
#: 10-30 percent in their first 64 kB, OCR text with stray form feeds under 0.5 percent).
_CONTROL_SHARE: Final = 0.02
#: A page's declaration of its encoding, and how far from its beginning it is looked for (the HTML standard has 1,024 bytes).
_DECLARATION: Final = re.compile(rb"(?i)<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-z0-9_:.-]{2,30})|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([a-z0-9_.-]{2,30})")
_DECLARED_WITHIN: Final = 4096
#: Codecs of Python that turn bytes into something other than text.
_NO_TEXT: Final = frozenset({"base64", "bz2", "hex", "quopri", "rot13", "uu", "zlib", "punycode", "idna", "unicode_escape", "raw_unicode_escape"})
_SAMPLE: Final = 65_536
#: A damaged text has a few characters that cannot be decoded; with more than this share of them the bytes are no text in that encoding.
_REPLACED_SHARE: Final = 0.1
#: Text in another script and an old encoding (cp1251, GB 18030, Shift JIS) has this share of bytes above 127; Western text stays below a
#: fifth, and compressed or encrypted bytes have control characters as well.
_FOREIGN_SHARE: Final = 0.4
#: Two leading bytes make up this share of an alphabet's text in UTF-16.
_ALPHABET_SHARE: Final = 0.9
_CONTROLS: Final = bytes(set(range(32)) - {9, 10, 12, 13, 27}) + b"\x7f"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text, its encoding, and how many characters stand for bytes that could not be decoded."""

    text: str
    encoding: str
    replaced: int = 0


def decode(data: bytes, where: str) -> Decoded:
    """Decode by byte order mark, UTF-8, UTF-16 without a mark, what a page declares, Mac Roman, cp1252 where its bytes fit, UTF-8 with U+FFFD.

    Args:
        data: the raw bytes.
        where: what to name in an error.

    Raises:
        DatelineError: ``E003`` for empty input or nothing but white space, ``E004`` for bytes that are not text, ``E006`` for text in an
            old encoding of another script.
    """
    decoded = _decode(data, where)
    if decoded.replaced > _REPLACED_SHARE * len(decoded.text):
        raise DatelineError("E004", where)
    if not decoded.text.strip("\ufeff\u200b \t\r\n\f\v\x00"):
        raise DatelineError("E003", where)
    return decoded


def _decode(data: bytes, where: str) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            return Decoded(text, encoding, text.count("\ufffd"))
    wide = _unmarked_utf16(data)
    if wide is not None:
        return wide
    if _is_binary(data):
        raise DatelineError("E004", where)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _eight_bit(data, where)


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return bool(sample) and controls / len(sample) > _CONTROL_SHARE


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """English in UTF-16 has a zero in every second byte."""
    sample = data[:_SAMPLE]
    if len(sample) < 8 or len(data) % 2:
        return None
    half = len(sample) // 2
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        leading, trailing = Counter(sample[first::2]), sample[1 - first :: 2].count(0)
        english = leading[0] > 0.8 * half and trailing <= max(1, 0.001 * half)
        alphabet = sum(count for _, count in leading.most_common(2)) >= _ALPHABET_SHARE * half and 0 < leading[0] <= 0.5 * half
        if english or (alphabet and not trailing and _is_written(data[: 2 * (_SAMPLE // 2)].decode(encoding, errors="replace"))):
            text = data.decode(encoding, errors="replace")
            return Decoded(text, encoding, text.count("\ufffd"))
    return None


def _is_written(text: str) -> bool:
    """Whether a text is letters, digits, spaces and points, as writing is and as data are not."""
    written = sum(character.isalnum() or character.isspace() or character in ".,;:!?\"'()-" for character in text)
    return written >= 0.95 * len(text) and " " in text


def _declared(data: bytes) -> Decoded | None:
    """What a page or XML part says of its encoding, where its bytes fit that."""
    match = _DECLARATION.search(data, 0, _DECLARED_WITHIN)
    name = (match.group(1) or match.group(2)).decode("ascii").lower() if match else ""
    if not name or name in {"utf-8", "utf8", "utf-16", "us-ascii", "ascii"}:
        return None
    try:
        # Pages that say ISO 8859-1 are in cp1252, and the HTML standard has them read so.
        codec = codecs.lookup("cp1252" if name in {"iso-8859-1", "latin1", "latin-1"} else name).name
        return Decoded(data.decode(codec), codec) if codecs.lookup(codec).name not in _NO_TEXT else None
    except (LookupError, UnicodeError, ValueError):
        return None


def _mac_roman(data: bytes) -> Decoded | None:
    """Text of old Macs: an apostrophe between letters is byte 0xD5, which cp1252 reads as a capital letter inside a word."""
    if not re.search(rb"[a-z]\xd5[a-z]|[ \n(]\xd2[A-Za-z][^\xd2\xd3]{1,400}\xd3", data):
        return None
    return Decoded(data.decode("mac-roman"), "mac-roman")


def _eight_bit(data: bytes, where: str) -> Decoded:
    told = _declared(data) or _mac_roman(data)
    if told is not None:
        return told
    replaced = data.decode("utf-8", errors="replace")
    damage = replaced.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    high = [byte for byte in data if byte >= 0x80]
    multibyte = sum(1 for character in replaced if ord(character) > 0x7F) - replaced.count("\ufffd")
    if multibyte == 0 and all(byte in _CP1252_TYPICAL for byte in high) and len(high) < 0.2 * len(data):
        return Decoded(data.decode("cp1252"), "cp1252")
    if len(high) > _FOREIGN_SHARE * len(data) and data.translate(None, _CONTROLS) == data:
        raise DatelineError("E006", where, "most of its bytes are neither UTF-8 nor Western letters", "if it is in English, save it as UTF-8")
    if damage > 0.1 * len(replaced):
        raise DatelineError("E004", where, "the bytes fit no encoding that Dateline knows")
    return Decoded(replaced, "utf-8", damage)
