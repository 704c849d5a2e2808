"""Numbers of laws and orders count nothing; the worth of trade is no aid, a tariff no vote, and pounds of money no weight."""

from __future__ import annotations

import pytest
from parsing import parse

from dateline.extract.act import Act
from dateline.extract.quantities import find_quantities
from dateline.extract.quantities.attach import attach
from dateline.extract.quantities.finder import find_by_rules


@pytest.mark.parametrize(
    "text",
    [
        "The ministry named the firms under E.O. 13818.",
        "Executive orders 13661 and 13662 bar trade with the bank.",
        "The House passed H.R. 7691 and S. 3522.",
        "Congress relied on Public Law 115-44 and Pub. L. 116-92.",
        "Brussels renewed Regulation (EU) 269/2014 and Decision 2014/145/CFSP.",
        "London amended S.I. 2020/1233 by Circular 45.",
        "Eritrea cited resolutions 1907, 2023 and 2182.",
        "Ankara invoked Articles 42 and 51 of the charter.",
        "Under Bill 21 Quebec barred the envoys.",
        "Zambia let the kwacha slide to between 24 and 27 per dollar.",
        "Hungary pegged the forint at 410 to the euro.",
        "Sudan sold its currency at 570 pounds per US dollar.",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert [text[one.start : one.end] for one in find_quantities(text)] == []


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Sanctions under EO 13694 hit 15 firms.", ["15 firms"]),
        ("The order cost the regiment five dead.", ["five dead"]),
        ("The president orders 300 soldiers to Goma.", ["300 soldiers"]),
        ("Kenya gave each of the camps 2,000 tents for the dollar price of one.", ["2,000 tents"]),
    ],
)
def test_what_stands_near_them_counts(text: str, counted: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_quantities(text)] == counted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jakarta answered with duties of 15% on Australian beef.", [("percent", None)]),
        ("Ottawa set a levy of between 20% and 35% on steel.", [("percent", None), ("percent", None)]),
        ("Some 54% of voters backed a tax of 15% on fuel.", [("percent", "support"), ("percent", None)]),
        ("Some 61% of Danes back the plan.", [("percent", "support")]),
        ("Some 45% of Danes support tariffs.", [("percent", "support")]),
        ("Angola gave Zambia fuel at $31 per barrel.", [("USD", None)]),
        ("Jersey froze 7 billion pounds of assets tied to the oligarch.", [("GBP", None)]),
        ("Ghana claimed 3.1 million pounds of the company's money.", [("GBP", None)]),
        ("London gave Malawi 12 million pounds of aid.", [("GBP", "aid")]),
        ("Police seized 900 pounds of heroin.", [("lb", None)]),
        ("The fleet dropped 30,000 pounds of bombs.", [("lb", None)]),
    ],
)
def test_shares_prices_and_pounds(text: str, found: list[tuple[str, str | None]]) -> None:
    assert [(one.unit, one.counts) for one in find_quantities(text)] == found


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Chile suspended copper exports worth 3 billion dollars.", None),
        ("Algeria halted trade worth 8 billion euros.", None),
        ("Latvia froze 90 million euros belonging to a shipowner.", None),
        ("Latvia froze 90 million euros of aid worth more than its exports.", "aid"),
        ("Latvia froze 90 million euros for the mission.", "aid"),
    ],
)
def test_what_is_stopped_is_aid_unless_it_is_trade_or_property(text: str, counts: str | None) -> None:
    sentence = parse(text)
    head = next(t.i for t in sentence.tokens if t.dep == "ROOT")
    act = Act(sentence, (head, head), head, "SANCTION", ("discontinue",), "", (), (), (), 1.0)
    ((found,),) = attach(sentence, [act], find_by_rules(text))
    assert found.counts == counts
