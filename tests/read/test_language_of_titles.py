"""Which titles are in another language than English."""

from __future__ import annotations

import pytest

from dateline.read.language import is_foreign_title


@pytest.mark.parametrize(
    "title",
    [
        "El Gobierno de Chile llama a su embajador en La Paz",
        "Le Sénégal rejette les accusations de son voisin",
        "Der Minister und die Opposition streiten mit dem Gericht",
        "Россия отозвала посла",
        "Bénin: le président reçoit l'émissaire",
    ],
)
def test_foreign(title: str) -> None:
    assert is_foreign_title(title)


@pytest.mark.parametrize(
    "title",
    [
        "Senegal Recalls Envoy", "Talks in Rio de la Plata Collapse",
        "Chile's Boric to visit La Paz", "Coup d'état in Niger: what we know", "Die-hard rebels keep on fighting", "Peña meets Boluarte's envoy in Bogotá",
    ],
)
def test_english(title: str) -> None:
    assert not is_foreign_title(title)


def test_a_title_with_its_translation_is_told_in_english() -> None:
    assert not is_foreign_title("Үкімет шекараны жапты [Government Closes the Border]")
    assert is_foreign_title("Үкімет шекараны жапты [ред.]")
