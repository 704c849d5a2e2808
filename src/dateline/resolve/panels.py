"""Panels of the United Nations that a text names by their country: "the Group of Experts **on Mali** ... **the Group** found" is no Malian body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.types import Candidate, Phrase, PhraseForm, Span

#: What the Security Council and the Human Rights Council call those whom they send to find out.
_FULL: Final = re.compile(
    r"\b(Group|Panel|Committee|Commission|Team|Mission|group|panel)\s+of\s+(?:[Ii]ndependent\s+|[Ee]minent\s+)?(?:[Ee]xperts|Inquiry)\b"
    r"(?=\s+(?:on|for|concerning|established|pursuant|extended|mandated)\b)|\b(?:[Ff]act-[Ff]inding|[Mm]onitoring)\s+(Mission|Team)(?=\s+(?:on|for|in)\b)"
)
_SHORT: Final = re.compile(r"(Group|Panel|Committee|Commission|Team|Mission)(?:['’]s)?(?: (?:members?|experts?|report|coordinator))?")
_THE: Final = re.compile(r"\b[Tt]he\s+$")
#: Right before a panel, whose else it is ("the **African Union** Panel of Experts", "the government's group of experts").
_OTHERS: Final = re.compile(r"(?:(?!United\b|Nations\b|UN\b|U\.N\.|The\b)[A-Z][\w.]+|['’]s|s['’])\s+(?:[Ii]nternational\s+|[Ii]ndependent\s+)?$")
#: What a text with such a panel calls the Security Council, where it names no other council.
_COUNCIL: Final = re.compile(r"(?:Council|Secretary-General)(?:['’]s)?")
_UNITED_NATIONS: Final = Candidate("", "UNO", ("GOV",), 0.7)


def of_panels(phrases: Sequence[Phrase], text: str) -> dict[Phrase, Candidate]:
    """The phrases that name such a panel in full, then by its noun with a capital, until another body of the noun is named in full.

    Args:
        phrases: the document's noun phrases in text order.
        text: the canonical text.
    """
    spans = [(Span(m.start(), m.end()), m.group(1) or m.group(2)) for m in _FULL.finditer(text) if not _OTHERS.search(text[max(0, m.start() - 40) : m.start()])]
    found: dict[Phrase, Candidate] = {}
    known: set[str] = set()
    at = 0
    for phrase in sorted(phrases, key=lambda p: p.mention.span.start) if spans else ():
        span = phrase.mention.span
        while at < len(spans) and spans[at][0].start <= span.end:
            known.add(spans[at][1].capitalize())
            at += 1
        if phrase.form is PhraseForm.PRONOUN:
            continue
        short = _SHORT.fullmatch(phrase.mention.text)
        if at and spans[at - 1][0].overlaps(span):
            found[phrase] = _UNITED_NATIONS
        elif short is not None or _COUNCIL.fullmatch(phrase.mention.text):
            taken = short is None or short.group(1) in known
            if known and taken and _THE.search(text[max(0, span.start - 5) : span.start]):
                found[phrase] = _UNITED_NATIONS
        else:
            known -= {word for word in phrase.mention.text.split() if word in known}
    return found
