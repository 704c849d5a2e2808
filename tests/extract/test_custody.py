"""Who is brought into custody is arrested, whatever verb brings him there."""

from __future__ import annotations

import pytest
from parsing import at, parse

from dateline.extract.act import Act
from dateline.extract.custody import in_custody


def test_who_sits_in_a_cell_is_held() -> None:
    sentence = parse("Three Danish pilots sit in a Harare cell.")
    head = at(sentence, "sit")
    pilots = at(sentence, "pilots")
    found = in_custody(Act(sentence, (head, head), head, "COERCE", (), "", (pilots,), (), (), 0.9))
    assert (found.modes, found.actors, found.recipients) == (("arrest",), (), (pilots,))


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The ex-president was moved to a jail near Quito.", "moved", "COERCE"),
        ("The blogger was handed to police in Kigali.", "handed", "COERCE"),
        ("Soldiers handed the monk over to the secret police.", "handed", "COERCE"),
        ("The bishop was transferred to house arrest in Managua.", "transferred", "COERCE"),
        ("Belarus sent the poet to a penal colony.", "sent", "COERCE"),
        ("She was returned to prison after the hearing.", "returned", "COERCE"),
        ("The imam was moved from prison to house arrest.", "moved", "RETREAT"),
        ("Peru handed two smugglers over to Chilean police.", "handed", "RETREAT"),
        ("The kidnappers handed the hostage to police.", "handed", "RETREAT"),
        ("The rebels handed their rifles to police.", "handed", "RETREAT"),
        ("The captives were handed over to the Red Cross.", "handed", "RETREAT"),
        ("The poet was not moved to a prison.", "moved", "RETREAT"),
    ],
)
def test_custody(text: str, word: str, kind: str) -> None:
    sentence = parse(text)
    head = at(sentence, word)
    assert in_custody(Act(sentence, (head, head), head, "RETREAT", (), "", (), (), (), 0.9)).type == kind
