"""Headings of a plain text with their paragraph straight below, and first lines that are none."""

from __future__ import annotations

import pytest
from readtext import paragraphs

from dateline.read import read
from dateline.types import BlockKind

HEAD = "CASE REPORT: The dam at Mphanda\n\nRivers Watch, 21 March 2018\n\n"
BELOW = "On the night of 2 March 2016 two gunmen shot dead a headman at his home in Mphanda, and police arrested four suspects."


@pytest.mark.parametrize("heading", ["Background", "Our demands", "Legal steps so far", "What the Court Found"])
@pytest.mark.parametrize("below", [BELOW, f"{BELOW} “We wait,” his son said.", BELOW.replace("at his home in ", "at his home in\n")])
def test_a_heading_stays_apart_from_its_paragraph(heading: str, below: str) -> None:
    document = read(f"{HEAD}The village has waited for two years for the trial to begin.\n\n{heading}\n{below}\n".encode(), input_id="a.txt")
    assert below.replace("\n", " ") in paragraphs(document)
    assert any(document.slice(block.span) == heading for block in document.blocks if block.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH})


@pytest.mark.parametrize(
    "text",
    [
        "The ministry of water of the republic said in a note\nthat the road to the dam at Mphanda would be closed for the whole of May.",
        "Police of the northern province\nArrested four suspects of the killing of the headman of the village on Monday and let them go",
        "Two gunmen of the\nMphanda guard shot dead a headman at his home, and police arrested four suspects on the next day.",
        "The police took them to\nLilongwe, where the court of the province let them go on the next day for want of proof.",
        "Rivers Watch, 21 March\nThe village has waited for two years for the trial of the four suspects to begin in the town.",
    ],
)
def test_a_wrapped_sentence_stays_whole(text: str) -> None:
    document = read(f"{HEAD}The village has waited for two years for the trial to begin.\n\n{text}\n".encode(), input_id="a.txt")
    assert text.replace("\n", " ") in paragraphs(document)
