"""Words parted from their marks as in treebanks and translation corpora ("do n't", "Chad 's", "`` No , '' he said .") -> running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.read.textmap import Edit, Mapped

_BRACKETS: Final = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}
#: Commas and full stops, and those that a space parts from their word.
_STOPS: Final = re.compile(r"(?<=[^\s.,])(?P<space>[ \t]+)?[.,](?=\s|$)(?![ \t]+\.)")
#: What only such texts have.
_SIGNS: Final = re.compile(r"(?<=[A-Za-z]) (?:n['’]t|['’](?:s|re|ve|ll))(?=\s|$)|(?<!\S)``(?= )|(?<= )''(?!\S)|-[LR][RSC]B-| @-@ ")
#: A text is parted where so large a share of its commas and full stops is, or where so many other signs show it.
_SHARE: Final = 0.5
_MANY: Final = 2
_JOINED: Final = (
    (re.compile(r"-[LR][RSC]B-"), lambda match: _BRACKETS[match.group()]),
    (re.compile(r"(?<!\S)(?:``|,,) ?"), lambda match: '"'),
    (re.compile(r" ?''(?!\S)"), lambda match: '"'),
    (re.compile(r" @([-/,.:])@ "), lambda match: match[1]),
    (re.compile(r"\\/"), lambda match: "/"),
    (re.compile(r"(?<=[A-Za-z]) (?=n['’]t(?!\w))|(?<=\w) (?=['’](?:s|re|ve|ll|d|m)(?!\w))|(?<=s) (?=['’] [a-z])", re.IGNORECASE), lambda match: ""),
    (re.compile(r"(?<=\S)[ \t]+(?=(?:[,;:!?)\]}%]|\.(?![\w.]|[ \t]+\.))(?:[\s\"”’')\].,]|$))"), lambda match: ""),
    (re.compile(r"(?<=[(\[{$£€])[ ]+(?=\S)"), lambda match: ""),
)


def together(text: Mapped) -> tuple[Mapped, int]:
    """The text as it is written, and how many words and marks were joined; nothing changes in other texts.

    >>> together(Mapped.whole("`` We do n't agree , '' Chad 's envoy said ."))[0].text
    '"We don\\'t agree," Chad\\'s envoy said.'
    """
    if not _is_parted(text.text):
        return text, 0
    count = 0
    for pattern, new in _JOINED:
        edits = [Edit(*match.span(), new(match)) for match in pattern.finditer(text.text)]
        text, count = text.edit(edits), count + len(edits)
    edits = list(_quotes(text.text))
    return text.edit(edits), count + len(edits)


def _is_parted(text: str) -> bool:
    stops = [match["space"] is not None for match in _STOPS.finditer(text)]
    if not any(stops):
        return sum(1 for _ in _SIGNS.finditer(text)) >= _MANY
    return sum(stops) >= _SHARE * len(stops)


def _quotes(text: str) -> Iterator[Edit]:
    """Spaces inside of quotation marks that stand alone: the first of a line opens, the next closes."""
    opens = True
    for match in re.finditer(r"\n|(?P<before> ?)\"(?P<after> ?)", text):
        if match.group() == "\n":
            opens = True
            continue
        apart_before = match["before"] != "" or match.start() == 0 or text[match.start() - 1] == "\n"
        apart_behind = match["after"] != "" or match.end() == len(text) or text[match.end()] == "\n"
        if apart_before and apart_behind and match["after" if opens else "before"]:
            yield Edit(match.end() - 1, match.end()) if opens else Edit(match.start(), match.start() + 1)
        opens = not opens
