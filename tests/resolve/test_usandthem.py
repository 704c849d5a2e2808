"""Whom "they" are who act against "us", and officers of a state that has complained."""

from __future__ import annotations

import pytest
from test_resolve_document import Text

from dateline.resolve.complainants import complainant
from dateline.types import Lean, Mention, Participant, Phrase, PhraseForm, RawAttribution, RawMention, ResolvedMention, Sentence, Span


def sides(first: str, said: str, trigger: str, hit: str, speaker: str, *before: str) -> tuple[list[str | None], list[str | None]]:
    """The countries of who acts, a "They", and of what is hit in a quotation; ``before`` are plurals that the first sentence names."""
    text = Text(first, said)
    they, by = text.phrase("They", PhraseForm.PRONOUN, plural=True, subject=True), text.phrase(speaker, PhraseForm.NOMINAL, subject=True)
    start = text.text.index(hit)
    word = hit.split()[-1]
    mention = Mention(word, Span(start + len(hit) - len(word), start + len(hit)))
    thing = Phrase(mention, word, PhraseForm.NOMINAL, True, False, 1, Span(start, start + len(hit)))
    others = tuple(text.phrase(one, PhraseForm.NOMINAL, plural=True, subject=True) for one in before)
    raw = RawMention(
        text.sentences[1], text.mention(trigger), "ASSAULT", actors=(they,), recipients=(thing,), attribution=RawAttribution("speaker", by),
        voice="active", leans=(Lean(they.mention.span, 0.9, 0.0, 0.9, 0.0),),
    )  # fmt: skip
    found = text.resolve(raw, *others, they, thing, by)
    return [one.country for one in found.actors], [one.country for one in found.recipients]


@pytest.mark.parametrize("first", ["Chadian officials blamed Niger.", "Chadian diplomats left Niger."])
def test_they_who_act_against_us_are_not_the_speakers_own(first: str) -> None:
    said = '"They shelled our lorries," Chad\'s trade minister said.'
    actors, hit = sides(first, said, "shelled", "our lorries", "Chad's trade minister", " ".join(first.split()[:2]))
    assert actors != ["TCD"]
    assert hit == ["TCD"]


def test_they_who_act_against_our_rivals_may_be_ours() -> None:
    found = sides("Chadian soldiers left Niger.", '"They stopped our rivals," Chad\'s trade minister said.', "stopped", "our rivals", "Chad's trade minister", "Chadian soldiers")
    assert found[0] == ["TCD"]


def _act(index: int, kind: str, actor: str | None, recipient: str | None, sector: str = "CVL") -> ResolvedMention:
    sentence = Sentence(index, "x" * 40, Span(index * 40, index * 40 + 40))
    raw = RawMention(sentence, Mention("x", Span(index * 40, index * 40 + 1)), kind)
    parties = [(Participant("x", Span(0, 1), country=code, sector=sector),) if code else () for code in (actor, recipient)]
    return ResolvedMention(raw, parties[0], parties[1], None)


@pytest.mark.parametrize(
    ("speaker", "told", "before", "wanted"),
    [
        ("General Luis Soto", _act(2, "ASSAULT", "ECU", "PER"), [_act(1, "ACCUSE", "PER", "ECU")], "PER"),
        ("General Luis Soto", _act(2, "ASSAULT", "ECU", "PER", "REB"), [_act(1, "ACCUSE", "PER", "ECU")], None),
        ("General Luis Soto", _act(2, "ASSAULT", "ECU", "PER"), [_act(1, "ACCUSE", "PER", "ECU"), _act(1, "ACCUSE", "ECU", "PER")], None),
        ("General Luis Soto", _act(2, "ASSAULT", "ECU", "PER"), [_act(1, "ACCUSE", "CHL", "ECU")], None),
        ("General Luis Soto", _act(9, "ASSAULT", "ECU", "PER"), [_act(1, "ACCUSE", "PER", "ECU")], None),
        ("villager", _act(2, "ASSAULT", "ECU", "PER"), [_act(1, "ACCUSE", "PER", "ECU")], None),
    ],
)
def test_an_officer_who_tells_what_was_done_to_the_state_that_complained(
    speaker: str, told: ResolvedMention, before: list[ResolvedMention], wanted: str | None
) -> None:
    phrase = Phrase(Mention(speaker, Span(0, len(speaker))), speaker.split()[-1].lower(), PhraseForm.NAME)
    assert complainant(phrase, [told], [*before, told]) == wanted
