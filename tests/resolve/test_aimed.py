"""Acts that are done to somebody by nature take who is across from the sentence before; others do not."""

from __future__ import annotations

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import CodeOptions, Pipeline
from dateline.types import ResolvedMention


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(CodeOptions())


def recipients(pipeline: Pipeline, text: str, word: str) -> set[str | None]:
    [coded] = pipeline.code([plain_document("one", text, "2005-10-06")])
    act: ResolvedMention = next(m for m in coded.mentions if word in m.trigger.text)
    return {one.country for one in act.recipients}


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("Namibia has fenced the river island. On Wednesday Botswana offered talks.", "offered", "NAM"),
        ("Zimbabwe owes its suppliers two years of payments. Last week Mozambique refused to extend credit.", "refused", "ZWE"),
        ("Morocco marched its people over the line. Algiers set a deadline of ten days for a withdrawal.", "deadline", "MAR"),
        ("Latvia has built a fence along the river. On Monday Belarus halted deliveries of timber.", "halted", "LVA"),
        ("Tanzania burned the huts of Burundian refugees. Bujumbura demanded compensation.", "demanded", "TZA"),
        ("Chinese soldiers crossed the ridge on Monday. Indian troops opened fire after an hour.", "opened fire", "CHN"),
    ],
)
def test_the_sentence_before_says_for_whom_it_is(pipeline: Pipeline, text: str, word: str, wanted: str) -> None:
    assert recipients(pipeline, text, word) == {wanted}


def test_a_state_in_the_sentence_itself_comes_before_that_of_the_sentence_before(pipeline: Pipeline) -> None:
    text = "The sale was welcome to Serbia. Croatia raised alarm over Bosnia's support of the sale, calling it a threat."
    assert recipients(pipeline, text, "calling") == {"BIH"}


def test_hosts_are_not_of_their_guests_state(pipeline: Pipeline) -> None:
    text = "Nigerian troops flew to Freetown on Monday. There their commander demanded that his hosts hand over two majors."
    assert recipients(pipeline, text, "demanded") == {"SLE"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Sweden held elections on Sunday. Finland's president offered his resignation.", "offered"),
        ("Kenya's police dispersed a crowd in Kisumu. Police in Uganda opened fire on Monday in Gulu.", "opened fire"),
        ("Norway summoned the Danish envoy. Sweden denied that its ships had been there.", "denied"),
    ],
)
def test_what_is_no_business_of_others_is_done_to_none_of_them(pipeline: Pipeline, text: str, word: str) -> None:
    assert not recipients(pipeline, text, word) - {"UGA", "FIN", "SWE", None}
