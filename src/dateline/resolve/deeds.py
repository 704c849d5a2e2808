"""Whose the violence is that somebody condemns: "Shells from Armenia hit the post. Baku condemned **the attack**" is Baku's word on Armenia."""

from __future__ import annotations

import re
from typing import Final

from dateline.types import Phrase, PhraseForm

_DEEDS: Final = frozenset(
    """attack attacks strike strikes airstrike airstrikes bombing bombings bombardment raid raids shelling assault assaults incursion incursions
    invasion intrusion intrusions violation violations killing killings massacre ambush blast explosion overflight overflights landing""".split()
)
_DEFINITE: Final = re.compile(r"\b(?:the|this|that|these|those|such)\s+$", re.I)
#: How many sentences back the deed may be told.
REACH: Final = 2


def is_deed(phrase: Phrase, text: str) -> bool:
    """Whether a phrase is a definite noun without a name for violence of which the text has told ("**the raid**")."""
    start = phrase.mention.span.start
    bare = phrase.form is PhraseForm.NOMINAL and phrase.mention.text.islower() and "'" not in phrase.mention.text
    return bare and phrase.head in _DEEDS and _DEFINITE.search(text[max(0, start - 8) : start]) is not None
