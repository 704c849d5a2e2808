"""Deeds of long ago that a sentence tells by what was done about them after many years: "Sailors **kidnapped** by pirates came home **after 16 years**",
"Spain reopens **murder** of poet, **80 years on**"; and those of which only the memory is told: "**recognised** the Herero **genocide**", "the **anniversary** of the
Katyn **massacre**"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dateline.extract.act import Act
from dateline.extract.acttime import date_tokens
from dateline.extract.arguments import governed
from dateline.extract.dates import FoundDate
from dateline.extract.parse import ParsedSentence, Token
from dateline.extract.tags import SUBJECTS
from dateline.ontology.inflect import forms_of_nouns, forms_of_verbs
from dateline.ontology.wordlists import text_of, words_of

#: More years than these make a deed history: the codebook's `historical`.
_OLD: Final = 10
_NUMBERS: Final = words_of("extract.status.numbers")
#: Verbs by which somebody takes up a deed of the past.
_TAKES_UP: Final = forms_of_verbs(text_of("extract.longago.takes_up"))

_RECALLING: Final = forms_of_verbs(text_of("extract.longago.recalling"))
_MEMORIES: Final = forms_of_nouns(text_of("extract.longago.memories"))
_BYGONE: Final = forms_of_nouns(text_of("extract.longago.bygone"))
_CONCERNED: Final = forms_of_nouns(text_of("extract.longago.concerned"))
_ABOUT: Final = frozenset({"of", "to", "for", "on", "about"})


def remembered_by(sentence: ParsedSentence, head: int) -> Token | None:
    """The word that tells only the memory of a deed: "marked the **anniversary** of the Katyn massacre", "**recognised** the Herero genocide"; of a genocide that
    has a people's name the name itself.

    Args:
        sentence: the sentence.
        head: the head word of the act's trigger.
    """
    deed = sentence.tokens[head]
    if not deed.tag.startswith("N"):
        return None
    above = sentence.tokens[deed.head]
    over = sentence.tokens[above.head]
    if deed.dep in {"dobj", "nsubjpass"} and above.lower in _RECALLING:
        return above
    if deed.dep == "pobj" and above.lower in _ABOUT and (over.lower in _MEMORIES or (deed.lower in _BYGONE and over.lower in _CONCERNED)):
        return over
    if deed.lower not in _BYGONE or sentence.kids(head, "poss"):
        return None
    return next((t for t in sentence.kids(head, "amod", "compound", "nmod") if t.text[0].isupper() and t.i < head), None)


def memory_of(act: Act) -> Token | None:
    """The word that tells only the memory of an act of force, if one does."""
    return remembered_by(act.sentence, act.head) if act.type in {"ASSAULT", "COERCE"} else None


def as_remembered(act: Act) -> Act:
    """The act of which only the memory is told without those who remember it; who gives a genocide its name suffered it and did not do it."""
    if memory_of(act) is None:
        return act
    sentence = act.sentence
    named = {t.i for t in sentence.kids(act.head, "amod", "compound", "nmod")} if sentence.tokens[act.head].lower in _BYGONE else set()
    inside = set(sentence.subtree(act.head))
    suffered = [i for i in act.actors if i in named]
    done_to = [i for i in act.recipients if i in inside and i != act.head]
    return replace(act, actors=tuple(i for i in act.actors if i in inside and i not in named), recipients=tuple(sorted({*suffered, *done_to})), leans=())


def dates_of_memory(sentence: ParsedSentence, head: int, dates: Sequence[FoundDate], recent: date) -> list[FoundDate]:
    """The date expressions that can be those of a deed of which only the memory is told: those before its noun, and those of history.

    Args:
        sentence: the sentence.
        head: the head word of the deed.
        dates: the date expressions of the sentence.
        recent: the day before which what is told is history.
    """
    inside = set(sentence.subtree(head))
    named = [one for one in dates if (words := date_tokens(sentence, one)) and words[-1].i < head and (words[0].i in inside or words[-1].i + 1 == head)]
    return named or [one for one in dates if one.latest < recent]


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
