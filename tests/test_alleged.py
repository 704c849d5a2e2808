"""Deeds on the word of the other side are alleged; the author's, the doer's own and a third party's word are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.alleged import is_alleged
from dateline.analyse.response.ladder import ladder_of
from dateline.analyse.response.values import Judged, Label, Told, Trigger, TriggerQuery
from dateline.report.acts import acts
from dateline.report.summary import summarise
from dateline.types import Attribution, Coded, Document, EventMention, Mention, Participant, Sentence, Span

TEXT = "Chad accused Niger of shelling Malian villages."
SENTENCE = Sentence(0, TEXT, Span(0, len(TEXT)))


def party(words: str, code: str) -> Participant:
    return Participant(words, Span(TEXT.index(words), TEXT.index(words) + len(words)), None, code, "GOV", ("GOV",), 1.0)


CHAD, NIGER, VILLAGES = party("Chad", "TCD"), party("Niger", "NER"), party("Malian villages", "MLI")


def act(trigger: str, kind: str, actor: Participant, recipient: Participant, said: Attribution | None = None) -> EventMention:
    at = TEXT.index(trigger)
    mention = Mention(trigger, Span(at, at + len(trigger)))
    return EventMention(trigger, trigger, "d", "d", SENTENCE, mention, kind, actors=(actor,), recipients=(recipient,), attribution=said, confidence=0.9)


def word_of(one: Participant, kind: str = "institution") -> Attribution:
    return Attribution(kind, one.text, one.span, None, one.country)


def guessed(one: Participant, score: float) -> Attribution:
    """The word of a bare speaker, whose state is guessed."""
    return Attribution("institution", "government", Span(0, 1), None, one.country, None, score, "setting")


CHARGE = act("accused", "ACCUSE", CHAD, NIGER)
SHELLING = act("shelling", "ASSAULT", NIGER, VILLAGES, word_of(CHAD))


@pytest.mark.parametrize(
    ("deed", "beside", "expected"),
    [
        (SHELLING, (CHARGE,), True),
        (SHELLING, (), False),
        (SHELLING, (act("accused", "ACCUSE", CHAD, VILLAGES),), False),
        (replace(SHELLING, negated=True), (CHARGE,), False),
        (replace(SHELLING, attribution=None), (CHARGE,), False),
        (replace(SHELLING, attribution=word_of(NIGER)), (CHARGE,), False),
        (replace(SHELLING, attribution=word_of(VILLAGES)), (), True),
        (replace(SHELLING, attribution=word_of(VILLAGES, "media")), (), False),
        (replace(SHELLING, attribution=word_of(VILLAGES), type="AID"), (), False),
        (replace(SHELLING, attribution=guessed(VILLAGES, 0.6)), (), False),
        (replace(SHELLING, attribution=guessed(VILLAGES, 0.9)), (), True),
        (replace(SHELLING, attribution=guessed(NIGER, 0.6)), (), False),
        (replace(SHELLING, actors=()), (CHARGE,), False),
        (CHARGE, (CHARGE,), False),
    ],
    ids=[
        "accused", "a third party's word", "of another", "denied", "the author's", "avowed", "the victim's",
        "a paper's", "help", "guessed", "sure", "guessed the doer's", "nobody", "itself",
    ],
)
def test_alleged(deed: EventMention, beside: tuple[EventMention, ...], expected: bool) -> None:
    assert is_alleged(deed, beside) is expected


def test_the_head_of_a_brief_tells_it_as_alleged() -> None:
    coded = Coded(Document("d", "d", "d", "text/plain", TEXT), (SENTENCE,), (CHARGE, SHELLING))
    said = ["".join(piece.text for piece in line) for line in summarise([coded], acts([coded])).story]
    assert any("Niger, as alleged: force (1 act)" in line for line in said)
    assert not any("Niger: “" in line or "according to" in line for line in said)


def test_a_rung_counts_what_is_only_alleged_and_gives_it_no_score() -> None:
    coded = Coded(Document("d", "d", "d", "text/plain", TEXT), (SENTENCE,), (CHARGE, SHELLING))
    trigger = Trigger(TriggerQuery(), (), None, None, frozenset({"TCD"}), frozenset({"NER"}))
    one = Judged(Told(SHELLING, coded), "NER", Label.RESPONSE, 1.0, (), None, "force", alleged=True)
    other = replace(one, told=Told(replace(SHELLING, mention_id="b", event_id="b"), coded), alleged=False)
    (alone,), (both,) = (ladder_of(group, trigger, lambda told: ()) for group in ([one], [one, other]))
    assert (alone.events, alone.alleged, alone.strongest) == (1, 1, None)
    assert (both.events, both.alleged) == (2, 1)
    assert both.strongest is not None
