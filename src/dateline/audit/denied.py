"""Acts that a text or a headline says were refused, denied or not done: "refuses to meet", "denies delivering", "did not send"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.audit.words import act_words, stem, words
from dateline.ontology.inflect import irregular_verbs
from dateline.types import Mention, Span

if TYPE_CHECKING:
    from dateline.extract.parse import ParsedSentence, Token

#: A verb that is refused or denied hangs below the verb that does so.
_BELOW: Final = frozenset({"xcomp", "ccomp", "pcomp", "dobj", "advcl"})
#: What is said hangs so below the verb of saying.
_REPORTED: Final = frozenset({"pcomp", "ccomp", "xcomp"})
#: Verbs that tell a clause of the sentence's own.
_OWN: Final = frozenset({"ROOT", "conj"})
_NEVER: Final = frozenset({"not", "n't", "n’t", "never"})


@cache
def base(word: str) -> str:
    """A verb less its endings; irregular forms are those of their verb ("met", "meets")."""
    low = word.lower()
    return stem(irregular_verbs().get(low, low))


def are_forms(one: str, other: str) -> bool:
    """Whether two words are forms of one verb ("handed", "hands over"), or tell one class of acts."""
    classes = act_words().classes
    return base(one.split()[0]) == base(other.split()[0]) or bool(classes.get(one.lower(), frozenset()) & classes.get(other.lower(), frozenset()))


def denied_in(headline: str) -> Iterator[tuple[str, str]]:
    """The verbs that a headline says were not or will not be done, each with the whole phrase before it."""
    for match in _denying().finditer(headline):
        yield match.group(), match["verb"]


def verbs_of(sentence: ParsedSentence, span: Span) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The verbs of a part of a sentence that are told as done in a clause of their own, and those that are denied."""
    inside = [one for one in sentence.tokens if one.pos == "VERB" and span.start <= one.start and one.end <= span.end]
    denied = [one for one in inside if _is_denied(sentence, one)]
    done = [one for one in inside if one not in denied and one.dep in _OWN and not words().refusing.fullmatch(one.text)]
    return tuple(map(_mention, done)), tuple(map(_mention, denied))


def charged_in(sentence: ParsedSentence, span: Span) -> tuple[tuple[Mention, Token], ...]:
    """The verbs below one of saying or accusing, each with that, which are not denied: "accused Oslo of bombing", "said that jets had bombed"."""
    inside = [one for one in sentence.tokens if one.pos == "VERB" and span.start <= one.start and one.end <= span.end]
    below = [(one, _above(sentence, one)) for one in inside if one.dep in _REPORTED]
    return tuple((_mention(one), above) for one, above in below if words().saying.fullmatch(above.text) and not _is_denied(sentence, one))


def _above(sentence: ParsedSentence, verb: Token) -> Token:
    above = sentence.tokens[verb.head]
    return sentence.tokens[above.head] if above.dep == "prep" else above


def _is_denied(sentence: ParsedSentence, verb: Token) -> bool:
    if sentence.kids(verb.i, "neg") or any(one.lower in _NEVER for one in sentence.kids(verb.i, "advmod", "aux")):
        return True
    above = sentence.tokens[verb.head]
    if verb.dep not in _BELOW or above.i == verb.i:
        return False
    if above.dep == "prep":
        above = sentence.tokens[above.head]
    with_particle = " ".join([above.text, *(one.text for one in sentence.kids(above.i, "prt"))])
    late = above.lower in {"have", "has", "had"} and any(one.lower == "yet" for one in sentence.kids(above.i, "advmod"))
    return late or words().refusing.fullmatch(above.text) is not None or words().refusing.fullmatch(with_particle) is not None


def _mention(token: Token) -> Mention:
    return Mention(token.text, Span(token.start, token.end))


@cache
def _denying() -> re.Pattern[str]:
    before = rf"(?:{words().refusing.pattern}|(?<!\w)(?:not|never|yet)(?!\w)|(?<!\w)\w+n['’]t(?!\w))"
    return re.compile(rf"{before}\s+(?:(?:to|be|been|being|have|having)\s+){{0,3}}(?!only\b)(?:\w+ly\s+)?(?P<verb>[A-Za-z][\w-]+)", re.IGNORECASE)
