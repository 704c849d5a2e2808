"""How a feed begins, which tells it from other markup whatever its file is called."""

from __future__ import annotations

import re
from typing import Final

#: RSS 2.0 and 0.9x, RSS 1.0 and Atom by the name of their outermost element.
ROOTS: Final = frozenset({"rss", "rdf:RDF", "feed"})
_HEAD: Final = re.compile(
    rb"(?s)^\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?[^>]*>\s*|<!DOCTYPE\s+(?:rss|rdf:RDF|feed)\b[^>\[]*>\s*)*<(?:rss|rdf:RDF|feed)[\s>]"
)


def is_feed(data: bytes) -> bool:
    """Whether bytes begin as a feed does.

    >>> is_feed(b"<?xml version='1.0'?><rss version='2.0'>"), is_feed(b"<html><body>rss</body></html>")
    (True, False)
    """
    return _HEAD.match(data[:8192]) is not None
