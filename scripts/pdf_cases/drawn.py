"""Pages drawn glyph by glyph with ReportLab, as layout programs do it: columns, notes set by hand, raised numbers as Unicode characters or as
small runs of their own, notes that run over to the next page, a watermark, a landscape page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefs import pieces
from content import Case, long_day

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FONTS = "/usr/share/fonts/truetype/dejavu/"
_LIBERATION = "/usr/share/fonts/truetype/liberation/"


@dataclass(frozen=True, slots=True)
class Line:
    """A line to draw: words with their offsets, the labels of its markers, its font, size, indent and the space above it."""

    text: str
    labels: tuple[str, ...]
    font: str
    size: float
    indent: float = 0
    above: float = 0

    @property
    def height(self) -> float:
        """With the leading."""
        return self.size * 1.3 + self.above


def _break(text: str, font: str, size: float, width: float, indent: float = 0, hang: float = 0, above: float = 0) -> list[Line]:
    """Lines of at most ``width``; a marker in the text stands as ``{12}``."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    lines: list[list[str]] = [[]]
    for word in text.split(" "):
        start = indent + (hang if len(lines) > 1 else 0)
        if lines[-1] and start + stringWidth(re.sub(r"[{}]", "", " ".join([*lines[-1], word])), font, size) > width:
            lines.append([])
        lines[-1].append(word)
    return [Line(" ".join(words), tuple(re.findall(r"\{(\w+)\}", " ".join(words))), font, size, indent + (hang if at else 0), 0 if at else above)
            for at, words in enumerate(lines)]  # fmt: skip


def _body(case: Case, width: float, size: float) -> list[Line]:
    lines: list[Line] = []
    for section in case.sections:
        lines += _break(section.heading, "B", size + 1.5, width, above=size)
        for kind, text in pieces(section, lambda label: f"{{{label}}}", str):
            lead = "• " if kind == "*" else ""
            indent = 12.0 if kind else 0.0
            lines += _break(lead + text, "R", size - (1 if kind == ">" else 0), width, indent, 8 if kind == "*" else 0, above=3)
    return lines


def _fonts() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name, file in (("R", _FONTS + "DejaVuSerif.ttf"), ("B", _FONTS + "DejaVuSans-Bold.ttf"), ("S", _LIBERATION + "LiberationSans-Regular.ttf")):
        pdfmetrics.registerFont(TTFont(name, file))


def _draw(canvas: Any, line: Line, x: float, y: float, small: float | None) -> None:
    """Draw a line; markers as Unicode superscripts, or, where ``small`` is given, as runs of that size."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    at = x + line.indent
    for part in re.split(r"(\{\w+\})", line.text):
        marker = part[:1] == "{"
        text = part.strip("{}") if marker else part
        text = text.translate(_RAISED) if marker and small is None else text
        size = small if marker and small is not None else line.size
        canvas.setFont(line.font, size)
        canvas.drawString(at, y + (line.size * 0.35 if marker and small is not None else 0), text)
        at += stringWidth(text, line.font, size)


def _room(lines: list[Line], columns: int, height: float) -> list[list[Line]] | None:
    """The lines in columns, or nothing where they do not fit."""
    made: list[list[Line]] = [[]]
    used = 0.0
    for line in lines:
        if used + line.height > height and made[-1]:
            made.append([])
            used = 0.0
        made[-1].append(line)
        used += line.height
    return made if len(made) <= columns else None


def across(case: Case, target: Path, *, columns: int = 2, small: float | None = None, size: float = 9.0, note_share: float = 0.4) -> None:
    """Columns with notes across the whole page, in smaller type without a rule, that run over to the next page; a logo and a date above, a
    watermark, the table on a landscape page of its own.
    """  # fmt: skip
    from reportlab.lib.pagesizes import A5, landscape
    from reportlab.pdfgen.canvas import Canvas

    assert case.extras is not None
    _fonts()
    wide, high = A5
    left, top, bottom, gap = 36.0, 52.0, 46.0, 16.0
    full = wide - 2 * left
    width = (full - gap * (columns - 1)) / columns
    canvas = Canvas(str(target), pagesize=A5, invariant=1)
    canvas.setTitle(case.title)
    canvas.setAuthor(case.author)
    texts = dict(case.notes)
    body = _body(case, width, size)
    carried: list[Line] = []
    head = [*_break(case.title, "B", 16, full), *_break(case.author, "R", 9, full, above=4), *_break(long_day(case.day), "R", 9, full)]
    page = 0
    while body or carried:
        page += 1
        canvas.saveState()
        canvas.setFillGray(0.92)
        canvas.translate(wide / 2, high / 2)
        canvas.rotate(55)
        canvas.setFont("B", 60)
        canvas.drawCentredString(0, 0, "DRAFT")
        canvas.restoreState()
        canvas.rect(left, high - 36, 16, 10, fill=1)
        canvas.setFont("S", 7)
        canvas.drawString(left + 20, high - 34, case.header)
        canvas.drawRightString(wide - left, high - 34, long_day(case.day))
        canvas.drawString(left, 24, f"{page} | Brief 12")
        y = high - top
        for line in head:
            y -= line.height
            _draw(canvas, line, left, y, small)
        head = []
        room = y - bottom
        for count in range(len(body), -1, -1):
            waiting = list(carried)
            for line in body[:count]:
                for label in line.labels:
                    mark = f"{{{label}}} " if small is None else f"{label}  "
                    waiting += [replace(part, labels=()) for part in _break(mark + texts[label], "R", 6.5, full, 0, 0, 1)]
            fits, used = 0, 0.0
            while fits < len(waiting) and used + waiting[fits].height <= room * note_share:
                used += waiting[fits].height
                fits += 1
            placed = _room(body[:count], columns, room - used - 10)
            if placed is not None and (len(waiting) - fits <= 4 or not count):
                break
        for index, column in enumerate(placed or []):
            down = y
            for line in column:
                down -= line.height
                _draw(canvas, line, left + index * (width + gap), down, small)
        down = bottom + used
        for line in waiting[:fits]:
            down -= line.height
            _draw(canvas, line, left, down, None)
        body, carried = body[count:], waiting[fits:]
        canvas.showPage()
    canvas.setPageSize(landscape(A5))
    canvas.setFont("B", 10)
    canvas.drawString(60, 340, case.caption)
    for row, cells in enumerate(case.table):
        canvas.setFont("S", 9)
        for at, cell in enumerate(cells):
            canvas.drawString(60 + at * 110, 315 - row * 16, cell)
    canvas.drawString(60, 220, case.extras.source)
    canvas.save()
