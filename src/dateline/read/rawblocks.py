"""Blocks before their inline markup is read, and what Markdown and plain text share in making them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dateline.read.dates import MONTH, is_entry, parse_date_line
from dateline.read.headgroup import head_lines
from dateline.read.inline import SIGN_LABEL, SUP_CLOSE, SUP_OPEN, SUPERSCRIPTS, expand_labels
from dateline.read.mastline import is_masthead_line
from dateline.read.memo import is_memo_line
from dateline.read.numbered import is_numbered_heading, numbered_parts
from dateline.read.textmap import Mapped, join


class RawKind(StrEnum):
    """What a run of lines is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    CAPTION = "caption"
    CODE = "code"
    ASIDE = "aside"
    NOTE = "note"
    BREAK = "break"


class NoteForm(StrEnum):
    """How a line opens a note, from the surest to the loosest form; a cell of a table's column of sources is one whatever its words."""

    CELL = "cell"
    REFERENCE = "reference"
    RAISED = "raised"
    BRACKET = "bracket"
    NUMBER = "number"
    LOOSE = "loose"
    DATED = "dated"


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A run of lines. ``text`` keeps ``\\n`` between lines; ``label`` and ``form`` are set where its first line may open a note.

    ``bullet`` is the sign before an item that ``text`` has no more; ``celled`` is false for a table whose rows are lines without cells.
    """

    kind: RawKind
    text: Mapped
    level: int = 0
    lines: int = 1
    label: str | None = None
    form: NoteForm | None = None
    body: Mapped | None = None
    bullet: str = ""
    celled: bool = True


#: Signs before the items of a list, but for the dashes; the last one is what a word processor's symbol font leaves.
BULLETS: Final = "*•▪●◦‣·⁃■□◆►➢✓✔→\uf0b7"
#: A line that opens a note, by form; the text of the note follows.
_RAISED: Final = rf" {{0,3}}(?:[-*+] )?(?:\*\*)?\[?{SUP_OPEN}\s*(?:<a\b[^<>]*>)?\[?(\d{{1,3}}|{SIGN_LABEL})\]?(?:</a>)?\s*{SUP_CLOSE}"
_OPENERS: Final = (
    (NoteForm.REFERENCE, re.compile(r" {0,3}\[\^([^\]\s]+)\]:[ \t]*")),
    (NoteForm.RAISED, re.compile(_RAISED + r"(?:\*\*)?[ \t]*(?=\S)")),
    (NoteForm.RAISED, re.compile(rf" {{0,3}}([{SUPERSCRIPTS}]+)[ \t]*(?=\S)")),
    (NoteForm.BRACKET, re.compile(r" {0,3}(?:[-*+] )?\[?\\?\[(\d{1,3})\\?\]\]?(?:\([^()\s]*#[^()\s]*\))?:?[ \t]+(?=\S)")),
    (NoteForm.NUMBER, re.compile(r" {0,3}(?:[-*+] )?(\d{1,3})\\?[.)][ \t]+(?=\S)")),
    (NoteForm.LOOSE, re.compile(r" {0,3}(\d{1,3})[ \t]*(?=[\"“‘'*_\[<A-Z])")),
)  # fmt: skip
#: What opens a note only where a marker in the text answers it: a number in round brackets, a sign that does not open emphasis.
_TYPED: Final = re.compile(r" {0,3}(?:[-+] )?(?:\\?\((?P<number>\d{1,3})\\?\)[.:]?|(?P<sign>(?:\\?\*){1,4}(?!\*)|[†‡§¶]{1,4}))(?P<space>[ \t]*)(?=\S)")
_EMPHASIS: Final = re.compile(r"\*{1,3}(?=[^\s*])[^*\n]+\*")


_YEAR: Final = r"(?:1[89]|20)\d\d"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?[-–—/]\s?\d{1,2})?"
#: A day and month at the start of a line, with a year or with what parts a heading from its text; "3. June 2019" only with the latter.
_DAY_MONTH: Final = re.compile(
    rf"\s*(?:{_DAY}\s+{MONTH}(?:,?\s+{_YEAR}\b|\s*[:–—]|\s+-\s|\s*$)|\d{{1,2}}\.\s?{MONTH}(?:\s+{_YEAR})?\s*[:–—])", re.IGNORECASE
)

_MEMO_LINES: Final = 2

#: Cells longer than this on average hold running text.
_LAYOUT_CELL: Final = 150
#: A longer line is no date alone.
_DATE_LINE: Final = 60


def note_opening(line: str) -> tuple[NoteForm, str, int] | None:
    """The form, label and length of what opens a note at the start of a line."""
    for form, pattern in _OPENERS:
        match = pattern.match(line)
        if match is not None:
            if form is NoteForm.LOOSE and len(line) < _DATE_LINE and parse_date_line(line) is not None:
                return None
            label = match.group(1)
            if form in {NoteForm.NUMBER, NoteForm.LOOSE} and _DAY_MONTH.match(line, match.start(1)):
                return NoteForm.DATED, label, match.end()
            return form, (label if form is NoteForm.REFERENCE else expand_labels(label)[0]), match.end()
    return None


def typed_opening(line: str) -> tuple[str, int] | None:
    """The label and length of what may open a typed note at the start of a line.

    Example:
        >>> typed_opening("(12) El Comercio, 3 May 2016."), typed_opening("† Ibid."), typed_opening("*Lima* agreed.")
        (('12', 5), ('†', 2), None)
    """
    match = _TYPED.match(line)
    if match is None or (match["sign"] and not match["space"] and _EMPHASIS.match(line.lstrip())):
        return None
    return (str(int(match["number"])) if match["number"] else match["sign"].replace("\\", "")), match.end()


def is_page_layout(sizes: Sequence[int], *, nested: bool) -> bool:
    """Whether a table of a word processor's file lays out its page: by the lengths of its cells and whether tables stand inside."""
    return nested or len(sizes) == 1 or sum(sizes) / max(1, len(sizes)) > _LAYOUT_CELL


def table_text(rows: Iterable[Sequence[Mapped]]) -> Mapped:
    """Rows of cells as lines; rows without words are left out."""
    lines = [join(row, " | ") for row in rows]
    return join([line for line in lines if line.text.strip(" |")], "\n")


def lines_of(text: Mapped) -> Iterator[Mapped]:
    """The lines without their ends; a form feed ends a line and stands alone as one."""
    position = 0
    for match in re.finditer(r"\n|\f", text.text):
        yield text.slice(position, match.start())
        if match.group() == "\f":
            yield text.slice(match.start(), match.end())
        position = match.end()
    yield text.slice(position)


def paragraph(lines: Sequence[Mapped], kind: RawKind = RawKind.PARAGRAPH) -> Iterator[RawBlock]:
    """A paragraph, or the notes that its lines open.

    A paragraph whose first line opens a note in a raised or bracketed form, or as a reference, is cut before each further line that
    opens a note of the same form; the looser forms are decided later, by :mod:`dateline.read.notes`.
    """
    if is_memo_line(lines[0].text) and sum(is_memo_line(line.text) for line in lines) >= _MEMO_LINES:
        yield from _memo_head(lines, kind)
        return
    if typed_opening(lines[0].text) is not None:
        yield RawBlock(kind, joined(lines), lines=len(lines))
        return
    head = head_lines(lines) if kind is RawKind.PARAGRAPH and note_opening(lines[0].text) is None else None
    if head is not None:
        yield from (RawBlock(kind, line, lines=1 + line.text.count("\n")) for line in head[0])
        lines = head[1]
        if not lines:
            return
    parts = numbered_parts(lines)
    if len(parts) > 1:
        yield from paragraph(parts[0], RawKind.PARAGRAPH if is_numbered_heading(parts[0][0].text) else kind)
        for part in parts[1:]:
            yield from paragraph(part)
        return
    if len(lines) > 1 and is_masthead_line(lines[0].text):
        yield RawBlock(kind, lines[0])
        lines = lines[1:]
    if is_entry(lines[0].text):
        yield from _entries(lines, kind)
        return
    opening = note_opening(lines[0].text)
    if opening is None:
        yield RawBlock(kind, joined(lines), lines=len(lines))
        return
    form = opening[0]
    starts = [0]
    for index, line in enumerate(lines[1:], 1):
        further = note_opening(line.text)
        if further is not None and _of_form(further[0], form) and _follows(note_opening(lines[starts[-1]].text), further):
            starts.append(index)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        part = lines[start:end]
        found = note_opening(part[0].text)
        assert found is not None
        text = joined(part)
        yield RawBlock(kind, text, 0, len(part), found[1], found[0], text.slice(found[2]))


def _memo_head(lines: Sequence[Mapped], kind: RawKind) -> Iterator[RawBlock]:
    """The lines of the head of a memo, each with those that go on with it."""
    starts = [index for index, line in enumerate(lines) if is_memo_line(line.text)]
    last = next((index for index in range(starts[-1] + 1, len(lines)) if not lines[index].text.startswith((" ", "\t"))), len(lines))
    for start, end in zip(starts, [*starts[1:], last], strict=True):
        yield RawBlock(kind, joined(lines[start:end]), lines=end - start)
    if last < len(lines):
        yield from paragraph(lines[last:], kind)


def _entries(lines: Sequence[Mapped], kind: RawKind) -> Iterator[RawBlock]:
    """The entries of a chronicle whose lines no blank line parts."""
    starts = [index for index, line in enumerate(lines) if is_entry(line.text)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        text = joined(lines[start:end])
        found = note_opening(lines[start].text)
        if found is None:
            yield RawBlock(kind, text, lines=end - start)
        else:
            yield RawBlock(kind, text, 0, end - start, found[1], found[0], text.slice(found[2]))


def _of_form(further: NoteForm, form: NoteForm) -> bool:
    """Whether a line's opening is of the form of the first; the next note of an unraised list may begin with a month."""
    return further is form or (further is NoteForm.DATED and form in {NoteForm.NUMBER, NoteForm.LOOSE})


#: By how much a note's number may go up from one line to the next: notes are lost, but a year or a figure opens no note.
_LARGEST_STEP: Final = {NoteForm.RAISED: 5, NoteForm.BRACKET: 5, NoteForm.NUMBER: 2, NoteForm.LOOSE: 1, NoteForm.DATED: 1}


def _follows(previous: tuple[NoteForm, str, int] | None, further: tuple[NoteForm, str, int]) -> bool:
    """References (``[^6]:``) and labels that are no numbers may follow in any order; numbers go up, a few may be missing."""
    if previous is None or further[0] is NoteForm.REFERENCE or not (previous[1].isdecimal() and further[1].isdecimal()):
        return True
    return 1 <= int(further[1]) - int(previous[1]) <= _LARGEST_STEP[further[0]]


def joined(lines: Sequence[Mapped]) -> Mapped:
    """Neighbouring lines with line ends between them."""
    return lines[0] if len(lines) == 1 else join(lines, "\n")
