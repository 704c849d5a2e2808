"""The statement that speaks for an event tells it: not in passing, as done, with its day."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.besttold import told_best
from dateline.merge import Report, independent
from dateline.types import EventMention, Mention, Sentence, SentenceKind, Span, Status, TimeRef

DAY = date(2031, 5, 4)


def told(words: str, trigger: str, status: Status = Status.OCCURRED, *, negated: bool = False, basis: str = "explicit", headline: bool = False) -> EventMention:
    start = words.index(trigger)
    sentence = Sentence(0, words, Span(0, len(words)), SentenceKind.HEADLINE if headline else SentenceKind.BODY)
    date_ = TimeRef(DAY, DAY, "day", basis)
    return EventMention(words, "e", "d", "d", sentence, Mention(trigger, Span(start, start + len(trigger))), "ASSAULT", status=status, negated=negated, date=date_)


@pytest.mark.parametrize(
    ("one", "other", "undone"),
    [
        (told("Peru shelled a post.", "shelled"), told("Accra protested over the shelling.", "shelling"), False),
        (told("Peru shelled a post.", "shelled", basis="document"), told("On 4 May Accra spoke of the shelling.", "shelling"), False),
        (told("Peru shelled a post.", "shelled"), told("Peru is to shell a post.", "shell", Status.FUTURE), False),
        (told("Peru shelled a post.", "shelled"), told("A post is shelled", "shelled", headline=True), False),
        (told("Peru shelled a post on 4 May.", "shelled"), told("Peru shelled a post.", "shelled", basis="document"), False),
        (told("Peru shelled a post.", "shelled"), told("Peru did not shell a post.", "shell", negated=True), False),
        (told("Peru did not shell a post.", "shell", negated=True), told("Peru shelled a post.", "shelled"), True),
        (told("Peru would shell a post.", "shell", Status.HYPOTHETICAL), told("Peru fears talk of the shelling.", "shelling", Status.HYPOTHETICAL), False),
    ],
)
def test_the_statement_that_tells_the_act(one: EventMention, other: EventMention, undone: bool) -> None:
    assert told_best([one, other], undone=undone) is one and told_best([other, one], undone=undone) is one


def test_who_imagines_an_act_is_no_source_of_one_that_others_tell() -> None:
    scenario, wire = Report("a", ("Think tank",), "Peru shells a post of Chile in May.", imagined=True), Report("b", ("AFP",), "Chile says Peru shelled it.")
    assert independent([scenario, wire]) == (("AFP",),)
    assert independent([scenario]) == (("Think tank",),)
