"""Sectors that an act tells: aircraft that are called fighters, movements that are in politics."""

from __future__ import annotations

import pytest
from test_resolve_document import Text

from dateline.resolve.fighters import with_sector_of_act
from dateline.types import Participant, RawAttribution, RawMention


def sector(text: str, word: str, trigger: str, kind: str) -> str | None:
    doc = Text(text)
    raw = RawMention(doc.sentences[0], doc.mention(trigger), kind, attribution=RawAttribution("unnamed", None))
    mention = doc.mention(word)
    return with_sector_of_act(Participant(mention.text, mention.span, None, "SWE", "REB", ("REB",)), raw).sector


@pytest.mark.parametrize(
    ("text", "word", "trigger", "kind", "expected"),
    [
        ("A Swedish fighter intercepted a Russian bomber.", "Swedish fighter", "intercepted", "MOBILIZE", "MIL"),
        ("Two Indian fighters crossed into Pakistani airspace.", "Indian fighters", "crossed", "MOBILIZE", "MIL"),
        ("Kurdish fighters shot down a drone.", "Kurdish fighters", "shot", "ASSAULT", "REB"),
        ("Syrian fighters stormed a police station.", "Syrian fighters", "stormed", "ASSAULT", "REB"),
        ("Wounded Syrian fighters were flown out by plane.", "Wounded Syrian fighters", "flown", "AID", "REB"),
        ("Scottish separatists demanded a vote.", "Scottish separatists", "demanded", "REQUEST", "PTY"),
        ("Egypt's Islamists signed a pact with the premier.", "Egypt's Islamists", "signed", "AGREE", "PTY"),
        ("Young Islamists clashed with police.", "Young Islamists", "clashed", "ASSAULT", "CVL"),
        ("Baluch separatists killed five soldiers.", "Baluch separatists", "killed", "ASSAULT", "REB"),
        ("Separatists signed a ceasefire.", "Separatists", "signed", "AGREE", "REB"),
        ("Armed separatists marched through the town.", "Armed separatists", "marched", "PROTEST", "REB"),
    ],
)
def test_sector_of_the_act(text: str, word: str, trigger: str, kind: str, expected: str) -> None:
    assert sector(text, word, trigger, kind) == expected
