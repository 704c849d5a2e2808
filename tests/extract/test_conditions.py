"""Acts in conditions without an "if", debated measures, and deeds of long ago told by what followed."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.conditions import condition_word
from dateline.extract.longago import years_after


@pytest.mark.parametrize(
    ("text", "act", "cue"),
    [
        ("Provided that Angola withdrew its guns, Zambia would join the accord.", "withdrew", "Provided"),
        ("Divers trained in case the harbour is mined.", "mined", "case"),
        ("In the event of an invasion of Georgia, Turkey would close the strait.", "invasion", "event"),
        ("The general could be arrested if he refused to attend.", "refused", "if"),
        ("Ghana will shut the border unless Togo and Benin signed.", "signed", "unless"),
        ("If Nairobi closed the camp, refugees might be deported.", "closed", "If"),
        ("Police asked the driver if he had attacked the guards.", "attacked", None),
        ("The guards looked as if they had fled.", "fled", None),
        ("Ghana shut the border if the rebels attacked.", "attacked", None),
        ("A blockade was under discussion in Tunis.", "blockade", "discussion"),
        ("Tariffs are being considered by the cabinet.", "Tariffs", "considered"),
        ("The army provided trucks and bombed the camp.", "bombed", None),
        ("The blockade was under discussion in Tunis.", "blockade", None),
        ("In the case of the attack on Lomé, nobody was charged.", "attack", None),
        ("Prosecutors opened a case after soldiers shot a farmer.", "shot", None),
    ],
)
def test_the_word_that_makes_a_condition(text: str, act: str, cue: str | None) -> None:
    sentence = parse(text)
    found = condition_word(sentence, at(sentence, act))
    assert (found.text if found else None) == cue


@pytest.mark.parametrize(
    ("text", "act", "cue"),
    [
        ("Three Kenyan fishermen kidnapped by pirates came home after 17 years.", "kidnapped", "years"),
        ("A guard who shot two students was convicted in Leipzig after 34 years.", "shot", "years"),
        ("Chile reopens murder of singer, 40 years on", "murder", "years"),
        ("Two sailors kidnapped by pirates came home after six years.", "kidnapped", None),
        ("Spain reopens murder of nun, 20 years on death row", "murder", None),
        ("Peru lifted its embargo after 20 years.", "embargo", None),
        ("Two trains cross the border after 56 years.", "cross", None),
    ],
)
def test_the_years_that_make_a_deed_history(text: str, act: str, cue: str | None) -> None:
    sentence = parse(text)
    found = years_after(sentence, at(sentence, act))
    assert (found.text if found else None) == cue
