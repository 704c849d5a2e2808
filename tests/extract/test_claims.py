"""Claims beside acts: their kind, extent, holder and certainty."""

from __future__ import annotations

import pytest
from parsing import parse

from dateline.extract.claims import find_claims
from dateline.types import Certainty


@pytest.mark.parametrize(
    ("text", "kind", "claim"),
    [
        ("Two-thirds of Norwegians oppose the pipeline.", "opinion", "Two-thirds of Norwegians oppose the pipeline"),
        ("A poll showed that 60 percent of Peruvians support the strike.", "opinion", "60 percent of Peruvians support the strike"),
        ("Whether Lima joins will depend on the price of copper.", "dependency", "will depend on the price of copper"),
        ("Moldova released the spies in return for cheap gas.", "exchange", "in return for cheap gas"),
        ("The mission was extended in order to protect miners.", "motive", "in order to protect miners"),
        ("Farmers blocked roads because of rising prices.", "cause", "because of rising prices"),
        ("The move could trigger a new arms race in the region.", "outlook", "could trigger a new arms race in the region"),
        ("Tonga is likely to leave the bloc.", "outlook", "is likely to leave the bloc"),
        ("Ankara has remained cautious on the plan.", "stance", "has remained cautious on the plan"),
    ],
)
def test_kind_and_extent(text: str, kind: str, claim: str) -> None:
    (found,) = find_claims(parse(text))
    assert (found.kind, found.text) == (kind, claim)
    assert text[found.span.start : found.span.end] == claim


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The move could trigger an arms race.", Certainty.POSSIBLE),
        ("Tonga is expected to leave the bloc.", Certainty.PROBABLE),
        ("Whether Lima joins may depend on copper.", Certainty.POSSIBLE),
        ("Whether Lima joins depends on copper.", Certainty.CERTAIN),
    ],
)
def test_certainty(text: str, certainty: Certainty) -> None:
    assert [claim.certainty for claim in find_claims(parse(text))] == [certainty]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Ankara has remained cautious on the plan.", "Ankara"),
        ("Moldova released the spies in return for cheap gas.", "Moldova"),
        ("Two-thirds of Norwegians oppose the pipeline.", "Norwegians"),
    ],
)
def test_holder(text: str, holder: str) -> None:
    (found,) = find_claims(parse(text))
    assert found.holder is not None
    assert found.holder.mention.text == holder


def test_several_claims_in_text_order_one_of_a_kind() -> None:
    text = "In return for gas, Moldova, hoping to win votes, freed one spy, and in exchange for oil it freed another."
    found = find_claims(parse(text))
    assert [claim.kind for claim in found] == ["exchange", "motive"]
    assert found[0].span.start < found[1].span.start


@pytest.mark.parametrize("text", ["The harbour was rebuilt in 1990.", "Chad attacked the camp.", "He returned home."])
def test_no_claim(text: str) -> None:
    assert find_claims(parse(text)) == []
