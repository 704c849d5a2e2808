"""A body that a text names in full and then by its noun alone: "the Security Council ... **the Council** adopted", "**Council** members".

The capital tells such a noun from a common one. It is the last body of that noun whose full name stands before, be it of one state or of many.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.resolve.anaphora.natures import Lookup
from dateline.resolve.belonging import BODIES
from dateline.types import Candidate, Phrase, PhraseForm

_NOUNS: Final = "Council|Commission|Court|Assembly|Union|Bank|Fund|Agency|Committee|Tribunal|Secretariat|Board|League|Community|Organi[sz]ation|Panel"
_SHORT: Final = re.compile(rf"({_NOUNS})(?:['’]s)?(?: (?:members?|member states|president|presidency|officials|experts|spokes\w+|resolution|statement))?")
_FULL: Final = re.compile(rf"\b({_NOUNS})\b")
_NAMED: Final = frozenset({"organisation", "igo"})


def short_bodies(phrases: Sequence[Phrase], lookup: Lookup) -> dict[Phrase, Candidate]:
    """The phrases that are a body's noun alone, with the body of several states or persons that the text named last by it."""
    found: dict[Phrase, Candidate] = {}
    last: dict[str, Candidate] = {}
    for phrase in phrases:
        if phrase.form is PhraseForm.PRONOUN or (noun := _FULL.search(phrase.mention.text)) is None:
            continue
        short = _SHORT.fullmatch(phrase.mention.text)
        if short is not None:
            body = last.get(short.group(1))
            if body is not None and body.country in BODIES:
                found[phrase] = body
            continue
        read = lookup(phrase)
        last[noun.group(1)] = read.chosen if read.chosen is not None and read.method in _NAMED else Candidate("", None, (), 0.0)
    return found
