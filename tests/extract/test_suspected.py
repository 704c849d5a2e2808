"""An act done by suspected people is certain; who they are is not. Doubt about the deed itself stays."""

from __future__ import annotations

from datetime import date

import pytest

import dateline
from dateline.types import Certainty

SEIZED = "Gunmen suspected to be bandits seized eight pupils in Kebbi, Nigeria, on Monday."


@pytest.mark.parametrize(
    ("text", "trigger", "certainty"),
    [
        ("Suspected rebels killed five villagers in Ituri, Congo, on Monday.", "killed", Certainty.CERTAIN),
        ("Suspected rebels on Sunday night raided a village in Ituri, Congo.", "raided", Certainty.CERTAIN),
        ("Five villagers were killed by suspected rebels in Ituri, Congo, on Monday.", "killed", Certainty.CERTAIN),
        ("Fighters suspected to be from M23 abducted 12 traders near Goma, Congo, on Monday.", "abducted", Certainty.CERTAIN),
        ("Fighters suspected of belonging to the ADF abducted 12 traders near Beni, Congo.", "abducted", Certainty.CERTAIN),
        ("Unidentified men believed to be soldiers abducted an opposition leader in Kampala, Uganda.", "abducted", Certainty.CERTAIN),
        ("Gunmen thought to belong to a drug gang shot dead a mayor in Durán, Ecuador, on Monday.", "shot dead", Certainty.CERTAIN),
        ("Alleged members of a drug gang attacked a prison in Esmeraldas, Ecuador, on Monday.", "attacked", Certainty.CERTAIN),
        ("Suspected rustlers may have killed two herders in Turkana, Kenya, on Monday.", "killed", Certainty.POSSIBLE),
        ("Rebels are suspected of killing five villagers in Ituri, Congo, on Monday.", "killing", Certainty.POSSIBLE),
        ("Rebels allegedly killed five villagers in Ituri, Congo, on Monday.", "killed", Certainty.POSSIBLE),
        ("Police arrested two men on suspicion of bombing a mosque in Pattani, Thailand.", "bombing", Certainty.POSSIBLE),
        ("A suspected Israeli air strike hit a convoy in Syria on Monday.", "air strike", Certainty.POSSIBLE),
        ("Rebels are believed to have killed five villagers in Ituri, Congo, on Monday.", "killed", Certainty.PROBABLE),
    ],
)
def test_who_is_suspected_is_no_doubt_about_the_deed(text: str, trigger: str, certainty: Certainty) -> None:
    found = dateline.code(dateline.read_text(text, published=date(2024, 3, 12))).mentions
    assert [m.certainty for m in found if m.trigger.text == trigger] == [certainty]


def test_behind_what_somebody_is_believed_to_be_the_day_belongs_to_the_deed() -> None:
    (found,) = dateline.code(dateline.read_text(SEIZED, published=date(2024, 3, 12))).mentions
    assert found.date is not None and found.date.earliest == date(2024, 3, 11) and found.actors[0].text == "Gunmen"
