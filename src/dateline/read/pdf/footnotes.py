"""Footnotes at the foot of columns, their continuations on the next page, and lists of notes cut into notes.

A note zone is the lower end of a column in a smaller size, or below a short rule, that opens with a note's label or goes on with a note
of the page before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from dateline.read.pdf.lines import Line

#: Note sizes are at most this share of the body's size.
_SMALL: Final = 0.94
#: Points: shorter rules are dashes and marks.
_RULE: Final = 18.0
#: Numbers may be left out where a note's label was lost.
_SKIP: Final = 3

_OPENERS: Final = (
    ("raised", re.compile(r"\s*<sup>\[?(\d{1,3}|[*†‡§¶]{1,3}|[a-z])\]?\s*</sup>[.)]?\s*")),
    ("bracket", re.compile(r"\s*\[(\d{1,3})\]:?\s*(?=\S)")),
    ("number", re.compile(r"\s*(\d{1,3})[.)]\s+(?=\S)")),
    ("loose", re.compile(r"\s*(\d{1,3})\s*(?=[\"“‘'(\[<A-Z])")),
    ("low", re.compile(r"\s*(\d{1,3})\s+(?=[a-z])")),
    ("symbol", re.compile(r"\s*([*†‡§¶]{1,3})\s*(?=\S)")),
)  # fmt: skip
_SYMBOLS: Final = ("*", "†", "‡", "§", "¶", "**", "††", "‡‡")


@dataclass(slots=True)
class FoundNote:
    """A note's label, where its text begins in its first line, and its lines."""

    label: str
    start: int
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class NoteReader:
    """Cuts zones into notes; keeps the last note, which the next zone may go on with."""

    last: FoundNote | None = None
    form: str | None = None
    previous: int = 0

    def zone_start(self, lines: Sequence[Line], rules: Sequence[tuple[float, float, float, float]], body: float) -> int:
        """The index at which the note zone of a column begins; ``len(lines)`` where there is none."""
        count = len(lines)
        small = count
        while small and lines[small - 1].size <= _SMALL * body:
            small -= 1
        ruled = [index for index in range(count) if _has_rule(lines, index, rules)]
        for index in ruled:
            if index >= small and self._can_begin(lines[index:]):
                return index
            if index < small and (found := opening(lines[index].text.text)) and found[0] == "raised" and _even(lines[index:]):
                return index
        while small < count:
            opened = opening(lines[small].text.text)
            if opened and self._fits(opened, first=True) and _CAPTION.match(lines[small].text.text) is None:
                return small
            if self.last is not None and small and self._can_begin(lines[small:]) and _apart(lines, small):
                return small
            small += 1
        return count

    def _can_begin(self, lines: Sequence[Line]) -> bool:
        opened = opening(lines[0].text.text)
        if opened and self._fits(opened, first=True):
            return True
        later = any((found := opening(line.text.text)) and self._fits(found, first=False) for line in lines[1:])
        return self.last is not None and (later or not _ended(self.last))

    def _fits(self, opened: tuple[str, str, int], *, first: bool) -> bool:
        form, label, _ = opened
        if not label.isdecimal():
            return form == "raised" or (form == "symbol" and label in _SYMBOLS)
        number = int(label)
        if form == "raised":
            return True
        if self.form is not None and form != self.form and {form, self.form} != {"loose", "low"}:
            return False
        if form == "low" and self.form is None:
            return False
        return self.previous < number <= self.previous + _SKIP or (first and number == 1)

    def read(self, lines: Sequence[Line]) -> list[FoundNote]:
        """The notes that begin in a zone; lines before the first go to the last note of the zone before."""
        found: list[FoundNote] = []
        for line in lines:
            opened = opening(line.text.text)
            if opened and self._opens(opened, not found):
                form, label, start = opened
                self.form = "loose" if form == "low" else form
                self.previous = int(label) if label.isdecimal() else self.previous
                self.last = FoundNote(label, start)
                found.append(self.last)
            if self.last is not None:
                self.last.lines.append(line)
        return found

    def _opens(self, opened: tuple[str, str, int], first: bool) -> bool:
        if not self._fits(opened, first=first):
            return False
        form, label, _ = opened
        return not (self.form == "raised" and form != "raised") and not (
            form == "raised" and label.isdecimal() and self._is_far(int(label), first)
        )

    def _is_far(self, number: int, first: bool) -> bool:
        """A raised number inside a note that is no label: an exponent, an ordinal, an edition ("4<sup>2</sup>")."""
        return not first and not self.previous < number <= self.previous + _SKIP and number != 1


_CAPTION: Final = re.compile(r"(?:figure|fig\.|table|map|chart|graph|source|photo)\b", re.IGNORECASE)


def opening(text: str) -> tuple[str, str, int] | None:
    """The form, label and length of what opens a note at the start of a line."""
    for form, pattern in _OPENERS:
        match = pattern.match(text)
        if match is not None:
            label = match.group(1)
            return form, (str(int(label)) if label.isdecimal() else label), match.end()
    return None


def _even(lines: Sequence[Line]) -> bool:
    """Whether the lines have one size."""
    return all(abs(line.size - lines[0].size) <= 0.08 * lines[0].size for line in lines)


def _apart(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands further from the one above it than from its own kind."""
    above, line = lines[index - 1], lines[index]
    return above.size > line.size / _SMALL or above.baseline - line.baseline > 1.8 * line.size


def _ended(note: FoundNote) -> bool:
    return not note.lines or re.search(r"[.!?)\]”\"’/>]\s*$|\d$", note.lines[-1].text.text) is not None


def _has_rule(lines: Sequence[Line], index: int, rules: Sequence[tuple[float, float, float, float]]) -> bool:
    """Whether a rule stands between a line and the one above it, and begins at the column's left edge."""
    line = lines[index]
    above = lines[index - 1].baseline if index else line.baseline + 4 * line.size
    left = min(item.left for item in lines)
    low, high = line.baseline + 0.5 * line.size, above + 0.1 * line.size
    return any(x1 - x0 >= _RULE and low <= (y0 + y1) / 2 <= high and abs(x0 - left) <= 20 for x0, y0, x1, y1 in rules)


def is_note_list(lines: Sequence[Line]) -> bool:
    """Whether lines under a heading such as "Notes" open with a label, so that they can be cut into notes."""
    return bool(lines) and (found := opening(lines[0].text.text)) is not None and found[0] != "low"
