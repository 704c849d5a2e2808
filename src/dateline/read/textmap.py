"""Text that knows where each of its characters came from, and the builder of canonical texts.

Offsets are Unicode code points. ``Mapped.raw[i]`` is the offset of ``Mapped.text[i]`` in the decoded raw input; characters that a
reader inserted have ``INSERTED`` there, which never leaves this module: :class:`dateline.types.TextMap` leaves them out.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from dateline.types import MapSegment, Span, TextMap

INSERTED: Final = -1
#: Marks in which a text names what it speaks of.
_QUOTES: Final = "\"'`“”‘’"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``[start, end)`` of a text by ``new``; an empty ``new`` deletes."""

    start: int
    end: int
    new: str = ""


@dataclass(frozen=True, slots=True)
class Mapped:
    """A text with the raw offset of each character; ``len(raw) == len(text)``."""

    text: str
    raw: Sequence[int]

    @classmethod
    def whole(cls, raw_text: str) -> Mapped:
        """The raw text itself (a ``range`` serves as its map, so that large inputs cost nothing)."""
        return cls(raw_text, range(len(raw_text)))

    @classmethod
    def inserted(cls, text: str) -> Mapped:
        """A text that stands nowhere in the raw input."""
        return cls(text, array("q", [INSERTED]) * len(text))

    def __len__(self) -> int:
        return len(self.text)

    def slice(self, start: int, end: int | None = None) -> Mapped:
        """The characters ``[start, end)``."""
        return Mapped(self.text[start:end], self.raw[start:end])

    def strip(self) -> Mapped:
        """Without white space at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.slice(start, max(start, len(self.text.rstrip())))

    def first_raw(self) -> int | None:
        """The raw offset of the first character that stands in the raw input."""
        return next((offset for offset in self.raw if offset != INSERTED), None)

    def edit(self, edits: Iterable[Edit]) -> Mapped:
        """Apply edits that are sorted and do not overlap.

        The first character of a replacement maps to the first character replaced; its other characters count as inserted, except
        in a replacement of equal length, which maps one to one.
        """
        texts: list[str] = []
        raw = array("q")
        position = 0
        for edit in edits:
            texts.append(self.text[position : edit.start])
            raw.extend(self.raw[position : edit.start])
            texts.append(edit.new)
            raw.extend(self._raw_of(edit))
            position = edit.end
        if not texts:
            return self
        texts.append(self.text[position:])
        raw.extend(self.raw[position:])
        return Mapped("".join(texts), raw)

    def _raw_of(self, edit: Edit) -> Sequence[int]:
        if len(edit.new) == edit.end - edit.start:
            return self.raw[edit.start : edit.end]
        if not edit.new or edit.start == edit.end:
            return [INSERTED] * len(edit.new)
        return [self.raw[edit.start], *[INSERTED] * (len(edit.new) - 1)]


def join(parts: Sequence[Mapped], glue: str) -> Mapped:
    """The parts one after another with ``glue`` (inserted characters) between them."""
    raw = array("q")
    for index, part in enumerate(parts):
        if index:
            raw.extend([INSERTED] * len(glue))
        raw.extend(part.raw)
    return Mapped(glue.join(part.text for part in parts), raw)


#: Characters that carry nothing for a reader of English and break matching: zero-width, soft hyphen, byte order mark, controls.
_DROPPED: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u061c\u180e\u2060-\u206f\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]+")
#: Spaces of typography, which count as a space.
_SPACES: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_LINE_ENDS: Final = re.compile("\r\n?|[\x85\u2028]|\u2029")
#: Letters that typesetting joins, and what they are.
LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_JOINED: Final = re.compile(f"[{''.join(LIGATURES)}]")
_UNCLEAN: Final = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u061c\u180e\u2060-\u206f\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
    "\ud800-\udfff\r\x85\u2028\u2029\u0300-\u036f\ufb00-\ufb06]"
)
#: A letter and the accents behind it, as some systems write what others have as one character.
_ACCENTED: Final = re.compile("[^\\W\\d_][\u0300-\u036f]+")


def normalise(text: Mapped) -> Mapped:
    """Line ends as ``\\n``, typographic spaces as spaces, letters with their accents as one character (NFC), joined letters apart,
    no zero-width characters, lone surrogates as U+FFFD.
    """
    if not _UNCLEAN.search(text.text):
        return text
    for pattern, new in ((_LINE_ENDS, "\n"), (_DROPPED, ""), (_SPACES, " "), (_SURROGATES, "\ufffd")):
        text = text.edit(Edit(match.start(), match.end(), new) for match in pattern.finditer(text.text))
    text = text.edit(Edit(*match.span(), LIGATURES[match.group()]) for match in _JOINED.finditer(text.text))
    return text.edit(Edit(*match.span(), unicodedata.normalize("NFC", match.group())) for match in _ACCENTED.finditer(text.text))


def beside(text: str, match: re.Match[str]) -> tuple[str, str]:
    """The characters before and behind what was found, empty at the ends of the text."""
    return text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]


def is_quoted(text: str, match: re.Match[str]) -> bool:
    """Whether what was found stands alone in quotation marks, as what a text speaks of."""
    before, after = beside(text, match)
    return bool(before and after) and before in _QUOTES and after in _QUOTES


def writable(text: str) -> str:
    """The text with lone surrogates (file names that are no UTF-8, broken JSON) written out as ``\\udce9``, so that it can be printed."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def has_surrogates(text: str) -> bool:
    """Whether the text holds lone surrogates, which no encoding can write."""
    return _SURROGATES.search(text) is not None


class Places(Protocol):
    """Where the characters of a paged format's raw text stand."""

    def split(self, start: int, end: int) -> Iterable[tuple[int, int, int, tuple[float, float, float, float]]]:
        """Cut ``[start, end)`` of the raw text into parts that each stand in one place: start, end, page (from 1) and box in points."""
        ...


class TextBuilder:
    """Puts blocks together to a canonical text, two line breaks apart, and keeps the map back."""

    def __init__(self, places: Places | None = None) -> None:
        self._places = places
        self._texts: list[str] = []
        self._segments: list[MapSegment] = []
        self._length = 0

    def add(self, block: Mapped) -> Span:
        """Append a block that is not empty and return its span."""
        if self._texts:
            self._texts.append("\n\n")
            self._length += 2
        start = self._length
        self._texts.append(block.text)
        self._length += len(block)
        self._segments.extend(_placed(_segments(block.raw, start), self._places))
        return Span(start, self._length)

    def build(self) -> tuple[str, TextMap]:
        """The canonical text and its map."""
        return "".join(self._texts), TextMap(tuple(self._segments))


def _segments(raw: Sequence[int], start: int) -> Iterable[MapSegment]:
    if isinstance(raw, range):
        yield MapSegment(start, start + len(raw), raw.start)
        return
    run = 0
    for index in range(1, len(raw) + 1):
        if index == len(raw) or raw[index] != raw[index - 1] + 1 or raw[index - 1] == INSERTED:
            if raw[run] != INSERTED:
                yield MapSegment(start + run, start + index, raw[run])
            run = index


def _placed(segments: Iterable[MapSegment], places: Places | None) -> Iterable[MapSegment]:
    if places is None:
        yield from segments
        return
    for segment in segments:
        shift = segment.start - segment.raw_start
        for start, end, page, box in places.split(segment.raw_start, segment.raw_start + segment.end - segment.start):
            yield MapSegment(start + shift, end + shift, start, page, box)
