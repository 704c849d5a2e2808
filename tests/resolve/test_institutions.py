"""Bare nouns of bodies of several states, and whom no such body has, in papers on a state."""

from __future__ import annotations

import pytest
from test_statements import countries

from dateline.pipeline import Pipeline
from dateline.types import Block, BlockKind, Document, Span


@pytest.mark.parametrize(
    ("body", "word", "expected"),
    [
        ("The United Nations sent aid to Mali. Mali received the Secretary-General.", "Secretary-General", ["UNO"]),
        ("The Security Council condemned Mali. Mali welcomed the Special Envoy of the Secretary-General.", "Special Envoy", ["UNO"]),
        ("NATO met in Riga. Russia threatened Latvia. The Secretary-General warned Russia.", "Secretary-General", ["IGO"]),
        ("The African Union spoke of Chad. Chad's army fled. It asked Member States for troops.", "Member States", ["IGO"]),
        ("The European Union spoke of Chad. It asked Member States for troops.", "Member States", ["EUR"]),
        ("The Multinational Stabilization Mission in Chad lost a post. Chad's rebels struck the Mission.", "Mission", ["IGO"]),
        ("The United Nations Verification Mission in Peru lost a post. Peru's rebels struck the Mission.", "Mission", ["UNO"]),
        ("NATO met in Riga. Russian jets entered Latvia. Allied jets turned them away.", "Allied jets", ["IGO"]),
        ("NATO met in Riga. Russian jets entered Latvia. SACEUR sent ships.", "SACEUR", ["IGO"]),
    ],
)
def test_they_are_the_body_s(body: str, word: str, expected: list[str | None]) -> None:
    assert countries("", body, word) == expected


@pytest.mark.parametrize(
    ("body", "word", "body_code"),
    [
        ("Hamas met in Gaza. The Secretary-General of Hezbollah spoke.", "Secretary-General of Hezbollah", "UNO"),
        ("Chad met Niger. The Mission of Chad spoke.", "Mission of Chad", "IGO"),
        ("Germany lost the war. Allied troops entered Bavaria.", "Allied troops", "IGO"),
        ("The European Union praised Kenya. The Secretary-General of ECOWAS spoke.", "Secretary-General", "EUR"),
    ],
)
def test_others_have_such_too(body: str, word: str, body_code: str) -> None:
    assert body_code not in countries("", body, word)


def test_those_whom_a_body_lists_are_not_its_own() -> None:
    head = "Report of the Secretary-General on Mali"
    body = "In May, Iyad Diallo took the town of Ber in Mali. In June, his fighters shot civilians. In July, Diallo deployed gunmen to Kidal."
    text = f"{head}\n\n{body}"
    document = Document("d", "d", text, "", blocks=(Block(BlockKind.TITLE, Span(0, len(head))), Block(BlockKind.PARAGRAPH, Span(len(head) + 2, len(text)))))
    acts = Pipeline().code([document])[0].mentions
    assert acts and not {"UNO", "EUR", "IGO"}.intersection(one.country for act in acts for one in (*act.actors, *act.recipients))
