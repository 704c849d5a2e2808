"""Front matter: the block of ``key: value`` lines between ``---`` (or ``+++``) at the top of a Markdown file.

Reads the subset of YAML and TOML that such blocks use: scalars, quoted strings, ``[a, b]`` and ``- a`` lists, one level of nesting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.read.dates import parse_date_line
from dateline.read.draft import Metadata
from dateline.read.textmap import Mapped

_BLOCK: Final = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*(?:\n|$)", re.DOTALL)
_LINE: Final = re.compile(r"([A-Za-z][\w .-]{0,40}?)[ \t]*[:=](?:[ \t]+|$)(.*)$")
_ITEM: Final = re.compile(r"[ \t]*-[ \t]+(?:(?:name|full_name)[ \t]*:[ \t]*)?(.*)$")
_NESTED: Final = re.compile(r"[ \t]+(?:name|full_name|title)[ \t]*:[ \t]*(.*)$")

_TITLE: Final = frozenset({"title", "headline"})
_AUTHOR: Final = frozenset({"author", "authors", "by", "byline", "writer", "creator"})
_DATE: Final = (
    "date",
    "published",
    "pub_date",
    "pubdate",
    "publication_date",
    "published_at",
    "date_published",
    "datepublished",
    "created",
)
_PUBLISHER: Final = ("publisher", "publication", "outlet", "sitename", "site_name", "site", "institution", "organization", "source")
_URL: Final = ("url", "link", "canonical", "canonical_url", "source_url", "permalink", "source")
_LANG: Final = ("lang", "language", "locale")


@dataclass(frozen=True, slots=True)
class _Field:
    key: str
    value: Mapped


def front_matter(text: Mapped) -> tuple[Metadata, Mapped]:
    """The metadata of a text's front matter and the text after it; empty metadata and the text itself where it has none."""
    match = _BLOCK.match(text.text)
    if match is None:
        return Metadata(), text
    fields = tuple(_fields(text.slice(*match.span(2))))
    if not fields:
        return Metadata(), text
    return _metadata(fields), text.slice(match.end())


def _fields(block: Mapped) -> Iterator[_Field]:
    key = ""
    for match in re.finditer(r"[^\n]+", block.text):
        line = block.slice(*match.span())
        pair = _LINE.match(line.text)
        if pair:
            key = pair.group(1).strip().lower().replace("-", "_").replace(" ", "_")
            yield from (_Field(key, value) for value in _values(line.slice(*pair.span(2))))
            continue
        item = _ITEM.match(line.text) or _NESTED.match(line.text)
        if item and key:
            yield from (_Field(key, value) for value in _values(line.slice(*item.span(1))))


def _values(value: Mapped) -> Iterator[Mapped]:
    value = value.strip()
    if value.text.startswith("[") and value.text.endswith("]"):
        for match in re.finditer(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|[^,\[\]]+", value.text):
            yield from _values(value.slice(*match.span()))
        return
    if len(value) >= 2 and value.text[0] in "\"'" and value.text[-1] == value.text[0]:
        value = value.slice(1, len(value) - 1).strip()
    if value.text and value.text not in {"|", ">", ">-", "|-", "null", "~"}:
        yield value


def _metadata(fields: tuple[_Field, ...]) -> Metadata:
    title = next((field.value for field in fields if field.key in _TITLE), None)
    authors = tuple(
        name
        for field in fields
        if field.key in _AUTHOR
        for name in re.split(r"\s+(?:and|&)\s+|;\s*|,\s+(?!(?:Jr|Sr|PhD)\b)", field.value.text)
        if name.strip()
    )
    url = next((value for value in _all(fields, _URL) if re.match(r"(?:https?://|www\.)", value)), None)
    publisher = next((value for value in _all(fields, _PUBLISHER) if not re.match(r"(?:https?://|www\.)", value)), None)
    dates = [parse_date_line(value) for value in _all(fields, _DATE)]
    published = next((found.to_date() for found in dates if found is not None and found.to_date()), None)
    return Metadata(
        title=title.text if title else None,
        title_text=title,
        authors=authors,
        published=published,
        month=next((found.month_end() for found in dates if found is not None and found.month_end()), None),
        publisher=publisher,
        url=url,
        lang=next(iter(_all(fields, _LANG)), None),
    )


def _all(fields: tuple[_Field, ...], keys: tuple[str, ...]) -> Iterator[str]:
    """Values in the order of the keys, the most telling key first."""
    for key in keys:
        yield from (field.value.text for field in fields if field.key == key)
