"""Footnotes at the foot of columns, their continuations on the next page, and lists of notes cut into notes.

A note zone is the lower end of a column in a smaller size, or below a short rule, that opens with a note's label or goes on with a note
of the page before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median
from typing import Final

from dateline.read.affiliations import is_signed, opens_affiliation
from dateline.read.inline import NOTE_SIGNS, ROMAN, SIGN_LABEL
from dateline.read.pdf.lines import Line
from dateline.read.pdf.paragraphs import is_caption

#: Note sizes are at most this share of the body's size.
_SMALL: Final = 0.94
#: A label alone on a line is raised where it has this share of the body's size or less.
_LONE: Final = 0.86
#: Points: shorter rules are dashes and marks.
_RULE: Final = 18.0
#: Numbers may be left out where a note's label was lost.
_SKIP: Final = 3

_OPENERS: Final = (
    ("raised", re.compile(rf"\s*<sup>[\[(]?(\d{{1,3}}|{SIGN_LABEL}|{ROMAN}|[a-z])[\])]?\s*</sup>[.)]?\s*")),
    ("bracket", re.compile(r"\s*\[(\d{1,3})\]:?\s*(?=\S)")),
    ("paren", re.compile(r"\s*\((\d{1,3}|[a-z])\)\s*(?=\S)")),
    ("number", re.compile(r"\s*(\d{1,3})[.)]\s+(?=\S)")),
    ("loose", re.compile(r"\s*(\d{1,3})\s*(?=[\"“‘'(\[<A-Z])")),
    ("low", re.compile(r"\s*(\d{1,3})\s+(?=[a-z])")),
    ("digits", re.compile(r"\s*(\d{1,3})\s+(?=\d)")),
    ("symbol", re.compile(rf"\s*({SIGN_LABEL})\s*(?=\S)")),
    ("roman", re.compile(rf"\s*({ROMAN})(?:[.)]\s+|\s*)(?=[\"“‘'(\[<A-Z])")),
)  # fmt: skip
#: So many lines of so many words head the notes of a chapter.
_SUBHEADINGS: Final = 2
_HEAD_WORDS: Final = 14
_TYPED_RULE: Final = re.compile(r"\s*[_—–-]{5,}\s*$")
#: A raised number inside a line that opens the next note of a block whose notes run on in one paragraph.
_RUN_IN: Final = re.compile(r"(?<=[.!?;:)\]”\"’/\d])\s+(?=<sup>(\d{1,3})</sup>\s*(?:[\"“‘'(\[A-Z\d]|$))")
_BACK: Final = re.compile(r"[↩↑⤴↵]\ufe0e?\s*$")
_SYMBOLS: Final = (*NOTE_SIGNS, *(2 * sign for sign in NOTE_SIGNS), "***", "****")


@dataclass(slots=True)
class FoundNote:
    """A note's label, where its text begins in its first line, and its lines."""

    label: str
    start: int
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class NoteReader:
    """Cuts zones into notes; keeps the last note, which the next zone may go on with.

    ``level`` says that notes have the size of the text, ``marked`` holds the labels of the markers that the text had so far.
    """

    last: FoundNote | None = None
    form: str | None = None
    previous: int = 0
    level: bool = False
    marked: set[str] = field(default_factory=set)

    def zone_start(self, lines: Sequence[Line], rules: Sequence[tuple[float, float, float, float]], body: float) -> int:
        """The index at which the note zone of a column begins; ``len(lines)`` where there is none."""
        count = len(lines)
        small = count
        while small and lines[small - 1].size <= _SMALL * body:
            small -= 1
        ruled = [index for index in range(count) if _has_rule(lines, index, rules)]
        if (level := self._level_start(lines, small, ruled)) is not None:
            return level
        if not small and self.last is not None and self._can_begin(lines):
            return 0
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
        return self._box_start(lines, body)

    def _box_start(self, lines: Sequence[Line], body: float) -> int:
        """Where small notes stand between lines of the text (the notes of a section below it), marked above; else ``len(lines)``."""
        signed = {label for line in lines if is_signed(line.text.text) for label in _marked(line.text.text)}
        for index in range(1, len(lines)):
            line = lines[index]
            opened = opening(line.text.text) if line.size <= _SMALL * body else None
            if opened is not None and opened[1] in signed and opens_affiliation(line.text.text):
                continue
            if lines[index - 1].size <= _SMALL * body and not is_lone_marker(lines[index - 1], body):
                continue
            if opened is not None and opened[1] in self.marked and self._fits(opened, first=True) and not _CAPTION.match(line.text.text):
                return index
        return len(lines)

    def _level_start(self, lines: Sequence[Line], small: int, ruled: Sequence[int]) -> int | None:
        """Where notes of the text's own size begin: below a rule, drawn or typed, with a label that the text has marked."""
        for line in lines:
            self.marked.update(_marked(line.text.text))
        typed = [index + 1 for index in range(len(lines) - 1) if _TYPED_RULE.match(lines[index].text.text)]
        for index in sorted({*typed, *(index for index in ruled if index < small)}):
            opened = opening(lines[index].text.text)
            known = opened is not None and opened[1] in self.marked and self._fits(opened, first=False)
            if known or (index in typed and self.last is not None and self._can_begin(lines[index:])):
                self.level = True
                return index - 1 if index in typed else index
        opened = opening(lines[0].text.text)
        if self.level and opened is not None and opened[0] == self.form and opened[1] == str(self.previous + 1) and opened[1] in self.marked:
            return 0
        return None

    def _can_begin(self, lines: Sequence[Line]) -> bool:
        opened = opening(lines[0].text.text)
        if opened and self._fits(opened, first=True):
            return True
        later = any((found := opening(line.text.text)) and self._fits(found, first=False) for line in lines[1:])
        return self.last is not None and (later or not _ended(self.last))

    def _fits(self, opened: tuple[str, str, int], *, first: bool) -> bool:
        form, label, _ = opened
        if form == "paren":
            number = int(label) if label.isdecimal() else ord(label) - ord("a") + 1
            follows = self.previous < number <= self.previous + (_SKIP if label.isdecimal() else 1)
            return label in self.marked and (self.form in {None, form}) and (follows or (first and number == 1))
        if form == "roman":
            return self.form in {None, form} and number_of(label) == self.previous + 1
        if not label.isdecimal():
            return form == "raised" or (form == "symbol" and label in _SYMBOLS)
        number = int(label)
        if form == "raised":
            return True
        if self.form == "roman":
            return False
        if form == "digits":
            return self.form == "loose" and number == self.previous + 1
        if self.form == "symbol":
            return number == 1 and label in self.marked
        if self.form is not None and form != self.form and {form, self.form} != {"loose", "low"}:
            return False
        if form == "low" and self.form is None:
            return False
        return self.previous < number <= self.previous + _SKIP or (first and number == 1)

    def read(self, lines: Sequence[Line]) -> list[FoundNote]:
        """The notes that begin in a zone; lines before the first go to the last note of the zone before."""
        found: list[FoundNote] = []
        for line in self._cut(lines):
            opened = opening(line.text.text)
            if opened and self._opens(opened, not found):
                form, label, start = opened
                self.form = self._form_after(form, label)
                self.previous = int(label) if label.isdecimal() else self._number(form, label)
                self.last = FoundNote(label, start)
                found.append(self.last)
            if self.last is not None:
                self.last.lines.append(line)
        return found

    def _form_after(self, form: str, label: str) -> str | None:
        """The form of the list once a note has opened; a sign among numbers does not change it."""
        if label.strip(NOTE_SIGNS) == "":
            return "symbol" if self.form is None else self.form
        return "loose" if form in {"low", "digits"} else form

    def _number(self, form: str, label: str) -> int:
        """The place in its order of a label that is no number."""
        if form == "roman":
            return number_of(label)
        return ord(label) - ord("a") + 1 if form == "paren" else self.previous

    def _cut(self, lines: Sequence[Line]) -> Iterator[Line]:
        """The lines without a typed rule, cut where a note begins inside one (notes that run on in one paragraph)."""
        for line in lines:
            if _TYPED_RULE.match(line.text.text):
                continue
            first = opening(line.text.text)
            opens = first is not None and first[0] == "raised" and first[1] == str(self.previous + 1)
            following = self.previous + opens + 1
            spots = [0]
            for match in _RUN_IN.finditer(line.text.text):
                if int(match.group(1)) == following:
                    spots.append(match.end())
                    following += 1
            spots.append(len(line.text))
            yield from (replace(line, text=line.text.slice(start, end).strip()) if len(spots) > 2 else line for start, end in pairwise(spots))

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


#: The labels of raised and bracketed markers inside a line.
_MARKED: Final = re.compile(r"(?<=\S)\s?(?:<sup>[\[(]?|\[)(\d{1,3}|[a-z])(?:[\])]?</sup>|\])")
_ROUND: Final = re.compile(r"(?:(?<=[\w”\"’)])\s?\((\d{1,3})\)(?=[.,;:!?]|\s*$)|(?<=[.,;!?”\"’])\s?\((\d{1,3})\)(?=\s|$))")
_CAPTION: Final = re.compile(r"(?:figure|fig\.|table|map|chart|graph|source|photo)\b", re.IGNORECASE)


def _marked(text: str) -> Iterator[str]:
    """The labels of the markers in a line; a number in round brackets is one where a clause ends."""
    yield from _MARKED.findall(text)
    yield from (str(int(match[1] or match[2])) for match in _ROUND.finditer(text))


def opening(text: str) -> tuple[str, str, int] | None:
    """The form, label and length of what opens a note at the start of a line."""
    for form, pattern in _OPENERS:
        match = pattern.match(text)
        if match is not None:
            label = match.group(1)
            return form, (str(int(label)) if label.isdecimal() else label), match.end()
    return None


def is_lone_marker(line: Line, body: float) -> bool:
    """Whether a label stands alone on a line: a raised marker that the line before had no room for."""
    return line.size <= _LONE * body and re.fullmatch(r"[\[(]?(?:\d{1,3}|[a-z])[\])]?", line.text.text.strip()) is not None


def zone_end(lines: Sequence[Line], start: int) -> int:
    """Where a note zone ends: at larger lines set apart below it (a table that is printed under the notes), else with the column."""
    for index in range(start + 1, len(lines)):
        above, line = lines[index - 1], lines[index]
        if line.size * _SMALL >= lines[start].size and above.baseline - line.baseline > 1.3 * line.size:
            return index
    return len(lines)


def number_of(label: str) -> int:
    """The value of a Roman numeral in lower case."""
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[sign] for sign in label]
    return sum(-value if value < max(values[index + 1 :], default=0) else value for index, value in enumerate(values))


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


def reader_of_list(lines: Sequence[Line]) -> NoteReader:
    """A reader for a list under a heading of notes, whose labels need no marker."""
    return NoteReader(marked={found[1] for line in lines if (found := opening(line.text.text)) is not None and found[1].isdecimal()})


def list_end(lines: Sequence[Line]) -> int:
    """Where a list of notes ends: at lines after its last label that stand apart from it, have another size or follow an arrow back."""
    labels = [index for index, line in enumerate(lines) if opening(line.text.text) is not None]
    if not labels:
        return len(lines)
    gaps = [above.baseline - line.baseline for above, line in pairwise(lines) if 0 < above.baseline - line.baseline < 3 * line.size]
    usual = max(median(gaps), 1.1 * lines[0].size) if gaps else 1.2 * lines[0].size
    for index in range(labels[-1] + 1, len(lines)):
        above, line = lines[index - 1], lines[index]
        other = abs(above.size - line.size) > 0.06 * line.size
        apart = above.page == line.page and above.baseline - line.baseline > 1.6 * usual
        if other or apart or is_caption(line.text.text) or _BACK.search(above.text.text):
            return index
    return len(lines)


def note_lists(lines: Sequence[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """The lists of notes under a heading such as "Notes": the subheadings of each (chapters, where numbers restart) and its lines.

    Nothing where the lines do not open with labels.
    """
    starts = [index for index in range(len(lines)) if _restarts(lines, index)]
    if not starts or starts[0] > _SUBHEADINGS:
        if lines and (found := opening(lines[0].text.text)) is not None and found[0] != "low":
            yield [], list(lines)
        return
    heads = [_head_of(lines, start) for start in starts]
    if heads[0] > 0:
        return
    for position, (head, start) in enumerate(zip(heads, starts, strict=True)):
        end = heads[position + 1] if position + 1 < len(heads) else len(lines)
        yield list(lines[head:start]), list(lines[start:end])


def _restarts(lines: Sequence[Line], index: int) -> bool:
    """Whether a note 1 (i, a) opens on a line: the first, or one below a subheading."""
    found = opening(lines[index].text.text)
    if found is None or found[0] == "low" or found[1] not in {"1", "i", "a"}:
        return False
    return index == 0 or _head_of(lines, index) < index


def _head_of(lines: Sequence[Line], start: int) -> int:
    """Where the subheadings above a line begin: short lines without a label or a full stop, below a line that ends."""
    head = start
    while head and start - head < _SUBHEADINGS:
        text = lines[head - 1].text.text
        ended = head == 1 or re.search(r"[.!?)\]”\"’/]\s*$|\d$", lines[head - 2].text.text) is not None
        if opening(text) is not None or len(text.split()) > _HEAD_WORDS or re.search(r"[.!?;,]\s*$", text):
            break
        if not ended and opening(lines[head - 2].text.text) is not None:
            break
        head -= 1
    return head
