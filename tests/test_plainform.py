"""Headlines in Title Case and texts in capitals are read as they would stand in a sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dateline.evaluation.gold import plain_document
from dateline.pipeline import CodeOptions, Pipeline
from dateline.plainform import headlines, words
from dateline.plainform.smalltexts import is_small, with_capitals

PIPELINE = Pipeline(CodeOptions())


def as_in_sentences(headline: str, below: str) -> str:
    return headlines.as_in_sentences(headline, headlines.WordCases(below), 0)


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Ethiopia's Prime Minister Rejects Call for Talks with Tigray Forces", "Ethiopia's prime minister rejects call for talks with Tigray forces"),
        ("China Vows ‘Countermeasures’ After US Approves $11bn Arms Sale", "China vows ‘countermeasures’ after US approves $11bn arms sale"),
        ("Why Is Turkey Threatening to Invade?", "Why is Turkey threatening to invade?"),
        ("Peru Rejects Talks, Recalls Envoy", "Peru rejects talks, recalls envoy"),
        ("IRAN SEIZES TANKER IN GULF OF OMAN, SAYS IT VIOLATED SANCTIONS", "Iran seizes tanker in Gulf of Oman, says it violated sanctions"),
        ("THE U.S. EXPELLED TWO ENVOYS. RUSSIA PROTESTED.", "The U.S. expelled two envoys. Russia protested."),
        ("THE EUROPEAN COURT OF HUMAN RIGHTS", "The European Court of Human Rights"),
        ("AFRICAN COURT ON HUMAN AND PEOPLES' RIGHTS", "African Court on Human and Peoples' Rights"),
        ("COURT OF HUMAN RIGHTS FREES MAN", "Court of human rights frees man"),
    ],
)
def test_capitals_that_are_no_names_are_small(headline: str, expected: str) -> None:
    assert as_in_sentences(headline, "") == expected


@pytest.mark.parametrize(
    "headline",
    [
        "Bank of England governor warns of risks",
        "Chad expels German ambassador",
        "Rapid Support Forces shell hospital in El Fasher",
        "Security Council condemns coup",
        "Foreign Ministry summons Polish envoy",
        "Mandela Free",
        "",
        "12",
    ],
)
def test_a_headline_whose_capitals_are_names_stays(headline: str) -> None:
    assert as_in_sentences(headline, "") == headline


def test_the_text_below_tells_what_is_a_name() -> None:
    headline = "Sources: Ford Rejects Deal With Park Over Border"
    below = "On Monday Mr Ford turned the deal down. The sources said Ms Park had asked for it. They met Ford in the park."
    assert as_in_sentences(headline, below) == "Sources: Ford rejects deal with park over border"
    assert as_in_sentences(headline, below.replace(" in the park", "")) == "Sources: Ford rejects deal with Park over border"
    assert as_in_sentences("PARK REJECTS DEAL", "It was said that Park had told Ford so.") == "Park rejects deal"


def test_offsets_stay_where_a_letter_has_two_in_capitals() -> None:
    assert len(as_in_sentences("STRAẞE IN İZMİR GESPERRT AFTER PROTESTS", "")) == len("STRAẞE IN İZMİR GESPERRT AFTER PROTESTS")


def acts(text: str) -> set[tuple[str, str, tuple[str | None, ...], tuple[str | None, ...]]]:
    found = PIPELINE.code([plain_document("a", text, "2019-05-07")])[0].mentions
    return {(m.trigger.text.lower(), m.type, tuple(p.country for p in m.actors), tuple(p.country for p in m.recipients)) for m in found}


@pytest.mark.parametrize(
    "headline",
    ["Norwegian prosecutors charge two Belgian sailors", "Guinea foreign minister begs Senegal for grain", "Army court jails Tunisian blogger as Italy protests"],
)
def test_acts_do_not_depend_on_the_case_of_the_headline(headline: str) -> None:
    below = "\n\nThe case was heard on Monday. Nothing else was said."
    plain = acts(headline + below)
    assert plain
    assert acts(headline.title().replace("For ", "for ").replace("As ", "as ") + below) == plain
    assert acts(headline.upper() + below) == plain


def test_records_keep_the_words_of_the_text() -> None:
    found = PIPELINE.code([plain_document("a", "GHANA EXPELLED TWO FRENCH ENVOYS ON MONDAY. FRANCE PROTESTED.", "2019-05-07")])[0].mentions
    assert found and all(m.sentence.text.isupper() and m.trigger.text.isupper() for m in found)


@pytest.mark.parametrize(
    "text",
    [
        "The US and Chad held talks in Geneva on Monday, May 5. 'They will not blame us,' the minister said.",
        "Sudanese troops were sent to Eritrea, Kenya's National Intelligence Service said. U.S. officials said NATO may respond at 5 p.m. on Friday.",
        "The White House declined to comment. I think ECOWAS imposed sanctions in March.",
        "Hamas fired rockets at Tel Aviv; Israel struck Gaza City.",
    ],
)
def test_names_in_small_texts_get_their_capitals(text: str) -> None:
    assert is_small(text.lower()) and not is_small(text)
    assert with_capitals(text.lower()) == text


@pytest.mark.parametrize("text", ["Kenya expelled two envoys.", "no names", "", "ﷺ ١٢٣"])
def test_texts_with_capitals_and_very_short_ones_are_not_small(text: str) -> None:
    assert not is_small(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya expelled two Ugandan envoys on Monday. The African Union criticised Nairobi.",
        "Police in Lima fired tear gas at protesters, the Peruvian interior ministry said.",
        "The United States imposed sanctions on three Belarusian firms, and Minsk recalled its ambassador.",
    ],
)
def test_a_text_in_small_letters_is_coded_as_one_with_capitals(text: str) -> None:
    plain = acts(text)
    assert plain
    assert acts(text.lower()) == plain
    assert acts(text.upper()) == plain


def test_a_text_in_small_letters_stays_so_in_records() -> None:
    found = PIPELINE.code([plain_document("a", "ghana expelled two french envoys on monday, officials in accra said.", "2019-05-07")])[0]
    one = found.mentions[0]
    assert found.sentences[0].text.islower() and one.actors[0].text == "ghana" and one.recipients[0].text.islower()
    assert all(found.document.text[p.span.start : p.span.end] == p.text for p in (*one.actors, *one.recipients))
    assert str(one.date.earliest) == "2019-05-06"


def test_the_lists_are_those_of_the_corpus() -> None:
    script = Path(__file__).parents[1] / "scripts/make_wordcases.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("word", ["Albania{}s", "Accra{}s", "airline{}s", "ambassador{}s"])
def test_an_apostrophe_is_one_whichever_way_it_is_written(word: str) -> None:
    assert words.is_known(word.format("’")) == words.is_known(word.format("'")) == word[0].islower()


def test_a_name_is_told_by_the_text_whichever_apostrophe_it_has_there() -> None:
    text = "GHANA’S ARMY ARRESTS FIVE IN N’DJAMENA PORT\n\nThe army of Ghana said that Ghana's men were in N'Djamena."
    made = headlines.as_in_sentences(text.partition("\n")[0], headlines.WordCases(text), text.index("\n"))
    assert made.startswith("Ghana’s army") or made.startswith("Ghana's army")
    assert "N'Djamena" in made or "N’Djamena" in made
