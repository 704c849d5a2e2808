"""Plain text -> a draft: paragraphs are what blank lines, indents or long lines set apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from dateline.read.catalogued import is_catalogue
from dateline.read.columns import in_reading_order
from dateline.read.dates import is_entry, parse_date_line
from dateline.read.draft import Draft, Metadata
from dateline.read.gazettes import as_set, gazette_line
from dateline.read.headgroup import head_lines
from dateline.read.notes import to_draft
from dateline.read.rawblocks import BULLETS, RawBlock, RawKind, lines_of, note_opening, paragraph
from dateline.read.tablerows import CELL_GAP
from dateline.read.textmap import Mapped, join
from dateline.turns import opens_turn

#: Files that wrap their lines do so at 60-100 characters; where lines are longer on average, each line is a paragraph.
_UNWRAPPED: Final = 130
_INDENT: Final = re.compile(r"(?: {2,8}|\t)\S")
_BULLET: Final = re.compile(rf"\s{{0,8}}[-–{BULLETS}][ \t]+(?=\S)")
_TABLE_RULE: Final = re.compile(r"(?=[\s|+:=-]*?(?:---|===))[\s|+:=-]++$")
_COLUMN_RULE: Final = re.compile(r"\s*[-=]{2,}(?:\s+[-=]{2,})+\s*$")
_MASTHEAD_LINES: Final = 6
_MASTHEAD_CHARS: Final = 100
#: What parts the title, the number and the day of a running head.
_WIDE: Final = re.compile(r"(?<=\S)(?: {3,}|\t+)(?=\S)")
#: A row has so many gaps; a table so many rows, and hardly anything else.
_GAPS: Final = 2
_ROWS: Final = 3
_ROW_SHARE: Final = 0.8
#: A line of running text has so many words, and so large a share of them in small letters.
_LINE_WORDS: Final = 6
_LOWER: Final = 0.6
#: The line before an entry of a chronicle ends a sentence.
_ENDED: Final = re.compile(r"[.!?][\"”’')\]]*\s*$")
#: What heads a text without a blank line below it: words without a stop at their end, so many at most, or a few that take so much of the width.
_HEADING: Final = re.compile(r"[^\W\d_a-z][^:;/|\t.!?()\[\]<>*_=]*[\w’'\"”]\??")
_GOES_ON: Final = re.compile(r"\b(?:the|an?|of|to|in|on|at|by|for|with|from|and|or|but|as|that|which|who|is|are|was|were|has|had)$", re.IGNORECASE)
_HEADING_WORDS: Final = 8
_FEW_WORDS: Final = 4
_HEADING_SHARE: Final = 0.5
_OPENS: Final = re.compile(r"[\"“‘'(]?(?:[^\W\d_a-z]|\d)")
#: Who wrote and on which day, beside one another: "Rivers Watch, 21 March".
_DAY_BESIDE: Final = re.compile(r",.*\d")
#: The caption that converters write under a table.
_CAPTION: Final = re.compile(r"\s*(?:Table)?: \S")
_RULE: Final = re.compile(r"\s*([-_=*])(?:\s*\1){4,}\s*$")


def read_plain(text: Mapped) -> Draft:
    """A plain text -> a draft.

    Args:
        text: normalised text (see :func:`dateline.read.textmap.normalise`).
    """
    return to_draft("text", tuple(read_plain_blocks(text)), Metadata(), markup=False)


def read_plain_blocks(text: Mapped) -> Iterator[RawBlock]:
    """The blocks of a plain text, notes not told apart yet."""
    group: list[Mapped] = []
    first = True
    for line in in_reading_order(list(lines_of(as_set(text)))):
        if line.text.strip(" \t") and line.text != "\f" and (not _RULE.match(line.text) or _COLUMN_RULE.match(line.text)):
            group.append(line)
            continue
        if first and len(group) == 1:
            group = _cells(group[0])
        plain = group and first and note_opening(group[0].text) is None and not is_catalogue(line.text for line in group)
        head = head_lines(group) if plain else None
        if group and first and gazette_line(group[0].text) is not None:
            yield from (RawBlock(RawKind.PARAGRAPH, one) for one in group)
        elif group and first and (head is not None or _is_masthead(group)):
            yield from (RawBlock(RawKind.PARAGRAPH, one) for one in (head[0] if head is not None else group))
            if head is not None:
                yield from _group(head[1])
        else:
            yield from _group(group)
        first = first and not group
        group = []
        if line.text == "\f" or line.text.strip():
            yield RawBlock(RawKind.BREAK, line)
    yield from _group(group)


def _group(lines: Sequence[Mapped]) -> Iterator[RawBlock]:
    if not lines:
        return
    if is_catalogue(line.text for line in lines):
        yield from (RawBlock(RawKind.PARAGRAPH, line) for line in lines)
        return
    if _is_table(lines):
        yield RawBlock(RawKind.TABLE, join(lines, "\n"))
        return
    if _CAPTION.match(lines[0].text):
        yield RawBlock(RawKind.CAPTION, join(lines, "\n"))
        return
    for part in _parts(lines):
        bullet = _BULLET.match(part[0].text)
        if bullet:
            items = paragraph([part[0].slice(bullet.end()), *part[1:]], RawKind.ITEM)
            yield from (replace(item, bullet=bullet.group().strip()) for item in items)
        else:
            yield from paragraph(part)


def _is_masthead(lines: Sequence[Mapped]) -> bool:
    """Whether the first lines of a text are its title, author and date, with no blank line between: short, one a date or a name."""
    if not 2 <= len(lines) <= _MASTHEAD_LINES or any(len(line) > _MASTHEAD_CHARS or line.text.rstrip().endswith(".") for line in lines):
        return False
    return any(parse_date_line(line.text.strip()) is not None for line in lines[1:])


def _cells(line: Mapped) -> list[Mapped]:
    """The parts of a running head that is set out over a line ("THE MONITOR      Vol. 4 No. 2      15 March 2011"); of another line, the line."""
    ends = [(match.start(), match.end()) for match in _WIDE.finditer(line.text)]
    cells = [line.slice(start, end) for start, end in zip([0, *(end for _, end in ends)], [*(start for start, _ in ends), len(line)], strict=True)]
    return cells if any(parse_date_line(cell.text.strip()) is not None for cell in cells) else [line]


def _is_table(lines: Sequence[Mapped]) -> bool:
    """Whether lines without a blank line between them are rows of cells parted by tabs, bars or two spaces or more."""
    if _is_justified(lines):
        return False
    rows = sum(len(CELL_GAP.findall(line.text.strip())) >= _GAPS or _TABLE_RULE.match(line.text) is not None for line in lines)
    return rows >= _ROWS and rows >= _ROW_SHARE * len(lines)


def _is_justified(lines: Sequence[Mapped]) -> bool:
    """Whether lines are running text set flush on both sides with spaces: of one length but for the last, many words, few of them capitalised."""
    full = [line.text.strip() for line in lines[:-1]]
    words = [word for line in full for word in line.split()]
    even = max(map(len, full), default=0) - min(map(len, full), default=0) <= 1
    return even and len(words) >= _LINE_WORDS * len(full) and sum(word[:1].islower() for word in words) >= _LOWER * len(words)


def _parts(lines: Sequence[Mapped]) -> Iterator[list[Mapped]]:
    """Cut lines without a blank line between them into paragraphs."""
    average = sum(len(line) for line in lines) / len(lines)
    indented = [bool(_INDENT.match(line.text)) for line in lines]
    by_indent = any(indented[1:]) and not all(indented[1:])
    heads = _heads(lines)
    part: list[Mapped] = []
    for index, line in enumerate(lines):
        starts = (
            (average > _UNWRAPPED)
            or (by_indent and indented[index] and not (part and indented[index - 1]))
            or _BULLET.match(line.text) is not None
            or opens_turn(line.text.strip())
            or not heads.isdisjoint({index, index - 1})
            or (index > 0 and is_entry(line.text) and _ENDED.search(lines[index - 1].text) is not None)
        )
        if part and starts:
            yield part
            part = []
        part.append(line)
    yield part


def _heads(lines: Sequence[Mapped]) -> frozenset[int]:
    """The lines that head the text right below them, in a group that ends in a sentence: in capitals or of few words, at the start or behind a full stop,
    and broken off though the first word of the next line would have had room ("GEORGIA", "Trade and aid").
    """
    width = max(len(line.text.rstrip()) for line in lines)
    if _ENDED.search(lines[-1].text) is None:
        return frozenset()
    return frozenset(
        index
        for index, (line, below) in enumerate(pairwise(lines))
        if (index == 0 or _ENDED.search(lines[index - 1].text)) and _is_head(line.text.strip(), below.text.strip(), width)
    )


def _is_head(text: str, below: str, width: int) -> bool:
    words = text.split()
    if not _HEADING.fullmatch(text) or _GOES_ON.search(text) or not _OPENS.match(below) or below.isupper() or len(below.split()) < _LINE_WORDS or parse_date_line(text) is not None:
        return False
    if len(text) + 1 + len(below.split()[0]) > width or len(words) > _HEADING_WORDS or _DAY_BESIDE.search(text):
        return False
    return text.isupper() or (len(words) <= _FEW_WORDS and len(text) <= _HEADING_SHARE * width)
