"""The body of several states that "the bloc", "the alliance" and "the regional body" stand for: the last that the text named."""

from __future__ import annotations

import re
from typing import Final

from dateline.ontology.wordlists import words_of
from dateline.resolve.belonging import BODIES, Scene
from dateline.types import Phrase, PhraseForm

_NOUN: Final = re.compile(
    r"(?:(?:regional|trade|trading|military|defen[cs]e|security|economic|customs) )?(?:bloc|alliance|grouping)|(?:regional )?organi[sz]ation|regional body", re.I
)
_ORGAN_OF: Final = re.compile(r"\s+of\s+(?:the\s+)?")
_ORGANS: Final = words_of("resolve.bodymeant.organs")
_THE: Final = re.compile(r"\bthe\s+$", re.I)
#: Codes of bodies that a text calls a bloc, and how many sentences back one may stand.
_CODES: Final = frozenset({"IGO", "EUR"})
_BACK: Final = 3


def body_meant(phrase: Phrase, scene: Scene) -> str | None:
    """The code of the body, where the text named one in the sentences before; of parties' alliances it names none ("the ruling alliance" is told apart by its words)."""
    span = phrase.mention.span
    if phrase.form is not PhraseForm.NOMINAL or phrase.plural or _NOUN.fullmatch(phrase.mention.text) is None:
        return None
    if _THE.search(scene.text[max(0, span.start - 5) : span.start]) is None:
        return None
    for sentence in range(phrase.sentence, max(-1, phrase.sentence - _BACK - 1), -1):
        seen = [s for s in scene.by_sentence.get(sentence, ()) if s.kind == "body" and s.end <= span.start]
        if seen:
            return seen[-1].country if seen[-1].country in _CODES else None
    return None


def whose_organ(phrase: Phrase, scene: Scene) -> str | None:
    """The code of the body that stands right behind its organ ("the regional **force of the East African Community**")."""
    if phrase.form is PhraseForm.PRONOUN or phrase.head not in _ORGANS or (of := _ORGAN_OF.match(scene.text, phrase.mention.span.end)) is None:
        return None
    seen = (s for s in scene.by_sentence.get(phrase.sentence, ()) if s.kind == "body" and s.start == of.end())
    return next((s.country for s in seen if s.country in BODIES), None)
