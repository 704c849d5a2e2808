"""Links to the terms of use of a page are no bylines, whatever their address holds."""

from __future__ import annotations

import pytest

from dateline.read import read

BODY = "<p>Malta sent a note to Tunis on 3 May 2019. Tunis rejected it two days later.</p>"


def authors(foot: str, byline: str = "<p>By Carmen Borg</p>") -> tuple[str, ...]:
    page = f"<html><body><article><h1>Malta protests to Tunis</h1>{byline}<p>6 May 2019</p>{BODY}{foot}</article></body></html>"
    return read(page.encode(), input_id="a.html").authors


@pytest.mark.parametrize(
    "foot",
    [
        '<p>Published under a <a href="https://creativecommons.org/licenses/by/3.0/">Creative Commons Attribution licence</a>.</p>',
        '<p>Published under <a href="http://creativecommons.org/by/4.0/">Creative Commons</a>.</p>',
        '<p><a rel="license author" href="/staff/open-terms/">Open Government</a></p>',
        '<p>See our <a href="/terms-of-use/staff/texts/">Reuse Policy</a>.</p>',
    ],
)
def test_a_licence_is_no_author(foot: str) -> None:
    assert authors(foot) == ("Carmen Borg",)


def test_a_page_of_the_writer_is_one() -> None:
    assert authors("", '<p>By <a href="/by/carmen-borg/">Carmen Borg</a></p>') == ("Carmen Borg",)
    assert authors("", '<p class="meta"><a href="https://x.mt/people/carmen-borg">Carmen Borg</a></p>') == ("Carmen Borg",)
