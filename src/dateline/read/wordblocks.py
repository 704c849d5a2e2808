"""What Word, OpenDocument and Rich Text files have in common: raised labels, what their styles say of a paragraph, the front matter that styles name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.read.dates import parse_date_line
from dateline.read.draft import Metadata
from dateline.read.inline import NUMBER_LABELS, SIGN_LABEL
from dateline.read.names import people
from dateline.read.rawblocks import RawBlock, RawKind, lines_of, paragraph
from dateline.read.textmap import Edit, Mapped

#: A bold line this short is a heading.
_HEADING_WORDS: Final = 18
#: What a raised run must hold to be the label of a note.
RAISED: Final = re.compile(rf"\[?(?:{NUMBER_LABELS}|{SIGN_LABEL})\]?")


class Front:
    """Title, authors and line with the date, found on the way through a file."""

    authors: tuple[str, ...] = ()
    title: Mapped | None = None
    dated: str | None = None

    def styled(self, text: Mapped, role: str, level: int, *, item: bool, bold: bool) -> Iterator[RawBlock]:
        """The blocks of a paragraph; what its style names as front matter is kept.

        Args:
            text: its words, tidied.
            role: what its style stands for; ``""`` for nothing of note.
            level: of a heading, from 1; 0 for none.
            item: whether the file counts it as an item of a list, whatever its style.
            bold: whether all of it is bold.
        """
        if role == "contents":
            return
        if role == "title" and self.title is None:
            self.title = text
        if role == "author" and not self.authors:
            self.authors = people(text.text)
        if role == "date" and self.dated is None:
            self.dated = text.text
        if level:
            yield RawBlock(RawKind.HEADING, text, level)
        elif role == "caption":
            yield RawBlock(RawKind.CAPTION, text)
        elif item or role == "item":
            yield RawBlock(RawKind.ITEM, text)
        elif bold and len(text.text.split()) <= _HEADING_WORDS and not re.search(r"[.,;:]$", text.text):
            yield RawBlock(RawKind.HEADING, text, 4)
        else:
            yield from paragraph(list(lines_of(text)))

    def front(self) -> Metadata:
        """What styles made for it say: title, author, date."""
        day = parse_date_line(self.dated) if self.dated else None
        return Metadata(title=self.title.text if self.title else None, authors=self.authors, published=day.to_date() if day is not None else None)


def tidy(text: Mapped, line_end: str = "\n") -> Mapped:
    """Single spaces, no white space at the ends."""
    text = text.edit(Edit(*match.span(), line_end if "\n" in match.group() else " ") for match in re.finditer(r"\s{2,}|[\t\n]", text.text))
    return text.strip()
