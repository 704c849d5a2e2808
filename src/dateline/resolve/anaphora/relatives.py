"""Whose clause "it" does not go on with: in "Chad bought rice **which Mali had refused**, and it promised" the subject goes on, not that of the relative clause.

The subject of a clause that "and" or "but" joins to the main one is parallel to the main subject (Kameyama 1996, parallelism of coordinated clauses); whoever
acts only in a clause about the object stands deeper.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.resolve.anaphora.words import NEUTER
from dateline.types import Phrase, PhraseForm

_GOES_ON: Final = re.compile(r",\s+(?:and|but|so|yet)\s+(?:then\s+|later\s+)?$")
_RELATIVE: Final = frozenset({"which", "whom", "that"})
#: Between a relative pronoun and the subject of its clause.
_LINK: Final = re.compile(r"\s+(?:the\s+|its\s+)?(?:[\w’'-]+\s+)?")


def outside_relative(phrase: Phrase, text: str, sentence: Sequence[Phrase]) -> list[Phrase]:
    """The phrases of a subject's own sentence that "it" may stand for behind ", and": not the subject of a relative clause about another noun.

    Args:
        phrase: the pronoun.
        text: the canonical text.
        sentence: the phrases of its sentence.
    """
    start = phrase.mention.span.start
    if not phrase.subject or phrase.mention.text.lower() not in NEUTER or _GOES_ON.search(text, max(0, start - 20), start) is None:
        return list(sentence)
    before = [p for p in sentence if p.mention.span.end <= start]
    deep = [p for p in before if p.subject and _is_of_relative(p, before, text)]
    above = [p for p in before if p.subject and p not in deep and deep and p.mention.span.start < deep[0].mention.span.start]
    return [p for p in sentence if p not in deep] if above else list(sentence)


def _is_of_relative(phrase: Phrase, before: Sequence[Phrase], text: str) -> bool:
    """Whether a subject stands behind a relative pronoun that is the object of its verb ("tea **which Uganda** had banned")."""
    start = phrase.mention.span.start
    links = (p for p in before if p.form is PhraseForm.PRONOUN and not p.subject and p.mention.text.lower() in _RELATIVE)
    return any(_LINK.fullmatch(text, p.mention.span.end, start) for p in links if p.mention.span.end < start)
