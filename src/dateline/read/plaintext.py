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
from dateline.read.rawblocks import RawBlock, RawKind, lines_of, note_opening, paragraph
from dateline.read.tablerows import CELL_GAP
from dateline.read.textmap import Mapped, join
from dateline.turns import opens_turn

#: Files that wrap their lines do so at 60-100 characters; where lines are longer on average, each line is a paragraph.
_UNWRAPPED: Final = 130
_INDENT: Final = re.compile(r"(?: {2,8}|\t)\S")
_BULLET: Final = re.compile(r"\s{0,8}[-*•▪●◦‣–][ \t]+(?=\S)")
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
#: A head in capitals, what it is at most of the line below it, and how that begins.
_HEAD: Final = re.compile(r"[^\W\d_][\w'’&/.-]*(?:,? (?:[^\W\d_][\w'’/.-]*|&)){0,4}(?<![.,;])")
_HEAD_SHARE: Final = 0.6
_TEXT: Final = re.compile(r"\s*[\"“‘']?(?:[A-Z][a-z'’]|A\s|(?:US|UN|EU|UK)\b)")
#: The line before an entry of a chronicle ends a sentence.
_ENDED: Final = re.compile(r"[.!?][\"”’')\]]*\s*$")
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
            first, *rest = paragraph([part[0].slice(bullet.end()), *part[1:]], RawKind.ITEM)
            yield replace(first, bullet=bullet.group().strip())
            yield from rest
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


def _below_heads(lines: Sequence[str]) -> frozenset[int]:
    """The lines right below a head in capitals ("SAHEL"), which is much shorter than they are and ends no sentence."""
    return frozenset(
        index
        for index, (head, text) in enumerate(pairwise(lines), 1)
        if head.strip().isupper() and _HEAD.fullmatch(head.strip()) and len(head) <= _HEAD_SHARE * len(text) and _TEXT.match(text) and len(text.split()) >= _LINE_WORDS
    )


def _parts(lines: Sequence[Mapped]) -> Iterator[list[Mapped]]:
    """Cut lines without a blank line between them into paragraphs."""
    average = sum(len(line) for line in lines) / len(lines)
    indented = [bool(_INDENT.match(line.text)) for line in lines]
    by_indent = any(indented[1:]) and not all(indented[1:])
    below = _below_heads([line.text for line in lines])
    part: list[Mapped] = []
    for index, line in enumerate(lines):
        starts = (
            (average > _UNWRAPPED)
            or (by_indent and indented[index] and not (part and indented[index - 1]))
            or _BULLET.match(line.text) is not None
            or opens_turn(line.text.strip())
            or (index > 0 and is_entry(line.text) and _ENDED.search(lines[index - 1].text) is not None)
            or (len(part) == 1 and index in below)
            or (index + 1 in below and _ENDED.search(lines[index - 1].text) is not None)
        )
        if part and starts:
            yield part
            part = []
        part.append(line)
    yield part
