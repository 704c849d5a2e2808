"""Doubt that stands apart from its act: "**It is possible**, an aide said, **that** rebels shot him", "took the town; **if confirmed**, it would be ...".

What the parser hangs such words on varies, so that they are read off the text; :mod:`dateline.extract.certainty` reads those that stand at the act.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.extract.cuewords import load_cues
from dateline.extract.frames import Frame
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.signals import Signal
from dateline.extract.tags import FINITE
from dateline.types import Certainty

_POSSIBLE, _PROBABLE = str(Certainty.POSSIBLE), str(Certainty.PROBABLE)
_SIGN: Final = re.compile(
    r"\b(?:confirmed|verified|corroborated|substantiated|true|correct|proven|borne|rumou?rs?|hearsay|gossip|talk"
    r"|it (?:is|was|has been|seems|remains)|likelihood|probability|possibility|chance)\b",
    re.IGNORECASE,
)
#: Behind an act that somebody reports.
_IF_TRUE: Final = re.compile(r"\bif (?:(?:it|this|that|they) (?:is|are|were|was|proves?) )?(?:confirmed|verified|corroborated|true|correct|proven|borne out)\b", re.IGNORECASE)
#: Behind any act.
_UNCONFIRMED: Final = re.compile(
    r"\b(?:this|that|it|which|none of (?:it|this|that)|(?:the|these|those) (?:reports?|claims?|accounts?|stor(?:y|ies)))\b[^.;]{0,60}?\b"
    r"(?:(?:(?:could|can) ?not|has not been|have not been|could|has yet to|have yet to|remains to)(?: yet)?(?: be)?"
    r"(?: independently| immediately| at once)? (confirmed|verified|corroborated|substantiated)"
    r"|(?:may|might|could)(?: well)? be (?:no more than|nothing (?:more than|but)|only|mere|just|pure)(?: a| an)? (rumou?rs?|hearsay|gossip|talk))\b",
    re.IGNORECASE,
)
_OPENS: Final = re.compile(
    r"\b(?:it (?:is|was|seems|remains) (?:(?:also|quite|very|just|highly|more than|at least|entirely) )?(possible|conceivable|plausible|likely|probable)"
    r"|the (likelihood|probability|possibility|chance) (?:is|was|remains|exists))\b(?:,[^;.]{1,90},)? that\b",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r", it (?:is|was|has been) (?:(?:\w+ly|now|commonly) )?(\w+),", re.IGNORECASE)
_CLEFT: Final = re.compile(r"\W*(\w+)\b(?:,[^;.]{1,60},)? it (?:was|is) ", re.IGNORECASE)
_LIKELY: Final = frozenset({"likely", "probable", "likelihood", "probability"})
_NOT: Final = frozenset({"not", "n't", "none", "neither", "nor", "yet", "remains", "cannot"})
_UNPROVEN: Final = frozenset({"unconfirmed", "unverified", "uncorroborated"})


def doubt_apart(sentence: ParsedSentence, verb: Token, told: Sequence[Frame]) -> Signal | None:
    """The word that makes an act less than certain from somewhere else in its sentence.

    Args:
        sentence: the sentence.
        verb: the act's verb, or its noun.
        told: the frames of speech that hold the act.
    """
    for frame in told:
        if frame.speaker is not None and frame.form in {"adjunct", "clause", "parenthesis"}:
            word = next((t for t in sentence.kids(frame.speaker, "amod") if t.lower in _UNPROVEN), None)
            if word is not None:
                return Signal(_POSSIBLE, "adjective of report", word.i)
    text = sentence.sentence.text
    if _SIGN.search(text) is None:
        return None
    return _ahead(sentence, verb) or _behind(sentence, verb, told)


def is_weighed(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether the author weighs how likely an act is: "**it is possible** that ...", which is nobody's report."""
    return _SIGN.search(sentence.sentence.text) is not None and (found := _ahead(sentence, verb)) is not None and found.family == "judged"


def _ahead(sentence: ParsedSentence, verb: Token) -> Signal | None:
    """Doubt before the clause of the act: "**it is possible** that", ", **it is widely assumed**,"."""
    base, text = sentence.sentence.span.start, sentence.sentence.text
    opens = _OPENS.search(text)
    if opens is not None and _is_next(sentence, base + opens.end(), verb):
        word = 1 if opens[1] else 2
        label = _PROBABLE if opens[word].lower() in _LIKELY else _POSSIBLE
        return Signal(label, "judged", _word_at(sentence, base + opens.start(word)))
    cleft = _CLEFT.match(text)
    doubt = load_cues().adverbs.get(cleft[1].lower()) if cleft is not None else None
    if cleft is not None and doubt is not None and _is_next(sentence, base + cleft.start(1), verb):
        return Signal(doubt, "adverb", _word_at(sentence, base + cleft.start(1)))
    aside = _ASIDE.search(text)
    believed = load_cues().passives.get(aside[1].lower()) if aside is not None else None
    if aside is not None and believed is not None and _is_next(sentence, base + aside.end(), verb):
        return Signal(believed, "passive that", _word_at(sentence, base + aside.start(1)))
    return None


def _behind(sentence: ParsedSentence, verb: Token, told: Sequence[Frame]) -> Signal | None:
    """Doubt behind the clause of the act: "**if confirmed**" of what somebody reports, "though this **could not be confirmed**" of any."""
    base, text = sentence.sentence.span.start, sentence.sentence.text
    found = _UNCONFIRMED.search(text)
    if found is not None and (found[2] or _NOT & set(found[0].lower().replace("cannot", "can not").split())):
        place = found.start(1) if found[1] else found.start(2)
    else:
        found = _IF_TRUE.search(text) if told else None
        place = found.end() - 1 if found is not None else 0
    if found is None or verb.end > base + found.start():
        return None
    between = text[verb.end - base : found.start()]
    return Signal(_POSSIBLE, "unconfirmed", _word_at(sentence, base + place)) if re.search(r"[,;–—]", between) else None


def _is_next(sentence: ParsedSentence, offset: int, verb: Token) -> bool:
    """Whether a verb is that of the clause which begins at an offset, or of the clause that sets off its subject ("it was rebels who **shot**")."""
    if verb.start < offset:
        return False
    first = verb
    while first.dep == "conj" and sentence.tokens[first.head].start >= offset and sentence.tokens[first.head].pos == "VERB":
        first = sentence.tokens[first.head]
    between = [t for t in sentence.tokens if offset <= t.start < first.start and t.tag in FINITE and t.head != first.i]
    cleft = len(between) == 1 and between[0].lower in {"was", "is", "were"} and any(t.lower == "it" for t in sentence.tokens[max(0, between[0].i - 1) : between[0].i])
    return not between or cleft


def _word_at(sentence: ParsedSentence, offset: int) -> int | None:
    return next((t.i for t in sentence.tokens if t.start <= offset < t.end), None)
