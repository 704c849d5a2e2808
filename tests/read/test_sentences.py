"""Where sentences end: the marker of a link stands there, and that of a row's source behind each sentence of its cell."""

from __future__ import annotations

import pytest

from dateline.read.sentences import SENTENCE_STOP


@pytest.mark.parametrize(
    "sentences",
    [
        ("Niger told the U.S. Army to leave.", "The last soldier left on 15 Sept. 2024 from Agadez."),
        ("Niger broke with the U.S.", "The army said so on 7 May.", "12 soldiers stayed."),
        ("“We leave.”", "Gen. Tiani met Col. Maj. Toumba (again).", "Why?", "No. 5 of the decree says it!"),
        ("Art. 5 of the accord names Mali, cf. Annex I.", "“It holds,” said Lt. Col. Abdramane."),
    ],
)
def test_stops(sentences: tuple[str, ...]) -> None:
    text = " ".join(sentences)
    ends = [match.end() for match in SENTENCE_STOP.finditer(text)]
    assert tuple(text[start:end].strip() for start, end in zip([0, *ends], ends, strict=False)) == sentences
