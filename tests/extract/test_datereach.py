"""Dates that belong to another clause, to a noun, or to the saying of what lies ahead or behind do not date an act."""

from __future__ import annotations

from datetime import date

import pytest
from parsing import at, parse

from dateline.extract.datereach import is_reported_before, reaches
from dateline.extract.dates import Context, find_dates
from dateline.extract.extractor import extract
from dateline.extract.lexical import LexiconCoder
from dateline.types import Block, BlockKind, Document, Span, Status

CODER = LexiconCoder()


def days(text: str) -> dict[str, str | None]:
    """The first day of each act of a text of one paragraph, published on Thursday 14 March 2024, by the last word of its trigger."""
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),), published=date(2024, 3, 14))
    acts = extract([document], CODER)[0].mentions
    return {act.trigger.text.split()[0]: act.time.earliest.isoformat() if act.time else None for act in acts}


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Ghana expelled six diplomats on 12 February; Togo condemned Ghana.", "condemned", None),
        ("Ghana launched an attack that killed ten on 3 February.", "attack", "2024-02-03"),
        ("Ghana, which attacked Togo on 3 February, expelled six diplomats.", "expelled", None),
        ("Ghana attacked the troops who entered the town on 3 February.", "attacked", None),
        ("Ghana expelled six diplomats on 12 February, and Togo condemned Ghana.", "condemned", None),
        ("Ghana expelled six diplomats on 12 February and condemned Togo.", "condemned", "2024-02-12"),
        ("Togo condemned Ghana in a statement issued on 12 February.", "condemned", "2024-02-12"),
        ("Ghana said on 12 February that Togo had attacked its troops.", "attacked", None),
        ("Ghana expelled six diplomats on 12 February, two days after Togo had attacked its troops.", "attacked", "2024-02-10"),
        ("Ghana said on Tuesday that it would attack Togo.", "attack", None),
        ("On 12 February Ghana accused Togo of having attacked its troops.", "attacked", None),
        ("On 12 February Ghana accused Togo of having attacked its troops.", "accused", "2024-02-12"),
        ("Ghana accused Togo of having attacked its troops on 3 February.", "attacked", "2024-02-03"),
        ("Having attacked the troops on 3 February, Ghana expelled six diplomats.", "attacked", "2024-02-03"),
        ("Ghana expelled six diplomats on 12 February after Togo attacked its troops.", "attacked", None),
        ("Ghana expelled six diplomats on 12 February after Togo attacked its troops.", "expelled", "2024-02-12"),
        ("Ghana expelled six diplomats on 12 February hours after Togo attacked its troops.", "attacked", "2024-02-12"),
        ("Ghana expelled six diplomats on 12 February, weeks after Togo attacked its troops.", "attacked", None),
        ("Ghana expelled six diplomats on 12 February, just days after Togo attacked its troops.", "attacked", None),
        ("Ghana expelled six diplomats on 12 February, weeks after Togo attacked its troops.", "expelled", "2024-02-12"),
        ("Ghana expelled six diplomats on 12 February, two weeks after Togo attacked its troops.", "attacked", "2024-01-29"),
        ("Ghana expelled six diplomats after Togo attacked its troops on 12 February.", "attacked", "2024-02-12"),
        ("A nurse kidnapped near Accra was freed on 12 February.", "kidnapped", None),
        ("A nurse kidnapped near Accra was freed on 12 February.", "freed", "2024-02-12"),
        ("A nurse kidnapped near Accra on 3 February was freed.", "kidnapped", "2024-02-03"),
        ("Judges convicted a general on 12 February of torturing captives.", "torturing", None),
        ("Ghana fined the union on 12 February for attacking two guards.", "attacking", None),
        ("Ghana condemned Togo for attacking its troops on 12 February.", "attacking", "2024-02-12"),
        ("Ghana opened its offensive on 12 February by attacking a town.", "attacking", "2024-02-12"),
        ("Ghana ended its offensive against Togo on 3 February.", "offensive", None),
        ("Ghana launched its offensive against Togo on 3 February.", "offensive", "2024-02-03"),
        ("Ghana expelled six diplomats on 12 February, which Togo has condemned.", "condemned", None),
        ("It was the deadliest attack in Togo since 2019.", "attack", None),
        ("Facing a vote in May 2023, Ghana freed rebels who had attacked Togo.", "attacked", None),
        ("The protests began on 3 February in Lome, where rebels attacked Togo.", "attacked", "2024-02-03"),
        ("The protests began on 3 February in Lome, where rebels had attacked Togo.", "attacked", None),
        ("Ghana condemned Togo's 2019 attack.", "attack", "2019-01-01"),
        ("Rebels condemned some 2019 attacks.", "attacks", None),
        ("Unions marched on 12 February to protest against the arrest of two judges.", "arrest", None),
        ("Unions protested on 12 February against the arrest of two judges.", "protested", "2024-02-12"),
        ("Police announced on 12 February the arrest of two judges.", "arrest", "2024-02-12"),
        ("Benin recalled the Ghanaian veto last month of a plan for the river.", "veto", "2024-02-01"),
        ("Benin condemned the attack on 12 February by rebels.", "attack", "2024-02-12"),
        ("Benin condemned the attack last month.", "condemned", "2024-02-01"),
        ("Ghana attacked Togo on 3 February 2022. Within hours Togo expelled six diplomats.", "expelled", "2022-02-03"),
        ("On 3 February Doe, freed two months earlier, condemned Togo.", "condemned", "2024-02-03"),
        ("Ghana expelled the delegation led by Doe from Accra on 3 February.", "expelled", "2024-02-03"),
        ("Togo attacked a convoy escorted on 3 February.", "attacked", None),
    ],
)
def test_which_date_is_that_of_an_act(text: str, word: str, day: str | None) -> None:
    found = days(text)
    assert word in found
    assert found[word] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Saturday, Ghana will expel six diplomats.", "2024-03-16"),
        ("Ghana will expel six diplomats on 2 April.", "2024-04-02"),
        ("On Saturday Ghana expelled six diplomats.", "2024-03-09"),
    ],
)
def test_what_lies_ahead_takes_the_coming_day(text: str, day: str) -> None:
    assert list(days(text).values()) == [day]


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Ghana arrested an envoy on 26 February. President Akufo, who took office in 2017, expelled six diplomats the same day.", "expelled", "2024-02-26"),
        ("Peru arrested an envoy on 26 February. Chile, which had attacked Peru in May 2016, recalled its ambassador two days later.", "recalled", "2024-02-28"),
        ("Peru arrested an envoy on 26 February. Gen. Doe, jailed in 2019, dissolved parliament. The next day, Chile condemned Peru.", "condemned", "2024-02-27"),
        ("Togo elected its president in 2019. The same day, Ghana expelled six diplomats.", "expelled", None),
        ("Kenya expelled six diplomats on 12 February, two weeks after Uganda launched an offensive.", "offensive", "2024-01-29"),
    ],
)
def test_days_are_counted_from_a_day_of_the_story_and_not_from_a_year_of_a_life(text: str, word: str, day: str | None) -> None:
    found = days(text)
    assert word in found
    assert found[word] == day


@pytest.mark.parametrize(
    ("text", "day"), [("Ghana said it would expel six diplomats on Thursday.", "2024-03-14"), ("Ghana will expel six diplomats on Thursday.", "2024-03-21")]
)
def test_what_somebody_said_would_be_done_may_be_done_on_the_day_of_the_report(text: str, day: str) -> None:
    assert list(days(text).values()) == [day]


@pytest.mark.parametrize(
    ("text", "word", "kind", "reached"),
    [
        ("Ghana lifted its sanctions on Togo on 3 February.", "sanctions", "SANCTION", False),
        ("The union called off its strike on 3 February.", "strike", "PROTEST", False),
        ("The ministers ended their meeting on 3 February.", "meeting", "CONSULT", True),
        ("Ghana tightened its sanctions on 3 February.", "sanctions", "SANCTION", True),
    ],
)
def test_the_day_of_an_end_is_not_that_of_what_ended(text: str, word: str, kind: str, reached: bool) -> None:
    sentence = parse(text)
    (found,) = find_dates(text, Context(date(2024, 3, 14)))
    assert reaches(sentence, at(sentence, word), kind, Status.OCCURRED, found) is reached


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        ("Ghana has attacked Togo, two days after Benin expelled six diplomats.", "expelled", "2024-03-12"),
        ("Ghana has attacked Togo, a day after rebels began attacking Benin.", "attacking", "2024-03-13"),
        ("Ghana attacked Togo on 3 February, a day after it claimed to have expelled six diplomats.", "expelled", "2024-02-02"),
        ("Ghana attacked Togo on 12 February, less than a week after Benin had expelled six diplomats.", "expelled", "2024-02-05"),
        ("Ghana attacked Togo, two days after Benin expelled six diplomats on 5 February.", "expelled", "2024-02-05"),
        ("Doe, arrested two days earlier, condemned Togo on 5 February.", "arrested", "2024-02-03"),
        ("On 5 February Doe, arrested two days earlier, condemned Togo.", "arrested", "2024-02-03"),
        ("Ghana will attack Togo two days after Benin expelled six diplomats.", "expelled", None),
        ("Two days after the vote, Ghana expelled six diplomats.", "expelled", None),
    ],
)
def test_days_counted_from_the_act_above(text: str, word: str, day: str | None) -> None:
    found = days(text)
    assert word in found
    assert found[word] == day


def test_fewer_days_than_a_count_are_a_span() -> None:
    text = "Ghana attacked Togo on 12 February, less than a week after Benin had expelled six diplomats."
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),), published=date(2024, 3, 14))
    act = next(act for act in extract([document], CODER)[0].mentions if act.trigger.text.startswith("expelled"))
    assert act.time is not None
    assert (act.time.earliest, act.time.latest, act.time.precision) == (date(2024, 2, 5), date(2024, 2, 11), "interval")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The opposition urged Kenyans to take to the streets on Saturday.", "urged"),
        ("Ghana demanded that Togo free six diplomats by Saturday.", "demanded"),
        ("Ghana ordered six diplomats to leave by 2 April.", "ordered"),
        ("Ghana invited Togo to a summit in Accra in October.", "invited"),
    ],
)
def test_the_day_of_what_is_asked_for_is_not_that_of_the_asking(text: str, word: str) -> None:
    assert days(text).get(word) is None


def test_a_day_right_at_the_asking_is_its_own() -> None:
    assert days("Ghana demanded on Monday that Togo free six diplomats by Saturday.")["demanded"] == "2024-03-11"


@pytest.mark.parametrize(
    ("text", "word", "holds"),
    [
        ("Two men were killed on 12 February by missiles fired from a ship.", "fired", True),
        ("Two men were killed on 12 February by rebels armed in Togo.", "armed", False),
        ("Ministers signed the pact on 12 February at talks hosted by Benin.", "hosted", True),
        ("Rebels freed on 12 February a nurse kidnapped in Accra.", "kidnapped", False),
        ("On 12 February troops armed by Togo shelled Accra.", "armed", True),
    ],
)
def test_the_day_of_a_thing_is_that_of_its_participle(text: str, word: str, holds: bool) -> None:
    sentence = parse(text)
    (found,) = find_dates(text, Context(date(2024, 3, 14)))
    assert reaches(sentence, at(sentence, word), "ASSAULT", Status.OCCURRED, found) is holds


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The UN found that troops had burned a village and that rebels had robbed a bank.", "burned", True),
        ("The UN found that troops had burned a village and that rebels had robbed a bank.", "robbed", True),
        ("Oslo disclosed that it had expelled a spy.", "expelled", True),
        ("Oslo said that it expelled a spy.", "expelled", False),
        ("Oslo had expelled a spy.", "expelled", False),
    ],
)
def test_what_is_told_with_had_as_found_or_said(text: str, word: str, expected: bool) -> None:
    sentence = parse(text)
    head = next(one.i for one in sentence.tokens if one.text == word)
    assert is_reported_before(sentence, head) == expected
