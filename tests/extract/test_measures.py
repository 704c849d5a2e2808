"""Years that tell the size of what an act is about date no act."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from tests.extract.dating import days_of

days = partial(days_of, published=date(2025, 3, 12))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Norway halted salmon exports to Russia, worth 400 million euros in 2023.", "halted"),
        ("Egypt banned imports of Turkish steel worth $300 million in 2024.", "banned"),
        ("Jordan suspended gas purchases from Israel, valued at $1.2 billion last year.", "suspended"),
        ("Poland banned Ukrainian sugar (worth 90 million euros in 2023) and recalled its envoy.", "recalled"),
        ("Oman banned oil sales to Japan, a trade worth $9 billion in 2022.", "banned"),
        ("Oman banned oil sales to Japan, which was worth $9 billion in the first half of 2024.", "banned"),
        ("Kenya imposed tariffs of 25% on Ugandan sugar, up from 10% in 2023.", "tariffs"),
        ("Peru banned Chilean grapes, compared with duties of 6% in 2022.", "banned"),
        ("Zambia banned copper sales to China, or 12% of its exports in 2023.", "banned"),
        ("Russia banned Moldovan wine, its second-biggest export to the country in 2023.", "banned"),
        ("Bolivia banned soy exports to Spain, the largest buyer in 2021.", "banned"),
        ("India banned rice exports to Kenya, which bought 40,000 tons in 2022.", "banned"),
        ("Poland closed its border to Ukrainian grain after imports rose to 4 million tons in 2023.", "closed"),
        ("Egypt banned rice exports because prices had doubled to $600 a ton in 2024.", "banned"),
    ],
)
def test_the_year_of_a_size_dates_no_act(text: str, word: str) -> None:
    assert days(text, word) is None


def test_the_day_of_the_act_is_the_other_one() -> None:
    assert days("On 3 March Germany banned gas from Russia, valued at nearly 20 billion euros in 2021.", "banned") == "2025-03-03"
    assert days("On Monday Peru banned Chilean wine, worth $30 million in 2023.", "banned") == "2025-03-10"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("France gave Egypt aid worth $1.3 billion in 2023.", "aid", "2023-01-01..2023-12-31"),
        ("The EU imposed tariffs on American goods worth $3 billion in 2018.", "tariffs", "2018-01-01..2018-12-31"),
        ("The EU imposed tariffs on American imports worth $3 billion in 2018.", "tariffs", "2018-01-01..2018-12-31"),
        ("Mali banned arms purchases from France worth $2 billion in February.", "banned", "2025-02-01..2025-02-28"),
        ("Iran attacked a tanker carrying oil worth $60 million in 2019.", "attacked", "2019-01-01..2019-12-31"),
        ("Ghana banned 4,000 tons of Togolese rice in 2022.", "banned", "2022-01-01..2022-12-31"),
        ("Rebels attacked Goma, the largest city of the region, in May 2024.", "attacked", "2024-05-01..2024-05-31"),
        ("Rebels attacked the port, the main base of the fleet in 2024.", "attacked", "2024-01-01..2024-12-31"),
        ("The troops came down from the hills in January and attacked Goma.", "attacked", "2025-01-01..2025-01-31"),
        ("Israel bombed the enclave's main hospital in October 2023.", "bombed", "2023-10-01..2023-10-31"),
    ],
)
def test_the_day_of_a_deed_whose_object_is_measured_stays(text: str, word: str, expected: str) -> None:
    assert days(text, word) == expected
