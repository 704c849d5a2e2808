"""What Word and OpenDocument files have in common: raised labels, headings without a style, the front matter that styles name."""

from __future__ import annotations

import re
from typing import Final

from dateline.read.dates import parse_date_line
from dateline.read.draft import Metadata
from dateline.read.inline import NUMBER_LABELS, SIGN_LABEL
from dateline.read.textmap import Edit, Mapped

#: A bold line this short is a heading.
HEADING_WORDS: Final = 18
#: What a raised run must hold to be the label of a note.
RAISED: Final = re.compile(rf"\[?(?:{NUMBER_LABELS}|{SIGN_LABEL})\]?")


class Front:
    """Title, authors and line with the date, found on the way through a file."""

    authors: tuple[str, ...] = ()
    title: Mapped | None = None
    dated: str | None = None

    def front(self) -> Metadata:
        """What styles made for it say: title, author, date."""
        day = parse_date_line(self.dated) if self.dated else None
        return Metadata(title=self.title.text if self.title else None, authors=self.authors, published=day.to_date() if day is not None else None)


def tidy(text: Mapped, line_end: str = "\n") -> Mapped:
    """Single spaces, no white space at the ends."""
    text = text.edit(Edit(*match.span(), line_end if "\n" in match.group() else " ") for match in re.finditer(r"\s{2,}|[\t\n]", text.text))
    return text.strip()
