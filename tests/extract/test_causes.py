"""Days of what an act answers, punishes or is about, and days counted or named in words."""

from __future__ import annotations

from datetime import date

import pytest
from dating import days_of

#: A Tuesday.
PUBLISHED = date(2024, 9, 10)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Ghana froze its aid to Togo in answer to the killing last week of six students.", "killing", "2024-09-02..2024-09-08"),
        ("Ghana froze its aid to Togo in answer to the killing last week of six students.", "froze", None),
        ("Poland expelled four envoys over the poisoning this month of a former spy.", "expelled", None),
        ("A court in Riga jailed a nurse over the August protests.", "jailed", None),
        ("Estonia executed two workers for their part in the June rising.", "executed", None),
        ("Troops killed four miners in the August strike.", "killed", "2024-08-01..2024-08-31"),
        ("Peru expelled the envoy of Chile on Friday in answer to the jailing of a priest.", "jailing", None),
        ("The junta hanged two officers in March for the murder of a bishop.", "murder", None),
        ("The junta hanged two officers in March for the murder of a bishop.", "hanged", "2024-03-01..2024-03-31"),
        ("Oslo called on Friday for the release of a priest.", "called", "2024-09-06"),
        ("Manila accused Hanoi of ramming a boat on Saturday near Palawan.", "accused", None),
        ("Manila accused Hanoi of ramming a boat on Saturday near Palawan.", "ramming", "2024-09-07"),
        ("Rebels released the nuns kidnapped in December.", "released", None),
        ("Peru arrested a banker on Friday on a complaint from Lima.", "complaint", None),
        ("Chad and Niger held talks on Sunday for the first time since the raid on the Chadian embassy.", "raid", None),
        ("Chad and Niger held talks on Sunday for the first time since the raid on the Chadian embassy.", "talks", "2024-09-08"),
        ("The rebels claimed responsibility on Friday for the attack on the dam.", "attack", None),
        ("The death toll from the shelling of Kutum rose to 16 on Friday.", "shelling", None),
        ("On Friday the number of dead in the attack on Kutum reached 16.", "attack", None),
        ("The death toll from the attack on Kutum on Friday rose to 16.", "attack", "2024-09-06"),
        ("Gunmen killed nine people in an attack on a market on Friday.", "attack", "2024-09-06"),
    ],
)
def test_the_day_of_a_cause_is_not_that_of_the_answer(text: str, word: str, expected: str | None) -> None:
    assert days_of(text, word, published=PUBLISHED) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Italy seized a ship on Thursday, eleven days after Spain had expelled its captain.", "expelled", "2024-08-25"),
        ("Police landed in Haiti on Monday, twenty months after its government had begged for help.", "begged", "2023-01-01..2023-01-31"),
        ("India bombed Goa in December 2011, and that June the army arrested three priests.", "bombed", "2011-12-01..2011-12-31"),
        ("India bombed Goa in December 2011. The following June it arrested three priests.", "arrested", "2012-06-01..2012-06-30"),
        ("On Monday a court jailed a general for the coup of March 1976 and the torture of students that September.", "torture", "1976-09-01..1976-09-30"),
        ("In March Iran closed its border; on the thirteenth Iraq bombed a village.", "bombed", "2024-03-13"),
        ("The navy bombarded the port on the twelfth of April.", "bombarded", "2024-04-12"),
        ("The navy bombarded the port on the twelfth attempt.", "bombarded", None),
        ("Soldiers who had seized the palace a week earlier freed the president on Friday.", "seized", "2024-08-30"),
        ("Soldiers who had seized the palace the day before freed the president on Friday.", "seized", "2024-09-05"),
        ("Soldiers who had seized the palace for a week freed the president on Friday.", "seized", None),
        ("In January 2009 Chad invaded Sudan; Geneina, which its army captured that April, was looted for a week.", "captured", "2009-04-01..2009-04-30"),
        ("Chad's expulsion on Monday of the ambassador of Libya leaves both without an envoy.", "expulsion", "2024-09-09"),
    ],
)
def test_days_counted_and_named_in_words(text: str, word: str, expected: str | None) -> None:
    assert days_of(text, word, published=PUBLISHED) == expected
