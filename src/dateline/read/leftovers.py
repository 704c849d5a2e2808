"""Markup that an export left in a plain text: HTML's entities and tags -> the text that a reader of the page saw.

A text *about* HTML keeps what it names: what stands in quotation marks or backticks, and all tags of a text that speaks of tags or elements.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import Final

from dateline.read.textmap import Edit, Mapped, is_quoted, normalise

#: Entities, also escaped twice ("&amp;#39;"); those of numbers and a few names also where the semicolon was lost.
_ENTITY: Final = re.compile(
    r"&(?:amp;)*(?:(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});|#\d{2,5}(?!\d)|(?:nbsp|quot|amp|[lr][sd]quo|[mn]dash|hellip)(?![\w=;]))"
)
#: What is left where the ampersand was lost ("Kenya #39;s", "quot;No,quot; he said").
_HALF: Final = re.compile(r" ?(?<![&\w])#(?:39|8217);(?=(?:s|t|d|m|re|ve|ll)\b)|(?<![&\w])#(?:\d{2,4});|(?<!&)quot;|(?<![&A-Za-z])(?:nbsp|amp|apos|lt|gt);")
#: Tags of what a text is made of; other words between angle brackets (names, addresses) are none.
_NAMES: Final = (
    "a|abbr|acronym|article|aside|b|big|blockquote|body|br|caption|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|footer|h[1-6]"
    "|head|header|hr|html|i|iframe|img|ins|kbd|li|main|mark|meta|nav|o:p|ol|p|picture|pre|q|s|section|small|source|span|strike|strong|sub|summary|sup"
    "|table|tbody|td|tfoot|th|thead|time|title|tr|tt|u|ul|wbr"
)
_TAG: Final = re.compile(rf"<(?:/(?:{_NAMES})\s*|(?P<name>{_NAMES})(?:\s[^<>]*)?/?)>", re.IGNORECASE)
_HIDDEN: Final = re.compile(r"<(script|style|noscript)\b[^<>]*>(?:(?!<\1).)*?</\1\s*>|<!--(?:(?!<!--).)*?-->|<!\[CDATA\[|\]\]>|<!doctype[^<>]*>", re.IGNORECASE | re.DOTALL)
_PARAGRAPH: Final = re.compile(r"</?(?:p|div|h[1-6]|li|ul|ol|tr|table|blockquote|article|section|header|footer|figure|figcaption|dd|dt|hr|pre|body|title)\b", re.IGNORECASE)
_LINE: Final = re.compile(r"<(?:br|/?td|/?th)\b", re.IGNORECASE)
#: A text that speaks of tags means those that stand in it.
_OF_TAGS: Final = re.compile(r"<[^<>]{1,60}>[\"'`”’]?\s+(?:HTML\s+)?(?:tags?|elements?|attributes?)\b|\b(?:tags?|elements?)[\s:]+[\"'`“‘]?<[a-z]|[\"'`“‘]<[^<>]{1,60}>[\"'`”’]")
#: What shows a page's markup: a tag that ends, a line break, a paragraph that begins.
_SHOWS: Final = re.compile(rf"</(?:{_NAMES})\s*>|<(?:br|p|hr)\b[^<>]*>", re.IGNORECASE)
#: Words in closing elements of blocks show that the whole text is a page's.
_BLOCK_ENDS: Final = re.compile(r"</(?:p|div|li|h[1-6]|td|article|section|body|blockquote)\s*>", re.IGNORECASE)
#: Spaces between words and not beside a tag; a blank line among them a page would not show.
_BETWEEN_WORDS: Final = re.compile(r"(?<=[^>\s])\s+(?=[^<\s])")


def without_entities(text: Mapped) -> tuple[Mapped, int]:
    """The text with entities as the characters that they name, and how many there were.

    >>> without_entities(Mapped.whole("Chad&amp;#39;s &quot;AT&T&quot;"))[0].text
    'Chad\\'s "AT&T"'
    """
    return _changed(text, _resolved)


def _resolved(text: str) -> Iterator[Edit]:
    if "&" in text:
        yield from _entities(text, _ENTITY, str)
    elif ";" in text and _HALF.search(text):
        yield from _entities(text, _HALF, lambda words: "&" + words.lstrip())


def _entities(text: str, pattern: re.Pattern[str], whole: Callable[[str], str]) -> Iterator[Edit]:
    for match in pattern.finditer(text):
        new = html.unescape(re.sub(r"^&(?:amp;)+(?=[#A-Za-z])", "&", whole(match.group())))
        if (not new.startswith("&") or new == "&") and not is_quoted(text, match):
            yield Edit(*match.span(), normalise(Mapped.inserted(new)).text)


def without_angles(text: Mapped) -> tuple[Mapped, int]:
    """As :func:`without_entities`, but ``&lt;`` and ``&gt;`` stay, so that no word becomes a tag of the page that the text is."""
    return _changed(text, lambda words: (one for one in _resolved(words) if one.new not in {"<", ">"}))


def tags_in(text: str) -> int:
    """How many tags of a page a text has; none where it is about them."""
    if "<" not in text or not _SHOWS.search(text) or _OF_TAGS.search(text):
        return 0
    return sum(1 for _ in _TAG.finditer(text))


def is_part_of_page(text: str) -> bool:
    """Whether a text with tags is part of a page: its paragraphs are elements, and none is parted from another by a blank line alone."""
    return _BLOCK_ENDS.search(text) is not None and not any(match.group().count("\n") > 1 for match in _BETWEEN_WORDS.finditer(text))


def without_tags(text: Mapped) -> Mapped:
    """The text without tags; elements that are paragraphs stand apart, and a line break is one.

    >>> without_tags(Mapped.whole("Chad <b>left</b> the pact.<br>Mali stayed.")).text
    'Chad left the pact.\\nMali stayed.'
    """
    text = text.edit(Edit(*match.span()) for match in _HIDDEN.finditer(text.text))
    return text.edit(Edit(*match.span(), _instead(match.group())) for match in _TAG.finditer(text.text))


def _instead(tag: str) -> str:
    return "\n\n" if _PARAGRAPH.match(tag) else "\n" if _LINE.match(tag) else ""


def _changed(text: Mapped, edits: Callable[[str], Iterator[Edit]]) -> tuple[Mapped, int]:
    found = list(edits(text.text))
    return text.edit(found), len(found)
