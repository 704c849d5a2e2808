"""The line that ends an article and says in which paper it came out: "Published in Dawn, March 17th, 2024", "This story first appeared in the Star on 2 May 2031"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.read.dates import MONTH, parse_date
from dateline.read.draft import DraftBlock
from dateline.read.mastline import Line, can_publish
from dateline.read.outlets import find_outlet
from dateline.townnames import is_town
from dateline.types import BlockKind

#: Such a line is among the last paragraphs, above a copyright or the notice of a site, and has so many words at most.
_LAST: Final = 4
_WORDS: Final = 40
_DAY: Final = (
    rf"(?:\w+day,?\s+)?(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{MONTH},?\s+\d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}\.\d{{1,2}}\.\d{{4}})"
)
_TEXT: Final = r"(?:article|story|report|piece|column|editorial|op-?ed|commentary|analysis|interview|letter|dispatch)"
#: It may stand behind the last sentence of the text, in one paragraph with it.
_CLOSING: Final = re.compile(
    rf"(?:^|(?<=[.!?…][\"”’)\] ])|(?<=[.!?…] ))[(\[*_ ]*(?:(?:this|an? (?:\w+ )?version of (?:this|the)) {_TEXT} )?"
    r"(?:(?:was|is|has|had|been|first|originally|also|previously|initially) )*"
    rf"(?:published|appeared|appears|printed|carried|ran) (?:in|by|on|at)\b:? (?P<where>[^.!?]{{0,80}}?)[\s,;:|(–—-]*(?:\b(?:dated|of|on|for)\s+(?:the\s+)?)?"
    rf"(?P<day>{_DAY})(?:,? (?:issue|edition|section|page|p\.|print|on page|in (?:the )?(?:print|section)|under the|with the|as)\b.*)?[\s.)\]*_]*$",
    re.IGNORECASE,
)
#: The credit of an article that stands alone in its last paragraph: "(dpa, June 2, 2016)", "— Reuters, 2 June 2016".
_CREDIT: Final = re.compile(rf"[(\[*_ ]*(?:[–—-]+\s*|sources?:\s*)?(?P<where>[^()\[\],;:\d]{{2,40}}?)(?:\s*[,;:/–—-]\s*|\s+)(?P<day>{_DAY})[\s.)\]*_]*", re.IGNORECASE)
#: What is said of the paper before its name.
_PAPERS: Final = re.compile(
    r"^(?:the\s+)?(?:(?:print|online|weekend|sunday|international|digital|newspaper)\s+)*(?:(?:edition|issue|version|pages)\s+of\s+)?(?:the\s+)?", re.IGNORECASE
)
_NO_NAME: Final = re.compile(r"(?:print|paper|edition|issue|online|page|section)\b", re.IGNORECASE)


def closing_line(text: str) -> Line | None:
    """Where and when an article came out, by the line that ends it; ``None`` for any other text.

    Example:
        >>> line = closing_line("Published in The Lagoon Times, March 7th, 2031.")
        >>> line.publisher, line.published.iso
        ('Lagoon Times', '2031-03-07')
    """
    match = _CLOSING.search(text)
    day = parse_date(match["day"]) if match is not None else None
    if match is None or day is None or len(text[match.start() :].split()) > _WORDS:
        return None
    name = _PAPERS.sub("", match["where"], count=1).strip(" ,;:|–—-(\"“”")
    return Line(published=day, publisher=name if _is_papers(name) else None)


def _is_papers(name: str) -> bool:
    """Whether a name can be that of a paper, and no town's."""
    if not name[:1].isupper():
        return False
    return find_outlet(name) is not None or (_NO_NAME.match(name) is None and can_publish(name) and all(one[:1].isupper() for one in name.split()) and not is_town(name))


def closing_lines(blocks: Sequence[DraftBlock]) -> dict[int, tuple[Line, bool]]:
    """The lines that end an article, by the number of their block, each with whether it is all of its block.

    Args:
        blocks: the blocks of a draft; its title and what stands right below end nothing.
    """
    paragraphs = [index for index, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH and index > 1]
    found = {index: (line, blocks[index].text.text) for index in paragraphs[-_LAST:] if (line := closing_line(blocks[index].text.text)) is not None}
    credits = [(index, line) for index in paragraphs if (line := _credit(blocks[index].text.text)) is not None]
    closing = {index: (line, _CLOSING.match(text) is not None) for index, (line, text) in found.items()}
    if len(credits) == 1 and credits[0][0] == paragraphs[-1] and not found:
        closing[credits[0][0]] = (credits[0][1], False)
    return closing


def _credit(text: str) -> Line | None:
    """The known outlet and the day of a credit; the same below each entry of a chronicle are sources of those."""
    match = _CREDIT.fullmatch(text)
    day = parse_date(match["day"]) if match is not None else None
    if match is None or day is None or any(find_outlet(name.strip()) is None for name in match["where"].split("/")):
        return None
    return Line(published=day, publisher=match["where"].strip())
