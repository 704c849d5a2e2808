"""Headings of plain text right above their text, without a blank line: they are no part of its first sentence."""

from __future__ import annotations

import pytest
from readtext import paragraphs

from dateline.read import read

MALI = "Mali expelled the Danish force on Monday after a row over its mandate,\nand Denmark protested. The junta said that it had not agreed to the force."
NIGER = "Niger closed its border with Benin on Friday, and Benin protested to the union."


def blocks(text: str, name: str = "a.txt") -> list[str]:
    return paragraphs(read(f"Sahel Weekly\n\n{text}\n".encode(), input_id=name))


@pytest.mark.parametrize("heading", ["MALI", "BURKINA FASO AND ITS NEIGHBOURS", "Trade", "Trade and aid", "Côte d’Ivoire", "THE G5 SAHEL", "Who is next?"])
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_a_heading_right_above_its_text(heading: str, gap: str) -> None:
    found = blocks(f"{NIGER}{gap}{heading}\n{MALI}")
    assert heading in found and " ".join(MALI.split()) in found and NIGER in found


@pytest.mark.parametrize(
    "text",
    [
        "The president of the\nUnited Nations General Assembly said on Monday that\nthe talks between Mali and Niger had failed for the\nsecond time.",
        "THE GOVERNMENT OF\nMali expelled the Danish force on Monday, and its envoy left.",
        "Talks between the ministers of Mali and\nNiger failed on Monday over the border at\nTillabéri for the second time.",
        "MALI HAS EXPELLED THE FORCE\nTHE ENVOY OF DENMARK PROTESTED TO THE JUNTA ON MONDAY.",
        "The junta\nexpelled the Danish force on Monday after a row over its mandate.",
        "Yours sincerely\nAnn Lee\nDirector of the Institute",
    ],
)
def test_broken_lines_stay_together(text: str) -> None:
    assert " ".join(text.split()) in blocks(f"{NIGER}\n\n{text}")
