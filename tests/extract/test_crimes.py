"""Whose the crimes are that somebody is charged with."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.crimes import by_the_charged


@pytest.mark.parametrize(
    ("text", "charge", "accused", "crime", "doers", "words"),
    [
        ("Police in Lima detained four Chileans, accused of kidnapping and torture.", "accused", "Chileans", "torture", "Chileans", "torture"),
        ("Police in Oslo arrested three Danes, charged with first-degree murder.", "charged", "Danes", "murder", "Danes", "murder"),
        ("Kenyan police arrested two Ugandans on charges of assault and murder.", "charges", "Ugandans", "murder", "Ugandans", "murder"),
        ("Police in Lima charged four Chileans after the riots and torture there.", "charged", "Chileans", "torture", "Police", "torture"),
        ("Police in Lima charged four Chileans with shouting during the torture by guards.", "charged", "Chileans", "torture", "Police", "torture"),
    ],
)
def test_what_somebody_is_charged_with_is_his(text: str, charge: str, accused: str, crime: str, doers: str, words: str) -> None:
    sentence = parse(text)
    what, who, police, deed = (at(sentence, word) for word in (charge, accused, text.split()[0] if text.startswith("Police") else "police", crime))
    start = deed - 1 if "degree" in text else deed
    acts = [
        Act(sentence, (what, what), what, "ACCUSE", (), "", (), (who,), (), 0.9),
        Act(sentence, (start, deed), deed, "ASSAULT", (), "", (police,), (who,), (), 0.9),
    ]
    found = by_the_charged(acts[1], acts)
    assert [sentence.tokens[i].text for i in found.actors] == [doers]
    assert (doers == "Police") or found.recipients == ()
    assert " ".join(t.text for t in sentence.tokens[found.trigger[0] : found.trigger[1] + 1]) == words
