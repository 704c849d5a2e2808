"""Comments in the margin of a document that was saved as a page: Google Docs ("[a]") and Word ("[KH1]") write them behind the text, as if they were notes.

They are what readers of a draft said to its author, and no text of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.read.markup import BLOCK, Element

#: The names of places at which a comment begins, and of those to which it belongs: "cmnt1", "cmnt_ref1" of Google Docs; "_msocom_1", "_msoanchor_1" of Word.
_COMMENT: Final = re.compile(r"(?:cmnt|_msocom_)\d+")
_ANCHOR: Final = re.compile(r"(?:cmnt_ref|_msoanchor_|_anchor_)\d+")
_OF_WORD: Final = re.compile(r"(?:^|\s)(?:msocomtxt|msocomanchor|msocomoff|MsoCommentReference)(?:\s|$)")
_WORDS_LIST: Final = re.compile(r"mso-element\s*:\s*comment", re.IGNORECASE)


def margin_comments(root: Element) -> tuple[frozenset[Element], int]:
    """The elements of a page that hold comments in its margin or lead to them, and how many comments there are.

    Args:
        root: the page.
    """
    found: set[Element] = set()
    comments: set[str] = set()
    for element in root.elements():
        names = (element.get("id"), element.get("name"))
        comments.update(name for name in names if element.tag == "a" and _COMMENT.fullmatch(name))
        if _OF_WORD.search(element.get("class")) or _WORDS_LIST.search(element.get("style")):
            found.add(element)
        elif element.tag == "a" and any(_ANCHOR.fullmatch(name) for name in names) and leads_to_comment(element):
            found.update(_raised(element))
        elif element.tag == "a" and any(_COMMENT.fullmatch(name) for name in names):
            found.update(_around(element))
    return frozenset(found), len(comments)


def leads_to_comment(link: Element) -> bool:
    """Whether a link goes to a comment in the margin, or from one back to its place in the text."""
    target = link.get("href").partition("#")[2]
    return _COMMENT.fullmatch(target) is not None or _ANCHOR.fullmatch(target) is not None


def _raised(anchor: Element) -> Iterator[Element]:
    """The link to a comment, and what raises it alone."""
    yield anchor
    above = anchor.parent
    if above is not None and above.tag == "sup" and above.plain() == anchor.plain():
        yield above


def _around(start: Element) -> Iterator[Element]:
    """The block that a comment begins, and what else its own box holds."""
    block = next((above for above in start.ancestors() if above.tag in BLOCK), None)
    if block is None or block.tag == "body":
        yield start
        return
    box = block.parent
    yield box if box is not None and box.tag == "div" and _begins(box, block) and _alone(box) else block


def _begins(box: Element, block: Element) -> bool:
    return next((one for one in box.children if isinstance(one, Element)), None) is block


def _alone(box: Element) -> bool:
    return sum(one.tag == "a" and _COMMENT.fullmatch(one.get("id") or one.get("name")) is not None for one in box.elements()) == 1
