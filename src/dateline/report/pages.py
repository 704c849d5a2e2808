"""A document as the brief sets it: byline, marked text, notes, page pictures."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.report.acts import Act, doc_name, file_name
from dateline.report.claims import ClaimView
from dateline.report.extras import Extras, PagePicture
from dateline.report.marks import MarginNote, TextBlock, margin_notes, text_blocks
from dateline.report.names import day
from dateline.types import BlockKind, Coded


@dataclass(frozen=True, slots=True)
class Box:
    """An act's words on a page picture, in points from its upper left corner."""

    act: Act
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page picture: its number, its size in points, its address (a ``data:`` URL) and the boxes of the acts on it."""

    number: int
    width: float
    height: float
    image: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A document as the brief sets it; ``index`` counts from 0. ``titled``: the text has its title as a block."""

    index: int
    title: str
    byline: tuple[str, ...]
    blocks: tuple[TextBlock, ...]
    notes: tuple[MarginNote, ...]
    titled: bool
    sheets: tuple[Sheet, ...] = ()


def page(index: int, coded: Coded, found: Sequence[Act], claims: Sequence[ClaimView] = (), extras: Extras | None = None) -> Page:
    """A document with its own acts and claims marked."""
    extras = extras or Extras()
    document = coded.document
    blocks = text_blocks(document, found, claims, excerpts=extras.excerpts)
    published = day(document.published) if document.published else "undated"
    byline = (", ".join(document.authors), document.publisher or "", published)
    return Page(
        index,
        doc_name(document),
        tuple(part for part in byline if part),
        blocks,
        margin_notes(document, found) if not extras.excerpts else (),
        any(block.kind is BlockKind.TITLE for block in blocks),
        tuple(_sheet(one, found) for one in extras.pictures_of(document.doc_id)),
    )


def told_apart(pages: Sequence[Page], coded: Sequence[Coded]) -> tuple[Page, ...]:
    """The pages, with the name of the file in the byline of those that share their title (editions, formats of one text)."""
    shared = Counter(page.title for page in pages)
    return tuple(
        replace(page, byline=(*page.byline, file_name(item.document.input_id))) if shared[page.title] > 1 else page
        for page, item in zip(pages, coded, strict=True)
    )


def _sheet(picture: PagePicture, found: Sequence[Act]) -> Sheet:
    acts = {act.mention.mention_id: act for act in found}
    boxes = tuple(
        Box(acts[one.mention_id], one.left, one.top, one.width, one.height) for one in picture.boxes if one.mention_id in acts
    )
    image = "data:image/png;base64," + base64.b64encode(picture.png).decode()
    return Sheet(picture.number, picture.width, picture.height, image, boxes)
