"""The title of a page that no heading marks, but a style: Word, Google Docs and content systems name it in the paragraph's class."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from dateline.read.markup import BLOCK, Element

#: "title", "MsoTitle", "headline", "article-title"; "title-wrapper" and "card-title" name something else.
_STYLE: Final = re.compile(r"(?:mso|doc|document|article|story|post|entry|page|news|main)?[-_]?(?:title|headline)", re.IGNORECASE)
_WORDS: Final = 40
#: A paragraph of so many words is running text, below which a title is that of a box.
_RUNNING_WORDS: Final = 25
#: What the headings of Google Docs are named: "h.3znysh7".
_DOCS_HEADING: Final = re.compile(r"h\.\w+")


def styled_title(root: Element, is_site: Callable[[Element], bool]) -> Element | None:
    """The one element of a page that its class names as the title, above all headings; ``None`` where headings mark it or several are named so.

    A lone ``h1`` below is the title itself, and what stands above it names the site, unless the program that made the page writes its sections so.

    Args:
        root: the main part of the page.
        is_site: tells what is the site's.
    """
    named = [one for one in root.elements() if _is_named(one) and not is_site(one)]
    words = [one for one in named if one.get("class").lower().find("mso") >= 0] or named
    if not words or (len(words) > 1 and words is named):
        return None
    title = words[0]
    headings = [one for one in root.elements() if one.tag == "h1" and one.plain()]
    running = any(one.tag == "p" and one.start < title.start and len(one.plain().split()) >= _RUNNING_WORDS for one in root.elements())
    return title if not running and all(one.start > title.start for one in headings) and _are_sections(headings) else None


def _is_named(element: Element) -> bool:
    if element.tag not in {"p", "div"} or not any(_STYLE.fullmatch(name) for name in element.get("class").split()):
        return False
    return 0 < len(element.plain().split()) <= _WORDS and not any(below.tag in BLOCK for below in element.elements())


def _are_sections(headings: Sequence[Element]) -> bool:
    return len(headings) != 1 or _DOCS_HEADING.fullmatch(headings[0].get("id")) is not None
