"""Acts that somebody does by words that name none."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.spokenacts import by_speaker, culpability


@pytest.mark.parametrize(
    ("text", "word", "owing"),
    [
        ("The Beninese minister said that Gabon was responsible for the death of two divers.", "responsible", "Gabon"),
        ("The Beninese minister told reporters that the Gabonese pilot was to blame.", "blame", "pilot"),
        ("The Beninese minister said that Gabon was responsible for the upkeep of the pier.", "responsible", None),
        ("The Beninese minister said that nobody was to blame.", "blame", None),
        ("The Beninese minister said that Benin was to blame.", "blame", None),
        ("The Beninese minister said that Gabon was not to blame.", "blame", None),
    ],
)
def test_whom_somebody_calls_responsible_for_a_wrong_is_accused_by_him(text: str, word: str, owing: str | None) -> None:
    sentence = parse(text)
    head = at(sentence, word)
    assert (culpability(sentence, sentence.tokens[head]) is not None) is (owing is not None)
    if owing is None:
        return
    act = by_speaker(Act(sentence, (head, head), head, "ACCUSE", (), "", (), (), (), 0.9))
    assert [sentence.tokens[i].text for i in (*act.actors, *act.recipients)] == ["minister", owing]
