"""A cell of a table's column of sources -> the sources that it names without more: "SOUTHCOM", "Folha de S.Paulo; AFP", "@mfa_example"."""

from __future__ import annotations

import re
from typing import Final

from dateline.read.citation_kinds import KIND_OF_OUTLET, is_body, is_official_name
from dateline.read.dates import MONTH
from dateline.read.outlets import find_outlet_in_brackets
from dateline.types import Source, Span

#: The day of a report without its year tells no date.
_DAY: Final = re.compile(rf",?\s*(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?)\.?$", re.IGNORECASE)
#: A slash beside a figure is part of a number ("Press Release 2021/22").
_PARTED: Final = re.compile(r"\s*(?:[;\n]|(?<!\d)/(?!\d))\s*")
_LISTED: Final = re.compile(r"\s*(?:[;,&\n]|(?<!\d)/(?!\d))\s*|\s+and\s+")
#: Longer cells tell something.
_WORDS: Final = 8


def named_sources(text: str, note: str | None, span: Span, link: str | None) -> tuple[Source, ...]:
    """The sources that a cell names.

    Args:
        text: the cell's text.
        note: the label of the note that it makes.
        span: where it stands in the canonical text.
        link: the address that its words are linked to.

    Returns:
        One source for each name; empty for a cell that names none but tells something.

    Example:
        >>> [source.agency or source.publisher for source in named_sources("Reuters, AFP", "row1", Span(0, 12), None)]
        ['Reuters', 'AFP']
    """
    bare = _DAY.sub("", text.strip()).strip(" .")
    parts = [part for part in _LISTED.split(bare) if part]
    if not all(find_outlet_in_brackets(part) is not None for part in parts):
        parts = [part for part in _PARTED.split(bare) if part]
    if not all(len(part.split()) <= _WORDS and re.match(r"[@\"“]?[^\W_]", part) and not part[:1].islower() for part in parts):
        return ()
    return tuple(_named(part, note, span, link) for part in parts)


def _named(name: str, note: str | None, span: Span, link: str | None) -> Source:
    known = find_outlet_in_brackets(name)
    if known is not None and known.kind == "agency":
        return Source(note, "agency", agency=name, url=link, span=span)
    if known is not None:
        return Source(note, KIND_OF_OUTLET[known.kind], outlet=name, url=link, span=span)
    if name.startswith("@"):
        return Source(note, "web", authors=(name,), url=link, span=span)
    if is_body(name):
        return Source(note, "official" if is_official_name(name) else "report", publisher=name, url=link, span=span)
    return Source(note, "web", outlet=name, url=link, span=span)
