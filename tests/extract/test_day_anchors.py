"""Days counted from other days and events, and times that are any of many."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from tests.extract.dating import CODER, acts_of, days_of

from dateline.extract.extractor import extract
from dateline.types import Block, BlockKind, Document, Span

acts = partial(acts_of, published=date(2024, 9, 10))
days = partial(days_of, published=date(2024, 9, 10))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Dockers in Tema have been on strike since March. Two days earlier, police arrested their leader.", "arrested", None),
        ("Over the past year Laos has deported monks. A week later Bangkok suspended aid.", "suspended", None),
        ("Between January and April Laos deported monks. Three days later it closed the border.", "closed", None),
        ("Laos closed its border on 4 May. Traders have protested since April. Two days later soldiers arrested three.", "arrested", "2024-05-06"),
        ("Miners have protested since 4 May. Two days later soldiers arrested three.", "arrested", "2024-05-06"),
        ("In 2019 the king broke with Lagos. He has lived abroad since 2020. That year police arrested his son.", "arrested", "2020-01-01..2020-12-31"),
    ],
)
def test_days_are_counted_from_a_time_known_to_the_day(text: str, word: str, expected: str | None) -> None:
    assert days(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("On the eve of the referendum on 16 March 2014, soldiers seized the gas plant.", "seized", "2014-03-15"),
        ("A week after the coup of 7 June, Oslo suspended aid and recalled its envoy.", "recalled", "2024-06-14"),
        ("Riga expelled a consul two days before the summit of 9 July.", "expelled", "2024-07-07"),
        ("Within 24 hours of the vote on 9 July Kenya deported 40 refugees.", "deported", "2024-07-09..2024-07-10"),
        ("Since the coup of 9 July, Kenya has deported 40 refugees.", "deported", "2024-07-09..2024-09-10"),
        ("Ahead of the vote on 7 June, Cuba freed six prisoners.", "freed", None),
        ("On the anniversary of the massacre of 12 March 2004, protesters marched in Lima.", "marched", None),
        ("On 12 March, the twentieth anniversary of the coup, protesters marched in Lima.", "marched", "2024-03-12"),
        ("In the week before the election on 5 May, gunmen attacked six offices.", "attacked", "2024-04-28..2024-05-04"),
        ("Three days before the anniversary of the coup of 12 March 1987, police arrested a general.", "arrested", None),
        ("Over three days in May, Manila summoned the envoy twice.", "summoned", "2024-05-01..2024-05-31"),
        ("Protesters marched before the parliament on 9 July.", "marched", "2024-07-09"),
        ("A week after the coup of 7 June, Oslo suspended aid. The next day Bern recalled its envoy.", "recalled", "2024-06-15"),
    ],
)
def test_the_day_of_an_event_is_that_of_other_acts_only_as_counted(text: str, word: str, expected: str | None) -> None:
    assert days(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("One Sunday in March 2017 police arrested a bishop in Kananga.", "arrested", "2017-03-01..2017-03-31"),
        ("Every Friday since 5 April, crowds have protested in Sofia.", "protested", "2024-04-05..2024-09-10"),
        ("Police killed six men in a Friday raid.", "raid", "2024-09-06"),
        ("On 11 May 1998 troops stormed the palace. By Friday they had arrested two ministers.", "arrested", "1998-05-15"),
        ("On 11 August troops stormed the palace. On Friday they arrested two ministers.", "arrested", "2024-09-06"),
        ("In 2010 Chile arrested an officer. In November Lima expelled its consul.", "expelled", "2010-11-01..2010-11-30"),
        ("Lesotho quarrelled with it through 2021. That March Maseru closed the border.", "closed", "2021-03-01..2021-03-31"),
        ("Between 3 and 9 May Hamas fired rockets at Ashkelon.", "fired", "2024-05-03..2024-05-09"),
        ("In the autumn term students occupied the registry.", "occupied", None),
        ("The junta dissolved parliament on 3 July 2013. Ten years on, it released eight editors.", "released", "2023-01-01..2023-12-31"),
        ("Soldiers seized the palace on 26 July. Bern demanded that they free him within a week.", "demanded", None),
        ("Soldiers seized the palace on 26 July. Bern demanded within hours that they free him.", "demanded", "2024-07-26"),
    ],
)
def test_times_of_a_story_and_any_of_many(text: str, word: str, expected: str | None) -> None:
    assert days(text, word) == expected


def test_a_time_is_no_part_of_the_party_behind_it() -> None:
    act = acts("In 2021 Minsk jailed him. That May Vilnius expelled a consul.")[-1]
    assert [one.mention.text for one in act.actors] == ["Vilnius"]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Togo closed the port on 28 February 2021. A month later, on 27 March, soldiers arrested its manager.", "arrested", "2021-03-27"),
        ("Togo closed the port in May 2003. Two years later, in August, Benin recalled its envoy.", "recalled", "2005-08-01..2005-08-31"),
        ("Togo closed the port on 3 June 2019. The next year, on 14 July 2020, Benin recalled its envoy.", "recalled", "2020-07-14"),
        ("Togo closed the port on 3 June 2019. On 2 August, two months later, Benin recalled its envoy.", "recalled", "2019-08-02"),
        ("Togo closed the port on 3 June 2019. Two days later, in Lome, soldiers arrested its manager.", "arrested", "2019-06-05"),
        ("Togo closed the port on 3 June 2019. Two days later, in September, Benin recalled its envoy.", "recalled", "2019-06-05"),
    ],
)
def test_a_day_named_beside_words_that_count_says_which_they_mean(text: str, word: str, expected: str) -> None:
    assert days(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Niger kept up its siege on 9 August, a day after an assault that freed forty captives.", "assault", "2024-08-08"),
        ("On 3 March 2012, a week after the arrest of its consul, Ghana closed its embassy.", "arrest", "2012-02-25"),
        ("On 3 March 2012, a week after the arrest of its consul, Ghana closed its embassy.", "closed", "2012-03-03"),
        ("Two ministers met in Doha on 15 May, two days before talks with the rebels in Baku.", "talks", "2024-05-17"),
        ("Mali closed its border on 3 May, two weeks after a raid on 16 April.", "raid", "2024-04-16"),
        ("Its premier, sacked two weeks after a raid on his villa, has been arrested.", "raid", None),
        ("Police arrested a general who was sacked two weeks after a raid on his villa.", "raid", None),
        ("Police arrested forty men on 15 May after an attack on a church.", "attack", "2024-05-15"),
        ("Latvia detained about 80 people in the whole of 2020.", "detained", "2020-01-01..2020-12-31"),
    ],
)
def test_the_day_of_a_deed_that_a_noun_tells_is_counted_from_that_of_its_sentence(text: str, word: str, expected: str | None) -> None:
    assert days(text, word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oslo sanctioned a bank last month.\n\nIts premier flew to Riga, where on 3 May 2021 two men agreed on a truce. Two days later rebels shelled it.", "2021-05-05"),
        ("Oslo sanctioned a bank on 3 July.\n\nThe king, who on 15 May 2013 had survived a raid, met rebels. The next day they shelled a village.", "2024-07-04"),
        ("Oslo sanctioned a bank on 3 May. The premier, who took office on 2 June 2013, left Riga. The next day rebels shelled a village.", "2024-05-04"),
    ],
)
def test_a_paragraph_that_opens_with_a_place_and_what_was_done_there_tells_on_from_its_day(text: str, expected: str) -> None:
    paragraphs = text.split("\n\n")
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(text.index(one), text.index(one) + len(one))) for one in paragraphs)
    mentions = extract([Document("d", "d", text, "", blocks=blocks, published=date(2024, 9, 10))], CODER)[0].mentions
    time = next(one.time for one in mentions if one.trigger.text == "shelled")
    assert time is not None
    assert str(time.earliest) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Ten days after two soldiers were killed on 3 March, Chad closed the border and expelled the envoy.", "closed", "2024-03-13"),
        ("Ten days after two soldiers were killed on 3 March, Chad closed the border and expelled the envoy.", "expelled", "2024-03-13"),
        ("Sudan withdrew its troops less than a week after Chad had fired on a post on 9 June.", "withdrew", "2024-06-10..2024-06-16"),
        ("A week before the summit opened on 9 June, Sudan withdrew its troops.", "withdrew", "2024-06-02"),
        ("Ten days after two soldiers, whom Sudan had freed in 2010, were killed on 3 March, Chad expelled the envoy.", "expelled", "2024-03-13"),
        ("Chad expelled the envoy on 1 July, a month after rebels seized Abeche, and closed the border.", "expelled", "2024-07-01"),
        ("On 12 June, three days after Chad fired on a post on 9 June, Sudan withdrew its troops.", "fired", "2024-06-09"),
    ],
)
def test_days_are_counted_from_the_day_of_a_clause(text: str, word: str, expected: str) -> None:
    assert days(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("In May 2023 Chad closed the border. On the 18th it expelled the ambassador of Sudan.", "expelled", "2023-05-18"),
        ("On 3 May 2023 Chad closed the border. Sudan protested. Libya offered to mediate. On the 18th Chad expelled an envoy.", "expelled", "2023-05-18"),
        ("On 3 May 2023 Chad closed the border. Sudan protested. By the 18th Chad had expelled an envoy.", "expelled", "2023-05-18"),
        ("On 12 March Chad closed the border. Sudan protested. Libya offered to mediate. On the 14th the premier expelled an envoy.", "expelled", "2024-03-14"),
        ("Chad closed the border on 9 September. On the 6th it had expelled the ambassador of Sudan.", "expelled", "2024-09-06"),
        ("On 3 May 2023 Chad closed the border. On the 19th Congress Hall was closed and the 82nd Airborne expelled the guests.", "expelled", None),
    ],
)
def test_a_day_without_its_month_is_of_the_month_told_of(text: str, word: str, expected: str | None) -> None:
    assert days(text, word) == expected
