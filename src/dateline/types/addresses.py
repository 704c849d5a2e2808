"""Addresses of the web: whose site one belongs to, also where a web archive or a search engine holds a copy of the page."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

#: Who keeps copies: the Internet Archive, archive.today under all its names, Archive-It, archives of nations, and caches.
_KEEPER: Final = (
    r"(?:[a-z]+://)?(?:[\w-]+\.)*(?:archive\.[a-z]+|archive-it\.org|arquivo\.pt|webcitation\.org|(?:webarchive|webcache)(?:\.[\w-]+)+)(?::\d+)?/"
)
_HOST: Final = r"[\w-]+(?:\.[\w-]+)+(?=[/:?#]|$)"
#: The address of a copy, in front of that of the page itself, which has its scheme, begins with "www.", or stands behind a day.
_COPY: Final = re.compile(
    rf"{_KEEPER}(?:(?:\S*?[/:=])?(?=https?(?::|%3A)(?:/|%2F)\S)|(?:web/)?(?:[\d*.-]+\w*/|newest/|oldest/)?(?=www\.\S)|web/[\d*]+\w*/(?={_HOST})"
    rf"|search\?q=cache:(?:[\w-]+:)?(?={_HOST}))",
    re.IGNORECASE,
)
#: A scheme with one of its two strokes lost, as programs that tidy paths leave it.
_ONE_STROKE: Final = re.compile(r"(https?):/(?=[^/])", re.IGNORECASE)
_SITE: Final = re.compile(rf"(?:[a-z]+:/{{1,2}}|//)?(?:[^/@\s]*@)?(?:www\d?\.)?(?P<site>{_HOST})", re.IGNORECASE)


def original_of(url: str) -> str:
    """The address of the page of which an archive's address holds a copy, also a copy of a copy; other addresses as they are.

    Example:
        >>> original_of("https://web.archive.org/web/20240805120000/https://www.rfi.fr/en/chad"), original_of("https://archive.ph/XyZ12")
        ('https://www.rfi.fr/en/chad', 'https://archive.ph/XyZ12')
    """
    url = url.strip()
    while copy := _COPY.match(url):
        page = url[copy.end() :]
        if re.match(r"https?(?:%3A|:%2F)", page, re.IGNORECASE):
            page = unquote(page)
        url = _ONE_STROKE.sub(r"\1://", page, count=1) if _ONE_STROKE.match(page) else page
    return url


def site_of(url: str | None) -> str | None:
    """The host of an address in small letters, without "www."; of a page that an archive keeps the host of the page itself.

    Example:
        >>> site_of("https://www.oas.org/en/1"), site_of("https://web.archive.org/web/2024/https://hrw.org/a"), site_of(None)
        ('oas.org', 'hrw.org', None)
    """
    found = _SITE.match(original_of(url)) if url else None
    return found["site"].lower() if found else None
