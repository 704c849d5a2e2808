"""Markdown, as people write it and as PDF converters damage it, -> a draft.

Block structure follows CommonMark 0.31 where it matters for text (headings, setext headings, fences, quotes, lists, footnotes), with
tables and front matter; indented code is read as text, because converters indent for other reasons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.read.draft import Draft
from dateline.read.frontmatter import front_matter
from dateline.read.notes import to_draft
from dateline.read.rawblocks import BULLETS, NoteForm, RawBlock, RawKind, joined, lines_of, note_opening, paragraph
from dateline.read.references import is_prose
from dateline.read.reflinks import with_links
from dateline.read.textmap import Mapped

_ATX: Final = re.compile(r" {0,3}(#{1,6}(?=[ \t])|#{2,6}(?=[A-Z*_]))[ \t]*(.*?)[ \t]*#*[ \t]*$")
_SETEXT: Final = re.compile(r" {0,3}(=+|-{2,})[ \t]*$")
_RULE: Final = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_IMAGE: Final = re.compile(r"\s*(?:\[?!\[([^\]]*)\]\([^)]*\)(?:\]\([^)]*\))?\s*)+$")
_QUOTE: Final = re.compile(r" {0,3}>[ \t]?")
_ITEM: Final = re.compile(rf"\s{{0,8}}(?:[-+{BULLETS}][ \t]+|(?:\d{{1,3}}|[a-z])\\?[.)][ \t]+)(?=\S)")
_DELIMITER_ROW: Final = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-*:?\s*)*\|?\s*$")
_HTML_TABLE: Final = re.compile(r"\s*<(table|figure|script|style|svg|iframe)\b", re.IGNORECASE)
_COMMENT: Final = re.compile(r"\s*<!--.*-->\s*$")
_PAGE: Final = re.compile(r"\s*(?:\{?\d{1,4}\}?-{10,}|\f|<(?:span|a) (?:id|name)=\"page[^>]*>(?:</(?:span|a)>)?)\s*$")
_WORDY: Final = re.compile(r"[A-Za-z]{3,}.*\s.*[A-Za-z]{3,}")


def read_markdown(text: Mapped) -> Draft:
    """A Markdown text -> a draft.

    Args:
        text: normalised text (see :func:`dateline.read.textmap.normalise`).
    """
    metadata, body = front_matter(text)
    blocks = tuple(_blocks(tuple(lines_of(with_links(body)))))
    return to_draft("markdown", blocks, metadata, markup=True)


def _blocks(lines: Sequence[Mapped]) -> Iterator[RawBlock]:
    position = 0
    while position < len(lines):
        line = lines[position].text
        if not line.strip(" \t"):
            position += 1
            continue
        end = _special_end(lines, position)
        if end is not None:
            yield from _special(lines[position:end])
            position = end
            continue
        end = _paragraph_end(lines, position)
        yield from _text_blocks(lines, position, end)
        position = end
        if position < len(lines) and _SETEXT.match(lines[position].text):
            position += 1


def _special_end(lines: Sequence[Mapped], position: int) -> int | None:
    """Where a block that is not text ends, or ``None`` for text."""
    line = lines[position].text
    fence = _FENCE.match(line)
    if fence:
        mark = fence.group(1)[:3]
        closing = (i for i in range(position + 1, len(lines)) if lines[i].text.strip().startswith(mark))
        return next(closing, position) + 1
    html = _HTML_TABLE.match(line)
    if html:
        closing = (i for i in range(position, len(lines)) if f"</{html.group(1).lower()}" in lines[i].text.lower())
        return next(closing, position) + 1
    if _is_table(lines, position):
        end = position
        while end < len(lines) and "|" in lines[end].text:
            end += 1
        return end
    single = _ATX.match(line) or _RULE.match(line) or _IMAGE.match(line) or _COMMENT.match(line) or _PAGE.match(line)
    return position + 1 if single else None


def _is_table(lines: Sequence[Mapped], position: int) -> bool:
    line = lines[position].text
    following = lines[position + 1].text if position + 1 < len(lines) else ""
    if "|" not in line:
        return False
    delimited = "|" in following and _DELIMITER_ROW.match(following) is not None
    return delimited or re.match(r"\s*\|.*\|\s*$", line) is not None


def _special(lines: Sequence[Mapped]) -> Iterator[RawBlock]:
    first = lines[0].text
    heading = _ATX.match(first)
    if heading:
        content = lines[0].slice(*heading.span(2))
        if re.search(r"\w", content.text):
            yield RawBlock(RawKind.HEADING, content, len(heading.group(1)))
        return
    if _FENCE.match(first):
        yield from _fenced(lines)
        return
    image = _IMAGE.match(first)
    if image:
        yield RawBlock(RawKind.BREAK, lines[0])
        if _WORDY.search(image.group(1) or ""):
            yield RawBlock(RawKind.CAPTION, lines[0].slice(*image.span(1)))
        return
    if _RULE.match(first) or _COMMENT.match(first) or _PAGE.match(first):
        yield RawBlock(RawKind.BREAK, lines[0])
        return
    yield RawBlock(RawKind.TABLE, joined(lines), lines=len(lines))


def _fenced(lines: Sequence[Mapped]) -> Iterator[RawBlock]:
    """A block between fences is code, unless prose stands in it; a fence that nothing closes is a rule."""
    if len(lines) == 1:
        yield RawBlock(RawKind.BREAK, lines[0])
        return
    inner = lines[1:-1]
    if any(is_prose(part) for part in re.split(r"\n\s*\n", "\n".join(line.text for line in inner))):
        yield RawBlock(RawKind.BREAK, lines[0])
        yield from _blocks(inner)
        return
    yield RawBlock(RawKind.CODE, joined(lines), lines=len(lines))


def _paragraph_end(lines: Sequence[Mapped], start: int) -> int:
    """A blank line ends a paragraph, and so does what can interrupt one; a footnote goes on over blank lines while it is indented."""
    reference = lines[start].text.lstrip().startswith("[^") and note_opening(lines[start].text) is not None
    end = start + 1
    while end < len(lines):
        line = lines[end].text
        if not line.strip():
            if reference and end + 1 < len(lines) and re.match(r"(?: {4}|\t)\S", lines[end + 1].text):
                end += 1
                continue
            break
        if _SETEXT.match(line) and not note_opening(lines[start].text):
            break
        if _special_end(lines, end) is not None or _starts_item(lines, start, end):
            break
        end += 1
    return end


def _starts_item(lines: Sequence[Mapped], start: int, end: int) -> bool:
    """A list item interrupts a paragraph only where it cannot be a wrapped line that begins with a number."""
    item = _ITEM.match(lines[end].text)
    if item is None:
        return bool(_QUOTE.match(lines[end].text)) and not _QUOTE.match(lines[start].text)
    if not item.group().strip()[0].isdecimal():
        return item.group().strip()[0] in f"-+{BULLETS}" or _ITEM.match(lines[start].text) is not None
    return _ITEM.match(lines[start].text) is not None or item.group().strip() in {"1.", "1)"}


def _text_blocks(lines: Sequence[Mapped], start: int, end: int) -> Iterator[RawBlock]:
    part = [line for line in lines[start:end] if line.text.strip()]
    underline = _SETEXT.match(lines[end].text) if end < len(lines) else None
    if underline and len(part) <= 3 and not _ITEM.match(part[0].text):
        yield RawBlock(RawKind.HEADING, joined(part), 1 if underline.group(1).startswith("=") else 2, len(part))
        return
    part = [line.slice(_quote_length(line.text)) for line in part]
    part = [line for line in part if line.text.strip()]
    if not part:
        return
    bold_head = re.fullmatch(r"\s*\*\*[^*]+\*\*\s*", part[0].text) and not re.search(r"[.,;:]\*\*\s*$", part[0].text)
    if bold_head and len(part) > 1:
        yield RawBlock(RawKind.PARAGRAPH, part[0])
        part = part[1:]
    item = _ITEM.match(part[0].text)
    opening = note_opening(part[0].text)
    if item and (opening is None or (opening[0] is NoteForm.DATED and not item.group().strip()[0].isalnum())):
        part[0] = part[0].slice(item.end())
        yield RawBlock(RawKind.ITEM, joined(part), lines=len(part), bullet=item.group().strip())
        return
    yield from paragraph(part, RawKind.ITEM if item else RawKind.PARAGRAPH)


def _quote_length(line: str) -> int:
    length = 0
    while True:
        match = _QUOTE.match(line[length:])
        if match is None:
            return length
        length += match.end()
