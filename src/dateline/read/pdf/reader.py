"""PDF bytes -> a draft."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dateline.errors import DatelineError
from dateline.read.dates import day_in_address
from dateline.read.draft import Draft, DraftNote, Metadata, Remark
from dateline.read.names import people
from dateline.read.notes import to_draft
from dateline.read.pdf.chronicle import chronicles
from dateline.read.pdf.flow import flow_of
from dateline.read.pdf.furniture import printed_by_browser, without_furniture
from dateline.read.pdf.hanging import with_hanging_labels, without_line_numbers
from dateline.read.pdf.lines import Piece, pieces_of, with_accents, with_bitmap_fonts
from dateline.read.pdf.links import with_links
from dateline.read.pdf.process import Extracted, Page, extract
from dateline.read.pdf.runs import blocks_of

#: Pieces of lines beyond so many on a page are those of a map or chart.
_MAX_PIECES: Final = 5_000
#: A page with fewer characters has no text to speak of; it counts as scanned where a picture is on it.
_MIN_CHARS: Final = 12
#: Programs that print what is on the screen; their files' date is the day of printing.
_PRINTERS: Final = re.compile(r"mozilla|chrom|skia|safari|quartz|firefox|print|scan|ilovepdf|ghostscript|distill", re.IGNORECASE)
_UNTITLED: Final = re.compile(
    r"(?:untitled|\(unspecified\)|document\d*|microsoft word.*|.*\.(?:docx?|indd|pdf|tex|odt|html?))$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the characters of the raw text stand (see :class:`dateline.read.textmap.Places`)."""

    pages: tuple[Page, ...]
    firsts: tuple[int, ...]

    def split(self, start: int, end: int) -> Iterator[tuple[int, int, int, tuple[float, float, float, float]]]:
        """Cut the raw range into words on one line: start, end, page and box of each."""
        page = self.pages[bisect_right(self.firsts, start) - 1]
        run = start
        while run < end:
            stop = run + 1
            while stop < end and not self._apart(page, stop - 1 - page.first, stop - page.first):
                stop += 1
            indices = [index for index in range(run - page.first, stop - page.first) if page.right[index] > page.left[index]]
            indices = indices or [run - page.first]
            box = (
                round(min(page.left[i] for i in indices), 2),
                round(min(page.bottom[i] for i in indices), 2),
                round(max(page.right[i] for i in indices), 2),
                round(max(page.top[i] for i in indices), 2),
            )
            yield run, stop, page.number, box
            run = stop

    @staticmethod
    def _apart(page: Page, before: int, index: int) -> bool:
        spaces = {9, 10, 13, 32, 0xA0}
        if page.codes[before] in spaces and page.codes[index] not in spaces:
            return True
        return page.codes[index] not in spaces and abs(page.baseline[before] - page.baseline[index]) > 0.6 * page.size[index]


def read_pdf(data: bytes) -> Draft:
    """A PDF file -> a draft.

    The raw text that offsets count in is the characters of the pages one after another, in the order of the file.

    Raises:
        DatelineError: ``E005`` too large, ``E025`` encrypted, ``E026`` no text on any page, ``E023`` damaged.
    """
    extracted = extract(data)
    pages = tuple(with_accents(with_bitmap_fonts(page)) for page in extracted.pages)
    pieces = [pieces_of(page)[:_MAX_PIECES] for page in pages]
    unread = [page.number for page, found in zip(pages, pieces, strict=True) if _is_unread(page, found)]
    if not any(pieces) or not any(sum(len(piece.items) for piece in found) >= _MIN_CHARS for found in pieces):
        raise DatelineError("E026", "-", _counted(len(pages)))
    dated = chronicles(without_line_numbers(without_furniture(pieces)))
    flow = flow_of(pages, [(told, with_hanging_labels(rest)) for told, rest in dated])
    printed, address = printed_by_browser(pieces)
    cut = address is not None and address.endswith(("…", "..."))
    weak = _information(extracted)
    weak = replace(weak, published=day_in_address(address)) if printed else weak  # else the day of printing
    blocks = blocks_of(flow, weak.title)
    draft = with_links(to_draft("pdf", blocks, Metadata(url=None if cut else address), markup=False), pages)
    remarks = (Remark("W125", _listed(unread)),) if unread else ()
    places = Places(pages, tuple(page.first for page in pages))
    notes = tuple(_at_page_end(note, pages, places.firsts) for note in draft.notes)
    return replace(draft, notes=notes, weak=weak, places=places, remarks=(*remarks, *draft.remarks))


def _counted(pages: int) -> str:
    return "1 page" if pages == 1 else f"{pages} pages"


def _listed(pages: Sequence[int]) -> str:
    shown = ", ".join(str(page) for page in pages[:10])
    return f"page {shown}" if len(pages) == 1 else f"pages {shown}{' and others' if len(pages) > 10 else ''}"


def _is_unread(page: Page, pieces: Sequence[Piece]) -> bool:
    return page.damaged or (sum(len(piece.items) for piece in pieces) < _MIN_CHARS and page.images > 0)


def _at_page_end(note: DraftNote, pages: Sequence[Page], firsts: Sequence[int]) -> DraftNote:
    """A note counts as standing at the end of its page, wherever the file paints it, so that markers find the next note."""
    page = pages[bisect_right(firsts, note.raw) - 1]
    return replace(note, raw=page.first + max(len(page.codes) - 1, 0))


def _information(extracted: Extracted) -> Metadata:
    """What the file's document information says, which the first page's text corrects."""
    info = extracted.info
    title = " ".join(info.get("Title", "").split())
    made = re.match(r"D:(\d{4})(\d\d)(\d\d)", info.get("CreationDate", ""))
    day = None
    if made and not _PRINTERS.search(info.get("Creator", "") + info.get("Producer", "")):
        try:
            day = date(int(made[1]), int(made[2]), int(made[3]))
        except ValueError:
            day = None
    return Metadata(
        title=title if len(title) > 4 and not _UNTITLED.match(title) else None, authors=people(info.get("Author", "")), published=day
    )
