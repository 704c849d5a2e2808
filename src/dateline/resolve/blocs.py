"""Phrases that stand for the states of a region: "West African leaders" as a body, "the Baltic states" one by one."""

from __future__ import annotations

import re
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.types import Phrase, PhraseForm

#: The code of bodies of several states.
BODY: Final = "IGO"
#: Regions whose states act together through a body of theirs (ECOWAS, SADC, the East African Community, ASEAN, CARICOM).
_REGION: Final = re.compile(r"(?:West(?:ern)?|East(?:ern)?|Southern|Central)[ -]Africa|South-?[Ee]ast[ -]Asia|Central[ -]Asia|Caribbean")
_ACTING: Final = words_of("resolve.blocs.acting")
#: The states of which a region consists whoever counts.
_STATES: Final = (
    (re.compile(r"\bBaltic (?:states|countries|nations|republics|capitals|governments|three|trio|presidents|ministers|leaders)\b"), ("EST", "LVA", "LTU")),
    (re.compile(r"\b(?:[Tt]he|[Tt]wo|[Bb]oth) Koreas\b|^Koreas$|\b(?:North and South|South and North) Koreas?\b"), ("KOR", "PRK")),
    (re.compile(r"\b(?:[Tt]he|[Tt]wo|[Bb]oth) Sudans\b|^Sudans$|\b(?:North and South|South and North) Sudans?\b"), ("SDN", "SSD")),
    (re.compile(r"\b(?:[Tt]he|[Tt]wo|[Bb]oth) Congos\b|^Congos$"), ("COD", "COG")),
)
#: Names of two states in the plural, which a parser may take for one.
_PAIRS: Final = frozenset({"koreas", "sudans", "congos"})
#: Between a plural and the region whose people it means ("leaders **of the** three Baltic states").
_OF: Final = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?(?:three\s+|two\s+)?")

#: How a phrase is read that means no party and nobody's.
SETTING: Final = "continent"


def is_bloc(phrase: Phrase) -> bool:
    """Whether a phrase stands for those who act for a region ("**West African mediators**", "the **Southern African bloc**")."""
    found = _REGION.search(phrase.mention.text)
    return found is not None and phrase.form is not PhraseForm.PRONOUN and phrase.head in _ACTING and "Republic" not in phrase.mention.text


def states(phrase: Phrase, text: str) -> tuple[str, ...]:
    """The countries of a plural that names a region of known states, or of which that is said behind it."""
    if not phrase.plural and phrase.head not in _PAIRS:
        return ()
    span = phrase.mention.span
    before = text[max(0, span.start - 5) : span.end]
    after = _OF.match(text, span.end)
    behind = text[after.end() - 4 : after.end() + 24] if after else ""
    for pattern, codes in _STATES:
        named = pattern.search(before)
        if named and (named.end() == len(before)):
            return codes
        if after and (found := pattern.search(behind)) and found.start() <= 4:
            return codes
    return ()
