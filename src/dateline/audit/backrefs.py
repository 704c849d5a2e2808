"""Which earlier note a note refers back to by "Ibid." or "op. cit."."""

from __future__ import annotations

import re
from typing import Final

from dateline.types import Document, Note, Source

AGAIN: Final = re.compile(r"^\W*(?P<word>[Ii]bid(?:em)?|IBID|[Ii]dem|[Ii]d(?=\.))\b")
ABOVE: Final = re.compile(r"\b(?:op\.? ?cit|loc\.? ?cit)\b|\bsupra,? (?:note|n\.)", re.IGNORECASE)


def plain_note(document: Document, note: Note) -> str:
    """The words of a note without its number."""
    return re.sub(r"^\W*\d*\W*(?=\w)", "", document.slice(note.span), count=1)


def points_back(document: Document, source: Source) -> str | None:
    """In words, the note that a source's own refers to: "“Ibid.” in note 10 points to note 9"; ``None`` where it cites the work itself."""
    note = next((one for one in document.notes if one.label == source.note), None)
    if note is None or source.span is None:
        return None
    text = plain_note(document, note)
    match = AGAIN.match(text) or ABOVE.search(text)
    if match is None or (source.title is not None and source.title in text):
        return None
    cited = {one.note for one in document.sources if (one.title, one.published) == (source.title, source.published)}
    earlier = [one.label for one in document.notes[: document.notes.index(note)] if one.label in cited]
    return f"“{_quoted(match)}” in note {note.label} points to note {earlier[-1]}" if earlier else None


def _quoted(match: re.Match[str]) -> str:
    """The words that point back, with their last stop where they are short for others."""
    word = match.groupdict().get("word") or match.group()
    return word if word.lower().startswith("supra") else f"{word.rstrip('.')}."
