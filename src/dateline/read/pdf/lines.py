"""Characters of a page -> pieces of lines, and pieces -> lines of text that know where each character stands."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.read.inline import NUMBER_LABELS, ROMAN, SIGN_LABEL
from dateline.read.pdf.bullets import drawn_sign, sign_length
from dateline.read.pdf.process import Page
from dateline.read.textmap import INSERTED, LIGATURES, Mapped

#: Flags of the worker (see ``worker.py``).
GENERATED: Final = 1
BOLD: Final = 2
TURNED: Final = 4
UNMAPPED: Final = 8

#: Characters whose baselines are within this share of the larger size stand on one line; raised ones stand 0.3-0.5 of a size higher,
#: the next line 1.0 or more lower.
_SAME_LINE: Final = 0.55
#: A gap wider than this share of the size ends a piece: word spaces have 0.25, stretched ones up to 1.
_PIECE_GAP: Final = 1.0
#: A gap wider than this share of the size is a space where the file has none.
_SPACE_GAP: Final = 0.13
#: Raised characters are at most this large, and stand at least this much higher, in shares of the line's size.
_RAISED_SIZE: Final = 0.86
_RAISED_BY: Final = 0.1
#: The last is what recognition of scanned type sets where a word is cut.
_HYPHENS: Final = "-\u2010\u00ad\x02\u00ac"
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
#: Accents that a file paints over their letter as characters of their own (TeX's oldest font encoding), and the marks they are.
_ACCENTS: Final = dict(
    zip(
        map(ord, "´`¨ˆ˜ˇ¸˚¯˘˙˝"),
        "\u0301\u0300\u0308\u0302\u0303\u030c\u0327\u030a\u0304\u0306\u0307\u030b",
        strict=True,
    )
)
#: What bitmap fonts of TeX have at codes that their files give no table for: the T1 (Cork) encoding, and the older OT1, which has its ligatures
#: lower (LaTeX font encodings, encguide.pdf).
_CORK: Final = dict(zip((0x10, 0x11, 0x12, 0x15, 0x16, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F), "“”„–—ﬀﬁﬂﬃﬄ", strict=True))
_OLDEST: Final = dict(zip((0x0B, 0x0C, 0x0D, 0x0E, 0x0F, 0x22, 0x5C, 0x7B, 0x7C), "ﬀﬁﬂﬃﬄ”“–—", strict=True))
#: More accents on a page than this are no text.
_MAX_ACCENTS: Final = 500
_LABEL: Final = re.compile(rf"[\[(]?(?:{NUMBER_LABELS}|{SIGN_LABEL}|{ROMAN}|[a-z])[\])]?")
#: Labels of several kinds side by side, as authors have them: "a,b", "1,*"; each is a marker of its own.
_LABELS: Final = re.compile(rf"(?:\d{{1,2}}|[a-z]|{SIGN_LABEL})(?:[,;]\s?(?:\d{{1,2}}|[a-z]|{SIGN_LABEL})|{SIGN_LABEL})+")
_ONE_LABEL: Final = re.compile(rf"\d{{1,2}}|[a-z]|{SIGN_LABEL}")
#: An initial of several lines is so many times as large as the text beside it.
_INITIAL: Final = 1.9


@dataclass(slots=True)
class Piece:
    """Characters that follow one another on a line without a wide gap; ``items`` are their indices, with -1 for a space between."""

    page: Page
    items: list[int]
    left: float
    right: float
    baseline: float
    size: float

    def bottom(self) -> float:
        """Where the piece ends below, in points."""
        return self.baseline - 0.22 * self.size

    def top(self) -> float:
        """Where the piece ends above, in points."""
        return self.baseline + 0.75 * self.size

    def words(self) -> int:
        """How many words it has."""
        return 1 + self.items.count(-1)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in a column. ``cells`` are the left and right edges of its pieces; ``item`` is where the words behind the sign of a list begin."""

    page: int
    text: Mapped
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    cells: tuple[tuple[float, float], ...]
    first_word: float
    item: float | None = None

    def is_empty(self) -> bool:
        """Whether nothing but spaces stands on it."""
        return not self.text.text.strip()


def with_bitmap_fonts(page: Page) -> Page:
    """The page with the ligatures, dashes and quotation marks of TeX's bitmap fonts, which pdfium reports as control characters."""
    unmapped = [index for index, flag in enumerate(page.flags) if flag & UNMAPPED]
    found = {page.codes[index] for index in unmapped}
    table = _OLDEST if found.intersection(range(0x0B, 0x10)) else _CORK if any(code < 32 for code in found) else None
    if table is None:
        return page
    codes = array(page.codes.typecode, page.codes)
    for index in unmapped:
        codes[index] = ord(table.get(codes[index], chr(codes[index])))
    return replace(page, codes=codes)


def with_accents(page: Page) -> Page:
    """The page with letters and the accents painted over them as one character each."""
    accents = [index for index, code in enumerate(page.codes) if code in _ACCENTS][:_MAX_ACCENTS]
    if not accents:
        return page
    codes = array(page.codes.typecode, page.codes)
    for index in accents:
        middle = (page.left[index] + page.right[index]) / 2
        below = (
            other
            for other, code in enumerate(page.codes)
            if page.left[other] <= middle <= page.right[other]
            and abs(page.baseline[other] - page.baseline[index]) <= 0.45 * page.size[index]
            and chr(code).isalpha()
            and other != index
            and code not in _ACCENTS
        )
        letter = next(below, None)
        if letter is None:
            continue
        base = "i" if page.codes[letter] == 0x131 else chr(page.codes[letter])
        whole = unicodedata.normalize("NFC", base + _ACCENTS[page.codes[index]])
        if len(whole) == 1:
            codes[letter], codes[index] = ord(whole), 1
    return replace(page, codes=codes)


def pieces_of(page: Page) -> list[Piece]:
    """The pieces of a page in the order of the file; text that is turned, stands off the page or is painted twice is left out."""
    found: list[Piece] = []
    current: Piece | None = None
    space = False
    painted: set[tuple[int, int, int]] = set()
    for index, code in enumerate(page.codes):
        if page.flags[index] & GENERATED or code in {9, 10, 13, 32, 0xA0}:
            space = space or code in {9, 32, 0xA0}
            continue
        if current is not None and _is_rest_of_ligature(current, page, index):
            current.items.append(index)
            continue
        if not _is_shown(page, index, code, painted):
            continue
        size = page.size[index] or 1.0
        if current is not None and _continues(current, page, index, size):
            gap = page.left[index] - current.right
            if space or gap > _SPACE_GAP * max(size, current.size):
                current.items.append(-1)
            current.items.append(index)
            current.right = max(current.right, page.right[index])
            if size > current.size:
                current.size, current.baseline = size, page.baseline[index]
        else:
            current = Piece(page, [index], page.left[index], page.right[index], page.baseline[index], size)
            found.append(current)
        space = False
    return _with_initials(found)


def _with_initials(pieces: list[Piece]) -> list[Piece]:
    """Letters that are two lines high or more go to the first of the lines beside them, all of which begin where the letter does."""
    taken: set[int] = set()
    for initial in pieces:
        if len(initial.items) > 2 or not chr(initial.page.codes[initial.items[-1]]).isalpha():
            continue
        beside = [
            piece
            for piece in pieces
            if piece.size * _INITIAL <= initial.size
            and initial.right - 1 <= piece.left <= initial.right + 1.5 * piece.size
            and initial.bottom() <= piece.baseline + 0.5 * piece.size
            and piece.baseline <= initial.top()
        ]
        if len(beside) < 2:
            continue
        first = max(beside, key=lambda item: item.baseline)
        first.items[:0] = initial.items
        for piece in beside:
            piece.left = initial.left
        taken.add(id(initial))
    return [piece for piece in pieces if id(piece) not in taken]


def _is_rest_of_ligature(piece: Piece, page: Page, index: int) -> bool:
    """Whether the character is a further one of the ligature that the file painted last; pdfium gives them all one box."""
    last = piece.items[-1]
    return (
        last == index - 1
        and page.left[last] == page.left[index]
        and page.right[last] == page.right[index] > page.left[index]
        and (page.baseline[last] == page.baseline[index])
    )


def _is_shown(page: Page, index: int, code: int, painted: set[tuple[int, int, int]]) -> bool:
    if page.flags[index] & TURNED or (code < 32 and code != 2) or code in {0xFFFE, 0xFFFF}:
        return False
    x, y = page.left[index], page.baseline[index]
    if not (-2 <= x <= page.width + 2 and -2 <= y <= page.height + 2):
        return False
    spot = (code, round(x * 2), round(y * 2))
    if spot in painted:
        return False
    painted.add(spot)
    return True


def _continues(piece: Piece, page: Page, index: int, size: float) -> bool:
    largest = max(size, piece.size)
    if abs(page.baseline[index] - piece.baseline) > _SAME_LINE * largest:
        return False
    return -0.6 * size <= page.left[index] - piece.right <= _PIECE_GAP * largest


def rows_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that stand side by side, from the top; each row from the left."""
    rows: list[list[Piece]] = []
    ends: list[float] = []
    for piece in sorted(pieces, key=lambda item: (-item.baseline, item.left)):
        number = next(
            (number for number in range(len(rows) - 1, max(-1, len(rows) - 3), -1) if _beside(rows[number], ends[number], piece)), None
        )
        if number is None:
            rows.append([piece])
            ends.append(piece.right)
        else:
            rows[number].append(piece)
            ends[number] = max(ends[number], piece.right)
    for row in rows:
        row.sort(key=lambda item: item.left)
    rows.sort(key=lambda row: -max(row, key=lambda item: item.size).baseline)
    return rows


def _beside(row: Sequence[Piece], end: float, piece: Piece) -> bool:
    """Whether a piece stands on a row, whose last piece ends at ``end``, without lying over another one."""
    other = row[0] if row[0].size >= row[-1].size else row[-1]
    large, small = (piece, other) if piece.size > other.size else (other, piece)
    if abs(large.baseline - small.baseline) > (_SAME_LINE if small.size < 0.9 * large.size else 0.3) * large.size:
        return False
    slack = 0.6 * large.size
    return piece.left >= end - slack or all(piece.left >= item.right - slack or piece.right <= item.left + slack for item in row)


def line_of(row: Sequence[Piece]) -> Line:
    """The line that a row of pieces makes; raised note markers stand in ``<sup>`` tags in its text."""
    page = row[0].page
    items: list[int] = []
    for position, piece in enumerate(row):
        if position and piece.left - row[position - 1].right > _SPACE_GAP * max(piece.size, row[position - 1].size):
            items.append(-1)
        items.extend(piece.items)
    shown = [index for index in items if index >= 0]
    size = Counter(round(page.size[index], 1) for index in shown).most_common(1)[0][0] or 1.0
    larger = Counter(round(page.size[index], 1) for index in shown if page.size[index] > 1.15 * size)
    if larger and sum(larger.values()) * 3 >= len(shown):
        size = larger.most_common(1)[0][0]
    full = [index for index in shown if page.size[index] >= 0.9 * size] or shown  # letters of no size are no smaller than others
    baseline = Counter(round(page.baseline[index], 1) for index in full).most_common(1)[0][0]
    text = _text(page, items, size, baseline)
    bold = sum(1 for index in shown if page.flags[index] & BOLD)
    sign, words = _item_edges(page, shown, text.text, row[0].left, baseline, size)
    return Line(
        page=page.number,
        text=text,
        left=sign,
        right=max(piece.right for piece in row),
        baseline=baseline,
        size=size,
        bold=bold > 0.8 * len(shown),
        cells=tuple((piece.left, piece.right) for piece in row),
        first_word=_first_word(page, items),
        item=words,
    )


def _item_edges(page: Page, shown: Sequence[int], text: str, left: float, baseline: float, size: float) -> tuple[float, float | None]:
    """Where a line begins, with the sign printed or drawn before it, and where the words behind the sign do; ``None`` without a sign."""
    if sign_length(text) and len(shown) > 1:
        return left, page.left[shown[1]]
    drawn = drawn_sign(page.dots, left, baseline, size)
    return (left, None) if drawn is None else (drawn, left)


def _first_word(page: Page, items: Sequence[int]) -> float:
    """The width of the first word, in points."""
    end = next((position for position, index in enumerate(items) if index < 0), len(items))
    word = items[:end]
    return page.right[word[-1]] - page.left[word[0]] if word else 0.0


def _text(page: Page, items: Sequence[int], size: float, baseline: float) -> Mapped:
    parts: list[str] = []
    raw = array("q")

    def put(text: str, index: int | None) -> None:
        parts.append(text)
        raw.extend([INSERTED if index is None else page.first + index, *[INSERTED] * (len(text) - 1)])

    position = 0
    while position < len(items):
        index = items[position]
        if index < 0:
            _put_space(page, items, position, put)
            position += 1
            continue
        end = position
        while end < len(items) and items[end] >= 0 and _is_raised(page, items[end], size, baseline):
            end += 1
        label = "".join(character(page.codes[item]) for item in items[position:end])
        shut = len(label) - len(label.rstrip(",;. "))
        bare = label[: len(label) - shut]
        if end > position and (_LABEL.fullmatch(bare) or _LABELS.fullmatch(bare)):
            spans = [(0, len(bare))] if _LABEL.fullmatch(bare) else [match.span() for match in _ONE_LABEL.finditer(bare)]
            for first, last in spans:
                put("<sup>", None)
                for item in items[position + first : position + last]:
                    put(character(page.codes[item]), item)
                put("</sup>", None)
            position = end - shut
            for item in items[position:end]:
                put(chr(page.codes[item]), item)
            position = end
            continue
        for item in items[position : max(end, position + 1)]:
            put(character(page.codes[item]), item)
        position = max(end, position + 1)
    return Mapped("".join(parts), raw)


def _put_space(page: Page, items: Sequence[int], position: int, put: object) -> None:
    """A space, mapped to the file's own where it has one."""
    before = items[position - 1] if position else -1
    own = before + 1 if 0 <= before + 1 < len(page.codes) and page.codes[before + 1] in {32, 0xA0} and before >= 0 else None
    assert callable(put)
    put(" ", own)


def character(code: int) -> str:
    """The text of a character: hyphens as one sign, ligatures taken apart, superscripts as digits."""
    sign = chr(code) if code < 0x110000 else "\ufffd"
    if sign in _HYPHENS:
        return "-"
    return LIGATURES.get(sign, sign).translate(_SUPERSCRIPTS)


def _is_raised(page: Page, index: int, size: float, baseline: float) -> bool:
    if page.codes[index] in _SUPERSCRIPTS:
        return True
    own, up = page.size[index], page.baseline[index] - baseline
    return (own <= _RAISED_SIZE * size and up >= _RAISED_BY * size) or up >= 0.25 * size


def ends_in_hyphen(text: str) -> bool:
    """Whether a line ends in a hyphen after a letter."""
    return len(text) > 1 and text[-1] == "-" and text[-2].isalpha()
