"""A head of labelled lines, "Title:", "Author:", "Date:", "Source:", as archives and data bases of papers set it above a text: the labels are no text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.read.dates import PartialDate, parse_date_line
from dateline.read.draft import DraftBlock, Headed, Metadata
from dateline.read.names import people
from dateline.types import BlockKind

#: What each label stands for; ``aside`` says nothing that a document's own fields hold.
_MEANING: Final = {
    "title": r"(?:(?:document|report|article|full) )?title|headline|heading",
    "author": r"authors?(?:\(s\))?|by|byline|(?:written|prepared|compiled|reported) by|reporter|correspondent",
    "date": r"date(?:,? (?:and|&) time)?|dated?|date of (?:publication|issue|release|the meeting|meeting)|(?:publication|release|meeting|issue"
    r"|pub\.?) date|published(?: on)?|posted(?: on)?|issued(?: on)?|date published",
    "publisher": r"source|publisher|publication|outlet|newspaper|news agency|agency|organi[sz]ation|institution|issued by|published by|issuing (?:body|authority)",
    "url": r"url|link|web(?:site| address)?|source url",
    "aside": r"place|venue|location|country|countries|language|section|edition|pages?|length|word count|keywords?|tags?|topics?|category|categories"
    r"|(?:document |report |item )?type|classification"
    r"|distribution|reference|ref|ref\.? no\.?|document (?:no|number|id)\.?|id|doi|volume|issue|time|status|copyright|byline title|dateline|load-date"
    r"|present|attendance|in attendance"
    r"|attendees|participants|absent|apologies|chair(?:man|woman|person)?|secretary|minutes (?:taken )?by|note[- ]taker|rapporteur",
}
_LINE: Final = re.compile(
    r"\s*(?:[-*•]\s+)?(?:\*\*|__)?(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _MEANING.items()) + r")(?:\*\*|__)?\s*:(?:\*\*|__)?\s*(?=\S)", re.IGNORECASE
)
#: What says that a run of labelled lines is a head; so many lines make a run.
_TELLING: Final = frozenset({"title", "author", "date", "publisher"})
_LEAST: Final = 2
#: So many blocks at the top may hold it, and so many may stand between two of its lines.
_TOP: Final = 15
_BETWEEN: Final = 1
_TITLE_CHARS: Final = 300
#: A value is a sentence, and so text, where it has so many words and ends in a stop.
_SENTENCE_WORDS: Final = 8
_POST: Final = re.compile(r"\s*\(.*|\s+[-–—|]\s.*")


def labelled_as(line: str) -> str | None:
    """What the label of a line stands for: ``title``, ``author``, ``date``, ``publisher``, ``url``, or ``aside``.

    Example:
        >>> labelled_as("Headline: Oslo recalls its envoy"), labelled_as("Oslo: a chronicle")
        ('title', None)
    """
    match = _LINE.match(line)
    value = line[match.end() :].strip() if match is not None else ""
    if match is None or (match.lastgroup != "title" and len(value.split()) >= _SENTENCE_WORDS and re.search(r"\w{2}[.!?][\"”’')\]]*$", value)):
        return None
    return match.lastgroup


def read_labelled(blocks: Sequence[DraftBlock]) -> Headed:
    """Find the head of labelled lines at the top; where there is none, the blocks stay as they are.

    A text whose labels come again and again is a list of records ("Date: ... Place: ... Event: ..."), of which none is the head.
    """
    said = {index: meaning for index, block in enumerate(blocks) if block.kind is not BlockKind.TABLE and (meaning := labelled_as(block.text.text)) is not None}
    run = _run(said)
    lone = bool(run) and said[run[0]] == "title" and run[0] == 0
    again = any(said[index] == "date" for index in run) and sum(meaning == "date" for meaning in said.values()) > 1
    day = next((found for index in run if said[index] == "date" and (found := _day(_value(blocks[index]))) is not None), None)
    telling = {said[index] for index in run} & _TELLING
    enough = len(run) >= _LEAST and (len(telling) >= _LEAST or day is not None)
    if again or not (lone or enough):
        return Headed(tuple(blocks), Metadata())
    title = next((index for index in run if said[index] == "title" and len(blocks[index].text) <= _TITLE_CHARS), None)
    kept = [replace(block, kind=BlockKind.BOILERPLATE) if index in run else block for index, block in enumerate(blocks) if index != title]
    return Headed(tuple(kept), _metadata(blocks, {index: said[index] for index in run}, title, day))


def _run(said: Mapping[int, str]) -> tuple[int, ...]:
    """The first labelled lines that follow each other, one other line at most between two of them."""
    run: list[int] = []
    for index in sorted(said):
        if index >= _TOP or (run and index > run[-1] + 1 + _BETWEEN):
            break
        run.append(index)
    return tuple(run)


def _value(block: DraftBlock) -> str:
    match = _LINE.match(block.text.text)
    return block.text.text[match.end() if match is not None else 0 :].strip().strip("*_ ")


def _day(text: str) -> PartialDate | None:
    return parse_date_line(text) or parse_date_line(re.sub(r"^[^,\d]{3,40},\s+(?=\d|\w+ \d)", "", text))


def _metadata(blocks: Sequence[DraftBlock], said: Mapping[int, str], title: int | None, day: PartialDate | None) -> Metadata:
    """What the lines of a head say."""
    values = [(said[index], _value(blocks[index])) for index in said]
    words = None
    if title is not None:
        match = _LINE.match(blocks[title].text.text)
        words = blocks[title].text.slice(match.end() if match is not None else 0).strip()
    sources = [value for meaning, value in values if meaning in {"publisher", "url"}]
    return Metadata(
        title=words.text if words is not None else None,
        title_text=words,
        authors=next((found for meaning, value in values if meaning == "author" and (found := people(_POST.sub("", value)))), ()),
        published=day.to_date() if day is not None else None,
        month=day.month_end() if day is not None else None,
        publisher=next((re.sub(r"^the\s+", "", value, flags=re.IGNORECASE) for meaning, value in values if meaning == "publisher" and not _is_url(value)), None),
        url=next((value for value in sources if _is_url(value)), None),
    )


def _is_url(text: str) -> bool:
    return re.match(r"(?:https?://|www\.)\S+$", text) is not None
