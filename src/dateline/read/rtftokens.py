"""Rich Text Format -> its tokens: control words, symbols, groups and text in the code pages that the file names.

Each byte of the file counts as one code point of the raw text, so that a token knows where it stands.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(
    r"\\(?P<word>[A-Za-z]{1,40})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<byte>[0-9A-Fa-f]{2})|\\(?P<symbol>[^A-Za-z'])|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)|\\"
)
#: What the character sets of fonts (``\fcharset``) and the words for the file's own are called elsewhere.
CHARSETS: Final = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
FILE_PAGES: Final = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
#: Control words that stand for a character.
CHARACTERS: Final = {
    "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": " ", "enspace": " ", "qmspace": " ", "line": "\n", "softline": "\n", "lbr": "\n",
}  # fmt: skip
SYMBOLS: Final = {"~": " ", "_": "-", "{": "{", "}": "}", "\\": "\\", "-": ""}


@dataclass(frozen=True, slots=True)
class Token:
    """A token with its place: a control ``word`` with its ``number``, a ``symbol``, ``{`` or ``}`` in ``brace``, a ``byte``, or ``text``."""

    start: int
    end: int
    word: str = ""
    number: int | None = None
    symbol: str = ""
    brace: str = ""
    byte: int | None = None
    text: str = ""


def tokens(raw: str) -> Iterator[Token]:
    """The tokens of a file, binary data left out.

    >>> [one.word or one.text for one in tokens(r"\\b Chad\\b0  left")]
    ['b', 'Chad', 'b', ' left']
    """
    position = 0
    while position < len(raw):
        match = _TOKEN.match(raw, position)
        if match is None:
            return
        position = match.end()
        start, end = match.span()
        if match["word"]:
            number = int(match["number"]) if match["number"] else None
            if match["word"] == "bin":
                position += max(0, number or 0)
                continue
            yield Token(start, end, word=match["word"], number=number)
        elif match["byte"]:
            yield Token(start, end, byte=int(match["byte"], 16))
        elif match["symbol"]:
            yield from (Token(start, end, word="par") if match["symbol"] in "\r\n" else Token(start, end, symbol=match["symbol"]),)
        elif match["brace"]:
            yield Token(start, end, brace=match["brace"])
        elif match["text"]:
            yield Token(start, end, text=match["text"])


def page_name(number: int) -> str:
    """The code page of a number (``\\ansicpg1251``); that of Western Europe where there is none of that number."""
    if number in {65001, 0}:
        return "utf-8" if number else "cp1252"
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"
