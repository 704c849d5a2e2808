"""Lines of a column -> paragraphs, headings, tables; lines of one paragraph -> its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.read.cutwords import is_compound
from dateline.read.inline import keeps_hyphen
from dateline.read.pdf.bullets import hangs_at, loose_sign
from dateline.read.pdf.lines import Line, ends_in_hyphen
from dateline.read.textmap import Mapped, join

#: Lines further apart than this many leadings begin a new paragraph.
_GAP: Final = 1.25
#: Lines differ in kind where their sizes differ by more than this share.
_SIZE: Final = 0.06
#: Points: a line further to the right than its column's edge is indented; further still it is centred or quoted.
_INDENT: Final = 5.0
#: Points within which edges are one edge.
_EDGE: Final = 3.0
_DEEP: Final = 40.0
#: A line that leaves this share of its column free, where the next word would have fitted, ends its paragraph even without a full stop.
_FREE: Final = 0.3
#: A table has so many rows with cells one under another; two where a caption stands above or below.
_TABLE_ROWS: Final = 3
#: The head of a table has so many lines at most, and stands so many sizes above its rows.
_HEAD_LINES: Final = 6
_HEAD_APART: Final = 4.0
#: Points: shorter rules underline a link or a marker.
_RULE: Final = 18.0
#: Rows that all fill their column may be justified text with wide spaces; more of them have to agree.
_FLUSH_ROWS: Final = 6
_SENTENCE_END: Final = re.compile(r"[.!?…:][\"”’')\]»]*(?:<sup>[^<]*</sup>|\[\d{1,3}\])*[\"”’')\]»]*$")
_COUNTED: Final = re.compile(
    r"\s*(?:(?P<open>\(?)(?P<label>[a-z0-9]{1,2})\)|(?P<number>\d{1,2})\."
    r"|(?P<parts>(?:\d{1,2}|[A-Z])(?:\.\d{1,3}){1,3})[.)]?(?=\s+[\"“‘'(\[]*[^\W\d_a-z]))\s+(?=\S)"
)
_CAPTION: Final = re.compile(r"(?:figure|fig\.?|table|map|chart|graph|exhibit|box)\s*\d+[A-Za-z]?\s*[.:–—|-]", re.IGNORECASE)
#: An address goes on in the next line after a mark of its own, before one, or where the next word has one inside.
_URL_TAIL: Final = re.compile(r"(?:https?:/|www)\S*[/._=?&%]$")
_URL_OPEN: Final = re.compile(r"(?:https?:/|www\.)\S*[\w-]$")
_URL_REST: Final = re.compile(r"/\S|[a-z0-9][\w-]*[./=_][\w/]")
_TAILS: Final = words_of("read.pdf.paragraphs.tails")
_SYLLABLES: Final = frozenset(words_of("read.pdf.paragraphs.syllables"))
#: First halves that are words as often; a compound with one is told by its other half ("air-defence", but "aircraft").
_WORDS_TOO: Final = frozenset({"air", "arms", "state"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column's lines from the top, its left and right edge, and the usual distance between its lines."""

    lines: tuple[Line, ...]
    left: float
    right: float
    leading: float


def column_of(lines: Sequence[Line], left: float, right: float) -> Column:
    """Measure a column. Its left edge is where most lines begin."""
    gaps = [a.baseline - b.baseline for a, b in pairwise(lines) if 0 < a.baseline - b.baseline < 3 * a.size]
    leading = median(gaps) if gaps else 1.2 * (lines[0].size if lines else 10.0)
    return Column(tuple(lines), left, right, leading)


def tables(lines: Sequence[Line], rules: Sequence[tuple[float, float, float, float]] = ()) -> list[tuple[int, int]]:
    """Runs ``[start, end)`` of lines that are tables: between rules, or cells one under another with a gap that goes through."""
    ruled = _between_rules(lines, rules)
    taken = {index for start, end in ruled for index in range(start, end)}
    return sorted(ruled + [run for run in _aligned(lines) if not taken.intersection(range(*run))])


def _between_rules(lines: Sequence[Line], rules: Sequence[tuple[float, float, float, float]]) -> list[tuple[int, int]]:
    """Lines between the first and the last of rules that stand near one another, where half of the lines or more have several cells."""
    if not lines or len(rules) < 2:
        return []
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    heights = sorted({round(y0) for x0, y0, x1, _ in rules if x0 < right and x1 > left and x1 - x0 >= _RULE}, reverse=True)
    found: list[tuple[int, int]] = []
    first = 0
    while first < len(heights) - 1:
        last = first
        start = end = next((index for index, line in enumerate(lines) if line.baseline < heights[first]), len(lines))
        while last + 1 < len(heights):
            stop = next((index for index in range(end, len(lines)) if lines[index].baseline < heights[last + 1] - 1), len(lines))
            run = lines[start:stop]
            if sum(len(line.cells) > 1 for line in run) * 2 < len(run):
                break
            last, end = last + 1, stop
        if end - start >= 2:
            found.append((start, end))
        first = max(last, first + 1)
    return found


def _aligned(lines: Sequence[Line]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    left, right = min((line.left for line in lines), default=0.0), max((line.right for line in lines), default=0.0)
    index = 0
    while index < len(lines):
        end = index
        gaps: list[tuple[float, float]] = []
        rows = 0
        while end < len(lines):
            own = _gaps(lines[end])
            if own:
                shared = _shared(gaps, own) if gaps else own
                if not shared:
                    break
                gaps, rows = shared, rows + 1
            elif not rows or not _inside(lines, end, gaps):
                break
            end += 1
        while end > index and not _gaps(lines[end - 1]):
            end -= 1
        captioned = any(
            _CAPTION.match(lines[near].text.text) for near in (index - 3, index - 2, index - 1, end, end + 1) if 0 <= near < len(lines)
        )
        wide = not captioned and _is_justified(lines[index:end], left, right)
        if rows >= (2 if captioned else _FLUSH_ROWS if wide else _TABLE_ROWS) and _line_up(
            [line for line in lines[index:end] if len(line.cells) > 1], gaps
        ):
            found.append((index, end))
            index = end
        else:
            index += 1
    return found


def _is_justified(rows: Sequence[Line], left: float, right: float) -> bool:
    """Whether all rows reach from edge to edge of their column."""
    return all(row.left - left <= 2 and right - row.right <= 2 for row in rows)


def _line_up(rows: Sequence[Line], gaps: Sequence[tuple[float, float]]) -> bool:
    """Whether cells at one of the gaps begin, end or centre at one place, which the wide spaces of justified text do not."""
    margin = max(row.right for row in rows)
    for start, end in gaps:
        before = [max(cell[1] for cell in row.cells if cell[1] <= start + 1) for row in rows]
        after = [min(cell for cell in row.cells if cell[0] >= end - 1) for row in rows]
        ends = [cell[1] for cell in after]
        edges = [before, [cell[0] for cell in after], [(cell[0] + cell[1]) / 2 for cell in after]]
        if max(ends) < margin - 4:
            edges.append(ends)
        if any(max(edge) - min(edge) <= 3 for edge in edges):
            return True
    return False


def is_table_head(lines: Sequence[Line], table: Sequence[Line]) -> bool:
    """Whether lines right above a table are the cells of its head: several on a line, a gap of which goes on between the cells below, and no sentence."""
    last = lines[-1].text.text
    if not table or len(lines) > _HEAD_LINES or is_caption(lines[0].text.text) or is_counted(lines[0].text.text) or re.search(r"[.;:]$", last):
        return False
    near = 0 < lines[-1].baseline - table[0].baseline <= _HEAD_APART * table[0].size
    cells = [line for line in lines if len(line.cells) > 1]
    enough = len(cells) > 1 or any(len(line.cells) == len(table[0].cells) for line in cells)
    return near and enough and any(_shared(_gaps(line), _gaps(row)) for line in cells for row in table[:_TABLE_ROWS])


def _gaps(line: Line) -> list[tuple[float, float]]:
    """The free intervals between a line's cells."""
    return [(a[1], b[0]) for a, b in pairwise(line.cells)]


def _shared(one: Sequence[tuple[float, float]], other: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    both = [(max(a[0], b[0]), min(a[1], b[1])) for a in one for b in other]
    return [(start, end) for start, end in both if end - start >= 3]


def _inside(lines: Sequence[Line], index: int, gaps: Sequence[tuple[float, float]]) -> bool:
    """Whether a line with one cell keeps out of the gaps of the rows around it (a cell of two lines)."""
    line = lines[index]
    near = lines[index - 1].baseline - line.baseline <= 2.2 * line.size
    return near and bool(gaps) and all(line.right <= start + 1 or line.left >= end - 1 for start, end in gaps)


def begins(first: Line, before: Line, line: Line, column: Column, previous: Column, indents: bool) -> bool:
    """Whether a line begins a new paragraph after another.

    Args:
        first: the first line of the paragraph so far.
        before: its last line, in ``previous``.
        line: the line, in ``column``.
        indents: whether the document marks paragraphs by their first line's indent.
    """
    if abs(before.size - line.size) > _SIZE * max(before.size, line.size) or before.bold != line.bold:
        return True
    if is_caption(line.text.text):
        return True
    if opens_item(first, before, line, column):
        return True
    if not is_near(before, line, column, previous):
        return True
    if first.item is not None and (loose_sign(first.text.text) is None or is_hung(first, column.lines)):
        return not goes_on_in_item(first, before, line, column, previous)
    if column is previous and hangs_below(first, before, line, column):
        return False
    indent, indent_before = line.left - column.left, before.left - previous.left
    ended = not is_open(before)
    if _INDENT < indent < _DEEP and indent - indent_before > _INDENT and (ended or indents):
        return True
    free = previous.right - before.right
    if not is_full(before, line, previous) and (ended or free > _FREE * (previous.right - previous.left)):
        return not ends_in_hyphen(before.text.text)
    return column is not previous and ended and not (indents and indent <= _INDENT)


def is_open(line: Line) -> bool:
    """Whether no sentence ends at a line's end."""
    return _SENTENCE_END.search(line.text.text) is None


def is_full(before: Line, line: Line, previous: Column) -> bool:
    """Whether the first word of a line found no room on the line before, in ``previous``."""
    return previous.right - before.right < line.first_word + 0.5 * line.size


def is_near(before: Line, line: Line, column: Column, previous: Column) -> bool:
    """Whether a line stands at the usual distance below the line before, or heads another column."""
    return column is not previous or before.baseline - line.baseline <= _GAP * max(min(column.leading, 2 * line.size), 1.05 * line.size) + 0.5


def opens_item(first: Line, before: Line, line: Line, column: Column) -> bool:
    """Whether a line opens an item of a list: by a sign, by the next number, or by a number or dash where the line before has ended."""
    text = line.text.text
    counted = _COUNTED.match(text)
    if line.item is None and counted is None:
        return False
    if counted is None and loose_sign(text) is None:
        return True
    if _SENTENCE_END.search(before.text.text) or line.left > column.left + _INDENT:
        return True
    if abs(first.left - line.left) > _EDGE:
        return False
    if counted is None:
        return loose_sign(first.text.text) == loose_sign(text)
    return (opened := _COUNTED.match(first.text.text)) is not None and _is_next(opened, counted)


def _is_next(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether a label of a list follows another of its form: "1." and "2.", "(a)" and "(b)"."""
    if one["parts"] or other["parts"]:
        return bool(one["parts"] and other["parts"]) and _steps(one["parts"].split("."), other["parts"].split("."))
    if one["open"] != other["open"]:
        return False
    before, after = one["label"] or one["number"], other["label"] or other["number"]
    if before.isdecimal() and after.isdecimal():
        return int(after) == int(before) + 1
    return len(before) == len(after) == 1 and ord(after) == ord(before) + 1


def _steps(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a number by parts is the next one of its level, the first of the level below, or the next of a level above."""
    if len(other) > len(one):
        return list(other) == [*one, "1"]
    last = len(other) - 1
    return list(one[:last]) == list(other[:last]) and (ord(other[0]) == ord(one[0]) + 1 if not other[last].isdecimal() else int(other[last]) == int(one[last]) + 1)


def hangs_below(first: Line, before: Line, line: Line, column: Column) -> bool:
    """Whether a line hangs below the words of a numbered paragraph: as the line before does, or as below another number whose sentence goes on."""
    if not is_counted(first.text.text) or line.left - first.left <= _EDGE:
        return False
    if before is not first:
        return abs(before.left - line.left) <= _EDGE
    return any(
        is_counted(one.text.text) and not _SENTENCE_END.search(one.text.text) and abs(one.left - first.left) + abs(two.left - line.left) <= _EDGE
        for one, two in pairwise(column.lines)
    )


def is_counted(text: str) -> bool:
    """Whether a line begins with the number or letter of a paragraph: "3. ", "(b) ", "2.1 "."""
    return _COUNTED.match(text) is not None


def is_hung(item: Line, lines: Sequence[Line]) -> bool:
    """Whether further lines of items with the edges of this one begin below their words and not below their signs."""
    edge = item.item
    return edge is not None and any(
        one.item is not None and abs(one.left - item.left) + abs(one.item - edge) <= _EDGE and two.item is None and abs(two.left - edge) <= _EDGE
        for one, two in pairwise(lines)
    )


def goes_on_in_item(first: Line, before: Line, line: Line, column: Column, previous: Column) -> bool:
    """Whether a line without a sign goes on with an item: it hangs below its words, or below its sign where no list of the column hangs.

    Args:
        first: the first line of the item, in ``previous`` or before it.
        before: the last line of the item, in ``previous``.
        line: the line, in ``column``.
    """
    assert first.item is not None
    open_end, full = is_open(before), is_full(before, line, previous)
    low = line.text.text[:1].islower()
    if column is not previous:
        moved = column.left - previous.left
        placed = hangs_at(line.left, first.item) or hangs_at(line.left - moved, first.item) or not is_hung(first, previous.lines)
        return placed and open_end and full and low
    if hangs_at(line.left, first.item):
        return True
    return (full or low) and open_end and hangs_at(line.left, first.left) and not is_hung(first, column.lines)


def goes_on(before: Line, line: Line) -> bool:
    """Whether a line in the same type goes on with a sentence that the line before leaves open."""
    same = abs(before.size - line.size) <= _SIZE * max(before.size, line.size)
    return same and is_open(before) and _COUNTED.match(line.text.text) is None and re.match(r"[a-z0-9(“‘\"]", line.text.text) is not None


def marks_indents(columns: Sequence[Column], body: float) -> bool:
    """Whether paragraphs begin with an indent: at least one line in twenty of body size does, after a line at the edge."""
    indented = total = 0
    for column in columns:
        for before, line in pairwise(column.lines):
            if abs(line.size - body) <= _SIZE * body:
                total += 1
                indented += _INDENT < line.left - column.left < _DEEP and before.left - column.left <= _INDENT
    return indented >= 3 and indented * 25 >= total


def is_caption(text: str) -> bool:
    """Whether a paragraph is the caption of a figure or table."""
    return _CAPTION.match(text) is not None


def vocabulary(lines: Sequence[Line]) -> frozenset[str]:
    """The words that stand whole inside lines, hyphened ones too, in lower case."""
    found: set[str] = set()
    for line in lines:
        words = line.text.text.lower().split()
        found.update(word.strip(".,;:!?()[]\"'“”‘’") for word in words[:-1])
    return frozenset(found)


def joined(lines: Sequence[Mapped], words: frozenset[str]) -> Mapped:
    """Lines as one text: words cut at a line's end put together, addresses too, ``\\n`` between the others."""
    parts = [lines[0]]
    for line in lines[1:]:
        before = parts[-1].text
        glue = ""
        if ends_in_hyphen(before) and line.text[:1].isalnum():
            if not _keeps(before, line.text, words):
                parts[-1] = parts[-1].slice(0, len(before) - 1)
        elif not (_goes_on(before[-200:], line.text) or (before.endswith(("—", "–")) and before[-2:-1].isalnum())):
            glue = "\n"
        parts.extend((Mapped.inserted(glue), line))
    return join(parts, "")


def _goes_on(before: str, after: str) -> bool:
    """Whether an address is cut by the line's end."""
    if _URL_TAIL.search(before):
        return re.match(r"[^\s(),;A-Z][^\s(),;]", after) is not None
    return _URL_OPEN.search(before) is not None and _URL_REST.match(after) is not None


def _keeps(before: str, after: str, words: frozenset[str]) -> bool:
    """Whether a hyphen at a line's end is the word's own: the document's other words decide, then the forms of compounds."""
    head = re.split(r"[\s(\[“\"‘]", before[-60:-1])[-1]
    tail = re.match(r"[\w'’-]*", after)
    rest = tail.group() if tail else ""
    if not rest[:1].islower() or "://" in before[-200:].rsplit(" ", 1)[-1]:
        return True
    whole, hyphened = f"{head}{rest}".lower(), f"{head}-{rest}".lower()
    if hyphened in words:
        return True
    if whole in words:
        return False
    if rest in _TAILS and (head.isupper() or head.lower() in words):
        return True
    if re.fullmatch(r"[a-z]{3,}(?:ed|ing)", rest) and len(head) >= 3 and head.islower() and head in words and head not in _SYLLABLES:
        return True
    if not head[:1].islower() or len(rest) < 4:
        return False
    return (head not in _SYLLABLES and keeps_hyphen(before)) or (head not in _SYLLABLES - _WORDS_TOO and is_compound(head, rest))
