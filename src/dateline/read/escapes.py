"""Line ends, quotation marks and characters that an export wrote out ("\\\\n", "\\\\'", "\\\\u2019") -> themselves.

A backslash is also part of paths ("C:\\\\new"), of formulas ("\\\\nabla") and of what texts on programming name ("\\\\n" in quotation marks); those stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.read.textmap import Edit, Mapped, beside, is_quoted, normalise

_LINE_END: Final = re.compile(r"(?<!\\)(?:\\{1,4}r)?\\{1,4}n(?:\\{1,4}r)?|(?<!\\)\\{1,4}r(?=[\sA-Z\"“\\]|$)")
_CHARACTER: Final = re.compile(r"(?<!\\)(?:\\{1,4}u(?P<code>[0-9a-fA-F]{4})|(?P<bytes>(?:\\{1,4}x[0-9a-fA-F]{2})+))")
_QUOTE: Final = re.compile(r"(?<!\\)\\{1,4}(?=[\"'])")
_TAB: Final = re.compile(r"(?<!\\)\\{1,4}t(?=[\sA-Z\"“\\]|$)")
#: A word of a path, on a disk or in a network; a command of a formula.
_PATH: Final = re.compile(r"[\"'(\[]?(?:[A-Za-z]:\\|\\\\(?!n)\w|\.{1,2}\\|%\w+%\\)|\w\\(?![nrtux\"'\\])\w")
_COMMAND: Final = re.compile(r"\\(?!n[A-Z\s\\]|r\\)[a-zA-Z]{3,}\s*[{$^_(]|\$[^$\n]{0,200}\\[a-z]{2,}")
#: Written line ends inside of words ("the\\nforces") are so many, or one stands where lines end.
_MANY: Final = 2
#: So much of a word on either side is looked at.
_WORD: Final = 60


def unescaped(text: Mapped) -> tuple[Mapped, int]:
    """The text with such characters, and how many there were.

    >>> unescaped(Mapped.whole("Chad left.\\\\n\\\\nMali\\\\u2019s envoy stayed."))[0].text
    'Chad left.\\n\\nMali’s envoy stayed.'
    """
    if "\\" not in text.text or _COMMAND.search(text.text):
        return text, 0
    edits = sorted(_edits(text.text), key=lambda one: one.start)
    return text.edit(edits), len(edits)


def _edits(text: str) -> Iterator[Edit]:
    lines = [match for match in _LINE_END.finditer(text) if _is_line_end(text, match)]
    if len(lines) < _MANY and not any(_is_apart(text, match) for match in lines):
        lines = []
    yield from (Edit(*match.span(), "\n") for match in lines)
    if lines:
        yield from (Edit(*match.span(), " ") for match in _TAB.finditer(text) if not _in_path(text, match))
    for match in _CHARACTER.finditer(text):
        new = _named(match)
        if new is not None and not _in_path(text, match) and not _is_quoted(text, match):
            yield Edit(*match.span(), normalise(Mapped.inserted(new)).text)
    yield from (Edit(*match.span()) for match in _QUOTE.finditer(text) if not _in_path(text, match) and not _is_quoted(text, match))


def _is_line_end(text: str, match: re.Match[str]) -> bool:
    return not _in_path(text, match) and not _is_quoted(text, match)


def _is_apart(text: str, match: re.Match[str]) -> bool:
    """Whether a written line end stands where lines end: behind a stop or a space, or before a space or the end."""
    before, after = beside(text, match)
    return not before.isalnum() or not after or after.isspace()


def _is_quoted(text: str, match: re.Match[str]) -> bool:
    return match.group()[-1] in "nrt" and is_quoted(text, match)


def _in_path(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - _WORD) : match.start()], text[match.end() : match.end() + _WORD]
    word = re.split(r"\s", before)[-1] + match.group() + re.split(r"\s", after)[0]
    return _PATH.match(word) is not None or _PATH.search(_LINE_END.sub("\n", word)) is not None


def _named(match: re.Match[str]) -> str | None:
    if match["code"]:
        character = chr(int(match["code"], 16))
        return None if "\ud800" <= character <= "\udfff" else character
    data = bytes.fromhex("".join(re.findall(r"x([0-9a-fA-F]{2})", match["bytes"])))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")
