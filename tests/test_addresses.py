"""Addresses of copies that archives keep: the page's own site counts, wherever sites are told."""

from __future__ import annotations

import pytest

from dateline.read.citations import parse_note
from dateline.read.outlets import outlet_of_url
from dateline.types.addresses import original_of, site_of

PAGE = "https://www.dw.com/en/benin/a-1"
COPIES = (
    f"https://web.archive.org/web/20240805120000/{PAGE}",
    f"http://web.archive.org/web/20240805120000id_/{PAGE}",
    f"web.archive.org/web/2020*/{PAGE}",
    f"https://web.archive.org/web/*/{PAGE}",
    f"https://web.archive.org/save/{PAGE}",
    f"https://web.archive.org/{PAGE}",
    f"https://wayback.archive.org/web/20140101/{PAGE}",
    "https://web.archive.org/web/20240805120000/https:/www.dw.com/en/benin/a-1",
    "https://web.archive.org/web/20240805120000/www.dw.com/en/benin/a-1",
    "https://web.archive.org/web/20240805120000/dw.com/en/benin/a-1",
    f"https://archive.today/newest/{PAGE}",
    "https://archive.ph/oldest/www.dw.com/en/benin/a-1",
    f"https://archive.is/2024.08.05-120000/{PAGE}",
    f"https://archive.ph/o/XyZ12/{PAGE}",
    f"https://archive.li/{PAGE}",
    f"https://archive.ph/2024/https://web.archive.org/web/2020/{PAGE}",
    f"https://webcache.googleusercontent.com/search?q=cache:{PAGE}&hl=en",
    f"https://webcache.googleusercontent.com/search?q=cache:AbC-12_xYz:{PAGE}",
    "webcache.googleusercontent.com/search?q=cache:www.dw.com/en/benin/a-1",
    "https://webcache.googleusercontent.com/search?q=cache:AbC12xYz:dw.com/en/benin/a-1",
    "https://webcache.googleusercontent.com/search?q=cache%3Ahttps%3A%2F%2Fwww.dw.com%2Fen".replace("cache%3A", "cache:"),
    f"https://webarchive.nationalarchives.gov.uk/ukgwa/20200101/{PAGE}",
    f"https://wayback.archive-it.org/1234/20200101/{PAGE}",
    f"https://arquivo.pt/wayback/20200101/{PAGE}",
    "https://www.webcitation.org/5xyz?url=https%3A%2F%2Fwww.dw.com%2Fen%2Fbenin",
)


@pytest.mark.parametrize("url", COPIES)
def test_a_copy_is_of_its_pages_own_site(url: str) -> None:
    assert site_of(url) == "dw.com"
    found = outlet_of_url(url)
    assert found is not None and found.name == "Deutsche Welle"


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://archive.ph/XyZ12", "archive.ph"),
        ("https://archive.org/details/www-rise-of-a-town", "archive.org"),
        ("https://archive.org/details/20240101/report.pdf", "archive.org"),
        ("https://web.archive.org/about/terms.php", "web.archive.org"),
        ("https://webarchive.loc.gov/", "webarchive.loc.gov"),
        ("https://conflictarchive.example/siege?u=https://www.dw.com/en", "conflictarchive.example"),
        ("https://archive.nytimes.com/www.nytimes.com/1999/a.html", "archive.nytimes.com"),
        ("https://archives.example.org/https://www.dw.com", "archives.example.org"),
        ("https://www.facebook.com/sharer?u=https://www.dw.com/en", "facebook.com"),
        ("https://www.dw.com/en/the-web.archive.org/web/2020/https://rfi.fr", "dw.com"),
    ],
)
def test_other_addresses_are_of_their_own(url: str, site: str) -> None:
    assert original_of(url) == url and site_of(url) == site


def test_the_kind_and_the_outlet_of_a_copy_are_those_of_the_page() -> None:
    ministry = "https://webarchive.nationalarchives.gov.uk/ukgwa/20200101/https://www.gob.pe/nota"
    charity = "https://webarchive.nationalarchives.gov.uk/ukgwa/20200101/https://www.oxfam.example/nota"
    assert [one.kind for url in (ministry, charity) for one in parse_note(f"Retorno de la misión, {url}")] == ["official", "web"]


def test_one_stroke_and_other_schemes_tell_the_site() -> None:
    assert [site_of(url) for url in ("https:/www.dw.com/a", "ftp://ftp.dw.com/a", "//www.dw.com/a", "/a.b/c")] == ["dw.com", "ftp.dw.com", "dw.com", None]
