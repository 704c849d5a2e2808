"""Which year a day without its own takes: that of the history told, of the report cited, or the publication's."""

from __future__ import annotations

from datetime import date

import pytest
from parsing import at, parse

from dateline.extract.around import cited_days, reported_on
from dateline.extract.dates import Context, Told, find_dates
from dateline.extract.extractor import extract
from dateline.extract.lexical import LexiconCoder
from dateline.extract.rowtime import day_of_opening
from dateline.types import Block, BlockKind, Document, Marker, Sentence, SentenceKind, Source, Span

CODER = LexiconCoder()


def document(text: str, published: date | None = date(2024, 11, 28), **more: object) -> Document:
    """A document of the paragraphs of a text."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Document("d", "d", text, "", blocks=tuple(blocks), published=published, **more)  # type: ignore[arg-type]


def last_day(text: str, published: date | None = date(2024, 11, 28), **more: object) -> str | None:
    """First day of the last act of a text."""
    acts = extract([document(text, published, **more)], CODER)[0].mentions
    return acts[-1].time.earliest.isoformat() if acts and acts[-1].time else None


HISTORY = "Ghana expelled six diplomats on 3 May 2019. Togo closed its embassy in Accra in June."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ghana attacked Togo on 12 November.", "2019-11-12"),
        ("Ghana attacked Togo in March.", "2020-03-01"),
        ("Ghana attacked Togo that August.", "2019-08-01"),
        ("Ghana attacked Togo the following June.", "2020-06-01"),
        ("Ghana attacked Togo the following spring.", "2020-03-01"),
        ("Ghana attacked Togo on Thursday.", "2024-11-28"),
    ],
)
def test_a_history_tells_on_over_its_paragraphs(text: str, day: str) -> None:
    assert last_day(f"{HISTORY}\n\n{text}") == day


def test_news_comes_back_to_its_own_day() -> None:
    news = "Ghana attacked Togo on Thursday. Ghana had expelled six diplomats in May 2019.\n\nTogo condemned Ghana on 12 November."
    assert last_day(news) == "2024-11-12"
    assert last_day(f"ACCRA, Ghana (AP) — {HISTORY}\n\nTogo condemned Ghana on 12 November.") == "2024-11-12"


def test_background_of_news_tells_on_in_its_paragraph() -> None:
    news = "Ghana attacked Togo on Thursday.\n\nGhana expelled six diplomats in May 2019. In November Ghana attacked Togo."
    assert last_day(news) == "2019-11-01"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ghana expelled six diplomats in May 2019. Togo attacked Ghana on 9 November.", "2024-11-09"),
        ("Ghana expelled six diplomats in November 2019. Togo attacked Ghana in June.", "2024-06-01"),
        ("Ghana expelled six diplomats in May 2019. Togo attacked Ghana on 9 September.", "2019-09-09"),
        ("Ghana expelled six diplomats in November 2019. Togo attacked Ghana in January.", "2020-01-01"),
        ("Ghana expelled six diplomats in May 2019. Togo closed its embassy in June. Togo attacked Ghana on 9 November.", "2019-11-09"),
        ("Ghana expelled six diplomats in December 2019. Togo had attacked Ghana on 9 November.", "2019-11-09"),
    ],
)
def test_news_comes_back_from_one_time_of_its_background(text: str, day: str) -> None:
    """To a day of the weeks before the publication, and rather than into another year than the one that was named."""
    assert last_day(f"Ghana attacked Togo on Thursday.\n\n{text}") == day


def test_what_looks_back_from_the_publication_opens_no_history() -> None:
    text = "Ghana has attacked Togo since 1972. Togo expelled six diplomats in September 2021. Ghana attacked Togo in April."
    assert last_day(text) == "2024-04-01"


def test_a_time_named_aside_does_not_lead_back() -> None:
    text = "Togo attacked Ghana on 3 May 2023. Ghana condemned the men who had signed the pact in June 2011. Ghana attacked Togo on 12 July."
    assert last_day(text) == "2023-07-12"


def test_without_a_publication_day_the_text_dates_itself() -> None:
    assert last_day(f"{HISTORY} Ghana attacked Togo on 9 October.", None) == "2019-10-09"
    assert last_day(f"{HISTORY} By 9 October Ghana had attacked Togo. Eleven days later Togo attacked Ghana.", None) == "2019-10-20"
    assert last_day("Ghana attacked Togo on 9 October.", None) is None


@pytest.mark.parametrize(
    ("cited", "day"), [("2021-05-18", "2021-05-12"), ("2021-03-10", "2020-05-12"), ("2023-12-01", "2023-05-12"), (None, "2024-05-12")]
)
def test_an_act_is_not_long_after_the_report_cited_for_it(cited: str | None, day: str) -> None:
    text = "Ghana attacked Togo on 12 May."
    assert last_day(text, markers=(Marker("1", len(text)),), sources=(Source("1", "news", published=cited),)) == day


@pytest.mark.parametrize(
    ("text", "cited", "day"),
    [
        ("Ghana attacked Togo on 12 May.", "2024-05-11", "2024-05-12"),
        ("Ghana attacked Togo on 12 May.", "2024-04-02", "2024-05-12"),
        ("Ghana attacked Togo on 12 May.", "2021-05-10", "2021-05-12"),
        ("Ghana attacked Togo on 3 January.", "2022-12-30", "2023-01-03"),
        ("Ghana attacked Togo in May.", "2022-04-29", "2022-05-01"),
        ("Ghana had attacked Togo on 12 May.", "2024-05-10", "2024-05-12"),
        ("Ghana had attacked Togo on 12 May.", "2024-05-02", "2023-05-12"),
        ("Ghana attacked Togo on 1 December.", "2024-11-25", "2023-12-01"),
        ("Togo left in June 2022. Ghana attacked Togo on 2 August.", "2023-07-20", "2022-08-02"),
    ],
)
def test_an_act_may_be_soon_after_the_report_cited_for_it(text: str, cited: str, day: str) -> None:
    """What was announced, takes effect later or is cited from an older piece; not what is told with "had" some time before, lies ahead of the text or goes on a story."""
    assert last_day(text, markers=(Marker("1", len(text)),), sources=(Source("1", "news", published=cited),)) == day


def test_the_reports_cited_in_a_sentence() -> None:
    """The last day of a note's reports counts; a month, and a note of another sentence, do not."""
    sources = (Source("1", "news", published="2021-05-18"), Source("1", "news", published="2021-06-02"), Source("2", "news", published="2022-03"))
    text = "Ghana attacked Togo. Togo left."
    cited = cited_days(document(text, markers=(Marker("2", 31), Marker("1", 20), Marker("9", 5)), sources=sources))
    assert cited == [(20, date(2021, 6, 2))]
    assert reported_on(cited, Sentence(0, text[:20], Span(0, 20), SentenceKind.BODY)) == date(2021, 6, 2)
    assert reported_on(cited, Sentence(1, text[21:], Span(21, 31), SentenceKind.BODY)) is None


def test_what_would_be_done_lies_ahead_of_the_time_told() -> None:
    told = Told(date(2019, 5, 3), date(2019, 5, 3), history=True)
    (found,) = find_dates("He said that Togo would vote in March.", Context(date(2024, 11, 28), told=told))
    assert found.earliest == date(2020, 3, 1)
    (found,) = find_dates("Togo will vote in March.", Context(date(2024, 11, 28), told=told))
    assert found.earliest == date(2025, 3, 1)


STORY = "Ghana expelled six diplomats on 3 May 2019. {} This essay asks what came between.\n\nTogo condemned Ghana on {}. Two days later Ghana attacked Togo."


@pytest.mark.parametrize(
    ("passing", "bare", "day"),
    [
        ("Togo accused Ghana on 4 November 2024.", "17 June", "2019-06-19"),
        ("A letter of 4 November 2024 recalls it.", "17 June", "2019-06-19"),
        ("Togo accused Ghana on 4 November 2024.", "9 November", "2024-11-11"),
    ],
)
def test_a_story_goes_on_after_a_date_named_in_passing(passing: str, bare: str, day: str) -> None:
    assert last_day(STORY.format(passing, bare)) == day


def test_a_report_of_the_next_days_tells_the_year() -> None:
    text = "A ruling of 4 November 2024 changed little. Ghana attacked Togo on 17 June."
    assert last_day(text, markers=(Marker("1", len(text)),), sources=(Source("1", "news", published="2021-06-19"),)) == "2021-06-17"
    assert last_day(text) == "2024-06-17"


TOLD_ON = "Ghana expelled six diplomats on 3 May 2019. Togo closed its embassy in Accra on 20 May."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In January Togo had attacked Ghana.", "2019-01-01"),
        ("Togo had attacked Ghana in October.", "2018-10-01"),
        ("In October Togo had recalled its envoy, and in December Ghana had attacked Togo.", "2018-12-01"),
        ("In January Togo had attacked Ghana. In July Ghana attacked Togo.", "2019-07-01"),
        ("In January Togo had attacked Ghana. In the same spring Ghana attacked Togo.", "2019-03-01"),
        ("In January Togo had attacked Ghana. In the same month Ghana attacked Togo.", "2019-01-01"),
        ("In January 2015 Togo had attacked Ghana. In June Ghana attacked Togo.", "2019-06-01"),
        ("By October Togo had attacked Ghana.", "2019-10-01"),
        ("Togo attacked Ghana in October.", "2019-10-01"),
    ],
)
def test_what_a_history_tells_with_had_lies_before_its_story_and_does_not_move_it(text: str, day: str) -> None:
    assert last_day(f"{TOLD_ON} {text}") == day


def test_a_flashback_tells_on_from_its_own_first_time() -> None:
    assert last_day("Ghana had expelled six diplomats in May 2019. In June Ghana had attacked Togo.") == "2019-06-01"


def test_the_day_that_opens_a_sentence_holds_behind_its_semicolon() -> None:
    acts = extract([document("In August 2019 Ghana expelled an envoy; Togo answered by banning Ghana's cocoa and by suspending talks.")], CODER)[0].mentions
    assert len(acts) > 1
    assert {one.time.earliest for one in acts if one.time} == {date(2019, 8, 1)}


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("In August 2019 Ghana expelled an envoy; Togo suspended talks.", True),
        ("In August 2019 Ghana expelled an envoy; Togo later suspended talks.", False),
        ("Ghana expelled an envoy in August 2019; Togo suspended talks.", False),
        ("In August 2019 Ghana expelled an envoy; in June Togo suspended talks.", False),
    ],
)
def test_a_day_that_does_not_open_its_sentence_stays_before_the_semicolon(text: str, opens: bool) -> None:
    sentence = parse(text)
    found = day_of_opening(sentence, at(sentence, "suspended"), find_dates(text, Context(date(2024, 1, 1))))
    assert (found is not None) == opens


def test_what_a_history_tells_last_without_a_time_has_none() -> None:
    acts = extract([document(f"{HISTORY}\n\nTogo rejected the demand.")], CODER)[0].mentions
    assert acts[-1].untimed and acts[-1].time is None and not acts[0].untimed
    news = extract([document("Ghana expelled six diplomats on Thursday.\n\nTogo rejected the demand.")], CODER)[0].mentions
    assert not news[-1].untimed


COUP = "The army seized power on 1 February 2021, and soldiers arrested the president."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((COUP, "Oslo deplored the coup on 12 February. On 18 June Bern recalled its envoy."), "2021-02-12"),
        ((COUP, "Oslo deplored the coup on 12 February. On 18 June Bern had recalled its envoy."), "2022-02-12"),
        ((COUP, "Oslo deplored the coup on 12 February. On 2 March Bern recalled its envoy."), "2022-02-12"),
        ((COUP, "Oslo deplored the coup on 10 March. On 18 June Bern recalled its envoy."), "2022-03-10"),
        (("Oslo deplored the coup on 12 February. On 18 June Bern recalled its envoy.",), "2022-02-12"),
    ],
)
def test_a_paragraph_of_a_history_is_told_in_order(texts: tuple[str, ...], expected: str) -> None:
    assert told_of(texts, "deplored", date(2022, 3, 16)) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Troops entered the town on 3 May 2021. At the end of the month they arrested its mayor.", "arrested", "2021-05-21..2021-05-31"),
        ("Togo closed the camp in May 2019. By the end of the year it deported 4,000 people.", "deported", "2019-12-01..2019-12-31"),
        ("Police freed the mayor on 3 May 2021. They have since the beginning of the year arrested 40 men.", "arrested", "2022-01-01..2022-03-16"),
        ("Police freed the mayor on 9 March. By the end of the month a court will sentence him.", "sentence", "2022-03-21..2022-03-31"),
    ],
)
def test_the_month_and_the_year_are_those_told_of_right_before(text: str, word: str, expected: str) -> None:
    assert told_of((text,), word, date(2022, 3, 16)) == expected


def told_of(texts: tuple[str, ...], word: str, published: date) -> str:
    """The told days of an act of a document."""
    text = "\n\n".join(texts)
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(text.index(one), text.index(one) + len(one))) for one in texts)
    mentions = extract([Document("d", "d", text, "", blocks=blocks, published=published)], CODER)[0].mentions
    time = next(one.time for one in mentions if word in one.trigger.text)
    return "" if time is None else f"{time.earliest}..{time.latest}" if time.earliest < time.latest else f"{time.earliest}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bern protested on 19 August 2020. Oslo had objected to the raid. On 5 November Lima closed the port.", False),
        ("Bern protested on 19 August 2020. Oslo had meanwhile objected to the raid. On 5 November Lima closed the port.", True),
        ("Bern protested on 19 August 2020. Oslo objected to the raid. On 5 November Lima closed the port.", True),
    ],
)
def test_no_day_before_says_since_when_of_what_had_been_done(text: str, expected: bool) -> None:
    blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)
    mentions = extract([Document("d", "d", text, "", blocks=blocks, published=date(2022, 3, 16))], CODER)[0].mentions
    assert (next(one.around for one in mentions if "objected" in one.trigger.text) is not None) == expected
