"""A chart as PNG, drawn by an installed Chromium or Chrome."""

from __future__ import annotations

from typing import Final

from dateline.report.chart import HEIGHT, WIDTH
from dateline.report.chromium import VARIABLE, find_chromium, run

__all__ = ["VARIABLE", "find_chromium", "to_png"]

#: Pixels to a unit of the chart, so that text is sharp in print.
SCALE: Final = 2


def to_png(svg: str) -> bytes:
    """The SVG as PNG, twice its size. The browser is given one local file and no network.

    Raises:
        DatelineError: E435 where there is no browser, or it draws nothing.
    """
    page = f'<!doctype html><meta charset="utf-8"><style>body{{margin:0}}svg{{display:block}}</style>{svg}'
    options = ("--hide-scrollbars", f"--force-device-scale-factor={SCALE}", f"--window-size={WIDTH},{HEIGHT}")
    return run(page, "--screenshot", ".png", options, "E435", "chart")
