"""Whose a bare office is in a section on one state's answer: under "**UK response**" the Government and the minister are Britain's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.resolve import outsiders
from dateline.resolve.anaphora.natures import Lookup
from dateline.resolve.belonging import BODIES
from dateline.resolve.statements import Look
from dateline.types import BlockKind, Document, Phrase, PhraseForm, Span

_ANSWER: Final = re.compile(r"\b(?:response|responses|reaction|position|policy|view|stance|approach|government)s?\b", re.I)
_OFFICE: Final = re.compile(r"(?:Government|Cabinet|Foreign Secretary|Prime Minister|(?:[A-Z]\w+ )*(?:Ministry|Minister|Secretary))\b")
_LONGEST: Final = 8


def offices_in_sections(document: Document, phrases: Sequence[Phrase], look: Look, lookup: Lookup) -> dict[Phrase, str]:
    """The offices without a country of their own that stand under a heading on one state's answer, with that state.

    Args:
        document: the document.
        phrases: its noun phrases.
        look: the countries that a text names.
        lookup: what a phrase refers to by its own words.
    """
    sections = list(_sections(document, look))
    found: dict[Phrase, str] = {}
    for phrase in phrases if sections else ():
        if phrase.form is PhraseForm.PRONOUN or not (_OFFICE.match(phrase.mention.text) or outsiders.is_minister(phrase)):
            continue
        code = next((code for span, code in sections if span.contains(phrase.mention.span)), None)
        own = lookup(phrase).chosen if code else None
        if code and (own is None or not own.country):
            found[phrase] = code
    return found


def _sections(document: Document, look: Look) -> list[tuple[Span, str]]:
    found: list[tuple[Span, str]] = []
    heads = [block for block in document.blocks if block.kind is BlockKind.HEADING]
    for at, head in enumerate(heads):
        words = document.text[head.span.start : head.span.end]
        if len(words.split()) > _LONGEST or _ANSWER.search(words) is None:
            continue
        codes = {seen.country for seen in look(words)}
        if len(codes) == 1 and not codes & BODIES:
            end = next((one.span.start for one in heads[at + 1 :] if one.level <= head.level), len(document.text))
            found.append((Span(head.span.end, end), codes.pop()))
    return found
