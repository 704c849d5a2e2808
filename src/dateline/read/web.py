"""Saved web pages and XHTML -> a draft: the main part of the page, its notes, and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.read.draft import Draft, Metadata, Remark
from dateline.read.markup import MAX_DEPTH, Element, parse
from dateline.read.textmap import Mapped
from dateline.read.webblocks import Pages, Walker, to_web_draft
from dateline.read.webmain import Furniture, main_part
from dateline.read.webmeta import web_metadata
from dateline.read.webnotes import NotePlan, Page, plan_notes

_STARTS: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])",
    re.IGNORECASE | re.DOTALL,
)


def is_html(data: bytes) -> bool:
    """Whether bytes begin as a page does, after an XML declaration and comments."""
    return _STARTS.match(data[:4096].replace(b"\x00", b"")) is not None


def read_web(text: Mapped) -> Draft:
    """A page -> a draft.

    Args:
        text: normalised text (see :func:`dateline.read.textmap.normalise`).

    Raises:
        DatelineError: ``E021``, ``E022`` for pages built to exhaust memory or time.
    """
    tree = parse(text)
    plan = plan_notes([Page(tree.root)])
    furniture = Furniture(tree.root, plan)
    main = main_part(tree.root, furniture)
    told = web_metadata(tree.root, main, furniture.__contains__)
    pages = Pages(plan)
    Walker(pages, furniture).walk(main)
    for element in outside(main, plan):
        Walker(pages, furniture).walk(element)
    remarks = [Remark("W121", f"more than {MAX_DEPTH} levels")] if tree.flattened else []
    remarks += [Remark("W122", f"{furniture.comments} comments")] if furniture.comments else []
    return to_web_draft("html", pages, _with_title(told.front, main), told.weak, remarks)


def _with_title(front: Metadata, main: Element) -> Metadata:
    """Where the main part has its heading, the masthead finds it; a title that stands outside is handed on."""
    if front.title_text is None:
        return front
    wanted = _plain(front.title or "")
    inside = any(
        one.tag in {"h1", "h2", "h3", "p", "div"} and len(one.plain()) < 400 and _plain(one.plain()) == wanted for one in main.elements()
    )
    return replace(front, title_text=None) if inside else front


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def outside(main: Element, plan: NotePlan) -> Sequence[Element]:
    """The elements with notes that stand outside the main part, outermost only."""
    inside = {main, *main.elements()}
    found: list[Element] = []
    taken: set[Element] = set()
    for element in sorted(plan.containers, key=lambda one: one.start):
        if element not in inside and not any(above in taken or above is element for above in element.ancestors()):
            found.append(element)
            taken.add(element)
    return found
