"""What was coded from a text in another case, in the words of the text itself."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from dateline.types import Coded, Document, Span


def restored(coded: Coded, document: Document) -> Coded:
    """A coded document with each phrase as the text has it.

    Args:
        coded: what was coded from the document in another case, with the same offsets.
        document: the document itself.
    """
    found = replace(coded, document=document)
    return replace(
        found, sentences=_restored(coded.sentences, document), mentions=_restored(coded.mentions, document), claims=_restored(coded.claims, document)
    )


def _restored(value: Any, document: Document) -> Any:
    """A value in which each text that has a span is what stands there."""
    if isinstance(value, tuple):
        return tuple(_restored(one, document) for one in value)
    if not is_dataclass(value) or isinstance(value, (type, Span, Document)):
        return value
    held = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
    made = {name: _restored(one, document) for name, one in held.items()}
    span, text = held.get("span"), held.get("text")
    if isinstance(span, Span) and isinstance(text, str) and len(text) == span.end - span.start:
        made["text"] = document.text[span.start : span.end]
    changed = {name: one for name, one in made.items() if one is not held[name] and one != held[name]}
    return replace(value, **changed) if changed else value
