"""What a caller may set about reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from dateline.errors import DatelineError
from dateline.ontology.fieldcodes import COUNTRY_FIX, country_given
from dateline.types.document import check_day

#: A book of 3 million words has 20 MB; larger "texts" are concatenated corpora or dumps, which belong in a JSONL corpus.
MAX_BYTES: Final = 20_000_000


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Options of :func:`dateline.read.read` and :func:`dateline.read.read_inputs`.

    Args:
        date: publication date of the files read. It wins over what a file says of itself; a corpus line's own date wins over it.
        max_bytes: files, and texts of corpus lines, above this size are refused (``E005``).
        check_language: refuse documents that are not in English (``E006``).
        allow_private: fetch web addresses of the own machine and network too.
        columns: fields of a corpus with the names that they have in it, where these are others: ``(("id", "doc_id"), ("text", "body"))``.
        day_first: whether 3/4/2021 in a corpus is the 3rd of April; where ``None``, other dates of the file say it.
        country: the country that the files are news of, for bare nouns ("the government"), before that of a dateline; a corpus line's own wins over it.

    Raises:
        DatelineError: ``E205`` for a country that is none.
    """

    date: date | None = None
    max_bytes: int = MAX_BYTES
    check_language: bool = True
    allow_private: bool = False
    columns: tuple[tuple[str, str], ...] = ()
    day_first: bool | None = None
    country: str | None = None

    def __post_init__(self) -> None:
        check_day(self.date, "date")
        if self.country is not None and country_given(self.country) is None:
            raise DatelineError("E205", "country", f"{self.country!r} is no country", COUNTRY_FIX)


def columns_of(words: str) -> tuple[tuple[str, str], ...]:
    """The columns that "id=doc_id,text=body" names, whatever the fields; a name is empty where none is given."""
    pairs = (one.partition("=") for one in words.split(",") if one.strip())
    return tuple((field.strip().lower(), name.strip()) for field, _, name in pairs)
