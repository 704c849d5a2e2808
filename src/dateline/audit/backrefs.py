"""Which earlier note a note refers back to by "Ibid.", "supra note 4" or "op. cit.", and where it refers to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.read.citation_back import holds_name, named_before, names_unread
from dateline.read.citation_parts import without_signal
from dateline.read.citations import base_label
from dateline.types import Document, Note, Source, Span

_AGAIN: Final = re.compile(r"^\W*(?P<word>[Ii]bid(?:em)?|IBID|[Ii]dem|[Ii]d(?=\.|\s+at\b))\b")
_ABOVE: Final = re.compile(
    r"\b(?:op\.? ?cit|loc\.? ?cit)\b|\bsupra,? (?:notes?|nn?\.)(?: (?P<number>\d{1,3})\b)?|\((?:supra )?nn?\.? ?(?P<bracketed>\d{1,3})\)", re.IGNORECASE
)
#: One reference among those of a note.
_PIECE: Final = re.compile(r"(?:(?!;|(?<=[.)])\s+(?=[A-Z])).)+", re.DOTALL)
#: A back reference is short; longer pieces that speak of one are comments.
_SHORT_WORDS: Final = 10


def plain_note(document: Document, note: Note) -> str:
    """The words of a note without its number."""
    return re.sub(r"^\W*\d*\W*(?=\w)", "", document.slice(note.span), count=1)


def points_back(document: Document, source: Source) -> str | None:
    """In words, the note that a source's own refers to: "“Ibid.” in note 10 points to note 9"; ``None`` where it cites the work itself."""
    note = next((one for one in document.notes if one.label == source.note), None)
    if note is None or source.span is None:
        return None
    text = document.slice(source.span)
    match = _refers(text)
    if match is None or (source.title is not None and source.title in text):
        return None
    cited = {one.note for one in document.sources if (one.title, one.published) == (source.title, source.published)}
    earlier = [one.label for one in document.notes[: document.notes.index(note)] if one.label in cited]
    meant = [label for label in earlier if base_label(label) == _number(match)] or earlier
    return f"“{_quoted(match)}” in note {note.label} points to note {meant[-1]}" if meant else None


def unanswered(document: Document, note: Note) -> Iterator[str]:
    """What is wrong with each reference of a note to an earlier one that is answered by no source, in words."""
    cited = [source.span for source in document.sources if source.note == note.label and source.span is not None]
    before = document.notes[: document.notes.index(note)]
    for piece in _PIECE.finditer(document.text, note.span.start, note.span.end):
        text = piece.group()
        match = _refers(text) if len(text.split()) <= _SHORT_WORDS else None
        if match is None or any(span.overlaps(Span(*piece.span())) for span in cited):
            continue
        if match.re is _AGAIN:
            last = before[-1] if before else None
            unread = last is not None and last.label not in _sourced(document) and names_unread(plain_note(document, last))
            nothing = f"refers to nothing: no source stands before “{match['word']}.”"
            yield f"note {note.label} {_unread(last) if unread and last is not None else nothing}"
        else:
            yield f"note {note.label} {_points_nowhere(document, before, text, match)}"


def _points_nowhere(document: Document, before: Sequence[Note], text: str, match: re.Match[str]) -> str:
    """Why "Klein, supra note 4" is answered by no source: there is no such note, or none of its sources was read, or it does not name Klein."""
    words, number = named_before(text[: match.start()]), _number(match)
    who = " ".join(words) or re.sub(r"^\W*\d*\W+|\W+$", "", text[: match.start()])
    meant = next((one for one in reversed(before) if base_label(one.label) == number), None)
    if number is not None and meant is None:
        return f"refers to nothing: no note {number} stands before it"
    if meant is None or not words:
        return "refers to nothing: no earlier note cites a work" + (f" of “{who}”" if who else "") if meant is None else _unread(meant)
    if meant.label not in _sourced(document):
        return _unread(meant)
    other = next((one.label for one in reversed(before) if holds_name(words, document.slice(one.span), surname=len(words) > 1)), None)
    return f"refers to “{who}” in note {meant.label}, which does not name it" + (f"; note {other} does" if other is not None else "")


def _unread(note: Note) -> str:
    return f"refers to note {note.label}, in which no source was read"


def _sourced(document: Document) -> set[str | None]:
    return {source.note for source in document.sources}


def _refers(text: str) -> re.Match[str] | None:
    """The words of a reference that point back."""
    bare = re.sub(r"^\W*\d+[.)\]]\s+", "", text)
    return _AGAIN.match(without_signal(bare)) or _ABOVE.search(text)


def _number(match: re.Match[str]) -> str | None:
    return next((group for name, group in match.groupdict().items() if name != "word" and group), None)


def _quoted(match: re.Match[str]) -> str:
    """The words that point back, with their last stop where they are short for others."""
    word = match.groupdict().get("word") or match.group()
    return word if re.match(r"(?i)supra|\(", word) else f"{word.rstrip('.')}."
