"""Lines at the top of a text with no blank line between them: which are title, byline, day and stamp, each a paragraph of its own.

Agencies, ministries and papers set heads so, and so do the files that are pasted from them. Lines are only kept apart here; what each says is for
:mod:`dateline.read.metadata`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.datelines import dateline_alone
from dateline.read.dates import MONTH
from dateline.read.labels import labelled_as
from dateline.read.mastline import BYLINE, is_lone_line, names_meeting_day
from dateline.read.minutes import is_bare_minutes
from dateline.read.names import people
from dateline.read.numbered import ANNOUNCED
from dateline.read.textmap import Mapped, join

_MOST: Final = 14
_LONGEST: Final = 140
#: A line of running text ends a sentence, or has so many words.
_SENTENCE: Final = re.compile(r"(?:\w{3}|[)\]\"”’])[.!?][\"”’')\]]*$")
_LONG_WORDS: Final = 20
#: A line that ends in one of these goes on in the next.
_GOES_ON: Final = re.compile(
    r"(?:,|\b(?:of|the|a|an|from|to|in|on|at|and|or|for|with|by|as|after|over|against|between|since|until|before|during|into|his|her|its|their)"
    rf"|\b(?:on|of|since|until|before|after|from|by|to|and|between|for|in)(?:(?: the)? \d{{1,2}}(?:st|nd|rd|th)?(?: {MONTH})?| {MONTH}(?: \d{{1,2}})?))$",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"(?:\*\*|__)?by\s", re.IGNORECASE)


def head_lines(lines: Sequence[Mapped]) -> tuple[list[Mapped], Sequence[Mapped]] | None:
    """The lines of a head, wrapped ones joined, and the lines of text below it; ``None`` where there is none.

    Args:
        lines: lines with no blank one between them.

    Returns:
        One text for each line of the head, and what follows, which may be nothing.
    """
    texts = [line.text.strip().strip("*_ ") for line in lines]
    top = next((index for index, text in enumerate(texts) if _is_running(text)), len(lines))
    if len(lines) < 2 or not 2 <= top <= _MOST:
        return None
    sure = [index for index in range(top) if _is_sure(texts, index)]
    if not sure or (len(sure) == 1 and sure[0] == 0 and labelled_as(texts[0]) is None):
        return None
    end = top
    if top < len(lines):
        end = sure[-1] + 1
        if end < top or end < 2 or not re.match(r"[\"“‘'(\[]*[^\W_a-z]", texts[end]):
            return None
    return _wrapped(lines[:end], frozenset(sure)), lines[end:]


def _is_running(text: str) -> bool:
    """Whether a line is part of a text: it ends a sentence or is long, and no label stands before it."""
    if labelled_as(text) is not None or is_lone_line(text):
        return False
    return _SENTENCE.search(text) is not None or len(text) > _LONGEST or len(text.split()) >= _LONG_WORDS


def goes_on_below(text: str) -> bool:
    """Whether a line cannot end where it does: behind a preposition, an article, a comma, or the number or month of a day ("on 9").

    Example:
        >>> goes_on_below("Lima recalled its envoy on 9"), goes_on_below("its consul in"), goes_on_below("Lima recalls its envoy")
        (True, True, False)
    """
    return _GOES_ON.search(text) is not None


def _is_sure(texts: Sequence[str], index: int) -> bool:
    """Whether a line can be nothing but one of a head; one with a label where another has one too."""
    text = texts[index]
    if index and labelled_as(text) is None and not _BY.match(text) and re.search(r"[.;,]$", text) and goes_on_below(texts[index - 1]):
        return False
    if is_lone_line(text) or dateline_alone(text) is not None or names_meeting_day(text) or is_bare_minutes(text) or ANNOUNCED.match(text):
        return True
    if _BY.match(text) and (match := BYLINE.match(text)) is not None:
        return bool(people(text[match.end() :])) or text[match.end() :].isupper()
    return labelled_as(text) is not None and sum(labelled_as(one) is not None for one in texts) >= 2


def _wrapped(lines: Sequence[Mapped], sure: frozenset[int]) -> list[Mapped]:
    """The lines, those joined that go on with the line above."""
    groups: list[list[Mapped]] = []
    for index, line in enumerate(lines):
        before = groups[-1][-1].text.strip() if groups else ""
        goes_on = index not in sure and index - 1 not in sure and (line.text.strip()[:1].islower() or goes_on_below(before))
        if groups and (goes_on or (index not in sure and labelled_as(before) is not None and line.text.startswith((" ", "\t")))):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [group[0] if len(group) == 1 else join(group, "\n") for group in groups]
