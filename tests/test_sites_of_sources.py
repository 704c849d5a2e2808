"""A source that names nobody is called by the host of its address, wherever sources are named."""

from __future__ import annotations

import pytest

from dateline.audit.sourcing import count_sources
from dateline.cli.sources import _cells
from dateline.origins import source_name
from dateline.report.acts import citation
from dateline.report.summary import origin
from dateline.types import Source, site_of

BARE = Source("link 1", "official", url="https://www.mofa.go.jp/press/4e_1.html")


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.mofa.go.jp/press/4e_1.html", "mofa.go.jp"),
        ("http://user@ICG.example:8080/a", "icg.example"),
        ("https://web.archive.org/web/20240101/https://www.cfr.org/a.b", "cfr.org"),
        ("https://archive.org/details/a.b/c", "archive.org"),
        ("nowhere", None),
        (None, None),
    ],
)
def test_the_site_of_an_address(url: str | None, site: str | None) -> None:
    assert site_of(url) == site


def test_who_is_named() -> None:
    assert origin(BARE) == citation(BARE).credit == source_name(None, None, None, None, BARE.url) == "mofa.go.jp"
    assert _cells("a.md", BARE)[5] == "mofa.go.jp"
    assert [one.name for one in count_sources([BARE, Source("link 2", "web", url="https://mofa.go.jp/x/2")]).origins] == ["mofa.go.jp"]


def test_a_name_goes_before_the_site() -> None:
    for named in (Source("1", "news", outlet="Asahi", url=BARE.url), Source("1", "web", authors=("Ann Lee",), url=BARE.url)):
        assert origin(named) in {"Asahi", "Ann Lee"}
        assert "mofa.go.jp" not in (*_cells("a.md", named)[3:6:2], citation(named).credit)
