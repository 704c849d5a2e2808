"""Countries with "and" in their names are one party; two countries joined by it are two."""

from __future__ import annotations

import pytest
from parsing import parse

from dateline.extract.phrases import all_phrases


def names(text: str) -> set[str]:
    """The noun phrases of a sentence that a name or its owner heads."""
    return {phrase.mention.text for phrase in all_phrases(parse(text))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Trinidad and Tobago accused Guyana of fraud.", "Trinidad and Tobago"),
        ("Suriname thanked Saint Kitts and Nevis for its vote.", "Saint Kitts and Nevis"),
        ("The king met the premier of Saint Vincent and the Grenadines.", "Saint Vincent and the Grenadines"),
        ("Gabon, Ghana and Sao Tome and Principe signed the pact.", "Sao Tome and Principe"),
        ("Croatia sued Bosnia & Herzegovina.", "Bosnia & Herzegovina"),
        ("Antigua and Barbuda's navy seized a boat.", "Antigua and Barbuda's navy"),
        ("France recalled its envoy from Wallis and Futuna.", "Wallis and Futuna"),
    ],
)
def test_one_country(text: str, name: str) -> None:
    found = names(text)
    assert name in found and not {one for one in found - {name} if one in name.split(" and ") or one in name.split()}


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("Serbia and Montenegro expelled the envoys.", {"Serbia", "Montenegro"}),
        ("Jamaica and Barbuda protested.", {"Jamaica", "Barbuda"}),
        ("Trinidad and Venezuela signed the deal.", {"Trinidad", "Venezuela"}),
    ],
)
def test_two_countries(text: str, two: set[str]) -> None:
    assert two <= names(text)


def test_what_hangs_on_the_name_stays_with_it() -> None:
    tokens = parse("Antigua and Barbuda, which had warned Togo, left the talks.").tokens
    by_word = {token.text: token for token in tokens}
    barbuda = by_word["Barbuda"].i
    assert by_word["Antigua"].head == barbuda and by_word["warned"].head == barbuda and by_word["Antigua"].dep == "compound"
