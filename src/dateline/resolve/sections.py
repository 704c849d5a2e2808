"""Whose a bare office is in a section on one state's answer: under "**UK response**" the Government and the minister are Britain's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.resolve import outsiders
from dateline.resolve.anaphora.natures import Lookup
from dateline.resolve.belonging import BODIES
from dateline.resolve.headings import Headings
from dateline.resolve.statements import Look
from dateline.types import Document, Phrase, PhraseForm

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
    sections = Headings(document, lambda words: _answering(words, look))
    found: dict[Phrase, str] = {}
    for phrase in phrases if sections else ():
        if phrase.form is PhraseForm.PRONOUN or not (_OFFICE.match(phrase.mention.text) or outsiders.is_minister(phrase)):
            continue
        code = sections.above(phrase.mention.span.start)
        own = lookup(phrase).chosen if code else None
        if code and (own is None or not own.country):
            found[phrase] = code
    return found


def _answering(heading: str, look: Look) -> str | None:
    """The one state of whose answer a heading says its section is."""
    if len(heading.split()) > _LONGEST or _ANSWER.search(heading) is None:
        return None
    codes = {seen.country for seen in look(heading)}
    return codes.pop() if len(codes) == 1 and not codes & BODIES else None
