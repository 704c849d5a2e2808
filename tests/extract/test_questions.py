"""Which questions leave open whether an act took place."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act, Judgement, Odds
from dateline.extract.judgement import judge
from dateline.extract.questions import asking_word, is_asked, whether_word
from dateline.types import Certainty, Status


@pytest.mark.parametrize(
    ("text", "trigger", "word"),
    [
        ("Did Lima refuse to extend the truce?", "refuse", "Did"),
        ("Has the ministry been attacked?", "attacked", "Has"),
        ("Was the dam bombed by Oslo?", "bombed", "Was"),
        ("In 2019, did the army carry out the raid?", "raid", "did"),
        ("“Did your men shell the market?”", "shell", "Did"),
        ("Did the rebels sign the truce, and have they freed the nurses?", "freed", "have"),
        ("Why did Lima refuse to extend the truce?", "refuse", None),
        ("Who bombed the clinic?", "bombed", None),
        ("When was the clinic bombed?", "bombed", None),
        ("Did Lima not bomb the clinic?", "bomb", None),
        ("Is it right that Lima bombed the clinic?", "bombed", None),
        ("Lima bombed the clinic.", "bombed", None),
    ],
)
def test_a_question_for_yes_or_no_asks_for_its_own_act(text: str, trigger: str, word: str | None) -> None:
    sentence = parse(text)
    found = asking_word(sentence, at(sentence, trigger))
    assert (found.text if found is not None else None) == word


def test_what_is_asked_is_hypothetical_whatever_a_coder_reads() -> None:
    sentence = parse("Did Lima refuse to extend the truce?")
    head = at(sentence, "refuse")
    sure = Odds((0.96, 0.01, 0.01, 0.01, 0.01), 0.02, (0.98, 0.01, 0.01), (0.94, *[0.01] * 6), tuple(0.01 for _ in sentence.tokens))
    own = Judgement(Status.OCCURRED, False, Certainty.CERTAIN, odds=sure)
    found = judge(Act(sentence, (head, head), head, "REJECT", (), "", (), (), (), 1.0, judgement=own)).modality
    assert (found.status, found.status_cue and found.status_cue.text) == (Status.HYPOTHETICAL, "Did")


@pytest.mark.parametrize(
    ("text", "trigger", "word"),
    [
        ("Is it true that Lima has bombed the clinic?", "bombed", "Is"),
        ("So is it the case that Oslo expelled the envoy?", "expelled", "is"),
        ("Can you confirm reports that Oslo expelled the envoy?", "expelled", "Can"),
        ("Is there any truth to claims that Lima bombed the clinic?", "bombed", "Is"),
        ("Do you know whether Lima bombed the clinic?", "bombed", "Do"),
        ("Do you know that Lima bombed the clinic?", "bombed", None),
        ("Is it true that Oslo, which expelled the envoy, bombed the clinic?", "expelled", None),
        ("It is true that Lima bombed the clinic.", "bombed", None),
    ],
)
def test_asked_is_whatever_stands_behind_is_it_true_that(text: str, trigger: str, word: str | None) -> None:
    sentence = parse(text)
    found = whether_word(sentence, at(sentence, trigger))
    assert (found.text if found is not None else None) == word


@pytest.mark.parametrize(
    ("text", "trigger", "asked"),
    [
        ("Lima has bombed the clinic, has it not?", "bombed", True),
        ("Lima bombed the clinic?", "bombed", True),
        ("Are you going to expel the envoy?", "expel", True),
        ("Why did Lima bomb the clinic?", "bomb", False),
        ("Have you talked to Lima, which bombed the clinic?", "bombed", False),
    ],
)
def test_a_questioner_asks_by_a_tag_or_a_mark_alone(text: str, trigger: str, asked: bool) -> None:
    sentence = parse(text)
    assert is_asked(sentence, at(sentence, trigger), tentative=True) is asked
