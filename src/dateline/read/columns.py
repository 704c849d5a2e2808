"""Columns of running text that stand side by side in a plain text, as converters with a fixed layout write them, put one after the other.

A gutter is a run of blanks that ends at the same character in several lines, with running text on both sides: lines that go on with a small letter
and fill their column. Tables, whose cells begin with capitals or figures, and justified lines, whose wide gaps stand anywhere, have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.read.textmap import Mapped

#: What may be a gutter within a line.
_GAP: Final = re.compile(r"(?<=\S)[ ]{2,}(?=\S)")
_NARROWEST: Final = 2
#: The first line of a paragraph of the right column is indented by so much at most.
_INDENT: Final = 5
#: So many lines have text on both sides.
_ROWS: Final = 4
#: Words that a line of a column has on average, share of the lines of both that go on with a small letter, share of the words in small
#: letters, and how much of its width the line in the middle fills.
_WORDS: Final = 3
_GOES_ON: Final = 0.25
_LOWER: Final = 0.5
_FILLED: Final = 0.7
_ENDED: Final = re.compile(r"[.!?:][\"”’')\]]*\s*$")


def in_reading_order(lines: Sequence[Mapped]) -> list[Mapped]:
    """The lines of a text with columns one below the other; lines without a gutter stay as they are.

    Args:
        lines: the lines of a text in order, blank ones and form feeds among them.
    """
    out: list[Mapped] = []
    at = 0
    while at < len(lines):
        found = _region(lines, at)
        if found is None:
            out.append(lines[at])
            at += 1
            continue
        end, column = found
        left = [line.slice(0, column) for line in lines[at:end]]
        right = [line.slice(column) for line in lines[at:end]]
        out += _below(in_reading_order(_trimmed(left)), in_reading_order(_trimmed(right)))
        at = end
    return out


def _region(lines: Sequence[Mapped], start: int) -> tuple[int, int] | None:
    """Where the columns that begin in a line end (the line behind), and the character at which the right one begins."""
    for match in _GAP.finditer(lines[start].text):
        column = match.end()
        end = next((at for at in range(start, len(lines)) if not _fits(lines[at].text, column)), len(lines))
        end = max((at for at in range(start, end) if lines[at].text.strip()), default=start - 1) + 1
        rows = [line.text for line in lines[start:end] if line.text[:column].strip() and line.text[column:].strip()]
        sides = [[row[:column].strip() for row in rows], [row[column:].strip() for row in rows]]
        if len(rows) >= _ROWS and all(map(_is_running, sides)) and _goes_on(sides[0][1:] + sides[1][1:]):
            return end, column
    return None


def _fits(line: str, column: int) -> bool:
    """Whether a line leaves a gutter free; a form feed does not."""
    if "\f" in line or "\t" in line:
        return False
    return not line[column - _NARROWEST : column].strip() and (not line[column:].strip() or bool(line[column : column + _INDENT].strip()))


def _is_running(cells: Sequence[str]) -> bool:
    words = [word for cell in cells for word in cell.split()]
    lengths = sorted(map(len, cells))
    return (
        len(words) >= _WORDS * len(cells)
        and sum(word[0].islower() for word in words) >= _LOWER * len(words)
        and lengths[len(lengths) // 2] >= _FILLED * lengths[-1]
    )


def _goes_on(cells: Sequence[str]) -> bool:
    """Whether lines go on with the sentence of the line above, as those of a table do not."""
    return sum(cell[0].islower() for cell in cells) >= _GOES_ON * len(cells)


def _trimmed(column: Sequence[Mapped]) -> list[Mapped]:
    """A column without the blank lines above and below it."""
    told = [index for index, line in enumerate(column) if line.text.strip()]
    return list(column[told[0] : told[-1] + 1])


def _below(left: Sequence[Mapped], right: Sequence[Mapped]) -> Iterator[Mapped]:
    """A column and the next; the sentence that the first breaks off goes on in the other."""
    yield from left
    if _ENDED.search(left[-1].text):
        yield left[-1].slice(0, 0)
    yield from right
