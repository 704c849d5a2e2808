"""Where a note stops citing and its author begins to comment: "Reuters, 3 May 2016. **Tehran denied it.**"

A comment is one or more sentences to the end of what is read, each with a verb in small letters, behind words that tell a source already: a day or
month, a title in quotation marks, a link, or "Ibid.". What cites (a link, a quoted title with its date, "see") is no comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.read.citation_parts import find_date
from dateline.read.predicates import has_verb
from dateline.read.references import is_reference

#: The end of a sentence: not that of an initial or an abbreviation ("J. Smith", "vol. 3").
_END: Final = re.compile(r"(?<![\s.(][A-Z])(?<!\bv)(?<!\bvol)(?<!\bno)(?<!\bpp)(?<!\bed)(?<!\bal)(?<!\beds)(?<!\bcf)[.?!][\"”’')\]]*\s+(?=[\"“‘'(]?[A-Z])")
_CITING: Final = re.compile(
    r"https?://|www\.|\bdoi\b|\b(?:[Ss]ee|[Cc]f|[Cc]ompare|[Ii]bid|[Ii]dem|[Ss]upra|[Aa]ccessed|[Rr]etrieved|[Aa]rchived|[Aa]vailable|[Rr]eprinted|[Tt]ranslated|[Qq]uoted|[Cc]ited|[Pp]ublished|[Ee]dited)\b"
    r"|\bpp?\. ?\d|\bop\. ?cit|\bn(?:ote|\.) ?\d|\(n \d"
)
_QUOTED: Final = re.compile(r"[\"“][^\"”]*[\"”]")
_ENDED: Final = re.compile(r"[.?!][\"”’')\]]*$")
#: A head that tells a source without a day: a quoted title, a link, a reference to an earlier note.
_TOLD: Final = re.compile(r"[\"“][^\"”]{8,}[\"”]|https?://|^\W*(?:Ibid|Idem|Id)\b|\bop\. ?cit|\bn(?:ote|\.) ?\d")
#: "Halvorsen, K. (2020, January 8)": what follows is the title.
_AUTHOR_DATE: Final = re.compile(r"^[^\"“]*\([^()]*\b(?:1[6-9]|20)\d\d[^()]*\)$")
#: "(London: Hurst, 2014), 45": the page behind a book.
_PAGED: Final = re.compile(r"\)(?:[,.:]? (?:pp?\. ?)?\d[\d–-]*)?$")
#: Comments of fewer words are remains of a citation.
_LEAST_WORDS: Final = 2


def comment_start(text: str) -> int | None:
    """Where the comment behind a citation starts; ``None`` where there is none.

    Example:
        >>> text = "Reuters, 3 May 2016. Tehran denied it."
        >>> text[comment_start(text) :]
        'Tehran denied it.'
        >>> comment_start("BBC News. Soleimani killed in strike. 3 January 2020.") is None
        True
    """
    ends = [match.end() for match in _END.finditer(text)]
    start = None
    for begin, end in zip(reversed(ends), [len(text), *reversed(ends)], strict=False):
        if not is_comment(text[begin:end]):
            break
        start = begin
    while start is not None:
        if _is_told(text[:start].rstrip()):
            return start
        start = next((one for one in ends if one > start), None)
    return None


def is_comment(sentence: str) -> bool:
    """Whether a sentence of a note tells something and cites nothing."""
    sentence = sentence.strip()
    around = _QUOTED.sub(" ", sentence)
    low = [word for word in around.split() if word[:1].islower()]
    cites = _CITING.search(around) is not None or is_reference(sentence)
    return len(sentence.split()) >= _LEAST_WORDS and _ENDED.search(sentence) is not None and not cites and has_verb(["", *low])


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a note as spans of its text, without the white space between."""
    start = 0
    for match in _END.finditer(text):
        yield start, match.start() + len(match.group().rstrip())
        start = match.end()
    if text[start:].strip():
        yield start, start + len(text[start:].rstrip())


def _is_told(head: str) -> bool:
    """Whether words tell a source: a day or month last, a title in quotation marks, a link, a note before."""
    bare = head.rstrip(" .")
    if _AUTHOR_DATE.match(bare):
        return False
    found = find_date(bare)
    dated = found is not None and (found.date.month is not None or _PAGED.search(bare) is not None)
    return dated or _TOLD.search(bare) is not None
