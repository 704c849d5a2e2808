"""Settings with more than one reader."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

#: The coder that is used where none is named.
DEFAULT_CODER: Final = "trained"


class BriefFormat(StrEnum):
    """Formats of a brief."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    MD = "md"


#: Acts of a query that one brief holds: each takes some 8 kB of the page, and browsers filter so many without delay.
BRIEF_LIMIT: Final = 400
