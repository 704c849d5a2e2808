"""Negation by a phrase of time, place or manner: "**At no point** did Bonn supply tanks", "**not once** in a decade has Oslo recalled its envoy".

A negative phrase at the head of a clause turns its verb round, so that what is turned round behind one is denied ("in no time **the army** struck"
is not). Some phrases deny wherever they stand ("has **on no occasion** protested").
"""

from __future__ import annotations

import re
from typing import Final

from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import ANY_SUBJECT
from dateline.types import Span

_DO: Final = frozenset({"do", "does", "did"})
_HAVE: Final = frozenset({"is", "are", "was", "were", "has", "have", "had"})
#: Where the clause before an auxiliary begins.
_OPENING: Final = (
    r"(?:^|[,;:—–(“\"‘]\s*|\b(?:and|but|yet|for|that|because|while|whereas|though|although|since|as)\s+)"
    r"(?:(?:and|but|yet)\s+)?"
)
#: What denies nothing: "not only", "not until May", "no sooner", "in no small part", "not without reason".
_AFFIRMED: Final = (
    r"(?!not\s+(?:only|just|merely|simply|until|till|for\s+(?:the\s+first|nothing)|without|long|far|least|all|every|surprisingly|a\s+few)\b"
    r"|no\s+(?:other|sooner|small|little|less|fewer|mean|uncertain|doubt|wonder|longer)\b)"
)
_ASIDE: Final = r"(?:,\s*[^,;:.]{1,60},\s*)?"
_FRONT: Final = re.compile(
    rf"{_OPENING}(?:(?:at|in|on|under|by|during|for|from|to|throughout|through|with|since|of)\s+)?{_AFFIRMED}"
    rf"(?P<word>no|not|none|nor|neither|never|nowhere)\b[^,;:.]{{0,80}}?{_ASIDE}\s*$",
    re.IGNORECASE,
)
#: "Not since 2014 has it shelled **so many** towns": it did.
_MATCHED: Final = re.compile(r"\b(?:so\s+(?:many|much|few|little)|such|as\s+(?:many|much))\b", re.IGNORECASE)
#: Nouns that with "no" and their preposition deny a clause wherever they stand.
_SET: Final = {
    "at": frozenset("point time stage moment".split()),
    "on": frozenset("occasion account".split()),
    "in": frozenset("case way instance circumstance circumstances respect".split()),
    "under": frozenset("circumstance circumstances condition conditions".split()),
    "by": frozenset({"means"}),
}
#: "In **no time**" is soon; "at no time" is never.
_NONE: Final = frozenset({"no", "neither"})


def denying_phrase(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The negative word of a phrase that denies what a verb tells.

    Args:
        sentence: the sentence.
        verb: the verb, or the noun that the parser takes for the object of "did" ("nowhere did police **fire**").
    """
    front = _front(sentence, verb)
    if front is not None and _tells_of_so_many(sentence, verb):
        return None
    return _turned(sentence, front) or _set_phrase(sentence, verb)


def _turned(sentence: ParsedSentence, front: re.Match[str] | None) -> Token | None:
    """The negative word at the head of a clause whose auxiliary stands before its subject; ``front`` is what stands before that."""
    if front is None:
        return None
    start = sentence.sentence.span.start + front.start("word")
    return next((t for t in sentence.tokens if t.start == start), None)


def _front(sentence: ParsedSentence, verb: Token) -> re.Match[str] | None:
    """The negative phrase before the auxiliary of a clause that is turned round."""
    auxiliary = _auxiliary(sentence, verb)
    return _FRONT.search(sentence.sentence.text[: auxiliary.start - sentence.sentence.span.start]) if auxiliary else None


def _tells_of_so_many(sentence: ParsedSentence, verb: Token) -> bool:
    return _MATCHED.search(sentence.text_of(Span(verb.end, sentence.sentence.span.end))) is not None


def _auxiliary(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The auxiliary of a verb that stands before its subject."""
    noun = sentence.tokens[verb.head] if verb.dep == "compound" else verb
    above = sentence.tokens[noun.head]
    if above.i < verb.i and _is_torn_off(sentence, above, noun):
        between = [t for t in sentence.tokens[above.i + 1 : verb.i] if t.pos in {"NOUN", "PROPN", "PRON"}]
        return above if between else None
    first = next((t for t in sentence.kids(verb.i, "aux", "auxpass") if t.lower != "to" and t.i < verb.i), None)
    return first if first is not None and any(first.i < t.i < verb.i for t in sentence.kids(verb.i, *ANY_SUBJECT)) else None


def _is_torn_off(sentence: ParsedSentence, above: Token, verb: Token) -> bool:
    """Whether the parser takes the auxiliary of a verb for the main verb: "nowhere **did** police fire", "nowhere **were** protesters arrested"."""
    if above.lower in _DO:
        return verb.dep in {"dobj", "nsubj", "ccomp", "xcomp"}
    return above.lower in _HAVE and verb.dep == "ccomp" and not any(t.i < above.i for t in sentence.kids(above.i, *ANY_SUBJECT))


def _set_phrase(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The "no" of a phrase that denies wherever it stands: "has **on no occasion** expelled"."""
    subjects = sentence.kids(verb.i, *ANY_SUBJECT)
    for link in [*sentence.kids(verb.i, "prep"), *(t for one in subjects for t in sentence.kids(one.i, "prep"))]:
        for noun in sentence.kids(link.i, "pobj") if link.lower in _SET else ():
            no = next((t for t in sentence.kids(noun.i, "det") if t.lower in _NONE), None)
            if no is not None and noun.lower in _SET[link.lower]:
                return no
    return None
