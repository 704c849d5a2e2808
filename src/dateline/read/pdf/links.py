"""Links of PDF files: the words that their boxes cover, and which of them cite.

A file knows a link as boxes on a page with an address, one box for each line. The characters under the boxes are found again in the blocks, where
words that cite get a marker behind them (see :mod:`dateline.read.linked`), and in the notes, whose words are linked to what they name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.read.citing import told_address
from dateline.read.draft import Draft, DraftBlock, DraftMarker, DraftNote
from dateline.read.linked import marker_label
from dateline.read.pdf.process import Page
from dateline.read.textmap import Mapped

#: What a link of a note's marker, or back from the note, covers.
_LABEL: Final = re.compile(r"[\W_]*(?:\d{1,3}|[ivxl]{1,6}|[a-z])?[\W_]*")
_TOLD: Final = re.compile(r"[.!?…:;][\"”’')\]]*$")
_WORD: Final = re.compile(r"\w")


def with_links(draft: Draft, pages: Sequence[Page]) -> Draft:
    """A draft with a marker behind the words that its file links to what they cite, and with the links of its notes.

    Args:
        draft: blocks and notes whose texts know the raw offsets of their characters.
        pages: the pages, whose boxes of links lead to addresses.
    """
    under = _under(pages)
    if not under:
        return draft
    return replace(draft, blocks=tuple(_cited(block, under) for block in draft.blocks), notes=tuple(_linked(note, under) for note in draft.notes))


def _under(pages: Sequence[Page]) -> dict[int, str]:
    """The address of each linked character, by its raw offset, but for addresses of the file's own page (a browser's jumps to notes and back)."""
    found: dict[int, str] = {}
    own: set[str] = set()
    for page in pages:
        for address, box in page.links:
            covered = [index for index, code in enumerate(page.codes) if code > 32 and _is_in(page, index, box)]
            if "#" in address and covered and _LABEL.fullmatch("".join(chr(page.codes[index]) for index in covered)):
                own.add(_page_of(address))
            found.update((page.first + index, address) for index in covered)
    return {offset: address for offset, address in found.items() if _page_of(address) not in own or "#" not in address}


def _page_of(address: str) -> str:
    return address.partition("#")[0]


def _is_in(page: Page, index: int, box: tuple[float, float, float, float]) -> bool:
    """Whether the middle of a character lies in a box."""
    left, bottom, right, top = box
    across, up = (page.left[index] + page.right[index]) / 2, (page.bottom[index] + page.top[index]) / 2
    return left <= across <= right and bottom <= up <= top and page.right[index] > page.left[index]


def _runs(text: Mapped, under: Mapping[int, str]) -> Iterator[tuple[int, int, str]]:
    """Where linked words stand in a text, with their address; what lies between two boxes of one link is spaces."""
    start = end = 0
    current: str | None = None
    for index, offset in enumerate(text.raw):
        address = under.get(offset)
        if address is None and (text.text[index].isspace() or offset < 0):
            continue
        if address != current:
            if current is not None:
                yield start, end, current
            start, current = index, address
        end = index + 1
    if current is not None:
        yield start, end, current


def _cited(block: DraftBlock, under: Mapping[int, str]) -> DraftBlock:
    """A block with the markers of what it cites by links; one that is nothing but links tells nothing (a menu, a list of contents, a card of a page)."""
    runs = list(_runs(block.text, under))
    if not runs:
        return block
    text = block.text.text
    rest = "".join([text[end:start] for end, start in zip([0, *(end for _, end, _ in runs)], [*(start for start, _, _ in runs), len(text)], strict=True)])
    if not _WORD.search(rest) and not _TOLD.search(text):
        return block
    labels = [(end, marker_label(text[start:end], address)) for start, end, address in runs]
    found = [DraftMarker(label, end) for end, label in labels if label is not None]
    return replace(block, markers=tuple(sorted((*block.markers, *found), key=lambda one: one.offset)))


def _linked(note: DraftNote, under: Mapping[int, str]) -> DraftNote:
    """A note with the first address that its words are linked to."""
    address = next((told_address(address) for _, _, address in _runs(note.text, under)), None)
    return replace(note, link=note.link or address)
