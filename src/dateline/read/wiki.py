"""Wiki markup that a dump left in a text ("[[Kenya|Kenyan]] troops", "'''Chad'''", "{{cite news ...}}") -> the text that its page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.read.textmap import Edit, Mapped

#: What only wikis write.
_SHOWS: Final = re.compile(
    r"\[\[(?!Page [\d-]+\]\])(?=[^\[\]\n]*[A-Za-z])[^\[\]\n]+\]\](?!\()|'''[^'\n]+'''|\{\{(?:cite|citation|main|see also|as of|convert|flag|infobox|efn|sfn|lang)\b",
    re.IGNORECASE,
)
_HIDDEN: Final = re.compile(
    r"<ref\b[^<>]*/>|<ref\b[^<>]*>(?:(?!<ref\b).)*?</ref\s*>|\[\[(?:File|Image|Category|Datei|Fichier):[^\[\]\n]*(?:\[\[[^\[\]]*\]\][^\[\]\n]*)*\]\]|__[A-Z]{3,}__",
    re.IGNORECASE | re.DOTALL,
)
_TEMPLATE: Final = re.compile(r"\{\{[^{}]{0,4000}\}\}")
_LINK: Final = re.compile(r"\[\[(?!Page [\d-]+\]\])(?:[^\[\]|\n]*\|)?([^\[\]|\n]+)\]\](?!\()")
_OUTWARD: Final = re.compile(r"\[https?://[^\s\[\]]+(?:[ \t]([^\[\]\n]+))?\]")
_HEADING: Final = re.compile(r"(?m)^(={2,5})([^=\n]+)\1[ \t]*$")
_BOLD: Final = re.compile(r"(?<!')('{5}|'{3}|'{2})(?=[^\s'])([^'\n]+(?:'[^'\n]+)*?)\1")
#: Templates stand in templates no deeper than this.
_DEPTH: Final = 6


def without_wiki(text: Mapped) -> tuple[Mapped, int]:
    """The text without wiki markup, and how many signs of it there were.

    >>> without_wiki(Mapped.whole("[[Kenya|Kenyan]] troops left '''Baidoa'''.{{cite news|url=x}}"))[0].text
    'Kenyan troops left Baidoa.'
    """
    if not _SHOWS.search(text.text):
        return text, 0
    count = 0
    for pattern in (_HIDDEN, *[_TEMPLATE] * _DEPTH):
        edits = [Edit(*match.span()) for match in pattern.finditer(text.text)]
        text, count = text.edit(edits), count + len(edits)
    for pattern, group in ((_LINK, 1), (_OUTWARD, 1), (_BOLD, 2), (_HEADING, 2)):
        edits = [edit for match in pattern.finditer(text.text) for edit in _around(match, group)]
        text, count = text.edit(edits), count + len(edits) // 2
    return text, count


def _around(match: re.Match[str], group: int) -> Iterator[Edit]:
    """What stands before and behind the words that stay."""
    start, end = match.span(group) if match[group] is not None else (match.end(), match.end())
    yield Edit(match.start(), start)
    yield Edit(end, match.end())
