"""What is the speaker's in what somebody says: "our lorries"."""

from __future__ import annotations

import pytest
from test_resolve_document import Text

from dateline.types import Lean, Mention, Phrase, PhraseForm, RawAttribution, RawMention, Span


@pytest.mark.parametrize(("hit", "country"), [("our lorries", "TCD"), ("our rivals", None)])
def test_what_is_ours_is_the_speakers(hit: str, country: str | None) -> None:
    speaker = "Chad's trade minister"
    text = Text("The road is closed.", f'"Gunmen shelled {hit}," {speaker} said.')
    doer, by = text.phrase("Gunmen", PhraseForm.NOMINAL, plural=True, subject=True), text.phrase(speaker, PhraseForm.NOMINAL, subject=True)
    start, word = text.text.index(hit), hit.split()[-1]
    mention = Mention(word, Span(start + len(hit) - len(word), start + len(hit)))
    thing = Phrase(mention, word, PhraseForm.NOMINAL, True, False, 1, Span(start, start + len(hit)))
    raw = RawMention(
        text.sentences[1], text.mention("shelled"), "ASSAULT", actors=(doer,), recipients=(thing,), attribution=RawAttribution("speaker", by),
        voice="active", leans=(Lean(doer.mention.span, 0.9, 0.0, 0.9, 0.0),),
    )  # fmt: skip
    assert [one.country for one in text.resolve(raw, doer, thing, by).recipients] == [country]
