"""The later verbs of a row have the doer of the first; who acts in a clause behind "with" acts in that clause alone."""

from __future__ import annotations

import pytest
from parsing import parse

from dateline.evaluation.gold import plain_document
from dateline.extract.arguments import verb_arguments
from dateline.extract.islands import outsiders
from dateline.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def sides(pipeline: Pipeline, text: str) -> dict[str, list[list[str]]]:
    """The countries of who acts and to whom, by the first word of the trigger."""
    (coded,) = pipeline.code([plain_document("d", text, "2024-08-01")])
    return {
        one.trigger.text.split()[0]: [sorted(p.country for p in side if p.country) for side in (one.actors, one.recipients)]
        for one in coded.mentions
    }


@pytest.mark.parametrize(
    ("text", "verbs", "doer"),
    [
        ("After the strike Pakistan shut its airspace, sent its troops to the frontier and, two days later, expelled the Indian envoy.", "shut sent expelled", "PAK"),
        ("After the killing Spain froze payments, brought its soldiers back and, on 2 June, blamed Morocco.", "froze brought blamed", "ESP"),
        ("After the rigged election Denmark suspended aid, expelled the envoy of Belarus and denounced the government in Minsk.", "expelled denounced", "DNK"),
        ("After the raid Oman broke off relations, flew its diplomats home and, on 11 April, sued Yemen in The Hague.", "broke flew sued", "OMN"),
    ],
)
def test_later_verbs_of_a_row_have_the_doer_of_the_first(pipeline: Pipeline, text: str, verbs: str, doer: str) -> None:
    found = sides(pipeline, text)
    assert {verb: found[verb][0] for verb in verbs.split() if verb in found} == {verb: [doer] for verb in verbs.split() if verb in found}
    assert verbs.split()[-1] in found


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("After the shelling Jordan evacuated its embassy, sent planes home and threatened Syria.", "evacuated", "Jordan"),
        ("Days after the seizure Italy sent frigates, warned Libya and, on 4 May, boarded a trawler.", "boarded", "Italy"),
        ("After Ghana closed its mission, Togo expelled two envoys.", "expelled", "Togo"),
        ("Kenya, after the militia Shabaab had attacked, closed the border and expelled the envoy.", "expelled", "Kenya"),
    ],
)
def test_a_clause_of_its_own_lends_no_subject(text: str, verb: str, subject: str) -> None:
    sentence = parse(text)
    (head,) = (t.i for t in sentence.tokens if t.lower == verb)
    assert [sentence.tokens[i].text for i in verb_arguments(sentence, head).subjects] == [subject]


def test_who_votes_behind_with_votes_alone(pipeline: Pipeline) -> None:
    text = (
        "Chad shut its embassy there ten days later, and 29 members of the African Union voted for a resolution that condemned the raid, "
        "with only Eritrea voting against it."
    )
    assert sides(pipeline, text)["voting"][0] == ["ERI"]


@pytest.mark.parametrize(
    ("text", "head", "out"),
    [
        ("The bloc renewed the sanctions, with Hungary alone rejecting the decision.", "renewed", True),
        ("The bloc renewed the sanctions, with Hungary alone rejecting the decision.", "rejecting", False),
        ("The bloc signed a treaty with Hungary on Monday.", "signed", False),
        ("The army pressed on, with shells killing four in Hungary.", "pressed", False),
    ],
)
def test_names_behind_with_are_outside_the_main_clause(text: str, head: str, out: bool) -> None:
    sentence = parse(text)
    at = {t.lower: t.i for t in sentence.tokens}
    assert (at["hungary"] in outsiders(sentence, at[head])) is out
