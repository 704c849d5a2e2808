"""One key for a name, whoever asks: the resolver for parties and places, the reader for towns."""

from __future__ import annotations

import pytest

from dateline.ontology.namekeys import key_of
from dateline.townnames import is_town


@pytest.mark.parametrize(("name", "key"), [("Łódź", "lodz"), ("Xi’an", "xian"), ("Saint-Denis", "st denis"), ("N'Djamena", "ndjamena"), ("St. John's", "st john")])
def test_keys(name: str, key: str) -> None:
    assert key_of(name) == key


@pytest.mark.parametrize("name", ["Łódź", "Đà Nẵng", "Saint Petersburg", "St. Petersburg", "Malmö", "Xi’an", "Sana'a"])
def test_towns_are_known_in_each_spelling(name: str) -> None:
    assert is_town(name)


@pytest.mark.parametrize("name", ["Hamas", "Kenya", "Saint Nobody", "Łódź Voivodeship"])
def test_other_names_are_no_towns(name: str) -> None:
    assert not is_town(name)
