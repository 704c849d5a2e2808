"""Whose an office is after a sentence that says who answers: "Quito's reply came within a day. **The cabinet** recalled its envoy"."""

from __future__ import annotations

import re
from typing import Final

from dateline.resolve.belonging import BODIES, Scene
from dateline.types import Phrase, PhraseForm

_ANSWERS: Final = re.compile(
    r"\s+(?:\w+\s+)?(?:answer|response|reply|reaction|riposte|retort|retaliation)\s+(?:came|was|followed|arrived|did not (?:wait|take)|took|had been)\b"
)
_OWNING: Final = re.compile(r"(?:['’]s|s['’])$")
_OFFICES: Final = frozenset(
    """government cabinet parliament senate ministry presidency authorities legislature assembly army military president premier chancellor
    minister king""".split()
)
_KINDS: Final = frozenset({"country", "capital", "metonym"})


def state_that_answers(phrase: Phrase, scene: Scene) -> str | None:
    """The state whose answer the sentence before announces at its end, for an office without an owner that is the next sentence's first subject.

    Args:
        phrase: a phrase without a country of its own.
        scene: where the document names countries.
    """
    if phrase.form is not PhraseForm.NOMINAL or phrase.head not in _OFFICES or not phrase.subject or not phrase.sentence:
        return None
    span = phrase.mention.span
    first = min(scene.subjects.get(phrase.sentence, ()), key=lambda one: one.start, default=span)
    if first.start < span.start or any(s.end <= span.start for s in scene.by_sentence.get(phrase.sentence, ())):
        return None
    if not scene.text[max(0, span.start - 4) : span.start].lower().endswith("the ") or scene.text.startswith((" of ", " in "), span.end):
        return None
    before = [s for s in scene.by_sentence.get(phrase.sentence - 1, ()) if s.kind in _KINDS and s.country not in BODIES]
    last = before[-1] if before else None
    if last is None or _OWNING.search(scene.text[last.start : last.end]) is None or _ANSWERS.match(scene.text, last.end) is None:
        return None
    return last.country
