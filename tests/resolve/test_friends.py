"""Those who lie beside, side with or lend to a state are of other states than it."""

from __future__ import annotations

import pytest
from test_resolve_document import RESOLVER, Text

from dateline.resolve.namesakes import told_by_sentence
from dateline.resolve.outsiders import are_of_others


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Ukraine's allies", None),
        ("Kyiv's Western partners", None),
        ("Rwanda's neighbours", None),
        ("the creditors of Zambia", None),
        ("Zambia's creditors", None),
        ("Iran's allies in Iraq", "IRQ"),
        ("Libya's rivals", "LBY"),
        ("Putin's allies", "RUS"),
        ("Ukraine's soldiers", "UKR"),
        ("Ukrainian allies", "UKR"),
    ],
)
def test_a_states_friends_are_not_its_own(words: str, country: str | None) -> None:
    chosen = RESOLVER.actor(words, near=("UKR",) if "Ukrain" in words or "Kyiv" in words else ()).chosen
    assert (chosen.country if chosen else None) == country


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Rwanda's neighbours", True),
        ("South Korea's closest ally", True),
        ("The allies of Ukraine", True),
        ("Rwanda's rivals", False),
        ("its neighbours", False),
        ("neighbours", False),
    ],
)
def test_words_for_others(words: str, expected: bool) -> None:
    assert are_of_others(words) is expected


def test_a_parliament_of_a_shared_name_is_of_the_only_such_state_that_a_text_names() -> None:
    here = RESOLVER.actor("the House of Commons")
    candidates = {one.country: one for one in here.candidates}
    assert {"GBR", "CAN"} <= set(candidates)
    phrase = Text("The House of Commons condemned Delhi.").phrase("House of Commons")
    assert told_by_sentence(phrase, here, (), None, {"CAN", "IND"}) == candidates["CAN"]
    assert told_by_sentence(phrase, here, (), None, {"GBR", "CAN"}) is None
    assert told_by_sentence(phrase, here, (), None, {"IND"}) is None
