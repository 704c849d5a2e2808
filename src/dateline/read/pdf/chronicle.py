"""Chronologies whose days stand in a column of their own: the rows of a table, ruled or not, each with a day and what happened on it.

A column of days is three days or more that begin, end or are centred at one place, with text to their right that begins at one place too. A row goes
from its day to the next one where its text begins beside the day; where days stand in the middle of their rows, the space between rows parts them.
Days in a margin, beside sentences that go on, head no rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from dateline.read.pdf.hanging import text_of
from dateline.read.pdf.lines import Piece
from dateline.read.predicates import has_verb
from dateline.read.tableperiods import is_day

#: So many days make a column; one is enough below the column of another page.
_DAYS: Final = 3
#: Points within which edges are one edge.
_EDGE: Final = 2.5
#: Pieces whose baselines are within this share of the size stand in one row.
_LEVEL: Final = 0.4
#: Points: a strip between two columns that nothing crosses.
_STRIP: Final = 5.0
#: A day of several lines has so many at most, so many sizes apart.
_DAY_LINES: Final = 4
_LEADING: Final = 1.7
#: A row's text goes on where the next line is no further below than this many sizes; cells have space above and below.
_GOES_ON: Final = 3.2
#: Rows are parted by a space that is larger than that between lines by this factor.
_PARTED: Final = 1.25
#: The head of a table stands so many sizes above its first row at most, and has so many words a cell.
_HEAD: Final = 3.5
_HEAD_WORDS: Final = 4
#: What share of the rows must begin anew beside their day, and have words.
_SHARE: Final = 0.75
_MOST: Final = 0.6
_WORDS: Final = 3
#: A longer text is no day (characters).
_LONGEST: Final = 40
_YEAR: Final = re.compile(r"\W*(?:1[89]|20)\d\d\W*")
_BEGINS: Final = re.compile(r"[\"“‘'(\[•–-]*\s*[^\W_a-zß-ÿ]")

Cell = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The rows of a chronology on a page as cells, a row of names of columns first where it has one; a cell without pieces is empty.

    ``goes_on``: its first row is the rest of the last row of the page before. ``told``: which text belongs to which day could be told; without
    it the rows are single lines.
    """

    rows: tuple[tuple[Cell, ...], ...]
    goes_on: bool = False
    told: bool = True

    def pieces(self) -> Iterator[Piece]:
        """All pieces."""
        return (piece for row in self.rows for cell in row for piece in cell)


@dataclass(frozen=True, slots=True)
class _Column:
    """Where days stand, and where the text to their right begins."""

    left: float
    right: float
    text: float


@dataclass(slots=True)
class _Run:
    """Days that follow one another without anything between them that is no part of their rows, and the pieces to their right."""

    days: list[list[Piece]] = field(default_factory=list)
    text: list[Piece] = field(default_factory=list)


def chronicles(pages: Sequence[Sequence[Piece]]) -> list[tuple[list[Chronicle], list[Piece]]]:
    """For each page its chronologies from the top, and its other pieces."""
    found: list[tuple[list[Chronicle], list[Piece]]] = []
    known: _Column | None = None
    for pieces in pages:
        column = _day_column(pieces, _DAYS)
        goes_on = known is not None
        if column is None and known is not None:
            column = _day_column(pieces, 1, known) or known
        if column is None:
            found.append(([], list(pieces)))
            known = None
            continue
        cut = [part for piece in pieces for part in _cut(piece, column)]
        own = list(_of_page(cut, column, known if goes_on else None))
        taken = {id(piece) for one in own for piece in one.pieces()}
        rest = [piece for piece in cut if id(piece) not in taken]
        found.append((own, rest) if own else ([], list(pieces)))
        ends = own and not any(piece.baseline < min(one.baseline for one in own[-1].pieces()) and piece.size >= own[-1].rows[-1][-1][0].size for piece in rest)
        known = column if ends else None
    return found


def bands(told: Sequence[Chronicle], pieces: Sequence[Piece]) -> Iterator[Chronicle | list[Piece]]:
    """The chronologies of a page, and the pieces above, between (those beside a chronology with them) and below."""
    rest = list(pieces)
    for one in told:
        top = max(piece.baseline for piece in one.pieces())
        yield [piece for piece in rest if piece.baseline > top]
        yield one
        rest = [piece for piece in rest if piece.baseline <= top]
    yield rest


def _day_column(pieces: Sequence[Piece], fewest: int, known: _Column | None = None) -> _Column | None:
    """The column of the most days that stand at one place."""
    days = [piece for piece in pieces if _opens_day(piece, pieces)]
    if known is not None:
        days = [piece for piece in days if known.left - _EDGE <= piece.left and piece.right <= known.text]
    best: list[Piece] = []
    places: tuple[Callable[[Piece], float], ...] = (lambda one: one.left, lambda one: one.right, lambda one: (one.left + one.right) / 2)
    for place in places:
        for first in days:
            own = [piece for piece in days if abs(place(piece) - place(first)) <= _EDGE]
            best = own if len(own) > len(best) else best
    if len(best) < fewest:
        return None
    left, right = min(piece.left for piece in best), max(piece.right for piece in best)
    if known is not None:
        return replace(known, left=min(left, known.left), right=max(right, known.right))
    starts = Counter(round(told.left) for piece in best if (told := _beside(piece, pieces)) is not None)
    if not starts:
        return None
    start = starts.most_common(1)[0][0]
    edges = [piece.left for piece in pieces if abs(piece.left - start) <= _EDGE and piece.left > left]
    text = min(edges, default=float(start))
    return _Column(left, min(right, text - 1), text) if text > left + 10 else None


def _opens_day(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether a piece is a day, or the first line of one."""
    text = text_of(piece)
    if len(text) > _LONGEST:
        return False
    below = [other for other in pieces if 0 < piece.baseline - other.baseline <= _LEADING * piece.size and other.left < piece.right and piece.left < other.right]
    days = (text, *(f"{text} {text_of(other)}" for other in below if len(other.items) <= _LONGEST))
    return any(is_day(day) and any(sign.isdigit() for sign in day) for day in days)


def _beside(piece: Piece, pieces: Sequence[Piece]) -> Piece | None:
    """The next piece to the right in the row of a piece, or in the lines next to it."""
    right = [other for other in pieces if other.left > piece.right]
    level = [other for other in right if _is_level(piece, other)]
    near = level or [other for other in right if abs(other.baseline - piece.baseline) <= piece.size]
    return min(near, key=lambda other: other.left, default=None)


def _is_level(one: Piece, other: Piece) -> bool:
    return abs(one.baseline - other.baseline) <= _LEVEL * max(one.size, other.size)


def _cut(piece: Piece, column: _Column) -> Iterator[Piece]:
    """A piece that runs from a day into its text as two."""
    if not (column.left - _EDGE <= piece.left < column.text - _EDGE < column.text + _EDGE < piece.right):
        yield piece
        return
    for at in (index for index, item in enumerate(piece.items) if item < 0):
        start = piece.page.left[piece.items[at + 1]]
        if abs(start - column.text) <= _EDGE:
            day = replace(piece, items=piece.items[:at], right=piece.page.right[piece.items[at - 1]])
            if is_day(text_of(day)):
                yield day
                yield replace(piece, items=piece.items[at + 1 :], left=start)
                return
    yield piece


def _of_page(pieces: Sequence[Piece], column: _Column, known: _Column | None) -> Iterator[Chronicle]:
    """The chronologies of a page; ``known`` is the column of the page before, whose last row may go on."""
    first = True
    for run in _runs(pieces, column):
        fewest = 1 if known is not None else _DAYS
        if first and known is not None and not run.days and run.text and all(abs(piece.left - known.text) <= _EDGE for piece in run.text):
            yield Chronicle((((), tuple(run.text)),), goes_on=True)
        elif len(run.days) >= fewest and (found := _chronicle(run, pieces, column, first and known is not None)) is not None:
            yield found
        first = False


def _runs(pieces: Sequence[Piece], column: _Column) -> Iterator[_Run]:
    """Days and texts from the top; what crosses the strip between them, or stands under the days and is none, parts two runs."""
    run = _Run()
    lowest: float | None = None
    for piece in sorted(pieces, key=lambda one: (-round(one.baseline), one.left)):
        if piece.right < column.left - _EDGE:
            continue
        if piece.left >= column.text - _EDGE:
            if run.days and lowest is not None and lowest - piece.baseline > _GOES_ON * piece.size:
                yield run
                run = _Run()
            run.text.append(piece)
        elif piece.right <= column.text and _opens_day(piece, pieces) and not (run.days and _is_rest(run.days[-1], piece)):
            run.days.append([piece])
        elif run.days and piece.right <= column.text and _is_rest(run.days[-1], piece):
            run.days[-1].append(piece)
        else:
            yield run
            run, lowest = _Run(), None
            continue
        lowest = piece.baseline if lowest is None else min(lowest, piece.baseline)
    yield run


def _is_rest(day: Sequence[Piece], piece: Piece) -> bool:
    """Whether a piece is a further line of a day: both together are one, and the lines are near one another."""
    if len(day) >= _DAY_LINES or day[-1].baseline - piece.baseline > _LEADING * piece.size:
        return False
    before = " ".join(map(text_of, day))
    return not is_day(before) or is_day(f"{before} {text_of(piece)}")


def _chronicle(run: _Run, pieces: Sequence[Piece], column: _Column, goes_on: bool) -> Chronicle | None:
    """The rows of a run, or ``None`` where it is no chronology."""
    days = run.days
    if sum(is_day(" ".join(map(text_of, day))) for day in days) < _SHARE * len(days):
        return None
    texts = _columns(run, days)
    if not texts:
        return None
    rows, above = _rows(days, texts[0])
    told = rows is not None
    if rows is None:
        if sum(_of_day(day, texts[0]) is not None for day in days) * 2 > len(days) and not _is_parted(texts[0]):
            return None  # sentences that run past the days: these stand in a margin
        rows, above = [(day[0].baseline + 0.5 * day[0].size, day) for day in days], []
    cells = [(day, *(_within(part, top, bottom) for part in texts)) for (top, day), bottom in zip(rows, [*(top for top, _ in rows[1:]), float("-inf")], strict=True)]
    if not _tells([cell[1:] for cell in cells], days):
        return None
    head = _head(run, pieces, column, texts, rows[0][0])
    lead: list[tuple[Sequence[Piece], ...]] = [((), *(_within(part, float("inf"), rows[0][0]) for part in texts))] if goes_on and above and head is None else []
    table = [*([head] if head is not None else []), *lead, *cells]
    return Chronicle(tuple(tuple(tuple(cell) for cell in row) for row in table), bool(lead), told)


def _columns(run: _Run, days: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The pieces to the right of days by columns that nothing crosses; a column that does not begin anew beside the days is another text."""
    foot = days[0][0].baseline + days[0][0].size
    spans: list[list[float]] = []
    for piece in sorted((one for one in run.text if one.baseline < foot), key=lambda one: one.left):
        if spans and piece.left - spans[-1][1] < _STRIP:
            spans[-1][1] = max(spans[-1][1], piece.right)
        else:
            spans.append([piece.left, piece.right])
    found: list[list[Piece]] = []
    for left, right in spans:
        part = [piece for piece in run.text if left - 1 <= piece.left <= right]
        beside = [first for day in days if (first := _of_day(day, part)) is not None]
        if found and not (len(beside) >= _MOST * len(days) and _begin_anew(beside, part)):
            break
        found.append(part)
    return found


def _of_day(day: Sequence[Piece], text: Sequence[Piece]) -> Piece | None:
    """The first piece of a text in the row of a day's first line."""
    return min((piece for piece in text if _is_level(day[0], piece)), key=lambda one: one.left, default=None)


def _begin_anew(beside: Sequence[Piece], part: Sequence[Piece]) -> bool:
    """Whether the lines of a column beside days begin sentences, stand apart from the lines above, or are all that it has."""
    tops = {top for top, _ in _groups(part)}
    if len({round(one.baseline) for one in part}) <= len(beside) + 1:
        return True
    anew = sum(_begins(one) or round(one.baseline, 1) in tops for one in beside)
    return anew >= _SHARE * len(beside)


def _begins(piece: Piece) -> bool:
    return _BEGINS.match(text_of(piece)) is not None


def _within(text: Sequence[Piece], top: float, bottom: float) -> list[Piece]:
    return [piece for piece in text if bottom < piece.baseline <= top]


def _rows(days: Sequence[Sequence[Piece]], text: Sequence[Piece]) -> tuple[list[tuple[float, Sequence[Piece]]] | None, list[Piece]]:
    """Where the row of each day begins, and the text above the first; ``None`` where it cannot be told."""
    beside = [_of_day(day, text) for day in days]
    level = [one for one in beside if one is not None]
    if len(level) == len(days) and sum(map(_begins, level)) >= _SHARE * len(days) and not _is_in_middle(level, text):
        tops = [one.baseline + 0.5 * one.size for one in level]
        return list(zip(tops, days, strict=True)), [piece for piece in text if piece.baseline > tops[0]]
    groups, half = _groups(text), 0.5 * text[0].size
    inside = [[(top, bottom) for top, bottom in groups if bottom - half <= day[0].baseline and day[-1].baseline <= top + half] for day in days]
    if all(len(own) == 1 for own in inside) and len({own[0] for own in inside}) == len(days):
        tops = [own[0][0] + 0.5 * day[0].size for own, day in zip(inside, days, strict=True)]
        return list(zip(tops, days, strict=True)), [piece for piece in text if piece.baseline > tops[0]]
    return None, []


def _is_in_middle(level: Sequence[Piece], text: Sequence[Piece]) -> bool:
    """Whether the lines beside days are the middle ones of their rows: the line above stands nearer than rows do to one another."""
    groups = _groups(text)
    return _is_parted(text) and sum(any(bottom < one.baseline < top - 1 for top, bottom in groups) for one in level) * 2 > len(level)


def _is_parted(text: Sequence[Piece]) -> bool:
    return len(_groups(text)) > 1


def _groups(text: Sequence[Piece]) -> list[tuple[float, float]]:
    """The baselines of the first and the last line of each part of a text, parted by more than the space between lines."""
    lines = sorted({round(piece.baseline, 1) for piece in text}, reverse=True)
    gaps = [above - below for above, below in pairwise(lines) if above - below > 1]
    if not gaps:
        return [(line, line) for line in lines]
    size = max(piece.size for piece in text)
    least = max(min(gaps), 0.9 * size)
    least = min((gap for gap in gaps if gap >= 0.9 * size), default=least)
    groups = [[lines[0], lines[0]]]
    for above, below in pairwise(lines):
        if above - below > _PARTED * min(least, 1.6 * size):
            groups.append([below, below])
        groups[-1][1] = below
    return [(top, bottom) for top, bottom in groups]


def _tells(rows: Sequence[Sequence[Sequence[Piece]]], days: Sequence[Sequence[Piece]]) -> bool:
    """Whether a column has words in most rows, from the first line on; beside bare years, verbs."""
    only_years = all(_YEAR.fullmatch(" ".join(map(text_of, day))) for day in days)

    def is_told(cell: Sequence[Piece]) -> bool:
        words = " ".join(map(text_of, cell)).split()
        worded = sum(word[:1].islower() for word in words) >= _WORDS and any(sign.isalpha() for sign in text_of(cell[0]))
        return worded and (not only_years or has_verb(words))

    return any(sum(bool(cell) and is_told(cell) for cell in column) >= _MOST * len(rows) for column in zip(*rows, strict=True))


def _head(run: _Run, pieces: Sequence[Piece], column: _Column, texts: Sequence[Sequence[Piece]], top: float) -> tuple[list[Piece], ...] | None:
    """The row of names of columns right above the first row."""
    above = [piece for piece in pieces if top < piece.baseline <= top + _HEAD * piece.size]
    days = [piece for piece in above if piece.left < column.text - _EDGE and column.left - _EDGE <= piece.right <= column.text]
    if not days:
        return None
    level = [piece for piece in above if _is_level(piece, days[-1])]
    cells = [[piece for piece in level if _is_under(piece, part)] for part in texts]
    named = all(len(text_of(piece).split()) <= _HEAD_WORDS and not is_day(text_of(piece)) for piece in level)
    return (days[-1:], *cells) if named and all(cells) else None


def _is_under(head: Piece, part: Sequence[Piece]) -> bool:
    return head.left <= max(one.right for one in part) and head.right >= min(one.left for one in part)
