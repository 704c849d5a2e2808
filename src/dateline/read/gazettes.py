"""Official gazettes as their texts are given out: the line of name, number and day on top, pages between the lines, typed marks of notes, the subject.

"[Federal Register Volume 89, Number 233 (Wednesday, December 4, 2024)]", "31.7.2014 EN Official Journal of the European Union L 229/1",
"Canada Gazette, Part II, Volume 158, Number 5", "[[Page 96208]]", ``\\1\\ See 89 FR 43816``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dateline.read.dates import DAY_NAMED, PartialDate, parse_date
from dateline.read.textmap import Edit, Mapped

_NAME: Final = re.compile(
    r"\b(?:Federal Register|Official Journal of the European (?:Union|Communities)"
    r"|(?:(?:[A-Z][\w'’]+|of|the) ){0,5}(?:Government |Official |National |State )?Gazette(?:(?: of)?(?: the)?(?: (?!Part|Vol|No|Number|Extra)[A-Z]\w+){1,3})?)"
)
_DAY: Final = re.compile(rf"{DAY_NAMED.pattern}|(?<![\d.])\d{{1,2}}\.\d{{1,2}}\.\d{{4}}(?![\d.])", re.IGNORECASE)
#: What such a line holds besides: volume, number, part, series, language, pages, the day of the week.
_REST: Final = re.compile(
    r"(?:[\s\[\](),;:/|–—.-]|\d+|\b(?:vol(?:ume)?|nos?|number|issue|parts?|sect(?:ion)?|series|pages?|pp?|[IVXLC]+|EN|L|C|S|GN|extraordinary|supplement|special|the"
    r"|\w+day|notices|rules and regulations|proposed rules|presidential documents|published by authority)\b)*",
    re.IGNORECASE,
)
_CHARS: Final = 160
#: Lines beside it that say nothing of the matter.
_BESIDE: Final = re.compile(
    r"\[(?:Notices|Rules and Regulations|Proposed Rules|Presidential Documents|Reader Aids|Pages? [\d, -]+|FR Doc\.? (?:No[.:]*)?\s?[\w: -]+)\]"
    r"|From the Federal Register Online\b.{0,80}|\((?:Non-)?legislative acts\)",
    re.IGNORECASE,
)
_PAGE: Final = re.compile(r"\[\[Page [\d-]+\]\]")
#: Marks of notes as typed between back strokes.
_TYPED: Final = re.compile(r"\\(\d{1,3})\\")
_OPENS: Final = re.compile(r"(?m)^[ \t]*\\\d{1,3}\\[ \t]+\S")
_INDENTED: Final = re.compile(r"(?m)^[ \t]+(?=\\\d{1,3}\\[ \t]+\S)")
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_AGENCY: Final = re.compile(r"AGENC(?:Y|IES):\s")
#: Who makes an act of the European Union, in its first line.
_MAKERS: Final = re.compile(r"THE (?:COUNCIL|EUROPEAN|COMMISSION|GOVERNING|POLITICAL)\b[A-Z ,-]*,")
_REGARD: Final = re.compile(r"Having regard\b")
_SUBJECT_WORDS: Final = 80


@dataclass(frozen=True, slots=True)
class Issue:
    """The gazette that a line names, with its day where the line has it; no name for a line beside that one."""

    name: str | None = None
    day: PartialDate | None = None


def gazette_line(text: str) -> Issue | None:
    """The gazette of a line that is its name with number and day and nothing else, or that stands beside such a line.

    >>> gazette_line("[Federal Register Volume 89, Number 233 (Wednesday, December 4, 2024)]").day
    PartialDate(year=2024, month=12, day=4)
    >>> gazette_line("Federal Register notices of December 4, 2024 name ten firms") is None
    True
    """
    line = " ".join(text.split())
    if _BESIDE.fullmatch(line):
        return Issue()
    name = _NAME.search(line) if len(line) <= _CHARS else None
    if name is None:
        return None
    days = list(_DAY.finditer(line))
    rest = _DAY.sub(" ", line[: name.start()] + " " + line[name.end() :])
    if not _REST.fullmatch(rest) or not (days or re.search(r"\d", rest)):
        return None
    return Issue(re.sub(r"^(?:the|of)\s+", "", name[0], flags=re.IGNORECASE), parse_date(days[0][0]) if days else None)


def subject_index(texts: Sequence[str]) -> int | None:
    """Which block is the subject of a notice or act: the one right before "AGENCY:" or "THE COUNCIL OF ...,"; ``None`` where nothing is."""
    made = {index for index, (text, after) in enumerate(pairwise(texts)) if _MAKERS.fullmatch(text) and _REGARD.match(after)}
    at = next((index for index, text in enumerate(texts) if _AGENCY.match(text) or index in made), 0)
    return at - 1 if at and len(texts[at - 1].split()) <= _SUBJECT_WORDS and texts[at - 1].strip()[:1] not in ("[", "") else None


def as_set(text: Mapped) -> Mapped:
    """A text with the typed marks of its notes raised, and without the pages between its lines."""
    if _OPENS.search(text.text):
        text = text.edit(Edit(*match.span()) for match in _INDENTED.finditer(text.text))
        text = text.edit(Edit(*match.span(), match[1].translate(_RAISED)) for match in _TYPED.finditer(text.text))
    return text.edit(Edit(*match.span()) for match in _PAGE.finditer(text.text))
