"""Charts: well-formed, described in words, without scripts or addresses, and as PNG where a browser is installed."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.report.chart import HEIGHT, WIDTH, Chart, Line, Mark, Point, number, ticks, to_html, to_svg
from dateline.report.drawing import VARIABLE, find_chromium, to_png

SVG = "{http://www.w3.org/2000/svg}"
POINTS = tuple(Point(date(2024, month, 1), float(month), month - 0.5, month + 1.5) for month in range(1, 7))
GAP = (*POINTS[:2], Point(date(2024, 3, 1), None), *POINTS[3:])
MARK = Mark(date(2024, 4, 1), date(2024, 3, 1), date(2024, 5, 1), "KOR → PRK: change from 2 to 5 a period at 2024-04-01")
CHART = Chart("Acts by month", "acts a month", (Line("KOR → PRK", POINTS, (MARK,)), Line('<b>&"A"', GAP)), "bands: 95%")


def test_the_svg_is_well_formed_and_says_what_it_shows() -> None:
    root = ET.fromstring(to_svg(CHART))
    assert root.get("role") == "img" and root.get("aria-labelledby") == "chart-title chart-desc"
    assert root.findtext(f"{SVG}title") == "Acts by month"
    words = root.findtext(f"{SVG}desc") or ""
    assert "KOR → PRK: 1 in the period from 2024-01-01 to 6 in that from 2024-06-01; highest 6" in words and MARK.label in words
    assert [one.get("points", "").count(",") for one in root.iter(f"{SVG}polyline")] == [6, 2, 3]
    assert len(list(root.iter(f"{SVG}polygon"))) == 3
    # lines are told apart without colour too
    assert len({one.get("stroke-dasharray") for one in root.iter(f"{SVG}polyline")}) == 2


def test_the_page_has_the_values_beside_the_chart_and_loads_nothing() -> None:
    page = to_html(CHART)
    assert "<script" not in page and not re.search(r'(?:src|href)=|url\(|@import', page)
    assert re.findall(r"https?://[^\s\"']+", page) == ["http://www.w3.org/2000/svg"]
    assert page.count('<th scope="row">') == 6 and "<td>4 (3.5 to 5.5)</td>" in page and "<td></td>" in page
    assert "<b>&" not in page and "&lt;b&gt;&amp;" in page and "<h2>Changes</h2>" in page


def test_a_chart_of_nothing_is_still_one() -> None:
    root = ET.fromstring(to_svg(Chart("Acts", "acts", ())))
    assert root.findtext(f"{SVG}desc") == "No acts match."
    lone = ET.fromstring(to_svg(Chart("Acts", "acts", (Line("A", POINTS[:1]), Line("B", (Point(date(2024, 1, 1), None),))))))
    assert len(list(lone.iter(f"{SVG}circle"))) == 1 and "B: no values." in (lone.findtext(f"{SVG}desc") or "")


def test_more_lines_than_can_be_told_apart_are_refused() -> None:
    with pytest.raises(ValueError, match="7 lines"):
        to_svg(Chart("Acts", "acts", tuple(Line(str(place), POINTS) for place in range(7))))


@settings(deadline=None)
@given(st.floats(-1e7, 1e7), st.floats(0, 1e7))
def test_ticks_are_round_and_cover_the_range(low: float, span: float) -> None:
    made = ticks(low, low + span)
    slack = 1e-9 * max(1.0, abs(low) + span)
    assert made[0] <= low + slack and made[-1] >= low + span - slack and 2 <= len(made) <= 11


@settings(deadline=None)
@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30))
def test_every_point_lies_on_the_paper(values: list[float]) -> None:
    points = tuple(Point(date.fromordinal(730000 + place * 7), value) for place, value in enumerate(values))
    root = ET.fromstring(to_svg(Chart("A", "a", (Line("x", points),))))
    for one in root.iter(f"{SVG}polyline"):
        for pair in (one.get("points") or "").split():
            x, y = (float(part) for part in pair.split(","))
            assert 0 <= x <= WIDTH and 0 <= y <= HEIGHT


def test_numbers_are_short() -> None:
    assert [number(value) for value in (0.0, -0.0, 1.5, 20.0, -3.25, None)] == ["0", "0", "1.5", "20", "-3.25", ""]


@pytest.mark.skipif(find_chromium() is None, reason="no Chromium or Chrome is installed")
def test_a_png_is_drawn_by_the_installed_browser() -> None:
    data = to_png(to_svg(CHART))
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (2 * WIDTH, 2 * HEIGHT)


def test_without_a_browser_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "no-browser"))
    with pytest.raises(DatelineError, match=r"E435.*\.svg or \.html"):
        to_png(to_svg(CHART))
