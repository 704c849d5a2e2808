"""Who is named in a clause before "he" that has no subject of its own: in "**Receiving the king of Jordan**, he called it a crime" he is not the king.

The subject of the main clause is that of the participle too, and cannot be whoever stands behind it (Chomsky's principle B, and C for what is
deeper inside: both hold for clauses put in front).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.resolve.anaphora.words import is_human
from dateline.types import Phrase, PhraseForm

_OPENS: Final = re.compile(
    r"(?:(?:After|Before|While|When|On|Upon|By|Since)\s+(?:\w+ly\s+)?[a-z]+ing\b"
    r"|(?!According|Following|During|Including|Concerning|Regarding|Pending|Nothing|Something|Anything|Everything|Beijing|Boeing|Evening|Morning|Spring)"
    r"[A-Z][a-z]+(?:ly\s+[a-z]+)?ing\s+(?=[a-zA-Z])"
    r"|(?:Flanked|Accompanied|Joined|Watched|Interviewed|Questioned|Pressed|Asked)\s+(?:by|about|on)\b"
    r"|(?:Along|Be)side\s|(?:Together|Along|Jointly)\s+with\s"
    r"|(?:After|Before|At|In|During|Following)\s+(?:\w+\s+){0,3}?(?:talks|meetings?|call|conversation|dinner|conference|summit|audience)\s+(?:\w+\s+)?with\b)"
)
#: Before whom a subject does something with, after a pause or not: "**together with Oman** it recalled".
_COMPANIONS: Final = re.compile(r"\b(?:alongside|(?:together|along|jointly)\s+with)\s", re.I)
_STARTS: Final = frozenset(".!?:;\"“”'‘’)\n—–-")
#: What a host does to a guest of another state.
_HOSTS: Final = re.compile(
    r"(?:(?:After|Before|While|When|On|Upon)\s+)?(?:receiv|host|welcom|greet)ing\b"
    r"|(?:(?:Standing|Sitting|Speaking) )?(?:along|be)side\s|Flanked by\b", re.I
)
#: Longest words between the start of such a clause and its first phrase (code points).
_REACH: Final = 60


def outside_fronted(phrase: Phrase, text: str, sentence: Sequence[Phrase]) -> list[Phrase]:
    """The phrases of a subject pronoun's own sentence that may be what it stands for: none of those of the clause before it, where that has no subject.

    Args:
        phrase: the pronoun.
        text: the canonical text.
        sentence: the phrases of its sentence.
    """
    opening = _opening(phrase, text, sentence)
    if opening is None:
        return list(sentence)
    return [p for p in sentence if not opening.start() <= p.mention.span.start < phrase.mention.span.start]


def guests(phrase: Phrase, text: str, sentence: Sequence[Phrase]) -> list[Phrase]:
    """The persons whom a subject pronoun receives by the clause put before it, who are of another state than he ("**Hosting the premier of Laos**, he")."""
    opening = _opening(phrase, text, sentence)
    if opening is None or _HOSTS.match(text, opening.start()) is None:
        return []
    within = (p for p in sentence if opening.start() <= p.mention.span.start < phrase.mention.span.start)
    return [p for p in within if not p.plural and p.form is PhraseForm.NOMINAL and is_human(p.head)]


def _opening(phrase: Phrase, text: str, sentence: Sequence[Phrase]) -> re.Match[str] | None:
    """Where a clause without a subject opens that stands right before a subject pronoun and opens its sentence."""
    start = phrase.mention.span.start
    if not phrase.subject:
        return None
    before = [p for p in sentence if p.mention.span.end <= start]
    if not before or any(p.subject for p in before):
        return None
    first = min(p.mention.span.start for p in before)
    for opening in _OPENS.finditer(text, max(0, first - _REACH), start):
        at = opening.start()
        if text[start - 2 : start] == ", " and at <= first and text[max(0, at - 3) : at].rstrip(" ")[-1:] in _STARTS | {""}:
            return opening
    beside = _COMPANIONS.search(text, max(0, first - _REACH), start)
    return beside if beside is not None and not any(mark in text[beside.end() : start] for mark in ".!?") else None
