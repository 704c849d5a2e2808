"""Headlines read by their words: who says it, what is held back."""

from __future__ import annotations

import pytest

from dateline.audit.headline import read_headline, split_claim
from dateline.resolve import Resolver


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver.load()


@pytest.mark.parametrize(
    ("title", "claim"),
    [
        ("Rebels Shelled Hospital: Kyiv", "Kyiv"),
        ("Drone Strike Killed 14 Miners, According to Governor", "According to Governor"),
        ("Governor: Drone strike killed 14 miners", "Governor"),
        ("Ship Carried Arms to Port, Pentagon Says", "Pentagon Says"),
        ("Jets crossed border, says Ankara", "says Ankara"),
        ("Officials Say Cable Cut by Anchor", "Officials Say"),
        ("Cable Cut on Purpose, Minister Tells Parliament", "Minister Tells Parliament"),
        ("Army burned villages (UN report)", "UN report"),
        ("A New Cold War: The Arctic", None),
        ("Black Sea: Grain and Guns", None),
        ("Iran and Iraq: Brothers in Arms", None),
        ("Taipei Accuses Beijing of Cutting Cable", None),
        ("Kremlin Amends Arctic Policy, Stressing ‘National Interests’", None),
    ],
)
def test_attributions(title: str, claim: str | None, resolver: Resolver) -> None:
    assert split_claim(title, resolver)[0] == claim


@pytest.mark.parametrize(
    ("title", "hedge"),
    [
        ("North Korea May Have Supplied Guns", "May"),
        ("Chad to Send 400 Soldiers to Border", "to Send"),
        ("Lima Mulls Closing Mine", "Mulls"),
        ("Oman Plans to Host Talks", "Plans"),
        ("S. Korea Not Considering Troop Dispatch", None),
        ("US, Iran Reach Deal to Free Detained Americans", None),
        ("WFP Suspends Food Deliveries to Tigray", None),
        ("Parliament Rejects Peace Plan", None),
        ("Troops Withdrew in May", None),
        ("Minister Urges Farmers to Cut Acreage", None),
    ],
)
def test_hedges(title: str, hedge: str | None, resolver: Resolver) -> None:
    assert read_headline(title, "2024-06-01", resolver).hedge == hedge


def test_a_passive_names_who_acts_behind_by(resolver: Resolver) -> None:
    found = read_headline("Opposition leader arrested by police in Kenya", None, resolver)
    assert found.passive and found.body == ("police", "police")
