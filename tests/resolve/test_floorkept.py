"""Who goes on speaking in the summary of a meeting, and for whom a chair speaks."""

from __future__ import annotations

import pytest
from test_statements import countries

from dateline.pipeline import Pipeline
from dateline.types import Block, BlockKind, Document, Span


@pytest.mark.parametrize(
    ("body", "word", "expected"),
    [
        ("The representative of Peru said that rebels had shot two men in Mali. He urged Mali to act.", "He", ["PER"]),
        ("Mali was on the agenda. The delegate of Kenya condemned Mali. She spoke of Niger. She urged Mali to act.", "She", ["KEN"]),
        ("The Ambassador of Norway condemned Mali. President Macron answered. He urged Mali to act.", "He", ["FRA"]),
    ],
)
def test_the_delegate_goes_on(body: str, word: str, expected: list[str]) -> None:
    assert countries("", body, word) == expected


def test_a_chair_who_takes_the_floor_for_a_state_speaks_for_it() -> None:
    lines = (
        "Mr. Diaz (Chile): We condemn the raid on Libya.",
        "The President: I shall now speak in my national capacity as the Permanent Representative of Greece. We demand that Libya release the crew.",
        "Mr. Diaz (Chile): We urge Libya to stop.",
    )
    text, blocks = "\n\n".join(lines), []
    for line in lines:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(text.index(line), text.index(line) + len(line))))
    acts = Pipeline().code([Document("d", "d", text, "", blocks=tuple(blocks))])[0].mentions
    assert [one.country for act in acts if act.trigger.text == "demand" for one in act.actors] == ["GRC"]
    assert [one.country for act in acts if act.trigger.text == "urge" for one in act.actors] == ["CHL"]
