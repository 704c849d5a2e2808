"""Who is named again by the bare noun of the sentence before: "Twenty **Burmese soldiers** crossed the river. **The soldiers** turned back"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.types import Candidate, Participant, Phrase, PhraseForm

#: Score of the country of the phrase with the same noun.
AGAIN_SCORE: Final = 0.6


def told_again(one: Participant, phrase: Phrase | None, named: Mapping[int, Sequence[tuple[Phrase, Candidate]]], text: str) -> Participant:
    """A subject of many that is a bare definite noun with the country of the only ones of that noun in the sentence before.

    Args:
        one: a party.
        phrase: its phrase.
        named: the phrases that name their country, by sentence.
        text: the document.
    """
    if one.country is not None or phrase is None or phrase.form is not PhraseForm.NOMINAL or not phrase.plural or not phrase.subject:
        return one
    start = phrase.mention.span.start
    if phrase.mention.text != phrase.head or text[max(0, start - 4) : start].lower() != "the ":
        return one
    codes = {c.country for p, c in named.get(phrase.sentence - 1, ()) if p.head == phrase.head and p.plural and p.mention.text != p.head}
    code = next(iter(codes)) if len(codes) == 1 else None
    return replace(one, country=code, score=AGAIN_SCORE, method="setting") if code else one
