"""Where a text enters: what encodings, exports and other programs left in it is repaired, counted and told, and the map to the raw text is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.read.draft import Remark
from dateline.read.escapes import unescaped
from dateline.read.leftovers import is_part_of_page, tags_in, without_angles, without_entities, without_tags
from dateline.read.misread import as_written
from dateline.read.registry import MARKDOWN, sniff_text
from dateline.read.textmap import Mapped, normalise
from dateline.read.tokens import together
from dateline.read.wiki import without_wiki

#: What of a text is repaired, in the words in which it is told; they follow a number and stand alone before one.
_WORDS: Final = {
    "misread": "signs of a wrong encoding",
    "escapes": "signs of written-out line ends and characters",
    "entities": "HTML entities",
    "tags": "HTML tags",
    "wiki": "signs of wiki markup",
    "tokens": "words parted from their marks",
}


@dataclass(frozen=True, slots=True)
class Repaired:
    """A normalised text, what was repaired in it, and whether it is part of an HTML page."""

    text: Mapped
    remarks: tuple[Remark, ...] = ()
    page: bool = False


def repaired(text: str, *, markup: bool = True) -> Repaired:
    """A decoded text, repaired and normalised.

    Args:
        text: the decoded input.
        markup: whether markup in it is a leftover; in a page or a Markdown file it is what its reader reads.

    Example:
        >>> repaired("Chad&#39;s envoy left.").text.text, repaired("AT&T left C:\\\\new").remarks
        ("Chad's envoy left.", ())
    """
    written, misread = as_written(Mapped.whole(text))
    made, counts, page = normalise(written), {"misread": misread}, False
    if markup:
        made, counts["escapes"] = unescaped(made)
        made, counts["wiki"] = without_wiki(made)
        made, page, found = _unmarked(made)
        counts |= found
        if not page:
            made, counts["tokens"] = together(made)
    return Repaired(made, tuple(_told(counts)), page)


def mended_words(text: str) -> str:
    """A short text, such as a title, repaired as its document is."""
    made = repaired(text).text
    return without_tags(made).text if tags_in(made.text) else made.text


def _unmarked(text: Mapped) -> tuple[Mapped, bool, dict[str, int]]:
    """A text without HTML, or as it is where it is part of a page, which the reader of pages reads; and what was found."""
    tags = tags_in(text.text)
    page = tags > 0 and is_part_of_page(text.text)
    if not page and sniff_text(text) is MARKDOWN:
        return text, False, {}  # its reader reads the tags and entities that Markdown may hold
    if page:
        text, entities = without_angles(text)
    elif tags:
        text, entities = without_entities(without_tags(text))
    else:
        text, entities = without_entities(text)
        tags = tags_in(text.text) if entities else 0
        page = tags > 0 and is_part_of_page(text.text)
        text = without_tags(text) if tags and not page else text
    return text, page, {"entities": entities, "tags": tags}


def _told(counts: dict[str, int]) -> Iterator[Remark]:
    for kind, words in _WORDS.items():
        if counts.get(kind):
            yield Remark("W137", f"{counts[kind]:,} {words}")
