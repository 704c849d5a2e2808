"""The table of agencies and outlets: whole, without contradictions, and wide enough."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import pytest

from dateline.read.outlets import find_outlet, find_outlet_in_brackets, identified, outlet_of_url, outlets
from dateline.resolve import Resolver

TABLE = outlets()
#: Not in ISO 3166-1.
KOSOVO = "XKX"


def test_it_is_wide_enough() -> None:
    assert len(TABLE) >= 1_200
    assert len({outlet.country for outlet in TABLE}) >= 150
    assert sum(outlet.kind == "agency" for outlet in TABLE) >= 170
    assert sum(outlet.state_owned for outlet in TABLE) >= 190


def test_each_line_is_whole() -> None:
    lines = files("dateline.read").joinpath("data/outlets.tsv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "name\tkind\tcountry\tstate_owned\taliases\tdomains"
    for line in lines[1:]:
        cells = line.split("\t")
        assert len(cells) == 6, line
        assert cells[3] in {"yes", "no"}, line
        assert all(cell == cell.strip() for cell in cells), line
        assert all(part for cell in cells[4:] if cell for part in cell.split("|")), line


def test_kinds_and_countries() -> None:
    assert {outlet.kind for outlet in TABLE} == {"agency", "outlet", "site", "platform"}
    known = Resolver.load()
    assert [outlet for outlet in TABLE if outlet.country != KOSOVO and known.country_name(outlet.country) is None] == []
    assert [outlet.name for outlet in TABLE if outlet.kind == "platform" and outlet.state_owned] == []


def test_a_name_means_one_outlet() -> None:
    names = Counter(key for outlet in TABLE for key in {re.sub(r"^the ", "", name.lower()) for name in (outlet.name, *outlet.aliases)})
    assert [name for name, count in names.items() if count > 1] == []
    for outlet in TABLE:
        assert find_outlet(outlet.name) == outlet
        assert all(find_outlet(alias) == outlet for alias in outlet.aliases)


def test_a_domain_means_one_outlet() -> None:
    domains = Counter(domain for outlet in TABLE for domain in outlet.domains)
    assert [domain for domain, count in domains.items() if count > 1] == []
    for domain in domains:
        assert re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", domain), domain
        found = outlet_of_url(f"https://www.{domain}/a")
        assert found is not None
        assert domain in found.domains


@pytest.mark.parametrize("name", ["TASS News Agency", "Interfax News Agency", "Reuters News", "Kyodo News Service"])
def test_agencies_under_their_long_names(name: str) -> None:
    found = find_outlet(name)
    assert found is not None
    assert found.kind == "agency"


@pytest.mark.parametrize("name", ["Dawn News Agency of Nowhere", "Ministry of Defence", "the army", "Guardian News Agency"])
def test_what_is_no_outlet(name: str) -> None:
    assert find_outlet(name) is None


def test_a_place_in_brackets_does_not_hinder() -> None:
    found = find_outlet_in_brackets("The Hindu (Chennai)")
    assert found is not None
    assert found.name == "The Hindu"
    assert find_outlet("The Hindu (Chennai)") is None


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("The Daily Post", None), ("Daily Post", None), ("The Star", None), ("Business Day", None),
        ("Vanuatu Daily Post", "Vanuatu Daily Post"), ("Daily Post (Vanuatu)", "Vanuatu Daily Post"), ("The Star (Kenya)", "The Star (Kenya)"),
        ("The Star (Perth)", None), ("Guardian", "The Guardian"), ("The Mirror", "Daily Mirror"), ("The Hindu (Chennai)", "The Hindu"), ("AFP", "Agence France-Presse"),
    ],
)  # fmt: skip
def test_a_name_that_many_papers_share_needs_its_place(name: str, full: str | None) -> None:
    found = identified(name)
    assert (found.name if found else None) == full
