"""Whom nouns mean that point back: "Congress" abroad, "both governments" of a story, "the measures" of others."""

from __future__ import annotations

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline()


def recipients(pipeline: Pipeline, text: str, trigger: str) -> set[str | None]:
    (coded,) = pipeline.code([plain_document("d", text, "2015-10-05")])
    return {p.country for m in coded.mentions if trigger in m.trigger.text for p in m.recipients}


@pytest.mark.parametrize(
    ("text", "trigger", "countries"),
    [
        ("LIMA - Peru's president named a new cabinet on Wednesday. The U.S. ambassador asked Congress to approve a trade bill.", "asked", {"PER"}),
        ("GUATEMALA CITY - A Guatemalan judge jailed two officers. Amnesty International called on Congress to end an amnesty.", "called on", {"GTM"}),
        ("Honduran President Porfirio Lobo took office. Honduran police marched. The U.S. embassy has pressed Congress to act.", "pressed", {"HND"}),
        ("Colombian troops left two towns in Colombia. President Barack Obama asked Congress for more aid.", "asked", {"USA"}),
        ("BOGOTA - Colombian troops left two towns. President Barack Obama asked Congress for more aid.", "asked", {"USA"}),
        ("Syrian troops shelled a suburb in Syria. Barack Obama asked Congress to approve strikes.", "asked", {"USA"}),
    ],
)
def test_congress_is_that_of_the_state_of_the_news(pipeline: Pipeline, text: str, trigger: str, countries: set[str]) -> None:
    assert recipients(pipeline, text, trigger) == countries


@pytest.mark.parametrize(
    ("text", "trigger", "countries"),
    [
        (
            "Ecuador and Colombia signed a border accord on Wednesday.\n\nEcuador's president will fly to Caracas on Friday to meet Hugo Chavez. Shops were shut."
            "\n\nAn OAS envoy urged both governments to reopen their embassies.", "urged", {"ECU", "COL"},
        ),
        (
            "Jordan and Israel signed a peace treaty on Wednesday.\n\nSyria denounced the treaty. Syrian radio said that King Hussein had betrayed the Arabs."
            "\n\nBritain congratulated both countries.", "congratulated", {"JOR", "ISR"},
        ),
        (
            "Ecuador and Colombia signed a border accord on Wednesday.\n\nPeru and Chile closed a border post after a row on Monday."
            "\n\nAn OAS envoy urged both governments to open it.", "urged", {"PER", "CHL"},
        ),
    ],
)  # fmt: skip
def test_both_governments_are_those_of_the_story(pipeline: Pipeline, text: str, trigger: str, countries: set[str]) -> None:
    assert recipients(pipeline, text, trigger) == countries


@pytest.mark.parametrize(
    ("text", "trigger", "countries"),
    [
        ("Japan and South Korea froze the accounts of North Korean firms. China, an ally of Pyongyang, criticised the measures.", "criticised", {"JPN", "KOR"}),
        ("The United States banned imports from Burma on Tuesday. Thailand, which borders Burma, opposed the ban.", "opposed", {"USA"}),
        ("Saudi Arabia and Egypt closed their airspace to Qatar. Iran condemned the measures.", "condemned", {"SAU", "EGY"}),
        ("The United States banned imports from Burma on Tuesday. Thailand condemned the measures of the European Union.", "condemned", {"EUR"}),
    ],
)
def test_measures_that_others_judge_are_those_who_took_them(pipeline: Pipeline, text: str, trigger: str, countries: set[str]) -> None:
    assert recipients(pipeline, text, trigger) == countries


@pytest.mark.parametrize(
    ("text", "trigger", "countries"),
    [
        ("Turkey shelled two villages in Iraq. Former prime minister Ayad Allawi criticised the government for its silence.", "criticised", {"IRQ"}),
        ("Belarus detained a Lithuanian driver in Minsk. President Dalia Grybauskaite blamed the government for not informing her.", "blamed", {"LTU"}),
        ("Nepal shut a road to India in June. Rahul Gandhi, the opposition leader, urged the government to answer.", "urged", {"IND"}),
        ("Egyptian police shot forty marchers. Washington froze its aid to Egypt. Senator Patrick Leahy accused the government of murder.", "accused", {"EGY"}),
        ("Cuba shot down an American plane. Washington protested. Senator Bob Dole accused the administration of weakness.", "accused", {"USA"}),
    ],
)
def test_a_politician_out_of_office_blames_his_own_government(pipeline: Pipeline, text: str, trigger: str, countries: set[str]) -> None:
    assert recipients(pipeline, text, trigger) == countries


@pytest.mark.parametrize(
    ("text", "trigger", "countries"),
    [
        ("Laotian soldiers burned a Thai post. Vietnam expressed concern. Malaysia called it a violation of Thai sovereignty.", "called", {"LAO"}),
        ("Moldova arrested nine Romanian engineers. Bucharest demanded their release. Ukraine criticised the arrests on Friday.", "criticised", {"MDA"}),
        ("Gabon expelled two Angolan pilots. Luanda protested. The Gabonese opposition criticised the decision.", "criticised", {"GAB"}),
        ("Chinese boats rammed a Philippine vessel off Palawan. Manila protested. Japan, too, voiced grave concern.", "concern", set()),
    ],
)
def test_comments_of_others_are_on_who_did_the_deed(pipeline: Pipeline, text: str, trigger: str, countries: set[str]) -> None:
    assert recipients(pipeline, text, trigger) == countries
