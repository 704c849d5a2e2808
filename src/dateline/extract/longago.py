"""Deeds of long ago that a sentence tells by what was done about them after many years: "Sailors **kidnapped** by pirates came home **after 16 years**",
"Spain reopens **murder** of poet, **80 years on**"."""

from __future__ import annotations

from typing import Final

from dateline.extract.arguments import governed
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import SUBJECTS
from dateline.ontology.inflect import forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

#: More years than these make a deed history: the codebook's `historical`.
_OLD: Final = 10
_NUMBERS: Final = words_of("extract.status.numbers")
#: Verbs by which somebody takes up a deed of the past.
_TAKES_UP: Final = forms_of_verbs(text_of("extract.longago.takes_up"))


def years_after(sentence: ParsedSentence, head: int) -> Token | None:
    """The word of time that sets a deed more than ten years before what is told of it, if one does.

    Args:
        sentence: the sentence.
        head: the head word of the act's trigger.
    """
    act = sentence.tokens[head]
    above = sentence.tokens[act.head]
    if act.tag in {"VBN", "VBD"} and act.dep in {"acl", "relcl"} and above.dep in SUBJECTS:
        verb = sentence.tokens[above.head]
        return _after(sentence, verb) if verb.i > act.i else None
    if act.tag.startswith("N") and act.dep == "dobj" and above.lower in _TAKES_UP:
        return _on(sentence)
    return None


def _after(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The years of "came home **after 16 years**"."""
    return next((years for years in governed(sentence, [verb.i], "after") if _is_long(sentence, years) and not sentence.kids(years.i, "prep")), None)


def _on(sentence: ParsedSentence) -> Token | None:
    """The years of "**80 years on**", "**four decades later**", wherever the parser hangs them; not those of "20 years on death row"."""
    for years, link, then in zip(sentence.tokens, sentence.tokens[1:], [*sentence.tokens[2:], None], strict=False):
        if link.lower in {"on", "later"} and (then is None or then.pos == "PUNCT") and _is_long(sentence, years):
            return years
    return None


def _is_long(sentence: ParsedSentence, years: Token) -> bool:
    if years.lower == "decades":
        return True
    counts = [t.lower for t in sentence.kids(years.i, "nummod")]
    return years.lower == "years" and any(c in _NUMBERS or (c.isdecimal() and int(c) > _OLD) for c in counts)
