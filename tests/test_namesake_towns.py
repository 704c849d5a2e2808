"""Places of acts that only share their name with a town elsewhere, and datelines of more than one word."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.datelines import dateline_of
from dateline.pipeline import CodeOptions, Pipeline
from dateline.types import Block, BlockKind, Document, Span

PIPELINE = Pipeline(CodeOptions(coder="lexicon"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wagner fighters attacked villagers in Moura. Mali condemned Wagner.", None),
        ("Gunmen attacked a convoy in Solhan. Niger condemned the army of Burkina Faso.", None),
        ("Gunmen attacked a convoy in Moura. Lisbon condemned them, and Portugal closed the border.", "PRT"),
        ("Gunmen attacked a convoy in Coimbra. Mali condemned them.", "PRT"),
        ("Gunmen attacked a bakery in Hajin. The Netherlands condemned them.", "SYR"),
        ("Police of Ecuador and Colombia attacked camps along the Mira.", None),
        ("The premier left Norway to attack the rebels at Fredensvang.", None),
        ("In Burkina Faso, gunmen attacked a convoy near Yirgou.", "BFA"),
    ],
)
def test_a_small_namesake_of_a_country_that_the_text_does_not_name_is_no_place(text: str, expected: str | None) -> None:
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text))),), published=date(2024, 3, 6))
    place = next(act.place for act in PIPELINE.code([document])[0].mentions if act.trigger.text.startswith("attack"))
    assert (place.country if place else None) == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [("LA PAZ - Soldiers seized the square.", "LA PAZ"), ("EL FASHER, Sudan - Fighters shelled a hospital.", "EL FASHER, Sudan"), ("ALGIERS - Talks failed.", "ALGIERS")],
)
def test_the_article_of_a_town_is_part_of_its_dateline(text: str, place: str) -> None:
    found = dateline_of(text)
    assert found is not None and found.place.text == place
