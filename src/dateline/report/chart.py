"""Charts of series: self-made SVG, alone or in one HTML file with its table. Offline, readable by screen readers, and without colour."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Final

#: Colours of Okabe and Ito ("Color Universal Design", 2008), which people of every colour vision tell apart; black is left for text.
COLOURS: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
#: Lines differ by dashes and end marks too, so that the chart can be read without colour.
DASHES: Final = ("", "7 3", "2 3", "9 3 2 3", "4 2", "1 2")
#: More lines than this cannot be told apart.
MAX_LINES: Final = len(COLOURS)
WIDTH, HEIGHT = 960, 480
LEFT, RIGHT, TOP, BOTTOM = 72, 190, 56, 52


@dataclass(frozen=True, slots=True)
class Point:
    """A value of a line: the period's first day, the value (``None``: a gap) and the interval around it."""

    start: date
    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A change point with its interval."""

    start: date
    low: date
    high: date
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """A named line with its change points."""

    name: str
    points: tuple[Point, ...]
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: ``measure`` names the vertical axis, ``note`` says what the bands are and what was left out."""

    title: str
    measure: str
    lines: tuple[Line, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int
    low: float
    high: float

    def x(self, day: date) -> float:
        share = (day.toordinal() - self.first) / max(self.last - self.first, 1)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: float) -> float:
        share = (value - self.low) / ((self.high - self.low) or 1.0)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def number(value: float | None) -> str:
    """A number as it is read: no trailing zeros, at most three places."""
    return "" if value is None else f"{value:.3f}".rstrip("0").rstrip(".").replace("-0", "0", value == 0)


def ticks(low: float, high: float) -> tuple[float, ...]:
    """Round values that cover a range in four to nine steps."""
    # values have four places: what differs by less than that, or by less than a float can tell, is one value
    span = high - low if high - low > 1e-6 * max(1.0, abs(low)) else max(1.0, high - low)
    high = low + span
    step = 10.0 ** math.floor(math.log10(span / 4))
    step = next(step * factor for factor in (1, 2, 5, 10) if span / (step * factor) <= 8)
    first = math.floor(low / step)
    last = max(math.ceil(high / step), first + 1)
    return tuple(round(step * place, 10) for place in range(first, last + 1))


def _scale(chart: Chart) -> tuple[_Scale, tuple[float, ...]]:
    points = [point for line in chart.lines for point in line.points]
    values = [value for point in points for value in (point.value, point.low, point.high) if value is not None]
    steps = ticks(min([0.0, *values]), max([0.0, *values]) or (0.0 if any(value < 0 for value in values) else 1.0))
    days = [point.start.toordinal() for point in points] or [1]
    return _Scale(min(days), max(days), steps[0], steps[-1]), steps


def _day_label(day: date, span: int) -> str:
    return day.isoformat() if span < 120 else day.isoformat()[:7]


def _axes(chart: Chart, scale: _Scale, steps: Sequence[float]) -> Iterator[str]:
    for value in steps:
        y = scale.y(value)
        strong = ' stroke="#555"' if value == 0 else ' stroke="#ddd"'
        yield f'<line x1="{LEFT}" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}"{strong}/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{number(value)}</text>'
    days = sorted({point.start for line in chart.lines for point in line.points})
    every = max(1, math.ceil(len(days) / 7))
    for day in days[::every]:
        x, span = scale.x(day), scale.last - scale.first
        yield f'<text x="{x}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{_day_label(day, span)}</text>'
    yield f'<text x="{LEFT}" y="{TOP - 12}">{escape(chart.measure)}</text>'


def _runs(points: Sequence[Point]) -> Iterator[list[Point]]:
    run: list[Point] = []
    for point in points:
        if point.value is None:
            if run:
                yield run
            run = []
        else:
            run.append(point)
    if run:
        yield run


def _band(run: Sequence[Point], scale: _Scale, colour: str) -> str:
    known = [(scale.x(one.start), one.low, one.high) for one in run if one.low is not None and one.high is not None]
    if len(known) < 2:
        return ""
    upper = " ".join(f"{x},{scale.y(high)}" for x, _, high in known)
    lower = " ".join(f"{x},{scale.y(low)}" for x, low, _ in reversed(known))
    return f'<polygon points="{upper} {lower}" fill="{colour}" fill-opacity="0.15" stroke="none"/>'


def _line(line: Line, place: int, scale: _Scale) -> Iterator[str]:
    colour, dash = COLOURS[place], DASHES[place]
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    yield f"<g><title>{escape(line.name)}</title>"
    for run in _runs(line.points):
        yield _band(run, scale, colour)
        path = " ".join(f"{scale.x(one.start)},{scale.y(one.value or 0.0)}" for one in run)
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashed}/>'
        if len(run) == 1:
            yield f'<circle cx="{scale.x(run[0].start)}" cy="{scale.y(run[0].value or 0.0)}" r="3" fill="{colour}"/>'
    for mark in line.marks:
        x, low, high = scale.x(mark.start), scale.x(mark.low), scale.x(mark.high)
        yield f'<g><title>{escape(mark.label)}</title><rect x="{low}" y="{TOP}" width="{round(high - low, 1)}" height="{HEIGHT - TOP - BOTTOM}"'
        yield f' fill="{colour}" fill-opacity="0.08"/><line x1="{x}" y1="{TOP}" x2="{x}" y2="{HEIGHT - BOTTOM}" stroke="{colour}"{dashed}/></g>'
    yield "</g>"


def _legend(lines: Sequence[Line]) -> Iterator[str]:
    for place, line in enumerate(lines):
        y = TOP + 10 + place * 22
        dash = f' stroke-dasharray="{DASHES[place]}"' if DASHES[place] else ""
        x = WIDTH - RIGHT + 14
        name = line.name if len(line.name) <= 20 else line.name[:19] + "…"
        yield f'<line x1="{x}" y1="{y}" x2="{x + 30}" y2="{y}" stroke="{COLOURS[place]}" stroke-width="2"{dash}/>'
        yield f'<text x="{x + 36}" y="{y + 4}">{escape(name)}</text>'


def _described(chart: Chart) -> str:
    """The chart in words, for those who do not see it."""
    parts = []
    for line in chart.lines:
        known = [point for point in line.points if point.value is not None]
        if not known:
            parts.append(f"{line.name}: no values.")
            continue
        top = max(known, key=lambda point: point.value or 0.0)
        low = min(known, key=lambda point: point.value or 0.0)
        parts.append(
            f"{line.name}: {number(known[0].value)} in the period from {known[0].start} to {number(known[-1].value)} in that from {known[-1].start}; highest"
            f" {number(top.value)} ({top.start}), lowest {number(low.value)} ({low.start})."
        )
        parts += [f"{mark.label}." for mark in line.marks]
    return " ".join(parts) or "No acts match."


def to_svg(chart: Chart) -> str:
    """The chart as an SVG document with title and description.

    Raises:
        ValueError: for more than :data:`MAX_LINES` lines.
    """
    if len(chart.lines) > MAX_LINES:
        raise ValueError(f"{len(chart.lines)} lines; at most {MAX_LINES} can be told apart")
    scale, steps = _scale(chart)
    body = [*_axes(chart, scale, steps)]
    for place, line in enumerate(chart.lines):
        body += _line(line, place, scale)
    body += _legend(chart.lines)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img"'
        ' aria-labelledby="chart-title chart-desc" font-family="sans-serif" font-size="12" fill="#222">'
    )
    words = f'<title id="chart-title">{escape(chart.title)}</title><desc id="chart-desc">{escape(_described(chart))}</desc>'
    paper = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/><text x="{LEFT}" y="22" font-size="16" font-weight="bold">{escape(chart.title)}</text>'
    note = f'<text x="{LEFT}" y="{HEIGHT - 10}" fill="#555">{escape(chart.note)}</text>' if chart.note else ""
    return "\n".join(part for part in (head, words, paper, *body, note, "</svg>") if part) + "\n"


_STYLE: Final = (
    "body{font:16px/1.5 sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}"
    "svg{max-width:100%;height:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums}"
    "th,td{padding:.2rem .6rem;border-bottom:1px solid #ddd;text-align:right}th:first-child{text-align:left}"
    ".chart svg{min-width:40rem}.wide{overflow-x:auto}caption{text-align:left;font-weight:bold;padding:.4rem 0}"
)


def _table(chart: Chart) -> Iterator[str]:
    days = sorted({point.start for line in chart.lines for point in line.points})
    by_day = [{point.start: point for point in line.points} for line in chart.lines]
    yield f'<div class="wide" tabindex="0" role="region" aria-label="Values"><table><caption>{escape(chart.measure)}</caption><thead><tr><th scope="col">period from</th>'
    yield from (f'<th scope="col">{escape(line.name)}</th>' for line in chart.lines)
    yield "</tr></thead><tbody>"
    for day in days:
        cells = [_value(values.get(day)) for values in by_day]
        yield f'<tr><th scope="row">{day}</th>' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    yield "</tbody></table></div>"


def _value(point: Point | None) -> str:
    if point is None or point.value is None:
        return ""
    around = "" if point.low is None else f" ({number(point.low)} to {number(point.high)})"
    return number(point.value) + around


def to_html(chart: Chart) -> str:
    """The chart and its table as one HTML file that loads nothing from elsewhere."""
    marks = [mark.label for line in chart.lines for mark in line.marks]
    listed = "<h2>Changes</h2><ul>" + "".join(f"<li>{escape(label)}</li>" for label in marks) + "</ul>" if marks else ""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>{escape(chart.title)}</title>"
        f"<style>{_STYLE}</style></head><body><main><h1>{escape(chart.title)}</h1>\n"
        f'<div class="wide chart" tabindex="0" role="region" aria-label="Chart">{to_svg(chart)}</div><p>{escape(chart.note)}</p>{listed}\n'
        + "".join(_table(chart))
        + "</main></body></html>\n"
    )
