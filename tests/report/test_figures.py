"""Network, matrix, map and scores: every number is the number of acts it links to, and nothing lies outside the drawing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.report import render_brief
from dateline.report.acts import Act, acts
from dateline.report.matrix import matrix
from dateline.report.network import ARROWS, MARGIN, PARTIES, WIDTH, _middle, _nodes, label_lines, network
from dateline.report.outlines import ASPECT, paths, shapes, window
from dateline.report.places import place_map
from dateline.report.scores import score, scores, start_of
from dateline.types import Coded, Place

from . import factory


def found() -> tuple[Act, ...]:
    return acts([factory.coded()])


def crowd(size: int) -> tuple[Act, ...]:
    """Everybody accuses everybody."""
    coded = factory.coded()
    first = coded.mentions[1]
    names = [f"N{place:02}" for place in range(size)]
    parties = {name: replace(first.actors[0], entity=f"{name} land", country=None) for name in names}
    made = [replace(first, mention_id=f"{a}{b}", actors=(parties[a],), recipients=(parties[b],)) for a, b in combinations(names, 2)]
    return acts([replace(coded, mentions=tuple(made))])


def test_matrix_counts_the_acts_it_links_to() -> None:
    made = matrix(found())
    assert made is not None
    cells = {(row.name, column, part.quad): part.rows for row in made.rows for column, cell in zip(made.columns, row.cells, strict=True) for part in cell}
    assert cells == {("Bosnia & Herzegovina", "Albania", 3): (2, 4)}
    assert set(made.open) | {2, 4} | {9} == set(range(1, 14)), "the denied act (9) is in neither"


def test_a_large_matrix_says_what_it_leaves_out() -> None:
    many = crowd(14)
    made = matrix(many)
    assert made is not None and len(made.rows) == len(made.columns) == 10
    inside = {number for row in made.rows for cell in row.cells for part in cell for number in part.rows}
    assert inside | set(made.outside) == {act.number for act in many} and not inside & set(made.outside)


def test_network_has_an_arrow_for_each_kind_of_act_and_a_line_for_joint_ones() -> None:
    made = network(found())
    assert made is not None
    arrows = {(one.source, one.target, one.quad, one.mutual): one.rows for one in made.arrows}
    assert arrows == {
        ("Bosnia & Herzegovina", "Albania", 3, False): (2, 4),
        ("Albania", "Bosnia & Herzegovina", 1, True): (7, 8),
    }


@pytest.mark.parametrize("parties", [2, 5, 9, 16])
def test_a_network_stays_inside_its_drawing_and_its_limits(parties: int) -> None:
    made = network(crowd(parties))
    assert made is not None and len(made.nodes) <= PARTIES and len(made.arrows) <= ARROWS
    for x, y in [(one.x, one.y) for one in (*made.nodes, *made.arrows)]:
        assert 0 <= x <= made.width and 0 <= y <= made.height
    assert len(made.nodes) + made.others == parties
    assert len(made.arrows) + made.hidden == parties * (parties - 1) // 2


def test_labels_of_a_network_fit_into_it() -> None:
    made = network(crowd(9))
    assert made is not None
    assert all(0 <= x <= made.width for node in made.nodes for x, _ in node.taken)
    long = [replace(node, name="Organisation of Islamic Cooperation", lines=label_lines("Organisation of Islamic Cooperation")) for node in made.nodes]
    assert all(0 <= x <= made.width and 0 <= y <= made.height for node in long for x, y in node.taken)
    assert label_lines("Cuba") == ("Cuba",)


@pytest.mark.parametrize("name", ["African Union.", "Liechtensteiners", "Commonwealthofnations", "Organisation of Islamic Cooperation"])
def test_a_drawing_is_as_wide_as_its_labels_need(name: str) -> None:
    """With wide letters to spare, whichever side the name stands on."""
    for count in range(2, 10):
        names = [name] * count
        middle = _middle(names, Counter({name: 400}))
        for node in _nodes(names, [], Counter({name: 400}), middle):
            assert all(MARGIN / 2 <= x <= 2 * middle - MARGIN / 2 for x, _ in node.taken)
    assert 2 * _middle(["Cuba", "Peru"], Counter()) == WIDTH


def test_nobody_on_anybody_no_network_and_no_matrix() -> None:
    coded = factory.coded()
    alone = acts([replace(coded, mentions=tuple(replace(one, actors=one.actors[:1], recipients=()) for one in coded.mentions))])
    assert network(alone) is None and matrix(alone) is None


def test_outlines_are_small_closed_and_cover_the_world() -> None:
    size = len((files("dateline.report") / "data" / "outlines.json").read_bytes())
    assert size < 200_000
    held = json.loads((files("dateline.report") / "data" / "outlines.json").read_text("utf-8"))
    assert "Natural Earth" in held["source"]
    codes = {shape.code for shape in shapes()}
    assert {"KOR", "PRK", "UKR", "RUS", "USA", "PER", "FJI", "NZL", "SGP", "DEU", "YEM", "VNM", "COD", "SRB", "KOS", "TWN", "PSE"} <= codes and len(codes) > 200
    for shape in shapes():
        assert all(ring[0] == ring[-1] or abs(ring[0][0] - ring[-1][0]) < 1e-9 for ring in shape.rings), shape.name
        assert all(abs(after[0] - before[0]) < 180 or abs(before[1]) == 90 for ring in shape.rings for before, after in pairwise(ring)), shape.name


coordinates = st.tuples(st.floats(-85, 85), st.floats(-180, 180))


@given(st.lists(coordinates, min_size=1, max_size=8))
def test_every_point_lies_in_its_window(points: Sequence[tuple[float, float]]) -> None:
    view = window(points)
    assert view.width <= 360 and view.height <= 180
    for lat, lon in points:
        assert -0.001 <= view.x(lon) <= 1.001 and -0.03 <= view.y(lat) <= 1.03


def test_window_goes_over_the_date_line_where_that_is_shorter() -> None:
    view = window([(-17.7, 178.0), (-13.8, -171.8)])  # Suva and Apia
    assert view.width < 60 and 0.1 < view.x(178.0) < view.x(-171.8) < 0.9
    assert "Fiji" in {shape.name for shape, _ in paths(view)}


def test_window_is_as_broad_as_the_map() -> None:
    view = window([(50.0, 30.0)])
    assert view.width * view.squeeze / view.height == pytest.approx(ASPECT, rel=0.01)


def with_places(*places: Place | None) -> Coded:
    coded = factory.coded()
    return replace(coded, mentions=tuple(replace(one, place=place) for one, place in zip(coded.mentions, places, strict=False)))


def test_map_groups_acts_by_place_and_names_the_rest() -> None:
    span = factory.coded().mentions[0].trigger.span
    seoul = Place("Seoul", span, "Seoul", "KOR", 1, 37.566, 126.978)
    korea = Place("South Korea", span, "South Korea", "KOR", 2, 37.566, 126.978)
    made = place_map(acts([with_places(seoul, seoul, korea, Place("the front", span), None)]))
    assert made is not None
    assert [(spot.name, spot.rows, spot.whole) for spot in made.spots] == [("Seoul", (1, 2), False), ("South Korea", (3,), True)]
    assert made.unknown == (4,) and made.placeless == (5,)
    assert [one.name for one in made.outlines if one.named] == ["South Korea"]
    assert made.spots[0].side and not made.spots[1].side, "labels do not stand on one another"


def test_no_coordinates_no_map() -> None:
    assert place_map(found()) is None
    assert 'id="map"' not in render_brief([factory.coded()], program="p")


def test_scores_sum_what_their_bars_link_to() -> None:
    everything = found()
    made = scores(everything)
    assert made is not None and made.period == "week"
    by_number = {act.number: act for act in everything}
    for bar in (bar for one in made.series for bar in one.bars):
        values = [score(by_number[number]) for number in bar.rows]
        assert bar.plus == pytest.approx(sum(value for value in values if value > 0))
        assert bar.minus == pytest.approx(sum(value for value in values if value < 0))
    counted = {number for bar in made.series[0].bars for number in bar.rows}
    assert not counted & {9, 12, 13}, "denied, future and historical acts have no score here"
    assert 6 in made.undated, "one document's own date says nothing of when"


@given(st.dates(date(1, 1, 9), date(9999, 12, 1)), st.sampled_from(["day", "week", "month", "year"]))
def test_a_day_lies_in_its_period(day: date, period: str) -> None:
    start = start_of(day, period)
    assert timedelta(0) <= day - start < timedelta(days=366)
    assert start_of(start, period) == start
